"""`hengcai measure impact`: selections or items, one JSON object, readable tables, refusals that name the row."""

import csv
from pathlib import Path

import pytest

from hengcai.cli.measure.impact_words import WORDS
from tests.cli.measure import measuring
from tests.measurement.fairness.simulated import answers, ratings

SELECTED = ["--group", "gender", "--selected", "hired"]
ITEMS = ["--group", "site", "--person", "agent", "--item", "item", "--score", "score"]
COLUMNS = ("group", "person", "item", "score")


@pytest.fixture(autouse=True)
def _in_english(monkeypatch, tmp_path):
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)


def put(rows, columns):
    with Path("t.csv").open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([columns, *rows])
    return "t.csv"


def hired(men=(48, 80), women=(30, 80)):
    rows = [[name, int(k < chosen)] for name, (chosen, n) in (("男", men), ("女", women)) for k in range(n)]
    return put(rows, ("gender", "hired"))


def answered(made, *extra):
    names = (*COLUMNS, *extra)
    rows = [list(row) for row in zip(*(getattr(made, name).tolist() for name in names), strict=True)]
    for row in rows:
        row[0] = ("北京", "成都")[row[0]]
    return put(rows, ("site", "agent", "item", "score", *extra))


def told(capsys, *command):
    return measuring.told(capsys, "impact", *command)


def as_json(capsys, *command):
    return measuring.as_json(capsys, "impact", *command)


def test_selections_as_json_and_as_tables(capsys):
    found = as_json(capsys, hired(), *SELECTED)
    assert (found["reference"], found["comparisons"][0]["group"]) == ("男", "女")
    assert found["comparisons"][0]["ratio"]["estimate"] == 0.625
    code, out, err = told(capsys, hired(), *SELECTED)
    assert (code, err) == (0, "")
    assert "[comparisons]" in out
    assert "cannot_tell" in out


def test_a_reference_and_a_confidence(capsys):
    found = as_json(capsys, hired(), *SELECTED, "--reference", "女", "--confidence", "0.5")
    assert (found["reference"], found["comparisons"][0]["verdict"]) == ("女", "not_below")


def test_items_by_matched_people(capsys):
    made = answers(1, persons=400, items=6, shift={2: 1.2})
    found = as_json(capsys, answered(made), *ITEMS, "--match", "rest", "--bins", "4", "--purify")
    assert (found["matching"], found["left_out"]) == ("rest", ["2"])
    assert found["mantel_haenszel"][2]["favours"] == "北京"
    code, out, _ = told(capsys, "t.csv", *ITEMS, "--rasch", "--model", "partial-credit", "--reference", "成都")
    assert (code, "[item_by_group contrasts]" in out, "reference compared with: 成都" in out) == (0, True, True)


def test_raters_by_group(capsys):
    found = as_json(capsys, answered(ratings(1, persons=60), "rater"), *ITEMS, "--rater", "rater")
    assert {"item_by_group", "rater_by_group", "mantel"} <= set(found)


def test_a_given_total(capsys):
    made = answers(2, persons=80, items=2)
    rows = [
        ["ab"[g], p, i, s, p % 3] for g, p, i, s in zip(made.group, made.person, made.item, made.score, strict=True)
    ]
    found = as_json(capsys, put(rows, ("site", "agent", "item", "score", "mark")), *ITEMS, "--total", "mark")
    assert found["matching"] == "given"


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        (
            [["男", "1"], ["女", "maybe"]],
            "t.csv, row 3, column “hired”: “maybe” does not say whether the person was selected.",
        ),
        ([["男", "0"], ["女", "0"]], "t.csv, column “hired”: none of the 2 people was selected"),
        ([["男", "1"], ["男", "0"]], "t.csv, column “gender”: there is only one group to compare (男)"),
        ([["男", "1"], ["女", ""]], "t.csv, column “gender”: there is only one group to compare (男)"),
        ([["男", ""], ["女", ""]], "t.csv, column “hired”: no selection decisions have been made yet."),
        ([], "t.csv, column “hired”: no selection decisions have been made yet."),
        ([["男", "1"], [" ", "0"]], "t.csv, row 3, column “gender”: "),
    ],
)
def test_bad_selections_are_refused_in_one_line(capsys, rows, line):
    code, out, err = told(capsys, put(rows, ("gender", "hired")), *SELECTED)
    assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert line in err


@pytest.mark.parametrize(
    ("rows", "extra", "line"),
    [
        ([["n", "li", "a", "good"]], [], "t.csv, row 2, column “score”: “good” is not a number."),
        ([["n", "li", "a", 1], ["s", "li", "b", 1]], [], "t.csv, row 3, column “site”: the same person is in two"),
        (
            [["n", "li", "a", 1], ["s", "wu", "a", 1], ["s", "wu", "a", 0]],
            [],
            "t.csv, row 4, column “item”: the same person and item",
        ),
        ([["n", "li", "a", 1], ["s", "wu", "a", 0]], [], "t.csv: there is only one item"),
        ([["n", "li", "a", 1], ["s", "wu", "b", 0]], [], "t.csv: none of the 2 people has a total"),
        ([["n", "li", "a", 1], ["s", "wu", "b", 0]], ["--bins", "1"], "t.csv: at least two bins are needed, not 1."),
        (
            [["n", "li", "a", 1], ["s", "wu", "b", 0]],
            ["--reference", "x"],
            "t.csv, column “site”: there is no group “x”",
        ),
        ([["n", "li", "a", 1], ["s", "wu", "b", 0]], ["--confidence", "2"], "t.csv: --confidence must be between"),
        ([["n", "li", "a", ""]], [], "t.csv, column “score”: the table contains no ratings."),
    ],
)
def test_bad_answers_are_refused_in_one_line(capsys, rows, extra, line):
    code, out, err = told(capsys, put(rows, ("site", "agent", "item", "score")), *ITEMS, *extra)
    assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert line in err


@pytest.mark.parametrize(
    "options",
    [
        ["--group", "gender"],
        ["--group", "gender", "--item", "item", "--score", "score"],
        [*SELECTED, "--item", "item"],
        [*SELECTED, "--purify"],
        [*ITEMS, "--total", "mark", "--match", "rest"],
        ["--selected", "hired"],
        [*ITEMS, "--match", "moon"],
    ],
)
def test_options_that_do_not_go_together_end_with_2(capsys, options):
    code, out, err = told(capsys, "t.csv", *options)
    assert (code, out) == (2, "")
    assert "usage: hengcai measure impact" in err


def test_help_shows_both_tasks_by_example(capsys):
    code, out, _ = told(capsys, "--help")
    assert code == 0
    assert "hengcai measure impact hired.csv --group gender --selected hired" in out
    assert "--group site --person agent --item item --score score --rater rater" in out


def test_every_sentence_stands_in_both_languages():
    assert all(set(texts) == {"zh", "en"} and all(texts.values()) for texts in WORDS.values())
