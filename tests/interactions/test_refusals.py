"""Every kind of wrong file: named by row, column and value, in both languages; nothing else is lost."""

import zipfile

import openpyxl
import pytest

from hengcai.base.errors import NotValid
from hengcai.base.say import say
from hengcai.interactions.models import Contact, ImportRun
from hengcai.interactions.queries import reason
from tests import cast
from tests.interactions.bringing import HEADER, bring, counts, csv_file, jsonl_file, row


def refused(path, **options):
    """A file refused as a whole: nothing came in and no run was begun."""
    with pytest.raises(NotValid) as caught:
        bring(path, **options)
    assert (Contact.objects.count(), ImportRun.objects.filter(state="done").count()) == (0, 0)
    zh, en = say(caught.value, "zh-hans"), say(caught.value, "en")
    assert zh != en
    assert caught.value.code not in zh + en
    return caught.value, zh, en


def rejected(tmp_path, **changes):
    """One wrong row between two right ones: the right ones come in."""
    cast.li()
    run = bring(csv_file(tmp_path / "a.csv", [row(1, text=""), row(2, text="", **changes), row(3, text="")]))
    assert counts(run) == (3, 2, 0, 0, 1)
    reject = run.rejects.get()
    assert reject.row == 3
    return reject, reason(reject, "zh-hans"), reason(reject, "en")


def test_missing_column(db, tmp_path):
    header = [name for name in HEADER if name != "agent"]
    path = tmp_path / "a.csv"
    path.write_text(",".join(header) + "\nc1,2026-03-16T09:00:00,call,4,\n", "utf-8")
    refusal, zh, en = refused(path)
    assert refusal.code == "table.columns_missing"
    assert "agent" in zh
    assert "agent" in en


def test_unknown_agent(db, tmp_path):
    reject, zh, en = rejected(tmp_path, agent="904")
    assert (reject.column, reject.code) == ("agent", "contact.agent_unknown")
    assert "904" in zh
    assert "--people create" in en


@pytest.mark.parametrize(("column", "value"), [("csat", "6"), ("csat", "0.5"), ("csat", "-1")])
def test_score_out_of_range(db, tmp_path, column, value):
    reject, zh, en = rejected(tmp_path, **{column: value})
    assert reject.column == column
    assert value in zh
    assert value in en


def test_recommendation_out_of_range(db, tmp_path):
    cast.li()
    header = [*HEADER, "recommend"]
    run = bring(csv_file(tmp_path / "a.csv", [row(1, recommend="11"), row(2, recommend="0")], header))
    assert counts(run) == (2, 1, 0, 0, 1)
    assert run.rejects.get().facts == {"value": "11", "low": 0, "high": 10}


def test_text_in_a_number(db, tmp_path):
    reject, zh, _en = rejected(tmp_path, csat="很满意")
    assert (reject.column, reject.code) == ("csat", "decimal.malformed")
    assert "很满意" in zh


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("id", "", "table.value_missing"),
        ("id", "x" * 81, "import.too_long"),
        ("started_at", "昨天", "import.moment_malformed"),
        ("started_at", "0001-01-01", "import.year_outside"),
        ("channel", "phone", "import.choice_unknown"),
        ("csat", "4.123", "import.too_many_places"),
    ],
)
def test_other_wrong_cells_name_their_column(db, tmp_path, column, value, code):
    reject, zh, en = rejected(tmp_path, **{column: value})
    assert (reject.column, reject.code) == (column, code)
    assert zh
    assert en


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"turns": "hello"}, "turns.not_list"),
        ({"turns": ["hello"]}, "turns.not_object"),
        ({"turns": [{"speaker": "boss", "text": "a"}]}, "turns.speaker_unknown"),
        ({"turns": [{"speaker": "agent", "text": 4}]}, "turns.text_malformed"),
        ({"turns": [{"speaker": "agent", "text": "a", "start": "soon"}]}, "turns.seconds_malformed"),
        ({"turns": [{"speaker": "agent", "text": "a\0b"}]}, "import.zero_character"),
        ({"text": "你好"}, "turns.line_without_speaker"),
        ({"text": "客服：好", "turns": [{"speaker": "agent", "text": "好"}]}, "contact.turns_and_text"),
        ({"ended_at": "2026-03-16T08:00:00"}, "contact.ends_before_start"),
        ({"complaint": "maybe"}, "import.choice_unknown"),
        ({"resolved_first_contact": "perhaps"}, "import.yes_no_malformed"),
        ({"agent": ["li"]}, "table.not_text"),
        ({"id": "a\0b"}, "import.zero_character"),
    ],
)
def test_wrong_parts_of_a_json_row(db, tmp_path, changes, code):
    cast.li()
    whole = {name: value for name, value in row(1).items() if name != "text"}
    run = bring(jsonl_file(tmp_path / "a.jsonl", [{**whole, **changes}, {**whole, "id": "right"}]))
    assert counts(run) == (2, 1, 0, 0, 1)
    reject = run.rejects.get()
    assert (reject.row, reject.code) == (1, code)
    assert reason(reject, "zh-hans") != reason(reject, "en")


