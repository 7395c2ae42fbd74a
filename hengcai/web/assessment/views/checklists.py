"""Check-lists: listed, read, written item by item, published."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hengcai.accounts.queries import the_centre
from hengcai.assessment import actions, permissions, states
from hengcai.assessment.checking import content_of, list_of
from hengcai.assessment.exporting_checklists import checklist_yaml
from hengcai.assessment.queries.practicals import checklist_moves, checklists_seen_by
from hengcai.assessment.queries.questionnaires import competency_choices
from hengcai.assessment.rules import checklist_building as building
from hengcai.assessment.rules.checklist_files import problems
from hengcai.audit.action import note
from hengcai.base.errors import NotNow, NotValid
from hengcai.web.assessment.check_forms import ChecklistFilterForm, HeadForm, ItemForm, head_initial, item_initial
from hengcai.web.assessment.check_lists import checklist_list
from hengcai.web.assessment.check_showing import shown_agreement, shown_items, shown_problems
from hengcai.web.shell.doing import done_by
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.says import sentence


@remembers("checklists")
def checklists(request):
    permissions.SEE_CHECKLISTS.enter([], request.user)
    is_writer = permissions.WRITE_CHECKLISTS.is_held_by(request.user)
    form = ChecklistFilterForm(request.GET, with_states=is_writer)
    rows = checklists_seen_by(request.user).filter(form.filters().condition())
    asked = Asked(request, checklist_list(is_writer=is_writer), form=form)
    facts = {"is_narrowed": asked.is_narrowed, "may_write": is_writer}
    return asked.file(asked.sorted(rows)) or asked.show("assessment/checklists.html", asked.sorted(rows), facts)


def checklist(request, pk):
    found, refusal = checklist_seen(request, pk), ""
    if request.method == "POST":
        try:
            return redirect(*done_by(DOINGS, request)(request, found))
        except (NotValid, NotNow) as refused:
            refusal = sentence(refused)
    read = list_of(found)
    moves = checklist_moves(found, request.user)
    facts = {
        "checklist": found, "list": read, "items": shown_items(read), "moves": moves, "error": refusal,
        "problems": shown_problems(problems(read)) if "edit_checklist" in moves else [],
        "agreement": shown_agreement(found, request.user), "may_write": permissions.WRITE_CHECKLISTS.is_held_by(request.user),
        "may_examine": found.state == states.CHECK_USED and permissions.EXAMINE.is_held_by(request.user),
    }  # fmt: skip
    return render(request, "assessment/checklist.html", facts, status=422 if refusal else 200)


def checklist_seen(request, pk):
    permissions.SEE_CHECKLISTS.enter([], request.user)
    return get_object_or_404(checklists_seen_by(request.user), pk=pk)


def _publish(request, found):
    actions.publish_checklist(found, by=request.user, today=localdate())
    messages.success(request, _("Published. It can no longer be changed."))
    return "see-checklist", found.pk


def _retire(request, found):
    return "see-checklist", actions.retire_checklist(found, by=request.user).pk


def _copy(request, found):
    made = actions.copy_checklist(found, by=request.user, code=request.POST.get("code", "").strip())
    messages.success(request, _("Copied as a draft."))
    return "see-checklist", made.pk


DOINGS = {"publish": _publish, "retire": _retire, "copy": _copy}


def add(request):
    permissions.WRITE_CHECKLISTS.enter([], request.user)
    form, refusal = HeadForm(request.POST or None, initial={"minutes": 10}, is_new=True), ""
    if form.is_valid():
        definition = {"code": form.cleaned_data["code"].strip(), **form.head(), "items": []}
        try:
            made = actions.add_checklist(the_centre(), by=request.user, definition=definition)
        except (NotValid, NotNow) as refused:
            refusal = sentence(refused)
        else:
            return redirect("see-checklist", made.pk)
    facts = {"form": form, "error": refusal}
    return render(request, "assessment/edit_checklist.html", facts, status=422 if refusal or form.errors else 200)


def edit(request, pk):
    found = _draft(request, pk)
    kept = content_of(found)
    form, refusal = HeadForm(request.POST or None, initial=head_initial(kept, found.edit_count), is_new=False), ""
    if form.is_valid():
        refusal = _kept(request, found, {**kept, **form.head()}, form.cleaned_data["edit_count"])
        if not refusal:
            return redirect("see-checklist", found.pk)
    facts = {"form": form, "error": refusal, "checklist": found}
    return render(request, "assessment/edit_checklist.html", facts, status=422 if refusal or form.errors else 200)


def add_item(request, pk):
    return _item(request, pk, "")


def edit_item(request, pk, code):
    return _item(request, pk, code)


def _item(request, pk, code):
    found = _draft(request, pk)
    kept = content_of(found)
    item = next((one for one in kept["items"] if one["id"] == code), None)
    if code and item is None:
        raise Http404
    if code and request.POST.get("do") in ("remove", "up"):
        return _moved(request, found, kept, code)
    initial = item_initial(item, found.edit_count) if item else {"edit_count": found.edit_count}
    form = ItemForm(request.POST or None, initial=initial, competencies=competency_choices(), is_new=not code)
    refusal = _item_kept(request, found, kept, form, code) if form.is_valid() else ""
    if form.is_valid() and not refusal:
        return redirect("see-checklist", found.pk)
    facts = {"form": form, "checklist": found, "item": code, "error": refusal}
    return render(request, "assessment/edit_item.html", facts, status=422 if refusal or form.errors else 200)


def _item_kept(request, found, kept, form, code):
    try:
        definition = building.with_item(kept, form.item(code), is_new=not code)
    except NotValid as refused:
        return sentence(refused)
    return _kept(request, found, definition, form.cleaned_data["edit_count"])


def _moved(request, found, kept, code):
    change = building.without_item if request.POST["do"] == "remove" else building.with_item_up
    refusal = _kept(request, found, change(kept, code), found.edit_count)
    if refusal:
        messages.error(request, refusal)
    return redirect("see-checklist", found.pk)


def _kept(request, found, definition, count):
    """The sentence of the refusal; empty where it was kept."""
    try:
        actions.edit_checklist(found, by=request.user, definition=definition, edit_count=-1 if count is None else count)
    except NotValid as refused:
        return sentence(refused)
    return ""


def _draft(request, pk):
    found = checklist_seen(request, pk)
    states.EDIT_CHECKLIST.enter(found, request.user)
    return found


@require_safe
def export(request, pk):
    found = checklist_seen(request, pk)
    note("export_checklist", found, by=request.user, kind="yaml")
    answer = HttpResponse(checklist_yaml(found), content_type="application/yaml; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{found.code}-{found.number}.yaml"'
    return answer
