"""Accounts for the people of an import: chosen in one form, their first passwords shown once."""

from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hengcai.accounts.permissions import MANAGE
from hengcai.accounts.queries import the_centre
from hengcai.base.errors import Refusal
from hengcai.base.tables.csv_out import csv_bytes
from hengcai.interactions import givings, permissions, queries
from hengcai.interactions.actions.accounts import give_accounts, renew_accounts
from hengcai.web.interactions.forms import AccountsForm
from hengcai.web.interactions.templating import download
from hengcai.web.shell.says import sentence


def accounts(request, pk):
    MANAGE.enter(the_centre(), request.user)
    permissions.SEE_RUNS.enter([], request.user)
    run = get_object_or_404(queries.runs_seen_by(request.user).filter(kind__in=("people", "contacts")), pk=pk)
    form = AccountsForm(request.POST or None, initial={"roles": ["agent"]})
    given = None
    if "renew" in request.POST:
        given = renew_accounts(run, by=request.user)
    elif form.is_valid():
        try:
            given = give_accounts(
                run, by=request.user, roles=form.cleaned_data["roles"], prefix=form.cleaned_data["prefix"]
            )
        except Refusal as refusal:
            form.add_error(None, sentence(refusal))
    if given:  # pressed twice, nobody is left: the page says so, and where a list that was lost is made anew
        return _shown_once(request, run, given)
    return render(request, "interactions/accounts.html", _facts(run, form), status=422 if form.errors else 200)


def _facts(run, form):
    who = givings.without_account(run)
    return {"run": run, "form": form, "who": who, "renewable": givings.never_signed_in(run).count()}


def _shown_once(request, run, given):
    if request.POST.get("as") != "csv":
        return render(request, "interactions/first_passwords.html", {"run": run, "given": given})
    columns = [_("Employee number"), _("Name"), _("Sign-in name"), _("First password")]
    content = csv_bytes(columns, [(one.number, one.name, one.username, one.password) for one in given])
    name = "初始密码.csv" if (get_language() or "zh").startswith("zh") else "first-passwords.csv"
    return download(content, "text/csv; charset=utf-8", name)
