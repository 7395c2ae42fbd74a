"""What a sampling plan of the centre is drawn from: its text, which contacts, who is new among the people."""

from collections.abc import Iterable, Mapping

from django.conf import settings
from django.db.models import Q, QuerySet

from hengcai.base.errors import NotValid
from hengcai.interactions.models import Contact
from hengcai.interactions.permissions import started_on
from hengcai.people.models import Employment
from hengcai.quality.drawn_models import Draw, SamplingPlan
from hengcai.quality.rules.sampling.analysts import Analysts
from hengcai.quality.rules.sampling.conditions import FLAGS
from hengcai.quality.rules.sampling.people import People
from hengcai.quality.rules.sampling.plan import Analyst, Plan, Roster
from hengcai.quality.rules.sampling.plan_file import parsed_plan
from hengcai.quality.rules.sampling.rounds import A_WEEK, Round

FILE = "plan.yaml"  # how a refusal names the text
# flags stand in rows of their own: `found` reads them by the contact's key
COLUMNS = {
    "id": "key", "agent": "agent__number", "started_at": "started_at", "channel": "channel", "language": "language",
    "csat": "csat", "recommend": "recommend", "complaint": "complaint", "resolved_first_contact": "is_resolved_first",
    "turns": "turn_count", "queue": "queue", "csat_source": "csat_source", FLAGS: "key",
}  # fmt: skip


def read_text(text: str) -> Plan:
    """A rule can only ask about what the centre keeps of its contacts."""
    plan = parsed_plan(text, file=FILE)
    unknown = [name for name in plan.columns if name not in COLUMNS]
    if unknown:
        raise NotValid("quality.plan_column_not_kept", columns=tuple(unknown), known=tuple(COLUMNS))
    if not plan.name:
        raise NotValid("quality.plan_without_name")
    return plan


def read_analysts(rows: Iterable[Mapping[str, str]]) -> tuple[Analyst, ...]:
    found = Analysts()
    for row in rows:
        found.take(row)
    return found.all()


def contacts_of(row: SamplingPlan, this: Round, *, after: int, up_to: int | None = None) -> QuerySet[Contact]:
    """Of the round's days, between two keys."""
    first, last = row.first_on, row.last_on
    if this.week is not None:
        first, last = max(first, this.week), min(last, this.week + A_WEEK - (A_WEEK / 7))
    until = Q() if up_to is None else Q(pk__lte=up_to)
    return Contact.objects.filter(until, started_on(first, last, zone=settings.TIME_ZONE), pk__gt=after)


def round_of(draw: Draw) -> Round:
    return Round(draw.week, draw.number)


def roster_of(plan: Plan) -> Roster:
    staff = People()
    for number, hired_on, left_on in Employment.objects.values_list("person__number", "hired_on", "left_on"):
        left = left_on.isoformat() if left_on else ""
        staff.take({"id": number, "hired_on": hired_on.isoformat(), "since": "", "left_on": left})
    return staff.roster(plan)
