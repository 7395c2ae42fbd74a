"""What messages say, when they may go out, how robots are called and what their answers mean."""

import hmac
import json
from datetime import UTC, date, datetime, timedelta
from functools import partial
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengcai.base.errors import NotValid
from hengcai.base.say import sentence
from hengcai.inbox.channels import robots
from hengcai.inbox.channels.quiet import LONGEST_WAIT, Quiet, loud_from, wait_after
from hengcai.inbox.channels.texts import STAGES, Told, call, letter
from hengcai.inbox.kinds import KINDS
from hengcai.inbox.models import Notice

LINK = "https://hengcai.example/inbox/"
TOLD = st.lists(
    st.builds(Told, st.sampled_from(sorted(KINDS)), st.sampled_from(STAGES), st.none() | st.dates(date(2026, 1, 1))),
    min_size=1, max_size=14,
)  # fmt: skip
LANGUAGES = st.sampled_from(["zh-hans", "en"])


def say(language):
    return lambda code, **facts: sentence(code, language, facts)


def without(text, *parts):
    for part in sorted(parts, key=len, reverse=True):
        text = text.replace(part, "")
    return text


@given(TOLD, LANGUAGES)
def test_messages_are_built_from_subjects_days_and_the_link_alone(told, language):
    """Taking away every sentence of the catalogue, every day and the link leaves nothing but numbers and marks."""
    tell = say(language)
    days = {one.due_on.isoformat() for one in told if one.due_on}
    mail, group = letter(told, LINK, tell), call(told, LINK, tell)
    known = {tell(f"duty.{one.kind}") for one in told}
    frames = [tell(code, what="", count=2, day="", link="") for code in FRAMES]
    frames += [tell(code, what="", count=1, day="", link="") for code in FRAMES]
    pieces = [
        piece for frame in frames for piece in frame.replace("2", "\n").replace("1", "\n").split("\n") if piece.strip()
    ]
    left = without(mail.subject + mail.body + group, LINK, *days, *known, *pieces)
    assert not [sign for sign in left if sign.isalpha()]
    assert not any(what in group for what in known)


FRAMES = (
    "notice.subject", "notice.first_due", "notice.line.new", "notice.line.reminder", "notice.line.escalation", "notice.due",
    "notice.more", "notice.open", "notice.foot", "notice.call.new", "notice.call.reminder", "notice.call.escalation",
)  # fmt: skip


def test_a_row_of_the_outbox_has_no_room_for_what_a_message_must_not_say():
    names = {field.name for field in Notice._meta.get_fields()}
    assert not names & {"what", "text", "subject", "body", "name", "score", "band"}


def local(*parts):
    return datetime(*parts, tzinfo=UTC)


MOMENTS = st.integers(0, 386 * 24 * 60).map(lambda minutes: local(2025, 12, 20) + timedelta(minutes=minutes))
TIMES = st.times().map(lambda one: one.replace(second=0, microsecond=0))


def weekday(day):
    return day.weekday() < 5


@given(MOMENTS, st.builds(Quiet, TIMES, TIMES, st.booleans()))
def test_what_is_put_off_goes_out_at_the_first_loud_moment(moment, quiet):
    found = loud_from(moment, quiet, weekday)
    assert found >= moment
    assert found - moment < timedelta(days=4)
    assert loud_from(found, quiet, weekday) == found
    if found > moment + timedelta(minutes=1):
        before = found - timedelta(minutes=1)
        assert loud_from(before, quiet, weekday) > before


@pytest.mark.parametrize(
    ("moment", "found"),
    [
        (local(2026, 4, 1, 19, 59), local(2026, 4, 1, 19, 59)),
        (local(2026, 4, 1, 20, 0), local(2026, 4, 2, 8, 0)),
        (local(2026, 4, 2, 7, 59), local(2026, 4, 2, 8, 0)),
        (local(2026, 4, 3, 20, 0), local(2026, 4, 6, 8, 0)),
        (local(2026, 4, 4, 12, 0), local(2026, 4, 6, 8, 0)),
    ],
)
def test_quiet_hours_as_shipped(moment, found):
    assert loud_from(moment, Quiet(), weekday) == found


def test_waits_double_up_to_an_hour():
    waits = [wait_after(number) for number in range(1, 9)]
    assert [one.total_seconds() / 60 for one in waits] == [1, 2, 4, 8, 16, 32, 60, 60]
    assert wait_after(10**6) == LONGEST_WAIT


