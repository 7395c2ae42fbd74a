"""Money and coefficients as these pages write them."""

from fractions import Fraction

from django import template

from hengcai.base.decimals import round_half_up
from hengcai.base.roles import GROUP, HEAD, HR, LEAD
from hengcai.consequences import permissions
from hengcai.consequences.queries.differences import has_changed

register = template.Library()
PLACES = 6
KNOWING = frozenset({LEAD, HR, HEAD, GROUP})


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


@register.inclusion_tag("consequences/links.html", takes_context=True)
def consequence_links(context, result):
    """From a result to what decided it, for its person; to the four steps for those who may know of them."""
    user = context["request"].user
    is_own = result.participant.person.user_id == user.pk
    changed = not is_own and permissions.SEE_RUN.is_held_by(user) and has_changed(result)
    return {
        "result": result, "explains": is_own and result.is_current, "steps": user.roles & KNOWING, "changed": changed,
    }  # fmt: skip
