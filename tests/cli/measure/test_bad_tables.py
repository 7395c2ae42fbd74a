"""Tables that cannot answer, through every measuring command: a refusal in words, or an answer with its cautions."""

import csv
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from hengcai.cli.measure import command
from hengcai.cli.program import run
from hengcai.measurement.errors import TooLittleData

COMMANDS = {
    "agreement": ["--unit", "contact,item", "--rater", "rater", "--score", "score"],
    "by_item": ["--unit", "contact", "--rater", "rater", "--score", "score", "--item", "item"],
    "generalizability": ["--object", "agent", "--facets", "rater,item", "--score", "score"],
    "facets": ["--object", "agent", "--facets", "rater,item", "--score", "score", "--contact", "contact"],
    "marginal": ["--object", "agent", "--facets", "rater,item", "--score", "score", "--method", "mml"],
    "scores": ["--agent", "agent", "--rater", "rater", "--contact", "contact", "--score", "score", "--item", "item"],
    "estimate": ["--by", "agent", "--auto", "score", "--human", "human"],
}
KINDS = {"by_item": "agreement", "marginal": "facets"}
NAMES = ("agent", "rater", "contact", "item", "score", "human", "weight")


def rows(agents=4, raters=2, items=2, contacts=2):
    """Everybody meets everybody; scores from 1 to 5 without a pattern."""
    return [
        [
            f"a{a}",
            f"r{r}",
            f"c{a}-{c}",
            f"i{i}",
            1 + (3 * a + 2 * r + 5 * c + 7 * i + a * c * i) % 5,
            1 + (a + c) % 5,
            1,
        ]
        for a in range(agents)
        for r in range(raters)
        for c in range(contacts)
        for i in range(items)
    ]


def constant():
    return [[*row[:4], 3, 3, 1] for row in rows()]


def one_rater():
    return rows(raters=1)


def no_overlap():
    return [row for row in rows() if row[1] == f"r{int(row[0][1:]) % 2}"]


def only_top():
    return [[*row[:4], 5 if row[0] == "a0" else row[4], row[5], 1] for row in rows()]


def everybody_extreme():
    return [[*row[:4], 5 if row[0] in ("a0", "a1") else 1, row[5], 1] for row in rows()]


def text():
    found = rows()
    found[5][4] = "good"
    return found


def empty_scores():
    return [[*row[:4], "", "", 1] for row in rows()]


def one_row():
    return rows()[:1]


def no_rows():
    return []


TABLES = {make.__name__: make for make in (
    constant, one_rater, no_overlap, only_top, everybody_extreme, text, empty_scores, one_row, no_rows,
)}  # fmt: skip

# what each command says: part of the refusal's sentence, or the cautions that stand somewhere in the answer
ALL_SAME = "all ratings are the same"
TOLD = {
    "constant": {
        "agreement": {"ratings.constant"}, "by_item": {"ratings.constant"}, "generalizability": ALL_SAME,
        "facets": ALL_SAME, "marginal": ALL_SAME, "scores": ALL_SAME, "estimate": {"automated_not_used"},
    },
    "one_rater": {
        "agreement": {"ratings.one_rater", "ratings.no_overlap"}, "by_item": {"ratings.one_rater", "ratings.no_overlap"},
        "generalizability": {"one_level"}, "facets": set(), "marginal": set(), "scores": {"one_rater:no_severity"},
        "estimate": set(),
    },
    "no_overlap": {
        "agreement": {"ratings.no_overlap"}, "by_item": {"ratings.no_overlap"}, "generalizability": set(),
        "facets": {"subsets:2"}, "marginal": {"subsets:2"}, "scores": {"not_linked:nothing_corrected"},
        "estimate": set(),
    },
    "only_top": {
        "agreement": set(), "by_item": set(), "generalizability": set(), "facets": "extreme",
        "marginal": "extreme", "scores": set(), "estimate": set(),
    },
    "everybody_extreme": {
        "agreement": set(), "by_item": set(), "generalizability": set(),
        "facets": "only lowest or only highest scores", "marginal": "only lowest or only highest scores", "scores": set(),
        "estimate": set(),
    },
    "text": dict.fromkeys(COMMANDS, "r.csv, row 7, column “score”: “good” is not a number"),
    "empty_scores": {
        "agreement": "no ratings", "by_item": "no ratings", "generalizability": "0 scores", "facets": "0 ratings",
        "marginal": "0 ratings", "scores": "0 ratings", "estimate": "no automated scores",
    },
    "one_row": {
        "agreement": {"ratings.one_rater"}, "by_item": {"ratings.one_rater"}, "generalizability": "1 scores",
        "facets": "1 ratings", "marginal": "1 ratings", "scores": "1 ratings", "estimate": {"too_few:1"},
    },
    "no_rows": {
        "agreement": "no ratings", "by_item": "no ratings", "generalizability": "0 scores", "facets": "0 ratings",
        "marginal": "0 ratings", "scores": "0 ratings", "estimate": "no automated scores",
    },
}  # fmt: skip


@pytest.fixture(autouse=True)
def _in_english(monkeypatch, tmp_path):
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)


def ended(capsys, name, made, *extra):
    with Path("r.csv").open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([NAMES, *made])
    code = run(["measure", KINDS.get(name, name), "r.csv", *COMMANDS[name], *extra, "--json", "-"])
    out, err = capsys.readouterr()
    return code, out, err


def cautions(found):
    if isinstance(found, dict):
        yield from found.get("cautions", [])
        found = list(found.values())
    if isinstance(found, list):
        for one in found:
            yield from cautions(one)


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_table_that_cannot_answer_says_why(capsys, table, command):
    code, out, err = ended(capsys, command, TABLES[table]())
    wanted = TOLD[table][command]
    if isinstance(wanted, str) and code == 1:
        assert (out, len(err.splitlines())) == ("", 1)
        assert wanted in err
        assert not re.search(r"\?|[a-z]+\.[a-z]+_[a-z]+", err), err
    else:
        assert (code, err) == (0, "")
        found = json.loads(out, parse_constant=pytest.fail)
        assert wanted <= set(cautions(found)) if isinstance(wanted, set) else f'"{wanted}"' in out


@pytest.mark.parametrize("command", ["facets", "marginal"])
@pytest.mark.parametrize(
    ("weight", "line"), [("0", "the weights add up to zero"), ("-1", "cannot be negative"), ("", "missing")]
)
def test_weights_that_weigh_nothing_are_refused(capsys, command, weight, line):
    made = [[*row[:6], weight] for row in rows()]
    code, out, err = ended(capsys, command, made, "--weight", "weight")
    assert (code, out) == (1, "")
    assert line in err


def test_inclusion_probabilities_of_zero_are_refused(capsys):
    made = [[*row[:6], "0"] for row in rows()]
    code, _, err = ended(capsys, "estimate", made, "--inclusion", "weight")
    assert (code, "r.csv, row 2, column “weight”" in err or "above 0" in err) == (1, True)


def test_a_refusal_nobody_has_words_for_is_shown_as_it_is(capsys, monkeypatch):
    def refuses(*_):
        raise TooLittleData("sample.too_few", n=1, needed=2)

    monkeypatch.setitem(command.TASKS, "estimate", replace(command.TASKS["estimate"], work=refuses))
    code, _, err = ended(capsys, "estimate", rows())
    assert (code, err) == (1, "hengcai: r.csv: this cannot be calculated: sample.too_few (n=1, needed=2).\n")
