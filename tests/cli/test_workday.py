"""`hengcai workday`: one JSON object with the keys promised, or one line that says what is wrong."""

import json

import pytest

from hengcai.cli import main

CALENDAR = "date,kind,name\n2026-03-06,holiday,司庆\n2026/3/7,made_up,\n2027年2月9日,holiday,春节\n"


def answer(capsys, *argv):
    assert main(["workday", *argv, "--json", "-"]) == 0
    return json.loads(capsys.readouterr().out)


def refusal(capsys, *argv):
    assert main(["workday", *argv]) == 1
    return capsys.readouterr().err


@pytest.fixture
def calendar(tmp_path):
    path = tmp_path / "own.csv"
    path.write_text(CALENDAR)
    return str(path)


def test_a_day(capsys):
    assert answer(capsys, "2026-02-14") == {
        "date": "2026-02-14",
        "is_working": True,
        "name": "春节调休",
        "kind": "made_up",
        "statutory": False,
        "provisional": False,
    }


def test_the_fifth_working_day_after(capsys):
    found = answer(capsys, "2026-02-14", "--add", "5")
    assert found == {"from": "2026-02-14", "days": 5, "date": "2026-02-28", "provisional": False}


def test_working_days_up_to_a_day(capsys):
    found = answer(capsys, "2026-02-13", "--until", "2026-02-28")
    assert found == {"from": "2026-02-13", "until": "2026-02-28", "days": 6, "provisional": False}


@pytest.mark.parametrize(("lang", "name"), [("zh-hans", "元旦"), ("en", "New Year's Day")])
def test_names_are_in_the_language_set_whatever_lang_says(capsys, monkeypatch, lang, name):
    monkeypatch.setenv("HENGCAI_LANGUAGE", lang)
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    assert answer(capsys, "2026-01-01")["name"] == name
    assert answer(capsys, "2026-01-01", "--language", "en")["name"] == "New Year's Day"


def test_the_centre_s_calendar_goes_first(capsys, calendar):
    found = answer(capsys, "2026-03-06", "--calendar", calendar)
    assert (found["kind"], found["name"], found["is_working"]) == ("holiday", "司庆", False)
    assert answer(capsys, "2026-03-05", "--add", "1", "--calendar", calendar)["date"] == "2026-03-07"
    assert answer(capsys, "2027-02-09", "--calendar", calendar)["provisional"] is False


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("2026-13-01,holiday,", "“2026-13-01”不是日期"),
        ("2026-03-09,rest,", "“rest”不认识"),
        ("2026-03-06,working,", "2026-03-06 写了两行"),
    ],
)
def test_a_wrong_line_of_the_calendar_is_named(capsys, tmp_path, line, said):
    path = tmp_path / "own.csv"
    path.write_text(CALENDAR + line)
    found = refusal(capsys, "2026-03-06", "--calendar", str(path))
    assert "own.csv" in found
    assert "5" in found
    assert said in found


@pytest.mark.parametrize(
    ("argv", "said"),
    [(("--add", "0"), "工作日数写的是 0"), (("--until", "2025-12-31"), "2025-12-31 在 2026-01-01 之前")],
)
def test_what_cannot_be_counted_is_one_line(capsys, argv, said):
    assert said in refusal(capsys, "2026-01-01", *argv)


def test_both_ways_of_counting_at_once_are_wrong_usage(capsys):
    assert main(["workday", "2026-01-01", "--add", "1", "--until", "2026-02-01"]) == 2
    assert main(["workday", "1/1/2026"]) == 2


def test_for_people_it_is_a_sentence(capsys):
    assert main(["workday", "2027-02-06", "--language", "en"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("2027-02-06: a holiday Chinese New Year")
    assert "triple pay" in said
    assert "may change" in said
