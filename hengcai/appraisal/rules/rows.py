"""Rows of the files `ratings` and `tests`, cell by cell; each refusal names its column."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from hengcai.appraisal.rules import words  # noqa: F401 - says what is refused here
from hengcai.base.decimals import exact
from hengcai.base.errors import NotValid
from hengcai.base.ids import folded

RATING_REQUIRED, RATING_OPTIONAL = ("cycle", "agent", "source", "rater", "item", "score"), ("comment",)
MARK_REQUIRED, MARK_OPTIONAL = ("cycle", "agent", "test", "mark"), ("attempt",)
SOURCES = ("superior", "self", "peer", "practical")
SOURCE_WORDS = {
    **dict.fromkeys(("上级", "直接上级", "上级评价", "领导"), "superior"),
    **dict.fromkeys(("自评", "本人", "自我评价"), "self"),
    **dict.fromkeys(("同事", "同级", "同事互评", "互评", "平级"), "peer"),
    **dict.fromkeys(("实操", "实操考核", "上机实操"), "practical"),
}
PLACES = 6
LONGEST_NAME, LONGEST_COMMENT = 80, 4000
HIGHEST_MARK = 100
ATTEMPTS = {"": 1, "1": 1, "2": 2}
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RatingFacts:
    """`level` None is 'not observed'."""

    cycle: str
    agent: str
    source: str
    rater: str
    item: str
    level: Decimal | None
    comment: str

    @property
    def key(self) -> tuple[str, ...]:
        return (self.cycle, self.agent, self.source, self.rater, self.item)


@dataclass(frozen=True, slots=True)
class MarkFacts:
    cycle: str
    agent: str
    test: str
    attempt: int
    mark: Decimal

    @property
    def key(self) -> tuple[str | int, ...]:
        return (self.cycle, self.agent, self.test, self.attempt)


def rating_of(values: Values) -> RatingFacts:
    source = _source(values)
    if source not in SOURCES:
        raise NotValid("appraisal.source_unknown", column="source", value=source, known=SOURCES)
    agent, rater = _name(values, "agent"), _name(values, "rater")
    if (source == "self") != (agent == rater):
        raise NotValid("appraisal.rater_is_rated", column="rater", name=rater)
    level = _number(values, "score", low=1, high=5, code="appraisal.score_outside")
    item = _name(values, "item").lower()
    return RatingFacts(_name(values, "cycle"), agent, source, rater, item, level, _comment(values))


def mark_of(values: Values) -> MarkFacts:
    mark = _number(values, "mark", low=0, high=HIGHEST_MARK, code="appraisal.mark_outside")
    if mark is None:
        raise NotValid("appraisal.name_missing", column="mark")
    written = _text(values, "attempt")
    if written not in ATTEMPTS:
        raise NotValid("appraisal.attempt_unknown", column="attempt", value=written)
    return MarkFacts(_name(values, "cycle"), _name(values, "agent"), _name(values, "test"), ATTEMPTS[written], mark)


def _source(values: Values) -> str:
    source = _name(values, "source").lower()
    return SOURCE_WORDS.get(source, source)


def _text(values: Values, column: str) -> str:
    return str(values.get(column) or "").strip().replace("\0", "")


def _name(values: Values, column: str) -> str:
    """Folded: no second rater or item by what nobody sees."""
    found = folded(_text(values, column))
    if not found:
        raise NotValid("appraisal.name_missing", column=column)
    if len(found) > LONGEST_NAME:
        raise NotValid("appraisal.text_too_long", column=column, found=len(found), most=LONGEST_NAME)
    return found


def _comment(values: Values) -> str:
    found = _text(values, "comment")
    if len(found) > LONGEST_COMMENT:
        raise NotValid("appraisal.text_too_long", column="comment", found=len(found), most=LONGEST_COMMENT)
    return found


def _number(values: Values, column: str, *, low: int, high: int, code: str) -> Decimal | None:
    """As exact as it was written, none where nothing stands."""
    text = _text(values, column)
    if not text:
        return None
    try:
        value = exact(text)
    except NotValid as refusal:
        raise NotValid(refusal.code, **{**refusal.facts, "column": column}) from None
    if not low <= value <= high:
        raise NotValid(code, column=column, value=text)
    if (value * 10**PLACES).denominator != 1:
        raise NotValid("appraisal.too_many_places", column=column, value=text, most=PLACES)
    return Decimal(value.numerator) / Decimal(value.denominator)
