import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengcai.base.masking.text import mask, masked_turns, pieces, pieces_of_turns

ID_CARD = "11010519491231002X"
CARD = "6222021234567890128"  # Luhn holds


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("我的号码是13812345678，宽带断了", "我的号码是138****5678，宽带断了"),
        ("call me on 13812345678 please", "call me on 138****5678 please"),
        ("+86 138 1234 5678", "+86 138 **** 5678"),
        ("8613812345678", "86138****5678"),
        ("138-1234-5678和139 1234 5678", "138-****-5678和139 **** 5678"),
        ("1 3 8 1 2 3 4 5 6 7 8", "1 3 8 ******* 5 6 7 8"),
        ("１３８１２３４５６７８", "１３８****５６７８"),
        ("号码幺三八零零一三八零零零对吧", "号码幺三八****八零零零对吧"),
        ("一三八零零一三八零零零", "一三八****八零零零"),
        ("打13812345678一会儿接", "打138****5678一会儿接"),
        ("办公室028-12345678", "办公室028*********"),
        ("02812345678", "028********"),
        ("(028)12345678", "(028*********"),
        ("my number is (555) 123-4567.", "my number is (555**********."),
        ("ring +44 20 7946 0958", "ring +44 ************"),
    ],
)
def test_telephone_numbers_are_covered(said, shown):
    assert mask(said) == shown


@pytest.mark.parametrize(
    "said",
    [
        "拨打400-820-8820",
        "10086",
        "95588",
        "工号2031",
        "订单20260312001234",
        "120元",
        "2026-03-12 10:42",
        "单号138123456789012",
    ],
)
def test_hotlines_dates_and_order_numbers_stay(said):
    assert mask(said) == said


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (ID_CARD, "110*************2X"),
        (ID_CARD.lower(), "110*************2x"),
        ("１１０１０５１９４９１２３１００２Ｘ", "１１０*************２Ｘ"),
        ("110105 19491231 002X", "110***************2X"),
        ("一一零一零五一九四九一二三一零零二X", "一一零*************二X"),
        ("一一零一零五，一九四九，一二三一，零零二X", "一一零****************二X"),
    ],
)
def test_id_cards_are_covered_when_their_check_digit_holds(said, shown):
    assert mask(f"身份证{said}。") == f"身份证{shown}。"


def test_a_number_whose_check_digit_fails_is_not_an_id_card():
    assert mask("编号110105194912310021") == "编号110105194912310021"


@pytest.mark.parametrize(
    "said", [CARD, "6222 0212 3456 7890 128", "6222-0212-3456-7890-128", "4111 1111 1111 1111", "378282246310005"]
)
def test_bank_cards_keep_their_last_four_digits(said):
    shown = mask(f"卡号{said}，谢谢")
    digits = [place for place, sign in enumerate(said) if sign.isdigit()]
    hidden = digits[-5] + 1
    assert shown == f"卡号{'*' * hidden}{said[hidden:]}，谢谢"


def test_a_number_that_fails_luhn_is_no_card():
    assert mask("6222021234567890129") == "6222021234567890129"


def test_a_phone_right_after_another_number_is_still_found():
    assert mask("12345 13812345678") == "12345 138****5678"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("发到zhang.san_88@163.com吧", "发到z***********@163.com吧"),
        ("mail 13812345678@qq.com", "mail 1**********@qq.com"),
        ("a@b", "a@b"),
        ("＠某某", "＠某某"),
    ],
)
def test_mail_addresses_are_covered(said, shown):
    assert mask(said) == shown


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("车牌川A12345，停了两天", "车牌川A*****，停了两天"),
        ("川A·D12345", "川A*******"),
        ("粤b8k123", "粤b*****"),
        ("京A1234警", "京A*****"),
        ("新SAMSUNG手机", "新SAMSUNG手机"),
        ("川ABCDEF", "川ABCDEF"),
    ],
)
def test_number_plates_are_covered(said, shown):
    assert mask(said) == shown


def test_pieces_say_what_is_covered_where():
    found = [(piece.text, piece.kind) for piece in pieces("打13812345678或a@b.cn")]
    assert found == [("打", ""), ("138****5678", "phone"), ("或", ""), ("*@b.cn", "email")]
    assert pieces("") == []
    assert [piece.kind for piece in pieces("你好")] == [""]


@given(st.text(alphabet="0123456789 -Xx京川A一三八零@.cn你好", max_size=60))
def test_covering_twice_changes_nothing_more(text):
    once = mask(text)
    assert mask(once) == once


