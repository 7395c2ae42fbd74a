"""What is held on one person of the growth path."""

from collections.abc import Iterator
from typing import Any

from hengcai.base.plain import plain_row
from hengcai.growth.models import Plan, ReserveMember, Standing
from hengcai.people.models import Person

Row = dict[str, Any]


def standings_held(person: Person) -> Iterator[Row]:
    for one in Standing.objects.filter(person=person).select_related("step__ladder", "by").order_by("since", "pk"):
        where = {"ladder": one.code, "version": one.step.ladder.number, "step": one.step.order}
        days = {"since": one.since, "until": one.until, "re_rate_on": one.re_rate_on}
        yield plain_row({**where, "outcome": one.outcome, **days, "because": one.because, "by": one.by.name})
    for held in ReserveMember.objects.filter(person=person).select_related("step__ladder").order_by("since", "pk"):
        facts = {"ladder": held.step.ladder.code, "step": held.step.order, "outcome": "reserve"}
        yield plain_row({**facts, "since": held.since, "until": held.until, "because": held.because})


def plans_held(person: Person) -> Iterator[Row]:
    for one in Plan.objects.filter(person=person).select_related("superior").prefetch_related("goals__competency"):
        signed = {"person_signed_at": one.person_signed_at, "superior_signed_at": one.superior_signed_at}
        texts = {"wish": one.wish, "strengths": one.strengths, "ending": one.ending}
        goals = [
            plain_row({
                "competency": goal.competency and goal.competency.code, "what": goal.what, "how": goal.how,
                "support": goal.support, "due_on": goal.due_on, "done_on": goal.done_on, "outcome": goal.outcome,
            })
            for goal in one.goals.all()
        ]  # fmt: skip
        yield plain_row({"year": one.year, "state": one.state, "superior": one.superior.name, **texts, **signed}) | {
            "goals": goals
        }
