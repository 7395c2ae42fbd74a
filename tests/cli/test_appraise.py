import csv
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from hengcai.cli.program import run

HEAD = "agent,source,rater,item,score\n"
RATINGS = HEAD + (
    "li,superior,zhao,listening,4.5\nli,self,li,listening,4\nli,practical,zhou,scenario,3\n"
    "li,peer,wang,collaboration,5\nli,peer,he,collaboration,5\nli,peer,lin,collaboration,5\n"
    "wang,superior,zhao,listening,\n"
)
CSAT = "agent,date,score\n" + "".join(f"li,2026-01-0{day},{score}\n" for day, score in enumerate("55443", start=1))
TESTS = "agent,test,mark,attempt\nli,theory,55,1\nli,theory,90,2\nchen,theory,80,1\n"


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)


def put(name: str, content: str) -> str:
    Path(name).write_text(content, "utf-8")
    return name


def told(capsys: pytest.CaptureFixture[str], *command: str) -> tuple[int, str, str]:
    code = run(list(command))
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def as_json(capsys: pytest.CaptureFixture[str], *command: str) -> dict[str, Any]:
    code, out, err = told(capsys, *command, "--json", "-")
    assert (code, err) == (0, "")
    found: dict[str, Any] = json.loads(out)
    return found


def test_three_tables_become_scores_with_exactly_one_json_object(capsys: pytest.CaptureFixture[str]) -> None:
    command = ("appraise", put("r.csv", RATINGS), "--csat", put("c.csv", CSAT), "--tests", put("t.csv", TESTS))
    found = as_json(capsys, *command)
    assert list(found) == ["policy", "agents"]
    assert found["policy"]["sources"]["superior"] == "0.40"
    assert [agent["agent"] for agent in found["agents"]] == ["li", "wang", "chen"]
    li, wang, chen = found["agents"]
    assert list(li) == ["agent", "status", "final", "exact", "band", "sources", "reasons"]
    assert li["exact"] == "4.2400"
    assert (li["final"], li["band"], li["reasons"]) == ("4.2", "good", [])
    assert li["sources"]["customer"] == {
        "score": "4.2000", "weight": "0.20", "used_weight": "0.2000", "n_raters": 0, "n_ratings": 5,
    }  # fmt: skip
    assert li["sources"]["practical"] == {
        "score": "3.0000", "weight": "0.10", "used_weight": "0.1000", "n_raters": 1, "n_ratings": 3,
    }  # fmt: skip
    assert (wang["status"], wang["final"], wang["sources"]["superior"]["used_weight"]) == (
        "not_enough_evidence",
        None,
        None,
    )
    assert chen["sources"]["practical"]["score"] == "4.0000"


def test_an_answer_counts_once_with_the_mean_of_what_it_gave(capsys: pytest.CaptureFixture[str]) -> None:
    """Satisfaction 4; 2 and 10 of 10, which is 5; 0 of 10, which is 1; 5 and 5 of 10, which is 3; 6.5 of 10 is 3.6; nothing."""
    answers = "li,2026-01-01,4,\nli,2026-01-02,2,10\nli,2026-01-03,,0\nli,2026-01-04,5,5\nli,2026-01-05,,6.5\nli,2026-01-06,,\n"
    table = put("c.csv", "agent,date,score,recommend\n" + answers)
    customer = as_json(capsys, "appraise", put("r.csv", HEAD), "--csat", table)["agents"][0]["sources"]["customer"]
    assert (customer["score"], customer["n_ratings"], customer["n_raters"]) == ("3.2200", 5, 0)
    for wrong in ("10.1", "-1", "1e0", "ten"):
        code, _, err = told(
            capsys,
            "appraise",
            "r.csv",
            "--csat",
            put("w.csv", f"agent,date,score,recommend\nli,2026-01-01,4,{wrong}\n"),
        )
        assert (code, err.startswith("hengcai: w.csv, row 2, column “recommend”:")) == (1, True)


def test_the_screen_says_how_many_were_too_few(capsys: pytest.CaptureFixture[str]) -> None:
    put("m.csv", "agent,indicator,value,n\nli,satisfaction,0.86,4\nli,wording,80,\n")
    assert "only 4 for customer satisfaction, fewer than 5, not counted" in told(capsys, "appraise-month", "m.csv")[1]
    put(
        "r.csv",
        HEAD + "li,superior,zhao,x,4\nli,self,li,x,4\nli,practical,z,x,4\nli,peer,a,x,5\nli,peer,b,x,5\nli,peer,c,x,\n",
    )
    out = told(capsys, "appraise", "r.csv", "--csat", put("c.csv", CSAT.replace("li,2026-01-05,3\n", "")))[1]
    assert "only 4 for customer, fewer than 5, not counted; only 2 for peer, fewer than 3, not counted" in out
    rated = RATINGS + "".join(f"wang,customer,c{n},satisfaction,4\n" for n in range(3))
    assert "only 3 for customer, fewer than 5, not counted" in told(capsys, "appraise", put("r.csv", rated))[1]


