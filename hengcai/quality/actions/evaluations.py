from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from django.db.models import F

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.decimals import round_half_up
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.base.masking.text import spoken_turns
from hengcai.evidence.actions import Observation, note_evidence, supersede
from hengcai.evidence.models import Evidence
from hengcai.interactions.models import Transcript
from hengcai.jobs.worker import enqueue_once
from hengcai.quality import duties, permissions
from hengcai.quality.cards import card_of, items_of, marks_of
from hengcai.quality.deadlines import last_day_to_answer
from hengcai.quality.models import Answer, Assignment, Dispute, Evaluation
from hengcai.quality.placing import local_day
from hengcai.quality.recheck_models import Recheck
from hengcai.quality.rechecking import check_rechecked
from hengcai.quality.rules.card import Card, Mark, Marks
from hengcai.quality.rules.competencies import levels
from hengcai.quality.rules.marks import are_alike, check_marks, check_submission, kept_marks
from hengcai.quality.rules.phrases import quoted
from hengcai.quality.rules.score import Score, score
from hengcai.quality.rules.seconds import seconds_kept
from hengcai.quality.signals import evaluations_published

CHUNK = 500
PLACES = 6
KEPT = ("item_id", "value", "comment", "cause", "turn", "phrase_start", "phrase_end", "quote")  # of an answer
SUMS_JOB = "sum-up-months"
Seconds = Mapping[str, object]
OVERTAKEN_JOB = "open-corrections"  # of what is out and rests on what a dispute changed; done by whoever keeps results
SOURCE = "quality.assignment"  # with the evaluation's revision it names one evaluation


@action(permissions.OPEN, once_a_day=True)
def save_draft(
    assignment: Assignment, *, by: User, marks: Marks, comment: str, edit_count: int, seconds: Seconds | None = None
) -> Evaluation:
    """`edit_count` is what the page was opened or last saved with: where a newer one says something else, this is
    refused and nothing is overwritten; where it says the same, it is what was asked for. `seconds`: how long each item
    was worked on so far."""
    latest, card = _latest(assignment), card_of(assignment.scorecard)
    marks = _checked(assignment, card, marks)
    held = _held(latest, edit_count, card=card, marks=marks, comment=comment)
    return held or _write(assignment, latest, by=by, marks=marks, comment=comment, seconds=seconds)


@action(permissions.OPEN)
def submit_evaluation(
    assignment: Assignment,
    *,
    by: User,
    marks: Marks,
    comment: str,
    edit_count: int,
    reason: str = "",
    seconds: Seconds | None = None,
) -> Evaluation:
    """A second submission is a new revision with its reason; the first stays as it was. The same sent twice is one."""
    latest, card = _latest(assignment), card_of(assignment.scorecard)
    marks = _checked(assignment, card, marks)
    held = _held(latest, edit_count, card=card, marks=marks, comment=comment)
    if held and held.state != Evaluation.State.DRAFT:
        return held
    check_submission(card, marks)
    kept = kept_marks(card, marks)
    older = assignment.evaluations.filter(is_current=True).first()
    if older and not reason.strip():
        raise NotValid("quality.reason_missing")
    check_lengths(reason)
    if older and Dispute.objects.filter(evaluation=older).exclude(state__in=Dispute.ENDED).exists():
        raise NotNow("quality.under_dispute")
    if older and Recheck.objects.filter(evaluation=older).exclude(state=Recheck.State.SETTLED).exists():
        raise NotNow("quality.under_recheck")
    assignment.evaluations.filter(is_current=True).update(is_current=False)
    evaluation = _write(assignment, latest, by=by, marks=kept, comment=comment, seconds=seconds)
    evaluation.state, found = Evaluation.State.SUBMITTED, score(card, kept)
    _close(evaluation, found, reason.strip() if older else "")
    Assignment.objects.filter(pk=assignment.pk).update(state=Assignment.State.DONE)
    assignment.state = Assignment.State.DONE
    duties.scored([assignment])
    if older:
        duties.answered(older)
        supersede(SOURCE, [assignment.pk], by=by)
    note_evidence(_observations(evaluation, assignment, card, found), by=by)
    return evaluation


