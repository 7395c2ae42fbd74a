"""What an answer gives away because of its question, and names and addresses by what they are made of."""

import pytest

from hengcai.base.masking.text import mask, masked_turns


@pytest.mark.parametrize(
    ("question", "answer", "shown"),
    [
        ("身份证号码报一下", "110105194912310020", "110*************20"),
        ("卡号多少", "嗯，6222021234567890123", "嗯，***************0123"),
        ("您的姓名是？", "张三", "张*"),
        ("怎么称呼您", "方便说吗", "方便说吗"),
        ("家里电话呢", "62345678", "623*****"),
        ("what is your card number", "7894 1256 4712 0021", "************** 0021"),
        ("your full name please", "john smith", "j*********"),
        ("Could I have your name?", "Oh sorry, it's Alice Thorne.", "Oh sorry, it's A***********."),
        ("Could I have your name?", "It's a long one.", "It's a long one."),
        ("And your full name?", "Let me get it for you.", "Let me get it for you."),
        ("Your name?", "Sorry, what for", "Sorry, what for"),
        ("What is your phone number?", "5551234567", "555*******"),
        ("订单号多少", "5551234567", "5551234567"),
    ],
)
def test_an_answer_is_what_was_asked_for(question, answer, shown):
    turns = [{"speaker": "agent", "text": question}, {"speaker": "customer", "text": answer}]
    assert masked_turns(turns) == [question, shown]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("姓名：靳梓萱，三年级", "姓名：靳**，三年级"),
        ("陳嘉欣小姐您好", "陳**小姐您好"),
        ("這邊是福榮街118號昌盛樓7樓B室", "這邊是**************"),
        ("乘机人孟祥宇和孟祥辉", "乘机人孟**和孟**"),
        ("我是次仁央金，想改套餐", "我是次***，想改套餐"),
        ("收件人苗秀兰，苗秀兰不在就给我", "收件人苗**，苗**不在就给我"),
        ("路名是永泰中路，号呢，二百零六号", "路名是****，号呢，*****"),
        ("my name is oluwaseun bexley and", "my name is o*************** and"),
        ("Hello, Dafydd Prosser here", "Hello, D************* here"),
        ("deliver to Flat 9, Harcourt House, 3 Wharf Lane", "deliver to ************************************"),
        ("i live at twenty two larkspur mews", "i live at ************************"),
    ],
)
def test_names_are_read_from_what_they_are_made_of_and_addresses_piece_by_piece(said, shown):
    assert mask(said) == shown


@pytest.mark.parametrize(
    "said",
    [
        "这张卡是金卡",
        "马马虎虎，张冠李戴",
        "关于洋酒清关的规定",
        "毛戈平的粉饼有色号吗",
        "谢王先生提醒",
        "this is broken again",
        "is it still in May",
        "the engineer is on his way",
        "three month offer in place",
    ],
)
def test_words_made_of_surnames_and_months_stay(said):
    assert mask(said) == said
