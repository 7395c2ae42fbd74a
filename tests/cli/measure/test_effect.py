"""`hengcai measure effect` and `survival`: designs chosen by options, one JSON object, refusals in one line."""

import csv
import re
import sys
from pathlib import Path

import pytest

from hengcai.base.say import knows
from tests.cli.measure.measuring import as_json, told
from tests.measurement.effects import made
from tests.measurement.shared_workforce import workforce_path

SOURCES = Path(__file__).resolve().parents[3] / "hengcai" / "measurement"
STARTS = ["--outcome", "outcome", "--unit", "unit", "--period", "period", "--first", "first"]
TEAMS = ["--outcome", "y", "--treated", "treated"]
CUT = ["--outcome", "y", "--running", "x", "--cut", "0"]
# said by the options themselves, or turned into a caution
UNSAID = {"effect.no_score_before", "effect.unknown_controls", "survival.groups_not_side_by_side"}


@pytest.fixture(autouse=True)
def _in_english(monkeypatch, tmp_path):
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)


def put(columns, name="t.csv"):
    with Path(name).open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([list(columns), *zip(*columns.values(), strict=True)])
    return name


def test_the_randomised_trial_of_lalonde(capsys):
    table = str(workforce_path("nsw_job_training"))
    found = as_json(capsys, "effect", table, "--outcome", "re78", "--treated", "treat")
    assert (found["design"], found["verdict"]) == ("comparison", "higher")
    assert found["effect"]["estimate"] == pytest.approx(1794.342, abs=0.001)
    assert found["groups"]["treated"]["n"] == 185


def test_people_in_teams_with_a_score_before(capsys):
    put(made.teams())
    more = ["--before", "before", "--cluster", "team"]
    assert as_json(capsys, "effect", "t.csv", *TEAMS, *more)["cautions"] == ["before_taken_as_exact"]
    by_share = as_json(capsys, "effect", "t.csv", *TEAMS, *more, "--reliability", "0.8")
    by_variance = as_json(capsys, "effect", "t.csv", *TEAMS, *more, "--error-variance", "0.05")
    assert "as_measured" in by_share
    assert by_variance["effect"]["estimate"] != pytest.approx(by_share["effect"]["estimate"])


def test_a_cut_as_json_and_as_tables(capsys):
    put(made.near_a_cut())
    found = as_json(capsys, "effect", "t.csv", *CUT, "--bandwidth", "0.5")
    assert (found["design"], found["effect"]["estimate"]) == ("discontinuity", pytest.approx(0.32120532))
    assert "take_up" in as_json(capsys, "effect", "t.csv", *CUT, "--treated", "trained", "--cluster", "team")
    code, out, _ = told(capsys, "effect", "t.csv", *CUT, "--bandwidth", "0.01")
    assert (code, "verdict finding: cannot_tell" in out) == (0, True)
    assert re.search(r"reasons why: too_few_below:\d too_few_above:\d", out)


def test_staggered_starts(capsys):
    put(made.panel())
    found = as_json(capsys, "effect", "t.csv", *STARTS)
    assert (found["design"], found["effect"]["estimate"]) == ("staggered", pytest.approx(1.24609375))
    never = as_json(capsys, "effect", "t.csv", *STARTS, "--controls", "never")
    assert never["effect"]["estimate"] == pytest.approx(1.3046875)


KEYS = {"at_risk", "log_rank", "n_left"}  # of the report, in a line that names a caution
STARTERS = {
    "en": {
        0: "all 40 people were trained in the first period (0) or earlier",
        3: "all 40 people were trained in the same period (3)",
        "": "none of the 40 people was trained",
    },
    "zh-hans": {
        0: "40 个人在第一期（0）或更早就都参训了",
        3: "40 个人都在同一期（3）参训",
        "": "40 人里没有一个参训",
    },
}


