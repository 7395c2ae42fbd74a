"""Suggestions about the system: sent with one's name or without, taken up, answered; those adopted for all."""

from datetime import date

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from django.utils.translation import get_language
from ninja import Query, Router, Schema

from hengcai.accounts.models import system_user
from hengcai.accounts.queries import the_centre
from hengcai.api.fields import Code, Comment, Key, Text
from hengcai.api.paging import Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.base.masking.text import mask
from hengcai.council import actions, permissions
from hengcai.council.queries import suggestions as queries
from hengcai.council.rules.group import digest_of, new_code

router = Router()


class SuggestionsWanted(Sorted):
    """`state`: received, taken_up or answered."""

    state: Text = ""


class SuggestionIn(Schema):
    """`unnamed`: nothing is stored that leads back to the caller; the code for checking the answer is only returned
    once."""

    title: Text
    text: Comment
    unnamed: bool = False


class SuggestionAnswerIn(Schema):
    """`outcome`: adopted, partly or not_adopted."""

    outcome: Code
    answer: Comment


class SuggestionArticleIn(Schema):
    """`article`: its key, as `/api/appraisal/procedures/{policy}` lists them."""

    policy: Key
    article: Text


class TrackingCodeIn(Schema):
    code: Text


class SuggestionArticleOut(Schema):
    """`article` is its key, `number` how that version counts it. `in_force_from`: None while it is not in force."""

    policy: int
    version: int
    article: str
    number: str
    heading: str
    in_force_from: date | None


class SuggestionOut(Schema):
    """`writer` is null if the suggestion is anonymous or the caller may not see the name."""

    id: int
    title: str
    state: str
    outcome: str
    received_on: date
    due_on: date
    writer: str | None


class WholeSuggestionOut(SuggestionOut):
    text: str
    answer: str
    articles: list[SuggestionArticleOut]
    moves: list[str]


class SuggestionSentOut(Schema):
    """`id` is null if the suggestion is anonymous."""

    id: int | None
    code: str


class AdoptedOut(Schema):
    title: str
    outcome: str
    answer: str
    articles: list[SuggestionArticleOut]


@router.get("", response=Page[SuggestionOut])
def suggestions(request, wanted: Query[SuggestionsWanted]):
    """All suggestions for the people who answer them; for others, their own."""
    let_in(permissions.SEE_SUGGESTION, request.user)
    rows = queries.suggestions_listed(request.user, state=wanted.state)
    return sorted_page(rows, _head, wanted, queries.SUGGESTION_ORDERS)


@router.post("", response=SuggestionSentOut)
def suggest(request, body: SuggestionIn):
    """Makes a suggestion, by name or anonymously."""
    let_in(permissions.SUGGEST, request.user)
    centre, today = the_centre(), localdate()
    if body.unnamed:
        code = new_code()
        actions.suggest_unnamed(centre, by=system_user(), title=body.title, text=body.text, code=code, today=today)
        return {"id": None, "code": code}
    made = actions.suggest(centre, by=request.user, title=body.title, text=body.text, today=today)
    return {"id": made.pk, "code": ""}


@router.get("/adopted", response=list[AdoptedOut])
def adopted(request):
    """Suggestions that were adopted and the articles they led to; never who made them."""
    let_in(permissions.SUGGEST, request.user)
    return [
        {
            "title": one.title,
            "outcome": one.outcome,
            "answer": mask(one.answer),
            "articles": _articles(one.articles.all()),
        }
        for one in queries.adopted()[:200]
    ]


@router.post("/follow", response=AdoptedOut)
def follow(request, body: TrackingCodeIn):
    """The answer to a suggestion, by its code; `outcome` is empty until it is answered."""
    let_in(permissions.SUGGEST, request.user)
    found = queries.by_digest(digest_of(body.code))
    if found is None:
        raise Http404
    articles = _articles(found.articles.select_related("policy"))
    return {"title": found.title, "outcome": found.outcome, "answer": mask(found.answer), "articles": articles}


@router.get("/{int:pk}", response=WholeSuggestionOut)
def suggestion(request, pk: int):
    """One suggestion."""
    return _whole(_found(request, pk), request.user)


@router.post("/{int:pk}/take-up", response=WholeSuggestionOut)
def take_up(request, pk: int):
    """Starts looking into the suggestion; the caller is now responsible for it."""
    return _whole(actions.take_up_suggestion(_found(request, pk), by=request.user), request.user)


@router.post("/{int:pk}/answer", response=WholeSuggestionOut)
def answer(request, pk: int, body: SuggestionAnswerIn):
    """Answers the suggestion: adopted, adopted in part or not adopted, with the reason."""
    row = actions.answer_suggestion(_found(request, pk), by=request.user, outcome=body.outcome, answer=body.answer)
    return _whole(row, request.user)


@router.post("/{int:pk}/articles", response=WholeSuggestionOut)
def note(request, pk: int, body: SuggestionArticleIn):
    """Records which article of which policy the suggestion led to."""
    row = _found(request, pk)
    permissions.ANSWER.enter(row, request.user)
    policy = next((one for one in queries.policies_to_cite(request.user) if one.pk == body.policy), None)
    if policy is None:
        raise Http404
    actions.note_article(row, by=request.user, policy=policy, key=body.article)
    return _whole(row, request.user)


def _found(request, pk):
    let_in(permissions.SEE_SUGGESTION, request.user)
    return get_object_or_404(queries.suggestions_listed(request.user), pk=pk)


def _head(one):
    return {
        "id": one.pk, "title": one.title, "state": one.state, "outcome": one.outcome, "received_on": one.received_on,
        "due_on": one.due_on, "writer": one.writer.name if one.writer else None,
    }  # fmt: skip


def _whole(one, user):
    sight = queries.suggestion_sight(one, user)
    told = {"text": mask(one.text), "answer": mask(one.answer), "articles": _articles(sight.articles)}
    return {**_head(one), **told, "moves": sorted(sight.moves)}


def _articles(rows):
    return [
        {
            "policy": one.policy.pk, "version": one.policy.number, "article": one.key, "number": one.number,
            "heading": one.heading,
            "in_force_from": (one.policy.in_force_from or one.policy.published_on) if one.is_in_force else None,
        }
        for one in queries.articles_shown(rows, get_language() or "zh-hans")
    ]  # fmt: skip
