"""Questions beside a notice and the test drawn from them; one's own paper; what was understood."""

from datetime import timedelta

from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hengcai.assessment.queries.bank import in_force
from hengcai.base.errors import NotNow, NotValid
from hengcai.bulletins import actions, permissions
from hengcai.bulletins.queries import spots as queries
from hengcai.bulletins.rules.spots import choice_of
from hengcai.web.assessment.asking import Put
from hengcai.web.bulletins.forms import DrawForm, QuestionForm
from hengcai.web.bulletins.lists import paper_list
from hengcai.web.bulletins.showing import answered, stem, understood_shown
from hengcai.web.bulletins.views.notices import seen
from hengcai.web.shell.doing import refusal_told
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.says import sentence

USUAL = timedelta(days=3)


def questions(request, pk):
    permissions.TEST.enter([], request.user)
    found, refusal = seen(request, pk), ""
    if request.method == "POST":
        refusal = refusal_told(DOINGS, request, found)
        if not refusal:
            return redirect("edit-bulletin-questions", pk)
    do = request.POST.get("do")
    items = [(one["id"], stem(one)) for one in found.questions]
    initial = {"questions": [one for one, _text in items][:5], "closes_on": localdate() + USUAL}
    facts = {
        "bulletin": found, "items": [(one, stem(one)) for one in found.questions], "error": refusal,
        "form": QuestionForm(request.POST if do == "add" else None), "tests": queries.tests_of(found),
        "draw": DrawForm(request.POST if do == "open" else None, items=items, initial=initial),
    }  # fmt: skip
    return render(request, "bulletins/questions.html", facts, status=422 if refusal else 200)


def _add(request, found):
    permissions.WRITE.enter(found, request.user)
    form = QuestionForm(request.POST)
    if not form.is_valid():
        raise NotValid("bulletins.passage_missing", most=1000)
    told = form.cleaned_data
    question, bank = _from_bank(told["bank"].strip()) if told["bank"].strip() else (_written(found, told), "")
    actions.add_bulletin_question(found, by=request.user, question=question, passage=told["passage"], bank=bank)
    return _("Added.")


def _from_bank(code):
    """Approved ones only; what has to be heard is none for a phone in the middle of a shift."""
    found = in_force().filter(code=code, sound="").first()
    if found is None:
        raise NotValid("bulletins.bank_unknown")
    return found.content, f"{found.code} v{found.number}"


def _written(found, told):
    taken = {one["id"] for one in found.questions}
    key = next(f"q{number}" for number in range(1, len(taken) + 2) if f"q{number}" not in taken)
    return choice_of(key, told["text"], told["options"].splitlines())


def _drop(request, found):
    actions.drop_bulletin_question(found, by=request.user, question=request.POST.get("question", ""))
    return _("Removed.")


def _open(request, found):
    permissions.TEST.enter(found, request.user)
    form = DrawForm(request.POST, items=[(one["id"], "") for one in found.questions], initial={})
    if not form.is_valid():
        raise NotValid("bulletins.question_count", least=1, most=5)
    actions.open_spot_test(found, by=request.user, draw=actions.Draw(**form.cleaned_data), today=localdate())
    return _("The test is open. Its people have been told.")


DOINGS = {"add": _add, "drop": _drop, "open": _open}


def take(request, pk):
    permissions.ANSWER.enter([], request.user)
    paper, refusal = get_object_or_404(queries.own_papers(request.user), test=pk), ""
    if request.method == "POST":
        refusal = _given(request, paper)
        if not refusal:
            return redirect("take-spot-test", pk)
    language, seed = get_language() or "zh-hans", str(paper.pk)
    puts = [Put(one["question"], language=language, seed=seed) for one in paper.test.items]
    facts = {
        "paper": paper, "test": paper.test, "bulletin": paper.test.bulletin, "error": refusal, "asked": puts,
        "answered": answered(paper, language=language, seed=seed) if paper.answered_at else [],
        "is_over": paper.test.state != "open" or paper.test.closes_on < localdate(),
    }  # fmt: skip
    return render(request, "bulletins/take.html", facts, status=422 if refusal else 200)


def _given(request, paper):
    puts = [Put(one["question"], language=get_language() or "zh-hans") for one in paper.test.items]
    answers = {one.id: one.posted(request.POST) for one in puts}
    try:
        actions.answer_spot_test(paper, by=request.user, answers=answers, today=localdate())
    except (NotValid, NotNow) as refused:
        return sentence(refused)
    return ""


def results(request, pk):
    permissions.SEE_PAPERS.enter([], request.user)
    found, refusal = get_object_or_404(queries.tests_seen_by(request.user), pk=pk), ""
    if request.method == "POST":
        refusal = refusal_told({"close": _close}, request, found)
        if not refusal:
            return redirect("see-spot-test-results", pk)
    papers = list(queries.papers_seen_by(request.user, found))
    rows = queries.papers_seen_by(request.user, found)
    asked = Asked(request, paper_list())
    language = get_language() or "zh-hans"
    facts = {
        "test": found, "bulletin": found.bulletin, "moves": queries.moves_of(found, request.user), "error": refusal,
        "understood": understood_shown(queries.understood(found, papers), language), "teams": queries.passed_by_team(papers),
        "n_answered": sum(1 for one in papers if one.answered_at), "n": len(papers),
    }  # fmt: skip
    return asked.file(asked.sorted(rows)) or asked.show("bulletins/results.html", asked.sorted(rows), facts)


def _close(request, found):
    actions.close_spot_test(found, by=request.user)
    return _("The test is closed.")
