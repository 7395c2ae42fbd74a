"""What pay is worked out from and what it would cost: bases, minimum wages, the bonus, a trial of coefficients; and what
recomputing changed. Amounts are decimal texts."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Annotated

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Query, Router, Schema
from pydantic import Field

from hengcai.accounts.queries import the_centre
from hengcai.api.consequences.pay import PayRunOut, money, run_told
from hengcai.api.fields import Code, Day, Exact, Key, Text
from hengcai.api.paging import PLACE, Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.base.decimals import exact, round_half_up
from hengcai.base.masking.text import mask
from hengcai.consequences import actions, permissions
from hengcai.consequences.queries import bases as base_queries
from hengcai.consequences.queries import differences as difference_queries
from hengcai.consequences.queries import pay as queries
from hengcai.consequences.rules.bases import base_row
from hengcai.people.models import Site

router = Router()
MOST_ROWS = 5_000


class BonusIn(Schema):
    """`pool`: shared out by points × base."""

    year: Annotated[int, Field(ge=2000, le=2100)]
    pool: Text


class PayBaseOut(Schema):
    person: str
    name: str
    since: date
    base: str
    fixed: str
    brought_by: str


class PayBaseIn(Schema):
    """`since`: the day it holds from; `fixed` is the part no result changes."""

    person: Code
    since: Day
    base: Text
    fixed: Text = "0"


class PayBasesIn(Schema):
    rows: Annotated[list[PayBaseIn], Field(max_length=MOST_ROWS)]


class PayBasesDone(Schema):
    rows: int
    new: int


class MinimumWageOut(Schema):
    site: str
    site_id: int
    since: date
    amount: str
    source: str
    entered_by: str


class MinimumWageIn(Schema):
    """`source`: where it is written."""

    site_id: Key
    since: Day
    amount: Text
    source: Text


class SimulateIn(Schema):
    """Grade → coefficient; a grade left out keeps the run's own. Nothing of it is kept."""

    coefficients: dict[str, Text] = {}


class SimulatedOut(Schema):
    """`doubtful`: how many of these grades may be chance, null where nothing is known of anybody; of `unknown` more nothing
    can be said."""

    grade: str
    people: int
    coefficient: Exact | None
    earned: str
    total: str
    doubtful: str | None
    unknown: int


class SimulationOut(Schema):
    grades: list[SimulatedOut]
    earned: str
    total: str
    budget: str | None
    left: str | None


class PayDifferenceQuery(Sorted):
    person: Text = ""
    cause: Text = ""
    run: Key | None = None


class AwardStateOut(Schema):
    """`unsettled`: the result it rests on has changed."""

    award: str
    state: str
    unsettled: bool


class PayDifferenceOut(Schema):
    """`decided`: correction, review, appeal or system; `paid_in` is the period of the run it went into. Pay is null where no
    decided month hangs on the result."""

    id: int
    person: str
    cycle: str
    cause: str
    score_before: str | None
    score_after: str | None
    band_before: str
    band_after: str
    coefficient_before: Exact | None
    coefficient_after: Exact | None
    pay_before: str | None
    pay_after: str | None
    paid_in: str | None
    awards: list[AwardStateOut]
    decided: str
    decided_by: list[str]
    reason: str
    at: datetime


@router.post("/bonus-runs", response=PayRunOut)
def bonus(request, body: BonusIn):
    """年终奖金 of a year that is over; decided and exported like any other run."""
    let_in(permissions.PREPARE_RUN, request.user)
    pool = exact(body.pool)
    made = actions.prepare_bonus(the_centre(), by=request.user, year=body.year, pool=pool, today=localdate())
    return run_told(queries.runs_listed(request.user).get(pk=made.pk))


@router.get("/pay-bases", response=Page[PayBaseOut])
def bases(request, wanted: Query[Sorted]):
    """By name, the newest of each first."""
    let_in(permissions.SEE_RUN, request.user)
    return sorted_page(base_queries.bases_listed(request.user), _base, wanted, base_queries.BASE_ORDERS)


@router.post("/pay-bases", response=PayBasesDone)
def bring(request, body: PayBasesIn):
    """All of them or none; a row that is there already is passed over."""
    let_in(permissions.SETTLE_PAY, request.user)
    rows = [base_row(number, _cells(one)) for number, one in enumerate(body.rows, 1)]
    return {"rows": len(rows), "new": actions.take_in_bases(the_centre(), by=request.user, rows=rows)}


