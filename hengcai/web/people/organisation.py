from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.accounts.queries import the_centre
from hengcai.base.errors import NotValid
from hengcai.people import actions, permissions, queries
from hengcai.web.people.doors import open_page
from hengcai.web.people.forms import SiteForm, TeamForm, refuse


def organisation(request):
    """Sites, groups and teams, with how many people stand in each today."""
    open_page(permissions.SEE_TEAMS, request.user)
    trees = queries.team_tree(request.user, localdate())
    facts = {"trees": trees, "day": localdate(), "may_manage": queries.may_manage(request.user)}
    return render(request, "people/organisation.html", facts)


def add_team(request):
    open_page(permissions.MANAGE, request.user)
    form = TeamForm(request.user, request.POST or None, initial={"site": request.GET.get("site")})
    if form.is_valid():
        try:
            made = actions.add_team(form.cleaned_data.pop("site"), by=request.user, **form.cleaned_data)
        except NotValid as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("The team %(name)s has been added.") % {"name": made.name})
            return redirect("see-organisation")
    return _form(request, form, _("Add a team"))


def add_site(request):
    open_page(permissions.MANAGE, request.user)
    form = SiteForm(request.POST or None)
    if form.is_valid():
        try:
            made = actions.add_site(the_centre(), by=request.user, **form.cleaned_data)
        except NotValid as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("The site %(name)s has been added.") % {"name": made.name})
            return redirect("see-organisation")
    return _form(request, form, _("Add a site"))


def _form(request, form, title):
    facts = {"form": form, "title": title, "button": _("Add")}
    return render(request, "people/form.html", facts, status=422 if form.errors else 200)