@action(permissions.PUBLISH)
def publish_evaluations(batch: Sequence[Evaluation], *, by: User) -> list[Evaluation]:
    """From now on their agents see them and may answer for some days. All or none."""
    keys = sorted({one.pk for one in batch})
    if not keys:
        raise NotValid("quality.nothing_chosen")
    rows = [row for start in range(0, len(keys), CHUNK) for row in _locked(keys[start : start + CHUNK])]
    if any(row.state != Evaluation.State.SUBMITTED or not row.is_current for row in rows):
        raise NotNow("quality.not_submitted")
    check_rechecked(rows)
    now, closes = clock.now(), last_day_to_answer(clock.today())
    for row in rows:
        row.state, row.published_at, row.dispute_closes_on = Evaluation.State.PUBLISHED, now, closes
    Evaluation.objects.bulk_update(rows, ["state", "published_at", "dispute_closes_on"], batch_size=CHUNK)
    duties.to_answer(rows)
    enqueue_once(SUMS_JOB, 0, by=by.pk)
    evaluations_published.send(Evaluation, keys=keys, by=by)
    return rows


@action(permissions.CHANGE_BY_DECISION)
def change_by_decision(evaluation: Evaluation, *, by: User, marks: Marks, reason: str) -> Evaluation:
    """改判: what a dispute was decided to. Published at once and final; it stays the analyst's evaluation, and the
    dispute names who decided. A change the analyst has begun waits behind it."""
    made = _changed(evaluation, marks, reason, by=by)
    made.state, made.published_at = Evaluation.State.PUBLISHED, clock.now()
    made.save(update_fields=["state", "published_at"])
    enqueue_once(SUMS_JOB, 0, by=by.pk)
    enqueue_once(OVERTAKEN_JOB, 0, by=by.pk)
    evaluations_published.send(Evaluation, keys=[made.pk], by=by)
    return made


@action(permissions.CHANGE_BY_RECHECK)
def change_by_recheck(evaluation: Evaluation, *, by: User, marks: Marks, reason: str) -> Evaluation:
    """What a recheck was settled to: submitted, and published with its batch. It stays the analyst's evaluation."""
    made = _changed(evaluation, marks, reason, by=by)
    made.recheck_draw = evaluation.recheck_draw
    made.save(update_fields=["recheck_draw"])
    return made


def _changed(evaluation: Evaluation, marks: Marks, reason: str, *, by: User) -> Evaluation:
    """The next revision, by somebody other than the analyst."""
    assignment, card = evaluation.assignment, card_of(evaluation.scorecard)
    assignment.evaluations.filter(state=Evaluation.State.DRAFT).update(revision=F("revision") + 1)
    assignment.evaluations.filter(is_current=True).update(is_current=False)
    made = _next_revision(assignment, evaluation, evaluation.evaluator)
    made.state, made.comment = Evaluation.State.SUBMITTED, evaluation.comment
    made.save()
    _write_answers(made, marks)
    found = score(card, marks)
    _close(made, found, reason)
    supersede(SOURCE, [assignment.pk], by=by)
    note_evidence(_observations(made, assignment, card, found), by=by)
    return made


def _locked(keys: Sequence[int]) -> Sequence[Evaluation]:
    return list(Evaluation.objects.select_for_update().filter(pk__in=keys).order_by("pk"))


def _latest(assignment: Assignment) -> Evaluation | None:
    """The newest revision; its count runs on through revisions, so that an old page never starts a new one."""
    if assignment.state == Assignment.State.WITHDRAWN:
        raise NotNow("quality.withdrawn")
    latest = assignment.evaluations.order_by("-revision").first()
    if latest:
        _share(assignment, latest)
    return latest


def _share(assignment: Assignment, latest: Evaluation) -> None:
    """A draft saves itself every few seconds: the card and the agent that are at hand are not read a second time."""
    latest.scorecard = assignment.scorecard
    if latest.agent_id == assignment.contact.agent_id:
        latest.agent = assignment.contact.agent


def _held(latest: Evaluation | None, edit_count: int, *, card: Card, marks: Marks, comment: str) -> Evaluation | None:
    """What was saved since the page was opened, if it says the same; None where the page knows the newest."""
    known = latest.edit_count if latest else 0
    if edit_count == known:
        return None
    if latest is None or not _says(latest, card, marks, comment):
        raise NotNow("quality.stale", edit_count=known)
    return latest


def _says(latest: Evaluation, card: Card, marks: Marks, comment: str) -> bool:
    if latest.comment.strip() != comment.strip():
        return False
    return are_alike(card, marks, marks_of(latest.answers.select_related("item")))


