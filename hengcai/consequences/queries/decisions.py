"""The log of what was decided: each consequence with its rule, its evidence and who decided it, the newest first."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, overload

from django.conf import settings
from django.db.models import CharField, F, Q, QuerySet, Value

from hengcai.appraisal.models import Policy, Result
from hengcai.base.days import EARLIEST, LATEST, bounds, within_reach
from hengcai.base.ids import folded
from hengcai.base.permissions import Doer
from hengcai.consequences import permissions
from hengcai.consequences.models import Nomination, PayRun, Plan, Proposal, Review
from hengcai.consequences.queries.awards import nominations_seen_by
from hengcai.consequences.queries.pay import runs_listed
from hengcai.consequences.queries.plans import moves_seen_by, plans_seen_by
from hengcai.consequences.queries.reviews import reviews_seen_by
from hengcai.people.models import Person

PAY, REVIEW, PLAN, MOVE, AWARD = KINDS = ("pay", "review", "plan", "move", "award")
BATCH = 500


@dataclass(frozen=True)
class DecisionFilter:
    kind: str = ""
    person: str = ""
    first_day: date | None = None
    last_day: date | None = None

    def of(self, moment: str) -> Q:
        found = Q()
        if self.person:
            found &= Q(person__number=folded(self.person)) | Q(person__name__icontains=self.person)
        if self.first_day or self.last_day:
            days = (within_reach(self.first_day or EARLIEST), within_reach(self.last_day or LATEST))
            first, after = bounds(*days, settings.TIME_ZONE)
            found &= Q(**{f"{moment}__gte": first, f"{moment}__lt": after})
        return found


@dataclass(frozen=True)
class Decision:
    """`person` and `result` None: of a whole run. `outcome`: the state it ended in."""

    kind: str
    pk: int
    what: str
    outcome: str
    person: Person | None
    result: Result | None
    policy: Policy | None
    by: str
    at: datetime
    reason: str


class Decisions(Sequence[Decision]):
    """As many as there are, read a page at a time: in order by key alone, then each kind in one query."""

    def __init__(self, user: Doer, wanted: DecisionFilter) -> None:
        self.rows = {kind: read(user, wanted) for kind, read in _READS.items() if wanted.kind in ("", kind)}
        first, *rest = [_keys(kind, rows) for kind, rows in self.rows.items()]
        self.keys = first.union(*rest, all=True) if rest else first

    def __len__(self) -> int:
        return self.keys.count()

    @overload
    def __getitem__(self, wanted: int) -> Decision: ...
    @overload
    def __getitem__(self, wanted: slice) -> list[Decision]: ...
    def __getitem__(self, wanted: int | slice) -> Decision | list[Decision]:
        if isinstance(wanted, int):
            return self._made([self._ordered()[wanted]])[0]
        return self._made(list(self._ordered()[wanted]))

    def __iter__(self) -> Iterator[Decision]:
        for start in range(0, len(self), BATCH):
            yield from self[start : start + BATCH]

    def _ordered(self) -> QuerySet[Any, Any]:
        return self.keys.order_by("-moment", "of_kind", "-key")

    def _made(self, keys: Sequence[Mapping[str, Any]]) -> list[Decision]:
        found: dict[tuple[str, int], Decision] = {}
        for kind in {one["of_kind"] for one in keys}:
            some = [one["key"] for one in keys if one["of_kind"] == kind]
            found |= {(kind, row.pk): _TOLD[kind](row) for row in self._read(kind, some)}
        places = [(one["of_kind"], one["key"]) for one in keys]
        return [found[place] for place in places if place in found]

    def _read(self, kind: str, keys: Sequence[int]) -> QuerySet[Any]:
        rows = self.rows[kind][0].order_by().filter(pk__in=keys)
        return rows if kind == PAY else rows.defer("result__detail", "result__levels", "result__inputs")


def decisions_seen_by(user: Doer, wanted: DecisionFilter) -> Sequence[Decision]:
    """Of each kind what its own list shows the reader: no log tells more than the pages."""
    return Decisions(user, wanted) if permissions.SEE_MOVE.is_held_by(user) else []


Found = tuple[QuerySet[Any], str]


def _keys(kind: str, found: Found) -> QuerySet[Any, Any]:
    rows, moment = found
    return rows.order_by().values(of_kind=Value(kind, CharField()), key=F("pk"), moment=F(moment))


def _pay(user: Doer, wanted: DecisionFilter) -> Found:
    rows = runs_listed(user).filter(state__in=PayRun.FINAL).select_related("cycle__policy")
    days = DecisionFilter(first_day=wanted.first_day, last_day=wanted.last_day)
    return (rows.none() if wanted.person else rows.filter(days.of("decided_at"))), "decided_at"


def _reviews(user: Doer, wanted: DecisionFilter) -> Found:
    ended = (Review.State.UPHELD, Review.State.WAIVED)
    return reviews_seen_by(user).filter(wanted.of("decided_at"), state__in=ended), "decided_at"


def _plans(user: Doer, wanted: DecisionFilter) -> Found:
    """One withdrawn with a correction was nobody's decision."""
    rows = plans_seen_by(user).exclude(overtaken_by__isnull=False, ending="")
    return rows.filter(wanted.of("ended_at"), ended_at__isnull=False), "ended_at"


def _moves(user: Doer, wanted: DecisionFilter) -> Found:
    return moves_seen_by(user).filter(wanted.of("decided_at"), decided_at__isnull=False), "decided_at"


def _awards(user: Doer, wanted: DecisionFilter) -> Found:
    return nominations_seen_by(user).filter(wanted.of("decided_at"), decided_at__isnull=False), "decided_at"


def _run_told(row: PayRun) -> Decision:
    policy = row.cycle.policy if row.cycle else None
    what, by = f"consequences.run.kind.{row.kind}", row.decided_by.name if row.decided_by else ""
    assert row.decided_at is not None  # noqa: S101 - filtered
    state = f"consequences.run.state.{row.state}"
    return Decision(PAY, row.pk, what, state, None, None, policy, by, row.decided_at, row.alone_because)


def _told(kind: str, what: Callable[[Any], str], state: str, names: tuple[str, str, str]) -> Callable[[Any], Decision]:
    """`names`: the fields of who, when and why."""

    def made(row: Any) -> Decision:
        who, when, why = (getattr(row, name) for name in names)
        policy = row.result.participant.cycle.policy if row.result else None
        outcome = f"consequences.{state}.state.{row.state}"
        return Decision(
            kind, row.pk, what(row), outcome, row.person, row.result, policy, who.name if who else "", when, why
        )

    return made


def _cut(_row: Review) -> str:
    return "consequences.log.cut"


def _improvement(_row: Plan) -> str:
    return "consequences.log.plan"


def _move(row: Proposal) -> str:
    return f"consequences.move.kind.{row.kind}"


def _award(row: Nomination) -> str:
    return f"consequences.award.kind.{row.kind}"


DECIDED, ENDED = ("decided_by", "decided_at", "decision"), ("ended_by", "ended_at", "ending")
_READS = {PAY: _pay, REVIEW: _reviews, PLAN: _plans, MOVE: _moves, AWARD: _awards}
_TOLD: Mapping[str, Callable[[Any], Decision]] = {
    PAY: _run_told,
    REVIEW: _told(REVIEW, _cut, "review", ("decided_by", "decided_at", "reason")),
    PLAN: _told(PLAN, _improvement, "plan", ENDED),
    MOVE: _told(MOVE, _move, "move", DECIDED),
    AWARD: _told(AWARD, _award, "award", DECIDED),
}