@given(
    st.integers(3, 9),
    st.integers(0, 10**9 - 1),
    st.sampled_from(["", "你好", "号码是", " ", "x"]),
    st.sampled_from(["", "。", "对", " a"]),
)
def test_no_mobile_number_stays_readable(second, rest, before, after):
    number = f"1{second}{rest:09d}"
    assert number not in mask(f"{before}{number}{after}")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("幺三拐 洞洞两八 三三四四", "幺三拐 **** 三三四四"),
        ("一三八，三个零，一三八，三个零", "一三八，******八，三个零"),
        ("幺三八。零零幺三。八零零零", "幺三八。****。八零零零"),
        (
            "one three eight, double oh one three, eight triple zero",
            "one three eight, *******************, eight triple zero",
        ),
        ("four one five five five five two six seven one", "four one five ************** two six seven one"),
        ("138.0013.8000", "138.****.8000"),
        ("138  0013  8000", "138  ****  8000"),
        ("13 80 01 38 00 0", "13 8******8 00 0"),
        ("138 00138 000", "138 ****8 000"),
        ("一三八 0013 八零零零", "一三八 **** 八零零零"),
        ("电话0571－8765－4321", "电话057***********"),
        ("010 6234 5678转801", "010**********转801"),
        ("家里电话是62345678", "家里电话是623*****"),
        ("07700 900123", "077*********"),
        ("0044 20 7946 0958", "004**************"),
    ],
)
def test_numbers_are_covered_however_they_are_said_or_cut(said, shown):
    assert mask(said) == shown
    assert len(shown) == len(said)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("京A 12345", "京A******"),
        ("京 A·1 2 3 4 5", "京 A**********"),
        ("粤B D12345", "粤B*******"),
        ("沪A幺二三四五", "沪A*****"),
        ("zhangsan @ 163.com", "z******* @ 163.com"),
        ("zhangsan艾特163点com", "z*******艾特163点com"),
        ("john dot smith at gmail dot com", "j************* at gmail dot com"),
        ("z h a n g @ q q . c o m", "z******** @ q q . c o m"),
        ("我住杭州市西湖区文三路478号华星大厦3幢502室", "我住杭州市西湖区*****************"),
        ("地址是西潞南大街21号，谢谢", "地址是********，谢谢"),
        ("寄到幸福小区12栋3单元401", "寄到*************"),
        ("I live at 221B Baker Street, Flat 2 now", "I live at ************************* now"),
        ("我叫王小明，手机坏了", "我叫王**，手机坏了"),
        ("Hello, my name is Mary Jones and", "Hello, my name is M********* and"),
    ],
)
def test_letters_and_places_that_are_somebodys_are_covered(said, shown):
    assert mask(said) == shown


@pytest.mark.parametrize(
    "said",
    [
        "价格 139.00, 128.50, 99.9",
        "金额13,800,138,000元",
        "一共二零二六年三月十二号",
        "坐标 139.12345678",
        "等了3分钟，1到3个工作日，3月5号之前",
        "订单号二零二六零三一二零零一",
        "第一、第二、第三条，三个两百",
        "我知道3号发货，家里3号交的费，15路3号线",
        "meet at 5.30 today, one or two of the three",
        "我叫你别打了，我叫车去",
        "尾号8000的套餐，流量10GB 20GB 30GB 40GB",
    ],
)
def test_amounts_dates_and_talk_stay(said):
    assert mask(said) == said


def turns(*said):
    return [{"speaker": speaker, "text": text} for speaker, text in said]


def test_a_number_told_over_neighbouring_turns_of_one_speaker_is_covered_in_each():
    talk = turns(("customer", "幺三八"), ("agent", "嗯，您说"), ("customer", "零零幺三，"), ("customer", "八零零零。"))
    assert masked_turns(talk) == ["幺三八", "嗯，您说", "****，", "八零零零。"]
    assert [[piece.kind for piece in some] for some in pieces_of_turns(talk)] == [
        ["phone"], [""], ["phone"], ["phone", ""],
    ]  # fmt: skip


def test_digits_of_two_speakers_are_no_number():
    talk = turns(("customer", "138"), ("agent", "0013"), ("customer", "好"), ("agent", "8000"))
    assert masked_turns(talk) == [turn["text"] for turn in talk]


def test_what_was_said_long_before_is_no_neighbour():
    talk = turns(("customer", "138"), *[("agent", "好")] * 4, ("customer", "00138000"))
    assert masked_turns(talk)[-1] == "00138000"


