"""The search over everything: a page without scripts, and the same as JSON for what opens over any page."""

from dataclasses import dataclass

from django.http import JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from hengcai.accounts import permissions as accounts
from hengcai.appraisal import permissions as appraisal
from hengcai.base.ids import folded
from hengcai.insight.letters.finding import hits_of
from hengcai.insight.queries.finding import LONGEST, found_by
from hengcai.interactions import permissions as interactions
from hengcai.people import permissions as people
from hengcai.web.shell.menu import ACCOUNT, Entry, may_open, menu

PAGES = {
    "person": "see-person", "team": "see-team-gaps", "contact": "see-contact", "work": "score-contact", "evaluation": "see-evaluation",
    "scorecard": "see-scorecard", "policy": "see-policy", "cycle": "see-cycle", "competency": "see-competency",
}  # fmt: skip
# pages looked for by name that have no place of their own in the menu
ASIDE = (
    *ACCOUNT,
    Entry("account_change_password", gettext_lazy("Change password"), "key"),
    Entry("add-cycle", gettext_lazy("New cycle"), "cycle", appraisal.RUN_CYCLE),
    Entry("add-person", gettext_lazy("Add a person"), "people", people.MANAGE),
    Entry("add-user", gettext_lazy("Add a user"), "key", accounts.MANAGE),
    Entry("start-import", gettext_lazy("Import a file"), "inbox", interactions.SEE_RUNS),
)
LANGUAGES = ("zh-hans", "en")


@dataclass(frozen=True)
class Line:
    title: str
    note: str
    url: str


@dataclass(frozen=True)
class Block:
    label: str
    hits: list[Line]
    has_more: bool


def search(request):
    word = request.GET.get("q", "").strip()[:LONGEST]
    blocks = [*_pages(request, word), *_things(request, word)]
    if "json" in request.headers.get("Accept", ""):
        groups = [
            {"label": one.label, "has_more": one.has_more, "hits": [vars(hit) for hit in one.hits]} for one in blocks
        ]
        return JsonResponse({"groups": groups, "told": told(blocks, word)})
    return render(request, "shell/search.html", {"word": word, "blocks": blocks, "told": told(blocks, word)})


def told(blocks, word) -> str:
    """What there is on this page, never how much there is in all."""
    if not word:
        return ""
    n = sum(len(one.hits) for one in blocks)
    if not n:
        return _("Nothing you have access to matches “%(word)s”. Try a name or a number, or fewer letters.") % {
            "word": word
        }
    return ngettext("%(n)s result", "%(n)s results", n) % {"n": n}


def _pages(request, word):
    """Pages of the menu and beside it, by their own name first, then by their group's."""
    wanted = folded(word).casefold()
    if not wanted:
        return
    known = [(link.url, link.label, part.label) for part in menu(request.user, "").sections for link in part.links]
    known += [(reverse(one.url_name), one.label, "") for one in ASIDE if may_open(one, request.user)]
    own = [one for one in known if wanted in _names(one[1])]
    beside = [one for one in known if one not in own and wanted in _names(one[2])]
    hits = [Line(str(label), str(group), url) for url, label, group in (*own, *beside)]
    if hits:
        yield Block(_("Pages"), hits, has_more=False)


def _names(label) -> str:
    """In every language there is: who works in Chinese may still know a page as audit log."""
    found = []
    for language in LANGUAGES:
        with translation.override(language):
            found.append(str(label))
    return "\n".join(found).casefold()


def _things(request, word):
    for one in hits_of(found_by(request.user, word, today=localdate()), request.LANGUAGE_CODE):
        hits = [Line(hit.title, hit.note, reverse(PAGES[hit.kind], args=[hit.key])) for hit in one.hits]
        yield Block(one.label, hits, one.has_more)
