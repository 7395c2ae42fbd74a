"""The bank's questions from draft over review to publication. A published version never changes: the next one is."""

from collections.abc import Sequence
from dataclasses import replace

from hengcai.accounts.models import Centre, User
from hengcai.assessment import permissions, states
from hengcai.assessment.alike import alike
from hengcai.assessment.bank_rows import (
    IN_WORK,
    NOTHING,
    Beside,
    Content,
    add_drafts,
    beside_of,
    columns_of,
    in_force_at_once,
    made,
    row_of,
)
from hengcai.assessment.listening import Granted, forget_plays, grant_play
from hengcai.assessment.models import BankQuestion, ToldApart
from hengcai.assessment.rules.question_objects import question_of
from hengcai.assessment.shipped import shipped_bank
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.base.lengths import check_lengths

State = BankQuestion.State


@action(permissions.WRITE_BANK, unsaid={"content"})
def add_bank_question(centre: Centre, *, by: User, content: Content, beside: Beside = NOTHING) -> BankQuestion:
    """A draft under a new code."""
    question = question_of(content)
    if BankQuestion.objects.filter(code=question.id).exists():
        raise NotValid("bank.code_known", code=question.id)
    return made(question, by, beside)


@action(permissions.WRITE_BANK)
def revise_bank_question(question: BankQuestion, *, by: User) -> BankQuestion:
    """The next version as a draft; the one in force stays until the new one is published."""
    if BankQuestion.objects.filter(code=question.code, state__in=IN_WORK).exists():
        raise NotNow("bank.in_work", code=question.code)
    return made(question_of(question.content), by, beside_of(question))


@action(states.EDIT_BANK, unsaid={"content"})
def edit_bank_question(
    question: BankQuestion, *, by: User, content: Content, edit_count: int, beside: Beside | None = None
) -> BankQuestion:
    """An older page overwrites nothing; the code stays."""
    if edit_count != question.edit_count:
        raise NotNow("bank.stale")
    found = replace(question_of(content), id=question.code)
    for name, value in columns_of(found, beside or beside_of(question)).items():
        setattr(question, name, value)
    question.edit_count += 1
    question.made_by = by
    question.save()
    return question


@action(states.SUBMIT_BANK)
def submit_bank_question(question: BankQuestion, *, by: User) -> BankQuestion:
    """To somebody who knows the business and did not write it."""
    question.sent_back_for = ""
    question.save(update_fields=["sent_back_for"])
    return question


@action(states.SEND_BACK_BANK, unsaid={"reason"})
def send_back_bank_question(question: BankQuestion, *, by: User, reason: str) -> BankQuestion:
    if not reason.strip():
        raise NotValid("bank.reason_missing")
    check_lengths(reason)
    _reviewed(question, by)
    question.sent_back_for = reason.strip()
    question.save(update_fields=["sent_back_for"])
    return question


@action(states.PUBLISH_BANK)
def publish_bank_question(question: BankQuestion, *, by: User, despite_alike: bool = False) -> BankQuestion:
    """Whoever publishes has been told which others ask the same, and then tells them apart; the version before is retired."""
    _reviewed(question, by)
    others = [one.code for one in alike(question)]
    if others and not despite_alike:
        raise NotValid("bank.alike", codes=others[:5])
    for other in others:
        _told_apart(question.code, other, by)
    for one in BankQuestion.objects.filter(code=question.code, state=State.PUBLISHED):
        one.state = State.RETIRED
        one.save(update_fields=["state"])
    return question


@action(states.WITHDRAW_BANK)
def withdraw_bank_question(question: BankQuestion, *, by: User, why: str) -> BankQuestion:
    """Retired for what an item analysis found; the reason stays with it for whoever writes the next version."""
    if not why.strip():
        raise NotValid("bank.why_missing")
    check_lengths(why)
    question.withdrawn_for = why.strip()
    question.save(update_fields=["withdrawn_for"])
    return question


@action(states.RETIRE_BANK)
def retire_bank_question(question: BankQuestion, *, by: User) -> BankQuestion:
    """No new test draws it; tests that hold it keep it."""
    return question


@action(permissions.LOOK_AFTER_BANK)
def tell_apart(question: BankQuestion, *, by: User, other: str) -> BankQuestion:
    """The two look alike and ask different things: no list of duplicates names them again."""
    if other == question.code or not BankQuestion.objects.filter(code=other).exists():
        raise NotValid("bank.no_other", code=other)
    _told_apart(question.code, other, by)
    return question


@action(permissions.SEE_BANK)
def hear_bank_question(question: BankQuestion, *, by: User) -> Granted:
    """Somebody tries a recording out, as often as whoever is tested may."""
    return grant_play(_trying(by), question, limit=question.most_plays, user=by)


@action(permissions.SEE_BANK)
def rewind_bank_question(question: BankQuestion, *, by: User) -> BankQuestion:
    """Their own plays are counted from the start again."""
    forget_plays(_trying(by), question)
    return question


@action(permissions.WRITE_BANK, unsaid={"contents"})
def import_bank_questions(centre: Centre, *, by: User, contents: Sequence[Content]) -> list[BankQuestion]:
    """Drafts under their own codes; a code that is known is left as it is."""
    return add_drafts(contents, by)


@action(permissions.WRITE_BANK, unsaid={"quiz"})
def load_questions(centre: Centre, *, by: User, course: str, quiz: Sequence[Content]) -> list[BankQuestion]:
    """A shipped course's quiz, in force at once under `COURSE.ID`: it was reviewed where it was written. Codes that are
    known are left as they are."""
    known = set(BankQuestion.objects.filter(course=course).values_list("code", flat=True))
    found = [replace(one, id=f"{course}.{one.id}") for one in map(question_of, quiz)]
    return in_force_at_once(row_of(one, by, Beside(course=course), number=1) for one in found if one.id not in known)


@action(permissions.WRITE_BANK)
def load_shipped_bank(centre: Centre, *, by: User) -> list[BankQuestion]:
    """The questions that come with the program, in force at once; codes that are known are left as they are."""
    known = set(BankQuestion.objects.values_list("code", flat=True))
    return in_force_at_once(
        row_of(one, by, NOTHING, number=1) for one in map(question_of, shipped_bank()) if one.id not in known
    )


def _trying(by: User) -> str:
    return f"try-{by.pk}"


def _told_apart(code: str, other: str, by: User) -> None:
    first, last = sorted((code, other))
    ToldApart.objects.get_or_create(one=first, other=last, defaults={"by": by, "at": clock.now()})


def _reviewed(question: BankQuestion, by: User) -> None:
    if by.pk == question.made_by_id:
        raise NotAllowed("bank.own")
    question.reviewed_by, question.reviewed_at = by, clock.now()
    question.save(update_fields=["reviewed_by", "reviewed_at"])
