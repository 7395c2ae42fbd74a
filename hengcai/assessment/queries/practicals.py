"""Check-lists and practical examinations as lists and pages show them."""

from dataclasses import dataclass
from fractions import Fraction

from django.db.models import Count, Q, QuerySet

from hengcai.accounts.models import User
from hengcai.accounts.queries import holders_of
from hengcai.assessment import permissions, states
from hengcai.assessment.checking import Mark, list_of, marks_of, seconds_of
from hengcai.assessment.models import Checklist, CheckSheet, Practical
from hengcai.assessment.rules.checklists import Checklist as List
from hengcai.assessment.rules.checklists import Item, alike, joined, to_settle
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.base.states import moves_open
from hengcai.people.models import Person

CHECKLIST_ORDERS = Orders(
    {
        "code": ("code", "-number"),
        "kind": ("kind", "code", "-number"),
        "state": ("state", "code", "-number"),
        "minutes": ("minutes", "code", "-number"),
    }
)
ORDERS = Orders(
    {
        "opened": ("-opened_at", "-pk"),
        "person": ("person__name", "person__number", "-opened_at", "-pk"),
        "checklist": ("checklist__code", "-opened_at", "-pk"),
        "state": ("state", "-opened_at", "-pk"),
        "percent": ("-percent?", "-pk"),
    }
)


@dataclass(frozen=True)
class ChecklistFilter:
    kind: str = ""
    state: str = ""

    def condition(self) -> Q:
        asked = {"kind": self.kind, "state": self.state}
        return Q(**{name: value for name, value in asked.items() if value})


@dataclass(frozen=True)
class PracticalFilter:
    code: str = ""
    kind: str = ""
    state: str = ""

    def condition(self) -> Q:
        asked = {"checklist__code": self.code, "checklist__kind": self.kind, "state": self.state}
        return Q(**{name: value for name, value in asked.items() if value})


def checklists_seen_by(user: Doer) -> QuerySet[Checklist]:
    """`n_finished`: how many were examined by the version."""
    finished = Count("practicals", filter=Q(practicals__state=Practical.State.FINISHED))
    rows = Checklist.objects.annotate(n_finished=finished).order_by("code", "-number")
    return permissions.SEE_CHECKLISTS.rows(rows, user)


def checklists_in_force() -> QuerySet[Checklist]:
    return Checklist.objects.filter(state=Checklist.State.PUBLISHED).order_by("kind", "code")


def practicals_seen_by(user: Doer) -> QuerySet[Practical]:
    rows = Practical.objects.select_related("checklist", "person", "answered_by").order_by("-opened_at", "-pk")
    return permissions.SEE_PRACTICALS.rows(rows, user)


def people_examined_by(user: Doer) -> QuerySet[Person]:
    """Whom this user may examine."""
    return permissions.EXAMINE.rows(Person.objects.order_by("name", "number"), user)


def sheet_of(practical: Practical, user: Doer) -> CheckSheet | None:
    """The user's own."""
    rows = CheckSheet.objects.filter(practical=practical)
    return permissions.TICK.rows(rows, user).select_related("practical__checklist", "practical__person").first()


def able_seconds(user: Doer) -> QuerySet[User]:
    return holders_of(permissions.TICK).exclude(pk=user.pk).order_by("name")


def checklist_moves(checklist: Checklist, user: Doer) -> list[str]:
    return [one.name for one in moves_open(states.CHECKLIST_MOVES, checklist, user)]


def practical_moves(practical: Practical, user: Doer) -> list[str]:
    """The answers to an objection only while one waits."""
    waits = practical.objected_at is not None and practical.answered_at is None
    answers = {"annul_practical", "uphold_practical"}
    return [one.name for one in moves_open(states.PRACTICAL_MOVES, practical, user) if waits or one.name not in answers]


@dataclass(frozen=True)
class Judged:
    """One item of a finished examination: what each examiner ticked and noted, and what it was worth."""

    item: Item
    marks: tuple[Mark, ...]
    worth: Fraction | None
    settled: tuple[str, str] | None

    @property
    def differs(self) -> bool:
        return len({one.value for one in self.marks}) > 1


@dataclass(frozen=True)
class Told:
    """`alike`: on how many items two examiners agree, of how many; None where one examined alone."""

    checklist: List
    sheets: tuple[CheckSheet, ...]
    judged: tuple[Judged, ...]
    remarks: tuple[str, ...]
    alike: tuple[int, int] | None
    seconds: int | None
    to_settle: tuple[str, ...]


def told_of(practical: Practical) -> Told:
    """Of sheets that were sent: what is being ticked is its examiner's alone."""
    checklist = list_of(practical.checklist)
    rows = practical.sheets.select_related("examiner").prefetch_related("ticks").order_by("is_second", "pk")
    every = list(rows)
    is_open = practical.state == Practical.State.OPEN
    sheets = [one for one in every if one.sent_at] if not is_open or all(one.sent_at for one in every) else []
    marks = [marks_of(sorted(one.ticks.all(), key=lambda tick: tick.pk)) for one in sheets]
    values = [one.values for one in sheets]
    settled = {item: (value, why) for item, (value, why) in practical.settled.items()}
    worth = joined(checklist, values, {item: value for item, (value, _why) in settled.items()}) if sheets else {}
    judged = [
        Judged(item, tuple(one.get(item.id, Mark()) for one in marks), worth.get(item.id), settled.get(item.id))
        for item in checklist.items
    ]
    open_items = to_settle(checklist, values, practical.settled) if sheets and is_open else []
    return Told(
        checklist, tuple(every), tuple(judged) if sheets else (), tuple(one[""].note for one in marks if "" in one),
        alike(checklist, *values) if len(values) == 2 else None, seconds_of(practical), tuple(open_items),
    )  # fmt: skip


def pairs_of(checklist: Checklist) -> list[tuple[int, str, str, str]]:
    """Every item two examiners ticked, of every version of a check-list: (examination, item, first, second)."""
    sheets = CheckSheet.objects.filter(practical__checklist__code=checklist.code, sent_at__isnull=False)
    by_practical: dict[int, list[CheckSheet]] = {}
    for one in sheets.order_by("practical", "is_second"):
        by_practical.setdefault(one.practical_id, []).append(one)
    return [
        (key, item, str(first.values[item]), str(second.values[item]))
        for key, (first, second) in ((key, two) for key, two in by_practical.items() if len(two) == 2)
        for item in first.values
        if item in second.values
    ]
