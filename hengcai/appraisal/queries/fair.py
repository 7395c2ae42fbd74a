"""Fair scores as their readers may see them, and how far a cycle's raters overlap."""

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hengcai.accounts.models import User
from hengcai.appraisal.models import Cycle, FairDesign, FairScore, Result
from hengcai.appraisal.rules import fair, veil
from hengcai.base.decimals import round_half_up
from hengcai.people.models import Person

BASIS = FairScore.Basis
ORDER = (BASIS.FINAL, BASIS.SUPERIOR, BASIS.PEER, BASIS.EVALUATIONS)


def finals_of(results: Sequence[int]) -> dict[int, FairScore]:
    """Result → its fair score, where raters overlapped enough to know one with its interval."""
    rows = FairScore.objects.filter(result__in=results, basis=BASIS.FINAL, low__isnull=False, high__isnull=False)
    return {row.result_id: row for row in rows}


def fair_scores_of(result: Result, *, to_rated: bool, sees_peers: bool = False) -> list[FairScore]:
    """The final score first. Where peers count who may not see them sees what evaluations say, and the final's own
    correction worked out of the rounded final: from the rest the peers' marks could be worked out."""
    found = {one.basis: one for one in result.fair_scores.all()}
    if (to_rated or not sees_peers) and veil.is_pooled(result.detail):
        told = (
            {}
            if veil.are_few(result.detail)
            else {basis: _coarse(found[basis], result.final) for basis in found if basis == BASIS.FINAL}
        )
        found = told | {basis: one for basis, one in found.items() if basis == BASIS.EVALUATIONS}
    return [found[basis] for basis in ORDER if basis in found]


def _coarse(one: FairScore, final: Decimal | None) -> FairScore:
    """Chances of bands go, since with the interval they tell the score to more places than it has; so does the number of
    forms, which is the peers' as well."""
    shown = copy(one)
    shown.bands, shown.raw, shown.n = [], final, 0
    for name in ("fair", "low", "high"):
        value = getattr(one, name)
        setattr(shown, name, None if value is None or final is None else _tenths(final + _moved(value, one.raw)))
    return shown


def _moved(value: Decimal, raw: Decimal | None) -> Decimal:
    """How far a figure lies from the score it corrects, to one place: laid on the rounded final it tells no more of it."""
    return _tenths(value - (raw or 0))


def _tenths(value: Decimal) -> Decimal:
    return Decimal(round_half_up(Fraction(value), 1))


@dataclass(frozen=True)
class Severity:
    """How much harsher than the mean of all raters one is, in points of the scale; negative is more lenient."""

    name: str
    severity: float
    se: float
    n: int


@dataclass(frozen=True)
class Design:
    """One kind of evidence in a cycle: severities where they are known, else what stands apart."""

    basis: str
    unknown: str
    facts: Mapping[str, Any]
    severities: Sequence[Severity]
    apart: Sequence[Sequence[str]]

    @property
    def more_apart(self) -> int:
        return int(self.facts.get("subset_count", 0)) - len(self.apart)


def designs_of(cycle: Cycle) -> list[Design]:
    """Peers are never named, and their severities never worked out."""
    rows = list(FairDesign.objects.filter(cycle=cycle))
    names = _names(rows)
    found = {row.basis: _design(row, names[row.basis]) for row in rows}
    return [found[basis] for basis in ORDER if basis in found]


def _design(row: FairDesign, names: Mapping[int, str]) -> Design:
    told = row.detail.get("severities", [])
    severities = [Severity(names.get(one["rater"], "–"), one["severity"], one["se"], one["n"]) for one in told]
    apart = [[names.get(one, "–") for one in part] for part in row.detail.get("subsets", [])]
    return Design(row.basis, row.unknown, row.detail, sorted(severities, key=lambda one: one.name), apart)


def _names(rows: Sequence[FairDesign]) -> dict[str, Mapping[int, str]]:
    """Evaluations are by users, ratings by persons."""
    raters = {row.basis: _raters(row) for row in rows}
    users = User.objects.filter(pk__in=raters.get(BASIS.EVALUATIONS, ())).values_list("pk", "name")
    people = Person.objects.filter(pk__in=raters.get(BASIS.SUPERIOR, ())).values_list("pk", "name")
    return {BASIS.EVALUATIONS: dict(users), BASIS.SUPERIOR: dict(people), BASIS.PEER: {}}


def _raters(row: FairDesign) -> set[int]:
    severe = {one["rater"] for one in row.detail.get("severities", [])}
    return severe | {one for part in row.detail.get("subsets", []) for one in part}


@dataclass(frozen=True)
class OwnSeverity:
    """One's own among the analysts of a cycle; `unknown` says why there is none."""

    cycle: Cycle
    severity: float | None
    se: float | None
    n: int
    unknown: str = ""


def own_severities(user: User, *, count: int) -> list[OwnSeverity]:
    """From the evaluations of the newest cycles that were computed, oldest first; nobody else's is given out."""
    rows = FairDesign.objects.filter(basis=BASIS.EVALUATIONS).select_related("cycle")
    return [_own(row, user) for row in rows.order_by("-cycle__period_end", "-cycle__period_start")[:count]][::-1]


def _own(row: FairDesign, user: User) -> OwnSeverity:
    mine = next((one for one in row.detail.get("severities", []) if one["rater"] == user.pk), None)
    if mine is None:
        return OwnSeverity(row.cycle, None, None, 0, row.unknown or fair.NO_DATA)
    return OwnSeverity(row.cycle, mine["severity"], mine["se"], mine["n"])
