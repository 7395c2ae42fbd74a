from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import capfirst
from django.views.decorators.http import require_POST

from hengcai.accounts.queries import the_centre
from hengcai.audit.action import note
from hengcai.base.errors import NotValid
from hengcai.interactions import permissions, queries
from hengcai.interactions.actions.flags import change_flags
from hengcai.interactions.actions.uncovering import uncover_contact
from hengcai.web.interactions.flagging import changed_flags, flag_field, may_flag
from hengcai.web.interactions.forms import FilterForm
from hengcai.web.interactions.lists import contact_list
from hengcai.web.interactions.shown import aside_of, laid_newest, shown_turns
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.says import sentence


@remembers("contacts")
def contacts(request):
    """The newest first, narrowed by agent, team, channel, days and satisfaction."""
    _enter(request.user)
    form = FilterForm(request.user, request.GET)
    asked = Asked(request, contact_list(agent_word=capfirst(str(the_centre().agent_word))), form=form)
    found = queries.contacts_seen_by(request.user).filter(form.filter().condition())
    if answer := asked.file(asked.sorted(found)):
        return answer
    laid = laid_newest(asked, found)
    facts = {"is_narrowed": form.is_narrowed(), "may_import": _may_import(request.user)}
    return render(request, "interactions/contacts.html", {"list": laid, "page": laid.page, "form": form, **facts})


def _enter(user):
    """Asked by role alone: working out whom a lead reaches is left to the list itself."""
    if not permissions.SEE.is_held_by(user):
        permissions.SEE.enter([], user)


def _may_import(user):
    return permissions.IMPORT.is_held_by(user)


def contact(request, pk):
    """One contact: its facts beside what was said, personal data covered."""
    found = _found(request, pk)
    note("open_contact", found, by=request.user)
    return _shown(request, found)


@require_POST
def uncovered(request, pk):
    """The same as it came in, once, for whoever may and says why."""
    found = _found(request, pk)
    try:
        uncover_contact(found, by=request.user, reason=request.POST.get("reason", ""))
    except NotValid as refusal:
        return _shown(request, found, refusal=refusal)
    return _shown(request, found, is_bare=True)


@require_POST
def flags(request, pk):
    """What the contact is flagged with, as one line that can be edited."""
    found = _found(request, pk)
    try:
        change_flags(found, by=request.user, **changed_flags(request.POST))
    except NotValid as refusal:
        return _shown(request, found, unflagged=refusal)
    return redirect("see-contact", pk)


def _found(request, pk):
    _enter(request.user)
    return get_object_or_404(queries.contacts_seen_by(request.user).select_related("transcript"), pk=pk)


def _shown(request, found, *, is_bare=False, refusal=None, unflagged=None):
    said = queries.read_conversations([found])[found.pk]
    shown = shown_turns(queries.turns_of(found), said["aside"], is_bare=is_bare)
    facts = {
        "contact": found, "turns": shown, "has_times": any(turn.start is not None for turn in shown),
        "aside": aside_of(said["aside"]), "is_bare": is_bare, "refusal": refusal and sentence(refusal),
        "may_uncover": permissions.READ_UNMASKED.is_held_by(request.user),
        "flags": flag_field(found, request, refusal=unflagged), "may_flag": may_flag(found, request.user),
    }  # fmt: skip
    return render(request, "interactions/contact.html", facts, status=422 if refusal or unflagged else 200)
