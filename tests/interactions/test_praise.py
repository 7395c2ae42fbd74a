"""Praise by file: of a contact or of an agent, once, judged later when asked, covered on its way out."""

from datetime import date

import pytest

from hengcai.base.errors import NotAllowed, NotNow
from hengcai.cli.program import run as command
from hengcai.interactions import tasks, undoing
from hengcai.interactions.actions.undoing import start_undo
from hengcai.interactions.checking import check
from hengcai.interactions.giving_judged import praise_held
from hengcai.interactions.models import ImportRun, Praise
from hengcai.interactions.naming import guessed
from tests import cast
from tests.interactions.bringing import bring, counts, csv_file, row

HEAD = ["contact", "agent", "received_at", "text", "matter", "judged", "judged_by", "judged_on", "reason"]
OF_CONTACT = {"contact": "c1", "received_at": "2026-03-16 15:00", "text": "很耐心，回电 13800138000"}
OF_AGENT = {"agent": "li", "received_at": "2026-03-17", "text": "谢谢小李", "judged": "属实", "judged_on": "2026/3/18"}


def praise(path, *rows):
    return csv_file(path, list(rows), HEAD)


@pytest.fixture
def li(db, tmp_path):
    found = cast.person("li")
    cast.person("wang")
    bring(csv_file(tmp_path / "contacts.csv", [row(1)]))
    return found


def test_praise_finds_its_agent_by_the_contact_or_by_name(li, tmp_path):
    wrong = [
        {**OF_CONTACT, "contact": "c9"},
        {**OF_CONTACT, "agent": "wang"},
        {**OF_CONTACT, "contact": ""},
        {**OF_AGENT, "agent": "nobody"},
        {**OF_AGENT, "judged": "perhaps"},
    ]
    run = bring(praise(tmp_path / "a.csv", OF_CONTACT, OF_AGENT, {**OF_CONTACT, "agent": "li"}, *wrong), "praise")
    assert counts(run) == (8, 2, 0, 1, 5)
    assert sorted(run.rejects.values_list("row", "column", "code")) == [
        (5, "contact", "complaint.contact_unknown"), (6, "agent", "praise.other_agent"), (7, "contact", "praise.of_nobody"),
        (8, "agent", "contact.agent_unknown"), (9, "judged", "import.choice_unknown"),
    ]  # fmt: skip
    first, second = Praise.objects.order_by("received_at")
    assert (first.agent, first.contact.key, first.judged) == (li, "c1", "open")
    assert (second.contact, second.judged, second.judged_on) == (None, "upheld", date(2026, 3, 18))


def test_it_is_judged_by_a_later_file_when_asked(li, tmp_path):
    bring(praise(tmp_path / "a.csv", OF_CONTACT), "praise")
    judged = praise(tmp_path / "b.csv", {**OF_CONTACT, "judged": "属实", "judged_by": "冯主管", "reason": "录音属实"})
    assert bring(judged, "praise").rejects.get().code == "praise.taken"
    assert counts(bring(judged, "praise", update=True)) == (1, 0, 1, 0, 0)
    kept = Praise.objects.get()
    assert (kept.judged, kept.judged_by, kept.reason) == ("upheld", "冯主管", "录音属实")


def test_a_look_names_every_cell_at_fault(li, tmp_path):
    path = praise(tmp_path / "a.csv", {"contact": "c9", "received_at": "soon", "judged": "perhaps"}, OF_AGENT)
    [found] = check(ImportRun(kind="praise", path=str(path)), by=cast.user("feng"))
    assert {one.facts["column"] for one in found.at_fault[0].faults} == {"contact", "received_at", "text", "judged"}
    assert not Praise.objects.exists()


def test_headings_of_offices_are_known():
    columns = [
        "通话流水号",
        "被表扬人工号",
        "表扬时间",
        "表扬内容",
        "业务类型",
        "核实结果",
        "核实人",
        "核实日期",
        "核实说明",
    ]
    assert guessed("praise", columns).found == dict(zip(HEAD, columns, strict=True))


def test_it_goes_out_covered_unless_asked_and_the_open_file_is_the_same_content(li, tmp_path):
    bring(praise(tmp_path / "a.csv", OF_CONTACT, OF_AGENT), "praise")
    out = tmp_path / "out.csv"
    assert command(["export", "praise", "--to", str(out)]) == 0
    assert "13800138000" not in out.read_text("utf-8-sig")
    assert command(["export", "praise", "--unmasked", "--to", str(out)]) == 0
    assert "13800138000" in out.read_text("utf-8-sig")
    assert counts(bring(out, "praise")) == (2, 0, 0, 2, 0)
    assert command(["export", "praise", "--from", "2026-03-17", "--to", str(out)]) == 0
    assert out.read_text("utf-8-sig").count("\n") == 2


def test_what_is_handed_to_the_agent_names_no_judge_and_quotes_no_customer(li, tmp_path):
    bring(praise(tmp_path / "a.csv", {**OF_CONTACT, "judged_by": "冯主管"}), "praise")
    [held] = praise_held(li)
    assert held["contact"] == "c1"
    assert not {"text", "judged_by", "reason"} & held.keys()


def test_contacts_that_were_praised_are_not_undone_before_the_praise(li, tmp_path):
    run = bring(praise(tmp_path / "a.csv", OF_CONTACT), "praise")
    contacts = ImportRun.objects.get(kind="contacts")
    with pytest.raises(NotNow, match=r"undo\.blocked"):
        start_undo(contacts, by=cast.user("feng"))
    assert [one.thing for one in undoing.hanging(contacts)] == ["interactions.praise"]
    start_undo(run, by=cast.user("feng"))
    tasks.undo_whole(run, by=cast.user("feng"))
    assert not Praise.objects.exists()
    assert undoing.hanging(contacts) == []


def test_hr_does_not_bring_it_in(li, tmp_path):
    with pytest.raises(NotAllowed):
        bring(praise(tmp_path / "a.csv", OF_AGENT), "praise", by=cast.user("wu"))
