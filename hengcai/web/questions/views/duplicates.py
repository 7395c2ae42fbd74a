"""Pairs of questions that ask the same; a person decides."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from hengcai.assessment import actions, permissions
from hengcai.assessment.alike import all_twins
from hengcai.assessment.queries.bank import bank_seen_by, living_by_code
from hengcai.assessment.rules.likeness import SAME
from hengcai.web.questions.showing import key_of
from hengcai.web.shell.doing import refusal_told
from hengcai.web.shell.numbers import whole

SIZE = 20


@dataclass(frozen=True)
class ShownTwin:
    row: Any
    key: list[Any]

    def __getattr__(self, name: str) -> Any:
        return getattr(self.row, name)


@dataclass(frozen=True)
class ShownPair:
    rows: list[ShownTwin]
    is_same: bool
    share: float

    @property
    def one(self):
        return self.rows[0]

    @property
    def other(self):
        return self.rows[1]


def duplicates(request):
    permissions.LOOK_AFTER_BANK.enter([], request.user)
    refusal = ""
    if request.method == "POST":
        refusal = refusal_told(DOINGS, request, _named(request))
        if not refusal:
            return redirect("list-duplicates")
    page = Paginator(all_twins(), SIZE).get_page(request.GET.get("page"))
    twins = list(page.object_list)
    rows = living_by_code({code for one in twins for code in (one.one, one.other)}, request.user)
    page.object_list = [_pair(one, rows) for one in twins if one.one in rows and one.other in rows]
    facts = {"page": page, "error": refusal, "may_write": permissions.WRITE_BANK.is_held_by(request.user)}
    return render(request, "questions/duplicates.html", facts, status=422 if refusal else 200)


def _pair(twins, rows):
    both = [ShownTwin(rows[code], key_of(rows[code])[:8]) for code in (twins.one, twins.other)]
    return ShownPair(both, twins.likeness.how == SAME, twins.likeness.share)


def _named(request):
    pk = whole(request.POST.get("question", ""))
    return get_object_or_404(bank_seen_by(request.user), pk=pk if pk is not None else 0)


def _apart(request, found):
    actions.tell_apart(found, by=request.user, other=request.POST.get("other", "")[:200])
    return _("Noted: they ask different things.")


def _retire(request, found):
    actions.retire_bank_question(found, by=request.user)
    return _("Withdrawn. No new test draws this question; tests that hold it keep it.")


DOINGS = {"apart": _apart, "retire": _retire}
