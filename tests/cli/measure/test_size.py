"""`hengcai measure size` against published tables and sums done by hand."""

import json

import pytest

from hengcai.measurement.errors import NotATable, NothingVaries, TooLittleData
from hengcai.measurement.reports.size import Wanted, for_mean_of
from hengcai.measurement.sampling.spread import contact_spread
from tests.cli.measure.measuring import as_json, told


@pytest.fixture(autouse=True)
def _in_english(monkeypatch, tmp_path):
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(("population", "needed"), [(100, 80), (1_000, 278), (5_000, 357), (1_000_000, 384)])
def test_a_share_to_five_points_needs_what_krejcie_and_morgan_print(capsys, population, needed):
    found = as_json(capsys, "size", "--within", "0.05", "--share", "0.5", "--of", str(population))
    assert found == {"needed": needed, "within": 0.05, "share": 0.5, "population": population}


def test_an_average_needs_the_first_number_whose_t_interval_is_narrow_enough(capsys):
    """2.110 · 1 / √18 is .497, 2.120 · 1 / √17 is .514."""
    assert as_json(capsys, "size", "--within", "0.5", "--spread", "1")["needed"] == 18


def test_a_total_is_shared_out_by_contacts_times_spread(capsys):
    """2,000 · 0.5, 700 · 0.8 and 300 · 0.9 are 1,000, 560 and 270 of 1,830: 109.3, 61.2 and 29.5 of 200."""
    parts = ["--part", "call=2000,0.5", "--part", "chat=700,0.8", "--part", "ticket=300,0.9"]
    found = as_json(capsys, "size", "--total", "200", *parts)
    assert [one["needed"] for one in found["parts"]] == [109, 61, 30]


def test_the_spread_is_that_of_contacts_round_their_agents_average():
    """Contacts of a: 2, 4 (rows 3 and 5), of b: 1, 1, 4. Squares 1 + 1 and 1 + 1 + 4 over 5 - 2."""
    agent, contact = ["a", "a", "a", "b", "b", "b", "b"], ["1", "2", "2", "1", "2", "3", "4"]
    found = contact_spread(agent, contact, ["2", "3", "5", "1", "1", "4", ""])
    assert found.sd == pytest.approx((8 / 3) ** 0.5)
    assert (found.n_agents, found.n_contacts) == (2, 5)


def test_a_table_gives_the_spread_and_says_of_how_many(capsys, tmp_path):
    (tmp_path / "m.csv").write_text("who,call,mark\na,1,2\na,2,4\nb,3,1\nb,4,3\n", "utf-8")
    found = as_json(capsys, "size", "m.csv", "--agent", "who", "--contact", "call", "--score", "mark", "--within", "1")
    assert (found["spread"], found["n_agents"], found["n_contacts"]) == (pytest.approx(2**0.5), 2, 4)
    code, out, _ = told(capsys, "size", "--within", "0.2", "--spread", "0.6", "--of", "120")
    assert (code, out.splitlines()[0]) == (0, "needed contacts to draw: 29")


def test_contacts_that_cannot_tell_a_spread_are_refused():
    with pytest.raises(TooLittleData):
        contact_spread(["a", "b"], ["1", "2"], ["2", "3"])
    with pytest.raises(TooLittleData):
        contact_spread(["a"], ["1"], [""])
    with pytest.raises(NothingVaries):
        contact_spread(["a", "a"], ["1", "2"], ["3", "3"])


@pytest.mark.parametrize(
    ("options", "line"),
    [
        (["--within", "0", "--spread", "1"], "enter a number above 0"),
        (["--within", "0.1", "--share", "85"], "Write 85 per cent as 0.85"),
        (["--total", "3", "--part", "a=3,1", "--part", "b=3,1"], "the number must be between 4 (two per part) and 6"),
        (["--total", "5", "--part", "a=5,-1"], "--spread cannot be negative"),
        (["--total", "5", "--part", "a=5,1", "--part", "a=6,1"], "“a” is named twice"),
    ],
)
def test_what_cannot_be_planned_is_refused_in_one_line(capsys, options, line):
    code, out, err = told(capsys, "size", *options)
    assert (code, out) == (1, "")
    assert line in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize(
    ("options", "line"),
    [
        (["--within", "1"], "give --within together with one of --spread, --share or a table of marks"),
        (["--within", "1", "--spread", "1", "--share", "0.5"], "give --within together with one of"),
        (["m.csv", "--within", "1"], "--agent, --contact and --score must all be given together with a table"),
        (["--within", "1", "--spread", "1", "--agent", "who"], "together with a table"),
        (["--total", "5"], "use only --total and --part"),
        (["--total", "5", "--part", "a=5,1", "--within", "1"], "and give both"),
        (["--total", "5", "--part", "a=5"], "should be name=contacts,spread"),
        (["--within", "1", "--spread", "1", "--of", "0"], "write a whole number from 1 to 100000000"),
    ],
)
def test_wrong_usage_says_what_is_missing(capsys, options, line):
    code, _, err = told(capsys, "size", *options)
    assert (code, line in err) == (2, True)


def test_help_has_examples_and_json_goes_to_a_file(capsys, tmp_path):
    code, out, _ = told(capsys, "size", "--help")
    assert (code, "hengcai measure size --within 0.2 --spread 0.6 --of 120" in out) == (0, True)
    assert told(capsys, "size", "--within", "0.5", "--spread", "1", "--json", "o.json")[0] == 0
    assert json.loads((tmp_path / "o.json").read_text("utf-8"))["needed"] == 18


def test_a_column_that_is_not_there_is_refused_by_the_library_too():
    with pytest.raises(NotATable):
        for_mean_of({"agent": ["a"]}, roles=("agent", "contact", "score"), wanted=Wanted(0.2))
