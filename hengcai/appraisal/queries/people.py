"""Finds the one person somebody means by a number or a name."""

from hengcai.base.errors import NotValid
from hengcai.base.ids import folded, shown
from hengcai.base.permissions import Doer
from hengcai.people.models import Person
from hengcai.people.queries import people_seen_by

NAMED = 5


def person_meant(user: Doer, text: str) -> Person:
    """A number is certain; a name only where one person bears it."""
    wanted = shown(text)
    seen = people_seen_by(user)
    found = list(seen.filter(number=folded(text))) or list(seen.filter(name=wanted).order_by("number")[:NAMED])
    if not found:
        raise NotValid("appraisal.nobody_so_called", value=wanted)
    if len(found) > 1:
        raise NotValid("appraisal.several_so_called", value=wanted, numbers=[one.number for one in found])
    return found[0]
