"""What an agent answers to their own evaluation: confirmed, or disputed by item. On the evaluations' own router."""

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Field, Schema

from hengcai.api.fields import Comment, Text
from hengcai.api.quality.disputes import MOST_ITEMS, DisputeOut, dispute_out
from hengcai.api.quality.evaluations import EvaluationOut, evaluation_out, router
from hengcai.api.rights import let_in
from hengcai.quality import permissions
from hengcai.quality.actions import confirm_evaluation, dispute_evaluation
from hengcai.quality.queries.disputes import answerable_by, disputes_listed
from hengcai.quality.rules.disputes import Wish

__all__ = ["router"]


class WishIn(Schema):
    """The mark held to be right and why; `turn` counts from 0: the moment in the contact, where there is one."""

    value: Text
    words: Comment
    turn: int | None = None


class DisputeIn(Schema):
    items: dict[Text, WishIn] = Field(max_length=MOST_ITEMS)


@router.post("/{int:pk}/confirm", response=EvaluationOut)
def confirm(request, pk: int):
    """By the agent, in time; twice is once."""
    let_in(permissions.ANSWER, request.user)
    row = get_object_or_404(answerable_by(request.user), pk=pk)
    return evaluation_out(confirm_evaluation(row, by=request.user, today=localdate()))


@router.post("/{int:pk}/dispute", response=DisputeOut)
def dispute(request, pk: int, body: DisputeIn):
    """By the agent, in time and once: item → the mark asked for, with the words and the moment."""
    let_in(permissions.ANSWER, request.user)
    row = get_object_or_404(answerable_by(request.user), pk=pk)
    wishes = {code: Wish(one.value, one.words, one.turn) for code, one in body.items.items()}
    made = dispute_evaluation(row, by=request.user, wishes=wishes, today=localdate())
    return dispute_out(disputes_listed(request.user).get(pk=made.pk), request.user)
