"""A scorecard as text one can change: the shape of the shipped cards, in YAML."""

from typing import Any

import yaml

from hengcai.base.bilingual import encode
from hengcai.base.decimals import round_half_up
from hengcai.base.errors import NotValid
from hengcai.base.yaml_parts import Part, parse_yaml
from hengcai.quality.actions.seeds import SEEDS
from hengcai.quality.cards import card_of
from hengcai.quality.models import Item, Scorecard, Section
from hengcai.quality.rules import card as rules

LONGEST = 200_000
NAME = "YAML"
DEEPEST = 12


def shipped() -> list[str]:
    return sorted(path.stem for path in (SEEDS / "scorecards").glob("*.yaml"))


def shipped_text(name: str) -> str:
    """As it lies in the program, with its line breaks."""
    return (SEEDS / "scorecards" / f"{name}.yaml").read_text("utf-8") if name in shipped() else ""


def read(text: str) -> Any:
    """Refused with its line where it is no YAML; a key given twice is a slip, never a choice."""
    if len(text) > LONGEST:
        raise NotValid("yaml.too_large", file=NAME)
    whole = parse_yaml(text, file=NAME)
    if not isinstance(whole.node, yaml.MappingNode):
        raise whole.refuse("yaml.not_mapping", key=NAME)
    _check(whole, DEEPEST)
    return yaml.safe_load(text)


def _check(part: Part, depth: int) -> None:
    if part.node is None or not depth:
        raise part.refuse("yaml.not_mapping")
    if isinstance(part.node, yaml.MappingNode):
        for one in part.mapping().values():
            _check(one, depth - 1)
    elif isinstance(part.node, yaml.SequenceNode):
        for one in part.items():
            _check(one, depth - 1)


def written(scorecard: Scorecard) -> str:
    return yaml.safe_dump(encode(definition_of(scorecard)), allow_unicode=True, sort_keys=False, width=110)


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
