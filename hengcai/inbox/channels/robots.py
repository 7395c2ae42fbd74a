"""The group robots as they really are, and a gateway for SMS: how a call is signed and written, what their answers mean,
how much they take."""

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from hengcai.base.errors import NotValid

WECOM, DINGTALK, FEISHU, GATEWAY = "wecom", "dingtalk", "feishu", "gateway"
ROBOTS = (WECOM, DINGTALK, FEISHU, GATEWAY)
REPEATABLE = frozenset({GATEWAY})
"""Told the same id twice, it sends once; the robots have no such thing."""
HOSTS: Mapping[str, frozenset[str]] = {
    WECOM: frozenset({"qyapi.weixin.qq.com"}), DINGTALK: frozenset({"oapi.dingtalk.com"}),
    FEISHU: frozenset({"open.feishu.cn", "open.larksuite.com"}), GATEWAY: frozenset(),
}  # fmt: skip
PER_MINUTE = 15
"""Of calls to one robot; the least any of them allows is 20."""
PAUSES = {
    WECOM: timedelta(minutes=1), DINGTALK: timedelta(minutes=10), FEISHU: timedelta(minutes=1), GATEWAY: timedelta(minutes=1),
}  # fmt: skip
"""After its limit: DingTalk shuts a robot for ten minutes."""
CODES: Mapping[str, Mapping[int, str]] = {
    WECOM: {45009: "limit", 45033: "limit", -1: "later", 93000: "refused", 40001: "refused", 40014: "refused"},
    DINGTALK: {
        130101: "limit", 130102: "limit", 90030: "limit", 410100: "limit", -1: "later", 310000: "refused", 300001: "refused",
        300005: "refused", 400101: "refused", 400102: "refused", 40035: "bad",
    },
    FEISHU: {11232: "limit", 9499: "bad", 19002: "bad", 19021: "refused", 19022: "refused", 19024: "refused", 19001: "refused"},
}  # fmt: skip
DONE, LIMIT, LATER, REFUSED, BAD, MAYBE = "done", "limit", "later", "refused", "bad", "maybe"
STATUSES: Mapping[int, str] = {429: LIMIT, 401: REFUSED, 403: REFUSED, 404: REFUSED, 400: BAD, 422: BAD}
"""`later`: it was not taken, try again. `maybe`: it went out and no answer came. `refused`: the
robot's address, secret or safety rules are wrong, so nothing more is sent until they are mended. `bad`: this one message is
not taken, ever."""
MOST_CALLED = 20
"""People called in one message."""


@dataclass(frozen=True)
class Call:
    url: str
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Message:
    """`id`: the same however often it is sent. `handles`: how those called are known: a mobile number or a user id."""

    text: str
    handles: Sequence[str]
    id: str = ""


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
    if robot == GATEWAY:
        raise NotValid("notice.gateway_host", value=parts.netloc)
    is_own = parts.scheme == "https" and (parts.hostname or "") in HOSTS[robot] and port in {None, 443}
    if not is_own or parts.username is not None:
        raise NotValid("notice.address_host", known=sorted(HOSTS[robot]))


def call_of(robot: str, url: str, secret: str, message: Message, *, seconds: float) -> Call:
    text, handles = message.text, message.handles
    if robot == WECOM:
        return Call(url, _json(_wecom(text, handles)))
    if robot == DINGTALK:
        return Call(_signed(url, secret, milliseconds=round(seconds * 1000)), _json(_dingtalk(text, handles)))
    if robot == GATEWAY:
        return _gateway(url, secret, message, str(int(seconds)))
    body: dict[str, Any] = {"msg_type": "text", "content": {"text": _feishu(text, handles)}}
    if secret:
        stamp = str(int(seconds))
        body |= {"timestamp": stamp, "sign": feishu_sign(stamp, secret)}
    return Call(url, _json(body))


def _gateway(url: str, secret: str, message: Message, stamp: str) -> Call:
    """Signed over its moment and its body, so that nobody else can send by the gateway, nor send an old message again."""
    body = _json({"id": message.id, "to": list(message.handles), "text": message.text})
    headers = {"Idempotency-Key": message.id, "Hengcai-Timestamp": stamp}
    if secret:
        headers["Hengcai-Signature"] = gateway_sign(stamp, secret, body)
    return Call(url, body, headers)


def gateway_sign(stamp: str, secret: str, body: bytes) -> str:
    return hmac.new(secret.encode(), stamp.encode() + b"." + body, hashlib.sha256).hexdigest()


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
    if robot == GATEWAY:
        return Verdict(DONE if 200 <= status < 300 else STATUSES.get(status, LATER), f"HTTP {status}")
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
