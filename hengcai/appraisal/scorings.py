"""Who scored whom, for taking severity out: a period's published evaluations and sent forms."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from django.db.models import F

from hengcai.appraisal.models import Cycle, Rating, RatingTask, Result
from hengcai.appraisal.rules import fair
from hengcai.appraisal.rules.fair import Lines
from hengcai.appraisal.rules.policy import SkillPolicy
from hengcai.appraisal.rules.severity import Rows
from hengcai.quality.models import Evaluation


def evaluation_rows(cycle: Cycle, results: Sequence[Result]) -> tuple[Rows, Lines]:
    """Totals before a fatal error sets them to 0: that is a fact, not a yardstick. Lines are those of the card most used."""
    participant = {one.participant.person_id: one.participant_id for one in results}
    seen = Evaluation.objects.filter(
        state=Evaluation.State.PUBLISHED, is_current=True, total__isnull=False,
        contact_on__range=(cycle.period_start, cycle.period_end),
    )  # fmt: skip
    rows, cards = Rows(), defaultdict[tuple[Decimal, Decimal], int](int)
    columns = ("agent_id", "evaluator_id", "assignment__contact_id", "exact_without_fatal")
    lines = ("scorecard__excellence_line", "scorecard__pass_line")
    for agent, rater, contact, total, best, passed in seen.order_by("pk").values_list(*columns, *lines):
        if agent in participant and total:
            rows.add(participant[agent], rater, contact, float(Fraction(total)))
            cards[best, passed] += 1
    best, passed = max(cards, key=lambda pair: (cards[pair], pair), default=(Decimal(90), Decimal(60)))
    return rows, Lines(["excellent", "pass", "fail"], [float(best), float(passed), 0.0])


def form_rows(cycle: Cycle, policy: SkillPolicy) -> Mapping[str, Rows]:
    """A form is one scoring of the period: the mean of its levels by the policy's item weights; of too few peers none."""
    rated = Rating.objects.filter(
        task__participant__cycle=cycle,
        task__state=RatingTask.State.SENT,
        task__source__in=fair.RATED,
        level__isnull=False,
    ).annotate(source=F("task__source"), participant=F("task__participant_id"), rater=F("task__rater_id"))
    sums: dict[tuple[str, int, int], list[float]] = defaultdict(lambda: [0.0, 0.0])
    ordered = rated.order_by("task_id", "pk").values_list("source", "participant", "rater", "competency__code", "level")
    for source, participant, rater, code, level in ordered.iterator(chunk_size=5000):
        weight = float(policy.item_weights[code].value) if code in policy.item_weights else 1.0
        form = sums[source, participant, rater]
        form[0], form[1] = form[0] + weight * float(level or 0), form[1] + weight
    heard = Counter((source, participant) for (source, participant, _rater) in sums)
    rows: dict[str, Rows] = defaultdict(Rows)
    for (source, participant, rater), (total, weight) in sums.items():
        if weight and heard[source, participant] >= policy.least_heard(source):
            rows[source].add(participant, rater, participant, total / weight)
    return rows
