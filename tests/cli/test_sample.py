import csv
import json
from collections import Counter
from hashlib import sha256
from itertools import product
from pathlib import Path
from zoneinfo import ZoneInfo

import openpyxl
import polars as pl
import pytest

from hengcai.cli.program import run

PLAN = """name: July
period: [2026-07-01, 2026-07-31]
channels: [call]
rules:
  - {name: low, where: {csat: {at_most: 2}}, per_agent: 1}
per_agent: 2
new_hire: {months: 3, per_agent: 3}
double_share: "0.10"
load_within: 1
"""
HEAD = ("id", "agent", "started_at", "channel", "csat", "recording")
ROWS = [
    (f"C{day:02}{agent}", agent, f"2026-07-{day:02}T10:00:00", "call", str(1 + day % 5), f"{day}.wav")
    for day, agent in product(range(1, 21), ("li", "wang"))
]
PEOPLE = "id,hired_on,left_on\nli,2020-01-05,\nwang,2026-06-01,\nhe,2021-05-01,\nlin,2021-05-01,2026-01-31\n"
ANALYSTS = "analyst,capacity,excluded\nChen,2,wang\nFeng,1,\n"
COMMAND = ("sample", "contacts.csv", "--plan", "plan.yaml", "--seed", "7")


@pytest.fixture(autouse=True)
def _tables(monkeypatch, tmp_path):
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")
    monkeypatch.delenv("HENGCAI_TIME_ZONE", raising=False)
    monkeypatch.chdir(tmp_path)
    put("contacts.csv", ROWS)
    Path("plan.yaml").write_text(PLAN)
    Path("people.csv").write_text(PEOPLE)
    Path("analysts.csv").write_text(ANALYSTS)


def put(name, rows, head=HEAD):
    with Path(name).open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([head, *rows])


def told(capsys, *command):
    code = run(list(command))
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def found(capsys, *more, command=COMMAND):
    code, out, err = told(capsys, *command, *more, "--json", "-")
    assert code == 0, err
    assert out.count("\n") == 1
    return json.loads(out)


def refused(capsys, *command):
    code, out, err = told(capsys, *command)
    assert (code, out) == (1, "")
    assert err.count("\n") == 1
    return err


def test_every_key_is_called_as_it_is_promised(capsys):
    one = found(capsys, "--people", "people.csv", "--analysts", "analysts.csv")
    assert list(one) == ["seed", "frame", "strata", "picks", "short", "links"]
    assert (one["seed"], list(one["frame"])) == (7, ["n", "digest"])
    assert {tuple(stratum) for stratum in one["strata"]} == {("id", "agent", "rule", "n", "k")}
    assert {tuple(pick) for pick in one["picks"]} == {("contact", "agent", "stratum", "inclusion", "analyst", "second")}
    assert one["short"] == [{"agent": "he", "wanted": 2, "found": 0}]
    assert list(one["links"]) == ["connected", "groups", "pairs"]
    assert {tuple(pair) for pair in one["links"]["pairs"]} == {("analysts", "shared")}


def test_strata_picks_and_digest_are_those_of_the_table(capsys):
    one = found(capsys, "--people", "people.csv", "--analysts", "analysts.csv")
    ids = sorted(row[0] for row in ROWS)
    assert one["frame"] == {"n": 40, "digest": sha256("\n".join(ids).encode()).hexdigest()}
    assert [(s["id"], s["rule"], s["n"], s["k"]) for s in one["strata"]] == [
        ("li", None, 12, 2), ("li|low", "low", 8, 1), ("wang", None, 12, 3), ("wang|low", "low", 8, 1),
    ]  # fmt: skip
    assert Counter((p["stratum"], p["inclusion"]) for p in one["picks"]) == {
        ("li", "2/12"): 2, ("li|low", "1/8"): 1, ("wang", "3/12"): 3, ("wang|low", "1/8"): 1,
    }  # fmt: skip
    assert {p["analyst"] for p in one["picks"] if p["agent"] == "wang"} == {"Feng"}
    assert one["links"] == {
        "connected": True, "groups": [["Chen", "Feng"]], "pairs": [{"analysts": ["Chen", "Feng"], "shared": 1}],
    }  # fmt: skip


def test_without_analysts_nobody_is_given_anything(capsys):
    one = found(capsys)
    assert {(p["analyst"], p["second"]) for p in one["picks"]} == {(None, None)}
    assert one["links"] == {"connected": True, "groups": [], "pairs": []}


def test_nobody_is_new_without_people(capsys):
    assert {s["k"] for s in found(capsys)["strata"] if s["rule"] is None} == {2}


