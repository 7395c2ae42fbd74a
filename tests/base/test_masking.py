import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengcai.base.masking import mask, pieces

ID_CARD = "11010519491231002X"
CARD = "6222021234567890128"  # Luhn holds


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("我的号码是13812345678，宽带断了", "我的号码是138****5678，宽带断了"),
        ("call me on 13812345678 please", "call me on 138****5678 please"),
        ("+86 138 1234 5678", "138****5678"),
        ("8613812345678", "138****5678"),
        ("138-1234-5678和139 1234 5678", "138****5678和139****5678"),
        ("1 3 8 1 2 3 4 5 6 7 8", "138****5678"),
        ("１３８１２３４５６７８", "138****5678"),
        ("号码幺三八零零一三八零零零对吧", "号码138****8000对吧"),
        ("一三八零零一三八零零零", "138****8000"),
        ("打13812345678一会儿接", "打138****5678一会儿接"),
        ("办公室028-12345678", "办公室028*********"),
        ("02812345678", "028********"),
        ("(028)12345678", "(02**********"),
        ("my number is (555) 123-4567.", "my number is (55***********."),
        ("ring +44 20 7946 0958", "ring +44*************"),
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
    "said",
    [
        ID_CARD,
        ID_CARD.lower(),
        "１１０１０５１９４９１２３１００２Ｘ",
        "110105 19491231 002X",
        "一一零一零五一九四九一二三一零零二X",
    ],
)
def test_id_cards_are_covered_when_their_check_digit_holds(said):
    assert mask(
        f"身份证{said}。"
    ) == f"身份证110*************2{said[-1].upper() if said[-1] != 'x' else 'x'}。".replace("Ｘ", "X")


def test_a_number_whose_check_digit_fails_is_not_an_id_card():
    assert mask("编号110105194912310021") == "编号110105194912310021"


@pytest.mark.parametrize(
    "said", [CARD, "6222 0212 3456 7890 128", "6222-0212-3456-7890-128", "4111 1111 1111 1111", "378282246310005"]
)
def test_bank_cards_are_covered_when_luhn_holds(said):
    digits = "".join(one for one in said if one.isdigit())
    assert mask(f"卡号{said}，谢谢") == f"卡号****{digits[-4:]}，谢谢"


def test_a_number_that_fails_luhn_is_no_card():
    assert mask("6222021234567890129") == "6222021234567890129"


def test_a_phone_right_after_another_number_is_still_found():
    assert mask("12345 13812345678") == "12345 138****5678"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("发到zhang.san_88@163.com吧", "发到z***@163.com吧"),
        ("mail 13812345678@qq.com", "mail 1***@qq.com"),
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
        ("川A·D12345", "川A*****"),
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
    assert found == [("打", ""), ("138****5678", "phone"), ("或", ""), ("a***@b.cn", "email")]
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
