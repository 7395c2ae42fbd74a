"""Who has not read what, who has read one notice, and how quickly notices are read by team."""

from datetime import timedelta

from django.shortcuts import render
from django.utils.timezone import localdate

from hengcai.base import clock
from hengcai.bulletins import permissions
from hengcai.bulletins.queries.figures import team_figures
from hengcai.bulletins.queries.readers import readers_seen_by, unread_seen_by
from hengcai.web.bulletins.forms import ReaderFilterForm
from hengcai.web.bulletins.lists import reader_list, unread_list
from hengcai.web.bulletins.views.notices import seen
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import day_typed

USUAL = timedelta(days=90)


@remembers("unread")
def unread(request):
    permissions.WATCH.enter([], request.user)
    form = ReaderFilterForm(request.user, request.GET)
    asked = Asked(request, unread_list(), form=form)
    rows = asked.sorted(unread_seen_by(request.user).filter(form.filters().condition(clock.now())))
    return asked.file(rows) or asked.show("bulletins/unread.html", rows, {"is_narrowed": asked.is_narrowed})


@remembers("bulletin-readers")
def readers(request, pk):
    permissions.WATCH.enter([], request.user)
    found = seen(request, pk)
    asked = Asked(request, reader_list())
    rows = asked.sorted(readers_seen_by(request.user, found))
    return asked.file(rows) or asked.show("bulletins/readers.html", rows, {"bulletin": found})


def figures(request):
    permissions.WATCH.enter([], request.user)
    today = localdate()
    first = day_typed(request.GET.get("first", "")) or today - USUAL
    last = day_typed(request.GET.get("last", "")) or today
    rows = team_figures(request.user, first=min(first, last), last=max(first, last))
    facts = {"rows": rows, "first": min(first, last), "last": max(first, last)}
    return render(request, "bulletins/figures.html", facts)
