"""Suggestions: written with one's name or without, taken up, answered, and where a policy has it since."""

from datetime import date

from hengcai.accounts.models import Centre, User
from hengcai.appraisal.models import Policy
from hengcai.appraisal.parsing import parsed
from hengcai.appraisal.rules.articles import articles_of
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.council import duties, permissions, states
from hengcai.council.models import Article, Suggestion
from hengcai.council.rules import group as rules
from hengcai.people.queries.calendar import the_calendar


@action(permissions.SUGGEST, unsaid={"title", "text"})
def suggest(centre: Centre, *, by: User, title: str, text: str, today: date) -> Suggestion:
    """With the writer's name, which those who answer read."""
    return _received(title, text, today, writer=by)


@action(permissions.SUGGEST, unsaid={"title", "text", "code"})
def suggest_unnamed(centre: Centre, *, by: User, title: str, text: str, code: str, today: date) -> Suggestion:
    """`by` is the system: whoever wrote it stands in no row, nor in the audit log. `code` as `new_code` made it."""
    return _received(title, text, today, code=code)


@action(states.TAKE_UP)
def take_up_suggestion(suggestion: Suggestion, *, by: User) -> Suggestion:
    suggestion.taken_by, suggestion.taken_at = by, clock.now()
    suggestion.save(update_fields=["taken_by", "taken_at"])
    duties.suggestion_taken(suggestion, by.pk)
    return suggestion


@action(states.ANSWER, unsaid={"answer"})
def answer_suggestion(suggestion: Suggestion, *, by: User, outcome: str, answer: str) -> Suggestion:
    """Adopted, in part or not, with the reason."""
    check_lengths(answer)
    suggestion.outcome = rules.check_outcome(outcome)
    suggestion.answer = rules.check_text(answer, "council.answer_missing")
    suggestion.answered_by, suggestion.answered_at = by, clock.now()
    suggestion.save(update_fields=["outcome", "answer", "answered_by", "answered_at"])
    duties.suggestion_answered(suggestion)
    return suggestion


@action(permissions.ANSWER)
def note_article(suggestion: Suggestion, *, by: User, policy: Policy, key: str) -> Article:
    """Which article of which version it led to, as that version has them. Twice is once."""
    if suggestion.outcome not in (rules.ADOPTED, rules.PARTLY):
        raise NotNow("council.not_adopted")
    if policy.state not in Policy.PUBLIC:
        raise NotNow("council.policy_draft")
    number = next((one.number for one in articles_of(parsed(policy)) if one.key == key), None)
    if number is None:
        raise NotValid("council.article_missing")
    facts = {"key": key, "noted_by": by, "noted_at": clock.now()}
    return Article.objects.get_or_create(suggestion=suggestion, policy=policy, number=str(number), defaults=facts)[0]


@action(permissions.SEE_SUGGESTION)
def read_suggestion(suggestion: Suggestion, *, by: User) -> Suggestion:
    """The writer has read the answer."""
    duties.suggestion_read(suggestion, by.pk)
    return suggestion


def _received(title: str, text: str, today: date, *, writer: User | None = None, code: str = "") -> Suggestion:
    check_lengths(title, text)
    made = Suggestion.objects.create(
        title=rules.check_text(title, "council.title_missing")[:120],
        text=rules.check_text(text, "council.text_missing"), writer=writer, code_digest=rules.digest_of(code) if code else "",
        received_on=today, due_on=the_calendar().add(today, rules.SUGGESTION_DAYS).date,
    )  # fmt: skip
    duties.suggested(made)
    return made
