"""A draft in rows or as text, tried as on the desk, held against other versions."""

import json

from django.contrib import messages
from django.db.models import Q
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hengcai.base.bilingual import decode, encode
from hengcai.base.errors import NotNow, NotValid
from hengcai.quality import permissions
from hengcai.quality.actions import rewrite_scorecard
from hengcai.quality.definitions import read_definition
from hengcai.quality.documents import definition_of
from hengcai.quality.faults import faults_of
from hengcai.quality.queries.pages import scorecards_seen_by
from hengcai.quality.rules.places import place_of, stands_in_the_way
from hengcai.quality.states import REWRITE_SCORECARD
from hengcai.web.quality import card_text, changes, trying
from hengcai.web.quality.choices import choices_of_editor
from hengcai.web.quality.forms import CardForm
from hengcai.web.quality.sheet import laid_out, reckoned, sheet_posted
from hengcai.web.shell.numbers import whole
from hengcai.web.shell.says import sentence
from hengcai.web.shell.templatetags.hc import is_english

STALE = "quality.draft_stale"


def seen(request, pk):
    permissions.SEE_SCORECARDS.enter([], request.user)
    return get_object_or_404(scorecards_seen_by(request.user), pk=pk)


def _draft(request, pk):
    found = seen(request, pk)
    REWRITE_SCORECARD.enter(found, request.user)
    return found


def edit(request, pk):
    """Rows; what a browser without scripts needs stands on the page as text."""
    found = _draft(request, pk)
    tongue, other = ("en", "zh") if is_english() else ("zh", "en")
    facts = {
        "scorecard": found,
        "tongue": tongue,
        "other": other,
        "definition": encode(definition_of(found)),
        "faults": [{"where": place_of(one), "detail": sentence(one)} for one in faults_of(found)],
        "offers": choices_of_editor(),
    }
    return render(request, "quality/card_rows.html", facts)


def edit_text(request, pk):
    """The same draft as text. Whoever was overtaken keeps their text and is told what differs."""
    found = _draft(request, pk)
    form = CardForm(request.POST or None, initial={"text": card_text.written(found), "edit_count": found.edit_count})
    status, refused = 200, None
    if form.is_valid():
        refused = _rewritten(form, found, request.user)
        if refused is None:
            messages.success(request, _("The draft is saved."))
            return redirect("see-scorecard", pk)
        status = 409 if refused.code == STALE else 422
    elif form.errors:
        status = 422
    facts = {"form": form, "scorecard": found, "faults": [sentence(fault) for fault in faults_of(found)]}
    return render(request, "quality/edit_scorecard.html", facts, status=status)


def _rewritten(form, row, user):
    chosen = form.cleaned_data
    try:
        definition = card_text.read(chosen["text"])
        rewrite_scorecard(row, by=user, definition=definition, edit_count=chosen["edit_count"])
    except (NotValid, NotNow) as refusal:
        form.add_error("text", sentence(refusal))
        return refusal
    return None


def try_card(request, pk):
    """The desk's own pane on this card; nothing is kept. With `bare`, the pane alone."""
    found = seen(request, pk)
    in_the_way = [sentence(one) for one in faults_of(found) if stands_in_the_way(one)]
    facts = {"scorecard": found, "in_the_way": in_the_way}
    if not in_the_way:
        desk = trying.desk_of_trial(found)
        facts |= laid_out(desk, sheet_posted(desk, request.POST)) | {
            "given": desk.assignment,
            "wrong": (),
            "unexplained": (),
        }
    template = "quality/try_pane.html" if "bare" in request.GET else "quality/try_card.html"
    return render(request, template, facts)


@require_POST
def reckon(request, pk):
    """What the marks on the pane come to, by the rule that scores contacts."""
    found = seen(request, pk)
    if any(stands_in_the_way(one) for one in faults_of(found)):
        return JsonResponse({}, status=409)
    desk = trying.desk_of_trial(found)
    return JsonResponse(reckoned(desk, sheet_posted(desk, request.POST)))


def compare(request, pk):
    """A version held against another: of the same card first, of the other cards for the channel after them."""
    found = seen(request, pk)
    rows = scorecards_seen_by(request.user).exclude(pk=pk).filter(Q(code=found.code) | Q(channel=found.channel))
    others = sorted(rows, key=lambda one: (one.code != found.code, one.number > found.number, -one.number))
    key = whole(request.GET.get("with", ""))
    old = next((one for one in others if one.pk == key), others[0] if others else None)
    facts = {
        "scorecard": found,
        "others": others,
        "old": old,
        "changes": changes.told(definition_of(old), definition_of(found)) if old else [],
        "may_manage": permissions.MANAGE_SCORECARDS.is_held_by(request.user),
    }
    return render(request, "quality/compare_cards.html", facts)


@require_POST
def differing(request, pk):
    """What was typed here against what somebody else saved: asked when a save came too late."""
    found = _draft(request, pk)
    mine = _definition_sent(request)
    read_definition(mine)
    told = changes.told(definition_of(found), decode(mine))
    return render(request, "shell/changes.html", {"changes": told})


def _definition_sent(request):
    try:
        sent = json.loads(request.body)
    except (ValueError, RecursionError):
        raise NotValid("quality.definition_shape", key="definition") from None
    return sent.get("definition") if isinstance(sent, dict) else None
