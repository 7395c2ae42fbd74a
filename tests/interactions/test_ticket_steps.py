"""Ticket steps by file: once, closed later only when asked, undone, and out again."""

import json
from datetime import UTC, datetime

import pytest

from hengcai.base.errors import NotAllowed, NotNow
from hengcai.cli.program import run as command
from hengcai.interactions import tasks
from hengcai.interactions.actions.undoing import start_undo
from hengcai.interactions.models import TicketStep
from hengcai.interactions.naming import guessed
from tests import cast
from tests.interactions.bringing import bring, counts, csv_file

HEAD = ["ticket", "agent", "from", "to", "queue"]
OPEN = {"ticket": "T1", "agent": "li", "from": "2026-03-02 09:00", "queue": "二线"}


def steps(path, *rows):
    return csv_file(path, list(rows), HEAD)


@pytest.fixture
def li(db):
    return cast.person("li")


def test_steps_come_in_once_and_an_open_one_is_closed_when_asked(li, tmp_path):
    wrong = [{**OPEN, "agent": "nobody"}, {**OPEN, "from": "2026-03-05 09:00", "to": "2026-03-05 08:59"}]
    run = bring(steps(tmp_path / "a.csv", OPEN, OPEN, *wrong), "ticket-steps")
    assert counts(run) == (4, 1, 0, 1, 2)
    assert list(run.rejects.order_by("row").values_list("column", "code")) == [
        ("agent", "contact.agent_unknown"), ("to", "step.ends_before_start"),
    ]  # fmt: skip
    closed = steps(tmp_path / "b.csv", {**OPEN, "to": "2026-03-02 10:30"})
    run = bring(closed, "ticket-steps")
    assert run.rejects.get().code == "step.taken"
    assert counts(bring(closed, "ticket-steps", update=True)) == (1, 0, 1, 0, 0)
    kept = TicketStep.objects.get()
    assert (kept.queue, kept.ends_at) == ("二线", datetime(2026, 3, 2, 2, 30, tzinfo=UTC))


def test_headings_of_ticket_systems_are_known():
    columns = ["工单编号", "处理人工号", "接单时间", "移交时间", "处理环节"]
    assert guessed("ticket-steps", columns).found == dict(zip(HEAD, columns, strict=True))
    columns = ["Case number", "Owner", "Assigned at", "Closed at", "Stage"]
    assert guessed("ticket-steps", columns).found == dict(zip(HEAD, columns, strict=True))


def test_steps_go_out_as_they_came_in(li, tmp_path, capsys):
    cast.person("wang")
    text = (
        "ticket,agent,from,to,queue\nT1,li,2026-03-02T09:00:00+08:00,2026-03-02T10:30:00+08:00,二线\n"
        "T1,wang,2026-03-02T10:30:00+08:00,,\n"
    )
    (tmp_path / "a.csv").write_text(text, "utf-8")
    out = tmp_path / "out.csv"
    assert counts(bring(tmp_path / "a.csv", "ticket-steps")) == (2, 2, 0, 0, 0)
    assert command(["export", "ticket-steps", "--to", str(out), "--json", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["rows"] == 2
    assert out.read_text("utf-8-sig") == text
    assert counts(bring(out, "ticket-steps")) == (2, 0, 0, 2, 0)


def test_hr_does_not_bring_them_in_and_the_supervisor_does(li, tmp_path):
    with pytest.raises(NotAllowed):
        bring(steps(tmp_path / "a.csv", OPEN), "ticket-steps", by=cast.user("wu"))
    assert bring(steps(tmp_path / "a.csv", OPEN), "ticket-steps", by=cast.user("feng")).added_count == 1


def test_they_are_undone_unless_published_results_were_computed_from_them(li, tmp_path):
    from hengcai.appraisal.models import Cycle, Participant, Result
    from tests.appraisal import stage

    run = bring(steps(tmp_path / "a.csv", {**OPEN, "to": "2026-03-02 10:30"}), "ticket-steps")
    cycle = stage.open_month()
    participant = Participant.objects.get(cycle=cycle, person=li)
    Result.objects.create(participant=participant, revision=1, detail={}, computed_at=datetime.now(UTC))
    Cycle.objects.filter(pk=cycle.pk).update(state="published")
    with pytest.raises(NotNow, match=r"undo\.blocked"):
        start_undo(run, by=cast.user("feng"))
    Cycle.objects.filter(pk=cycle.pk).update(state="collecting")
    start_undo(run, by=cast.user("feng"))
    tasks.undo_whole(run, by=cast.user("feng"))
    assert not TicketStep.objects.exists()
