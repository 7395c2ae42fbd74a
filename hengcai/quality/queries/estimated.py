"""What the scored contacts of a plan say of the centre and its teams: weighted by their chances, beside the plain mean."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Avg, FloatField, Max

from hengcai.quality.drawn_models import SamplingPlan
from hengcai.quality.models import Evaluation
from hengcai.quality.plan_jobs import has_many, is_stale

if TYPE_CHECKING:
    from hengcai.measurement.columns import Floats

SENT = (Evaluation.State.SUBMITTED, Evaluation.State.PUBLISHED)


class Heard(NamedTuple):
    """One drawn contact: its score, a double's mean, and the chance it had."""

    team: str
    rule: str
    score: float
    chance: float


@dataclass(frozen=True)
class Estimated:
    """`team` empty: the centre. `low` and `high` are None where nobody can tell how sure `weighted` is."""

    team: str
    n: int
    plain: float
    weighted: float
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Told:
    """`at`: when the worker counted them, None where they are counted now; `is_stale`: it should count them again."""

    lines: list[Estimated]
    at: datetime | None
    is_stale: bool


def estimates(plan: SamplingPlan) -> Told:
    """Of a large plan what the worker counted, and until it has, what is there now."""
    if not has_many(plan):
        return Told(counted(plan), None, is_stale=False)
    kept = [Estimated(**line) for line in plan.estimates]
    return Told(kept if plan.estimated_at else counted(plan), plan.estimated_at, is_stale(plan))


def counted(plan: SamplingPlan) -> list[Estimated]:
    """The centre, then its teams by name; nothing before something is scored."""
    heard = _heard(plan)
    by_team: dict[str, list[Heard]] = defaultdict(list)
    for one in heard:
        by_team[one.team].append(one)
    teams = [estimated(team, some) for team, some in sorted(by_team.items()) if team]
    return [estimated("", heard), *teams] if heard else []


def estimated(team: str, heard: Sequence[Heard]) -> Estimated:
    """Hájek's mean: n/k contacts stand behind each. All of a rule, or of the ordinary ones, are taken for one draw of a
    fixed size, which leaves out what drawing by agent and week wins and so makes the interval rather too wide."""
    import numpy as np  # heavy: pages of plans do without

    scores, chances = np.array([one.score for one in heard]), np.array([one.chance for one in heard])
    weighted = float(np.average(scores, weights=1 / chances))
    low, high = _interval(scores, chances, [one.rule for one in heard])
    return Estimated(team, len(heard), float(scores.mean()), weighted, low, high)


def _interval(scores: "Floats", chances: "Floats", rules: Sequence[str]) -> tuple[float | None, float | None]:
    from hengcai.measurement.errors import MeasurementRefusal
    from hengcai.measurement.sampling.means import drawn_sample, hajek_mean

    for strata in (rules, None):
        try:
            found = hajek_mean(drawn_sample(scores, chances, strata=strata, design="fixed"))
        except MeasurementRefusal:  # a rule with one contact says nothing of itself; with the others it may
            continue
        return found.low, found.high
    return None, None


def _heard(plan: SamplingPlan) -> list[Heard]:
    """One a contact: the database takes a double's mean, so that twenty thousand rows come as plain numbers."""
    rows = Evaluation.objects.filter(
        assignment__pick__draw__plan=plan, assignment__pick__replaced_by=None, is_current=True, state__in=SENT,
        total__isnull=False,
    )  # fmt: skip
    stratum = "assignment__pick__stratum"
    by_contact = rows.values_list("assignment__pick", f"{stratum}__rule", f"{stratum}__k", f"{stratum}__n").annotate(
        Max("placement__team__name"), Avg("total", output_field=FloatField())
    )
    return [Heard(team or "", rule, score, k / n) for _pick, rule, k, n, team, score in by_contact]
