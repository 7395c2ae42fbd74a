"""人工复核: somebody asks that a person looks at their result again; it lies with one who is named and answers in days."""

from datetime import date

from hengcai.accounts.models import User
from hengcai.appraisal.models import Result
from hengcai.appraisal.parsing import terms_of
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.consequences import award_duties, permissions, states
from hengcai.consequences.models import LookAgain, Plan, Review
from hengcai.consequences.rules.words import check_reason
from hengcai.people.queries.calendar import the_calendar


@action(permissions.ASK_AGAIN, unsaid={"words"})
def ask_to_look_again(result: Result, *, by: User, words: str, today: date) -> LookAgain:
    """By the person it is about. It goes to somebody who had no part in what followed from the result."""
    check_lengths(words)
    told = check_reason(words)
    if LookAgain.objects.filter(result=result, state=LookAgain.State.ASKED).exists():
        raise NotNow("consequences.look_open_already")
    able = award_duties.able_to_look(by.pk)
    took_part = _took_part(result)
    chosen = next((user for user in able if user.pk not in took_part), None) or next(iter(able), None)
    if chosen is None:
        raise NotNow("consequences.nobody_to_look")
    days = terms_of(result.participant.cycle.policy).windows.answer
    made = LookAgain.objects.create(
        result=result, person=result.participant.person, words=told, asked_at=clock.now(), handler=chosen,
        due_on=the_calendar().add(today, days).date,
    )  # fmt: skip
    award_duties.asked(made)
    return made


@action(states.ANSWER_LOOK, unsaid={"answer"})
def answer_look_again(look: LookAgain, *, by: User, outcome: str, answer: str) -> LookAgain:
    """By the one it lies with: it stands, or it is to be corrected, with the reason. Correcting is another act."""
    check_lengths(answer)
    if outcome not in LookAgain.Outcome.values:
        raise NotValid("consequences.outcome_unknown")
    look.outcome, look.answer, look.answered_at = outcome, check_reason(answer), clock.now()
    look.state = LookAgain.State.ANSWERED
    look.save(update_fields=["outcome", "answer", "answered_at", "state"])
    award_duties.looked(look)
    return look


def _took_part(result: Result) -> set[int]:
    """Who decided what followed from it so far."""
    reviews = Review.objects.filter(result=result, decided_by__isnull=False).values_list("decided_by", flat=True)
    plans = Plan.objects.filter(result=result).values_list("lead", flat=True)
    return {*reviews, *plans}
