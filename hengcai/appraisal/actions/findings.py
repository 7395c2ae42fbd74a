"""What the group does about a finding: settles it with a reason, asks what a rating rests on, presses for a form."""

from collections import defaultdict
from datetime import date, timedelta

from django.utils.timezone import localdate

from hengcai.accounts.models import User
from hengcai.appraisal import duties, permissions
from hengcai.appraisal.models import Cycle, Finding, Pattern, Question, RaterFinding, RatingTask, Settlement
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.quality.actions import assign_contacts
from hengcai.quality.models import Assignment, Evaluation

ANSWER_WITHIN = timedelta(days=3)
SCORED_AGAIN = 5
BEFORE_PROPOSED = (Cycle.State.COLLECTING, Cycle.State.PRELIMINARY)


@action(permissions.SETTLE_FINDING)
def settle_finding(finding: Finding, *, by: User, reason: str) -> Settlement:
    """Looked at and left as it is."""
    return _settle(finding.result.participant.cycle, finding.key, by=by, reason=reason)


@action(permissions.SETTLE_RATER)
def settle_rater(finding: RaterFinding, *, by: User, reason: str) -> Settlement:
    """The same of a harsh or lenient rater."""
    return _settle(finding.cycle, finding.key, by=by, reason=reason)


@action(permissions.SETTLE_FINDING)
def ask_about_finding(finding: Finding, *, by: User, text: str, today: date) -> Question:
    """What the rater's level rests on. The rating stays as it is meanwhile."""
    if finding.task is None:
        raise NotValid("appraisal.nobody_to_ask")
    about = Question(cycle=finding.result.participant.cycle, task=finding.task, competency=finding.competency)
    return _ask(about, finding.key, of=finding.task.rater.user, by=by, text=text, today=today)


@action(permissions.SETTLE_RATER)
def ask_about_rater(finding: RaterFinding, *, by: User, text: str, today: date) -> Question:
    """What so harsh, or so lenient, a yardstick rests on."""
    return _ask(Question(cycle=finding.cycle), finding.key, of=finding.user, by=by, text=text, today=today)


@action(permissions.SETTLE_PATTERN)
def settle_pattern(pattern: Pattern, *, by: User, reason: str) -> Settlement:
    """What stands out in the ratings looked at and left as it is."""
    return _settle(pattern.cycle, pattern.key, by=by, reason=reason)


@action(permissions.SETTLE_PATTERN)
def ask_about_pattern(pattern: Pattern, *, by: User, text: str, today: date) -> Question:
    """Of the rater it is about, or of the one whose form a person's score rests on; of nobody where it is of peers."""
    if pattern.source == RatingTask.Source.PEER or (pattern.rater is None and pattern.task is None):
        raise NotValid("appraisal.nobody_to_ask")
    rater = pattern.rater or (pattern.task.rater if pattern.task else None)
    about = Question(cycle=pattern.cycle, task=pattern.task)
    return _ask(about, pattern.key, of=rater.user if rater else None, by=by, text=text, today=today)


@action(permissions.ANSWER, unsaid=("answer",))
def answer_question(question: Question, *, by: User, answer: str) -> Question:
    if question.answered_at is not None:
        raise NotNow("appraisal.answered_already")
    if not answer.strip():
        raise NotValid("appraisal.answer_empty")
    check_lengths(answer)
    question.answer, question.answered_at = answer.strip(), clock.now()
    question.save(update_fields=["answer", "answered_at"])
    return question


@action(permissions.SEE_TASK)
def nudge_rater(task: RatingTask, *, by: User) -> RatingTask:
    """It lies with the rater, marked; once the scores are computed only forms asked for so can still come in. Once a day."""
    cycle = Cycle.objects.select_for_update().get(pk=task.participant.cycle_id)
    if task.state != RatingTask.State.OPEN or cycle.state not in BEFORE_PROPOSED:
        raise NotNow("appraisal.nothing_to_nudge")
    if task.nudged_at is not None and localdate(task.nudged_at) == clock.today():
        raise NotNow("appraisal.nudged_today")
    task.nudged_at = clock.now()
    task.save(update_fields=["nudged_at"])
    duties.asked([task])
    return task


@action(permissions.SETTLE_RATER)
def rescore(finding: RaterFinding, *, by: User, analyst: User, today: date) -> list[Assignment]:
    """A few of an analyst's contacts of the period go to another one: only both on the same work tell a yardstick."""
    if finding.basis != RaterFinding.Basis.EVALUATIONS or analyst.pk == finding.user_id:
        raise NotValid("appraisal.rescore_by_another")
    period = (finding.cycle.period_start, finding.cycle.period_end)
    rows = Evaluation.objects.filter(evaluator=finding.user, is_current=True, contact_on__range=period)
    theirs = Assignment.objects.filter(analyst=analyst, state=Assignment.State.OPEN)
    if theirs.filter(contact__in=rows.values("assignment__contact")).exists():
        raise NotNow("appraisal.rescore_under_way")
    rows = rows.exclude(assignment__contact__assignments__analyst=analyst).exclude(agent__user=analyst.pk)
    by_card: dict[int, list[Evaluation]] = defaultdict(list)
    for one in rows.select_related("assignment__contact", "scorecard").order_by("-contact_on", "pk")[:SCORED_AGAIN]:
        by_card[one.scorecard_id].append(one)
    if not by_card:
        raise NotNow("appraisal.nothing_to_rescore")
    due_on = today + ANSWER_WITHIN
    given = [_given(some, by=by, analyst=analyst, due_on=due_on) for some in by_card.values()]
    return [assignment for part in given for assignment in part]


def _given(some: list[Evaluation], *, by: User, analyst: User, due_on: date) -> list[Assignment]:
    contacts = [one.assignment.contact for one in some]
    return assign_contacts(contacts, by=by, analyst=analyst, scorecard=some[0].scorecard, due_on=due_on)


def _settle(cycle: Cycle, key: str, *, by: User, reason: str) -> Settlement:
    if not reason.strip():
        raise NotValid("appraisal.reason_missing")
    check_lengths(reason)
    if Settlement.objects.filter(cycle=cycle, key=key).exists():
        raise NotNow("appraisal.settled_already")
    return Settlement.objects.create(cycle=cycle, key=key, reason=reason.strip(), settled_by=by, settled_at=clock.now())


def _ask(about: Question, key: str, *, of: User | None, by: User, text: str, today: date) -> Question:
    if not text.strip():
        raise NotValid("appraisal.question_empty")
    check_lengths(text)
    if of is None:
        raise NotValid("appraisal.no_sign_in")
    if Question.objects.filter(cycle=about.cycle, key=key, asked_of=of, answered_at__isnull=True).exists():
        raise NotNow("appraisal.asked_already")
    about.key, about.text, about.asked_of, about.asked_by = key, text.strip(), of, by
    about.asked_at, about.due_on = clock.now(), today + ANSWER_WITHIN
    about.save()
    return about
