"""A share of each analyst's evaluations and every fatal error is scored again by somebody else before it is published."""

import secrets
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from django.conf import settings

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.interactions.models import Transcript
from hengcai.quality import permissions, recheck_duties, states
from hengcai.quality.actions.evaluations import change_by_recheck
from hengcai.quality.cards import card_of, marks_of
from hengcai.quality.deadlines import last_day_to_recheck
from hengcai.quality.models import Evaluation
from hengcai.quality.recheck_models import Recheck, RecheckDraw
from hengcai.quality.rechecking import (
    CHUNK,
    allowed_of,
    capacities,
    doubles,
    first_marks,
    is_apart,
    open_loads,
    second_marks,
    undrawn,
)
from hengcai.quality.rules import rechecks as rules
from hengcai.quality.rules.card import Marks
from hengcai.quality.rules.marks import check_marks, check_submission, kept_marks
from hengcai.quality.rules.rechecks import Ruling

LARGEST_SEED = 10**9
DRAWN, GIVEN, MARKED, SETTLED = Recheck.State


@action(permissions.DRAW_RECHECKS)
def draw_rechecks(_centre: Centre, *, by: User, today: date, seed: int | None = None) -> list[RecheckDraw]:
    """From all that was submitted since the last time: one draw for each draw of a plan, one for what was given by
    hand. Each recheck goes to somebody who may score it; a second hearing that is in already stands for the score."""
    rows = undrawn().select_for_update(of=("self",)).order_by("pk")
    rows = rows.select_related("assignment__contact", "assignment__pick__draw", "agent", "evaluator", "scorecard")
    batches: dict[int | None, list[Evaluation]] = defaultdict(list)
    for row in rows:
        batches[row.assignment.pick.draw_id if row.assignment.pick else None].append(row)
    if not batches:
        raise NotNow("quality.recheck_nothing")
    return [
        _draw(of, batch, by=by, today=today, seed=secrets.randbelow(LARGEST_SEED) if seed is None else seed)
        for of, batch in batches.items()
    ]


@action(states.GIVE_RECHECK)
def give_recheck(recheck: Recheck, *, by: User, analyst: User) -> Recheck:
    """To another analyst, who begins anew."""
    if analyst.pk not in allowed_of([recheck.evaluation])[recheck.evaluation_id]:
        raise NotValid("quality.recheck_not_theirs", name=analyst.name)
    return _given(recheck, analyst, why="")


@action(states.TAKE_OVER_RECHECK)
def take_over_recheck(recheck: Recheck, *, by: User, reason: str) -> Recheck:
    """Where no analyst may or can: by the supervisor, with the reason."""
    if not reason.strip():
        raise NotValid("quality.recheck_take_over_reason_missing")
    check_lengths(reason)
    return _given(recheck, by, why=reason.strip())


@action(permissions.SCORE_RECHECK, once_a_day=True)
def save_recheck(recheck: Recheck, *, by: User, marks: Marks, comment: str, edit_count: int) -> Recheck:
    """A draft. An older page overwrites nothing."""
    if recheck.state != GIVEN:
        raise NotNow("quality.recheck_marked")
    check_marks(card_of(recheck.evaluation.scorecard), marks, turn_count=_turn_count(recheck))
    return _write(recheck, marks, comment, edit_count)


@action(permissions.SCORE_RECHECK)
def submit_recheck(recheck: Recheck, *, by: User, marks: Marks, comment: str, edit_count: int) -> Recheck:
    """The second score. Within the bar the first stands; beyond it the supervisor settles."""
    made = mark_recheck(recheck, by=by, marks=marks, comment=comment, edit_count=edit_count)
    if not is_apart(made):
        return close_recheck(made, by=by)
    recheck_duties.marked(made)
    return made


@action(states.MARK_RECHECK)
def mark_recheck(recheck: Recheck, *, by: User, marks: Marks, comment: str, edit_count: int) -> Recheck:
    card = card_of(recheck.evaluation.scorecard)
    check_submission(card, marks, turn_count=_turn_count(recheck))
    _write(recheck, kept_marks(card, marks), comment, edit_count)
    recheck.marked_at = clock.now()
    recheck.save(update_fields=["marked_at"])
    return recheck


@action(states.CLOSE_RECHECK)
def close_recheck(recheck: Recheck, *, by: User) -> Recheck:
    """Two scores within the bar: nobody has anything to settle."""
    if is_apart(recheck):
        raise NotNow("quality.recheck_apart")
    recheck.outcome, recheck.settled_at, recheck.state = Recheck.Outcome.ALIKE, clock.now(), SETTLED
    recheck.save(update_fields=["outcome", "settled_at", "state"])
    recheck_duties.settled(recheck)
    return recheck