def test_every_kind_of_table_and_every_order_gives_the_same(capsys, monkeypatch):
    expected = found(capsys)
    put("back.csv", ROWS[::-1])
    pl.DataFrame(ROWS, HEAD, orient="row").write_parquet("contacts.parquet")
    objects = [dict(zip(HEAD, row, strict=True)) for row in ROWS]
    Path("contacts.jsonl").write_text("".join(json.dumps(one) + "\n" for one in objects))
    book = openpyxl.Workbook()
    for row in [HEAD, *ROWS]:
        book.active.append(row)
    book.save("contacts.xlsx")
    for name in ("back.csv", "contacts.parquet", "contacts.jsonl", "contacts.xlsx"):
        assert found(capsys, command=("sample", name, *COMMAND[2:])) == expected


def test_chinese_headings_and_words_are_read_as_the_import_reads_them(capsys):
    expected = found(capsys, "--people", "people.csv", "--analysts", "analysts.csv")
    own = [(*row[:2], row[2].replace("-", "/").replace("T", " "), "电话", *row[4:]) for row in ROWS]
    put("记录.csv", own, ("通话流水号", "坐席工号", "通话开始时间", "渠道", "满意度", "录音文件"))
    Path("人员.csv").write_text(PEOPLE.replace("id,hired_on,left_on", "工号,入职日期,离职日期"), "utf-8")
    Path("质检员.csv").write_text(ANALYSTS.replace("analyst,capacity,excluded", "质检员,工作量,回避"), "utf-8")
    command = ("sample", "记录.csv", *COMMAND[2:], "--people", "人员.csv", "--analysts", "质检员.csv")
    assert found(capsys, command=command) == expected


def test_a_heading_that_may_mean_two_columns_is_asked_about(capsys):
    put("contacts.csv", ROWS, ("会话编号", "坐席工号", "通话开始时间", "类型", "满意度", "录音文件"))
    assert (
        refused(capsys, *COMMAND)
        == "hengcai: contacts.csv: “类型” may mean channel, direction; use a clearer column name.\n"
    )


def test_a_seed_is_drawn_and_shown_where_none_is_given(capsys):
    code, out, err = told(capsys, *COMMAND[:-2], "--json", "-")
    seed = json.loads(out)["seed"]
    assert code == 0
    assert f"Seed {seed}:" in err
    assert found(capsys, command=(*COMMAND[:-1], str(seed))) == json.loads(out)


def test_what_nothing_was_said_of_is_never_drawn(capsys):
    head, rows = (*HEAD, "text"), [(*row[:5], "", "") for row in ROWS]
    rows[0], rows[1] = (*ROWS[0], ""), (*rows[1][:6], "agent: hello")
    put("contacts.csv", rows, head)
    assert found(capsys)["frame"]["n"] == 2


@pytest.mark.parametrize(
    ("lines", "n"), [('"turns": []', 0), ('"other": 1', 2), ('"turns": [{"speaker": "agent"}]', 2)]
)
def test_json_lines_without_such_a_column_can_all_be_drawn(capsys, lines, n):
    common = '"agent": "li", "started_at": "2026-07-02", "channel": "call"'
    Path("contacts.jsonl").write_text("".join(f'{{"id": "{one}", {common}, {lines}}}\n' for one in "ab"))
    assert found(capsys, command=("sample", "contacts.jsonl", *COMMAND[2:]))["frame"]["n"] == n


def test_json_lines_that_name_a_recording_late_have_the_column_all_the_same(capsys):
    common = '"agent": "li", "started_at": "2026-07-02", "channel": "call"'
    lines = [f'{{"id": "C{n}", {common}}}\n' for n in range(1100)]
    Path("contacts.jsonl").write_text("".join([*lines, f'{{"id": "D", {common}, "recording": "a.wav"}}\n']))
    assert found(capsys, command=("sample", "contacts.jsonl", *COMMAND[2:]))["frame"]["n"] == 1


def test_a_rule_may_ask_about_what_lies_deeper_in_json_lines(capsys):
    common = '"agent": "li", "started_at": "2026-07-02", "channel": "call"'
    lines = [f'{{"id": "C{n}", {common}, "labels": {{"end": "{end}", "calm": {calm}}}}}\n' for n, (end, calm) in enumerate(
        [("whole", "true"), ("cut", "false"), ("cut", "true"), ("cut", "null")])]  # fmt: skip
    Path("contacts.jsonl").write_text("".join(lines))
    rule = "{name: cut, where: {labels.end: [cut], labels.calm: false}, share: 1}"
    Path("plan.yaml").write_text(PLAN.replace("{name: low, where: {csat: {at_most: 2}}, per_agent: 1}", rule))
    one = found(capsys, command=("sample", "contacts.jsonl", *COMMAND[2:]))
    assert [pick["contact"] for pick in one["picks"] if pick["stratum"] == "li|cut"] == ["C1"]


