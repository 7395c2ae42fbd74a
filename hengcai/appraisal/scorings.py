"""Who scored whom, for taking severity out: a period's published evaluations and sent forms."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from django.db.models import F

from hengcai.appraisal.models import Cycle, Rating, RatingTask
from hengcai.appraisal.outcomes import Outcome
from hengcai.appraisal.rules import fair
from hengcai.appraisal.rules.fair import Lines
from hengcai.appraisal.rules.policy import SkillPolicy
from hengcai.appraisal.rules.severity import Rows
from hengcai.appraisal.ruling import levels_ruled
from hengcai.base.in_bulk import Plain
from hengcai.quality.models import Evaluation, Scorecard


def evaluation_rows(cycle: Cycle, results: Sequence[Outcome]) -> tuple[Rows, Lines]:
    """Totals before a fatal error sets them to 0: that is a fact, not a yardstick. Lines are those of the card most used."""
    participant = {one.person_id: one.participant_id for one in results}
    seen = Evaluation.objects.filter(
        state=Evaluation.State.PUBLISHED, is_current=True, total__isnull=False,
        contact_on__range=(cycle.period_start, cycle.period_end),
    )  # fmt: skip
    rows, used = Rows(), Counter[int]()
    columns = ("agent_id", "evaluator_id", "assignment__contact_id", "exact_without_fatal", "scorecard_id")
    for agent, rater, contact, total, card in seen.order_by("pk").values_list(*columns).iterator(chunk_size=5000):
        if agent in participant and total:
            rows.add(participant[agent], rater, contact, _float(total))
            used[card] += 1
    cards: Counter[tuple[Decimal, Decimal]] = Counter()
    for card, best, passed in Scorecard.objects.filter(pk__in=used).values_list("pk", "excellence_line", "pass_line"):
        cards[best, passed] += used[card]
    best, passed = max(cards, key=lambda pair: (cards[pair], pair), default=(Decimal(90), Decimal(60)))
    return rows, Lines(["excellent", "pass", "fail"], [float(best), float(passed), 0.0])


def form_rows(cycle: Cycle, policy: SkillPolicy) -> Mapping[str, Rows]:
    """A form is one scoring of the period: the mean of its levels by the policy's item weights; of too few peers none.
    What was ruled on counts as it was ruled."""
    rated = Rating.objects.filter(
        task__participant__cycle=cycle,
        task__state=RatingTask.State.SENT,
        task__source__in=fair.RATED,
        level__isnull=False,
    ).annotate(
        source=F("task__source"), participant=F("task__participant_id"), rater=F("task__rater_id"),
        read=Plain("level"),
    )  # fmt: skip
    ruled = levels_ruled(cycle)
    sums: dict[tuple[str, int, int], list[float]] = defaultdict(lambda: [0.0, 0.0])
    weights = {code: float(one.value) for code, one in policy.item_weights.items()}
    ordered = rated.order_by("task_id", "pk").values_list("source", "participant", "rater", "competency__code", "read")
    for source, participant, rater, code, given in ordered.iterator(chunk_size=5000):
        level = ruled.get((participant, source, code), given) if ruled else given
        weight, form = weights.get(code, 1.0), sums[source, participant, rater]
        form[0] += weight * (level or 0.0)  # none is empty
        form[1] += weight
    heard = Counter((source, participant) for (source, participant, _rater) in sums)
    rows: dict[str, Rows] = defaultdict(Rows)
    for (source, participant, rater), (total, weight) in sums.items():
        if weight and heard[source, participant] >= policy.least_heard(source):
            rows[source].add(participant, rater, participant, total / weight)
    return rows


@lru_cache(maxsize=8192)
def _float(exact: str) -> float:
    """Totals are few; reading a fraction takes longer than looking it up."""
    return float(Fraction(exact))