def test_feishu_signs_an_empty_message_with_stamp_and_secret_as_the_key():
    made = robots.call_of(
        "feishu", "https://open.feishu.cn/x", "demo", robots.Message("a", ["ou_1"]), seconds=1599360473.9
    )
    told = json.loads(made.body)
    assert told["timestamp"] == "1599360473"
    assert told["sign"] == robots.feishu_sign("1599360473", "demo")
    assert told["content"]["text"] == 'a <at user_id="ou_1"></at>'


def test_dingtalk_signs_in_the_address_in_milliseconds():
    url = "https://oapi.dingtalk.com/robot/send?access_token=t"
    made = robots.call_of("dingtalk", url, "SECx", robots.Message("a", ["13800000000", "u1"]), seconds=1.5)
    query = parse_qs(urlsplit(made.url).query)
    assert query == {"access_token": ["t"], "timestamp": ["1500"], "sign": [robots.dingtalk_sign("1500", "SECx")]}
    told = json.loads(made.body)
    assert told["at"] == {"atMobiles": ["13800000000"], "atUserIds": ["u1"], "isAtAll": False}
    assert told["text"]["content"] == "a @13800000000 @u1"


def test_wecom_has_no_signature_and_tells_mobiles_from_names():
    url = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k"
    made = robots.call_of("wecom", url, "", robots.Message("a", ["13800000000", "li"]), seconds=1)
    assert made.url == url
    assert json.loads(made.body)["text"] == {
        "content": "a", "mentioned_list": ["li"], "mentioned_mobile_list": ["13800000000"],
    }  # fmt: skip


def test_a_gateway_is_told_whom_and_what_signed_under_an_id():
    made = robots.call_of(
        "gateway", "http://sms.local/x", "k", robots.Message("字", ["13800000000"], "a1"), seconds=9.7
    )
    assert json.loads(made.body) == {"id": "a1", "to": ["13800000000"], "text": "字"}
    told = made.headers
    assert (told["Idempotency-Key"], told["Hengcai-Timestamp"]) == ("a1", "9")
    assert told["Hengcai-Signature"] == hmac.new(b"k", b"9." + made.body, "sha256").hexdigest()


@pytest.mark.parametrize(
    ("robot", "status", "body", "kind"),
    [
        ("feishu", 200, {"code": 0}, "done"), ("feishu", 200, {"StatusCode": 0}, "done"), ("feishu", 200, {"code": 11232}, "limit"),
        ("feishu", 400, {"code": 9499}, "bad"), ("feishu", 200, {"code": 19021}, "refused"), ("dingtalk", 200, {"errcode": 0}, "done"),
        ("dingtalk", 200, {"errcode": 130101}, "limit"), ("dingtalk", 200, {"errcode": 310000}, "refused"),
        ("wecom", 200, {"errcode": 0}, "done"), ("wecom", 200, {"errcode": 45009}, "limit"), ("wecom", 200, {"errcode": 93000}, "refused"),
        ("wecom", 200, {"errcode": -1}, "later"), ("wecom", 500, {"errcode": 0}, "later"), ("wecom", 429, {}, "limit"),
        ("wecom", 200, [], "later"), ("wecom", 302, {}, "later"), ("gateway", 202, {}, "done"), ("gateway", 503, {}, "later"),
        ("gateway", 429, {}, "limit"), ("gateway", 401, {}, "refused"), ("gateway", 422, {}, "bad"), ("gateway", 302, {}, "later"),
    ],
)  # fmt: skip
def test_what_robots_answer(robot, status, body, kind):
    assert robots.verdict(robot, status, json.dumps(body).encode()).kind == kind


def test_what_is_no_answer_of_a_robot_is_tried_again():
    robots_alone = set(robots.ROBOTS) - {robots.GATEWAY}
    assert {robots.verdict(one, 200, b"<html>").kind for one in robots_alone} == {"later"}


@pytest.mark.parametrize(
    "url",
    [
        "http://qyapi.weixin.qq.com/x", "https://qyapi.weixin.qq.com.evil.example/x", "https://127.0.0.1/x", "ftp://a", "",
        "https://me@qyapi.weixin.qq.com/x", "https://qyapi.weixin.qq.com:8443/x", "https://[::1", "http://169.254.169.254/",
    ],
)  # fmt: skip
def test_only_robots_own_hosts_are_called(url):
    with pytest.raises(NotValid):
        robots.check_address("wecom", url)


def test_a_gateway_of_ones_own_has_to_stand_in_the_settings():
    for robot, code in (("wecom", "address_host"), ("gateway", "gateway_host")):
        check = partial(robots.check_address, robot, "http://gateway.local:8080/x")
        with pytest.raises(NotValid, match=code):
            check()
        check(more_hosts=["gateway.local:8080"])
