"""Blueprints of tests: listed, written with their lines, put in use; and a test scheduled from one."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.accounts.queries import the_centre
from hengcai.assessment import actions, permissions, states
from hengcai.assessment.actions.blueprints import parts_of
from hengcai.assessment.queries.blueprints import blueprint_moves_of, blueprints_seen_by
from hengcai.assessment.queries.questionnaires import competency_choices
from hengcai.assessment.rules.drawing import Part
from hengcai.assessment.stock import stock_of
from hengcai.base.errors import NotNow, NotValid
from hengcai.people.queries.seen import posts, teams_seen_by
from hengcai.web.assessment.exam_forms import AnnounceForm, BlueprintFilterForm, BlueprintForm, Lines, blueprint_initial
from hengcai.web.assessment.exam_lists import blueprint_list
from hengcai.web.shell.doing import refusal_told
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.says import sentence

USUAL = {"minutes": 60, "pass_percent": 60}


@remembers("blueprints")
def blueprints(request):
    permissions.SEE_BLUEPRINTS.enter([], request.user)
    form = BlueprintFilterForm(request.GET)
    asked = Asked(request, blueprint_list(), form=form)
    rows = asked.sorted(blueprints_seen_by(request.user).filter(form.filters().condition()))
    facts = {"is_narrowed": asked.is_narrowed, "may_write": permissions.WRITE_BLUEPRINTS.is_held_by(request.user)}
    return asked.file(rows) or asked.show("assessment/blueprints.html", rows, facts)


def add(request):
    permissions.WRITE_BLUEPRINTS.enter([], request.user)
    form = BlueprintForm(request.POST or None, initial=USUAL, with_code=True)
    lines = Lines(request.POST) if request.method == "POST" else Lines(parts=[Part(10)])
    refusal = ""
    if form.is_valid():
        try:
            plan = form.plan(lines.parts())
            made = actions.add_blueprint(the_centre(), by=request.user, code=form.cleaned_data["code"], plan=plan)
        except (NotValid, NotNow) as refused:
            refusal = sentence(refused)
        else:
            return redirect("see-blueprint", made.pk)
    return _edited(request, form, lines, refusal)


def edit(request, pk):
    found = _seen(request, pk)
    states.EDIT_BLUEPRINT.enter(found, request.user)
    form = BlueprintForm(request.POST or None, initial=blueprint_initial(found))
    lines = Lines(request.POST) if request.method == "POST" else Lines(parts=parts_of(found))
    refusal = ""
    if form.is_valid():
        try:
            count = form.cleaned_data["edit_count"]
            actions.edit_blueprint(
                found, by=request.user, plan=form.plan(lines.parts()), edit_count=-1 if count is None else count
            )
        except (NotValid, NotNow) as refused:
            refusal = sentence(refused)
        else:
            return redirect("see-blueprint", found.pk)
    return _edited(request, form, lines, refusal, found)


def _edited(request, form, lines, refusal, found=None):
    facts = {"form": form, "lines": lines, "error": refusal, "blueprint": found}
    status = 422 if refusal or (request.method == "POST" and form.errors) else 200
    return render(request, "assessment/edit_blueprint.html", facts, status=status)


def blueprint(request, pk):
    found, refusal = _seen(request, pk), ""
    if request.method == "POST":
        refusal = refusal_told(DOINGS, request, found)
        if not refusal:
            return redirect("see-blueprint", found.pk)
    parts, names = parts_of(found), dict(competency_choices())
    facts = {
        "blueprint": found, "lines": [(part, names.get(part.competency, part.competency), stock) for part, stock in stock_of(parts)],
        "total": sum(part.count for part in parts), "moves": blueprint_moves_of(found, request.user), "error": refusal,
        "exams": found.exams.order_by("-opens_at")[:10], "may_write": permissions.WRITE_BLUEPRINTS.is_held_by(request.user),
    }  # fmt: skip
    return render(request, "assessment/blueprint.html", facts, status=422 if refusal else 200)


def schedule(request, pk):
    found = _seen(request, pk)
    states.ANNOUNCE.enter(found, request.user)
    form = AnnounceForm(request.POST or None, blueprint=found, teams=teams_seen_by(request.user), posts=posts())
    refusal = _unknown(form) if form.is_valid() else ""
    if form.is_valid() and not refusal:
        try:
            made = actions.announce_exam(found, by=request.user, plan=form.announcement())
        except (NotValid, NotNow) as refused:
            refusal = sentence(refused)
        else:
            messages.success(request, _("Scheduled. Everyone finds it in their inbox."))
            return redirect("see-exam", made.pk)
    facts = {"form": form, "blueprint": found, "error": refusal}
    return render(request, "assessment/schedule.html", facts, status=422 if refusal or form.errors else 200)


def _unknown(form):
    numbers = form.unknown()
    return sentence(NotValid("exam.numbers_unknown", numbers=", ".join(numbers[:10]))) if numbers else ""


def _seen(request, pk):
    permissions.SEE_BLUEPRINTS.enter([], request.user)
    return get_object_or_404(blueprints_seen_by(request.user), pk=pk)


def _publish(request, found):
    actions.publish_blueprint(found, by=request.user, today=localdate())
    return _("In use. It can no longer be changed; revise it to make the next version.")


def _retire(request, found):
    actions.retire_blueprint(found, by=request.user)
    return _("Retired.")


def _revise(request, found):
    actions.revise_blueprint(found, by=request.user)
    return _("The next version is there as a draft.")


DOINGS = {"publish": _publish, "retire": _retire, "revise": _revise}