@pytest.mark.parametrize(
    ("language", "first"), [(tongue, first) for tongue, told in STARTERS.items() for first in told]
)
def test_starts_that_leave_nothing_to_compare_are_said_in_words(capsys, monkeypatch, language, first):
    monkeypatch.setenv("HENGCAI_LANGUAGE", language)
    rows = made.panel()
    put(rows | {"first": [first] * len(rows["unit"])})
    code, _, err = told(capsys, "effect", "t.csv", *STARTS)
    assert (code, STARTERS[language][first] in err) == (1, True)


def test_cautions_of_starts_stand_in_words_below_the_tables(capsys):
    rows = made.panel(never=False)
    put(rows | {"first": [0 if unit < 3 else one for unit, one in zip(rows["unit"], rows["first"], strict=True)]})
    _, out, _ = told(capsys, "effect", "t.csv", *STARTS)
    assert "trained_from_the_start:3 — 3 people were trained in the first period or earlier" in out
    assert "last_start_only_compared:5 — everyone was trained in the end: the last group (5)" in out


def test_attrition(capsys):
    table = str(workforce_path("ibm_attrition_fictional"))
    roles = ["--time", "YearsAtCompany", "--event", "Attrition"]
    found = as_json(
        capsys, "survival", table, *roles, "--group", "OverTime", "--covariates", "Age,OverTime", "--at", "1,5,10"
    )
    assert (found["n"], found["n_left"], list(found["by_group"])) == (1470, 237, ["Yes", "No"])
    assert [moment["time"] for moment in found["overall"]["at"]] == [1, 5, 10]
    assert found["overall"]["at"][1]["survival"]["estimate"] == pytest.approx(0.8729, abs=5e-5)
    assert found["log_rank"]["statistic"] == pytest.approx(81.707, abs=1e-3)
    ratios = [ratio["hazard_ratio"]["estimate"] for ratio in found["hazards"]["ratios"]]
    assert ratios == pytest.approx([0.9115, 3.2059], abs=5e-5)


@pytest.mark.parametrize(
    ("options", "line"),
    [
        ([], "say what to compare"),
        (["--before", "before"], "scores before and after alone prove nothing"),
        ([*TEAMS[2:], "--reliability", "0.8"], "use them together with --before"),
        ([*TEAMS[2:], "--before", "before", "--reliability", ".8", "--error-variance", "1"], "not both"),
        (["--running", "x"], "both --running and --cut"),
        (["--cut", "0", "--bandwidth", "1"], "both --running and --cut"),
        (["--running", "x", "--cut", "0", "--before", "b"], "cannot be used with a cut"),
        (["--unit", "u", "--period", "p"], "are all required"),
        (["--controls", "never", *TEAMS[2:]], "are all required"),
        (
            ["--unit", "u", "--period", "p", "--first", "f", "--treated", "t"],
            "options of the other designs cannot be combined",
        ),
    ],
)
def test_options_that_do_not_go_together_are_wrong_usage(capsys, options, line):
    code, out, err = told(capsys, "effect", "absent.csv", "--outcome", "y", *options)
    assert (code, out) == (2, "")
    assert line in err.splitlines()[-1]


@pytest.mark.parametrize("options", [["--treated", "t"], ["--outcome", "y", "--cut", "low"]])
def test_what_argparse_sees_is_wrong_usage_too(capsys, options):
    assert told(capsys, "effect", "t.csv", *options)[0] == 2
    assert told(capsys, "survival", "t.csv", "--time", "days")[0] == 2
    assert told(capsys, "survival", "t.csv", "--time", "d", "--event", "e", "--at", "x")[0] == 2


@pytest.mark.parametrize(
    ("treated", "line"),
    [
        ([0, 0, 0, 0], "t.csv, column “treated”: none of the 4 people was trained"),
        ([1, 1, 1, 1], "A before-and-after difference is never shown alone"),
        ([1, 1, "perhaps", 0], "t.csv, row 4, column “treated”: “perhaps” is neither yes nor no"),
        ([1, 1, "", 0], "t.csv, row 4, column “treated”: a number is missing here."),
    ],
)
def test_refusals_end_with_1_and_one_line(capsys, treated, line):
    put({"y": [1, 2, 3, 5], "treated": treated, "team": ["A"] * 4})
    code, out, err = told(capsys, "effect", "t.csv", *TEAMS)
    assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert line in err


