"""The menu, by permission: an entry shows when the user's roles open the page behind it."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from hengcai.base.permissions import REGISTRY


@dataclass(frozen=True)
class Entry:
    url_name: str
    label: object
    icon: str
    permissions: tuple[str, ...]  # any of them opens it; empty: everyone
    prefix: str | tuple[str, ...]  # paths that count as being there


ENTRIES = (
    Entry("home", _("To do"), "todo", (), "/$"),
    Entry("see-my-results", _("My results"), "result", ("appraisal.result.see_own",), "/my/"),
    Entry("list-assignments", _("Scoring"), "play", ("quality.assignment.open",), "/quality/assignments/"),
    Entry("list-ratings", _("Ratings"), "check", ("appraisal.task.fill",), "/ratings/"),
    Entry("list-evaluations", _("Evaluations"), "chart", ("quality.evaluation.see",), "/quality/evaluations/"),
    Entry("list-teams", _("Teams and gaps"), "people", ("insight.team.see",), "/teams/"),
    Entry("list-cycles", _("Cycles"), "cycle", ("appraisal.cycle.see",), "/cycles/"),
    Entry("list-contacts", _("Contacts"), "chat", ("interactions.contact.see",), "/contacts/"),
    Entry("list-people", _("People"), "people", ("people.person.manage",), "/people/"),
    Entry("list-scorecards", _("Scorecards"), "card", ("quality.scorecard.see",), "/scorecards/"),
    Entry("see-framework", _("Competencies"), "book", ("framework.see",), "/framework/"),
    Entry("list-forms", _("Forms"), "paper", ("insight.form.see",), "/forms/"),
    Entry("list-cases", _("Red-line cases"), "flag", ("quality.case.see",), "/quality/cases/"),
    Entry(
        "assign-contacts",
        _("Assign"),
        "send",
        ("quality.assignment.give",),
        ("/quality/assign/", "/quality/assignments/given/"),
    ),
    Entry("list-imports", _("Imports"), "inbox", ("interactions.file.import", "people.file.import"), "/imports/"),
    Entry("list-users", _("Users and rights"), "key", ("accounts.user.manage",), "/users/"),
    Entry("list-audit", _("Audit log"), "log", ("audit.entry.see",), "/audit/"),
)
SHOWN_WIDE, SHOWN_NARROW = 6, 4


def menu(user, path):
    """Entries this user may open: the first few in the bar, the rest under 'more'."""
    found = [_shown(entry, path) for entry in ENTRIES if _may(entry, user)]
    return [entry for entry in found if entry]


def _may(entry, user):
    if not entry.permissions:
        return True
    return any(code in REGISTRY and REGISTRY[code].is_held_by(user) for code in entry.permissions)


def _shown(entry, path):
    try:
        url = reverse(entry.url_name)
    except NoReverseMatch:
        return None
    here = path == "/" if entry.prefix == "/$" else path.startswith(entry.prefix)
    return {"url": url, "label": entry.label, "icon": entry.icon, "is_here": here}
