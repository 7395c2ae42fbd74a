"""One person's result with their abilities. Whoever reads it or carries it away is on record."""

from datetime import date

from django.http import Http404
from django.utils.timezone import localdate
from ninja import Router, Schema

from hengcai.api import files
from hengcai.api.appraisal.ratings import ObservedOut, observed_out
from hengcai.api.appraisal.results import ResultOut, result_out
from hengcai.api.fields import Exact, Names, exact_or_none, names
from hengcai.appraisal.queries.results import is_about, result_for
from hengcai.audit.action import note
from hengcai.insight.papers.person import person_paper
from hengcai.insight.queries.person import READ, PersonReport, person_report

router = Router()


class AbilityOut(Schema):
    """`is_withheld`: rated, but by peers too, so that this reader is not told."""

    competency: str
    name: Names
    rated: Exact | None
    n_raters: int
    is_withheld: bool
    required: Exact | None
    before: Exact | None
    observed: ObservedOut | None


class FairOut(Schema):
    """`unknown`: why there is no fair score, else empty. `bands`: probability of each band, best first."""

    basis: str
    unknown: str
    raw: Exact | None
    fair: Exact | None
    low: Exact | None
    high: Exact | None
    bands: list[tuple[str, float]]
    n: int


class PersonReportOut(Schema):
    period_start: date
    period_end: date
    is_veiled: bool
    result: ResultOut
    competencies: list[AbilityOut]
    fair: list[FairOut]


@router.get("/{int:pk}", response=PersonReportOut, exclude_unset=True)
def person(request, pk: int):
    """Rated, observed with interval and required, competency by competency."""
    report = _report(request, pk, form="api")
    return {
        "period_start": report.cycle.period_start, "period_end": report.cycle.period_end,
        "is_veiled": report.is_veiled, "result": result_out(report.result, to_rated=report.to_rated),
        "competencies": [_ability(line) for line in report.competencies], "fair": [_fair(one) for one in report.fair],
    }  # fmt: skip


@router.get("/{int:pk}/pdf", openapi_extra=files.described(files.PDF))
def person_pdf(request, pk: int):
    return files.pdf(*_paper(request, pk, form="pdf"))


@router.get("/{int:pk}/xlsx", openapi_extra=files.described(files.XLSX))
def person_xlsx(request, pk: int):
    return files.xlsx(*_paper(request, pk, form="xlsx"))


def _report(request, pk: int, *, form: str) -> PersonReport:
    found = result_for(request.user, pk)
    if found is None:
        raise Http404
    note(READ, found, by=request.user, form=form)
    return person_report(found, to_rated=is_about(found, request.user))


def _paper(request, pk: int, *, form: str):
    report = _report(request, pk, form=form)
    paper = person_paper(report, language=request.LANGUAGE_CODE, today=localdate())
    return paper, f"{report.cycle.code} {report.result.participant.person.number}"


def _fair(one) -> dict:
    figures = {name: exact_or_none(getattr(one, name)) for name in ("raw", "fair", "low", "high")}
    return {"basis": one.basis, "unknown": one.unknown, "bands": one.bands, "n": one.n, **figures}


def _ability(line) -> dict:
    return {
        "competency": line.competency.code, "name": names(line.competency.name), "rated": exact_or_none(line.rated),
        "n_raters": line.n_raters, "is_withheld": line.is_withheld, "required": exact_or_none(line.required),
        "before": exact_or_none(line.before),
        "observed": observed_out(line.observed),
    }  # fmt: skip
