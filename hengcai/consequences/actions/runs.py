"""A pay run: prepared from results and bases, decided by somebody named, given to payroll. Then it stays as it is."""

from datetime import date
from fractions import Fraction

from django.db.models import Q

from hengcai.accounts.models import Centre, User
from hengcai.accounts.queries import holders_of
from hengcai.appraisal.models import Cycle
from hengcai.appraisal.parsing import terms_of
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.consequences import duties, permissions, states
from hengcai.consequences.models import Difference, PayLine, PayRun, Review
from hengcai.consequences.rules import pay as rules
from hengcai.consequences.terms import terms_in_force
from hengcai.consequences.working_out import decimal, difference_lines, month_lines, stale_lines, year_lines

BATCH = 500


@action(permissions.PREPARE_RUN, unsaid={"budget"})
def prepare_run(cycle: Cycle, *, by: User, budget: Fraction | None = None) -> PayRun:
    """Of a published month. The coefficients are those of the policy the month was judged by, as they stand in it."""
    if cycle.kind != Cycle.Kind.MONTH or cycle.state != Cycle.State.PUBLISHED:
        raise NotNow("consequences.not_a_published_month")
    _check_free(PayRun.Kind.MONTH, cycle.period_end)
    says = terms_of(cycle.policy).consequences
    table = {grade: one.text for grade, one in says.coefficients.items()}
    run = PayRun.objects.create(
        cycle=cycle, first_on=cycle.period_start, last_on=cycle.period_end, coefficients=table,
        bar=says.probability.text, budget=_budget(budget), prepared_by=by, prepared_at=clock.now(),
    )  # fmt: skip
    _fill(run)
    return run


@action(permissions.PREPARE_RUN, unsaid={"pool"})
def prepare_bonus(centre: Centre, *, by: User, year: int, pool: Fraction, today: date) -> PayRun:
    """年终奖金 of a year that is over: the pool shared out by points × base."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    if last >= today:
        raise NotNow("consequences.year_not_over", year=year)
    _check_free(PayRun.Kind.YEAR, last)
    run = PayRun.objects.create(
        kind=PayRun.Kind.YEAR, first_on=first, last_on=last, bar=terms_in_force().consequences.probability.text, budget=_budget(pool),
        prepared_by=by, prepared_at=clock.now(),
    )  # fmt: skip
    _fill(run)
    return run


@action(states.PREPARE_ANEW, unsaid={"budget"})
def prepare_run_anew(run: PayRun, *, by: User, budget: Fraction | None = None) -> PayRun:
    """From what holds now; the one who does it is the preparer from now on."""
    Difference.objects.filter(paid_in__run=run).update(paid_in=None)
    run.lines.all().delete()
    run.prepared_by, run.prepared_at = by, clock.now()
    run.budget = run.budget if budget is None else _budget(budget)
    run.save(update_fields=["prepared_by", "prepared_at", "budget"])
    _fill(run)
    return run


@action(states.CALL_OFF)
def call_off_run(run: PayRun, *, by: User) -> PayRun:
    """Before it is decided. What it would have paid of earlier runs is owed on."""
    Difference.objects.filter(paid_in__run=run).update(paid_in=None)
    run.lines.all().delete()
    duties.run_ended(run)
    return run


@action(states.DECIDE, unsaid={"because"})
def decide_run(run: PayRun, *, by: User, because: str = "") -> PayRun:
    """By a second person where there is one; from now on nothing in it changes."""
    check_lengths(because)
    others = holders_of(permissions.DECIDE_RUN).exclude(pk=by.pk)
    paid = run.lines.filter(person__user__isnull=False).values("person__user")
    rules.check_decision(
        by=by.pk, preparer=run.prepared_by_id, others=others.exclude(pk__in=paid).count(), because=because,
        has_own_line=run.lines.filter(person__user=by.pk).exists(), stale=stale_lines(run),
    )  # fmt: skip
    run.decided_by, run.decided_at = by, clock.now()
    run.alone_because = because.strip() if by.pk == run.prepared_by_id else ""
    run.save(update_fields=["decided_by", "decided_at", "alone_because"])
    duties.run_ended(run)
    return run


@action(states.EXPORT)
def export_run(run: PayRun, *, by: User) -> PayRun:
    """Given to payroll; again gives the same file, and who did it first stays on it."""
    if run.exported_at is None:
        run.exported_by, run.exported_at = by, clock.now()
        run.save(update_fields=["exported_by", "exported_at"])
    return run


def _check_free(kind: PayRun.Kind, last: date) -> None:
    if PayRun.objects.filter(~Q(state=PayRun.State.CALLED_OFF), kind=kind, last_on=last).exists():
        raise NotNow("consequences.run_there_already")


def _budget(value: Fraction | None) -> "object":
    return None if value is None else decimal(rules.check_amount(value, "budget"))


def _fill(run: PayRun) -> None:
    if run.cycle is None:
        lines, reviews = year_lines(run), []
    else:
        found = month_lines(run, run.cycle)
        lines, reviews = list(found.lines), list(found.reviews)
    if not lines:
        raise NotValid("consequences.nobody_to_pay")
    PayLine.objects.bulk_create(lines, batch_size=BATCH)
    if run.cycle is not None:
        _owe(run)
    Review.objects.bulk_create(reviews, batch_size=BATCH)
    duties.run_prepared(run)
    duties.reviews_opened(run)


def _owe(run: PayRun) -> None:
    for difference, line in difference_lines(run):
        line.save()
        difference.paid_in = line
        difference.save(update_fields=["paid_in"])
