"""Ladders: those there are, one with its steps, its text."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.accounts.queries import the_centre
from hengcai.base.bilingual import Bilingual
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.states import moves_open
from hengcai.growth import actions, permissions, presets
from hengcai.growth.queries.people import ladders_seen_by
from hengcai.growth.states import LADDER_MOVES, REWRITE
from hengcai.web.growth.showing import competency_names
from hengcai.web.shell.numbers import whole
from hengcai.web.shell.says import sentence


def ladders(request):
    permissions.SEE_LADDERS.enter([], request.user)
    rows, may_write = list(ladders_seen_by(request.user)), permissions.WRITE_LADDER.is_held_by(request.user)
    taken = {one.code for one in rows}
    if request.method == "POST":
        permissions.WRITE_LADDER.enter([], request.user)
        made = actions.load_preset(the_centre(), by=request.user, code=request.POST.get("preset", ""))
        messages.success(
            request, _("Saved as a draft. Change it to suit your centre, then ask someone else to publish it.")
        )
        return redirect("see-ladder", made.pk)
    offered = [(code, _preset_name(code)) for code in presets.codes() if code not in taken] if may_write else []
    return render(request, "growth/ladders.html", {"rows": rows, "presets": offered, "may_write": may_write})


def _preset_name(code):
    from hengcai.base.yaml_parts import parse_yaml

    name = parse_yaml(presets.text_of(code), file=code).mapping()["name"].mapping()
    return str(Bilingual(**{language: part.text() for language, part in name.items()}))


def ladder(request, pk):
    permissions.SEE_LADDERS.enter([], request.user)
    found = get_object_or_404(ladders_seen_by(request.user), pk=pk)
    if request.method == "POST":
        actions.publish_ladder(found, by=request.user, today=localdate())
        messages.success(request, _("In force from today."))
        return redirect("see-ladder", pk)
    names = competency_names()
    facts = {
        "ladder": found, "steps": [_shown(one, names) for one in sorted(found.steps.all(), key=lambda one: one.order)],
        "moves": {move.name for move in moves_open(LADDER_MOVES, found, request.user)},
        "watches": permissions.WATCH.is_held_by(request.user),
        "sees_allowance": permissions.SEE_ALLOWANCE.is_held_by(request.user),
    }  # fmt: skip
    return render(request, "growth/ladder.html", facts)


def _shown(step, names):
    wanted = [(names.get(code, code), level) for code, level in step.wanted.items()]
    return step, wanted, [str(Bilingual(**one)) for one in step.proofs]


def add(request):
    permissions.WRITE_LADDER.enter([], request.user)
    return _written(request, None, "")


def edit(request, pk):
    permissions.SEE_LADDERS.enter([], request.user)
    found = get_object_or_404(ladders_seen_by(request.user), pk=pk)
    REWRITE.enter(found, request.user)
    return _written(request, found, found.text)


def _written(request, found, text):
    refusal, typed = "", request.POST.get("text", text)
    code = found.code if found else request.POST.get("code", "")
    if request.method == "POST":
        try:
            made = _kept(request, found, code, typed)
        except (NotValid, NotNow) as refused:
            refusal = sentence(refused)
        else:
            messages.success(request, _("Saved as a draft."))
            return redirect("see-ladder", made.pk)
    facts = {"ladder": found, "code": code, "text": typed, "error": refusal}
    return render(request, "growth/edit_ladder.html", facts, status=422 if refusal else 200)


def _kept(request, found, code, text):
    if found is None:
        return actions.write_ladder(the_centre(), by=request.user, code=code.strip(), text=text)
    count = whole(request.POST.get("edit_count", ""))
    return actions.rewrite_ladder(found, by=request.user, text=text, edit_count=-1 if count is None else count)
