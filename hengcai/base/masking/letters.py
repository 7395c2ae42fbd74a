"""What is somebody's and not made of digits alone: e-mail addresses, number plates, accounts."""

import re
from collections.abc import Iterator

from hengcai.base.masking.stretch import ACCOUNT, EMAIL, PLATE, Stretch

_LONGEST_PART = 64
_LONGEST_SPACE = 8
_TOLD_ENDS = frozenset(
    ["com", "cn", "net", "org", "edu", "gov", "io", "uk", "hk", "tw", "au", "ca", "de", "fr", "jp", "info"]
)
# no spaces around it: how many stand there is looked at once, else a line of spaces costs the square of its length
_AT = re.compile(r"@|(?<=[ \t])at(?=[ \t])|艾特|圈[ \t]?a(?![A-Za-z])", re.IGNORECASE)
_SPACES = re.compile(r"[ \t]*")
_DOT = r"[ \t]*(?:\.|点|(?<=[ \t])dot(?=[ \t]))[ \t]*"
_SPACED = r"[A-Za-z0-9](?:[ \t][A-Za-z0-9](?![A-Za-z0-9]))+"  # q q, one letter at a time
_HOST = re.compile(
    rf"(?:{_SPACED}|[A-Za-z0-9-]{{1,63}})(?:{_DOT}(?:{_SPACED}|[A-Za-z0-9-]{{1,63}})){{1,4}}", re.IGNORECASE
)
_BEFORE = re.compile(
    r"(?:(?<![A-Za-z0-9])[A-Za-z0-9](?:[ \t][A-Za-z0-9_.-]){2,31}"
    r"|(?:[A-Za-z0-9_]{1,20}[ \t](?:dot|underscore|dash)[ \t]){0,3}[\w.%+〇零一二三四五六七八九-]{1,64})$",
    re.ASCII | re.IGNORECASE,
)

_ACCOUNT = re.compile(
    r"(?:qq|微信|wechat|weixin)[ \t]?(?:号码?|账号|id)?[ \t]?(?:是|is)?[:： \t]?"
    r"(?P<own>[1-9]\d{4,10}(?![\d元块])|(?=[a-z][a-z]{0,19}[\d_-])[a-z][\w-]{5,19})(?!\w*@)",
    re.ASCII | re.IGNORECASE,
)

_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_LETTER = "A-HJ-NP-Z"
_HAN_DIGITS = "〇零洞一幺二两三四五六七拐八九"
_PLATE = re.compile(
    rf"(?P<head>[{_PROVINCES}][ \t]?[{_LETTER}])[·.\- \t]{{0,3}}"
    rf"(?:[{_LETTER}\d{_HAN_DIGITS}][ \t·.\-]{{0,2}}){{4,5}}[{_LETTER}\d{_HAN_DIGITS}挂学警港澳领](?![A-Za-z\d])",
    re.IGNORECASE,
)
_PLATE_DIGITS = 3  # letters take at most two of the last five places


def mails(text: str) -> Iterator[Stretch]:
    """Found from the sign in the middle, so that no long word is looked at from each of its letters."""
    for sign in _AT.finditer(text):
        spaces = _SPACES.match(text, sign.end(), sign.end() + _LONGEST_SPACE)
        host = _HOST.match(text, spaces.end() if spaces else sign.end())
        if host is None or not _is_host(host[0], is_plain=sign[0] == "@"):
            continue
        near = text[max(0, sign.start() - _LONGEST_PART - _LONGEST_SPACE) : sign.start()]
        part = near.rstrip(" \t")
        before = _BEFORE.search(part[-_LONGEST_PART:])
        if before is None:
            continue
        end = sign.start() - len(near) + len(part)
        start = end - len(before[0])
        kept = start + (len(before[0]) > 1)
        yield Stretch(EMAIL, start, host.end(), kept, end)


def _is_host(host: str, *, is_plain: bool) -> bool:
    """The last part is letters; where no @ stands, the dot must be said or written without doubt."""
    last = re.split(_DOT, host, flags=re.IGNORECASE)[-1].replace(" ", "")
    is_told = is_plain or last.lower() in _TOLD_ENDS
    return is_told and last.isalpha() and len(last) >= 2


def accounts(text: str) -> Iterator[Stretch]:
    """QQ and WeChat, where they are called so; the first character stays."""
    for found in _ACCOUNT.finditer(text):
        yield Stretch(ACCOUNT, *found.span("own"), found.start("own") + 1, found.end("own"))


def plates(text: str) -> Iterator[Stretch]:
    for found in _PLATE.finditer(text):
        rest = text[found.end("head") : found.end()]
        if sum(sign.isdigit() or sign in _HAN_DIGITS for sign in rest) >= _PLATE_DIGITS:
            yield Stretch(PLATE, found.start(), found.end(), found.end("head"), found.end())
