"""Suggestions: the inbox of those who answer, one's own, by its code, and what was adopted, for all."""

from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from hengcai.appraisal.models import Policy
from hengcai.appraisal.permissions import SEE_POLICY
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.base.states import moves_open
from hengcai.council import permissions
from hengcai.council.models import Article, Suggestion
from hengcai.council.rules.group import ADOPTED, PARTLY
from hengcai.council.states import SUGGESTION_MOVES

SUGGESTION_ORDERS = Orders({
    "title": ("title", "pk"), "received": ("received_on", "pk"), "due": ("due_on", "pk"), "state": ("state", "due_on", "pk"),
    "outcome": ("outcome", "-pk"),
})  # fmt: skip


def suggestions_listed(user: Doer, *, state: str = "") -> QuerySet[Suggestion]:
    """Those to be answered first, the earliest due on top."""
    rows = Suggestion.objects.select_related("writer", "taken_by", "answered_by")
    found = permissions.SEE_SUGGESTION.rows(rows.filter(state=state) if state else rows, user)
    return found.order_by("answered_at", "due_on", "pk")


@dataclass(frozen=True)
class SuggestionSight:
    suggestion: Suggestion
    articles: list[Article]
    moves: frozenset[str]
    may_note: bool
    is_own: bool
    shows_writer: bool


def suggestion_sight(one: Suggestion, user: Doer) -> SuggestionSight:
    answers = permissions.ANSWER.allows(one, user)
    return SuggestionSight(
        suggestion=one,
        articles=list(one.articles.select_related("policy").order_by("pk")),
        moves=frozenset(move.name for move in moves_open(SUGGESTION_MOVES, one, user)),
        may_note=answers and one.outcome in (ADOPTED, PARTLY),
        is_own=one.writer_id is not None and one.writer_id == user.pk,
        shows_writer=one.writer_id is not None,
    )


def adopted() -> QuerySet[Suggestion]:
    """For all to read: what was suggested, what was answered, which article has it. Never who."""
    rows = Suggestion.objects.filter(outcome__in=(ADOPTED, PARTLY)).defer("writer", "code_digest")
    articles = Prefetch("articles", Article.objects.select_related("policy").order_by("pk"))
    return rows.prefetch_related(articles).order_by("-answered_at", "-pk")


def by_digest(digest: str) -> Suggestion | None:
    return Suggestion.objects.filter(code_digest=digest).exclude(code_digest="").first()


def policies_to_cite(user: Doer) -> list[Policy]:
    return list(SEE_POLICY.rows(Policy.objects.order_by("kind", "-number"), user)[:20])