def test_a_rule_about_a_column_the_file_lacks_meets_nothing_and_that_is_said(capsys):
    put("contacts.csv", [row[:4] for row in ROWS], HEAD[:4])
    code, out, err = told(capsys, *COMMAND, "--json", "-")
    assert code == 0
    assert {stratum["rule"] for stratum in json.loads(out)["strata"]} == {None}
    assert "no csat: nothing meets the rule “low”" in err


def test_a_day_is_the_centres(capsys, monkeypatch):
    put("contacts.csv", [("a", "li", "2026-06-30T20:00:00Z", "call", "", "a.wav")])
    assert found(capsys)["frame"]["n"] == 1
    monkeypatch.setenv("HENGCAI_TIME_ZONE", "Europe/London")
    assert found(capsys)["frame"]["n"] == 0
    monkeypatch.setenv("HENGCAI_TIME_ZONE", "Mars/Olympus")
    assert "Mars/Olympus" in refused(capsys, *COMMAND)
    assert ZoneInfo("Europe/London")


def test_what_is_wrong_is_said_in_one_line_with_its_place(capsys):
    Path("plan.yaml").write_text(PLAN.replace("csat:", "mood:"))
    assert refused(capsys, *COMMAND).startswith("hengcai: plan.yaml, line 5: There is no contacts column “mood”")
    Path("plan.yaml").write_text(PLAN)
    put("contacts.csv", [*ROWS, ROWS[3]])
    assert refused(capsys, *COMMAND).startswith(
        "hengcai: contacts.csv, row 42, column “id”: The id C02wang already appears"
    )
    put("contacts.csv", [*ROWS[:3], (*ROWS[3][:4], "9", "")])
    assert refused(capsys, *COMMAND).startswith("hengcai: contacts.csv, row 5, column “csat”:")
    put("contacts.csv", [row[:3] for row in ROWS], HEAD[:3])
    assert "channel" in refused(capsys, *COMMAND)
    put("contacts.csv", ROWS)
    Path("people.csv").write_text(PEOPLE + "li,2020-01-05,\n")
    assert "people.csv, row 6, column “id”" in refused(capsys, *COMMAND, "--people", "people.csv")
    Path("analysts.csv").write_text(ANALYSTS + "Chen,1,\n")
    assert "analysts.csv, row 4, column “analyst”" in refused(capsys, *COMMAND, "--analysts", "analysts.csv")
    assert "plan.yaml" in refused(capsys, *COMMAND, "--json", "plan.yaml")
    assert "no.csv" in refused(capsys, "sample", "no.csv", *COMMAND[2:])


@pytest.mark.parametrize("seed", ["-1", "1.5", "seven", "９"])
def test_a_seed_that_is_no_whole_number_is_wrong_usage(capsys, seed):
    assert told(capsys, *COMMAND[:-1], seed)[0] == 2


def test_what_could_not_be_had_is_told_beside_the_result(capsys):
    Path("analysts.csv").write_text("analyst,capacity,excluded\nChen,1,li;wang\nFeng,1,wang\n")
    code, _out, err = told(capsys, *COMMAND, "--people", "people.csv", "--analysts", "analysts.csv", "--json", "-")
    assert code == 0
    for said in (
        "One agent has fewer",
        ": he",
        "4 picks cannot be scored by any analyst",
        "more than 1 from",
        "2 groups",
    ):
        assert said in err


def test_without_json_a_reader_sees_frame_strata_loads_and_picks(capsys):
    code, out, _err = told(capsys, *COMMAND, "--analysts", "analysts.csv")
    assert code == 0
    assert out.startswith("40 contacts may be drawn; digest of their ids ")
    assert [line for line in out.splitlines() if line.startswith("[")] == ["[strata]", "[analysts]", "[picks]"]
    assert "ordinary  2       24        4" in out
    assert "2/12" in out


def test_picks_are_written_as_a_table(capsys):
    expected = found(capsys)["picks"]
    assert told(capsys, *COMMAND, "--to", "picks.csv")[:2] == (0, "")
    with Path("picks.csv").open(encoding="utf-8-sig") as stream:
        rows = list(csv.DictReader(stream))
    assert [(row["contact"], f"{row['drawn']}/{row['of']}") for row in rows] == [
        (pick["contact"], pick["inclusion"]) for pick in expected
    ]
    assert told(capsys, *COMMAND, "--to", "picks.xlsx")[0] == 0
    assert openpyxl.load_workbook("picks.xlsx").active["A2"].value == expected[0]["contact"]
    assert told(capsys, *COMMAND, "--json", "picks.json")[0] == 0
    assert json.loads(Path("picks.json").read_text())["picks"] == expected
