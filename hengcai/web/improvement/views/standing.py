"""Scheduled reports: those there are, one's own subscriptions, one report as page, PDF and workbook."""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.accounts.queries import the_centre
from hengcai.audit.action import note
from hengcai.base.errors import NotNow, NotValid
from hengcai.improvement import actions, permissions
from hengcai.improvement.actions.standing import Place, When
from hengcai.improvement.papers.standing import standing_paper
from hengcai.improvement.queries import standing as queries
from hengcai.web.improvement.lists import report_list
from hengcai.web.improvement.standing_forms import MakeForm, SubscribeForm
from hengcai.web.insight.files import pdf_response, xlsx_response
from hengcai.web.insight.sheets import blocks_of
from hengcai.web.shell.doing import done_by
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import whole
from hengcai.web.shell.says import sentence

A_DAY = timedelta(days=1)


def reports(request):
    permissions.SEE_REPORT.enter([], request.user)
    refusal = ""
    if request.method == "POST":
        try:
            return done_by(DOINGS, request)(request)
        except (NotValid, NotNow) as refused:
            refusal = sentence(refused)
    asked = Asked(request, report_list())
    rows = asked.sorted(queries.reports_seen_by(request.user))
    offers = queries.places_offered(request.user)
    facts = {
        "make_form": MakeForm(offers, request.POST if refusal else None, {"day": localdate() - A_DAY}),
        "subscribe_form": SubscribeForm(offers, reads=_reads(request)), "error": refusal,
        "subscriptions": queries.subscriptions_of(request.user), "for_others": queries.made_for_others(request.user),
    }  # fmt: skip
    return asked.file(rows) or asked.show("improvement/reports.html", rows, facts)


def _place(scope):
    found = queries.place_called(scope)
    if found is None:
        raise Http404
    return Place(*found)


def _make(request):
    permissions.MAKE_REPORT.enter([], request.user)
    form = MakeForm(queries.places_offered(request.user), request.POST)
    if not form.is_valid():
        raise NotValid("improvement.span_unknown")
    told, today = form.cleaned_data, localdate()
    day = told["day"] or today - A_DAY
    made = actions.make_report(
        the_centre(), by=request.user, place=_place(told["place"]), span=told["span"], day=day, today=today
    )
    return redirect("see-standing-report", made.pk)


def _subscribe(request):
    permissions.SUBSCRIBE.enter([], request.user)
    form = SubscribeForm(queries.places_offered(request.user), request.POST, reads=_reads(request))
    if not form.is_valid():
        raise NotValid("improvement.hour_unknown")
    told = form.cleaned_data
    place, when = _place(told["place"]), When(told["span"], told["hour"], told["weekday"] or 0)
    if told.get("reader"):
        reader = queries.reader_called(told["reader"])
        actions.subscribe_other(reader, by=request.user, place=place, when=when)
        messages.success(request, _("Subscribed for %(name)s, who can cancel it.") % {"name": reader.name})
    else:
        actions.subscribe(the_centre(), by=request.user, place=place, when=when)
        messages.success(request, _("Subscribed. Reports will arrive in your inbox."))
    return redirect("list-standing-reports")


def _reads(request):
    """Whether they may subscribe others."""
    return permissions.SUBSCRIBE_OTHERS.is_held_by(request.user)


def _unsubscribe(request):
    key = whole(request.POST.get("subscription", "")) or 0
    found = get_object_or_404(queries.subscriptions_to_end(request.user), pk=key)
    actions.unsubscribe(found, by=request.user)
    messages.success(request, _("Unsubscribed."))
    return redirect("list-standing-reports")


DOINGS = {"make": _make, "subscribe": _subscribe, "unsubscribe": _unsubscribe}


def report(request, pk):
    """Who may read it is asked when it is read, whatever was true when it was delivered."""
    found = _seen(request, pk)
    actions.read_report(found, by=request.user)
    paper = _paper(request, found)
    return render(request, "improvement/report.html", {"report": found, "paper": paper, "blocks": blocks_of(paper)})


def pdf(request, pk):
    found = _seen(request, pk)
    paper = _paper(request, found)
    note("read_standing_report", found, by=request.user, form="pdf")
    return pdf_response(request, paper, _name(found))


def xlsx(request, pk):
    found = _seen(request, pk)
    note("read_standing_report", found, by=request.user, form="xlsx")
    return xlsx_response(_paper(request, found), _name(found))


def _paper(request, found):
    return standing_paper(queries.sight_of(found), language=request.LANGUAGE_CODE, today=localdate())


def _name(found):
    return f"{found.span} {found.first:%Y-%m-%d} {found.scope.replace(':', '-')}"


def _seen(request, pk):
    permissions.SEE_REPORT.enter([], request.user)
    return get_object_or_404(queries.reports_seen_by(request.user), pk=pk)
