"""`hengcai measure … --plot`: one picture beside the result, refused before anything is written."""

import argparse
import csv
import random
import re
from pathlib import Path

import pytest

from hengcai.cli.measure import arguments, plots
from hengcai.cli.program import run
from tests.measurement.facets.simulated import ratings
from tests.measurement.plots.drawn import check, count, said

COLUMNS = ("agent", "rater", "item", "contact", "score")
ROLES = {
    "agreement": ["--unit", "contact", "--rater", "rater", "--score", "score", "--item", "item"],
    "generalizability": ["--object", "agent", "--facets", "rater,item", "--score", "score"],
    "facets": ["--object", "agent", "--facets", "rater,item", "--score", "score"],
    "scores": ["--agent", "agent", "--rater", "rater", "--contact", "contact", "--score", "score"],
    "estimate": ["--by", "agent", "--auto", "machine", "--human", "person"],
}


@pytest.fixture(autouse=True)
def _in_english(monkeypatch, tmp_path):
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)


def put(rows, columns=COLUMNS):
    with Path("r.csv").open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([columns, *rows])


def rated(**size):
    made = ratings(4, **{"agents": 20, "calls": 4, **size})
    return [list(row) for row in zip(*(getattr(made, name).tolist() for name in COLUMNS), strict=True)]


def crossed():
    draw = random.Random(5)
    return [
        [agent, rater, item, agent, min(5, max(1, agent % 3 + item + draw.randint(0, 1 + item)))]
        for agent in range(12) for rater in range(3) for item in range(3)
    ]  # fmt: skip


def picture(capsys, kind, *more):
    code = run(["measure", kind, "r.csv", *ROLES[kind], *more, "--plot", "p.svg"])
    captured = capsys.readouterr()
    assert (code, captured.err) == (0, "written to p.svg.\n")
    head, drawing = Path("p.svg").read_text("utf-8").split("\n", 1)
    assert head.startswith("<?xml")
    return check(re.sub(r'<rect class="c-paper"[^>]*/>', "", drawing)), captured.out


def title(root):
    return root[0].text


def refused(capsys, kind, *more):
    code = run(["measure", kind, "r.csv", *ROLES[kind], *more])
    captured = capsys.readouterr()
    assert (code, captured.out) == (1, "")
    assert not Path("p.svg").exists()
    return captured.err


def test_items_are_drawn_by_agreement_and_named_where_they_fall_short(capsys):
    put(crossed())
    root, out = picture(capsys, "agreement")
    assert "[by_item 0]" in out
    assert {"0", "1", "2", "0.667: tentative conclusions"} <= set(said(root))
    assert "of 3 items" in title(root)


def test_the_title_says_when_nothing_is_certain_or_nothing_amiss(capsys):
    put([[a, r, i, a, a % 5 + 1] for a in range(10) for r in range(3) for i in range(2)])
    assert title(picture(capsys, "agreement")[0]) == "All 2 items reach 0.667"
    put(
        [[a, r, 0, a, score] for a, pair in enumerate([(1, 3), (2, 2), (4, 3), (5, 4)]) for r, score in enumerate(pair)]
    )
    assert "none of them definitely" in title(picture(capsys, "agreement")[0])


def test_more_than_sixty_rows_are_said_to_be_left_out(capsys):
    put([[a, r, i, a, (a + (r * i) % 3) % 5 + 1] for a in range(4) for r in range(2) for i in range(64)])
    root, _ = picture(capsys, "agreement")
    assert "The first 60 rows; 4 more are in the table." in said(root)


def test_a_decision_study_says_what_is_enough_or_that_nothing_is(capsys):
    put(crossed())
    root, _ = picture(capsys, "generalizability")
    assert "Φ reaches 0.8 with" in title(root) or "None of these designs" in title(root)
    assert {"1 × item", "4 × item", "number: rater"} <= set(said(root))


@pytest.mark.parametrize(("noise", "told"), [(1, "Φ reaches 0.8 with 1 × rater"), (40, "None of these designs")])
def test_one_facet_alone_has_one_curve(capsys, noise, told):
    draw = random.Random(2)
    put([[a, r, 0, a, 10 * a + draw.gauss(0, noise)] for a in range(8) for r in range(4)])
    roles = ["--object", "agent", "--facets", "rater", "--score", "score", "--plot", "p.svg"]
    assert run(["measure", "generalizability", "r.csv", *roles]) == 0
    assert told in Path("p.svg").read_text("utf-8")


