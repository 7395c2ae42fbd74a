"""The bank's questions from draft over review to publication. A published version never changes: the next one is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Max

from hengcai.accounts.models import Centre, User
from hengcai.assessment import permissions, states
from hengcai.assessment.alike import alike
from hengcai.assessment.models import BankQuestion
from hengcai.assessment.rules.question_objects import object_of, question_of
from hengcai.assessment.rules.questions import GAP, Both, Question, Text
from hengcai.assessment.rules.stems import key
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.bilingual import Bilingual
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.base.lengths import check_lengths

Content = Mapping[str, Any]
State = BankQuestion.State
IN_WORK = (State.DRAFT, State.REVIEW)
LONGEST_TITLE, MOST_PLAYS = 300, 20


@dataclass(frozen=True)
class Beside:
    """What stands beside a question's content: where it comes from, what is listened to and how often."""

    course: str = ""
    sound: str = ""
    most_plays: int | None = None


NOTHING = Beside()


@action(permissions.WRITE_BANK, unsaid={"content"})
def add_bank_question(centre: Centre, *, by: User, content: Content, beside: Beside = NOTHING) -> BankQuestion:
    """A draft under a new code."""
    question = question_of(content)
    if BankQuestion.objects.filter(code=question.id).exists():
        raise NotValid("bank.code_known", code=question.id)
    return _made(question, by, beside)


@action(permissions.WRITE_BANK)
def revise_bank_question(question: BankQuestion, *, by: User) -> BankQuestion:
    """The next version as a draft; the one in force stays until the new one is published."""
    if BankQuestion.objects.filter(code=question.code, state__in=IN_WORK).exists():
        raise NotNow("bank.in_work", code=question.code)
    return _made(question_of(question.content), by, beside_of(question))


@action(states.EDIT_BANK, unsaid={"content"})
def edit_bank_question(
    question: BankQuestion, *, by: User, content: Content, edit_count: int, beside: Beside | None = None
) -> BankQuestion:
    """An older page overwrites nothing; the code stays."""
    if edit_count != question.edit_count:
        raise NotNow("bank.stale")
    found = replace(question_of(content), id=question.code)
    for name, value in _columns(found, beside or beside_of(question)).items():
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
    """Whoever publishes has been told which others ask the same; the version before is retired."""
    _reviewed(question, by)
    others = [one.code for one in alike(question)]
    if others and not despite_alike:
        raise NotValid("bank.alike", codes=others[:5])
    for one in BankQuestion.objects.filter(code=question.code, state=State.PUBLISHED):
        one.state = State.RETIRED
        one.save(update_fields=["state"])
    return question


@action(states.RETIRE_BANK)
def retire_bank_question(question: BankQuestion, *, by: User) -> BankQuestion:
    """No new test draws it; tests that hold it keep it."""
    return question


@action(permissions.WRITE_BANK, unsaid={"contents"})
def import_bank_questions(centre: Centre, *, by: User, contents: Sequence[Content]) -> list[BankQuestion]:
    """Drafts under their own codes; a code that is known is left as it is."""
    known = set(BankQuestion.objects.values_list("code", flat=True))
    return [_made(one, by, NOTHING) for one in map(question_of, contents) if one.id not in known]


@action(permissions.WRITE_BANK, unsaid={"quiz"})
def load_questions(centre: Centre, *, by: User, course: str, quiz: Sequence[Content]) -> list[BankQuestion]:
    """A shipped course's quiz, in force at once under `COURSE.ID`: it was reviewed where it was written. Codes that are
    known are left as they are."""
    known = set(BankQuestion.objects.filter(course=course).values_list("code", flat=True))
    found = [replace(one, id=f"{course}.{one.id}") for one in map(question_of, quiz)]
    made = [_row(one, by, Beside(course=course)) for one in found if one.id not in known]
    for one in made:
        one.state = State.PUBLISHED
    return BankQuestion.objects.bulk_create(made)


def beside_of(question: BankQuestion) -> Beside:
    return Beside(question.course, question.sound, question.most_plays)


def _reviewed(question: BankQuestion, by: User) -> None:
    if by.pk == question.made_by_id:
        raise NotAllowed("bank.own")
    question.reviewed_by, question.reviewed_at = by, clock.now()
    question.save(update_fields=["reviewed_by", "reviewed_at"])


def _made(question: Question, by: User, beside: Beside) -> BankQuestion:
    row = _row(question, by, beside)
    row.save()
    return row


def _row(question: Question, by: User, beside: Beside) -> BankQuestion:
    newest = BankQuestion.objects.filter(code=question.id).aggregate(most=Max("number"))["most"] or 0
    facts = _columns(question, beside)
    return BankQuestion(code=question.id, number=newest + 1, made_by=by, made_at=clock.now(), **facts)


def _columns(question: Question, beside: Beside) -> dict[str, Any]:
    if beside.most_plays is not None and not 1 <= beside.most_plays <= MOST_PLAYS:
        raise NotValid("bank.most_plays", most=MOST_PLAYS)
    return {
        "kind": question.kind,
        "content": object_of(question),
        "title": title_of(question.text),
        "stem_key": key(question),
        "competency": question.competency[:60],
        "level": question.level,
        "tags": list(question.tags),
        "course": beside.course,
        "sound": beside.sound,
        "most_plays": beside.most_plays,
    }


def title_of(text: Text) -> Bilingual:
    """Without the marks of Markdown, gaps as lines."""
    from hengcai.assessment.formats.markup.texts import to_plain

    zh, en = (text.zh, text.en) if isinstance(text, Both) else (text, "")
    return Bilingual(*(to_plain(GAP.sub("____", one), set())[:LONGEST_TITLE] for one in (zh, en)))
