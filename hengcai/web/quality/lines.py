"""A scorecard's items as a page lays them out: what may be chosen, what was, what it comes to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hengcai.base.decimals import round_half_up
from hengcai.quality.cards import items_of
from hengcai.quality.fatal import fatal_told
from hengcai.quality.models import Item, Scorecard, Section
from hengcai.quality.rules import card as cards
from hengcai.quality.rules.card import Card, Mark
from hengcai.quality.rules.marks import needs_comment
from hengcai.quality.rules.score import (
    COUNTED,
    SET_ASIDE,
    UNANSWERED,
    ItemScore,
    Score,
    SectionScore,
    is_error,
    is_fatal,
    share_of,
)
from hengcai.web.shell.says import word


@dataclass(frozen=True)
class Choice:
    """One button of an item: what stands on it, what it says in full, what choosing it asks for."""

    value: str
    face: str
    label: str
    is_chosen: bool
    wants_why: bool
    is_error: bool
    is_fatal: bool


@dataclass(frozen=True)
class Rung:
    """A level or option with its words; `word` is what the level means on every item."""

    value: str
    face: str
    text: object
    share: str
    word: str = ""


@dataclass(frozen=True)
class Row:
    item: Item
    rule: cards.Item
    mark: Mark | None
    score: ItemScore
    choices: list[Choice]
    rungs: list[Rung]
    share: str
    weight: str

    @property
    def is_open(self) -> bool:
        """Still to be marked."""
        return self.score.status == UNANSWERED

    @property
    def wants_why(self) -> bool:
        return any(one.is_chosen and one.wants_why for one in self.choices)

    @property
    def told(self) -> str:
        return label_of(self.item, self.mark.value) if self.mark else ""

    @property
    def between(self) -> list[str]:
        """Levels one may give that have no words of their own."""
        known = {rung.value for rung in self.rungs}
        return (
            [level for level in cards.LEVELS if level not in known]
            if self.item.kind == cards.ANCHORED and known
            else []
        )

    @property
    def is_note(self) -> bool:
        return self.item.kind == cards.NOTE


@dataclass(frozen=True)
class Part:
    section: Section
    score: SectionScore
    rows: list[Row]
    share: str
    weight: str


def parts_of(scorecard: Scorecard, card: Card, marks: Mapping[str, Mark], score: Score) -> list[Part]:
    rows = {row.item.code: row for row in _rows(scorecard, card, marks, score)}
    scores = {one.code: one for one in score.sections}
    return [
        Part(
            section=section,
            score=scores[section.code],
            rows=[rows[item.code] for item in section.items.all()],
            share=plain_percent(scores[section.code].score),
            weight=weight_percent(scores[section.code].weight),
        )
        for section in scorecard.sections.all()
    ]


def _rows(scorecard: Scorecard, card: Card, marks: Mapping[str, Mark], score: Score) -> Iterator[Row]:
    found = score.by_code
    for item in items_of(scorecard):
        rule, mark = card.by_code[item.code], marks.get(item.code)
        yield Row(
            item=item,
            rule=rule,
            mark=mark,
            score=found[item.code],
            choices=choices_of(card, item, mark),
            rungs=rungs_of(card, item),
            share=share_text(found[item.code]),
            weight=weight_text(rule, found[item.code]),
        )


def choices_of(card: Card, item: Item, mark: Mark | None) -> list[Choice]:
    rule = card.by_code[item.code]
    if rule.kind == cards.NOTE:
        return []
    values = (*rule.scale, cards.NA) if rule.may_be_na else rule.scale
    return [
        Choice(
            value=value,
            face=_face(rule, value),
            label=spoken_of(rule, item, value),
            is_chosen=mark is not None and mark.value == value,
            wants_why=needs_comment(card, rule, value),
            is_error=is_error(card, rule, value),
            is_fatal=is_fatal(card, rule, value),
        )
        for value in values
    ]


def _face(rule: cards.Item, value: str) -> str:
    """Levels are their digit, options their place, everything else its word."""
    if value == cards.NA:
        return str(_("n/a"))
    if rule.kind == cards.ANCHORED:
        return value
    return str(rule.scale.index(value) + 1) if rule.kind == cards.CHOICE else word(f"quality.mark.{value}")


def spoken_of(rule: cards.Item, item: Item, value: str) -> str:
    """A button in full: "3 Meets the requirement", "2 31 to 60 seconds"; words alone where no digit stands on it."""
    said = word(f"level.{value}") if value in cards.LEVELS and rule.kind == cards.ANCHORED else label_of(item, value)
    face = _face(rule, value)
    return f"{face} {said}" if face.isdigit() else said


def label_of(item: Item, value: str) -> str:
    """A mark in words, as a table shows it."""
    if item.kind == cards.ANCHORED and value != cards.NA:
        return value
    for option in item.options:
        if option["id"] == value:
            return str(option["name"])
    return word(f"quality.mark.{value}")


def rungs_of(card: Card, item: Item) -> list[Rung]:
    rule = card.by_code[item.code]
    if rule.kind == cards.CHOICE:
        return [
            Rung(option["id"], str(place), option["name"], plain_percent(share_of(card, rule, option["id"])))
            for place, option in enumerate(item.options, start=1)
        ]
    return [_rung(card, item, rule, level) for level in cards.LEVELS if level in item.anchors]


def _rung(card: Card, item: Item, rule: cards.Item, level: str) -> Rung:
    share = plain_percent(share_of(card, rule, level))
    return Rung(level, level, item.anchors[level], share, word(f"level.{level}"))


def share_text(found: ItemScore) -> str:
    """What was earned of the item in per cent, or the word for why nothing stands there."""
    if found.status == UNANSWERED:
        return _("not yet")
    if found.status == SET_ASIDE:
        return _("not counted")
    if found.status != COUNTED:
        return "—"
    if found.points:
        return signed(found.points)
    return plain_percent(found.share) or "—"


def weight_text(rule: cards.Item, found: ItemScore) -> str:
    """The effective weight; points for what is taken off or added; the veto where a critical item weighs nothing."""
    if rule.kind in (cards.DEDUCTION, cards.BONUS):
        return signed(rule.points if rule.kind == cards.BONUS else -rule.points)
    if rule.is_critical and not rule.weight:
        return _("fatal, no weight")
    return weight_percent(found.weight) if rule.is_rated else ""


def told_of_fatal(card: Card, score: Score, scorecard: Scorecard) -> str:
    """In the reader's language."""
    return fatal_told(card, score, channel=scorecard.channel, language=get_language() or "zh-hans")


def signed(points: Fraction) -> str:
    return f"{'+' if points > 0 else '−'}{short(abs(points))}"


def plain_percent(share: Fraction | None) -> str:
    return "" if share is None else short(share * 100)


def weight_percent(share: Fraction) -> str:
    return f"{short(share * 100)}%"


def short(value: Fraction) -> str:
    """One decimal, and none where it says nothing."""
    return round_half_up(value, 1).removesuffix(".0")