def test_a_table_without_rows_is_an_appraisal_of_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    assert as_json(capsys, "appraise", put("r.csv", HEAD))["agents"] == []
    assert as_json(capsys, "appraise-month", put("m.csv", "agent,indicator,value\n")) == {"agents": []}
    code, out, err = told(capsys, "appraise", "r.csv")
    assert (code, len(out.splitlines()), err) == (0, 1, "the table contains no data.\n")


@pytest.mark.parametrize(
    ("row", "place"),
    [
        ("li,boss,a,x,4", "r.csv, row 3, column “source”: “boss” is not a source"),
        ("li,peer,a,x,5.1", "r.csv, row 3, column “score”: the score “5.1” is not between 1 and 5"),
        ("li,peer,a,x,four", "r.csv, row 3, column “score”: “four” is not a number"),
        ("li,self,li,x,3", "r.csv, row 3, column “rater”: an earlier row already has this agent"),
        ("li,self,li", "r.csv, row 3: this row has 3 cells for 5 columns"),
    ],
)
def test_one_wrong_row_ends_it_with_one_line_and_nothing_written(
    capsys: pytest.CaptureFixture[str], row: str, place: str
) -> None:
    code, out, err = told(
        capsys, "appraise", put("r.csv", f"{HEAD}li,self,li,x,\n{row}\n"), "--json", "o.json", "--to", "o.csv"
    )
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert err.startswith(f"hengcai: {place}")
    assert [path.name for path in Path().iterdir() if path.suffix in (".json", ".csv")] == ["r.csv"]


def test_customers_may_not_come_from_two_tables(capsys: pytest.CaptureFixture[str]) -> None:
    put("r.csv", HEAD + "li,customer,c1,satisfaction,\n")
    code, _, err = told(capsys, "appraise", "r.csv", "--csat", put("c.csv", "agent,date,score\n"))
    assert code == 1
    assert "r.csv, row 2, column “source”" in err


def test_missing_files_are_one_clear_line(capsys: pytest.CaptureFixture[str]) -> None:
    for command in (["nowhere.csv"], [put("r.csv", RATINGS), "--policy", "nowhere.yaml"]):
        code, out, err = told(capsys, "appraise", *command)
        assert (code, out, err.count("\n")) == (1, "", 1)
        assert "nowhere" in err
        assert "no such file" in err


def test_wrong_usage_exits_with_two(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, "appraise")[0] == 2
    code, _, err = told(capsys, "appraise", put("r.csv", RATINGS), "--to", "o.pdf")
    assert code == 2
    assert "must end in .csv or .xlsx" in err


@pytest.mark.parametrize("command", ["appraise", "appraise-month"])
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_help_carries_an_example(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: str, language: str
) -> None:
    monkeypatch.setenv("HENGCAI_LANGUAGE", language)
    code, out, _ = told(capsys, command, "--help")
    assert code == 0
    assert f"hengcai {command} " in out.split("例：" if language == "zh-hans" else "example:")[1]


def test_a_policy_changes_the_outcome(capsys: pytest.CaptureFixture[str]) -> None:
    policy = put(
        "p.yaml", "minimum_evidence: {required: [], weight: '0.40'}\nsources: {superior: '0.5', self: '0.5'}\n"
    )
    found = as_json(capsys, "appraise", put("r.csv", RATINGS), "--policy", policy)
    assert found["agents"][0]["exact"] == "4.2500"
    assert found["policy"]["minimum_evidence"] == {"required": [], "weight": "0.40"}
    code, _, err = told(capsys, "appraise", "r.csv", "--policy", put("q.yaml", "\nsources: {superior: 1}\n"))
    assert (code, err) == (1, 'hengcai: q.yaml, line 2: “sources.superior”: put the number in quotes, "1".\n')


