"""Money and coefficients as these pages write them."""

from fractions import Fraction

from django import template

from hengcai.base.decimals import round_half_up

register = template.Library()
PLACES = 6


@register.filter
def money(value):
    """Exactly two places, thousands set apart."""
    if value is None or value == "":
        return "–"
    text = round_half_up(Fraction(value), 2)
    sign, bare = ("−", text[1:]) if text.startswith("-") else ("", text)
    whole, cents = bare.split(".")
    return f"{sign}{int(whole):,}.{cents}"


@register.filter
def coefficient(value):
    """As many places as it has, one at least."""
    if value is None or value == "":
        return "–"
    text = round_half_up(Fraction(value), PLACES).rstrip("0")
    return f"{text}0" if text.endswith(".") else text
