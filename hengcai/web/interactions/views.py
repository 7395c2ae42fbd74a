from django.shortcuts import get_object_or_404, render

from hengcai.audit.action import note
from hengcai.interactions import permissions, queries
from hengcai.web.interactions.forms import FilterForm
from hengcai.web.interactions.shown import CappedPaginator, aside_of, shown_turns


def contacts(request):
    """The newest first, narrowed by agent, team, channel, days and satisfaction."""
    _enter(request.user)
    form = FilterForm(request.user, request.GET)
    found = queries.contacts_seen_by(request.user).filter(form.filter().condition())
    page = CappedPaginator(found, 50).get_page(request.GET.get("page"))
    facts = {"page": page, "form": form, "is_narrowed": form.is_narrowed(), "may_import": _may_import(request.user)}
    return render(request, "interactions/contacts.html", facts)


def _enter(user):
    """Asked by role alone: working out whom a lead reaches is left to the list itself."""
    if not permissions.SEE.is_held_by(user):
        permissions.SEE.enter([], user)


def _may_import(user):
    return permissions.IMPORT.is_held_by(user)


def contact(request, pk):
    """One contact: its facts beside what was said, personal data covered."""
    _enter(request.user)
    found = get_object_or_404(queries.contacts_seen_by(request.user).select_related("transcript"), pk=pk)
    said = queries.read_conversations([found])[found.pk]
    turns = queries.turns_of(found)
    shown = shown_turns(turns, said["aside"])
    note("open_contact", found, by=request.user)
    has_times = any(turn.start is not None for turn in shown)
    facts = {"contact": found, "turns": shown, "has_times": has_times, "aside": aside_of(said["aside"])}
    return render(request, "interactions/contact.html", facts)
