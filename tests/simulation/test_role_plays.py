"""Live role plays and marking: one observer, a check-list that saves itself, consent before sound, a result that says how."""

from fractions import Fraction
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.simulation.actions import (
    agree_to_recording,
    call_off_role_play,
    hand_in_sheet,
    leave_run,
    save_sheet,
    start_role_play,
    take_sheet,
)
from hengcai.simulation.models import Run
from hengcai.simulation.queries.held import runs_held
from hengcai.simulation.queries.role_plays import told_of
from hengcai.simulation.queries.runs import practised, runs_seen_by
from hengcai.simulation.takes import forget_takes, path_of, receive_take
from tests import cast
from tests.simulation.cards import published_card
from tests.simulation.stories import published

pytestmark = pytest.mark.django_db
DONE = {"hears": "2", "asks": "1", "visit": "2"}


def begun(**how):
    return start_role_play(published_card(), by=cast.user("zhou"), person=cast.li(), **how)


def saved(run, marks, *, by="zhou", edit_count=0, notes=(), comment=""):
    return save_sheet(
        run, by=cast.user(by), marks=marks, notes=list(notes), comment=comment, edit_count=edit_count
    )  # fmt: skip


def handed_in(run, marks, *, by="zhou", edit_count=0, comment=""):
    return hand_in_sheet(run, by=cast.user(by), marks=marks, notes=[], comment=comment, edit_count=edit_count)


def test_what_is_ticked_becomes_the_result(db):
    run = begun(partner=cast.wang())
    saved(run, {"hears": "2"}, notes=[{"seconds": 65, "text": "问了时间"}])
    done = handed_in(run, DONE, edit_count=1, comment="不错")
    assert (done.state, done.end) == ("finished", "good")
    assert done.scores == {"listening": "3/4", "empathy": "1"}
    assert Fraction(done.exact) == Fraction(7, 8)
    assert told_of(Run.objects.get(pk=run.pk)).counts == {"listening": 2, "empathy": 1}
    assert {(one.competency, one.share) for one in practised([cast.li()])} == {
        ("listening", Fraction(3, 4)), ("empathy", Fraction(1))
    }  # fmt: skip
    held = next(iter(runs_held(cast.li())))
    assert (held["way"], held["sheet"]["marks"], held["sheet"]["comment"]) == ("live", DONE, "不错")


def test_missing_what_must_not_be_missed_is_worth_nothing_in_all(db):
    done = handed_in(begun(), {**DONE, "visit": "0"})
    assert (done.end, done.exact, done.scores["listening"]) == ("poor", "0", "3/4")


def test_what_did_not_come_up_does_not_count(db):
    assert handed_in(begun(), {"hears": "2", "asks": "na", "visit": "na"}).scores == {"listening": "1"}
    with pytest.raises(NotValid, match="nothing_seen"):
        handed_in(begun(), dict.fromkeys(DONE, "na"))


def test_every_line_is_marked_before_it_is_handed_in(db):
    run = begun()
    with pytest.raises(NotValid, match="items_unmarked"):
        handed_in(run, {"hears": "2"})
    with pytest.raises(NotValid, match="mark_wrong"):
        saved(run, {"hears": "3"})
    with pytest.raises(NotValid, match="item_unknown"):
        saved(run, {"x": "2"})


def test_an_older_page_overwrites_nothing_and_the_same_twice_is_saved_once(db):
    run = begun()
    assert saved(run, {"hears": "2"}).edit_count == 1
    assert saved(run, {"hears": "2"}).edit_count == 1  # the answer was lost, the phone sends again
    with pytest.raises(NotNow, match="sheet_stale"):
        saved(run, {"hears": "0"})


def test_one_observer_fills_it_in_and_nobody_observes_themselves(db):
    run = begun()
    with pytest.raises(NotNow, match="watched_already"):
        saved(run, {}, by="wu")
    with pytest.raises(NotNow, match="watched_already"):
        start_role_play(run.scenario, by=cast.user("wu"), person=cast.li())
    assert start_role_play(run.scenario, by=cast.user("zhou"), person=cast.li()).pk == run.pk
    with pytest.raises(NotAllowed):
        start_role_play(run.scenario, by=cast.zhao().user, person=cast.he())  # of another team
    with pytest.raises(NotValid, match="of_oneself"):
        start_role_play(run.scenario, by=cast.user("zhou"), person=cast.wang(), partner=cast.wang())
    with pytest.raises(NotNow, match="observed"):
        leave_run(run, by=cast.li().user)


def test_what_is_called_off_counts_nowhere_and_what_is_handed_in_stays(db):
    off = call_off_role_play(begun(), by=cast.user("zhou"))
    assert (off.state, practised([cast.li()])) == ("left", [])
    done = handed_in(begun(), DONE)
    with pytest.raises(NotNow, match="handed_in"):
        saved(done, {"hears": "0"}, edit_count=1)
    assert set(runs_seen_by(cast.zhao().user)) == {done}


def test_a_scenario_without_a_check_list_is_no_role_play(db):
    with pytest.raises(NotNow, match="no_checklist"):
        start_role_play(published(), by=cast.user("zhou"), person=cast.li())


def test_a_conversation_is_marked_from_what_rules_propose(db):
    run = Run.objects.create(
        scenario=published_card(),
        person=cast.li(),
        way="model",
        seed=0,
        state="waiting",
        started_at="2026-03-16T01:00:00Z",
    )
    run.turns.create(number=0, who="agent", text="看到您前两次报障了", at="2026-03-16T01:00:00Z")
    sheet = take_sheet(run, by=cast.user("zhou"))
    assert sheet.marks == {"hears": "2"}
    assert take_sheet(run, by=cast.user("wu")).observer == cast.user("wu")  # nothing came of the first
    saved(run, DONE, by="wu")
    with pytest.raises(NotNow, match="watched_already"):
        take_sheet(run, by=cast.user("zhou"))
    assert handed_in(run, DONE, by="wu", edit_count=1).state == "finished"


def sound():
    rate = (8000).to_bytes(4, "little")
    head = b"RIFF" + (36 + 800).to_bytes(4, "little") + b"WAVEfmt " + (16).to_bytes(4, "little") + b"\x01\0\x01\0"
    return head + rate + rate + b"\x01\0\x08\0data" + (800).to_bytes(4, "little") + b"\x80" * 800


def test_nothing_is_recorded_before_both_agree_and_it_can_be_taken_back(db, settings, tmp_path):
    settings.MEDIA_ROOT = Path(tmp_path)
    run, by = begun(), cast.user("zhou")
    with pytest.raises(NotNow, match="both_agree"):
        receive_take(run, SimpleUploadedFile("a.wav", sound()), by=by)
    with pytest.raises(NotValid, match="both_agree"):
        agree_to_recording(run, by=by, agent_agrees=True, partner_agrees=False)
    agree_to_recording(run, by=by, agent_agrees=True, partner_agrees=True)
    with pytest.raises(NotValid, match="not_sound"):
        receive_take(run, SimpleUploadedFile("a.wav", BytesIO(b"hello").read()), by=by)
    take = receive_take(run, SimpleUploadedFile("a.wav", sound()), by=by)
    assert (take.media_type, path_of(take.place).stat().st_size) == ("audio/wav", take.byte_count)
    assert forget_takes(run, by=by) == 1
    assert not list(tmp_path.rglob("*.wav"))
