"""`--plot` of impact, effect and survival: each design has its picture, whose title says what may be said."""

import csv
import random
import re
from pathlib import Path

import pytest

from hengcai.cli.program import run
from tests.docs.pages import ROOT
from tests.measurement.plots.drawn import check, count, said

EXAMPLES = ROOT / "docs" / "examples" / "en"


@pytest.fixture(autouse=True)
def _in_english(monkeypatch, tmp_path):
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)


def put(rows, *columns):
    with Path("t.csv").open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([columns, *rows])


def picture(capsys, words, file="t.csv"):
    kind, *roles = words.split()
    assert run(["measure", kind, str(file), *roles, "--plot", "p.svg"]) == 0
    assert capsys.readouterr().err == "written to p.svg.\n"
    return check(re.sub(r'<rect class="c-paper"[^>]*/>', "", Path("p.svg").read_text("utf-8").split("\n", 1)[1]))


def title(root):
    return root[0].text


def hired(of_old, of_young):
    put(
        [[n, "old", n < of_old] for n in range(60)] + [[n, "young", n < of_young] for n in range(90)], "id", "age", "in"
    )
    return "impact --group age --selected in"


@pytest.mark.parametrize(
    ("old", "told"),
    [
        (6, "old: selection rate definitely below four fifths of that of young"),
        (22, "old: below four fifths of young, but not definitely"),
        (29, "No group is below four fifths of young"),
    ],
)
def test_ratios_say_how_certain_they_are(capsys, old, told):
    root = picture(capsys, hired(old, 45))
    assert title(root) == told
    assert {"old", "4/5", "1"} <= set(said(root))


def test_a_question_that_is_harder_for_one_site_is_named(capsys):
    words = "impact --group site --person agent --item question --score right"
    root = picture(capsys, words, EXAMPLES / "answers.csv")
    assert title(root) == "Among people with the same total, these items differ strongly: q07"
    assert {"q01", "q10", "at the same total: Xi’an minus Chengdu"} <= set(said(root))


def test_items_of_several_groups_bear_both_names(capsys):
    draw = random.Random(4)
    rows = [
        [n, "abc"[n % 3], item, int(draw.random() < 0.3 + 0.08 * item)]
        for n in range(180) for item in range(5)
    ]  # fmt: skip
    put(rows, "agent", "site", "item", "right")
    root = picture(capsys, "impact --group site --person agent --item item --score right")
    assert {"0 · b", "0 · c"} <= set(said(root)) or {"0 · a", "0 · c"} <= set(said(root)) or "0 · a" in said(root)
    assert "None of 10 items clearly favours a group" in title(root) or "differ strongly" in title(root)


def test_the_jump_at_the_line_is_drawn_with_both_lines(capsys):
    root = picture(capsys, "effect --outcome after --running before --cut 3.5", EXAMPLES / "course.csv")
    assert title(root).startswith("Higher by +0.")
    assert {"below 3.5", "3.5 and over", "trained", "not trained", "before", "after"} <= set(said(root))
    assert (sum("polyline" in node.tag for node in root.iter()), count(root, "p-jump")) == (2, 1)


def test_who_was_trained_in_fact_is_drawn_as_trained(capsys):
    draw = random.Random(1)
    rows = [
        [round(x, 3), round(x + draw.gauss(0, 0.2), 3), int(x < 3.5 or n % 9 == 0)]
        for n, x in enumerate(draw.gauss(3.5, 0.4) for _ in range(120))
    ]
    put([*rows, [3.2, "", 1]], "before", "after", "took")
    root = picture(capsys, "effect --outcome after --running before --cut 3.5 --treated took")
    assert count(root, "hc-improve") > 50


def test_too_few_people_by_the_line_have_points_but_no_lines(capsys):
    put([[n / 10, n / 10 + (n % 3) / 5] for n in range(30, 42)], "before", "after")
    root = picture(capsys, "effect --outcome after --running before --cut 3.5")
    assert title(root) == "Cannot tell yet: too little data"
    assert not any("polyline" in node.tag for node in root.iter())


def test_the_estimate_to_go_by_stands_above_the_simpler_ones(capsys):
    words = "effect --outcome after --treated trained"
    rows = []
    for more in ("", " --before before", " --before before --reliability 0.75"):
        told = said(picture(capsys, words + more, EXAMPLES / "volunteers.csv"))
        rows.append(
            [
                one
                for one in told
                if one in {"adjusted for measurement error", "compared at the same score before", "plain difference"}
            ]
        )
    assert rows == [
        ["plain difference"],
        ["compared at the same score before", "plain difference"],
        ["adjusted for measurement error", "compared at the same score before", "plain difference"],
    ]
    assert title(picture(capsys, words + more, EXAMPLES / "volunteers.csv")).startswith("Cannot tell yet: +0.12")


def test_effects_by_time_since_the_training(capsys):
    words = "effect --outcome score --unit agent --period month --first first"
    root = picture(capsys, words, EXAMPLES / "months.csv")
    assert title(root).startswith("Higher by +0.28")
    assert {"−1", "0", "+5", "training", "periods since the training"} <= set(said(root))


def test_curves_of_staying_by_group_say_whether_they_differ(capsys):
    root = picture(capsys, "survival --time days --event left --group shift", EXAMPLES / "tenure.csv")
    assert title(root) == "night, day: length of stay differs (p = 0.001)"
    assert {"night", "day", "60", "90"} <= set(said(root))


@pytest.mark.parametrize(("left", "told"), [(12, "half stayed until 7"), (3, "fewer than half have left")])
def test_one_curve_for_all_names_its_median(capsys, left, told):
    put([[n + 1, int(n < left)] for n in range(13)], "days", "left")
    root = picture(capsys, "survival --time days --event left")
    assert told in title(root)
    assert "all" in said(root)


def test_groups_that_cannot_be_told_apart_are_said_so(capsys):
    put([[5 + n % 7, n % 2, "ab"[n // 2 % 2]] for n in range(40)], "days", "left", "shift")
    assert "no difference in length of stay" in title(
        picture(capsys, "survival --time days --event left --group shift")
    )


def test_a_difference_before_the_training_is_a_warning_in_the_output_and_under_the_picture(capsys):
    words = "effect --outcome score --unit agent --period month --first first"
    drawn = picture(capsys, words, EXAMPLES / "months.csv")
    assert "Caution: there was already a difference in period -1, before the training." in " ".join(said(drawn))
    assert run(["measure", "effect", str(EXAMPLES / "months.csv"), *words.split()[1:]]) == 0
    out = capsys.readouterr().out
    assert "verdict finding: higher" in out
    assert "changed_before:1 — caution: there was already a difference in period 1, before the training" in out


def test_a_tiny_p_of_a_title_is_below_a_thousandth(capsys):
    rows = [(group, day + 1, 1) for group, days in (("a", 20), ("b", 200)) for day in range(days - 20, days)]
    put(rows, "group", "days", "left")
    assert "(p < 0.001)" in " ".join(said(picture(capsys, "survival --time days --event left --group group")))
