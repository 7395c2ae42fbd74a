from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengcai.base.decimals import Exact, exact, round_half_up, rounded, scaled, written
from hengcai.base.errors import NotValid

REFUSED = (
    "",
    " ",
    "1e0",
    "NaN",
    "inf",
    "+4",
    "-1",
    "４",
    "٤",
    "4,5",
    "1_0",
    "4.",
    ".5",
    "4.5.1",
    "0x1",
    "1 2",
    "4\n",
    "4\t",
    "4\u00a0",
    "9" * 401,
    "- 1",
    "--1",
    "4-",
)


@pytest.mark.parametrize("text", REFUSED)
def test_only_ascii_digits_and_one_point_are_a_decimal(text: str) -> None:
    with pytest.raises(NotValid) as refusal:
        exact(text)
    assert refusal.value.code == "decimal.malformed"
    assert refusal.value.facts == {"value": text}


def test_spaces_around_are_allowed_and_leading_zeros_count_nothing() -> None:
    assert exact("  004.50 ") == Fraction(9, 2)
    assert exact("9" * 400) == int("9" * 400)


def test_a_minus_is_read_only_where_the_caller_allows_it() -> None:
    assert exact(" -0.5", signed=True) == Fraction(-1, 2)
    for text in ("- 1", "--1", "-", "+1", "1-"):
        with pytest.raises(NotValid):
            exact(text, signed=True)


def test_written_remembers_how_the_number_was_written() -> None:
    assert written(" 0.40 ") == Exact("0.40", Fraction(2, 5))


def test_scaled_is_an_integer_when_nothing_is_lost() -> None:
    assert scaled("4.5", scale=1000) == 4500
    assert type(scaled("4.5", scale=1000)) is int
    assert scaled("4.0001", scale=1000) == Fraction(40001, 10)


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (Fraction("4.449995"), 1, "4.4"),
        (Fraction("4.45"), 1, "4.5"),
        (Fraction(1, 3), 4, "0.3333"),
        (Fraction(5, 2), 0, "3"),
        (Fraction("-0.04"), 1, "0.0"),
        (Fraction("-0.05"), 1, "-0.1"),
        (Fraction(100), 4, "100.0000"),
    ],
)
def test_rounding_is_half_up_from_the_exact_value(value: Fraction, places: int, text: str) -> None:
    assert round_half_up(value, places) == text
    assert rounded(value, places=places) == Fraction(text)


@given(st.decimals(min_value=-1000, max_value=1000, places=6), st.integers(0, 6))
def test_rounding_agrees_with_the_decimal_module(number: Decimal, places: int) -> None:
    expected = number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    assert round_half_up(Fraction(number), places) == f"{expected if expected else abs(expected):f}"
