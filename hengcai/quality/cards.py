"""Rows of a scorecard and of its marks, as the arithmetic takes them."""

from collections.abc import Iterable
from fractions import Fraction

from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from hengcai.quality.models import Answer, Item, Scorecard, Section
from hengcai.quality.rules import card as rules

UNSAID = (
    "definition",
    "good",
    "poor",
    "anchors",
)  # of a competency: no card says them, and drafts are saved every moment
ITEMS = (
    Item.objects.select_related("competency__broad")
    .defer(*(f"{one}__{name}" for one in ("competency", "competency__broad") for name in UNSAID))
    .order_by("order")
)


def _parts(items: QuerySet[Item]) -> Prefetch:
    return Prefetch("sections", Section.objects.order_by("order").prefetch_related(Prefetch("items", items)))


PARTS, SUMMED = _parts(ITEMS), _parts(ITEMS.defer("guidance", "anchors"))


def bare_card_of(scorecard: Scorecard) -> rules.Card:
    """For arithmetic: what an item's steps say is not read."""
    prefetch_related_objects([scorecard], SUMMED)
    return card_of(scorecard)


def card_of(scorecard: Scorecard) -> rules.Card:
    """Reads sections and items at most once for a row."""
    prefetch_related_objects([scorecard], PARTS)
    shares = tuple(Fraction(text) for text in scorecard.level_shares)
    return rules.Card(
        kind=scorecard.kind,
        pass_line=Fraction(scorecard.pass_line),
        excellence_line=Fraction(scorecard.excellence_line),
        bonus_cap=Fraction(scorecard.bonus_cap),
        level_shares=shares or rules.DEFAULT_SHARES,
        sections=tuple(_section(section) for section in scorecard.sections.all()),
    )


def items_of(scorecard: Scorecard) -> list[Item]:
    """In the card's order."""
    prefetch_related_objects([scorecard], PARTS)
    return [item for section in scorecard.sections.all() for item in section.items.all()]


def _section(section: Section) -> rules.Section:
    items = tuple(_item(item) for item in section.items.all())
    return rules.Section(section.code, Fraction(section.weight), items, section.name)


def _item(item: Item) -> rules.Item:
    return rules.Item(
        code=item.code,
        kind=item.kind,
        weight=Fraction(item.weight),
        may_be_na=item.may_be_na,
        options={option["id"]: Fraction(option["points"]) for option in item.options},
        points=Fraction(item.points or 0),
        critical_scope=item.critical_scope,
        critical_class=item.critical_class,
        condition=_condition(item),
        comment_below=item.comment_below,
        comment_if=item.comment_if,
        competency=item.competency.code if item.competency else "",
        indicator=item.indicator,
        name=item.name,
    )


def _condition(item: Item) -> rules.Condition | None:
    return rules.Condition(item.condition["item"], tuple(item.condition["is"])) if item.condition else None


def marks_of(answers: Iterable[Answer]) -> dict[str, rules.Mark]:
    """Answers come with their items."""
    return {one.item.code: rules.Mark(one.value, one.comment, one.cause, one.turn, _phrase(one)) for one in answers}


def _phrase(answer: Answer) -> rules.Phrase | None:
    if answer.phrase_start is None or answer.phrase_end is None:
        return None
    return rules.Phrase(answer.phrase_start, answer.phrase_end, answer.quote)
