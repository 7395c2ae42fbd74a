"""Monthly performance pay: base × coefficient, rounded once to the cent, half up, and never below the minimum wage."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from hengcai.base.decimals import rounded
from hengcai.base.errors import NotNow, NotValid

NEUTRAL = Fraction(1)  # nothing added and nothing taken: where there is no grade, or a cut still waits for a person
CENTS = 2
HIGHEST_AMOUNT = Fraction(10**8)
HIGHEST_COEFFICIENT = Fraction(10)
NO_GRADE, NO_COEFFICIENT = "no_grade", "no_coefficient"
UNKNOWN, BELOW = "probability_unknown", "probability_below"
HELD = "appeal_open"
Amount = Fraction


@dataclass(frozen=True, slots=True)
class Pay:
    """`earned` is the performance pay; `topped_up` what is missing to the minimum wage; all in money to the cent."""

    earned: Amount
    fixed: Amount
    topped_up: Amount

    @property
    def total(self) -> Amount:
        return self.earned + self.fixed + self.topped_up

    def less(self, other: "Pay") -> "Pay":
        """What is still owed, or was paid too much."""
        return Pay(self.earned - other.earned, self.fixed - other.fixed, self.topped_up - other.topped_up)


def pay_of(base: Amount, coefficient: Fraction, *, fixed: Amount = Fraction(0), minimum: Amount = Fraction(0)) -> Pay:
    """Base, fixed part and minimum are whole cents already; the product is the one thing that is rounded."""
    earned = rounded(base * coefficient, places=CENTS)
    return Pay(earned, fixed, max(Fraction(0), minimum - earned - fixed))


@dataclass(frozen=True, slots=True)
class Verdict:
    """The coefficient that counts now, the one the grade stands for, and why the one is not the other."""

    coefficient: Fraction
    by_grade: Fraction
    why: str = ""

    @property
    def waits(self) -> bool:
        return self.why in (UNKNOWN, BELOW)


def coefficient_of(
    grade: str, table: Mapping[str, Fraction], *, chance: Fraction | None, bar: Fraction, decided: bool | None = None
) -> Verdict:
    """A cut (below 1) needs a chance above the bar, or a person's word: `decided` True lets it stand, False waives it.

    Where neither is there it waits, and meanwhile nothing is taken off.
    """
    if not grade:
        return Verdict(NEUTRAL, NEUTRAL, NO_GRADE)
    if grade not in table:
        return Verdict(NEUTRAL, NEUTRAL, NO_COEFFICIENT)
    own = table[grade]
    if own >= NEUTRAL or decided:
        return Verdict(own, own)
    if decided is False:
        return Verdict(NEUTRAL, own)
    why = why_it_waits(chance, bar)
    return Verdict(NEUTRAL, own, why) if why else Verdict(own, own)


def held_at(verdict: Verdict) -> Verdict:
    """While an appeal is open a cut it is about is not carried out. What nobody contests is paid: an answer never lowers a
    score, and wages that are owed either way are not kept back because somebody appealed."""
    return Verdict(max(verdict.coefficient, NEUTRAL), verdict.by_grade, HELD)


def why_it_waits(chance: Fraction | None, bar: Fraction) -> str:
    """No interval: unknown, and unknown is a person's to look at. Exactly at the bar is not above it."""
    if chance is None:
        return UNKNOWN
    return "" if chance > bar else BELOW


def chance_of_so_low(bands: Sequence[tuple[str, Fraction]], band: str) -> Fraction | None:
    """That the true band is this one or a worse one; `bands` best first."""
    codes = [code for code, _share in bands]
    if band not in codes:
        return None
    return sum((share for _code, share in bands[codes.index(band) :]), Fraction(0))


def check_amount(value: Amount, column: str) -> Amount:
    if not 0 <= value < HIGHEST_AMOUNT:
        raise NotValid("consequences.amount_outside", column=column)
    if rounded(value, places=CENTS) != value:
        raise NotValid("consequences.amount_places", column=column)
    return value


def check_coefficients(table: Mapping[str, Fraction]) -> None:
    for grade, value in table.items():
        if not 0 <= value <= HIGHEST_COEFFICIENT:
            raise NotValid("consequences.coefficient_outside", column=grade)


def check_decision(*, by: int, preparer: int, others: int, because: str, has_own_line: bool, stale: int) -> None:
    """Named, not the preparer where anybody else could, and never about oneself."""
    if stale:
        raise NotNow("consequences.run_stale", count=stale)
    if has_own_line:
        raise NotNow("consequences.own_line")
    if by == preparer and others:
        raise NotNow("consequences.second_person")
    if by == preparer and not because.strip():
        raise NotValid("consequences.alone_because")


@dataclass(frozen=True, slots=True)
class Simulated:
    """One grade under one table: how many, what it costs, and how many of the grades may be chance."""

    grade: str
    people: int
    coefficient: Fraction | None
    earned: Amount
    total: Amount
    doubtful: Fraction | None  # expected number of those whose true grade is another; None: of nobody known
    unknown: int  # of so many nothing can be said


@dataclass(frozen=True, slots=True)
class Weighed:
    """One person of a simulation."""

    grade: str
    base: Amount
    fixed: Amount
    minimum: Amount
    chance: Fraction | None


def simulated(people: Sequence[Weighed], table: Mapping[str, Fraction]) -> list[Simulated]:
    """By grade, in the table's order, then those without; every grade at its coefficient, cuts included."""
    check_coefficients(table)
    order = [*table, *sorted({one.grade for one in people} - set(table))]
    by_grade: dict[str, list[Weighed]] = {grade: [] for grade in order}
    for one in people:
        by_grade[one.grade].append(one)
    return [_simulated(grade, some, table.get(grade)) for grade, some in by_grade.items() if some or grade in table]


def _simulated(grade: str, some: Sequence[Weighed], coefficient: Fraction | None) -> Simulated:
    at = NEUTRAL if coefficient is None else coefficient
    pays = [pay_of(one.base, at, fixed=one.fixed, minimum=one.minimum) for one in some]
    known = [one.chance for one in some if one.chance is not None]
    doubtful = sum((1 - chance for chance in known), Fraction(0)) if known else None
    earned = sum((one.earned for one in pays), Fraction(0))
    total = sum((one.total for one in pays), Fraction(0))
    return Simulated(grade, len(some), coefficient, earned, total, doubtful, len(some) - len(known))


def in_force(versions: Sequence[tuple[date, Amount]], on: date) -> Amount | None:
    """The newest that began by that day."""
    begun = [one for one in versions if one[0] <= on]
    return max(begun)[1] if begun else None
