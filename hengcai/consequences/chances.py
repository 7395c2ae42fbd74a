"""How likely it is that somebody's true band is as low as the one that counts."""

from collections.abc import Collection
from fractions import Fraction

from hengcai.appraisal.models import FairScore, Result
from hengcai.consequences.rules.pay import chance_of_so_low

PART = 500
PLACES = 6


def chances_of(results: Collection[Result]) -> dict[int, Fraction | None]:
    """Result → the chance; None where its bands have no probabilities, which is unknown and never 'certain'."""
    bands: dict[int, list[tuple[str, Fraction]]] = {}
    keys = [one.pk for one in results]
    for start in range(0, len(keys), PART):
        rows = FairScore.objects.filter(result__in=keys[start : start + PART], basis=FairScore.Basis.FINAL)
        for row in rows.exclude(bands=[]):
            bands[row.result_id] = [(code, _share(share)) for code, share in row.bands]
    return {one.pk: chance_of_so_low(bands.get(one.pk, []), one.band) for one in results}


def _share(value: object) -> Fraction:
    """To six places, as it is kept beside what rests on it."""
    return Fraction(round(Fraction(str(value)) * 10**PLACES), 10**PLACES)
