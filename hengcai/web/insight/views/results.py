from urllib.parse import urlencode

from django.http import Http404
from django.shortcuts import render
from django.utils.timezone import localdate

from hengcai.appraisal.papers.results import result_lines
from hengcai.appraisal.permissions import SEE_OWN_RESULT
from hengcai.appraisal.queries.corrections import corrections_listed, may_correct
from hengcai.appraisal.queries.results import is_about, own_results, result_for, sees_peers
from hengcai.audit.action import note
from hengcai.insight.letters.person import person_letter
from hengcai.insight.papers.person import person_paper
from hengcai.insight.queries.person import READ, person_report, unread
from hengcai.paper.drawing.levels import level_axis
from hengcai.quality.permissions import SEE as EVALUATIONS
from hengcai.records.queries.records import own_by_result, record_of
from hengcai.web.insight.doors import found_url
from hengcai.web.insight.files import pdf_response, xlsx_response


def own(request):
    """One's own published results, newest first."""
    SEE_OWN_RESULT.enter([], request.user)
    lines = result_lines(list(own_results(request.user)), language=request.LANGUAGE_CODE)
    records = own_by_result(request.user, [line.result_id for line in lines.lines])
    return render(request, "insight/my_results.html", {"letter": lines, "records": records})


def result(request, pk):
    report = _report(request, pk, form="page")
    letter = person_letter(report, request.LANGUAGE_CODE)
    facts = {"report": report, "letter": letter, "result": report.result, "axis": level_axis()}
    facts |= _corrections(report.result, request.user)
    facts["record"] = record_of(report.result, request.user)
    if EVALUATIONS.is_held_by(request.user):
        facts["evaluations_url"] = _evaluations(report)
    return render(request, "insight/result.html", facts)


def _corrections(found, user):
    """Where it is read what a correction changed, and where the group corrects it."""
    made = corrections_listed(user).filter(fresh=found).first() if found.revision > 1 else None
    return {
        "correction_url": found_url("see-correction", made.pk) if made else "",
        "correct_url": found_url("correct-result", found.pk) if may_correct(found, user) else "",
    }


def _evaluations(report):
    """The list of those the report speaks of; the person rated has nobody else's in theirs."""
    cycle, person = report.cycle, report.result.participant.person
    asked = {"first_day": cycle.period_start, "last_day": cycle.period_end}
    asked |= {} if report.to_rated else {"agent": person.number}
    return f"{found_url('list-evaluations')}?{urlencode(asked)}"


def pdf(request, pk):
    return pdf_response(request, *_paper(request, pk, form="pdf"))


def xlsx(request, pk):
    return xlsx_response(*_paper(request, pk, form="xlsx"))


def _paper(request, pk, *, form):
    report = _report(request, pk, form=form)
    paper = person_paper(report, language=request.LANGUAGE_CODE, today=localdate())
    return paper, f"{report.cycle.code} {report.result.participant.person.number}"


def _report(request, pk, *, form):
    """Reading another's result, or carrying a copy away, is on record; so is one's own first reading."""
    found = result_for(request.user, pk)
    if found is None:
        raise Http404
    is_own = is_about(found, request.user)
    if not is_own or form != "page" or unread([found], request.user):
        note(READ, found, by=request.user, form=form)
    return person_report(found, to_rated=is_own, sees_peers=sees_peers(request.user))
