"""The two keys of a policy file that speak of the time after a result, read and checked."""

from fractions import Fraction
from itertools import pairwise

from hengcai.appraisal.rules.policy import Band
from hengcai.appraisal.rules.terms import Consequences, Windows
from hengcai.base.decimals import Exact
from hengcai.base.yaml_parts import Part

_LONGEST_DAYS = 60
_MOST_CYCLES = 12
_HIGHEST = Fraction(10)
_LEAST_SURE = Fraction(1, 2)


def windows(part: Part) -> Windows:
    """Working days, each at least one: a window of none would be no window."""
    found = part.whole_mapping(needed=tuple(Windows().document()))
    return Windows(**{name: value.whole_number(least=1, most=_LONGEST_DAYS) for name, value in found.items()})


def consequences(part: Part) -> Consequences:
    found = part.whole_mapping(needed=("coefficients", "probability", "cycles"))
    probability = found["probability"].decimal()
    if not _LEAST_SURE <= probability.value <= 1:
        raise found["probability"].refuse("policy.outside", value=probability.text, low="0.5", high="1")
    coefficients = {grade: _coefficient(value) for grade, value in found["coefficients"].mapping().items()}
    if not coefficients:
        raise found["coefficients"].refuse("policy.empty")
    return Consequences(coefficients, probability, found["cycles"].whole_number(least=1, most=_MOST_CYCLES))


def check_grades(part: Part, says: Consequences, grades: tuple[Band, ...]) -> None:
    """Of a month: a coefficient for every grade and no other, never a higher one for a lower grade."""
    given = part.mapping()["coefficients"]
    entries = given.mapping(known=tuple(grade.code for grade in grades))
    for grade in grades:
        if grade.code not in entries:
            raise given.refuse("yaml.key_missing", missing=grade.code)
    for better, worse in pairwise(grade.code for grade in grades):
        if says.coefficients[worse].value > says.coefficients[better].value:
            raise entries[worse].refuse("policy.coefficient_rises", grade=worse, better=better)


def _coefficient(part: Part) -> Exact:
    found = part.decimal()
    if found.value > _HIGHEST:
        raise part.refuse("policy.outside", value=found.text, low="0", high=str(_HIGHEST))
    return found