def test_bad_numbers_and_lone_teams_are_told_by_place(capsys):
    put({"y": [1, 2, "good", 5], "treated": [1, 1, 0, 0], "team": ["A"] * 4})
    assert "row 4, column “y”: “good” is not a number." in told(capsys, "effect", "t.csv", *TEAMS)[2]
    put({"y": [1, 2, 3, 5], "treated": [1, 1, 0, 0], "team": ["A"] * 4})
    assert "everyone is in one team" in told(capsys, "effect", "t.csv", *TEAMS, "--cluster", "team")[2]
    put({"y": [2, 2, 2, 2], "treated": [1, 1, 0, 0], "team": list("ABCD")})
    assert "the outcome is 2.0 for everyone" in told(capsys, "effect", "t.csv", *TEAMS)[2]


def test_attrition_is_refused_where_nobody_left_or_a_word_stands(capsys):
    put({"days": [3, 4, 5], "left": [0, 0, 0], "post": ["a", "b", "c"]})
    roles = ["--time", "days", "--event", "left"]
    assert told(capsys, "survival", "t.csv", *roles)[::2] == (
        1, "hengcai: t.csv, column “left”: none of the 3 people has left, so there is no curve to draw.\n",
    )  # fmt: skip
    put({"days": [3, 4, 5], "left": [1, 0, 1], "post": ["a", "b", "c"]})
    code, _, err = told(capsys, "survival", "t.csv", *roles, "--covariates", "post")
    assert (code, "column “post”: “a” is not a number." in err) == (1, True)


@pytest.mark.parametrize(("language", "line"), [("en", "Run: pip install"), ("zh-hans", "请运行：pip install")])
def test_without_lifelines_one_line_says_how_to_install_it(capsys, monkeypatch, language, line):
    monkeypatch.setenv("HENGCAI_LANGUAGE", language)
    monkeypatch.setitem(sys.modules, "lifelines", None)
    put({"days": [3, 4, 5], "left": [1, 0, 1]})
    code, out, err = told(capsys, "survival", "t.csv", "--time", "days", "--event", "left")
    assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert line in err


@pytest.mark.parametrize("kind", ["effect", "survival"])
def test_help_shows_examples(capsys, kind):
    code, out, _ = told(capsys, kind, "--help")
    assert code == 0
    assert out.count(f"hengcai measure {kind}") >= 2


def test_every_caution_and_reason_of_the_library_has_its_words():
    paths = [path for part in ("effects", "survival") for path in (SOURCES / part).glob("*.py")]
    told_of = re.compile(r"_?caution|reason|unknown\(|few|left|doubts|Verdict|lost|unseen|late|last")
    found = {
        code
        for path in [*paths, SOURCES / "reports" / "effect.py", SOURCES / "reports" / "survival.py"]
        for line in path.read_text("utf-8").splitlines()
        if told_of.search(line)
        for code in re.findall(r"\"([a-z]+(?:_[a-z]+)+)(?::\{[^\"]*)?\"", line)
    }
    assert len(found) > 20
    assert [code for code in sorted(found - KEYS) if not knows(f"measure.caution.{code}")] == []


def test_every_refusal_of_the_library_has_its_sentence():
    paths = [path for part in ("effects", "survival") for path in (SOURCES / part).glob("*.py")]
    raised = {
        code
        for path in [*paths, SOURCES / "flags.py"]
        for code in re.findall(r"\"((?:effect|discontinuity|panel|survival|value)\.[a-z_]+)\"", path.read_text("utf-8"))
    }
    assert len(raised) > 25
    assert [code for code in sorted(raised - UNSAID) if not knows(f"measure.{code}")] == []
