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
from hengcai.consequences.looking_parts import with_a_part
from hengcai.consequences.models import LookAgain
from hengcai.consequences.rules import looking as rules
from hengcai.consequences.rules.words import check_reason
from hengcai.people.queries.calendar import the_calendar


@action(permissions.ASK_AGAIN, unsaid={"words"})
def ask_to_look_again(
    result: Result, *, by: User, words: str, today: date, matter: str = LookAgain.Matter.SCORE
) -> LookAgain:
    """By the person it is about, once to each matter of a revision. It goes to somebody who had no part in it."""
    check_lengths(words)
    told = check_reason(words)
    if matter not in LookAgain.Matter.values:
        raise NotValid("consequences.matter_unknown")
    earlier = LookAgain.objects.filter(result=result, matter=matter).values_list("state", flat=True).first()
    rules.check_first(earlier)
    chosen = _chosen(result, by, matter)
    days = terms_of(result.participant.cycle.policy).windows.answer
    made = LookAgain.objects.create(
        result=result, person=result.participant.person, matter=matter, words=told, asked_at=clock.now(),
        handler_id=chosen.user, last_resort=chosen.last_resort, due_on=the_calendar().add(today, days).date,
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


def _chosen(result: Result, by: User, matter: str) -> rules.Chosen:
    heads = award_duties.heads_to_look(by.pk)
    others = [user for user in award_duties.able_to_look(by.pk) if user not in heads]
    chosen = rules.choose(others, heads, took_part=with_a_part(result, matter))
    if chosen is None:
        raise NotNow("consequences.nobody_to_look")
    return chosen
