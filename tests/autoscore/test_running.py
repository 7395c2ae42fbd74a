"""Runs: one row an item, resumed with the same bytes, nothing twice; refusals by id; examples checked."""

import gzip
import json
import shutil

import polars
import pytest

from hengcai.autoscore.running import run_rules
from hengcai.base.errors import NotValid
from tests.cli.test_appraise import told as ran

RULES = """name: 服务基本功
version: 3
language: zh
items:
  - id: greeting
    name: {zh: 开场问候, en: Greeting}
    applies: {field: {channel: [call, chat]}}
    rule: {say: {words: [您好], who: agent, within: {first: 2}}}
    examples:
      - {hit: true, turns: [{agent: 您好，请讲。}, {customer: 我查话费}]}
      - {hit: null, channel: ticket, turns: [{agent: 已处理}]}
"""


def row(number, **more):
    turns = [{"speaker": "agent", "text": "您好" if number % 2 else "讲"}, {"speaker": "customer", "text": "查话费"}]
    return {"id": f"c{number}", "language": "zh", "channel": "call", "agent": "2001", "turns": turns,
            "started_at": f"2026-03-0{1 + number % 3}T23:00:00Z", **more}  # fmt: skip


@pytest.fixture
def place(tmp_path):
    (tmp_path / "rules.yaml").write_text(RULES, "utf-8")
    return tmp_path


def written(place, rows):
    with gzip.open(place / "in.jsonl.gz", "wt", encoding="utf-8") as stream:
        stream.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in rows)
    return place / "in.jsonl.gz"


def scored(place, source, output="out"):
    return run_rules(
        [place / "rules.yaml"], source, place / output, zone="Asia/Shanghai", engine="serial", tell=lambda _n: None
    )


def bytes_of(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_rows_stand_by_day_with_their_evidence(place):
    run = scored(place, written(place, [row(number) for number in range(6)]))
    assert (run.contacts, run.counts) == (6, {"greeting": [6, 6, 3]})
    assert {path.name for path in run.folder.iterdir()} == {
        "day=2026-03-02",
        "day=2026-03-03",
        "day=2026-03-04",
        "manifest.jsonl",
    }
    found = polars.read_parquet(run.folder / "day=*" / "*.parquet").sort("contact")
    assert found["score"].to_list() == ["0", "1", "0", "1", "0", "1"]
    assert found["evidence"].to_list()[1] == [{"turn": 0, "start": 0, "end": 2, "quote": "您好"}]
    assert set(found["rule_version"]) == {"3"}


def test_broken_off_anywhere_it_ends_with_the_same_bytes(place, monkeypatch):
    monkeypatch.setattr("hengcai.autoscore.running.parts_of", _small)
    source = written(place, [row(number) for number in range(10)])
    whole = scored(place, source, "whole")
    expected = bytes_of(whole.folder)
    again = place / "again" / whole.run
    manifest = (whole.folder / "manifest.jsonl").read_text("utf-8").splitlines(keepends=True)
    for kept in range(len(manifest) + 1):
        shutil.rmtree(place / "again", ignore_errors=True)
        shutil.copytree(whole.folder, again)
        torn = "".join(manifest[:kept]) + (manifest[kept][:9] if kept < len(manifest) else "")
        (again / "manifest.jsonl").write_text(torn, "utf-8")
        (again / "day=2026-03-02" / "part-stray.tmp").write_text("x")
        found = scored(place, source, "again")
        assert bytes_of(again) == expected
        assert (found.contacts, found.counts) == (10, whole.counts)


def test_a_finished_file_that_was_changed_is_done_again(place):
    source = written(place, [row(number) for number in range(4)])
    run = scored(place, source)
    expected = bytes_of(run.folder)
    next(run.folder.rglob("part-*.parquet")).write_bytes(b"broken")
    scored(place, source)
    assert bytes_of(run.folder) == expected


def _small(files):
    from hengcai.autoscore.reading_input import parts_of

    return parts_of(files, size=2)


def test_what_cannot_be_scored_is_left_out_by_id_and_the_rest_goes_on(place):
    rows = [row(1), row(2, turns=[{"speaker": "boss", "text": "x"}]), row(3, turns=[{"speaker": "agent", "text": "x" * 1_000_001}]),
            row(4, turns=[]), row(5, language="en")]  # fmt: skip
    source = written(place, rows)
    run = scored(place, source)
    assert [(one.id, one.code) for one in run.refused] == [
        ("c2", "autoscore.speaker_wrong"),
        ("c3", "autoscore.turn_long"),
    ]
    assert (run.contacts, run.counts["greeting"]) == (3, [2, 2, 1])


def test_an_id_that_comes_twice_is_refused(place):
    with pytest.raises(NotValid, match="id_twice"):
        scored(place, written(place, [row(1), row(2), row(1)]))


def test_the_command_checks_and_scores(place, capsys):
    rules = str(place / "rules.yaml")
    assert ran(capsys, "autoscore", "--check", rules)[0] == 0
    (place / "rules.yaml").write_text(RULES.replace("hit: true", "hit: false"), "utf-8")
    code, _out, err = ran(capsys, "autoscore", "--check", rules)
    assert (code, "10" in err) == (1, True)
    (place / "rules.yaml").write_text(RULES, "utf-8")
    source = str(written(place, [row(1), row(2, turns=[{"speaker": "boss", "text": "x"}])]))
    code, out, err = ran(
        capsys, "autoscore", rules, "--input", source, "--output", str(place / "o"), "--engine", "serial", "--json", "-"
    )
    assert code == 3
    assert "c2" in err
    found = json.loads(out)
    assert found["items"] == [{"id": "greeting", "n": 1, "applicable": 1, "hits": 1}]
    assert ran(capsys, "autoscore", rules)[0] == 1
