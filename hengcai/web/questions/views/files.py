"""Files of questions: checked, decided on, taken into the bank."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from hengcai.accounts.queries import the_centre
from hengcai.assessment import actions, permissions
from hengcai.assessment.intake import looked_at
from hengcai.assessment.models import FileQuestion
from hengcai.assessment.queries.question_files import file_moves_of, ids_of, question_files_seen_by, questions_in
from hengcai.assessment.receiving import passing
from hengcai.base.errors import NotValid
from hengcai.web.questions.forms import FORMAT_NAMES, FileForm
from hengcai.web.questions.lists import file_list
from hengcai.web.shell.doing import done_by
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import wholes
from hengcai.web.shell.says import sentence, word

LOST, DECIDE, SIZE = "lost", "decide", 50


def files(request):
    permissions.WRITE_BANK.enter([], request.user)
    asked = Asked(request, file_list())
    rows = asked.sorted(question_files_seen_by(request.user))
    return asked.file(rows) or asked.show("questions/files.html", rows, {})


def add(request):
    permissions.WRITE_BANK.enter([], request.user)
    form = FileForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            return redirect("see-question-file", _looked(request, form.cleaned_data).pk)
        except NotValid as refused:
            form.add_error("file", sentence(refused))
    return render(request, "questions/add_file.html", {"form": form}, status=422 if form.errors else 200)


def _looked(request, chosen):
    upload = chosen["file"]
    with passing(upload, upload.name) as path:
        looked = looked_at(path, form=chosen["form"] or None)
        return actions.look_at_questions(the_centre(), by=request.user, name=path.name, looked=looked)


@dataclass(frozen=True)
class Count:
    code: str
    label: str
    n: int
    is_here: bool


def file(request, pk):
    """What was found in the file, by how it stands; while it is not imported, what to import."""
    permissions.WRITE_BANK.enter([], request.user)
    found, refusal = get_object_or_404(question_files_seen_by(request.user), pk=pk), ""
    if request.method == "POST":
        try:
            messages.success(request, done_by(DOINGS, request)(request, found))
            return redirect(request.get_full_path())
        except NotValid as refused:
            refusal = sentence(refused)
    show = request.GET.get("show") or (DECIDE if _to_decide(found) else FileQuestion.Standing.NEW)
    page = Paginator(questions_in(found, standing=show, is_lost=show == LOST), SIZE).get_page(request.GET.get("page"))
    page.object_list = _shown(list(page.object_list), get_language() or "zh-hans")
    facts = {
        "file": found, "form_name": FORMAT_NAMES.get(found.form, found.form), "page": page, "error": refusal,
        "counts": _counts(found, show),
        "summary": _summary(found), "shown_name": _name(show), "may_choose": "choose_questions" in file_moves_of(found, request.user),
        "wanted": _wanted(found),
    }  # fmt: skip
    return render(request, "questions/file.html", facts, status=422 if refusal else 200)


def _to_decide(found):
    return sum(found.counts.get(one, 0) for one in ("same", "near", "known"))


def _counts(found, show):
    counts = {DECIDE: _to_decide(found), **found.counts}
    codes = (DECIDE, *FileQuestion.Standing.values, LOST)
    return [Count(code, _name(code), counts.get(code, 0), code == show) for code in codes]


def _name(code):
    if code == LOST:
        return _("Something is lost")
    if code in FileQuestion.Standing.values:
        return word(f"assessment.file.standing.{code}")
    return _("To decide")


def _summary(found):
    if found.state == found.State.TAKEN:
        taken, waiting = found.counts.get("taken", 0), found.counts.get("in_work", 0)
        told = ngettext(
            "%(n)s question is now a draft in the bank.", "%(n)s questions are now drafts in the bank.", taken
        ) % {"n": taken}
        if waiting:
            told += " " + _("%(n)s stayed out because a version of them is being written or reviewed.") % {"n": waiting}
        return told
    if found.state == found.State.DROPPED:
        return _("Nothing of this file was imported.")
    return _("Nothing is imported yet. New questions are ticked; what the bank may hold already is for you to decide.")


def _wanted(found):
    n = found.questions.filter(is_wanted=True).count() if found.state == found.State.LOOKED else 0
    return ngettext(
        "%(n)s question of the whole file is ticked.", "%(n)s questions of the whole file are ticked.", n
    ) % {"n": n}


@dataclass(frozen=True)
class ShownRow:
    """A question of a file, what is said of it and what it may double."""

    row: Any
    told: list[str]
    others: list[tuple[str, int | None, str]]

    def __getattr__(self, name: str) -> Any:
        return getattr(self.row, name)


def _shown(rows, language):
    side = "zh" if language.startswith("zh") else "en"
    pks = ids_of({code for one in rows for code, is_known, _how in one.alike if is_known} | {one.code for one in rows})
    return [_row(one, pks, side) for one in rows]


def _row(one, pks, side):
    others = [(code, pks.get(code) if is_known else None, how) for code, is_known, how in one.alike]
    if one.standing in ("known", "unchanged") or one.is_taken:
        others = [(one.code, pks.get(one.code), "")] if one.code in pks else others
    return ShownRow(one, [told[side] for told in one.notes], others)


def _choose(request, found):
    _keep(request, found)
    return _("Selection saved.")


def _keep(request, found):
    wanted, among = wholes(request.POST.getlist("wanted")), wholes(request.POST.getlist("among"))
    return actions.choose_questions(found, by=request.user, wanted=wanted, among=among)


def _take(request, found):
    _keep(request, found)
    actions.take_question_file(found, by=request.user)
    return _("Imported as drafts. They can be used once they have been reviewed.")


def _drop(request, found):
    actions.drop_question_file(found, by=request.user)
    return _("Discarded. Nothing was imported.")


DOINGS = {"choose": _choose, "take": _take, "drop": _drop}
