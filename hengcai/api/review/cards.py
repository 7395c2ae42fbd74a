"""Today's review: the cards that are due, an answer, what is still known after a month."""

from datetime import date
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Router, Schema
from pydantic import Field

from hengcai.api.fields import Names, Text, names
from hengcai.api.rights import let_in
from hengcai.base.bilingual import encode
from hengcai.review import actions, permissions
from hengcai.review.queries.recall import items_recalled, text_of
from hengcai.review.queries.today import own_cards, today_of
from hengcai.review.rules.asking import without_key

router = Router()


class ReviewCardOut(Schema):
    """`question`: without its key; else `front`, graded by oneself. `back` only where nothing is marked."""

    id: int
    kind: str
    reference: str
    due_on: date
    question: dict[str, Any] | None
    front: Names
    back: Names


class ReviewTodayOut(Schema):
    cards: list[ReviewCardOut]
    done: int
    waiting: int
    next_on: date | None


class ReviewAnswerIn(Schema):
    """`response` as the contract of questions writes it, empty for “I don’t know”; or `grade`: 1 again, 2 hard, 3 good,
    4 easy, where the card has no question to mark."""

    response: Text = ""
    grade: int | None = Field(default=None, ge=1, le=4)


class ReviewAnswerOut(Schema):
    grade: int
    share: str
    is_known: bool
    next_on: date


class RecallShareOut(Schema):
    estimate: float
    low: float
    high: float
    n: int


class RecallItemOut(Schema):
    """`share`: null below ten people asked."""

    kind: str
    reference: str
    text: Names
    people: int
    asked: int
    known: int
    share: RecallShareOut | None


@router.get("", response=ReviewTodayOut)
def review_today(request):
    """One’s own cards of today, at most fifteen with those already answered."""
    let_in(permissions.REVIEW, request.user)
    found = today_of(request.user, localdate())
    cards = [_card(one) for one in found.cards]
    return {"cards": cards, "done": found.done, "waiting": found.waiting, "next_on": found.next_on}


@router.post("/{int:pk}/answer", response=ReviewAnswerOut)
def answer_card(request, pk: int, body: ReviewAnswerIn):
    """Answers one card; it comes again on `next_on`."""
    let_in(permissions.REVIEW, request.user)
    card = get_object_or_404(own_cards(request.user), pk=pk)
    said = actions.Said(body.response, body.grade)
    return actions.answer_card(card, by=request.user, said=said, today=localdate())


@router.get("/recall", response=list[RecallItemOut])
def recall(request, kind: Text = ""):
    """What people still know of each item a month after learning it, without names."""
    let_in(permissions.SEE_RECALL, request.user)
    return [_item(one) for one in items_recalled(request.user, kind=kind)]


def _card(one):
    asked = without_key(one.question) if one.question else None
    is_marked = bool(asked) and one.question["kind"] != "essay"
    return {
        "id": one.pk, "kind": one.kind, "reference": one.reference, "due_on": one.due_on,
        "question": asked, "front": names(text_of(one)),
        "back": {"zh": "", "en": ""} if is_marked else _back(one),
    }  # fmt: skip


def _back(one):
    found = one.question.get("guidance") if one.question else encode(one.back)
    return found if isinstance(found, dict) and found else {"zh": str(found or ""), "en": ""}


def _item(one):
    share = one.recall.share
    found = share and {"estimate": share.estimate, "low": share.low, "high": share.high, "n": share.n}
    return {
        "kind": one.kind, "reference": one.reference, "text": names(one.text), "people": one.n_people,
        "asked": one.recall.n, "known": one.recall.known, "share": found,
    }  # fmt: skip
