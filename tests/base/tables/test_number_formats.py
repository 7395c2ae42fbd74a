from decimal import Decimal

import pytest

from hengcai.base.tables.number_formats import cell_text


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        ("123", "General", "123"), ("123", "@", "123"), ("123", "0", "123"), ("123", "00000", "00123"),
        ("123456", "00000", "123456"), ("77", '"CS"0000', "CS0077"), ("77", r"\C\S0000", "CS0077"),
        ("77", "[Red]00000;-0", "00077"), ("0", "000", "000"), ("123456", "000-0000", "012-3456"),
        ("5", '0"号"', "5号"), ("5", 'General"号"', "5号"), ("5", "G/通用格式", "5"), ("5", 'G/通用格式"号"', "5号"), ("12", "0_ ", "12"), ("999", "#,##0", "999"),
        ("12", "0.00", "12"), ("3", '"A组"0', "A组3"), ("7", '[$-804]00', "07"), ("5", '"no;"0', "no;5"),
    ],
)  # fmt: skip
def test_an_id_is_what_the_cell_shows(value: str, code: str, text: str) -> None:
    assert cell_text(Decimal(value), code) == (text, True)


@pytest.mark.parametrize(
    ("value", "code"),
    [("12345", "#,##0"), ("1.4", "0"), ("138001380000", "0.00E+00"), ("12", "# ?/?"), ("123", "[DBNum1]0"),
     ("12", "$0"), ("12", "[>=10]0;00"), ("12000", "0,"), ("12", ";;"), ("12", '"secret"'), ("12", "¥0")],
)  # fmt: skip
def test_a_format_that_hides_or_rearranges_digits_shows_no_id_but_keeps_the_amount(value: str, code: str) -> None:
    assert cell_text(Decimal(value), code) == (value, False)


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        ("0.85", "0%", "85%"), ("0.8512", "0%", "85.12%"), ("0.855", "0.0%;-0.0%", "85.5%"), ("0", "0%", "0%"),
        ("-0.05", "0%", "-5%"), ("85", '0"%"', "85%"), ("85", r"0\%", "85%"), ("8.5", '0.0"小时"', "8.5小时"),
        ("8.25", '0"小时"', "8.25小时"), ("4.449995", "0.0", "4.449995"), ("1234.5", "#,##0.00", "1234.5"),
        ("-3", "0;[Red]-0", "-3"), ("-3", "0_);(0)", "-3"), ("12", '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ @_ ', "12"),
    ],
)  # fmt: skip
def test_an_amount_keeps_its_decimals_and_gets_the_sign_its_cell_shows(value: str, code: str, text: str) -> None:
    assert cell_text(Decimal(value), code)[0] == text
