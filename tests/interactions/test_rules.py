"""What a row must hold, tried cell by cell."""

import time
from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from hengcai.base.errors import NotValid
from hengcai.interactions.rules import values as cells
from hengcai.interactions.rules.contact import contact_of
from hengcai.interactions.rules.measure import measure_of
from hengcai.interactions.rules.turns import (
    LONGEST_TURN,
    Turn,
    as_objects,
    split_long,
    spoken_count,
    turns_of,
    turns_of_text,
)

SHANGHAI = ZoneInfo("Asia/Shanghai")


def refusal(call, *args, **kwargs):
    with pytest.raises(NotValid) as caught:
        call(*args, **kwargs)
    return caught.value.code, caught.value.facts


def test_lines_of_text_become_turns_whoever_speaks_and_however_it_is_written():
    text = "客服：您好\n 坐席: 请讲\nAgent: hello\n客户 ：我要退货\n\n还有一件\nsystem: 转接\nCUSTOMER:ok"
    assert turns_of_text(text) == (
        Turn("agent", "您好"), Turn("agent", "请讲"), Turn("agent", "hello"), Turn("customer", "我要退货\n还有一件"),
        Turn("system", "转接"), Turn("customer", "ok"),
    )  # fmt: skip


def test_a_colon_within_a_line_is_no_speaker():
    assert turns_of_text("客服：时间：九点\n地址：成都") == (Turn("agent", "时间：九点\n地址：成都"),)


def test_what_the_system_did_does_not_count_as_spoken():
    turns = turns_of([{"speaker": "system", "text": "query"}, {"speaker": "agent", "text": " "}])
    assert spoken_count(turns) == 0
    assert spoken_count([*turns, Turn("customer", "好")]) == 1


def test_a_turn_may_lack_words_and_times_and_gives_back_only_what_it_has():
    turns = turns_of([{"speaker": "客户", "text": None, "start": "", "end": "2.5", "act": "x"}])
    assert as_objects(turns) == [{"speaker": "customer", "text": "", "end": 2.5}]
    assert turns_of(None) == turns_of("") == turns_of([]) == ()


@pytest.mark.parametrize("seconds", [True, -1, "nan", "inf", [1]])
def test_times_that_are_none_are_refused(seconds):
    code, facts = refusal(turns_of, [{"speaker": "agent", "text": "", "start": seconds}])
    assert (code, facts["number"]) == ("turns.seconds_malformed", 1)


def test_moments_without_a_zone_are_the_centres():
    assert cells.moment("2026-03-01T00:30:00", "started_at", zone=SHANGHAI) == datetime(2026, 2, 28, 16, 30, tzinfo=UTC)
    assert cells.moment("2026-03-01T00:30:00Z", "started_at", zone=SHANGHAI) == datetime(2026, 3, 1, 0, 30, tzinfo=UTC)
    assert cells.moment("2026-03-01", "started_at", zone=SHANGHAI) == datetime(2026, 2, 28, 16, tzinfo=UTC)


@pytest.mark.parametrize(("written", "value"), [("1", "1.00"), ("4.50", "4.50"), (" 5 ", "5.00"), ("", None)])
def test_scores_are_exact(written, value):
    found = cells.score(cells.text({"csat": written}, "csat", most=20), "csat", low=1, high=5)
    assert found == (Decimal(value) if value else None)


@pytest.mark.parametrize(("written", "code"), [("1e0", "decimal.malformed"), ("４", "decimal.malformed"),
                                               ("NaN", "decimal.malformed"), ("5.001", "import.outside"),
                                               ("4.999", "import.too_many_places")])  # fmt: skip
def test_scores_that_are_none_are_refused(written, code):
    found, facts = refusal(cells.score, written, "csat", low=1, high=5)
    assert (found, facts["column"], facts["value"]) == (code, "csat", written)


@pytest.mark.parametrize(("written", "value"), [("是", True), ("No", False), ("0", False), ("TRUE", True), ("", None)])
def test_yes_and_no_in_both_languages(written, value):
    assert cells.yes_no(written, "resolved_first_contact") is value


def test_numbers_and_truths_of_json_are_read_as_text():
    row = {"a": 4, "b": 4.5, "c": True, "d": False, "e": None}
    assert [cells.text(row, name, most=9) for name in "abcdef"] == ["4", "4.5", "true", "false", "", ""]


