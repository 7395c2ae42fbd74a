"""The lists of teams and of printed forms."""

from functools import partial

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from hengcai.insight.letters.teams import team_rows
from hengcai.insight.queries.team import TEAM_ORDERS, team_lines
from hengcai.web.shell.icons import SHAPES
from hengcai.web.shell.lists.at_hand import by_columns
from hengcai.web.shell.lists.columns import Column, Listing, Where, link

SIZE = 50


def team_list(user, cycle, *, language, rated):
    columns = [
        Column("team", _("Team"), lambda one: one.team.name, lambda one: link(_gaps(one), one.team.name), is_head=True),
        Column("site", _("Site"), lambda one: one.team.site.name),
        Column("people", _("Headcount"), lambda one: one.people, css="num"),
        *([Column("bands", _("Final scores by band"), _bands_told, _bands)] if rated and cycle else []),
        Column("go", _hidden(_("Open it")), lambda one: "", _go, css="go", where=Where.PAGE),
    ]
    prepared = partial(_prepared, user=user, cycle=cycle, language=language)
    return Listing("teams", _("Teams"), columns, TEAM_ORDERS, size=SIZE, prepared=prepared)


def _prepared(teams, *, user, cycle, language):
    return team_rows(team_lines(list(teams), cycle, user), cycle, language=language)


def _hidden(text):
    return format_html('<span class="visually-hidden">{}</span>', text)


def _gaps(row):
    return reverse("see-team-gaps", args=[row.team.pk])


def _bands_told(row):
    return _(", ").join(f"{name} {count}" for _tone, name, count in row.bands) if row.scored else None


def _bands(row):
    if not row.scored:
        return format_html('<span class="text-secondary">{}</span>', _("no score in this cycle"))
    return format_html_join(
        "", '<span class="band-count">{} {}</span>', ((_mark(*one[:2]), one[2]) for one in row.bands)
    )


def _mark(tone, name):
    shape = (
        format_html('<svg viewBox="0 0 12 12" aria-hidden="true"><path d="{}"/></svg>', SHAPES[tone])
        if tone in SHAPES
        else ""
    )
    css = mark_safe(f" hc-{tone}") if tone != "grey" else ""  # noqa: S308 - one of our own four
    return format_html('<span class="hc-band{}">{}{}</span>', css, shape, name)


def _go(row):
    return format_html('<a href="{}">{}{}</a>', _gaps(row), _("View gaps"), _hidden(f": {row.team.name}"))


def form_list(*, may_settle):
    columns = [
        Column("form", _("Form"), lambda one: one[1].title, lambda one: link(_see(one), one[1].title), is_head=True),
        Column("used", _("Used for"), lambda one: one[2]),
        Column("blank", _("Blank"), lambda one: "", _blank, css="nowrap", where=Where.PAGE),
    ]
    if may_settle:
        columns.append(Column("words", _hidden(_("Edit wording")), lambda one: "", _words, css="go", where=Where.PAGE))
    return Listing("forms", _("Forms"), columns, by_columns("form", "used"), size=100)


def _see(one):
    return reverse("see-form", args=[one[0].code])


def _blank(one):
    kind, head, _used = one
    said = _hidden(f": {head.title}")
    return format_html(
        '<a href="{}">PDF{}</a> <a href="{}">XLSX{}</a>',
        reverse("print-form", args=[kind.code]), said, reverse("sheet-form", args=[kind.code]), said,
    )  # fmt: skip


def _words(one):
    kind, head, _used = one
    address = reverse("edit-form", args=[kind.code])
    return format_html('<a href="{}">{}{}</a>', address, _("Edit wording"), _hidden(f": {head.title}"))
