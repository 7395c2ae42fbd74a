"""What the scored contacts of a plan say of the centre and its teams: weighted by their chances, beside the plain mean."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from hengcai.quality.drawn_models import SamplingPlan
from hengcai.quality.models import Evaluation

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


def estimates(plan: SamplingPlan) -> list[Estimated]:
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
    weights = [1 / one.chance for one in heard]
    weighted = sum(w * one.score for w, one in zip(weights, heard, strict=True)) / sum(weights)
    low, high = _interval(heard)
    return Estimated(team, len(heard), sum(one.score for one in heard) / len(heard), weighted, low, high)


def _interval(heard: Sequence[Heard]) -> tuple[float | None, float | None]:
    from hengcai.measurement.errors import MeasurementRefusal  # heavy: pages of plans do without
    from hengcai.measurement.sampling.means import drawn_sample, hajek_mean

    columns = [one.score for one in heard], [one.chance for one in heard]
    for strata in ([one.rule for one in heard], None):
        try:
            found = hajek_mean(drawn_sample(*columns, strata=strata, design="fixed"))
        except MeasurementRefusal:  # a rule with one contact says nothing of itself; with the others it may
            continue
        return found.low, found.high
    return None, None


def _heard(plan: SamplingPlan) -> list[Heard]:
    rows = Evaluation.objects.filter(
        assignment__pick__draw__plan=plan, assignment__pick__replaced_by=None, is_current=True, state__in=SENT,
        total__isnull=False,
    )  # fmt: skip
    facts = rows.values_list(
        "assignment__pick", "placement__team__name", "assignment__pick__stratum__rule", "assignment__pick__stratum__k",
        "assignment__pick__stratum__n", "total",
    )  # fmt: skip
    return list(_by_contact(facts.iterator(chunk_size=5_000)))


def _by_contact(rows: Iterable[tuple[int, str | None, str, int, int, object]]) -> Iterable[Heard]:
    scores: dict[int, list[float]] = defaultdict(list)
    known: dict[int, tuple[str, str, float]] = {}
    for pick, team, rule, k, n, total in rows:
        known[pick] = team or "", rule, k / n
        scores[pick].append(float(total))  # type: ignore[arg-type]
    for pick, (team, rule, chance) in known.items():
        yield Heard(team, rule, sum(scores[pick]) / len(scores[pick]), chance)
