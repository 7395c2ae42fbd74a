"""What members do until an answer is put forward: step back, ask, hear; and the way out where too few were drawn."""

from collections.abc import Sequence
from datetime import date

from hengcai.accounts.models import User
from hengcai.appeals import drawing, duties, permissions, states
from hengcai.appeals.models import Appeal, HearingNote, Opinion, PanelMember
from hengcai.appeals.parts import parts_in, superiors_of
from hengcai.appeals.rules import appeals as rules
from hengcai.appeals.rules.panel import FEWEST, WANTED
from hengcai.appeals.windows import last_day_for_opinion
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.people.models import Person

KIND = HearingNote.Kind


@action(states.APPOINT, unsaid={"reason"})
def appoint_members(appeal: Appeal, *, by: User, users: Sequence[User], reason: str) -> Appeal:
    """Only where the draw found fewer than two: by hand, with the reason, and still nobody who had a part in it."""
    check_lengths(reason)
    told = rules.check_text(reason, "appeals.appoint_reason_missing")
    standing = appeal.members.filter(left_at=None).count()
    rules.check_appointed([one.pk for one in users], standing=standing, most=WANTED)
    parts, once = parts_in(appeal.result), set(appeal.members.values_list("user", flat=True))
    for one in users:
        if one.pk in parts or one.pk in once or not one.is_active:
            raise NotNow("appeals.has_a_part", name=one.name)
        drawing.seat(appeal, one, appointed_by=by, because=told)
    if appeal.members.filter(left_at=None).count() < FEWEST:
        raise NotNow("appeals.still_short", fewest=FEWEST)
    duties.assigned(appeal)
    return appeal


@action(permissions.HANDLE, unsaid={"reason"})
def step_back(appeal: Appeal, *, by: User, reason: str) -> Appeal:
    """For a member who is not impartial or cannot: the next of the draw takes the place, until it is answered."""
    if appeal.state not in Appeal.OPEN:
        raise NotNow("appeals.closed")
    check_lengths(reason)
    told = rules.check_text(reason, "appeals.step_back_reason_missing")
    row = PanelMember.objects.get(appeal=appeal, user=by, left_at=None)
    row.left_at, row.left_because = clock.now(), told
    row.save(update_fields=["left_at", "left_because"])
    appeal.proposals.filter(state="open").update(state="fallen")
    drawing.seat_next(appeal)
    if appeal.members.filter(left_at=None).count() < FEWEST:
        appeal.state = Appeal.State.FILED
        appeal.save(update_fields=["state"])
    duties.stepped_back(appeal, by.pk)
    return appeal


@action(states.HEAR, unsaid={"present", "words"})
def hear_appeal(
    appeal: Appeal, *, by: User, held_on: date, present: str, words: str, on_papers: bool = False, today: date
) -> HearingNote:
    """Who was there and what was said; or why it is decided on the papers."""
    check_lengths(present, words)
    told = rules.check_text(words, "appeals.words_missing")
    there = present.strip() if on_papers else rules.check_text(present, "appeals.present_missing")
    rules.check_held(held_on, filed_on=appeal.filed_on, today=today)
    kind = KIND.PAPERS if on_papers else KIND.HEARING
    made = HearingNote.objects.create(
        appeal=appeal, kind=kind, held_on=held_on, present=there[:400], words=told, by=by, at=clock.now()
    )
    duties.heard(appeal)
    return made


@action(permissions.HANDLE, unsaid={"question"})
def ask_opinion(appeal: Appeal, *, by: User, of: User, question: str, today: date) -> Opinion:
    """Of a superior of the period, who reads the question alone."""
    if appeal.state not in Appeal.OPEN:
        raise NotNow("appeals.closed")
    check_lengths(question)
    told = rules.check_text(question, "appeals.question_missing")
    if not Person.objects.filter(pk__in=superiors_of(appeal.result), user=of, user__is_active=True).exists():
        raise NotValid("appeals.not_a_superior")
    if appeal.opinions.filter(asked_of=of, answered_at=None).exists():
        raise NotNow("appeals.asked_already")
    made = Opinion.objects.create(
        appeal=appeal, asked_of=of, asked_by=by, asked_at=clock.now(), due_on=last_day_for_opinion(today), question=told
    )
    duties.asked(made)
    return made


@action(permissions.SAY, unsaid={"answer"})
def answer_opinion(opinion: Opinion, *, by: User, answer: str) -> Opinion:
    """Once, while the appeal is open."""
    if opinion.answered_at is not None or opinion.appeal.state not in Appeal.OPEN:
        raise NotNow("appeals.not_asked")
    check_lengths(answer)
    opinion.answer, opinion.answered_at = rules.check_text(answer, "appeals.words_missing"), clock.now()
    opinion.save(update_fields=["answer", "answered_at"])
    duties.said(opinion)
    return opinion
