"""Raters whose yardstick is beyond chance another one than the others'. Builds rows; the actions write them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from statistics import NormalDist

from django.db.models.fields.json import KT

from hengcai.accounts.models import User
from hengcai.appraisal.models import Cycle, FairDesign, FairScore, RaterFinding, RatingTask, Result
from hengcai.appraisal.rules import fair
from hengcai.appraisal.rules.patterns import seed_of
from hengcai.appraisal.rules.spread import leanings
from hengcai.people.models import Person

BASIS = RaterFinding.Basis
NAMED = {FairScore.Basis.EVALUATIONS: BASIS.EVALUATIONS, FairScore.Basis.SUPERIOR: BASIS.SUPERIOR}


def rater_findings(cycle: Cycle, designs: Sequence[FairDesign]) -> list[RaterFinding]:
    """Analysts and superiors; peers are never named. Superiors' bare means only where severity is not known."""
    found: list[RaterFinding] = []
    for design in designs:
        if design.basis in NAMED and not design.unknown:
            found += _apart(cycle, NAMED[FairScore.Basis(design.basis)], design.detail.get("severities", []))
        elif design.basis == FairScore.Basis.SUPERIOR:
            found += _leaning(cycle)
    return found


def _apart(cycle: Cycle, basis: str, told: Sequence[Mapping[str, float]]) -> Iterator[RaterFinding]:
    from hengcai.measurement.quantiles import two_sided_z

    z = two_sided_z(fair.CONFIDENCE)
    sure = {int(one["rater"]): one for one in told if abs(one["severity"]) > z * one["se"]}
    known = _people(sure) if basis == BASIS.SUPERIOR else {}
    users = User.objects.in_bulk(list(sure)) if basis == BASIS.EVALUATIONS else {}
    for rater, one in sure.items():
        person = known.get(rater)
        user = users.get(rater) or (person.user if person else None)
        if person is not None or user is not None:
            half = z * one["se"]
            row = RaterFinding(cycle=cycle, basis=basis, user=user, person=person, n=int(one["n"]), looks=len(told))
            row.chance = _ten(2 * NormalDist().cdf(-abs(one["severity"]) / one["se"]))
            yield _told(row, rater, one["severity"], one["severity"] - half, one["severity"] + half)


def _leaning(cycle: Cycle) -> Iterator[RaterFinding]:
    """Harsher is positive here too: a mean below everybody's. Its chance: of as many people taken at random."""
    values = _superiors(cycle)
    chance = _chances(values, seed_of(f"{cycle.code}|{cycle.seed}"))
    known = _people(values)
    for one in leanings({str(rater): some for rater, some in sorted(values.items())}):
        if one.is_apart and one.low is not None and one.high is not None and int(one.name) in known:
            person = known[int(one.name)]
            row = RaterFinding(cycle=cycle, basis=BASIS.SUPERIOR_MEAN, user=person.user, person=person, n=one.n)
            row.chance, row.looks = _ten(chance[person.pk]), len(values)
            yield _told(row, person.pk, -one.difference, -one.high, -one.low)


def _chances(values: Mapping[int, Sequence[float]], seed: int) -> dict[int, float]:
    import numpy as np

    from hengcai.measurement.chance.draws import null_of_means

    everybody = np.array([value for some in values.values() for value in some])
    nulls = {n: null_of_means(everybody, n, seed=seed) for n in {len(some) for some in values.values()}}
    centre = float(everybody.mean()) if everybody.size else 0.0
    return {
        rater: nulls[len(some)].beyond(sum(some) / len(some), centre=centre) for rater, some in sorted(values.items())
    }


def _superiors(cycle: Cycle) -> dict[int, list[float]]:
    """Each superior's people's scores; people two superiors rated are left out."""
    tasks = RatingTask.objects.filter(
        participant__cycle=cycle, source=RatingTask.Source.SUPERIOR, state=RatingTask.State.SENT
    )
    raters: dict[int, list[int]] = defaultdict(list)
    for participant, rater in tasks.values_list("participant_id", "rater_id"):
        raters[participant].append(rater)
    scores = Result.objects.filter(participant__cycle=cycle, is_current=True)
    values: dict[int, list[float]] = defaultdict(list)
    for participant, score in scores.values_list("participant_id", KT("detail__sources__superior__score")):
        if score not in (None, "", "null") and len(raters[participant]) == 1:
            values[raters[participant][0]].append(float(score))
    return values


def _people(raters: Mapping[int, object]) -> dict[int, Person]:
    return {one.pk: one for one in Person.objects.filter(pk__in=list(raters)).select_related("user")}


def _ten(value: float) -> Decimal:
    return Decimal(f"{max(value, 1e-10):.10f}")


def _told(row: RaterFinding, rater: int, difference: float, low: float, high: float) -> RaterFinding:
    row.difference, row.low, row.high = (Decimal(f"{one:.6f}") for one in (difference, low, high))
    row.key = f"rater:{row.basis}:{rater}:{row.difference}:{row.n}"
    return row
