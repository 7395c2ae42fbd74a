"""Moodle's embedded answers: `{1:SHORTANSWER:=right~%50%half#said}` within the HTML of a text."""

import html
import re
from collections.abc import Sequence
from fractions import Fraction

from hengcai.assessment.formats.holding import letter
from hengcai.assessment.formats.markup.texts import from_html, from_plain, to_html, to_plain
from hengcai.assessment.rules.questions import Answer, Gap, Option, Question
from hengcai.assessment.rules.shares import decimal, near, number, percent, written
from hengcai.base.errors import NotValid

GAP = re.compile(r"\{(\d*):([A-Z_]+):((?:[^}\\]|\\.)+)\}", re.DOTALL)
_TURNS = ("", "_V", "_H", "_S", "_VS", "_HS", "V", "H", "S", "VS", "HS")
CHOICES = frozenset(f"{name}{turn}" for name in ("MULTICHOICE", "MC") for turn in _TURNS)
TEXTS = frozenset(("SHORTANSWER", "SA", "MW"))
CASED = frozenset(("SHORTANSWER_C", "SAC", "MWC"))
NUMBERS = frozenset(("NUMERICAL", "NM"))
_ANSWER = re.compile(r"(=|%(-?[0-9]+(?:[.,][0-9]*)?)%)?((?:[^#\\]|\\.)*)(?:#(.*))?", re.DOTALL)
_PARTS = re.compile(r"(?:[^~\\]|\\.)+", re.DOTALL)
_LINES = re.compile(r"\s*\n\s*")
_ESCAPED = re.compile(r"\\([}#~/\"\\])")
_TO_ESCAPE = re.compile(r"[}#~/\"\\]")
_KIND = re.compile(r"\s*([A-Z_]+):")
_MARK = re.compile(r"\{\{([^{}\s]{1,40})\}\}")


def read_text(source: str, lost: set[str]) -> tuple[str, tuple[Gap, ...], list[int]]:
    """The text with `{{1}}` where the gaps stand, the gaps, and what each counts."""
    gaps: list[Gap] = []
    weights: list[int] = []

    def mark(match: re.Match[str]) -> str:
        gaps.append(_gap(str(len(gaps) + 1), match[2], match[3], lost))
        weights.append(int(match[1][:9] or 1))
        return f"{{{{{len(gaps)}}}}}"

    return from_html(GAP.sub(mark, source), lost), tuple(gaps), weights


def _gap(code: str, kind: str, source: str, lost: set[str]) -> Gap:
    """One gap from the inner of its braces."""
    parts = [match for one in _split(source) if (match := _ANSWER.fullmatch(one)) is not None]
    if any(match[4] and _bare(match[4]) for match in parts):
        lost.add("answer_feedback")
    if kind in CHOICES:
        told = [(from_plain(_bare(match[3])), _share(match)) for match in parts]
        return Gap(code, options=tuple(Option(letter(n), text, share) for n, (text, share) in enumerate(told)))
    if kind in NUMBERS:
        return Gap(code, answers=tuple(_number(match) for match in parts if _bare(match[3]) != "*"))
    if kind not in TEXTS and kind not in CASED:
        raise NotValid("questions.kind_unheld", value=kind)
    if kind in CASED:
        lost.add("case")
    return Gap(code, answers=tuple(Answer(_bare(match[3]), _share(match)) for match in parts))


def _split(source: str) -> list[str]:
    """At each `~` that is not escaped; one in front says that the first is a choice too."""
    return [one for one in _PARTS.findall(source) if one.strip()]


def _bare(source: str) -> str:
    without = html.unescape(re.sub(r"<[^>]*>", "", source))
    return _LINES.sub(" ", _ESCAPED.sub(r"\1", without)).strip()


def _share(match: re.Match[str]) -> Fraction:
    if not match[1]:
        return Fraction(0)
    return Fraction(1) if match[1] == "=" else near(number(match[2].replace(",", ".").rstrip(".")) / 100)


def _number(match: re.Match[str]) -> Answer:
    value, _, tolerance = _bare(match[3]).partition(":")
    return Answer(written(number(value)), _share(match), number(tolerance or "0"))


def told_text(question: Question, weight: int, lost: set[str]) -> str:
    """HTML with the answers in place of the marks."""
    gaps = {gap.id: gap for gap in question.gaps}
    if [gap.id for gap in question.gaps] != [str(n) for n in range(1, len(gaps) + 1)]:
        lost.add("gap_ids")
    told = to_html(str(question.text))
    marks = _MARK.findall(told)
    if GAP.search(told) or sorted(marks) != sorted(gaps) or marks != list(gaps):
        raise NotValid("questions.gaps_unheld", question=question.id)
    return _MARK.sub(lambda match: html.escape(_told_gap(gaps[match[1]], weight, lost), quote=False), told)


def _told_gap(gap: Gap, weight: int, lost: set[str]) -> str:
    if any(one.feedback for one in gap.options) or any(one.feedback for one in gap.answers):
        lost.add("answer_feedback")
    if gap.options:
        kind, told = "MULTICHOICE", [_told(to_plain(str(one.text), lost), one.share) for one in gap.options]
    elif gap.answers[0].tolerance is not None:
        kind, told = "NUMERICAL", [_told_number(one) for one in gap.answers]
    else:
        kind, told = "SHORTANSWER", [_told(str(one.value), one.share) for one in gap.answers]
    return f"{{{weight}:{kind}:{'~'.join(told)}}}"


def _told(text: str, share: Fraction) -> str:
    return _sign(share) + _TO_ESCAPE.sub(lambda match: f"\\{match[0]}", text)


def _told_number(one: Answer) -> str:
    return f"{_sign(one.share)}{one.value}:{decimal(one.tolerance or Fraction(0), places=7)}"


def _sign(share: Fraction) -> str:
    return "=" if share == 1 else f"%{percent(share)}%"


def gap_of(code: str, told: str, lost: set[str]) -> Gap:
    """`SHORTANSWER:=a~=b`, or the right answers alone: `a~b`."""
    match = _KIND.match(told)
    if match is None:
        answers = tuple(Answer(_ESCAPED.sub(r"\1", one).strip(), Fraction(1)) for one in _split(told))
        return Gap(code, answers=answers)
    return _gap(code, match[1], html.escape(told[match.end() :], quote=False), lost)


def told_gap(gap: Gap, lost: set[str]) -> str:
    """What `gap_of` reads."""
    return _told_gap(gap, 1, lost)[3:-1]


def even_weight(question: Question) -> int:
    """What each gap counts, where the points can be shared out in whole ones."""
    each = question.points / len(question.gaps)
    return int(each) if each.denominator == 1 and 0 < each < 1000 else 1


def are_even(weights: Sequence[int]) -> bool:
    return len(set(weights)) <= 1