def test_the_screen_shows_a_readable_table_in_either_language(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    put("r.csv", RATINGS)
    code, out, _ = told(capsys, "appraise", "r.csv")
    assert code == 0
    assert out.splitlines()[0].split()[:3] == ["agent", "status", "final"]
    assert "sources present carry too little weight" in out
    assert "no customer" in out
    monkeypatch.setenv("HENGCAI_LANGUAGE", "zh-hans")
    out = told(capsys, "appraise", "r.csv")[1]
    assert out.splitlines()[0].split()[:2] == ["工号", "状态"]
    assert "缺客户" in out


def test_a_months_screen_calls_groups_and_indicators_by_their_names(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HENGCAI_LANGUAGE", "zh-hans")
    table = put("m.csv", "agent,indicator,value,n\nli,satisfaction,0.9,4\nli,accuracy,90,\n")
    out = told(capsys, "appraise-month", table)[1]
    heading = "沟通 问题解决 服务态度 合规 客户满意"
    assert heading in " ".join(out.split())
    assert "缺语言规范性" in out
    assert "客户满意度只有 4 个，不足 5 个，不计" in out
    assert told(capsys, "appraise-month", table, "--to", "o.csv")[0] == 0
    assert "communication" in Path("o.csv").read_text("utf-8-sig").splitlines()[0]
    own = "groups: {g: {points: '100', indicators: {a: '60', b: '40'}}}\nrules: {}\n"
    out = told(
        capsys, "appraise-month", put("n.csv", "agent,indicator,value\nli,a,90\n"), "--policy", put("p.yaml", own)
    )[1]
    assert "缺b" in out


def test_an_agents_id_cannot_break_the_screen(capsys: pytest.CaptureFixture[str]) -> None:
    out = told(capsys, "appraise", put("r.csv", HEAD + "\x1b[31mli,self,a,x,4\n"))[1]
    assert "\x1b" not in out


def test_results_go_into_csv_and_xlsx(capsys: pytest.CaptureFixture[str]) -> None:
    put("r.csv", RATINGS.replace("wang,superior", "'=wang,superior"))
    code, out, err = told(capsys, "appraise", "r.csv", "--to", "o.csv")
    assert (code, out, err) == (0, "", "2 agents written to o.csv.\n")
    with Path("o.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert (rows[0]["final"], rows[0]["band"], rows[0]["superior"]) == ("4.3", "good", "4.5000")
    assert (rows[1]["agent"], rows[1]["final"]) == ("'=wang", "")
    assert told(capsys, "appraise", "r.csv", "--to", "o.xlsx", "--json", "o.json")[0] == 0
    sheet = openpyxl.load_workbook("o.xlsx").worksheets[0]
    assert [cell.value for cell in sheet[2]][:5] == ["li", "scored", 4.3, pytest.approx(4.25), "good"]
    assert (sheet["A3"].value, sheet["A3"].data_type) == ("=wang", "s")
    assert len(json.loads(Path("o.json").read_text("utf-8"))["agents"]) == 2
    assert sorted(path.name for path in Path().iterdir() if path.is_file()) == ["o.csv", "o.json", "o.xlsx", "r.csv"]


def test_results_never_replace_what_they_are_made_from(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = told(capsys, "appraise", put("r.csv", RATINGS), "--to", "./r.csv")
    assert code == 1
    assert "Choose another name" in err
    assert Path("r.csv").read_text() == RATINGS


def test_json_may_go_to_a_device(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, "appraise", put("r.csv", RATINGS), "--json", "/dev/null")[0] == 0


def test_a_month_is_appraised_from_one_table(capsys: pytest.CaptureFixture[str]) -> None:
    put("m.csv", "agent,indicator,value\nli,wording,90\nli,upheld_complaints,1\nwang,wording,\n")
    li, wang = as_json(capsys, "appraise-month", "m.csv")["agents"]
    assert (li["total"], li["exact"], li["grade"]) == ("70.0", "70.0000", "pass")
    assert li["groups"]["communication"] == {"points": "50.0000", "earned": "45.0000"}
    assert (wang["status"], wang["total"]) == ("not_enough_evidence", None)
    code, out, _ = told(capsys, "appraise-month", "m.csv")
    assert code == 0
    assert "pass" in out
    code, _, err = told(capsys, "appraise-month", put("n.csv", "agent,indicator,value\nli,wording,101\n"))
    assert (code, err) == (
        1,
        "hengcai: n.csv, row 2, column “value”, agent li: “101” must be a percentage between 0 and 100.\n",
    )


def test_a_figure_of_too_few_cases_is_told_and_not_counted(capsys: pytest.CaptureFixture[str]) -> None:
    put("m.csv", "agent,indicator,value,n\nli,wording,90,\nli,satisfaction,1,4\nwang,satisfaction,86%,5\n")
    li, wang = as_json(capsys, "appraise-month", "m.csv")["agents"]
    assert (li["total"], li["reasons"][-1], li["indicators"]["satisfaction"]["share"]) == (
        "90.0",
        "few:satisfaction",
        None,
    )
    assert (wang["total"], wang["indicators"]["satisfaction"]["share"]) == ("50.0", "0.5000")
    code, _, err = told(capsys, "appraise-month", put("n.csv", "agent,indicator,value,n\nli,wording,90,2.5\n"))
    assert code == 1
    assert err.startswith("hengcai: n.csv, row 2, column “n”, agent li: “2.5” is not a whole number")


def test_a_month_takes_a_policy(capsys: pytest.CaptureFixture[str]) -> None:
    policy = put("p.yaml", "groups: {g: {points: '100', indicators: {a: '100'}}}\n")
    found = as_json(capsys, "appraise-month", put("m.csv", "agent,indicator,value\nli,a,86.375\n"), "--policy", policy)
    assert (found["agents"][0]["total"], found["agents"][0]["exact"]) == ("86.4", "86.3750")


def test_every_kind_of_table_is_taken(capsys: pytest.CaptureFixture[str]) -> None:
    expected = as_json(capsys, "appraise", put("r.csv", RATINGS))
    rows = list(csv.DictReader(RATINGS.splitlines()))
    put("r.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
    book = openpyxl.Workbook()
    for row in [HEAD.strip().split(","), *(list(row.values()) for row in rows)]:
        book.worksheets[0].append([float(cell) if cell and cell[0].isdigit() else cell for cell in row])
    book.save("r.xlsx")
    for name in ("r.jsonl", "r.xlsx"):
        assert as_json(capsys, "appraise", name) == expected
