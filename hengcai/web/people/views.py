from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from hengcai.accounts.queries import the_centre
from hengcai.audit.action import note
from hengcai.base.errors import NotNow, NotValid
from hengcai.people import actions, permissions, queries
from hengcai.people.actions import NewPerson
from hengcai.web.people.columns import people_list
from hengcai.web.people.doors import open_page
from hengcai.web.people.export import as_csv, as_workbook
from hengcai.web.people.forms import (
    FilterForm,
    LeavingForm,
    LinkForm,
    NewPersonForm,
    PersonForm,
    PlaceForm,
    RehireForm,
    refuse,
    starts,
)
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked


@remembers("people", starts=starts, passing=("day",))
def people(request):
    """Everybody the reader may see, by name, as they stood on a day."""
    open_page(permissions.SEE, request.user)
    form = FilterForm(request.user, request.GET)
    filters = form.filters()
    asked = Asked(request, people_list(filters), form=form, starts=starts())
    rows = asked.sorted(queries.people_listed(request.user, filters))
    facts = {"filters": filters, "may_manage": queries.may_manage(request.user)}
    return asked.file(rows) or asked.show("people/people.html", rows, facts)


def person(request, pk):
    found = _seen(request, pk)
    shown = queries.dossier(found, localdate())
    around = [one.pk for one in (*shown.above, *shown.led)]
    seen = set(queries.people_seen_by(request.user).filter(pk__in=around).values_list("pk", flat=True))
    facts = {"dossier": shown, "person": found, "seen": seen, "may_manage": queries.may_manage(request.user)}
    return render(request, "people/person.html", facts)


def _seen(request, pk):
    open_page(permissions.SEE, request.user)
    return get_object_or_404(queries.people_seen_by(request.user), pk=pk)


def _managed(request, pk):
    found = _seen(request, pk)
    permissions.MANAGE.enter(found, request.user)
    return found


def _form(request, form, title, button, **facts):
    """One page for every form about people."""
    status = 422 if form.errors else 200
    facts = {"form": form, "title": title, "button": button, "leads": queries.leads_on(localdate()), **facts}
    return render(request, "people/form.html", facts, status=status)


def add(request):
    open_page(permissions.MANAGE, request.user)
    form = NewPersonForm(request.user, request.POST or None, initial={"hired_on": localdate()})
    if form.is_valid():
        try:
            made = actions.add_person(the_centre(), by=request.user, new=NewPerson(**form.cleaned_data))
        except NotValid as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("%(name)s has been added.") % {"name": made.name})
            return redirect("see-person", made.pk)
    return _form(request, form, _("Add a person"), _("Add"))


def change(request, pk):
    found = _managed(request, pk)
    start = {"name": found.name, "email": found.email, "language": found.language}
    form = PersonForm(request.POST or None, initial=start)
    if form.is_valid() and _done(form, actions.change_person, found, by=request.user, **form.cleaned_data):
        messages.success(request, _("Saved."))
        return redirect("see-person", pk)
    return _form(request, form, _("Edit details"), _("Save"), person=found)


def place(request, pk):
    found = _managed(request, pk)
    now = queries.placement_on(found, localdate())
    form = PlaceForm(request.user, request.POST or None, initial=_standing(now))
    if form.is_valid() and _done(form, actions.place_person, found, by=request.user, **form.cleaned_data):
        messages.success(request, _("Saved. The change for %(name)s takes effect on that day.") % {"name": found.name})
        return redirect("see-person", pk)
    return _form(request, form, _("Team, role and line manager"), _("Save"), person=found)


def _standing(placement):
    if placement is None:
        return {"since": localdate()}
    lead = placement.lead.number if placement.lead else ""
    return {"since": localdate(), "team": placement.team_id, "post": placement.post_id, "lead": lead}


def end(request, pk):
    found = _managed(request, pk)
    form = LeavingForm(request.POST or None, initial={"left_on": localdate()})
    if form.is_valid() and _done(form, actions.end_employment, found, by=request.user, **form.cleaned_data):
        messages.success(request, _("%(name)s has been recorded as a leaver.") % {"name": found.name})
        return redirect("see-person", pk)
    return _form(request, form, _("Leaver"), _("Record as leaver"), person=found)


@require_POST
def stay(request, pk):
    """Takes back a leaving entered by mistake."""
    found = _managed(request, pk)
    actions.withdraw_leaving(found, by=request.user)
    messages.success(request, _("The leaving record has been undone."))
    return redirect("see-person", pk)


def rehire(request, pk):
    found = _managed(request, pk)
    form = RehireForm(request.POST or None, initial={"hired_on": localdate()})
    if form.is_valid() and _done(form, actions.rehire, found, by=request.user, **form.cleaned_data):
        messages.success(request, _("%(name)s has been rehired. Now set team and role.") % {"name": found.name})
        return redirect("place-person", pk)
    return _form(request, form, _("Rehire"), _("Record as hired"), person=found)


def link(request, pk):
    found = _managed(request, pk)
    form = LinkForm(request.POST or None, initial={"username": found.user.username if found.user else found.number})
    if form.is_valid() and _done(form, actions.link_user, found, by=request.user, user=form.account):
        messages.success(request, _("Saved."))
        return redirect("see-person", pk)
    return _form(request, form, _("Account to sign in with"), _("Save"), person=found)


@require_POST
def link_all(request):
    count = actions.link_users_by_number(the_centre(), by=request.user)
    said = ngettext("%(count)s person linked to an account.", "%(count)s people linked to an account.", count)
    messages.success(request, said % {"count": count})
    return redirect("list-people")


def _done(form, action, *args, **kwargs):
    """True when the action went through; else its refusal stands beside the field."""
    try:
        action(*args, **kwargs)
    except (NotValid, NotNow) as refusal:
        refuse(form, refusal)
    return not form.errors


def export(request):
    """Under the columns of the import, so that it can be corrected and brought in again."""
    open_page(permissions.EXPORT, request.user)
    day = FilterForm(request.user, request.GET).filters().day
    rows = list(queries.people_rows(request.user, day))
    kind = "csv" if request.GET.get("to") == "csv" else "xlsx"
    note("export_people", the_centre(), by=request.user, day=day, to=kind, rows=len(rows))
    return as_csv(rows, day) if kind == "csv" else as_workbook(rows, day)