def test_names_known_are_covered_wherever_they_are_said():
    talk = turns(("agent", "王小明先生您好"), ("customer", "I am Mary, not Marylin"))
    assert masked_turns(talk, known=["王小明", "mary"]) == ["王**先生您好", "I am M***, not Marylin"]


@given(
    st.lists(
        st.tuples(st.sampled_from(["agent", "customer"]), st.text(alphabet="0123幺三八零- ，@a.", max_size=12)),
        max_size=8,
    )
)
def test_each_turn_keeps_its_length(said):
    talk = turns(*said)
    assert [len(text) for text in masked_turns(talk)] == [len(turn["text"]) for turn in talk]


@given(st.text(alphabet="0123456789 -Xx京川A一三八零@.cn你好路号栋one ", max_size=80))
def test_a_text_keeps_its_length_and_all_that_is_not_covered(text):
    shown = mask(text)
    assert len(shown) == len(text)
    assert all(after in (before, "*") for before, after in zip(text, shown, strict=True))


@pytest.mark.parametrize(
    "piece", ["1-", "138-0013-8000-", "一三八零零", "6-2-", "a@", "路1号", "one ", "中", "@ ", "a b "]
)
def test_time_grows_with_the_length_and_not_faster(piece):
    """Counted in steps of the interpreter, not in seconds."""
    short, long = (steps(piece * (size // len(piece))) for size in (2_000, 8_000))
    assert long < 6 * short


def steps(text: str) -> int:
    """Calls, of Python and of C alike; a profiler leaves whoever traces lines alone."""
    count = 0

    def step(*_event: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(step)
    try:
        mask(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("138三个8二三四五六", "138****三四五六"),
        ("138 1234 嗯 5678", "138 **** 嗯 5678"),
        ("身份证号110105194912310020", "身份证号110*************20"),
        ("银行卡6222 0212 3456 7890 123", "银行卡******************0 123"),
        ("my card number is 7894 1256 4712 0021", "my card number is ************** 0021"),
        ("my ssn is 123-45-6789", "my ssn is 123-*****89"),
        ("my number is 5551234567 ext 9", "my number is 555******* ext 9"),
        ("it is 5 5 5 1 2 3 4 5 6 7", "it is 5 5 5 ***** 4 5 6 7"),
        ("five five five one two three forty five sixty seven", "five five five ************* forty five sixty seven"),
        ("张江路88弄6号1202室", "*************"),
        ("地址文三路398号", "地址*******"),
        ("三二一 at 163点com", "三** at 163点com"),
        ("john at yahoo dot co dot uk", "j*** at yahoo dot co dot uk"),
        ("本人欧阳小明", "本人欧***"),
        ("my name is john smith and", "my name is j********* and"),
        ("this is Mary Johnson calling", "this is M*********** calling"),
        ("I'm Peter Parker", "I'm P***********"),
        ("QQ号是123456789", "QQ号是1********"),
        ("加我微信zhang_san1", "加我微信z*********"),
    ],
)
def test_what_somebody_calls_by_its_name_is_covered(said, shown):
    assert mask(said) == shown


@pytest.mark.parametrize(
    "said",
    [
        "call 1-800-275-2273",
        "一二三四五六七八九十",
        "one two three four five six seven eight nine ten",
        "1 2 3 4 5 6 7 8 9 10",
        "o o o o o o o o",
        "twenty twenty three to twenty twenty four",
        "my name is important",
        "my name is not on the account",
        "this is correct",
        "I'm happy to help",
        "微信12345678元",
        "my order number is 5551234567",
        "身份证有效期 2015.01.01-2035.01.01",
    ],
)
def test_counting_hotlines_and_plain_words_stay(said):
    assert mask(said) == said


@pytest.mark.slow
@pytest.mark.parametrize(
    "sign",
    [
        " ",
        "\t",
        "@",
        " at ",
        "a@",
        "艾特",
        "6 ",
        "1000 ",
        "路",
        "QQ",
        "my name is ",
        "三个",
        "王小明，",
        "john smith ",
        "幸福小区3栋",
        "flat 4 ",
    ],
)
def test_a_line_of_one_thing_costs_its_length_and_no_more(sign):
    """Four times the length in about four times the time; what looks back over the line would take sixteen."""

    def took(size: int) -> float:
        begun = time.process_time()
        mask((sign * size)[:size] + "z")
        return time.process_time() - begun

    took(1000)
    short, long = (min(took(size) for _try in range(3)) for size in (10_000, 40_000))
    assert long < 8 * short
