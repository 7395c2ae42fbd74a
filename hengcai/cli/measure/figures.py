"""How a single figure is written for people: yes and no, whole numbers whole, a p value never as 0."""

from collections.abc import Mapping

from hengcai.cli.appraise_output import told
from hengcai.measurement.results import decimal

LEAST_P = 0.001


def is_p(key: str) -> bool:
    return key == "p" or key.endswith("_p")


def chance(p: float, places: int = 4) -> str:
    """A p value is never 0: below a thousandth it is said to be below it."""
    return told("measure.p.small") if p < LEAST_P else decimal(p, places)


def written(value: object, key: str = "") -> str:
    """Numbers to four decimals; a text cannot break the line it stands in."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return told("measure.yes" if value else "measure.no")
    if isinstance(value, float):
        return chance(value) if is_p(key) else decimal(value, 4)
    if isinstance(value, list):
        return " ".join(written(one) for one in value)
    if isinstance(value, Mapping):
        return " ".join(f"{name}={whole(one)}" for name, one in value.items())
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in str(value))


def is_whole(value: object) -> bool:
    return value is None or (isinstance(value, float) and value.is_integer())


def whole(value: object, key: str = "") -> str:
    """A count that comes as a float is a count all the same."""
    if isinstance(value, float) and value.is_integer() and not is_p(key):
        return f"{value + 0.0:.0f}"
    return written(value, key)
