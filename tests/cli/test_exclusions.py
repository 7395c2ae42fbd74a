"""Exclusions by command: the page's rights, the page's entries in the log."""

import json

import pytest

from hengcai.audit.models import Entry
from hengcai.cli.program import run
from hengcai.quality.assigning_models import Exclusion
from tests import cast


@pytest.fixture(autouse=True)
def _people(db, monkeypatch):
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")
    cast.li()
    for name in ("chen", "feng", "zhao", "wu"):
        cast.user(name)


def add(*more):
    return run(["exclusions", "add", "chen", "li", "relative", *more])


def test_one_is_added_listed_and_ended(capsys):
    assert add("--note", "cousins", "--by", "feng") == 0
    made = Exclusion.objects.get()
    assert f"{made.pk}  Chen does not score Li li  Relative · cousins  entered on" in capsys.readouterr().out
    assert run(["exclusions", "list"]) == 0
    assert "Chen does not score Li" in capsys.readouterr().out
    assert run(["exclusions", "end", str(made.pk), "--by", "wu", "--json", "-"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["id"], told["analyst"], told["agent"], told["reason"]) == (made.pk, "chen", "li", "relative")
    assert told["ended_at"]
    assert run(["exclusions", "list"]) == 0
    assert capsys.readouterr().out == "There are no exclusions.\n"
    assert run(["exclusions", "list", "--ended", "--json", "-"]) == 0
    assert [one["id"] for one in json.loads(capsys.readouterr().out)["exclusions"]] == [made.pk]
    assert run(["exclusions", "list", "--ended"]) == 0
    assert ", ended on " in capsys.readouterr().out


def test_the_log_names_whom_it_was_done_for_or_the_system():
    add("--by", "feng")
    run(["exclusions", "end", str(Exclusion.objects.get().pk)])
    entries = Entry.objects.filter(action__in=["enter_exclusion", "end_exclusion"]).order_by("number")
    feng = str(cast.user("feng").pk)
    assert [(one.action, one.doer == feng) for one in entries] == [("enter_exclusion", True), ("end_exclusion", False)]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["add", "chen", "li", "relative", "--by", "zhao"], ""),
        (["add", "chen", "li", "whim", "--by", "feng"], "must be one of"),
        (["add", "chen", "li", "other", "--by", "feng"], "enter the reason"),
        (["add", "li", "li", "relative"], "“li” is not an analyst."),
        (["add", "chen", "nobody", "relative"], "There is no employee number nobody."),
        (["add", "chen", "li", "relative", "--by", "nobody"], "There is no account “nobody”."),
        (["end", "7"], "There is no exclusion 7."),
        (["list", "--by", "zhao"], ""),
    ],
)
def test_what_is_not_allowed_or_not_there_is_one_line(words, said, capsys):
    assert run(["exclusions", *words]) == 1
    told = capsys.readouterr().err
    assert told.startswith("hengcai: ")
    assert said in told
    assert not Exclusion.objects.exists()


def test_an_analyst_reads_their_own(capsys):
    add()
    cast.user("cao")
    run(["exclusions", "add", "cao", "li", "relative"])
    capsys.readouterr()
    run(["exclusions", "list", "--by", "cao", "--json", "-"])
    assert [one["analyst"] for one in json.loads(capsys.readouterr().out)["exclusions"]] == ["cao"]
