"""复训: courses to be taken again since their certificate has run out, of the people one answers for."""

from dataclasses import dataclass
from datetime import date

from hengcai.base.permissions import Doer
from hengcai.people.models import Person
from hengcai.programme import permissions
from hengcai.training.models import Certificate, Course, Enrolment
from hengcai.training.running_out import expired


@dataclass(frozen=True)
class Refresher:
    """`course`: the version in use, None where there is none any more. `is_learning`: they are on it already."""

    certificate: Certificate
    course: Course | None
    is_learning: bool


def refreshers_of(user: Doer, *, day: date) -> list[Refresher]:
    """The longest expired first; three queries whoever is there."""
    reached = permissions.SEE_GAPS.rows(Person.objects.all(), user).order_by().values("pk")
    rows = list(expired(day).filter(enrolment__person__in=reached))
    codes = {one.enrolment.course.code for one in rows}
    in_use = {one.code: one for one in Course.objects.filter(code__in=codes, state=Course.State.PUBLISHED)}
    ways = Enrolment.objects.filter(course__code__in=codes, state=Enrolment.State.LEARNING)
    learning = set(ways.values_list("person", "course__code"))
    return [_refresher(one, in_use, learning) for one in rows]


def _refresher(one: Certificate, in_use: dict[str, Course], learning: set[tuple[int, str]]) -> Refresher:
    code = one.enrolment.course.code
    return Refresher(one, in_use.get(code), (one.enrolment.person_id, code) in learning)
