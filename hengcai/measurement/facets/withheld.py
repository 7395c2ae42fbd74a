"""What is left to tell of a fit that did not settle: counts and averages, nothing that the fit would have found."""

from collections.abc import Mapping

Json = dict[str, object]
COUNTED = {"id", "status", "n", "raw_average", "facet", "facets", "group", "value", "count", "share", "category", "df"}
TABLES = ("thresholds", "reliability", "separation", "summary", "categories", "population", "log_likelihood", "units")


def withheld(told: Json) -> Json:
    """The result with nothing in place of measures, their errors and all that is read off them.

    Anchored elements keep the measure that was given to them.
    """
    bare = told | {name: _bare(told[name]) for name in TABLES}
    bare["elements"] = {facet: [_element(one) for one in _rows(found)] for facet, found in _items(told["elements"])}
    bare |= {"unexpected": [], "bias_correction": None, "agreement": _agreement(told["agreement"])}
    if "interactions" in told:
        bare["interactions"] = [{**one, "chi_square": None, "p": None} | NOTHING for one in _rows(told["interactions"])]
    return bare


NOTHING: Json = {"table": [], "contrasts": []}


def _element(one: Json) -> Json:
    kept = COUNTED | {"measure"} if one["status"] == "anchored" else COUNTED
    return {name: value if name in kept else None for name, value in one.items()}


def _agreement(found: object) -> Json:
    """How often raters agreed is counted; how often they were expected to is not known."""
    counted = dict(_items(found))
    elements = [{**one, "expected": None} for one in _rows(counted["elements"])]
    return counted | {"expected": None, "kappa": None, "elements": elements}


def _bare(value: object) -> object:
    if isinstance(value, Mapping):
        return {name: one if name in COUNTED else _bare(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_bare(one) for one in value]
    return None


def _rows(found: object) -> list[Json]:
    return list(found) if isinstance(found, list) else []


def _items(found: object) -> list[tuple[str, object]]:
    return list(found.items()) if isinstance(found, Mapping) else []