def test_the_map_stacks_agents_and_names_raters_with_half_points(capsys):
    put(rated())
    root, _ = picture(capsys, "facets")
    assert title(root).startswith("rater: from 0 (")
    assert {"1.5", "4.5", "expected", "agent", "rater", "item"} <= set(said(root))
    root, _ = picture(capsys, "facets", "--model", "partial-credit")
    assert "1.5" not in said(root)


def test_a_facet_without_a_single_measure_is_only_named():
    elements = {"agent": [{"id": "li", "measure": 0.2}], "rater": [{"id": "chen", "measure": None}]}
    chosen = argparse.Namespace(object="agent", model="partial-credit")
    root = check(plots.PICTURES["facets"]["map"]({"elements": elements}, chosen))
    assert title(root) == "rater"


def test_categories_are_drawn_for_one_scale_only(capsys):
    put(rated())
    root, _ = picture(capsys, "facets", "--picture", "categories")
    assert title(root) == "Each of the 5 categories is used"
    Path("p.svg").unlink()
    more = ["--picture", "categories", "--model", "partial-credit", "--plot", "p.svg"]
    assert "use --model rating-scale" in refused(capsys, "facets", *more)


def test_hidden_categories_are_named(capsys):
    rows = rated(agents=60)
    put([[*row[:4], row[4] if row[4] != 3 or place % 12 == 0 else 4] for place, row in enumerate(rows)])
    root, _ = picture(capsys, "facets", "--picture", "categories")
    assert title(root) == "1 of 5 categories are never the most likely: 3"


def test_fair_scores_have_a_ring_for_the_raw_average(capsys):
    put(rated())
    root, _ = picture(capsys, "scores", "--cuts", "2.5,3.5")
    assert "of 20 are below 2.5 with near certainty" in title(root)
    assert (count(root, "c-ghost"), count(root, "c-dash")) == (21, 2)
    assert title(picture(capsys, "scores")[0]) == "Fair scores of 20 people"
    assert title(picture(capsys, "scores", "--cuts", "0.5")[0]) == "None of 20 is below 0.5 with near certainty"


def test_severities_are_drawn_with_who_differs(capsys):
    put(rated(agents=60))
    root, _ = picture(capsys, "scores", "--picture", "severity")
    assert "of 5 analysts differ significantly from the mean" in title(root)
    put(
        [
            [a, r, i, f"{a}-{c}", 3 + (a * 7 + c * 3 + i + r) % 3]
            for a in range(9)
            for c in range(2)
            for r in range(2)
            for i in range(2)
        ]
    )
    assert title(picture(capsys, "scores", "--picture", "severity")[0]).startswith("No difference in severity")


def test_an_unlinked_centre_shows_raw_averages_and_unknown_severities(capsys):
    put([[a, "zhao" if a < "10" else "qian", i, c, s] for a, _, i, c, s in ((f"{r[0]:02}", *r[1:]) for r in rated())])
    root, _ = picture(capsys, "scores")
    assert "not linked" in title(root)
    assert (count(root, "c-ci"), count(root, "c-dot")) == (1, 21)
    root, _ = picture(capsys, "scores", "--picture", "severity")
    assert said(root).count("cannot be calculated") == 2


def test_widths_stand_with_the_overall_mean_first(capsys):
    draw = random.Random(3)
    rows = [
        [f"a{n % 4}", m, round(m + draw.gauss(0, 0.3), 2) if n < 24 else ""]
        for n in range(200)
        for m in [draw.gauss(3.5, 1)]
    ]
    put(rows, columns=("agent", "machine", "person"))
    root, _ = picture(capsys, "estimate")
    assert "% as wide" in title(root)
    assert [word for word in said(root) if word in {"overall", "a0", "a3"}] == ["overall", "a0", "a3"]
    put([["li", 3, 4], ["li", 4, ""]], columns=("agent", "machine", "person"))
    Path("p.svg").unlink()
    assert "no figure could be calculated" in refused(capsys, "estimate", "--plot", "p.svg")


def test_what_cannot_be_drawn_is_refused_before_anything_is_written(capsys):
    put([row for row in crossed() if row[2] == 0])
    code = run(["measure", "agreement", "r.csv", *ROLES["agreement"][:6], "--plot", "p.svg"])
    captured = capsys.readouterr()
    assert (code, captured.out, "add --item" in captured.err) == (1, "", True)
    assert "not the name of an .svg file" in refused(capsys, "agreement", "--plot", "p.png")


def test_a_picture_can_be_chosen_where_there_are_several():
    several = {kind: tuple(known) for kind, known in plots.PICTURES.items() if len(known) > 1}
    assert several == arguments.PICTURES
