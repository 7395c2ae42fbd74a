"""A file of questions is looked at, decided on and taken; the bank goes out again; recordings are played a counted number of times."""

import json
import wave
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hengcai.assessment.actions import (
    add_bank_question,
    choose_questions,
    load_shipped_bank,
    look_at_questions,
    submit_bank_question,
    take_question_file,
    tell_apart,
)
from hengcai.assessment.alike import alike, all_twins
from hengcai.assessment.bank_exporting import bank_file, to_export
from hengcai.assessment.bank_rows import Beside
from hengcai.assessment.intake import looked_at
from hengcai.assessment.listening import grant_play, path_of, plays_left, sound_of
from hengcai.assessment.models import BankQuestion, Play
from hengcai.assessment.queries.bank import BankFilter
from hengcai.assessment.receiving import keep_sound
from hengcai.assessment.rules.likeness import Lookup, prints
from hengcai.assessment.rules.question_objects import question_of
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from tests import cast

HOLD = {"id": "hold", "kind": "single", "text": "让客户等待前要先做什么？",
        "options": [{"id": "a", "text": "征得同意", "share": "1"}, {"id": "b", "text": "报工号", "share": "0"}]}  # fmt: skip


@pytest.fixture
def zhou(db):
    return cast.user("zhou")


def file_of(tmp_path, *contents, more=""):
    path = tmp_path / "brought.jsonl"
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in contents) + more, "utf-8")
    return path


def test_a_file_is_told_apart_from_the_bank_and_within_itself(zhou, tmp_path):
    add_bank_question(cast.centre(), by=zhou, content=HOLD)
    path = file_of(
        tmp_path, HOLD, {**HOLD, "id": "again"}, {**HOLD, "id": "near", "text": "让客户等待前，要先做什么"},
        {**HOLD, "id": "fresh", "text": "客户听不清时先换哪一句说法？"}, {**HOLD, "id": "fresh_2", "text": "客户听不清时先换哪一句说法？"},
        more='{"id": "bad", "kind": "single", "options": []}\n',
    )  # fmt: skip
    rows = {one.code: one for one in looked_at(path).rows}
    assert {code: one.standing for code, one in rows.items()} == {
        "hold": "unchanged", "again": "same", "near": "same", "fresh": "new", "fresh_2": "same", "bad": "refused",
    }  # fmt: skip
    assert (rows["again"].alike, rows["fresh_2"].alike) == ([["hold", True, "same"]], [["fresh", False, "same"]])
    assert (rows["bad"].line, "options" in rows["bad"].notes[0]["en"]) == (6, True)


def test_what_is_ticked_comes_in_as_drafts_and_a_known_code_as_its_next_version(zhou, tmp_path):
    load_shipped_bank(cast.centre(), by=zhou)
    known = BankQuestion.objects.get(code="bank.listen_2").content
    changed = {
        **known,
        "text": {"zh": "坐席应一声“嗯”，就算打断了客户。", "en": "A short “mm” interrupts the customer."},
    }
    looked = looked_at(file_of(tmp_path, HOLD, changed))
    brought = look_at_questions(cast.centre(), by=zhou, name="brought.jsonl", looked=looked)
    assert brought.counts == {"new": 1, "known": 1, "lost": 1}  # this centre has no such competency
    choose_questions(brought, by=zhou, wanted=[2], among=[2])
    take_question_file(brought, by=zhou)
    made = BankQuestion.objects.filter(state="draft").order_by("code").values_list("code", "number")
    assert (list(made), brought.counts["taken"]) == ([("bank.listen_2", 2), ("hold", 1)], 2)
    with pytest.raises(NotNow):
        take_question_file(brought, by=zhou)


