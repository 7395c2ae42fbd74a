"""Rows of the bank made of questions, within the actions that gate them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Max

from hengcai.accounts.models import User
from hengcai.assessment.models import BankQuestion
from hengcai.assessment.rules.question_objects import object_of, question_of
from hengcai.assessment.rules.questions import GAP, Both, Question
from hengcai.assessment.rules.stems import key
from hengcai.base import clock
from hengcai.base.bilingual import Bilingual
from hengcai.base.errors import NotValid

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


def beside_of(question: BankQuestion) -> Beside:
    return Beside(question.course, question.sound, question.most_plays)


def made(question: Question, by: User, beside: Beside) -> BankQuestion:
    row = row_of(question, by, beside)
    row.save()
    return row


def row_of(question: Question, by: User, beside: Beside, *, number: int | None = None) -> BankQuestion:
    """`number`: of the version, where that is known."""
    if number is None:
        number = (BankQuestion.objects.filter(code=question.id).aggregate(most=Max("number"))["most"] or 0) + 1
    return BankQuestion(
        code=question.id, number=number, made_by=by, made_at=clock.now(), **columns_of(question, beside)
    )  # fmt: skip


def columns_of(question: Question, beside: Beside) -> dict[str, Any]:
    if beside.most_plays is not None and not 1 <= beside.most_plays <= MOST_PLAYS:
        raise NotValid("bank.most_plays", most=MOST_PLAYS)
    return {
        "kind": question.kind,
        "content": object_of(question),
        "title": title_of(question),
        "stem_key": key(question),
        "competency": question.competency[:60],
        "level": question.level,
        "tags": list(question.tags),
        "tag_lines": "".join(f"\n{one}" for one in question.tags) + "\n" if question.tags else "",
        "tongues": "zh en" if question.has_both else question.language[:20],
        "course": beside.course,
        "sound": beside.sound,
        "most_plays": beside.most_plays,
    }


def title_of(question: Question) -> Bilingual:
    """Without the marks of Markdown, gaps as lines."""
    from hengcai.assessment.formats.markup.texts import to_plain

    text = question.text
    if not isinstance(text, Both):
        text = Both("", text) if question.language.startswith("en") else Both(text, "")
    zh, en = text.zh, text.en
    return Bilingual(*(to_plain(GAP.sub("____", one), set())[:LONGEST_TITLE] for one in (zh, en)))


def add_drafts(contents: Iterable[Content], by: User) -> list[BankQuestion]:
    """Of new codes; within an action."""
    known = set(BankQuestion.objects.values_list("code", flat=True))
    rows = [row_of(one, by, NOTHING, number=1) for one in map(question_of, contents) if one.id not in known]
    return BankQuestion.objects.bulk_create(rows, batch_size=500)


def add_version(content: Content, by: User) -> BankQuestion | None:
    """The next version of a known code as a draft; none where one is in work. Within an action."""
    question = question_of(content)
    if BankQuestion.objects.filter(code=question.id, state__in=IN_WORK).exists():
        return None
    newest = BankQuestion.objects.filter(code=question.id).order_by("-number").first()
    return made(question, by, beside_of(newest) if newest else NOTHING)


def in_force_at_once(rows: Iterable[BankQuestion]) -> list[BankQuestion]:
    made = list(rows)
    for one in made:
        one.state = State.PUBLISHED
    return BankQuestion.objects.bulk_create(made)
