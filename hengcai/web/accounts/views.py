from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from hengcai.accounts import actions, permissions, queries
from hengcai.base.bilingual import Bilingual
from hengcai.base.roles import ROLES
from hengcai.inbox.permissions import CHOOSE_CHANNELS
from hengcai.web.accounts.forms import CentreForm, NewUserForm, PasswordForm, RolesForm
from hengcai.web.accounts.lists import SearchForm, user_list
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked

ENGLISH_WORDS = {"客服代表": "agent", "坐席": "agent", "客服专员": "service specialist", "话务员": "operator"}


def account(request):
    may_choose = CHOOSE_CHANNELS.is_held_by(request.user)
    facts = {"has_second_factor": _has_second_factor(request.user), "may_choose_notices": may_choose}
    return render(request, "accounts/account.html", facts)


def _has_second_factor(user):
    from allauth.mfa.utils import is_mfa_enabled

    return is_mfa_enabled(user)


def rights(request):
    """The role table, printed from the permissions themselves."""
    permissions.SEE_RIGHTS.enter(queries.the_centre(), request.user)
    return render(
        request, "accounts/rights.html", {"rights": queries.rights(), "roles": ROLES, "widened": request.user.widened}
    )


@remembers("users")
def users(request):
    permissions.MANAGE.enter(queries.the_centre(), request.user)
    found = queries.users_managed_by(request.user)
    if word := request.GET.get("q", "").replace("\0", ""):
        found = found.filter(name__icontains=word) | found.filter(username__icontains=word)
    asked = Asked(request, user_list(), form=SearchForm(request.GET))
    rows = asked.sorted(found)
    return asked.file(rows) or asked.show("accounts/users.html", rows, {})


def add(request):
    permissions.MANAGE.enter(queries.the_centre(), request.user)
    form = NewUserForm(request.POST or None)
    if form.is_valid():
        made = actions.add_user(queries.the_centre(), by=request.user, is_first=True, **form.cleaned_data)
        messages.success(request, _("%(name)s can sign in now.") % {"name": made.name})
        return redirect("list-users")
    return render(request, "accounts/add.html", {"form": form}, status=422 if form.errors else 200)


def user(request, pk):
    permissions.MANAGE.enter(queries.the_centre(), request.user)
    found = get_object_or_404(queries.users_managed_by(request.user), pk=pk)
    if request.method == "POST":
        return _change(request, found)
    forms = {"form": RolesForm(initial={"roles": sorted(found.roles)}), "password_form": PasswordForm()}
    return render(request, "accounts/user.html", {"person": found, **forms})


def _change(request, found):
    form, password_form = RolesForm(request.POST), PasswordForm(request.POST)
    if "active" in request.POST:
        actions.set_active(found, by=request.user, is_active=request.POST["active"] == "yes")
    elif "password" in request.POST:
        if not password_form.is_valid():
            facts = {
                "person": found,
                "form": RolesForm(initial={"roles": sorted(found.roles)}),
                "password_form": password_form,
            }
            return render(request, "accounts/user.html", facts, status=422)
        actions.set_password(found, by=request.user, **password_form.cleaned_data)
    elif form.is_valid():
        actions.set_roles(found, by=request.user, **form.cleaned_data)
    messages.success(request, _("Saved."))
    return redirect("edit-user", found.pk)


def centre(request):
    found = queries.the_centre()
    permissions.SETTLE.enter(found, request.user)
    start = {"name_zh": found.name.zh, "name_en": found.name.en, "agent_word": found.agent_word.zh}
    form = CentreForm(request.POST or None, initial=start)
    if form.is_valid():
        word = form.cleaned_data["agent_word"]
        called = Bilingual(word, ENGLISH_WORDS[word])
        actions.settle_centre(
            found, by=request.user, name=form.bilingual_name(), agent_word=called, form_heads=found.form_heads
        )
        messages.success(request, _("Saved."))
        return redirect("settle-centre")
    return render(request, "accounts/centre.html", {"form": form}, status=422 if form.errors else 200)
