"""Corrections of the knowledge base: listed, reported, answered, confirmed; topics and their owners; figures."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.accounts.queries import the_centre
from hengcai.base.bilingual import Bilingual
from hengcai.base.days import months, months_back
from hengcai.base.errors import NotValid
from hengcai.bulletins import actions, permissions
from hengcai.bulletins.queries import corrections as queries
from hengcai.web.bulletins.forms import CorrectionFilterForm, ReportForm, TopicForm
from hengcai.web.bulletins.lists import correction_list
from hengcai.web.shell.doing import refusal_told
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import day_typed, whole
from hengcai.web.shell.says import sentence

SHOWN_MONTHS = 12


@remembers("knowledge")
def corrections(request):
    permissions.SEE_CORRECTION.enter([], request.user)
    form, today = CorrectionFilterForm(request.GET), localdate()
    asked = Asked(request, correction_list(today), form=form)
    rows = asked.sorted(queries.corrections_seen_by(request.user).filter(form.filters().condition(today)))
    facts = {
        "keeps": permissions.KEEP_TOPICS.is_held_by(request.user),
        "counts": permissions.SEE_FIGURES.is_held_by(request.user), "is_narrowed": asked.is_narrowed,
    }  # fmt: skip
    return asked.file(rows) or asked.show("bulletins/corrections.html", rows, facts)


def add(request):
    permissions.REPORT.enter([], request.user)
    form, refusal = ReportForm(request.POST or None), ""
    if form.is_valid():
        try:
            under = queries.topics().filter(pk=form.cleaned_data["topic"] or 0).first()
            made = actions.report_knowledge(
                the_centre(), by=request.user, report=form.report(), topic=under, today=localdate()
            )
        except NotValid as refused:
            refusal = sentence(refused)
        else:
            return redirect("see-correction-of-knowledge", made.pk)
    facts = {"form": form, "error": refusal}
    return render(request, "bulletins/report.html", facts, status=422 if refusal or form.errors else 200)


def correction(request, pk):
    permissions.SEE_CORRECTION.enter([], request.user)
    found, refusal = get_object_or_404(queries.corrections_seen_by(request.user), pk=pk), ""
    if request.method == "POST":
        refusal = refusal_told(DOINGS, request, found)
        if not refusal:
            return redirect("see-correction-of-knowledge", pk)
    facts = {
        "one": found, "moves": queries.moves_of(found, request.user), "error": refusal, "topics": queries.topics(),
        "is_late": queries.is_overdue(found, localdate()), "typed": request.POST if refusal else {},
    }  # fmt: skip
    return render(request, "bulletins/correction.html", facts, status=422 if refusal else 200)


def topics_page(request):
    permissions.KEEP_TOPICS.enter([], request.user)
    key = whole(request.GET.get("topic", ""))
    edited = get_object_or_404(queries.topics(with_ended=True), pk=key) if key else None
    is_text = request.method == "POST" and request.POST.get("do") != "end"
    form, refusal = TopicForm(request.POST if is_text else None, initial=_initial(edited)), ""
    if request.method == "POST" and not is_text:
        topic = get_object_or_404(queries.topics(with_ended=True), pk=whole(request.POST.get("topic", "")) or 0)
        actions.end_topic(topic, by=request.user)
        return redirect("list-knowledge-topics")
    if form.is_valid():
        try:
            _kept(request, form.cleaned_data, edited)
        except NotValid as refused:
            refusal = sentence(refused)
        else:
            return redirect("list-knowledge-topics")
    facts = {"form": form, "error": refusal, "topics": queries.topics(with_ended=True), "edited": edited}
    return render(request, "bulletins/topics.html", facts, status=422 if refusal or form.errors else 200)


def _initial(topic):
    if topic is None:
        return {}
    return {"name_zh": topic.name.zh, "name_en": topic.name.en, "owner": topic.owner_id, "mend_days": topic.mend_days}


def _kept(request, told, edited):
    owner = get_object_or_404(queries.able_keepers(), pk=told["owner"])
    name = Bilingual(told["name_zh"].strip(), told["name_en"].strip())
    facts = {"name": name, "owner": owner, "mend_days": told["mend_days"], "topic": edited}
    actions.keep_topic(the_centre(), by=request.user, **facts)


def figures(request):
    permissions.SEE_FIGURES.enter([], request.user)
    today = localdate()
    first = months_back(today, SHOWN_MONTHS)
    rows = queries.topic_figures(request.user, first=first, last=today)
    starts = [start for start, _end in months(first, today)]
    return render(request, "bulletins/knowledge_figures.html", {"rows": rows, "months": starts})


def _accept(request, found):
    day = day_typed(request.POST.get("mend_by", ""))
    actions.accept_knowledge(found, by=request.user, mend_by=day, today=localdate())
    return _("Accepted.")


def _decline(request, found):
    actions.decline_knowledge(found, by=request.user, reason=request.POST.get("words", ""), today=localdate())
    return _("Declined. The reporter has been told.")


def _mend(request, found):
    words, link = request.POST.get("words", ""), request.POST.get("link", "")
    actions.mend_knowledge(found, by=request.user, done=words, link=link, today=localdate())
    return _("Corrected. The reporter has been asked to check it.")


def _confirm(request, found):
    actions.confirm_knowledge(found, by=request.user)
    return _("Confirmed.")


def _reopen(request, found):
    actions.reopen_knowledge(found, by=request.user, reason=request.POST.get("words", ""), today=localdate())
    return _("Sent back to its owner.")


def _sort(request, found):
    topic = get_object_or_404(queries.topics(), pk=whole(request.POST.get("topic", "")) or 0)
    actions.sort_knowledge(found, by=request.user, topic=topic)
    return _("Passed to the owner of the topic.")


DOINGS = {
    "accept": _accept, "decline": _decline, "mend": _mend, "confirm": _confirm, "reopen": _reopen, "sort": _sort,
}  # fmt: skip