WHOLE = {"id": "1", "agent": "li", "started_at": "2026-03-01T09:00:00", "channel": "CALL"}


def contact(**changes):
    return contact_of({**WHOLE, **changes}, zone=SHANGHAI, extra={})


def test_the_digest_tells_content_and_not_spelling():
    plain = contact(csat="4", complaint="", resolved_first_contact="yes")
    same = contact(csat=4.0, complaint="none", resolved_first_contact="是", channel="call",
                   started_at="2026-03-01T01:00:00+00:00", turns=[])  # fmt: skip
    assert plain.digest() == same.digest()
    others = [contact(csat="5"), contact(agent="wang"), contact(queue="q"), contact(ended_at="2026-03-01T09:01:00"),
              contact(turns=[{"speaker": "agent", "text": "a"}]), contact(recommend="0"), contact(language="zh")]  # fmt: skip
    assert len({one.digest() for one in (plain, *others)}) == 1 + len(others)


def test_a_recommendation_of_nought_is_a_recommendation():
    assert contact(recommend=0).recommend == 0
    assert contact(recommend="").recommend is None


def test_an_id_of_nothing_anybody_sees_is_missing():
    assert refusal(contact, agent="\u200b") == ("table.value_missing", {"column": "agent"})


def test_turns_as_broken_json_text_are_refused():
    assert refusal(contact, turns="[{")[0] == "turns.not_list"
    assert refusal(contact, turns={"speaker": "agent", "text": "a"})[0] == "turns.not_list"
    assert refusal(contact, text=4)[0] == "table.not_text"
    assert refusal(contact, text="客服：a\0")[0] == "import.zero_character"


MEASURE = {
    "agent": "li",
    "period_start": "2026-03-01",
    "period_end": "2026-03-31",
    "measure": "csat_share",
    "value": "0.9",
}


@pytest.mark.parametrize(
    ("changes", "code", "column"),
    [
        ({"period_end": "2026-02-28"}, "measure.ends_before_start", "period_end"),
        ({"period_start": "March"}, "import.day_malformed", "period_start"),
        ({"measure": "CSAT %"}, "measure.code_malformed", "measure"),
        ({"value": ""}, "table.value_missing", "value"),
        ({"value": "many"}, "decimal.malformed", "value"),
        ({"measure": "aht", "value": "100000000"}, "measure.too_large", "value"),
        ({"numerator": "0.00001"}, "import.too_many_places", "numerator"),
    ],
)
def test_wrong_measures_are_refused(changes, code, column):
    found, facts = refusal(measure_of, {**MEASURE, **changes})
    assert (found, facts["column"]) == (code, column)


def test_a_measure_may_be_negative_and_lack_its_parts():
    assert measure_of({**MEASURE, "measure": "trend", "value": "-1.5"}).figures == (Decimal("-1.5"), None, None)


def joined(pieces):
    return "".join(turn.text for turn in pieces)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("好的。" * 7_000, "。"),
        ("it is so. " * 3_000, ". "),
        ("word " * 5_000, " "),
        ("字" * 45_000, "字"),
        ("字" * 19_000 + "。" + "字" * 30_000, "。字"),
    ],
)
def test_a_turn_no_reader_takes_becomes_several_without_losing_a_letter(text, ends):
    pieces = split_long((Turn("customer", text, 1.0, 9.0), Turn("agent", "ok", 9.0)))
    said, last = pieces[:-1], pieces[-1]
    assert joined(said) == text
    assert all(turn.speaker == "customer" and 0 < len(turn.text) <= LONGEST_TURN for turn in said)
    assert all(turn.text.endswith(tuple(ends)) for turn in said[:-1])
    assert [(turn.start, turn.end) for turn in said] == [(1.0, 9.0)] + [(None, None)] * (len(said) - 1)
    assert last == Turn("agent", "ok", 9.0)


def test_a_turn_of_the_longest_length_is_left_whole():
    turns = (Turn("agent", "字" * LONGEST_TURN), Turn("agent", "b"))
    assert split_long(turns) is turns


def test_a_text_of_sixteen_million_characters_is_read_in_no_time():
    lines = "agent: a\n" + "b\n" * 3_000_000
    began = time.process_time()
    (turn,) = turns_of_text(lines)
    assert len(split_long((turn,))) == 301
    assert time.process_time() - began < 10
