"""Scorecards: the list, one version, drafts written as text."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hengcai.accounts.queries import the_centre
from hengcai.base.errors import NotNow, NotValid
from hengcai.framework.models import Post
from hengcai.quality import permissions
from hengcai.quality.actions import (
    add_scorecard,
    delete_scorecard,
    load_seed_scorecards,
    new_version,
)
from hengcai.quality.cards import card_of
from hengcai.quality.models import Scorecard
from hengcai.quality.queries import pages
from hengcai.quality.queries.scorecards import scorecard_page
from hengcai.quality.rules.holding import standing
from hengcai.web.quality import card_text, starts
from hengcai.web.quality.forms import CardForm, NewCardForm
from hengcai.web.quality.lines import label_of, rungs_of, short, signed, weight_percent
from hengcai.web.quality.lists.scorecards import scorecard_list
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.says import sentence

PUBLISHED = Scorecard.State.PUBLISHED


@remembers("scorecards")
def scorecards(request):
    permissions.SEE_SCORECARDS.enter([], request.user)
    asked = Asked(request, scorecard_list())
    rows = asked.sorted(pages.scorecards_seen_by(request.user))
    facts = {"rows": rows, "may_manage": permissions.MANAGE_SCORECARDS.is_held_by(request.user)}
    return asked.file(rows) or asked.show("quality/scorecards.html", rows, facts)


def _seen(request, pk):
    permissions.SEE_SCORECARDS.enter([], request.user)
    return get_object_or_404(pages.scorecards_seen_by(request.user), pk=pk)


def scorecard(request, pk):
    page = scorecard_page(_seen(request, pk), request.user)
    card = card_of(page.scorecard)
    known = {one.item.code: one.item for section in page.sections for one in section.items}
    indicators = pages.indicator_names(one.indicator for one in known.values())
    facts = {
        "page": page,
        "scorecard": page.scorecard,
        "parts": [
            (part, weight_percent(part.weight), _shown(card, part.items, known, indicators)) for part in page.sections
        ],
        "levels": [(level, short(share * 100)) for level, share in enumerate(card.level_shares, start=1)],
        "faults": [sentence(fault) for fault in page.faults],
        "moves": {move.name for move in page.moves},
        "standing": standing(page.scorecard, localdate()),
        "posts": list(Post.objects.filter(code__in=page.scorecard.posts).order_by("order")),
    }
    return render(request, "quality/scorecard.html", facts)


def _shown(card, items, known, indicators):
    return [
        {
            "item": one.item,
            "weight": _weight(card.by_code[one.item.code], one),
            "rungs": rungs_of(card, one.item),
            "indicator": indicators.get(one.item.indicator, one.item.indicator),
            "depends_on": known.get(one.item.condition.get("item")),
            "depends_values": _labels(known, one.item.condition),
        }
        for one in items
    ]


def _labels(known, condition):
    """The marks a condition waits for, in words."""
    source = known.get(condition.get("item"))
    return [label_of(source, value) for value in condition.get("is", ())] if source else []


def _weight(rule, one):
    if rule.points:
        return signed(rule.points if rule.kind == "bonus" else -rule.points)
    return weight_percent(one.weight) if one.weight else ""


def add(request):
    """A name, a code and something to start from; the rest is done in rows."""
    permissions.MANAGE_SCORECARDS.enter(the_centre(), request.user)
    cards = pages.scorecards_seen_by(request.user)
    form = NewCardForm(request.POST or None, cards, card_text.shipped())
    if form.is_valid():
        try:
            definition = starts.definition_for(form.cleaned_data, cards)
            made = add_scorecard(the_centre(), by=request.user, definition=definition)
        except (NotValid, NotNow) as refusal:
            form.add_error("code", sentence(refusal))
        else:
            return redirect("edit-scorecard", made.pk)
    return render(request, "quality/add_scorecard.html", {"form": form}, status=422 if form.errors else 200)


def add_text(request):
    """From a shipped card or from nothing; what is refused stands beside the text."""
    permissions.MANAGE_SCORECARDS.enter(the_centre(), request.user)
    start = card_text.shipped_text(request.GET.get("from", ""))
    form = CardForm(request.POST or None, initial={"text": start})
    made = form.is_valid() and _written(form, request.user)
    if made:
        messages.success(request, _("Draft created. Review it, then publish."))
        return redirect("see-scorecard", made.pk)
    facts = {"form": form, "shipped": card_text.shipped()}
    return render(request, "quality/edit_scorecard.html", facts, status=422 if form.errors else 200)


def _written(form, user):
    try:
        return add_scorecard(the_centre(), by=user, definition=card_text.read(form.cleaned_data["text"]))
    except (NotValid, NotNow) as refusal:
        form.add_error("text", sentence(refusal))
        return None


@require_POST
def revise(request, pk):
    made = new_version(_seen(request, pk), by=request.user)
    said = _("A draft of version %(number)s. The version in force stays until it is published.")
    messages.success(request, said % {"number": made.number})
    return redirect("edit-scorecard", made.pk)


@require_POST
def delete(request, pk):
    delete_scorecard(_seen(request, pk), by=request.user)
    messages.success(request, _("The draft is deleted."))
    return redirect("list-scorecards")


@require_POST
def load(request):
    made = load_seed_scorecards(the_centre(), by=request.user, on=localdate())
    held = [one for one in made if one.state == PUBLISHED]
    messages.success(request, _("%(count)s cards loaded and in force.") % {"count": len(held)})
    if len(held) < len(made):
        messages.info(request, _("If the channel already has a card in use, the built-in one is kept as a draft."))
    return redirect("list-scorecards")
