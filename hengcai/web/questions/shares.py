"""Shares as the editor offers them."""

from fractions import Fraction

from django.utils.translation import gettext as _

RIGHT, EVEN = "1", "even"
PARTS = ("3/4", "2/3", "1/2", "1/3", "1/4", "1/5", "1/6")
COSTS = ("-1/4", "-1/3", "-1/2", "-1")


def share_choices(kind, value):
    """`even`: one of the right ones, whose points are split evenly; what a question has besides stays as it is."""
    first = (EVEN, _("right")) if kind == "multiple" else (RIGHT, _("right"))
    costs = COSTS if kind in ("single", "multiple", "true_false") else ()
    found = [("0", _("wrong")), first, *((one, one) for one in PARTS), *((one, one.replace("-", "−")) for one in costs)]
    return found if not value or value in dict(found) else [*found, (value, value)]


def settled(shares):
    """Shares as typed → as kept: `even` is what is left to each of the right ones."""
    even = sum(1 for one in shares if one == EVEN)
    return [str(Fraction(1, even)) if one == EVEN else one or "0" for one in shares]


def typed(shares):
    """The other way: all that are right have the same share and make up the whole."""
    right = [one for one in shares if Fraction(one) > 0]
    is_even = bool(right) and len(set(right)) == 1 and Fraction(right[0]) * len(right) == 1
    return [EVEN if is_even and Fraction(one) > 0 else one for one in shares]