@router.get("/minimum-wages", response=list[MinimumWageOut])
def minimums(request):
    """By site, the newest first."""
    let_in(permissions.SEE_RUN, request.user)
    return [_minimum(one) for one in base_queries.minimums_listed(request.user)]


@router.post("/minimum-wages", response=MinimumWageOut)
def add_minimum(request, body: MinimumWageIn):
    """A new amount has a new day; months that are decided keep the one they were paid by."""
    let_in(permissions.SETTLE_PAY, request.user)
    site = get_object_or_404(Site, pk=body.site_id)
    amount = exact(body.amount)
    made = actions.add_minimum_wage(site, by=request.user, since=body.since, amount=amount, source=body.source)
    return _minimum(made)


@router.post("/pay-runs/{int:pk}/simulate", response=SimulationOut)
def simulate(request, pk: int, body: SimulateIn):
    """What another table would cost, every cut at its full size."""
    let_in(permissions.SEE_RUN, request.user)
    run = get_object_or_404(queries.runs_listed(request.user), pk=pk)
    if run.kind != run.Kind.MONTH:
        raise Http404
    table = {grade: exact(body.coefficients.get(grade) or text) for grade, text in run.coefficients.items()}
    return _simulation(queries.simulation_of(run, request.user, table))


@router.get("/differences", response=Page[PayDifferenceOut])
def differences(request, wanted: Query[PayDifferenceQuery]):
    """What a correction, a review or an appeal changed; the newest first."""
    let_in(permissions.SEE_RUN, request.user)
    narrowed = difference_queries.DifferenceFilter(**wanted.dict(exclude=PLACE)).condition()
    rows = difference_queries.differences_listed(request.user).filter(narrowed)
    found = sorted_page(rows, lambda row: row, wanted, difference_queries.DIFFERENCE_ORDERS)
    return {**found, "items": [_difference(one) for one in difference_queries.told_of(found["items"])]}


def _cells(one) -> dict[str, str]:
    return {"person": one.person, "from": one.since.isoformat(), "base": one.base, "fixed": one.fixed}


def _base(row) -> dict:
    head = {"person": row.person.number, "name": row.person.name, "since": row.since}
    return {**head, "base": money(row.base), "fixed": money(row.fixed), "brought_by": row.brought_by.name}


def _minimum(row) -> dict:
    head = {"site": row.site.name, "site_id": row.site_id, "since": row.since}
    return {**head, "amount": money(row.amount), "source": row.source, "entered_by": row.entered_by.name}


def _cents(value: Fraction | None) -> str | None:
    return None if value is None else round_half_up(value, 2)


def _simulation(found) -> dict:
    sums = {name: _cents(getattr(found, name)) for name in ("earned", "total", "budget", "left")}
    return {"grades": [_simulated(one) for one in found.rows], **sums}


def _simulated(one) -> dict:
    known = {"people": one.people, "unknown": one.unknown, "doubtful": _cents(one.doubtful)}
    at = None if one.coefficient is None else str(one.coefficient)
    return {"grade": one.grade, "coefficient": at, **known, "earned": _cents(one.earned), "total": _cents(one.total)}


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else format(value.normalize(), "f")


def _difference(told) -> dict:
    row = told.row
    results = {"before": row.old, "after": row.fresh}
    scores = {f"score_{when}": _plain(one.final) for when, one in results.items()}
    bands = {f"band_{when}": one.band for when, one in results.items()}
    pay = {
        "coefficient_before": _plain(told.at_before), "coefficient_after": _plain(told.at_after),
        "pay_before": money(told.money_before), "pay_after": money(told.money_after),
        "paid_in": queries.period_of(row.paid_in.run) if row.paid_in else None,
    }  # fmt: skip
    awards = [{"award": one.kind, "state": one.state, "unsettled": one.unsettled} for one in told.awards]
    return {
        "id": row.pk, "person": row.person.number, "cycle": row.fresh.participant.cycle.code, "cause": row.cause, **scores,
        **bands, **pay, "awards": awards, "decided": told.kind, "decided_by": list(told.deciders),
        "reason": mask(told.reason), "at": row.at,
    }  # fmt: skip
