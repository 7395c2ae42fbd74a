"""No figure changes when the rows of a table stand in another order."""

import numpy as np
import pytest

from hengcai.measurement.agreement.summary import Options
from hengcai.measurement.reports.agreement import AgreementRoles, agreement
from hengcai.measurement.reports.facets import FacetsRoles, facets
from hengcai.measurement.reports.generalizability import StudyRoles, generalizability
from hengcai.measurement.reports.ratings import ScoresRoles, scores

DRAW = np.random.default_rng(4)


def rated(contacts=80, raters=3, items=3, *, places=0):
    contact, rater, item = (part.ravel() for part in np.indices((contacts, raters, items)))
    level = (
        DRAW.normal(3, 1, contacts)[contact] + DRAW.normal(0, 0.4, raters)[rater] + DRAW.normal(0, 0.7, contact.size)
    )
    score = np.clip(level.round(places), 1, 5)
    names = {"contact": [f"c{one}" for one in contact], "rater": [f"r{one}" for one in rater]}
    return {**names, "item": [f"i{one}" for one in item], "agent": [f"a{one // 4}" for one in contact], "score": score}


def shuffled(columns):
    order = np.random.default_rng(9).permutation(len(columns["score"]))
    return {name: [column[place] for place in order] for name, column in columns.items()}


def figures(told, path=""):
    """Every number by its path; lists of elements by their ids."""
    if isinstance(told, dict):
        return {where: one for name, value in told.items() for where, one in figures(value, f"{path}/{name}").items()}
    if isinstance(told, list):
        named = {
            str(one["id"]) if isinstance(one, dict) and "id" in one else str(at): one for at, one in enumerate(told)
        }
        return figures(named, path)
    return {path: told} if isinstance(told, int | float) else {}


COMMANDS = {
    "agreement": lambda table: agreement(table, roles=AgreementRoles("contact", "rater", "score"), options=Options()),
    "agreement by item": lambda table: agreement(table, roles=AgreementRoles("contact", "rater", "score", "item")),
    "generalizability": lambda table: generalizability(table, roles=StudyRoles("contact", ("rater",), "score")),
    "facets": lambda table: {**facets(table, roles=FacetsRoles("agent", ("rater", "item"), "score")), "unexpected": []},
    "scores": lambda table: scores(table, roles=ScoresRoles("agent", "rater", "contact", "score", "item")),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_the_order_of_rows_changes_nothing(command):
    table = rated(items=1) if command == "agreement" else rated()
    told, again = (figures(COMMANDS[command](one)) for one in (table, shuffled(table)))
    assert told == pytest.approx(again, rel=1e-5, abs=1e-6, nan_ok=True)
    assert len(told) > 10


def test_draws_from_many_different_scores_do_not_change_with_the_order_of_rows():
    table = rated(items=1, places=2)
    roles = AgreementRoles("contact", "rater", "score")
    told, again = (agreement(one, roles=roles)["krippendorff_alpha"] for one in (table, shuffled(table)))
    assert (told["low"], told["se"]) == pytest.approx((again["low"], again["se"]))
