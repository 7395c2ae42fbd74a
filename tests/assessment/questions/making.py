"""Generated questions: every kind, awkward signs, shares of Moodle's list."""

import re
from fractions import Fraction
from html import unescape

from hypothesis import strategies as some

from hengcai.assessment.rules.questions import KINDS, Answer, Both, Gap, Match, Option, Question, plain
from hengcai.assessment.rules.shares import LISTED
from hengcai.web.shell.markdown import rendered

SIGNS = "ab Z09工单，。？=~#{}:;\\\"'<>&%*_-|！（）é𠮷"
WORDS = ["工单", "AHT", "平均处理时长", "a=b", "50%", "~x", "{y}", "c:\\d", "<b>", "A&B", "#1", "＊", "1. x", "_u_"]
SHARES = some.sampled_from([*LISTED, *(-one for one in LISTED if one)])
IDS = some.from_regex(r"[a-z][a-z0-9_]{0,6}", fullmatch=True)


def says_something(text):
    """Not an empty heading or an escaped tab: such a text renders to nothing, and no format keeps nothing."""
    return bool(unescape(re.sub("<[^>]*>", "", rendered(text))).strip())


def texts(least=1):
    words = some.lists(some.sampled_from(WORDS) | some.text(SIGNS, min_size=1, max_size=8), min_size=least, max_size=4)
    return words.map(" ".join).map(str.strip).filter(lambda text: says_something(text) or (least == 0 and not text))


def either(plain):
    """In one language, or in both."""
    return plain | some.builds(Both, plain, plain)


@some.composite
def options(draw, text):
    ids = draw(some.lists(IDS, min_size=2, max_size=5, unique=True))
    return tuple(Option(one, draw(text), draw(SHARES), draw(some.just("") | text)) for one in ids)


def numbers():
    return some.integers(-(10**6), 10**6).map(lambda n: f"{Fraction(n, 1)}") | some.sampled_from(
        ["0.5", "-2.25", "3.14159"]
    )


@some.composite
def answers(draw, kind, text):
    if kind == "true_false":
        return (Answer(draw(some.sampled_from(["true", "false"])), Fraction(1)),)
    if kind == "numeric":
        size = some.fractions(0, 5, max_denominator=8).filter(lambda f: f.denominator in (1, 2, 4, 8))
        return tuple(Answer(draw(numbers()), draw(SHARES), draw(size)) for _ in range(draw(some.integers(1, 3))))
    return tuple(Answer(draw(text), draw(SHARES)) for _ in range(draw(some.integers(1, 3))))


@some.composite
def gaps(draw, text):
    codes = [str(n) for n in range(1, draw(some.integers(1, 3)) + 1)]
    return tuple(
        Gap(code, options=draw(options(text)))
        if draw(some.booleans())
        else Gap(code, answers=draw(answers("short", text)))
        for code in codes
    )


@some.composite
def parts(draw, kind, text):
    if kind in ("single", "multiple"):
        return {"options": draw(options(text))}
    if kind in ("true_false", "numeric", "short"):
        return {"answers": draw(answers(kind, text))}
    if kind == "matching":
        apart = (lambda one: plain(one, "zh").strip(), lambda one: plain(one, "en").strip())
        lefts = draw(some.lists(text, min_size=2, max_size=4, unique_by=apart))
        pairs = tuple(Match(left, draw(text)) for left in lefts)
        return {"pairs": pairs, "distractors": tuple(draw(some.lists(text, max_size=2)))}
    return {"guidance": draw(some.just("") | text)}


@some.composite
def questions(draw, kinds=KINDS, text=None):
    kind = draw(some.sampled_from(kinds))
    text = either(texts()) if text is None else text
    more = {"competency": draw(some.sampled_from(["", "listening"])), "level": draw(some.sampled_from([None, 1, 3]))}
    more |= {
        "tags": tuple(draw(some.lists(IDS, max_size=2))),
        "points": draw(some.sampled_from([1, 2, Fraction(1, 3)])),
    }
    more["language"] = draw(some.sampled_from(["", "zh", "en"]))
    if kind == "cloze":
        found = draw(gaps(text))
        stem = " 再 ".join(f"先 {{{{{one.id}}}}}" for one in found)
        return Question(draw(IDS), kind, stem, gaps=found, **more)
    return Question(draw(IDS), kind, draw(text), **draw(parts(kind, text)), **more)
