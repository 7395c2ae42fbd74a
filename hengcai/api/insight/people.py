"""One person's result with their abilities. Whoever reads it or carries it away is on record."""

from datetime import date

from django.http import Http404
from django.utils.timezone import localdate
from ninja import Router, Schema

from hengcai.api import files
from hengcai.api.appraisal.ratings import NoteOut, ObservedOut, note_out, observed_out
from hengcai.api.appraisal.results import ResultOut, result_out
from hengcai.api.fields import Exact, Names, exact_or_none, names
from hengcai.appraisal.queries.results import is_about, result_for, sees_peers
from hengcai.audit.action import note
from hengcai.insight.papers.person import person_paper
from hengcai.insight.queries.person import READ, PersonReport, person_report

router = Router()


class GivenOut(Schema):
    """What one rater gave and wrote; `level` null means “not observed”. Raters are never named, and peers never
    appear."""

    source: str
    level: Exact | None
    reason: str
    comment: str


class GeneralOut(Schema):
    source: str
    text: str


class FiguresOut(Schema):
    contacts: int
    customers: int
    csat: Exact | None
    upheld: int
    evaluations: int
    answered: int


class AbilityOut(Schema):
    """`is_withheld`: also rated by peers, so this reader is not shown the level. `fair`: the level adjusted for
    rater severity; `low` and `high`: its 95% interval; `unknown` says why there is none. `certainty`: for a level
    below the requirement `sure`, `maybe` or `unknown`, otherwise empty."""

    competency: str
    name: Names
    rated: Exact | None
    n_raters: int
    is_withheld: bool
    fair: float | None
    low: float | None
    high: float | None
    unknown: str
    certainty: str
    required: Exact | None
    before: Exact | None
    observed: ObservedOut | None
    given: list[GivenOut]
    notes: list[NoteOut]


class FairOut(Schema):
    """`unknown`: why there is no fair score, otherwise empty. `bands`: probability of each band, best first."""

    basis: str
    unknown: str
    raw: Exact | None
    fair: Exact | None
    low: Exact | None
    high: Exact | None
    bands: list[tuple[str, float]]
    n: int


class PersonReportOut(Schema):
    """`of_peers`: what peers wrote, for the person alone, from three writers on, in an order that tells nothing."""

    period_start: date
    period_end: date
    is_veiled: bool
    result: ResultOut
    competencies: list[AbilityOut]
    general: list[GeneralOut]
    of_peers: list[str]
    figures: FiguresOut | None
    fair: list[FairOut]


@router.get("/{int:pk}", response=PersonReportOut, exclude_unset=True)
def person(request, pk: int):
    """Rated level, observed level with interval, and requirement for each competency."""
    report = _report(request, pk, form="api")
    return {
        "period_start": report.cycle.period_start, "period_end": report.cycle.period_end,
        "is_veiled": report.is_veiled, "result": result_out(report.result, to_rated=report.to_rated, sees_peers=sees_peers(request.user)),
        "competencies": [_ability(line, report) for line in report.competencies],
        "general": [{"source": source, "text": text} for source, text in report.grounds.general],
        "of_peers": list(report.grounds.of_peers), "figures": _figures(report.figures), "fair": [_fair(one) for one in report.fair],
    }  # fmt: skip


@router.get("/{int:pk}/pdf", openapi_extra=files.described(files.PDF))
def person_pdf(request, pk: int):
    """The person's report as a PDF."""
    return files.pdf(*_paper(request, pk, form="pdf"))


@router.get("/{int:pk}/xlsx", openapi_extra=files.described(files.XLSX))
def person_xlsx(request, pk: int):
    """The person's report as a workbook."""
    return files.xlsx(*_paper(request, pk, form="xlsx"))


def _report(request, pk: int, *, form: str) -> PersonReport:
    found = result_for(request.user, pk)
    if found is None:
        raise Http404
    note(READ, found, by=request.user, form=form)
    return person_report(found, to_rated=is_about(found, request.user), sees_peers=sees_peers(request.user))


def _paper(request, pk: int, *, form: str):
    report = _report(request, pk, form=form)
    paper = person_paper(report, language=request.LANGUAGE_CODE, today=localdate())
    return paper, f"{report.cycle.code} {report.result.participant.person.number}"


def _fair(one) -> dict:
    figures = {name: exact_or_none(getattr(one, name)) for name in ("raw", "fair", "low", "high")}
    return {"basis": one.basis, "unknown": one.unknown, "bands": one.bands, "n": one.n, **figures}


def _figures(found) -> dict | None:
    return found and {**vars(found), "csat": exact_or_none(found.csat)}


def _given(one) -> dict:
    level = None if one.level is None else str(one.level.normalize())
    return {"source": one.source, "level": level, "reason": one.reason, "comment": one.comment}


def _margin(margin) -> dict:
    if margin is None:
        return {"fair": None, "low": None, "high": None, "unknown": ""}
    return {"fair": margin.fair, "low": margin.low, "high": margin.high, "unknown": margin.unknown}


def _ability(line, report) -> dict:
    code = line.competency.code
    return {
        "competency": code, "name": names(line.competency.name), "rated": exact_or_none(line.rated),
        "n_raters": line.n_raters, "is_withheld": line.is_withheld, "required": exact_or_none(line.required),
        "before": exact_or_none(line.before), **_margin(line.margin), "certainty": line.certainty,
        "observed": observed_out(line.observed), "given": [_given(one) for one in report.grounds.on(code)],
        "notes": [note_out(one) for one in report.notes if code in one.codes],
    }  # fmt: skip
