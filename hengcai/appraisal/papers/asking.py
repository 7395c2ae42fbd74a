"""What the forms of an appraisal are filled from."""

from collections.abc import Collection
from dataclasses import dataclass

from hengcai.appraisal.models import Cycle, RatingTask
from hengcai.appraisal.queries.printed import cycles_to_print
from hengcai.base.bilingual import Bilingual
from hengcai.base.errors import NotNow
from hengcai.base.permissions import Doer
from hengcai.framework.models import Framework
from hengcai.framework.papers.asking import in_force
from hengcai.paper.forms.form import Ask
from hengcai.paper.forms.making import Making

QUARTERS, MONTHS, PROBATIONS = ("quarter", "probation", "special"), ("month",), ("probation",)
NUMBER = Ask("number")


def _own_number(user: Doer) -> str:
    person = getattr(user, "person", None)
    return str(person.number) if person else ""


OWN_NUMBER = Ask("number", suggests=_own_number)


@dataclass(frozen=True)
class Rater:
    """As whom a form is filled in; chosen like a row."""

    code: str
    name: Bilingual


RATERS = (
    Rater(RatingTask.Source.SUPERIOR, Bilingual("上级", "Superior")),
    Rater(RatingTask.Source.PEER, Bilingual("同事", "Peer")),
)
SOURCE = Ask("source", lambda _user: RATERS)


def cycle_of(kinds: Collection[str]) -> Ask:
    return Ask("cycle", lambda user: cycles_to_print(user, kinds), may_be_blank=True)


def whose(making: Making) -> tuple[Cycle | None, str]:
    """The cycle, and the number of the person; either may be left open."""
    return making.chosen("cycle"), making.chosen("number") or ""


def framework_for(making: Making) -> Framework:
    """The cycle's own, else the one in force."""
    cycle, _number = whose(making)
    return cycle.framework if cycle else in_force()


def not_here(making: Making) -> NotNow:
    cycle, number = whose(making)
    return NotNow("form.not_here", name=number, cycle=cycle.name if cycle else "–", form=making.head.title)