def test_duplicate_row(db, tmp_path):
    cast.li()
    run = bring(csv_file(tmp_path / "a.csv", [row(1, text=""), row(2, text=""), row(1, text="", csat="1")]))
    assert counts(run) == (3, 2, 0, 0, 1)
    reject = run.rejects.get()
    assert (reject.row, reject.column) == (4, "id")
    assert "第 2 行" in reason(reject, "zh-hans")
    assert "row 2" in reason(reject, "en")


def workbook(path, change):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(HEADER)
    sheet.append(["c1", "li", "2026-03-16T09:00:00", "call", 4, ""])
    sheet.append(["c2", "li", "2026-03-16T09:00:00", "call", 5, ""])
    change(sheet)
    book.save(path)
    return path


def test_formula_cell(db, tmp_path):
    cast.li()
    path = workbook(tmp_path / "a.xlsx", lambda sheet: sheet.__setitem__("E3", "=2+2"))
    run = bring(path)
    assert counts(run) == (2, 1, 0, 0, 1)
    reject = run.rejects.get()
    assert (reject.row, reject.column, reject.code) == (3, "csat", "table.formula")
    assert "E3" in reason(reject, "zh-hans")


def test_merged_cells(db, tmp_path):
    path = workbook(tmp_path / "a.xlsx", lambda sheet: sheet.merge_cells("B2:B3"))
    refusal, zh, _en = refused(path)
    assert refusal.code == "table.merged_cells"
    assert "B2:B3" in zh


def test_wrong_encoding(db, tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"id,agent,started_at,channel\nc1,\xff\xfe\xff,2026-03-16T09:00:00,call\n")
    refusal, _zh, en = refused(path)
    assert refusal.code == "table.undecodable"
    assert "row 2" in en


def test_a_chinese_spreadsheets_own_encoding_is_read(db, tmp_path):
    cast.li()
    path = tmp_path / "a.csv"
    path.write_bytes("id,agent,started_at,channel,text\nc1,li,2026-03-16T09:00:00,call,客服：您好\n".encode("gb18030"))
    assert counts(bring(path)) == (1, 1, 0, 0, 0)


@pytest.mark.parametrize("content", ["", ",".join(HEADER) + "\n"])
def test_empty_file(db, tmp_path, content):
    path = tmp_path / "a.csv"
    path.write_text(content)
    refusal, _zh, _en = refused(path)
    assert refusal.code == ("import.no_rows" if content else "table.empty")


def test_zip_bomb(db, tmp_path):
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * (64 << 20))
    refusal, _zh, _en = refused(path)
    assert refusal.code == "table.too_large_unpacked"


def test_a_row_with_too_many_cells(db, tmp_path):
    cast.li()
    path = tmp_path / "a.csv"
    path.write_text("id,agent,started_at,channel\nc1,li,2026-03-16T09:00,call,4\nc2,li,2026-03-16T09:00,call\n")
    run = bring(path)
    assert counts(run) == (2, 1, 0, 0, 1)
    assert run.rejects.get().row == 2


def test_a_column_is_named_as_the_file_names_it(db, tmp_path):
    cast.li()
    path = tmp_path / "a.csv"
    path.write_text("id,工号,started_at,channel\nc1,904,2026-03-16T09:00,call\n", "utf-8")
    assert bring(path, mapping={"agent": "工号"}).rejects.get().column == "工号"


def test_an_open_quote_stops_the_run_and_says_where(db, tmp_path):
    cast.li()
    path = tmp_path / "a.csv"
    path.write_text('id,agent,started_at,channel\nc1,li,2026-03-16T09:00,call\nc2,"li,2026-03-16T09:00,call\n')
    with pytest.raises(NotValid) as caught:
        bring(path)
    run = ImportRun.objects.get()
    assert (caught.value.code, run.state, run.refusal["code"]) == (
        "table.quotes_broken",
        "failed",
        "table.quotes_broken",
    )


def test_an_unknown_kind_or_option_is_refused(db, tmp_path):
    path = csv_file(tmp_path / "a.csv", [row(1)])
    assert refused(path, kind="cats")[0].code == "import.kind_unknown"
    assert refused(path, kind="measures", people="create")[0].code == "import.option_unknown"
