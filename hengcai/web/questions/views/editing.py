"""The editor: a sheet for each kind of question, its preview beside it."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hengcai.accounts.queries import the_centre
from hengcai.assessment import actions, permissions, states
from hengcai.assessment.bank_rows import Beside, beside_of
from hengcai.assessment.queries.bank import courses_in_bank, free_code
from hengcai.assessment.queries.questionnaires import competency_choices
from hengcai.assessment.rules.question_objects import object_of, question_of
from hengcai.assessment.rules.questions import KINDS
from hengcai.base.errors import NotNow, NotValid
from hengcai.training.queries.catalogue import courses_seen_by
from hengcai.web.assessment.asking import Put
from hengcai.web.quality.forms import words_of
from hengcai.web.questions.parts import told_with_part
from hengcai.web.questions.sheet import groups_of, has_guidance, is_shuffled
from hengcai.web.questions.sheet_texts import content_of, flat_of
from hengcai.web.questions.views.bank import question_seen
from hengcai.web.shell.numbers import whole

LONGEST_TEXT = 20_000
STARTS = {"o0-share": "1", "a0-share": "1", "t0-share": "1", "t1-share": "0", "points": "1", "shuffle": "yes"}
EVEN_STARTS = {"o0-share": "even", "o1-share": "even"}


def add(request):
    """First the kind, then its sheet."""
    permissions.WRITE_BANK.enter([], request.user)
    kind = request.POST.get("kind") or request.GET.get("kind", "")
    if kind not in KINDS:
        return render(request, "questions/kinds.html", {"kinds": words_of("assessment.bank.kind", KINDS)})
    flat = _starts(kind) if request.method == "GET" else request.POST.dict()
    return _sheet(request, flat, kind, None)


def _starts(kind):
    rights = {f"g{place}r0-share": "1" for place in range(2)}
    return {**STARTS, **rights, **(EVEN_STARTS if kind == "multiple" else {})}


def edit(request, pk):
    found = question_seen(request, pk)
    states.EDIT_BANK.enter(found, request.user)
    kept = flat_of(found.content, course=found.course, edit_count=found.edit_count)
    return _sheet(request, kept if request.method == "GET" else request.POST.dict(), found.kind, found)


def _sheet(request, flat, kind, found):
    do, refusal, preview, status = flat.get("do", ""), "", None, 200
    if request.method == "POST" and not do.startswith("more:"):
        try:
            content = _checked(
                content_of(flat, kind, found.code if found else flat.get("code", "").strip() or free_code()), found
            )
            if do != "preview":
                return redirect("see-bank-question", _kept(request, flat, content, found).pk)
            preview = Put(content, language=get_language() or "zh-hans", seed="preview")
        except (NotValid, NotNow) as refused:  # what was typed stays, whoever was quicker
            refusal, status = told_with_part(refused), 409 if isinstance(refused, NotNow) else 422
    facts = {
        "flat": flat, "kind": kind, "groups": groups_of(flat, kind), "has_guidance": has_guidance(kind), "error": refusal,
        "is_shuffled": is_shuffled(kind), "question": found, "preview": preview, "longest": LONGEST_TEXT, **_offers(request.user, flat),
    }  # fmt: skip
    return render(request, "questions/edit.html", facts, status=status)


def _checked(content, found):
    """As it will be kept; a question asks something, in words or in a recording."""
    whole_object = object_of(question_of(content))
    if not whole_object.get("text") and not (found and found.sound):
        raise NotValid("bank.text_missing")
    return whole_object


def _kept(request, flat, content, found):
    course = flat.get("course", "")[:60]
    if found is None:
        made = actions.add_bank_question(the_centre(), by=request.user, content=content, beside=Beside(course=course))
        messages.success(request, _("Kept as a draft. Send it to review when it is ready."))
        return made
    count = whole(flat.get("edit_count", ""))
    before = beside_of(found)
    return actions.edit_bank_question(
        found, by=request.user, content=content, edit_count=-1 if count is None else count,
        beside=Beside(course, before.sound, before.most_plays),
    )  # fmt: skip


def _offers(user, flat):
    """What is chosen already stays choosable, even where it has left the library or the catalogue."""
    courses = [
        (one.code, str(one.title)) for one in courses_seen_by(user).filter(state="published").only("code", "title")
    ]
    courses += [(code, code) for code in courses_in_bank() if code not in dict(courses)]
    return {
        "competencies": _with(competency_choices(), flat.get("competency", "")),
        "levels": [(str(code), name) for code, name in words_of("assessment.bank.level", (1, 2, 3))],
        "courses": _with(courses, flat.get("course", "")),
    }  # fmt: skip


def _with(choices, value):
    return choices if not value or value in dict(choices) else [*choices, (value, value)]
