"""A scorecard as text one can change: the shape of the shipped cards, in YAML."""

from typing import Any

import yaml

from hengcai.base.bilingual import encode
from hengcai.base.errors import NotValid
from hengcai.base.yaml_parts import Part, parse_yaml
from hengcai.quality.actions.seeds import SEEDS
from hengcai.quality.documents import definition_of
from hengcai.quality.models import Scorecard

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
