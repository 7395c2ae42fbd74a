"""From notice to the answer: who is told what, by when, and how three answers stay three."""

import pytest

from hengcai.appraisal.actions import correct_result
from hengcai.base.errors import NotAllowed, NotNow
from hengcai.inbox.models import Duty
from hengcai.records import actions
from hengcai.records.models import Record, Seal
from tests import cast
from tests.appraisal.refusals import refused
from tests.records import scene
from tests.records.scene import A_DAY, LAST_DAY, PUBLISHED_ON, at, password_of, record

pytestmark = [pytest.mark.usefixtures("standards"), pytest.mark.django_db]


def duties(kind, name):
    return Duty.objects.filter(kind=kind, user=cast.user(name), done_at=None)


def signed(name="li", **more):
    password = password_of(name)
    return actions.sign_record(record(name), by=cast.user(name), password=password, **more)


def test_a_published_month_makes_one_record_each_and_asks_for_signatures_at_once():
    cycle = scene.published_month()
    assert Record.objects.count() == cycle.participants.count()
    one = record()
    assert (one.state, one.outcome, one.needs_interview, one.notified_on) == ("notified", "", False, PUBLISHED_ON)
    assert (one.sign_by, one.appeal_by, one.interview_by) == (LAST_DAY, LAST_DAY, None)
    assert duties("record.sign", "li").get().due_on == LAST_DAY
    assert not duties("record.interview", "zhao").exists()
    assert list(actions.open_records(cycle, by=cast.user("zheng"))) == []


def test_a_quarter_asks_the_lead_for_an_interview_and_the_person_to_read():
    scene.published_quarter()
    assert duties("record.interview", "zhao").count() == 2
    assert duties("record.notice", "li").exists()
    assert not duties("record.sign", "li").exists()
    refused("records.interview_first", signed)


def test_signing_takes_ones_own_password_and_seals_the_record():
    scene.published_month()
    password_of("li")
    refused("accounts.password_wrong", actions.sign_record, record(), by=cast.user("li"), password="x")
    one = signed()
    assert (one.state, one.outcome) == ("signed", "signed")
    assert Seal.objects.get().digest == one.seal.digest
    assert not duties("record.sign", "li").exists()
    refused("move.state", signed)


def test_nobody_signs_for_somebody_else():
    scene.published_month()
    for name in ("wang", "zhao", "wu", "qian"):
        password = password_of(name)
        with pytest.raises(NotAllowed):
            actions.sign_record(record(), by=cast.user(name), password=password)


def test_an_objection_needs_words_and_keeps_them():
    scene.published_month()
    facts = {"password": password_of("li"), "by": cast.user("li"), "today": LAST_DAY}
    refused("records.words_missing", actions.object_to_record, record(), words=" ", **facts)
    one = actions.object_to_record(record(), words="that was not my call", **facts)
    assert (one.state, one.outcome, record().words) == ("objected", "objected", "that was not my call")


def test_an_objection_after_the_last_day_is_late_though_the_round_has_not_come_by():
    """Once it is made there is no second one; a record that an appeal holds is nobody's silence."""
    scene.published_month()
    facts = {"password": password_of("li"), "by": cast.user("li"), "words": "not my call"}
    told = refused("records.objection_late", actions.object_to_record, record(), today=LAST_DAY + A_DAY, **facts)
    assert told == {"day": LAST_DAY.isoformat()}
    actions.hold_record(record(), by=cast.user("zheng"), because="appeal")
    assert actions.object_to_record(record(), today=LAST_DAY + A_DAY, **facts).state == "objected"
    with pytest.raises(NotNow):
        actions.object_to_record(record(), today=LAST_DAY, **facts)


def test_silence_is_noted_once_after_the_last_day_and_never_of_a_talk_that_was_not_held():
    scene.published_month()
    everybody, system = list(Record.objects.all()), cast.user("wu")
    with at(LAST_DAY):
        assert actions.note_silences(everybody, by=system, today=LAST_DAY) == []
    after = LAST_DAY + A_DAY
    with at(after):
        assert len(actions.note_silences(everybody, by=system, today=after)) == len(everybody)
        assert actions.note_silences(everybody, by=system, today=after) == []
    assert {one.outcome for one in Record.objects.all()} == {"silent"}
    Record.objects.update(state="notified", outcome="", needs_interview=True)
    assert actions.note_silences(everybody, by=system, today=after) == []


def test_what_is_held_back_is_not_taken_for_silence_and_gets_its_days_back():
    scene.published_month()
    actions.hold_record(record(), by=cast.user("zheng"), because="an appeal is open")
    after = LAST_DAY + A_DAY
    with at(after):
        assert actions.note_silences([record()], by=cast.user("wu"), today=after) == []
        actions.release_record(record(), by=cast.user("zheng"))
    assert record().held_because == ""
    assert record().sign_by > after


def test_a_correction_makes_a_new_record_and_leaves_the_old_one_as_it_was():
    scene.published_month()
    signed()
    for name in ("li", "wang"):
        correct_result(record(name).result, by=cast.user("zheng"), reason="a complaint was taken back")
    old, new = Record.objects.filter(person__number="li").order_by("pk")
    assert (old.state, new.state, new.result.revision) == ("signed", "notified", 2)
    old, new = Record.objects.filter(person__number="wang").order_by("pk")
    assert (old.outcome, new.state) == ("replaced", "notified")
    assert duties("record.sign", "wang").get().source_id == new.pk


def test_the_lead_holds_the_interview_and_the_person_signs_on_the_tablet_with_their_own_password():
    scene.published_quarter()
    zhao, today = cast.user("zhao"), PUBLISHED_ON + 2 * A_DAY
    with at(today):
        actions.save_interview(record(), by=zhao, talk=scene.TALK, edit_count=0)
        refused("records.stale", actions.save_interview, record(), by=zhao, talk=scene.TALK, edit_count=0)
        actions.hold_interview(record(), by=zhao, held_on=today, today=today)
        one = record()
        assert one.sign_by == one.appeal_by > LAST_DAY
        assert duties("record.sign", "li").get().due_on == one.sign_by
        own, wrong = password_of("li"), password_of("zhao")
        facts = {"by": cast.user("li"), "tablet": zhao}
        assert refused("records.wrong_person", actions.sign_record, record(), password=wrong, **facts) == {"name": "Li"}
        assert actions.sign_record(record(), password=own, **facts).on_tablet


def test_nobody_leads_their_own_interview_nor_one_of_another_team():
    scene.published_quarter()
    for name in ("li", "lin", "zheng", "zhou"):
        with pytest.raises(NotAllowed):
            actions.save_interview(record(), by=cast.user(name), talk=scene.TALK, edit_count=0)


def test_a_talk_that_cannot_be_held_is_said_and_opens_the_way_to_the_answer():
    scene.published_quarter()
    facts = {"by": cast.user("zhao"), "today": PUBLISHED_ON}
    with at(PUBLISHED_ON):
        refused("records.reason_missing", actions.skip_interview, record(), because="", **facts)
        actions.skip_interview(record(), because="away until June", **facts)
    assert signed().outcome == "signed"
