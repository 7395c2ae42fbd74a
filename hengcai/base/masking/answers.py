"""What somebody tells because the other has just asked for it: the question says what the answer is."""

import re
from collections.abc import Iterator
from dataclasses import replace

from hengcai.base.masking.names import introduced
from hengcai.base.masking.numbers import numbers
from hengcai.base.masking.stretch import Stretch

_NAME = "my name is "
# what is asked for, and the words with which one would tell it without being asked
_ASKED = (
    (re.compile(r"身份证|证件号"), "身份证 "),
    (re.compile(r"卡号|银行卡|信用卡|储蓄卡"), "卡号 "),
    (re.compile(r"电话|手机|座机|联系方式"), "电话 "),
    (re.compile(r"姓名|名字|叫什么|怎么称呼|贵姓"), "我叫"),
    (re.compile(r"\bcard\b", re.IGNORECASE), "card "),
    (re.compile(r"\bsocial\b|\bssn\b", re.IGNORECASE), "ssn "),
    (re.compile(r"\b(?:phone|contact|callback|mobile|cell)\b", re.IGNORECASE), "phone "),
    (re.compile(r"\byour (?:full |first |last )?name\b|\bname,? please\b", re.IGNORECASE), _NAME),
)
_LONGEST_QUESTION = 400  # of a longer turn its end
_BEFORE_A_NAME = re.compile(
    r"(?:(?:well|oh|sorry|um|uh|erm|yes|yeah|sure|okay|ok|hi|hello|of course|it's|it is|that's|that is|that'd be"
    r"|this is|i'm|i am)\b[,.!… ]*){0,4}",
    re.IGNORECASE,
)


def answered(text: str, question: str) -> Iterator[Stretch]:
    """`text` in half width, read as if it began with what was asked for."""
    asked = question[-_LONGEST_QUESTION:]
    for words, lead in _ASKED:
        if words.search(asked):
            said = _BEFORE_A_NAME.match(text)
            skipped = said.end() if said and lead == _NAME else 0
            told = lead + text[skipped:]
            for one in (*numbers(told), *introduced(told)):
                if one.start >= len(lead):
                    yield _moved(one, skipped - len(lead))


def _moved(one: Stretch, by: int) -> Stretch:
    return replace(
        one, start=one.start + by, end=one.end + by, hidden_start=one.hidden_start + by, hidden_end=one.hidden_end + by
    )
