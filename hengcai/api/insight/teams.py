"""A team against what its posts ask for. It shows everybody's levels at once: whoever looks is on record."""

from enum import StrEnum

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Query, Router, Schema

from hengcai.api import files
from hengcai.api.fields import Exact, Names, Text, exact_or_none, names
from hengcai.api.paging import Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.audit.action import note
from hengcai.insight import permissions
from hengcai.insight.papers.team import team_paper
from hengcai.insight.queries.team import OBSERVED, RATED, TEAM_ORDERS, TeamGaps, skill_cycles, team_gaps, teams_seen_by

router = Router()


class Levels(StrEnum):
    RATED = RATED
    OBSERVED = OBSERVED


class Wanted(Schema):
    """`cycle` by its code; if left out, the latest one."""

    cycle: Text = ""
    levels: Levels = Levels.RATED


class ReportedTeamOut(Schema):
    id: int
    name: str
    site: str
    people: int


class SeenOut(Schema):
    value: Exact
    low: float | None
    high: float | None
    n: int


class SeatOut(Schema):
    number: str
    name: str
    is_newcomer: bool
    levels: dict[str, SeenOut | None]


class FindingOut(Schema):
    """`surely` and `maybe` are the bounds for `below` if intervals are known."""

    competency: str
    below: int
    total: int
    line: Exact
    surely: int | None
    maybe: int | None


class PostOut(Schema):
    post: str
    name: Names
    required: dict[str, Exact]
    people: list[SeatOut]
    findings: list[FindingOut]


class TeamGapsOut(Schema):
    team: str
    cycle: str
    levels: str
    people: int
    stood: int
    covered: int
    speaks_for_team: bool
    scored: int
    by_band: dict[str, int]
    posts: list[PostOut]


@router.get("", response=Page[ReportedTeamOut])
def teams(request, wanted: Query[Sorted]):
    """Teams whose reports the caller may read, with the number of people in each today."""
    let_in(permissions.SEE_TEAM, request.user)
    return sorted_page(teams_seen_by(request.user, day=localdate()), _team, wanted, TEAM_ORDERS)


@router.get("/{int:pk}", response=TeamGapsOut)
def team(request, pk: int, wanted: Query[Wanted]):
    """People by competency, role by role, with the findings the levels support. Of `stood` people, `covered` have a
    level; if `speaks_for_team` is false, those are too few to describe the team."""
    gaps = _gaps(request, pk, wanted, form="api")
    return {
        "team": gaps.team.name, "cycle": gaps.cycle.code, "levels": gaps.kind, "people": gaps.people,
        "stood": gaps.stood, "covered": gaps.covered, "speaks_for_team": gaps.speaks,
        "scored": gaps.scored, "by_band": dict(gaps.by_band), "posts": [_post(part) for part in gaps.parts],
    }  # fmt: skip


@router.get("/{int:pk}/pdf", openapi_extra=files.described(files.PDF))
def team_pdf(request, pk: int, wanted: Query[Wanted]):
    """The team's report as a PDF."""
    return files.pdf(*_paper(request, pk, wanted, form="pdf"))


@router.get("/{int:pk}/xlsx", openapi_extra=files.described(files.XLSX))
def team_xlsx(request, pk: int, wanted: Query[Wanted]):
    """The team's report as a workbook."""
    return files.xlsx(*_paper(request, pk, wanted, form="xlsx"))


def _paper(request, pk: int, wanted: Wanted, *, form: str):
    gaps = _gaps(request, pk, wanted, form=form)
    paper = team_paper(gaps, language=request.LANGUAGE_CODE, today=localdate())
    return paper, f"{gaps.cycle.code} {gaps.team.name}"


def _gaps(request, pk: int, wanted: Wanted, *, form: str) -> TeamGaps:
    let_in(permissions.SEE_TEAM, request.user)
    found = get_object_or_404(teams_seen_by(request.user, day=localdate()), pk=pk)
    cycles = skill_cycles(request.user)
    cycle = (cycles.filter(code=wanted.cycle) if wanted.cycle else cycles).first()
    if cycle is None:
        raise Http404
    note("read_team_gaps", found, by=request.user, cycle=cycle.code, levels=wanted.levels, form=form)
    return team_gaps(found, cycle, request.user, kind=wanted.levels)


def _team(row) -> dict:
    return {"id": row.pk, "name": row.name, "site": row.site.name, "people": row.people}


def _post(part) -> dict:
    required = {code: str(level) for code, level in part.profile.required.items()}
    return {
        "post": part.post.code, "name": names(part.post.name), "required": required,
        "people": [_person(row, [one.code for one in part.competencies]) for row in part.rows],
        "findings": [_finding(one) for one in part.findings],
    }  # fmt: skip


def _person(row, codes: list[str]) -> dict:
    person, levels = row.seat.person, zip(codes, map(_level, row.cells), strict=True)
    return {"number": person.number, "name": person.name, "is_newcomer": row.is_newcomer, "levels": dict(levels)}


def _level(cell) -> dict | None:
    return cell and {"value": exact_or_none(cell.value), "low": cell.low, "high": cell.high, "n": cell.n}


def _finding(one) -> dict:
    return {
        "competency": one.code, "below": one.below, "total": one.total, "line": str(one.line), "surely": one.surely,
        "maybe": one.maybe,
    }  # fmt: skip