@action(states.SETTLE_RECHECK)
def settle_recheck(recheck: Recheck, *, by: User, ruling: Ruling) -> Recheck:
    """The first score stays, the second takes its place, or each item in dispute gets its mark. A changed mark makes a
    new revision; the first stays readable."""
    check_lengths(ruling.reason)
    card, first = first_marks(recheck)
    settled = rules.settled_marks(card, first, second_marks(recheck), ruling)
    if rules.is_changed(first, settled):
        check_submission(card, settled)
        recheck.result = change_by_recheck(recheck.evaluation, by=by, marks=settled, reason=ruling.reason.strip())
    recheck.outcome, recheck.reason = ruling.outcome, ruling.reason.strip()
    recheck.settled_by, recheck.settled_at = by, clock.now()
    recheck.state = SETTLED
    recheck.save(update_fields=["outcome", "reason", "settled_by", "settled_at", "result", "state"])
    recheck_duties.settled(recheck)
    return recheck


def _draw(of: int | None, batch: Sequence[Evaluation], *, by: User, today: date, seed: int) -> RecheckDraw:
    share: Fraction = settings.RECHECK_SHARE
    draw = RecheckDraw.objects.create(of_id=of, seed=seed, share=str(share), n=len(batch), at=clock.now(), by=by)
    keys = [row.pk for row in batch]
    for start in range(0, len(keys), CHUNK):
        Evaluation.objects.filter(pk__in=keys[start : start + CHUNK]).update(recheck_draw=draw)
    pieces: dict[str, list[rules.Piece]] = defaultdict(list)
    for row in batch:
        pieces[row.evaluator.username].append((row.assignment.contact.key, row.pk))
    chosen = rules.drawn(pieces, share=share, seed=seed)
    again = [row for row in batch if row.pk in chosen or row.has_fatal]
    _hand_out(draw, again, chosen, today=today)
    return draw


def _hand_out(draw: RecheckDraw, again: Sequence[Evaluation], chosen: set[int], *, today: date) -> None:
    heard, due_on = doubles(again), last_day_to_recheck(today)
    allowed = allowed_of([row for row in again if row.pk not in heard])
    capacity = capacities(allowed.values(), first=today, last=due_on)
    given = rules.shared_out(allowed.items(), capacity=capacity, loads=open_loads())
    made = []
    for row in again:
        one = Recheck(draw=draw, evaluation=row, is_random=row.pk in chosen, due_on=due_on)
        if row.pk in heard:
            _take_double(one, heard[row.pk])
        elif row.pk in given:
            one.rechecker_id, one.given_at, one.state = given[row.pk], clock.now(), GIVEN
        made.append(one)
    Recheck.objects.bulk_create(made, batch_size=CHUNK)
    recheck_duties.handed_out(made)


def _take_double(one: Recheck, other: Evaluation) -> None:
    one.double, one.marked_at, one.state = other, other.submitted_at, MARKED
    one.marks = rules.marks_told(marks_of(other.answers.select_related("item")))
    one.comment = other.comment
    if not is_apart(one):
        one.outcome, one.settled_at, one.state = Recheck.Outcome.ALIKE, clock.now(), SETTLED


def _given(recheck: Recheck, analyst: User, *, why: str) -> Recheck:
    if recheck.rechecker_id != analyst.pk:
        recheck.marks, recheck.comment = {}, ""
        recheck.edit_count += 1
    recheck.rechecker, recheck.given_at, recheck.taken_over = analyst, clock.now(), why
    recheck.state = GIVEN
    recheck.save(update_fields=["rechecker", "given_at", "taken_over", "marks", "comment", "edit_count"])
    recheck_duties.given(recheck)
    return recheck


def _write(recheck: Recheck, marks: Marks, comment: str, edit_count: int) -> Recheck:
    check_lengths(comment, *(mark.comment for mark in marks.values()))
    told = rules.marks_told(marks)
    if edit_count != recheck.edit_count:
        if (told, comment.strip()) != (recheck.marks, recheck.comment):
            raise NotNow("quality.stale", edit_count=recheck.edit_count)
        return recheck
    recheck.marks, recheck.comment, recheck.saved_at = told, comment.strip(), clock.now()
    recheck.edit_count += 1
    recheck.save(update_fields=["marks", "comment", "saved_at", "edit_count"])
    return recheck


def _turn_count(recheck: Recheck) -> int:
    transcript = Transcript.objects.filter(contact=recheck.evaluation.assignment.contact_id).first()
    return len(transcript.turns) if transcript else 0
