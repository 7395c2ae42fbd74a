"""Suggestions: the inbox of those who answer, one's own, by its code, and what was adopted, for all."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from hengcai.appraisal.models import Policy
from hengcai.appraisal.papers.articles import ToldArticle, articles_told
from hengcai.appraisal.papers.rules import names_told
from hengcai.appraisal.permissions import SEE_POLICY
from hengcai.base.permissions import Doer
from hengcai.base.say import sentence
from hengcai.base.sorting import Orders
from hengcai.base.states import moves_open
from hengcai.council import permissions
from hengcai.council.models import Article, Suggestion
from hengcai.council.rules.group import ADOPTED, PARTLY
from hengcai.council.states import SUGGESTION_MOVES
from hengcai.paper.telling import Teller

CITED = 3  # versions of each kind
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
    """Of each kind the newest versions that staff have seen."""
    rows = SEE_POLICY.rows(Policy.objects.filter(state__in=Policy.PUBLIC).order_by("-number"), user)
    return [one for kind in Policy.Kind.values for one in rows.filter(kind=kind)[:CITED]]


@dataclass(frozen=True)
class ArticleShown:
    """An article in its reader's language, and the version in which it came into force."""

    policy: Policy
    key: str
    number: str
    heading: str

    @property
    def is_in_force(self) -> bool:
        return self.policy.state in (Policy.State.PUBLISHED, Policy.State.RETIRED)


def articles_shown(rows: Iterable[Article], language: str) -> list[ArticleShown]:
    """Those noted; what was written by hand is a bare number."""
    noted, told = list(rows), dict[int, dict[str, str]]()
    for policy in {one.policy_id: one.policy for one in noted if one.key}.values():
        told[policy.pk] = {one.key: one.heading for one in _told(policy, language)}
    return [
        ArticleShown(one.policy, one.key, one.number, told.get(one.policy_id, {}).get(one.key) or _bare(one, language))
        for one in noted
    ]


def articles_to_cite(user: Doer, language: str) -> list[tuple[Policy, list[ToldArticle]]]:
    return [(policy, _told(policy, language)) for policy in policies_to_cite(user)]


def _told(policy: Policy, language: str) -> list[ToldArticle]:
    tell = Teller(language)
    return articles_told(policy, names_told(tell), tell)


def _bare(one: Article, language: str) -> str:
    return sentence("council.article", language, {"number": one.number})
