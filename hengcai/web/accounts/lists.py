"""The list of users."""

from django import forms
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hengcai.accounts.queries import USER_ORDERS
from hengcai.web.shell.lists.columns import Column, Listing, Where, link
from hengcai.web.shell.says import word


class SearchForm(forms.Form):
    q = forms.CharField(
        label=gettext_lazy("Name or sign-in name"),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"class": "form-control"}),
    )


def user_list():
    columns = [
        Column("username", _("Sign-in name"), lambda one: one.username, _username, is_head=True),
        Column("name", _("Name"), lambda one: one.name, _name, css="nowrap"),
        Column("roles", _("Access roles"), _roles),
        Column("last", _("Last sign-in"), lambda one: one.last_login, css="nowrap"),
        Column("open", _("Can sign in"), lambda one: _("yes") if one.is_active else _("no"), where=Where.FILE),
    ]
    return Listing("users", _("Users"), columns, USER_ORDERS, first="username")


def _username(user):
    return link(reverse("edit-user", args=[user.pk]), user.username)


def _name(user):
    return user.name if user.is_active else format_html('{} <span class="badge">{}</span>', user.name, _("closed"))


def _roles(user):
    return _(", ").join(sorted(word(f"role.{role}") for role in user.roles))
