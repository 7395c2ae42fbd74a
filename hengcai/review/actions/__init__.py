"""Answering a card of today."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from hengcai.accounts.models import User
from hengcai.assessment.rules.marking import mark
from hengcai.assessment.rules.question_objects import question_of
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.people.models import Person
from hengcai.review import duties, permissions
from hengcai.review.models import Answer, Card
from hengcai.review.rules.recall import is_late
from hengcai.review.rules.scheduling import AGAIN, GRADES, MOST_A_DAY, expected_recall, grade_of, reviewed

__all__ = ["Said", "answer_card"]

LONGEST = 2000


@dataclass(frozen=True)
class Said:
    """`response` to a question, empty for "I don't know"; or one's own `grade` of 1–4."""

    response: str = ""
    grade: int | None = None


@action(permissions.REVIEW, once_a_day=True, unsaid={"said"})
def answer_card(card: Card, *, by: User, said: Said, today: date) -> Answer:
    """Marked where the question can be; the house reckons when it comes again. At most so many a day."""
    check_lengths(said.response)
    Person.objects.select_for_update().get(pk=card.person_id)  # two tabs are counted one after the other
    _check_open(card, today)
    grade, share = _graded(card, said)
    is_first_late = is_late(card.learned_on, today) and not card.answers.filter(is_first_late=True).exists()
    now = reviewed(card.standing, grade, today)
    made = Answer.objects.create(
        card=card, on=today, at=clock.now(), grade=grade, response=said.response[:LONGEST],
        share="" if share is None else str(share), expected=expected_recall(card.standing, today), is_known=grade != AGAIN,
        is_first_late=is_first_late, next_on=now.due_on,
    )  # fmt: skip
    card.due_on, card.last_on, card.stability, card.difficulty = now.due_on, today, now.stability, now.difficulty
    card.count += 1
    card.save(update_fields=["due_on", "last_on", "stability", "difficulty", "count"])
    duties.answered(card.person, today)
    return made


def _check_open(card: Card, today: date) -> None:
    """Once answered it is due tomorrow at the earliest: a second tab counts nothing twice."""
    if card.state != Card.State.ACTIVE or card.due_on > today:
        raise NotNow("review.card_done")
    if Answer.objects.filter(card__person=card.person_id, on=today).count() >= MOST_A_DAY:
        raise NotNow("review.enough_today", most=MOST_A_DAY)


def _graded(card: Card, said: Said) -> tuple[int, Fraction | None]:
    share = mark(question_of(card.question), said.response) if card.question else None
    if share is not None:
        return grade_of(float(share)), share
    if said.grade not in GRADES:
        raise NotValid("review.grade_missing")
    return said.grade, None
