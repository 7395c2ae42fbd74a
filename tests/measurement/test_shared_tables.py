"""`hengcai measure` on every public rating table: agreement, generalizability, both Rasch fits, fair scores."""

import json
import math
import time
from collections.abc import Iterator

import pytest

from hengcai.cli.program import run
from tests.measurement.shared_ratings import path_of
from tests.measurement.shared_tables import NAMES, TABLES, Shared

MOST_SECONDS = 10


@pytest.fixture(autouse=True)
def _in_english(monkeypatch):
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")


def every(tables: list[Shared]) -> pytest.MarkDecorator:
    marked = [pytest.param(one, id=one.name, marks=[pytest.mark.slow] if one.slow else []) for one in tables]
    return pytest.mark.parametrize("table", marked)


def found(capsys, table: Shared, kind: str, *options: str):
    """The JSON object: no NaN in it, nothing on stderr, done in ten seconds of the processor's time."""
    began = time.process_time()
    code = run(["measure", kind, str(path_of(table.name)), *options, "--json", "-"])
    out, err = capsys.readouterr()
    assert (code, err) == (0, "")
    assert time.process_time() - began < MOST_SECONDS
    return json.loads(out, parse_constant=pytest.fail)


def numbers(value: object) -> Iterator[float]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from numbers(one)
    elif isinstance(value, float):
        yield value


@every([one for one in TABLES if one.alpha is not None])
def test_agreement(capsys, table):
    item = [] if table.item is None else ["--item", table.item]
    options = ["--unit", table.unit, *item, "--rater", "rater", "--score", "score", "--level", table.level]
    options += ["--repeats", "separate"] if table.repeats else []
    told = found(capsys, table, "agreement", *options)
    assert told["krippendorff_alpha"]["estimate"] == pytest.approx(table.alpha, abs=2e-6)
    if table.kappa is not None:
        assert told["cohen_kappa"]["estimate"] == pytest.approx(table.kappa, abs=2e-6)
    if table.icc is not None:
        assert told["icc"]["ICC(2,1)"]["estimate"] == pytest.approx(table.icc, abs=2e-6)
    alpha = told["krippendorff_alpha"]
    assert alpha["low"] < alpha["estimate"] < alpha["high"]
    assert len(told.get("by_item", {})) != 1 or table.item is not None


@every([one for one in TABLES if one.study])
def test_generalizability(capsys, table):
    design = [] if table.design is None else ["--design", table.design]
    options = ["--object", table.person, "--facets", ",".join(table.study), "--score", "score", *design]
    told = found(capsys, table, "generalizability", *options)
    known = {name: one["estimate"] for name, one in told["components"].items() if one["estimate"] is not None}
    assert all(value >= 0 for value in known.values())
    for name, value in table.components.items():
        assert known[name] == pytest.approx(value, rel=2e-3, abs=1e-4)
    assert 0 <= told["absolute"]["estimate"] <= told["relative"]["estimate"] <= 1
    for one in told["components"].values():
        if one["low"] is not None and one["high"] is not None:
            assert one["low"] <= one["estimate"] <= one["high"]


@every([one for one in TABLES if one.fit])
def test_joint_fit(capsys, table):
    told = found(capsys, table, "facets", "--object", table.person, "--facets", ",".join(table.fit), "--score", "score")
    assert told["converged"] is ("not_converged" not in told.get("cautions", []))
    assert all(math.isfinite(value) for value in numbers(told))
    if not told["converged"]:
        assert {one["status"] for rows in told["elements"].values() for one in rows} == {"not_converged"}
        return
    assert sum(one["estimate"] for one in told["thresholds"]) == pytest.approx(0, abs=1e-6)
    for facet in table.fit:
        inside = [one["measure"] for one in told["elements"][facet] if one["status"] == "estimated"]
        assert sum(inside) == pytest.approx(0, abs=1e-6 * max(1, len(inside)))
    n = sum(one["n"] for one in told["elements"][table.person])
    assert n == sum(one["n"] for one in told["elements"][table.fit[0]])
    assert told["agreement"]["opportunities"] >= 0


@every([one for one in TABLES if one.fit])
def test_marginal_fit(capsys, table):
    options = ["--object", table.person, "--facets", ",".join(table.fit), "--score", "score", "--method", "mml"]
    told = found(capsys, table, "facets", *options)
    assert all(math.isfinite(value) for value in numbers(told))
    if table.likelihood is not None:
        assert told["converged"]
        assert told["log_likelihood"] == pytest.approx(table.likelihood, abs=2e-3)
        assert told["population"]["sd"] == pytest.approx(table.spread, abs=2e-4)
    measures = {one["id"]: one["measure"] for one in told["elements"].get("rater", [])}
    for rater, severity in table.severities.items():
        assert measures[rater] == pytest.approx(severity, abs=2e-4)


@every([one for one in TABLES if one.fit and "rater" in one.fit])
def test_fair_scores(capsys, table):
    contact = table.contact or table.person
    options = ["--agent", table.person, "--rater", "rater", "--contact", contact, "--score", "score"]
    told = found(capsys, table, "scores", *options, "--item", "item")
    assert told["linked"]
    assert sum(one["severity"] for one in told["raters"]) == pytest.approx(0, abs=1e-6)
    assert all(one["fair"] is not None for one in told["agents"])
    several = table.contact is not None
    assert (told.get("cautions") == ["too_few_contacts:no_intervals"]) is not several
    assert all((one["low"] is not None) is several for one in told["agents"])


@every(NAMES)
@pytest.mark.parametrize("kind", ["generalizability", "facets"])
def test_names_are_no_scores_and_the_row_says_so(capsys, table, kind):
    options = ["--object", "person", "--facets", "rater", "--score", "score"]
    assert run(["measure", kind, str(path_of(table.name)), *options]) == 1
    assert f"{table.name}.csv.gz, row 2, column “score”" in capsys.readouterr().err


def test_fleiss_kappa_of_1971_from_the_command_line(capsys):
    options = ["--unit", "person", "--rater", "rater", "--score", "score", "--level", "nominal"]
    told = found(capsys, NAMES[0], "agreement", *options)
    assert told["fleiss_kappa"]["estimate"] == pytest.approx(0.430, abs=5e-4)
    assert told["gwet_ac2"]["cautions"] == ["scores.names"]


def test_every_table_is_here():
    folder = path_of("brennan_3_2").parent
    assert {one.name for one in TABLES} == {path.name.split(".")[0] for path in folder.glob("*.csv.gz")} | {"stc3"}
