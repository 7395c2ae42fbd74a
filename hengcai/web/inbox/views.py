"""The inbox: one's own duties by their last day, what went up to one, and what is late among those one answers for."""

from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.timezone import localdate

from hengcai.inbox import permissions, queries
from hengcai.inbox.actions import see_duties
from hengcai.web.shell.menu import MENU, may_open

ENTRIES = {entry.url_name: entry for group in MENU for entry in group.entries}


def duties(request):
    """Opening it is the receipt; what is new is still marked this once."""
    permissions.SEE.enter([], request.user)
    user, today = request.user, localdate()
    own = queries.own_lines(user, today=today)
    fresh = list(queries.duties_of(user).filter(seen_at=None)[: queries.AT_ONCE])
    if fresh:
        see_duties(fresh, by=user)
    facts = {
        "own": [(line, own_url(line)) for line in own],
        "gone_up": [(line, watched_url(line, user)) for line in queries.lines_gone_up(user, today=today)],
        "late": [(line, watched_url(line, user)) for line in queries.late_lines(user, today=today)],
        "may_watch": queries.may_watch(user),
    }
    return render(request, "inbox/duties.html", facts)


def own_url(line):
    """The thing itself; the list of its kind where there are several."""
    try:
        return reverse(line.kind.page, args=[line.key]) if line.key else reverse(line.kind.listing)
    except NoReverseMatch:
        return reverse(line.kind.listing)


def watched_url(line, user):
    """The list in which those who watch over it find it; none where they may not open it."""
    entry = ENTRIES.get(line.kind.watched)
    return reverse(entry.url_name) if entry and may_open(entry, user) else ""