def _checked(assignment: Assignment, card: Card, marks: Marks) -> dict[str, Mark]:
    """The conversation is read only when a mark points into it. What a phrase says is taken from there, with customers'
    data covered, and from nowhere else."""
    if all(mark.turn is None for mark in marks.values()):
        check_marks(card, marks)
        return {code: replace(mark, phrase=None) if mark.phrase else mark for code, mark in marks.items()}
    transcript: Transcript | None = getattr(assignment.contact, "transcript", None)
    turns = transcript.turns if transcript else []
    check_marks(card, marks, turn_count=len(turns))
    has_phrase = any(mark.phrase for mark in marks.values())
    return quoted(card, marks, [one["text"] for one in spoken_turns(turns)]) if has_phrase else dict(marks)


def _write(
    assignment: Assignment, latest: Evaluation | None, *, by: User, marks: Marks, comment: str, seconds: Seconds | None
) -> Evaluation:
    check_lengths(comment, *(mark.comment for mark in marks.values()))
    is_open = latest is not None and latest.state == Evaluation.State.DRAFT
    evaluation = latest if latest and is_open else _next_revision(assignment, latest, by)
    evaluation.edit_count += 1
    _count_seconds(evaluation, latest, seconds)
    evaluation.comment, evaluation.saved_at = comment, clock.now()
    evaluation.save()
    _write_answers(evaluation, marks)
    return evaluation


def _count_seconds(evaluation: Evaluation, latest: Evaluation | None, told: Seconds | None) -> None:
    if told is None:
        return
    codes = [item.code for item in items_of(evaluation.scorecard)]
    passed = (clock.now() - latest.saved_at).total_seconds() if latest else None
    evaluation.item_seconds = seconds_kept(told, evaluation.item_seconds, items=codes, passed=passed)


def _write_answers(evaluation: Evaluation, marks: Marks) -> None:
    """Only what differs from what is kept: of a draft that saves itself most stays as it was."""
    ids = {item.code: item.pk for item in items_of(evaluation.scorecard)}
    wanted = [_kept_as(ids[code], mark) for code, mark in marks.items()]
    rows = Answer.objects.filter(evaluation=evaluation)
    kept = set(rows.values_list(*KEPT))
    gone = [row[0] for row in kept.difference(wanted)]
    if gone:
        rows.filter(item__in=gone).delete()
    fresh = [dict(zip(KEPT, row, strict=True)) for row in wanted if row not in kept]
    Answer.objects.bulk_create(Answer(evaluation=evaluation, **facts) for facts in fresh)


def _kept_as(item: int, mark: Mark) -> tuple[Any, ...]:
    one = mark.phrase
    phrase = (one.start, one.end, one.quote) if one else (None, None, "")
    return (item, mark.value, mark.comment.strip(), mark.cause, mark.turn, *phrase)


def _next_revision(assignment: Assignment, latest: Evaluation | None, by: User) -> Evaluation:
    contact = assignment.contact
    return Evaluation(
        assignment=assignment,
        agent=contact.agent,
        placement=assignment.placement,
        scorecard=assignment.scorecard,
        evaluator=by,
        contact_on=local_day(contact.started_at, assignment.placement),
        revision=latest.revision + 1 if latest else 1,
        edit_count=latest.edit_count if latest else 0,
        is_current=False,
    )


def _close(evaluation: Evaluation, found: Score, reason: str) -> None:
    evaluation.is_current = True
    evaluation.submitted_at, evaluation.revision_reason = clock.now(), reason
    evaluation.exact = "" if found.total is None else str(found.total)
    evaluation.exact_without_fatal = "" if found.without_fatal is None else str(found.without_fatal)
    evaluation.total = None if found.total is None else Decimal(round_half_up(found.total, PLACES))
    evaluation.has_fatal = bool(found.fatals)
    evaluation.save()


def _observations(evaluation: Evaluation, assignment: Assignment, card: Card, found: Score) -> list[Observation]:
    """One a competency, broad ones included, dated and placed as the contact was."""
    competencies = [item.competency for item in items_of(assignment.scorecard) if item.competency]
    broad = {one.code: one.broad for one in competencies if one.broad}
    by_code = {one.code: one for one in (*competencies, *broad.values())}
    values = levels(card, found, {code: one.code for code, one in broad.items()})
    where = assignment.placement
    return [
        Observation(
            person_id=evaluation.agent_id,
            competency=by_code[code],
            kind=Evidence.Kind.OBSERVED,
            exact=value,
            source_kind=SOURCE,
            source_id=assignment.pk,
            source_revision=evaluation.revision,
            occasion_id=assignment.contact_id,
            on=evaluation.contact_on,
            team_id=where.team_id if where else None,
            post_id=where.post_id if where else None,
        )
        for code, value in values.items()
    ]
