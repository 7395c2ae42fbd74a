"""A run's lines from results, bases and terms. Builds rows; the actions write them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.db.models import Q

from hengcai.appeals.models import Appeal
from hengcai.appraisal.models import Cycle, Result
from hengcai.base import clock
from hengcai.base.decimals import exact, rounded
from hengcai.consequences.chances import chances_of
from hengcai.consequences.holding import not_as_held, open_appeals
from hengcai.consequences.models import Difference, MinimumWage, PayBase, PayLine, PayRun, Review
from hengcai.consequences.rules import pay as rules
from hengcai.consequences.rules.bonus import Part, mean_of_months, shared_out
from hengcai.consequences.rules.pay import Pay, Verdict

Bases = Mapping[int, PayBase]


@dataclass(frozen=True)
class WorkedOut:
    lines: Sequence[PayLine]
    reviews: Sequence[Review]  # new ones, for cuts that wait


def decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


def bases_on(day: date) -> dict[int, PayBase]:
    """Person → the version in force that day."""
    return {row.person_id: row for row in PayBase.objects.filter(since__lte=day).order_by("since", "pk")}


def minimums_on(day: date) -> dict[int, Decimal]:
    """Site → its minimum wage that day."""
    rows = MinimumWage.objects.filter(since__lte=day).order_by("since", "pk")
    return dict(rows.values_list("site", "amount"))


def results_of(cycle: Cycle) -> list[Result]:
    rows = Result.objects.filter(participant__cycle=cycle, is_current=True)
    wanted = rows.select_related("participant__person", "participant__placement__team").defer(
        "detail", "levels", "inputs"
    )
    return list(wanted.order_by("participant__person__name_key", "participant__person__number"))


def month_lines(run: PayRun, cycle: Cycle) -> WorkedOut:
    """Everybody of the cycle who has a base; what a chance does not carry waits, and costs nobody anything meanwhile.
    Of whoever has appealed the cut waits for the answer."""
    bases, minimums, results = bases_on(cycle.period_end), minimums_on(cycle.period_end), results_of(cycle)
    chances, appeals = chances_of(results), open_appeals(cycle)
    asked = {row.result_id: row for row in Review.objects.filter(result__participant__cycle=cycle)}
    table = {grade: exact(text) for grade, text in run.coefficients.items()}
    lines, reviews = [], []
    for one in results:
        base = bases.get(one.participant.person_id)
        if base is None:
            continue
        review = asked.get(one.pk)
        verdict = rules.coefficient_of(
            one.band, table, chance=chances[one.pk], bar=exact(run.bar), decided=decided(review)
        )
        appeal = appeals.get(one.participant_id)
        worked = _Worked(one, base, rules.held_at(verdict) if appeal else verdict, chances[one.pk], appeal)
        lines.append(_line(run, worked, minimum_for(one, minimums)))
        if verdict.waits and review is None:
            reviews.append(_review(one, verdict, chances[one.pk], run.bar))
    return WorkedOut(lines, reviews)


def decided(review: Review | None) -> bool | None:
    if review is None or review.state == Review.State.OPEN:
        return None
    return review.state == Review.State.UPHELD


def minimum_for(result: Result, minimums: Mapping[int, Decimal]) -> Decimal | None:
    place = result.participant.placement
    return minimums.get(place.team.site_id) if place and place.team else None


def paid(base: Decimal, fixed: Decimal, minimum: Decimal | None, coefficient: Fraction) -> Pay:
    return rules.pay_of(Fraction(base), coefficient, fixed=Fraction(fixed), minimum=Fraction(minimum or 0))


@dataclass(frozen=True)
class _Worked:
    """One person of a month."""

    result: Result
    base: PayBase
    verdict: Verdict
    chance: Fraction | None
    appeal: Appeal | None


def _line(run: PayRun, worked: _Worked, minimum: Decimal | None) -> PayLine:
    result, base, verdict, chance = worked.result, worked.base, worked.verdict, worked.chance
    found = paid(base.base, base.fixed, minimum, verdict.coefficient)
    return PayLine(
        run=run, person_id=result.participant.person_id, placement_id=result.participant.placement_id, result=result,
        score=result.final, grade=result.band, base=base.base, by_grade=decimal(verdict.by_grade),
        coefficient=decimal(verdict.coefficient), why=verdict.why, chance=None if chance is None else decimal(chance),
        minimum=minimum, held_by=worked.appeal, **money(found),
    )  # fmt: skip


def money(found: Pay) -> dict[str, Decimal]:
    parts = {"earned": found.earned, "fixed": found.fixed, "topped_up": found.topped_up, "total": found.total}
    return {name: decimal(value) for name, value in parts.items()}


def _review(result: Result, verdict: Verdict, chance: Fraction | None, bar: str) -> Review:
    return Review(
        result=result, person_id=result.participant.person_id, grade=result.band, why=verdict.why,
        chance=None if chance is None else decimal(chance), bar=bar, opened_at=clock.now(),
    )  # fmt: skip


def difference_lines(run: PayRun) -> Iterator[tuple[Difference, PayLine]]:
    """What earlier runs still owe, each on a line of its own."""
    rows = Difference.objects.filter(paid_in=None, line__isnull=False, line__run__state__in=PayRun.FINAL)
    for one in rows.exclude(earned=0, topped_up=0).select_related("line", "fresh").order_by("at", "pk"):
        assert one.line is not None  # noqa: S101 - filtered
        yield one, PayLine(
            run=run, kind=PayLine.Kind.DIFFERENCE, person_id=one.person_id, placement_id=one.line.placement_id,
            result=one.fresh, score=one.fresh.final, grade=one.fresh.band, base=one.line.base, coefficient=one.coefficient,
            minimum=one.line.minimum, earned=one.earned, topped_up=one.topped_up, total=one.total,
        )  # fmt: skip


def paid_so_far(line: PayLine) -> Pay:
    """The line and every difference noted on it since, paid out already or not."""
    earned, topped = Fraction(line.earned), Fraction(line.topped_up)
    for one in line.differences.all():
        earned, topped = earned + Fraction(one.earned), topped + Fraction(one.topped_up)
    return Pay(earned, Fraction(line.fixed), topped)


def owed_by(line: PayLine, coefficient: Fraction) -> Pay:
    """What the same line under another coefficient leaves to be paid, or to be taken back."""
    return paid(line.base, line.fixed, line.minimum, coefficient).less(paid_so_far(line))


def final_line(result: Result) -> PayLine | None:
    """The regular line of a decided month that rests on this result or an earlier revision of it."""
    rows = PayLine.objects.filter(
        result__participant=result.participant_id, kind=PayLine.Kind.REGULAR, run__kind=PayRun.Kind.MONTH,
        run__state__in=PayRun.FINAL,
    )  # fmt: skip
    return rows.select_related("run", "held_by").prefetch_related("differences").first()


def year_lines(run: PayRun) -> list[PayLine]:
    """Of the yearly results where there are any, else of the months that are out."""
    bases, points = bases_on(run.last_on), points_of(run)
    chosen = sorted(one for one in points if one in bases)
    parts = [Part(f"{key:012d}", points[key], Fraction(bases[key].base)) for key in chosen]
    shares = shared_out(Fraction(run.budget or 0), parts)
    return [
        PayLine(
            run=run, person_id=key, score=decimal(rounded(points[key], places=4)), base=bases[key].base,
            earned=decimal(shares[f"{key:012d}"]), total=decimal(shares[f"{key:012d}"]),
        )
        for key in chosen
    ]  # fmt: skip


def points_of(run: PayRun) -> dict[int, Fraction]:
    """Person → points out of 100."""
    rows = Result.objects.filter(
        is_current=True, final__isnull=False, participant__cycle__state=Cycle.State.PUBLISHED,
        participant__cycle__period_end__range=(run.first_on, run.last_on),
    ).exclude(exact="").order_by("participant__person", "pk")  # fmt: skip
    columns = ("participant__person", "participant__cycle__code", "exact")
    yearly = rows.filter(participant__cycle__kind="year").values_list(*columns)
    if found := {person: Fraction(exact_) for person, _code, exact_ in yearly}:
        return found
    months: dict[int, dict[str, Fraction]] = {}
    for person, code, exact_ in rows.filter(participant__cycle__kind=Cycle.Kind.MONTH).values_list(*columns):
        months.setdefault(person, {})[code] = Fraction(exact_)
    return {person: mean for person, totals in months.items() if (mean := mean_of_months(totals)) is not None}


def stale_lines(run: PayRun) -> int:
    """Lines that rest on a result since corrected, on a review that has ended since, or on an appeal that was not open, or is
    not any more."""
    regular = run.lines.filter(kind=PayLine.Kind.REGULAR, result__isnull=False)
    ended = Q(why__in=(rules.UNKNOWN, rules.BELOW)) & ~Q(result__pay_review__state=Review.State.OPEN)
    return regular.filter(Q(result__is_current=False) | ended | not_as_held(run)).count()
