"""Work of the server in a process of its own: same outcome, same refusals, memory given back."""

import os
import sys
from pathlib import Path

import pytest

from hengcai.base import apart as module
from hengcai.base.apart import apart, apart_for_a_while
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.sheets import Sheet, workbook
from hengcai.base.tables.look import first_look
from hengcai.base.tables.reading import Columns


@pytest.fixture
def server(monkeypatch):
    monkeypatch.setattr(module, "_server", module.threading.Event())
    module.be_the_server()


def where() -> int:
    return os.getpid()


def die() -> None:
    os._exit(9)


def chatter() -> str:
    sys.stdout.write("not part of the answer\n")
    return "答"


def test_outside_the_server_work_is_done_at_once():
    assert apart(where) == os.getpid()


def test_in_the_server_another_process_does_it(server):
    assert apart(where) != os.getpid()


def test_what_the_work_prints_is_no_part_of_its_answer(server):
    assert apart(chatter) == "答"


def test_a_refusal_comes_back_with_its_facts(server, tmp_path):
    path = tmp_path / "people.csv"
    path.write_text("id,name\n1,李\n")
    with pytest.raises(NotValid) as caught:
        apart(first_look, path, Columns(("id", "team")))
    assert caught.value.code == "table.columns_missing"
    assert caught.value.facts["missing"] == ["team"]


def test_a_process_that_dies_is_a_refusal_too(server):
    with pytest.raises(NotNow) as caught:
        apart(die)
    assert caught.value.code == "base.work_broke_off"


def test_a_long_workbook_is_the_same_file_wherever_it_is_made(server, monkeypatch):
    sheet = Sheet("names", ["n"], [[str(n)] for n in range(600)])
    asked = []
    monkeypatch.setattr("hengcai.base.sheets.apart", lambda work, *given: asked.append(work) or work(*given))
    there = workbook([sheet])
    assert len(asked) == 1
    monkeypatch.setattr("hengcai.base.sheets.MANY_ROWS", 1000)
    here = workbook([sheet])
    assert len(asked) == 1
    assert abs(len(there) - len(here)) < 50


def test_a_parquet_file_says_how_many_rows_to_expect(tmp_path):
    import polars as pl

    path: Path = tmp_path / "t.parquet"
    pl.DataFrame({"id": ["1", "2"]}).write_parquet(path)
    assert first_look(path, Columns(("id",))) == (("id",), 2, "")


def absent() -> None:
    raise FileNotFoundError(2, "gone", "x.parquet")


@pytest.fixture
def staying(server, monkeypatch):
    helper = module._Staying()
    monkeypatch.setattr(module, "_staying", helper)
    yield helper
    helper._end()


def test_small_work_that_comes_often_is_done_by_one_process(staying):
    first, second = apart_for_a_while(where), apart_for_a_while(where)
    assert first == second != os.getpid()


def test_outside_the_server_small_work_is_done_at_once():
    assert apart_for_a_while(where) == os.getpid()


def test_a_process_that_died_in_between_is_started_again(staying):
    first = apart_for_a_while(where)
    staying._process.kill()
    assert apart_for_a_while(where) != first


def test_work_that_kills_its_process_is_a_refusal_and_the_next_is_done(staying):
    with pytest.raises(NotNow) as caught:
        apart_for_a_while(die)
    assert caught.value.code == "base.work_broke_off"
    assert apart_for_a_while(chatter) == "答"


def test_a_file_that_is_gone_is_told_as_such(staying):
    with pytest.raises(FileNotFoundError):
        apart_for_a_while(absent)


def test_a_process_nobody_asks_ends(staying, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", os.environ.get("PYTHONPATH", ""))
    apart_for_a_while(where)
    process = staying._process
    process.stdin.close()
    assert process.wait(10) == 0
