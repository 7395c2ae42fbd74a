"""How lines are named: by their time, a ticket's by its day, by number where no time is known."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse
from django.utils.translation import override

from hengcai.interactions.models import Contact
from hengcai.web.quality.summary import direction, length, when
from hengcai.web.quality.transcript import Moments, said
from tests.quality import scene

AT = datetime(2026, 3, 12, 1, 5, tzinfo=UTC)  # 09:05 in Shanghai


def contact(channel="call", **more):
    return Contact(key="c1", started_at=AT, channel=channel, **more)


def turns(*starts, text="嗯"):
    return [{"speaker": "agent", "text": text, "start": start, "end": start + 2} for start in starts]


def silent(count):
    return [{"speaker": "agent", "text": "嗯"} for _number in range(count)]


@pytest.mark.parametrize(
    ("text", "place"),
    [("0:31", 2), ("00:31", 2), ("0:33", 2), ("0：31", 2), ("0:00", 0), ("0:02", 0), ("9:59", 2), ("2", 1), ("x", -1)],
)
def test_a_line_is_meant_by_its_time_or_its_number(text, place):
    assert Moments(contact(), turns(4, 9, 31)).place(text) == place


@pytest.mark.parametrize("place", range(4))
def test_what_stands_in_the_field_leads_back_to_its_line(place):
    """Two lines that begin in the same second are told apart by their number."""
    moments = Moments(contact(), turns(4, 9, 9.4, 3700))
    assert [moments.typed(other) for other in range(4)] == ["0:04", "2", "3", "1:01:40"]
    assert moments.place(moments.typed(place)) == place


def test_without_times_lines_go_by_number():
    moments = Moments(contact(), silent(3))
    assert not moments.are_times
    assert (moments.shown(1), moments.typed(1), moments.place("2"), moments.place("0:31")) == ("2", "2", 1, -1)


def test_a_tickets_lines_stand_at_their_day_and_go_by_number():
    moments = Moments(contact("ticket"), turns(0, 86_400))
    with override("zh-hans"):
        assert moments.shown(1) == "3月13日 09:05"
    assert (moments.typed(1), moments.place("2")) == ("2", 1)


@pytest.mark.parametrize(
    ("channel", "gap", "pause"),
    [
        ("call", 12, "静音 0:12"), ("video", 12, "静音 0:12"), ("call", 9, ""), ("chat", 59, ""),
        ("chat", 75, "隔了 1:15 没有新消息"), ("ticket", 50_000, ""), ("ticket", 86_400, "隔了 24 小时 0 分钟没有记录"),
        ("ticket", 3 * 86_400, "隔了 3 天 0 小时没有记录"),
    ],
)  # fmt: skip
def test_a_pause_is_told_in_the_channels_own_words(channel, gap, pause):
    with override("zh-hans"):
        assert [line.pause for line in said(contact(channel), turns(0, gap + 2))] == ["", pause]


def test_a_ticket_is_opened_one_day_and_settled_another():
    ticket = contact("ticket", ended_at=datetime(2026, 3, 14, 3, 0, tzinfo=UTC))
    with override("en"):
        assert when(ticket, 50 * 3600) == "opened 12 Mar 09:05 · closed 14 Mar 11:00 · took 2 d 2 h"
        assert when(contact(), 391) == "12 Mar 09:05 · 6:31"
        assert when(contact(), None) == "12 Mar 09:05"
        assert [length(seconds) for seconds in (0, 59 * 60, 3600, 47 * 3600)] == [
            "0 min",
            "59 min",
            "1 h 0 min",
            "47 h 0 min",
        ]


@pytest.mark.parametrize(
    ("told", "shown"),
    [("Inbound", "呼入"), ("外呼", "外呼"), ("回访", "回访"), ("转 13812345678", "转 138****5678"), ("", "")],
)
def test_the_usual_directions_are_said_alike_and_others_as_they_came(told, shown):
    with override("zh-hans"):
        assert direction(told) == shown


def test_the_desk_tells_what_lies_there_and_its_place_among_the_days_work(db, enter):
    first, second = scene.assignment(), scene.assignment()
    client = enter("chen", "zh-hans")
    transcript = second.contact.transcript
    transcript.told = {"direction": "outbound", "skill_group": "宽带组"}
    transcript.save()
    text = client.get(reverse("score-contact", args=[second.pk])).content.decode()
    assert "第 2/2 条</span> · 3月31日截止" in text
    for fact in (second.contact.key, "外呼", "宽带组", "Team one", "呼入客服", "Feng "):
        assert fact in text
    scene.submit(first)
    assert "第 2/2" in client.get(reverse("score-contact", args=[second.pk])).content.decode()
    assert "/2 ·" not in client.get(reverse("score-contact", args=[first.pk])).content.decode()


def test_every_button_carries_its_word(db, enter):
    text = enter("chen", "zh-hans").get(reverse("score-contact", args=[scene.assignment().pk])).content.decode()
    for label in ("1 不符合要求", "2 多数不符合", "5 卓越表现", "不适用", "通过"):
        assert f'title="{label}"' in text
        assert f'aria-label="{label}"' in text


def test_a_pin_is_kept_by_the_time_typed_and_shown_by_it(db, enter):
    given, client = scene.assignment(), enter("chen", "zh-hans")
    marks = {f"mark-{code}": mark.value for code, mark in scene.GOOD.items()}
    client.post(
        reverse("score-contact", args=[given.pk]), {**marks, "edit_count": "0", "do": "save", "line-listening": "0:31"}
    )
    assert given.evaluations.get().answers.get(item__code="listening").turn == 2
    text = client.get(reverse("score-contact", args=[given.pk])).content.decode()
    assert 'name="line-listening" value="0:31"' in text
    assert "引用 </span>0:31</span>" in text
