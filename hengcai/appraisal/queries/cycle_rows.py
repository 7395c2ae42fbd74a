"""A cycle's results as a table: one row a participant, with what each part came to and the fair score beside it.

The names of columns are the ways into the JSON object of one agent, which is the one `hengcai appraise` prints.
"""

from collections.abc import Iterator
from typing import Any

from django.db.models import Prefetch

from hengcai.appraisal import permissions
from hengcai.appraisal.models import Cycle, FairScore, Participant, Result
from hengcai.appraisal.parsing import parsed
from hengcai.appraisal.queries.fair import ORDER
from hengcai.appraisal.rules.policy import MonthPolicy
from hengcai.appraisal.rules.skill import sources_of
from hengcai.base.permissions import Doer
from hengcai.base.plain import plain_row

CHUNK = 500
NOT_COMPUTED = "not_computed"
HEAD = ("cycle", "agent", "name", "team", "post", "revision", "status")
YEAR_COLUMNS = ("total", "exact", "fraction", "grade", "months_mean", "quarters_mean", "service_months")
FAIR = ("fair", "low", "high", "unknown")
Row = dict[str, Any]


def cycle_rows(cycle: Cycle, user: Doer) -> Iterator[Row]:
    """By number; who has no result yet stands there too."""
    permissions.SEE_PARTICIPANT.enter([], user)
    results = permissions.SEE_RESULT.rows(Result.objects.filter(is_current=True), user)
    results = results.defer("levels", "inputs").prefetch_related("fair_scores")
    rows = permissions.SEE_PARTICIPANT.rows(cycle.participants.select_related("person", "post"), user)
    rows = rows.select_related("placement__team").prefetch_related(Prefetch("results", results, to_attr="current"))
    ordered = rows.order_by("person__number", "pk").iterator(chunk_size=CHUNK)
    return (_row(cycle, one, next(iter(one.__dict__["current"]), None)) for one in ordered)


def cycle_columns(cycle: Cycle) -> tuple[str, ...]:
    """The same whatever was computed: they follow from the policy."""
    policy = parsed(cycle.policy)
    if cycle.kind == Cycle.Kind.YEAR:
        own = list(YEAR_COLUMNS)
    elif isinstance(policy, MonthPolicy):
        groups = [f"groups.{name}.{part}" for name in policy.groups for part in ("points", "earned")]
        parts = ("points", "share", "earned")
        indicators = [f"indicators.{name}.{part}" for name in policy.indicators for part in parts]
        own = ["total", "exact", "fraction", "grade", *groups, *indicators]
    else:
        sources = [f"sources.{name}.{part}" for name in sources_of(policy) for part in ("score", "used_weight")]
        own = ["final", "exact", "fraction", "band", *sources]
    return (*HEAD, *own, "reasons", *(f"fair.{basis}.{part}" for basis in bases_of(cycle) for part in FAIR))


def bases_of(cycle: Cycle) -> tuple[str, ...]:
    """A month rests on no ratings, a year on no scorings of its own."""
    if cycle.kind == Cycle.Kind.YEAR:
        return ()
    return (FairScore.Basis.EVALUATIONS,) if cycle.kind == Cycle.Kind.MONTH else ORDER


def flat(row: Row, before: str = "") -> Row:
    """One level, under dotted names; reasons are codes with a space between."""
    found: Row = {}
    for name, value in row.items():
        if isinstance(value, dict):
            found |= flat(value, f"{before}{name}.")
        else:
            found[f"{before}{name}"] = " ".join(map(str, value)) if name == "reasons" else value
    return found


def _row(cycle: Cycle, one: Participant, result: Result | None) -> Row:
    team = one.placement.team if one.placement else None
    who = {"cycle": cycle.code, "agent": one.person.number, "name": one.person.name, "team": team and team.name}
    head = {**who, "post": one.post.code}
    if result is None:
        return {**head, "revision": None, "status": NOT_COMPUTED}
    fair = {score.basis: fair_facts(score) for score in result.fair_scores.all()}
    told = {**head, "revision": result.revision, **result.detail, "fraction": result.exact or None}
    return {**told, "fair": {basis: fair[basis] for basis in bases_of(cycle) if basis in fair}}


def fair_facts(score: FairScore) -> Row:
    """`unknown` says why there is no fair score."""
    figures = {name: getattr(score, name) for name in ("raw", "fair", "low", "high", "n")}
    return plain_row({**figures, "unknown": score.unknown or None, "bands": score.bands})