def test_two_that_look_alike_are_named_until_somebody_tells_them_apart(zhou):
    one = add_bank_question(cast.centre(), by=zhou, content=HOLD)
    add_bank_question(cast.centre(), by=zhou, content={**HOLD, "id": "other", "text": "让客户等待之前要先做什么？"})
    assert [(pair.one, pair.other) for pair in all_twins()] == [("hold", "other")]
    tell_apart(one, by=zhou, other="other")
    assert (all_twins(), alike(one)) == ([], [])
    with pytest.raises(NotValid, match="no_other"):
        tell_apart(one, by=zhou, other="nobody")


def test_options_that_differ_speak_against_the_same_words():
    words = "下面哪一句最合适？请选一句。"
    one = question_of({**HOLD, "text": words})
    other = question_of(
        {**HOLD, "id": "x", "text": words, "options": [
            {"id": "a", "text": "您现在人是安全的吗，先离开厨房", "share": "1"}, {"id": "b", "text": "请把阀门再拧开试一下看看", "share": "0"}]}
    )  # fmt: skip
    far = question_of({**HOLD, "id": "y", "text": "客户报错了楼号，工单怎么改？"})
    lookup = Lookup({"hold": prints(one)})
    assert (lookup.like(prints(other)), lookup.like(prints(far))) == ({}, {})
    assert list(lookup.like(prints(one))) == ["hold"]


def test_what_a_format_cannot_hold_is_reported(zhou):
    load_shipped_bank(cast.centre(), by=zhou)
    content, count, report = bank_file(to_export(zhou, BankFilter(kind="essay")), form="jsonl", language="zh")
    assert (count, content.count(b"\n"), report.lost, report.left_out) == (3, 3, 0, 0)
    _content, count, report = bank_file(to_export(zhou, BankFilter()), form="gift", language="en")
    assert (count + report.left_out, report.lost > 0) == (43, True)


def wav(seconds=1):
    out = BytesIO()
    with wave.open(out, "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", ""))
        file.writeframes(b"\0\1" * 8000 * seconds)
    return SimpleUploadedFile("call.wav", out.getvalue())


@pytest.fixture
def heard(zhou, tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    beside = Beside(sound=keep_sound(wav()), most_plays=2)
    return add_bank_question(cast.centre(), by=zhou, content=HOLD, beside=beside)


def test_the_third_of_two_plays_is_refused_whoever_holds_it(heard, zhou):
    assert [grant_play("sitting-1", heard, limit=2, user=zhou).left for _ in range(2)] == [1, 0]
    with pytest.raises(NotNow, match="plays_used"):
        grant_play("sitting-1", heard, limit=2, user=zhou)
    assert (plays_left("sitting-1", heard, limit=2), plays_left("sitting-2", heard, limit=2)) == (0, 2)
    assert grant_play("sitting-3", heard, limit=None, user=zhou).left is None
    assert Play.objects.get(holder="sitting-1").count == 2


def test_a_ticket_is_for_one_person_and_one_question(heard, zhou):
    ticket = grant_play("s", heard, limit=None, user=zhou).ticket
    assert sound_of(ticket, heard.pk, zhou) == path_of(heard.sound)
    for question, user in ((heard.pk + 1, zhou), (heard.pk, cast.user("wu"))):
        with pytest.raises(NotAllowed):
            sound_of(ticket, question, user)


def test_a_recording_is_what_is_in_it_not_what_it_is_called(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    assert keep_sound(wav()) == keep_sound(wav())
    for content in (b"", b"<html>", b"RIFF\0\0\0\0WAVEfmt "):
        with pytest.raises(NotValid):
            keep_sound(SimpleUploadedFile("call.wav", content))
    assert len(list((tmp_path / "questions").iterdir())) == 1


def test_a_version_keeps_its_recording(heard, zhou):
    from hengcai.assessment.actions import publish_bank_question, revise_bank_question

    publish_bank_question(submit_bank_question(heard, by=zhou), by=cast.user("feng"))
    second = revise_bank_question(heard, by=zhou)
    assert (second.sound, second.most_plays, second.number) == (heard.sound, 2, 2)
