"""A policy in the making: its document for an editor in rows, its text again, and everything that does not hold yet."""

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from hengcai.appraisal.rules import publication
from hengcai.appraisal.rules.own_terms import WORKLOAD, YEAR, Workload, YearTerms
from hengcai.appraisal.rules.policy import LEAVE_OUT, NO_OBSERVED, REPEAT_DAYS
from hengcai.appraisal.rules.policy_file import (
    MONTH,
    SKILL,
    default_month_policy,
    default_skill_policy,
    parsed_month_policy,
    parsed_skill_policy,
)
from hengcai.appraisal.rules.terms import Terms
from hengcai.base.errors import NotValid
from hengcai.base.yaml_parts import Part, parse_yaml

MONTHLY = "monthly"
LONGEST, LONGEST_NUMBER = 200_000, 10
FILE = "policy"
SHAPELESS = ("yaml.not_mapping", "yaml.not_list", "yaml.not_pair", "yaml.key_unknown", "yaml.key_missing",
             "yaml.key_twice", "yaml.not_text", "policy.kind_unknown")  # fmt: skip


def whole_document(kind: str, text: str) -> dict[str, Any]:
    """What the text says, and for what it leaves out what then holds."""
    default = default_month_policy() if kind == MONTHLY else default_skill_policy()
    unsaid: dict[str, Any] = (
        {"repeat_days": REPEAT_DAYS, "hand_picked": LEAVE_OUT, "observed": NO_OBSERVED, YEAR: YearTerms().document()}
        if kind == MONTHLY
        else {WORKLOAD: Workload().document()}
    )
    unsaid |= {"publication": dict(publication.DEFAULT), **Terms().whole_document()}
    found = {**default.document(), **unsaid, **_loaded(text)}
    if isinstance(found.get(YEAR), dict):  # of its parts one may be left out
        found[YEAR] = {**YearTerms().document(), **found[YEAR]}
    return found


def text_of(document: Mapping[str, Any]) -> str:
    """As the program writes policies; comments and line breaks of a text written by hand are not in it."""
    text = yaml.safe_dump(dict(document), sort_keys=False, allow_unicode=True, default_flow_style=None, width=120)
    check_text(text)
    return str(text)


def check_text(text: str) -> None:
    """A draft may be unfinished, but it is a mapping that can be read again."""
    if len(text) > LONGEST:
        raise NotValid("yaml.too_large", file=FILE)
    parse_yaml(text, file=FILE).mapping()
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent):  # what is written once and meant many times grows without end
            mark = event.start_mark
            raise NotValid("yaml.broken", file=FILE, line=mark.line + 1 if mark else 1)


def faults_of(kind: str, text: str) -> Iterator[NotValid]:
    """One a part, so that a page can show each at its field; then what only shows of the whole."""
    readers = MONTH if kind == MONTHLY else SKILL
    try:
        given = parse_yaml(text, file=FILE).mapping(known=tuple(readers))
    except NotValid as fault:
        yield fault
        return
    found = [fault for name, part in given.items() for fault in _fault(readers[name], part)]
    yield from found
    if not found:
        yield from _fault(parsed_month_policy if kind == MONTHLY else parsed_skill_policy, text)


def fits_rows(faults: list[NotValid]) -> bool:
    """Whether what is wrong is content a row can show, not a text of another shape."""
    return not any(fault.code in SHAPELESS for fault in faults)


def _fault(read: Any, part: Part | str) -> Iterator[NotValid]:
    try:
        read(part) if isinstance(part, Part) else read(part, file=FILE)
    except NotValid as fault:
        yield fault


def _loaded(text: str) -> dict[str, Any]:
    """Keys and numbers as they are written: `off` is a word here, not a truth value."""
    check_text(text)
    part = parse_yaml(text, file=FILE)
    return {name: _plain(one.node) for name, one in part.mapping().items()}


def _plain(node: yaml.Node | None) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(one) for one in node.value]
    text = str(node.value) if node else ""
    is_whole = isinstance(node, yaml.ScalarNode) and not node.style and text.isascii() and text.isdigit()
    return int(text) if is_whole and len(text) < LONGEST_NUMBER else text
