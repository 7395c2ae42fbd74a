"""A level of ability as the ledger keeps it: exact, between 1 and 5."""

from fractions import Fraction

from hengcai.base.errors import NotValid

LOWEST, HIGHEST = Fraction(1), Fraction(5)


def level(exact: str | Fraction) -> Fraction:
    value = Fraction(exact)
    if not LOWEST <= value <= HIGHEST:
        raise NotValid("evidence.level_out_of_range", value=str(exact))
    return value
