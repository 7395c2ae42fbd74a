"""Which of the four steps are there for somebody, and the papers that say so."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q
from django.utils.timezone import localtime

from hengcai.appraisal.models import Acknowledgement, Cycle, Result
from hengcai.appraisal.parsing import parsed
from hengcai.appraisal.rules.policy import MonthPolicy
from hengcai.consequences.models import Plan, StepPaper
from hengcai.consequences.rules.steps import Judged, Papers, Standing, standing_of
from hengcai.people.models import Person
from hengcai.records.models import TrainingNote

Paper = StepPaper | TrainingNote | Acknowledgement
PAPER, RESULT, PLAN, NOTE, SIGNED = "paper", "result", "plan", "note", "signed"
ORDINARY = Q(participant__cycle__kind=Cycle.Kind.QUARTER)
RETEST = Q(participant__cycle__kind=Cycle.Kind.SPECIAL, participant__cycle__purpose=Cycle.Purpose.RETEST)


@dataclass(frozen=True)
class Proof:
    """One paper of a step: what it is, which row it stands in, its day."""

    kind: str
    pk: int
    on: date
    words: str = ""
    result: Result | None = None


@dataclass
class Steps:
    """`standing` is the rule's word; `proofs` by step what it rests on."""

    person: Person
    standing: Standing
    proofs: dict[str, list[Proof]] = field(default_factory=dict)

    @property
    def newest(self) -> Result | None:
        """What a consequence would rest on: the last re-test, else the last ordinary result below the bar."""
        for step in ("again", "evidence"):
            for one in reversed(self.proofs.get(step, [])):
                return one.result
        return None


def is_below(result: Result) -> bool:
    """In the lowest band of the policy it was judged by; without a score nothing is below anything."""
    policy = parsed(result.participant.cycle.policy)
    bands = policy.grades if isinstance(policy, MonthPolicy) else policy.bands
    return bool(result.band) and result.band == bands[-1].code


def result_now(plan: Plan) -> Result:
    """What a plan rests on, as it stands today: a correction may have come since."""
    rows = Result.objects.select_related("participant__cycle__policy")
    return rows.get(participant__results=plan.result_id, is_current=True)


def steps_of(person: Person) -> Steps:
    return steps_of_all([person])[person.pk]


def steps_of_all(people: Sequence[Person]) -> dict[int, Steps]:
    """In the same few queries however many there are."""
    keys = [one.pk for one in people]
    results, papers, plans, notes = _results(keys), _papers(keys), _plans(keys), _notes(keys)
    return {one.pk: _steps(one, results[one.pk], [*papers[one.pk], *notes[one.pk]], plans[one.pk]) for one in people}


def _results(keys: Collection[int]) -> dict[int, list[Result]]:
    rows = Result.objects.filter(
        ORDINARY | RETEST, participant__person__in=keys, is_current=True,
        participant__cycle__state=Cycle.State.PUBLISHED,
    )  # fmt: skip
    found: dict[int, list[Result]] = defaultdict(list)
    wanted = rows.select_related("participant__cycle__policy").defer("detail", "levels", "inputs")
    for row in wanted.order_by("participant__cycle__period_end", "pk"):
        found[row.participant.person_id].append(row)
    return found


def _papers(keys: Collection[int]) -> dict[int, list[StepPaper]]:
    found: dict[int, list[StepPaper]] = defaultdict(list)
    for row in StepPaper.objects.filter(person__in=keys).order_by("on", "pk"):
        found[row.person_id].append(row)
    return found


def _notes(keys: Collection[int]) -> dict[int, list[Paper]]:
    """Training as it is noted beside the person's records, and the rules signed for in the application."""
    found: dict[int, list[Paper]] = defaultdict(list)
    signed = Acknowledgement.objects.filter(person__in=keys).select_related("policy").order_by("at", "pk")
    for one in signed:
        found[one.person_id].append(one)
    for row in TrainingNote.objects.filter(person__in=keys).order_by("given_on", "pk"):
        found[row.person_id].append(row)
    return found


def _proof(one: Paper) -> Proof:
    if isinstance(one, Acknowledgement):
        return Proof(SIGNED, one.policy_id, localtime(one.at).date(), one.policy.name)
    if isinstance(one, TrainingNote):
        return Proof(NOTE, one.pk, one.given_on, one.what)
    return Proof(PAPER, one.pk, one.on, one.words)


def _is_of(one: Paper, step: str) -> bool:
    if isinstance(one, Acknowledgement):
        return step == StepPaper.Step.KNOWN
    return (StepPaper.Step.TRAINED if isinstance(one, TrainingNote) else one.step) == step


def _plans(keys: Collection[int]) -> dict[int, list[Plan]]:
    """Signed ones, or begun without a signature and with the reason for it."""
    found: dict[int, list[Plan]] = defaultdict(list)
    for row in Plan.objects.filter(person__in=keys, state__in=Plan.BEGUN).order_by("starts_on", "pk"):
        found[row.person_id].append(row)
    return found


def _steps(person: Person, results: Sequence[Result], papers: Sequence[Paper], plans: Sequence[Plan]) -> Steps:
    ordinary = [one for one in results if one.participant.cycle.kind == Cycle.Kind.QUARTER]
    again = [one for one in results if one.participant.cycle.kind == Cycle.Kind.SPECIAL and one.final is not None]
    known = [_proof(one) for one in papers if _is_of(one, StepPaper.Step.KNOWN)]
    trained = [_proof(one) for one in papers if _is_of(one, StepPaper.Step.TRAINED)]
    trained += [Proof(PLAN, one.pk, one.starts_on) for one in plans]
    standing = standing_of(
        Papers(
            [one.on for one in known], [judged(one) for one in ordinary],
            sorted(one.on for one in trained), [judged(one) for one in again],
        )
    )  # fmt: skip
    below = ordinary[len(ordinary) - standing.running :]
    first = judged(below[0]).out_on if below else None
    proofs = {
        "known": known,
        "evidence": [_result(one) for one in below],
        "trained": [one for one in trained if first is not None and one.on >= first],
        "again": [_result(one) for one in again if trained and judged(one).end > min(t.on for t in trained)],
    }
    return Steps(person, standing, proofs)


def judged(result: Result) -> Judged:
    cycle = result.participant.cycle
    out = cycle.published_at
    return Judged(
        cycle.period_start, cycle.period_end, localtime(out).date() if out else cycle.period_end, is_below(result)
    )


def _result(one: Result) -> Proof:
    return Proof(RESULT, one.pk, one.participant.cycle.period_end, result=one)
