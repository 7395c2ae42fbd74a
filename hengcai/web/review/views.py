"""Today's review, card by card; what came of an answer; and, for who teaches, what is still known after a month."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from hengcai.base.errors import NotValid
from hengcai.review import actions, permissions
from hengcai.review.queries.recall import items_recalled
from hengcai.review.queries.today import own_answers, own_cards, today_of
from hengcai.review.rules.recall import LATE_DAYS, LEAST
from hengcai.review.rules.scheduling import GRADES, MOST_A_DAY
from hengcai.web.review.lists import recall_list
from hengcai.web.review.showing import Put, right_of, told_of
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import whole
from hengcai.web.shell.says import sentence


def today(request):
    """The first card that is left; the page of who has answered all of them says when the next come."""
    permissions.REVIEW.enter([], request.user)
    found = today_of(request.user, localdate())
    return _asked(request, found, found.cards[0] if found.cards else None)


@require_POST
def answer(request, pk):
    permissions.REVIEW.enter([], request.user)
    card = get_object_or_404(own_cards(request.user).select_related("person"), pk=pk)
    try:
        made = actions.answer_card(card, by=request.user, said=_said(request, card), today=localdate())
    except NotValid as refused:
        return _asked(request, today_of(request.user, localdate()), card, sentence(refused))
    return redirect("review-today") if made.share == "" else redirect("see-review-answer", made.pk)


def outcome(request, pk):
    """Of a marked card: what was right, and when it comes again."""
    permissions.REVIEW.enter([], request.user)
    found = get_object_or_404(own_answers(request.user), pk=pk)
    question = found.card.question
    facts = {
        "answer": found, "put": _put(found.card, found.response) if question else None, "card": found.card,
        "right": right_of(question, get_language()) if question else [],
        "said": told_of(question, found.response, get_language()) if question else [],
        "today": today_of(request.user, localdate()),
    }  # fmt: skip
    return render(request, "review/outcome.html", facts)


@remembers("recall")
def recall(request):
    permissions.SEE_RECALL.enter([], request.user)
    asked, rows = Asked(request, recall_list()), items_recalled(request.user)
    return asked.file(rows) or asked.show("review/recall.html", rows, {"least": LEAST, "days": LATE_DAYS})


def _asked(request, found, card, refusal=""):
    facts = {
        "today": found, "card": card, "error": refusal, "most": MOST_A_DAY, "place": found.done + 1,
        "put": _put(card) if card and card.question else None, "grades": GRADES,
        "sees_recall": permissions.SEE_RECALL.is_held_by(request.user),
    }  # fmt: skip
    return render(request, "review/today.html", facts, status=422 if refusal else 200)


def _put(card, response=""):
    return Put(card.question, language=get_language(), seed=f"{card.pk}|{card.count}", answer=response)


def _said(request, card):
    response = _put(card).posted(request.POST) if card.question else ""
    return actions.Said(response, whole(request.POST.get("grade", "")))
