"""The group robots as they really are: how a call is signed and written, what their answers mean, how much they take."""

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from hengcai.base.errors import NotValid

WECOM, DINGTALK, FEISHU = "wecom", "dingtalk", "feishu"
ROBOTS = (WECOM, DINGTALK, FEISHU)
HOSTS: Mapping[str, frozenset[str]] = {
    WECOM: frozenset({"qyapi.weixin.qq.com"}), DINGTALK: frozenset({"oapi.dingtalk.com"}),
    FEISHU: frozenset({"open.feishu.cn", "open.larksuite.com"}),
}  # fmt: skip
PER_MINUTE = 15
"""Of calls to one robot; the least any of them allows is 20."""
PAUSES = {WECOM: timedelta(minutes=1), DINGTALK: timedelta(minutes=10), FEISHU: timedelta(minutes=1)}
"""After its limit: DingTalk shuts a robot for ten minutes."""
CODES: Mapping[str, Mapping[int, str]] = {
    WECOM: {45009: "limit", 45033: "limit", -1: "later", 93000: "refused", 40001: "refused", 40014: "refused"},
    DINGTALK: {
        130101: "limit", 130102: "limit", 90030: "limit", 410100: "limit", -1: "later", 310000: "refused", 300001: "refused",
        300005: "refused", 400101: "refused", 400102: "refused", 40035: "bad",
    },
    FEISHU: {11232: "limit", 9499: "bad", 19002: "bad", 19021: "refused", 19022: "refused", 19024: "refused", 19001: "refused"},
}  # fmt: skip
DONE, LIMIT, LATER, REFUSED, BAD = "done", "limit", "later", "refused", "bad"
"""`later`: try again. `refused`: the robot's address, secret or safety rules are wrong, so nothing more is sent until they
are mended. `bad`: this one message is not taken, ever."""
MOST_CALLED = 20
"""People called in one message."""


@dataclass(frozen=True)
class Call:
    url: str
    body: bytes


@dataclass(frozen=True)
class Verdict:
    kind: str
    said: str = ""


def check_address(robot: str, url: str, *, more_hosts: Sequence[str] = ()) -> None:
    """Only to the robots' own hosts, by https; others only where the installation's settings name them."""
    if robot not in ROBOTS:
        raise NotValid("notice.robot_unknown", value=robot, known=ROBOTS)
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise NotValid("notice.address") from None
    if parts.netloc.lower() in more_hosts and parts.scheme in {"http", "https"}:
        return
    is_own = parts.scheme == "https" and (parts.hostname or "") in HOSTS[robot] and port in {None, 443}
    if not is_own or parts.username is not None:
        raise NotValid("notice.address_host", known=sorted(HOSTS[robot]))


def call_of(robot: str, url: str, secret: str, *, text: str, handles: Sequence[str], seconds: float) -> Call:
    """`handles`: how the group knows those who are called: a mobile number or a user id."""
    if robot == WECOM:
        return Call(url, _json(_wecom(text, handles)))
    if robot == DINGTALK:
        return Call(_signed(url, secret, milliseconds=round(seconds * 1000)), _json(_dingtalk(text, handles)))
    body: dict[str, Any] = {"msg_type": "text", "content": {"text": _feishu(text, handles)}}
    if secret:
        stamp = str(int(seconds))
        body |= {"timestamp": stamp, "sign": feishu_sign(stamp, secret)}
    return Call(url, _json(body))


def feishu_sign(stamp: str, secret: str) -> str:
    """An empty message, signed with `stamp\\nsecret` as the key."""
    return _base64(hmac.new(f"{stamp}\n{secret}".encode(), b"", hashlib.sha256).digest())


def dingtalk_sign(stamp: str, secret: str) -> str:
    """`stamp\\nsecret`, signed with the secret as the key."""
    return _base64(hmac.new(secret.encode(), f"{stamp}\n{secret}".encode(), hashlib.sha256).digest())


def _signed(url: str, secret: str, *, milliseconds: int) -> str:
    if not secret:
        return url
    parts, stamp = urlsplit(url), str(milliseconds)
    query = [*parse_qsl(parts.query), ("timestamp", stamp), ("sign", dingtalk_sign(stamp, secret))]
    return urlunsplit(parts._replace(query=urlencode(query)))


def _wecom(text: str, handles: Sequence[str]) -> dict[str, Any]:
    mobiles = [one for one in handles if _is_mobile(one)]
    named = [one for one in handles if not _is_mobile(one)]
    return {"msgtype": "text", "text": {"content": text, "mentioned_list": named, "mentioned_mobile_list": mobiles}}


def _dingtalk(text: str, handles: Sequence[str]) -> dict[str, Any]:
    """Who is called must stand in the text as well, or the client does not show it."""
    mobiles = [one for one in handles if _is_mobile(one)]
    named = [one for one in handles if not _is_mobile(one)]
    called = "".join(f" @{one}" for one in handles)
    at = {"atMobiles": mobiles, "atUserIds": named, "isAtAll": False}
    return {"msgtype": "text", "text": {"content": text + called}, "at": at}


def _feishu(text: str, handles: Sequence[str]) -> str:
    return text + "".join(f' <at user_id="{one}"></at>' for one in handles)


def verdict(robot: str, status: int, body: bytes) -> Verdict:
    """Robots answer 200 with a code of their own; anything that is not their answer is tried again."""
    if status == 429:
        return Verdict(LIMIT, "HTTP 429")
    try:
        told = json.loads(body)
        code = int(told.get("errcode", told.get("code", told.get("StatusCode"))))
    except (ValueError, TypeError, AttributeError):
        return Verdict(LATER, f"HTTP {status}")
    if code == 0 and status < 400:
        return Verdict(DONE)
    return Verdict(CODES[robot].get(code, LATER), f"HTTP {status}, {code}")


def _is_mobile(handle: str) -> bool:
    return handle.removeprefix("+").isdigit() and len(handle) >= 11


def _json(body: Mapping[str, Any]) -> bytes:
    return json.dumps(body, ensure_ascii=False).encode()


def _base64(digest: bytes) -> str:
    return base64.b64encode(digest).decode()
