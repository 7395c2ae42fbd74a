"""A scorecard in the shape it is handed in: what `definitions` reads back as the same card."""

from typing import Any

from hengcai.base.decimals import round_half_up
from hengcai.quality.cards import card_of
from hengcai.quality.models import Item, Scorecard, Section
from hengcai.quality.rules import card as rules


def definition_of(scorecard: Scorecard) -> dict[str, Any]:
    card = card_of(scorecard)
    return {
        "id": scorecard.code,
        "name": scorecard.name,
        "channel": scorecard.channel,
        "kind": scorecard.kind,
        "pass_line": _plain(scorecard.pass_line),
        "excellence_line": _plain(scorecard.excellence_line),
        "bonus_cap": _plain(scorecard.bonus_cap),
        "level_shares": [round_half_up(share, 2) for share in card.level_shares],
        "red_lines": list(scorecard.red_lines),
        "posts": list(scorecard.posts),
        "sections": [_section(section) for section in scorecard.sections.all()],
    }


def _section(section: Section) -> dict[str, Any]:
    items = [_item(item) for item in section.items.all()]
    return {"id": section.code, "name": section.name, "weight": _plain(section.weight), "items": items}


def _item(item: Item) -> dict[str, Any]:
    """What is not set is left out, as one would write it."""
    critical = {"scope": item.critical_scope, "class": item.critical_class} if item.critical_scope else None
    facts = {
        "id": item.code,
        "kind": item.kind,
        "name": item.name,
        "guidance": item.guidance or None,
        "weight": _plain(item.weight) if item.kind in rules.RATED else None,
        "points": _plain(item.points) if item.points else None,
        "competency": item.competency.code if item.competency else None,
        "indicator": item.indicator or None,
        "may_be_na": item.may_be_na,
        "critical": critical,
        "condition": item.condition or None,
        "comment_below": item.comment_below,
        "comment_if": item.comment_if or None,
        "options": item.options or None,
        "anchors": item.anchors or None,
    }
    return {key: value for key, value in facts.items() if value is not None}


def _plain(value: Any) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
