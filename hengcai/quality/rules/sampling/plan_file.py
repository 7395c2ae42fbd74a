"""Reads sampling plans from YAML, refusing with its line what could be misread."""

from collections.abc import Callable, Collection
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any

from hengcai.base.dates import written_day
from hengcai.base.decimals import exact
from hengcai.base.errors import NotValid
from hengcai.base.ids import folded
from hengcai.base.yaml_parts import Part, parse_yaml, read_yaml
from hengcai.interactions.rules import said
from hengcai.interactions.rules.contact import CHANNELS
from hengcai.quality.rules.sampling.conditions import FLAGS, KNOWN, Cell, Condition, Kind, cell_of, kind_of, number_of
from hengcai.quality.rules.sampling.plan import MOST_RULES, NewHire, Plan, Rule

MOST, MOST_MONTHS, LONGEST_NAME = 10**6, 120, 200
NEEDED = ("period", "per_agent")
Columns = Collection[str]


def read_plan(path: Path, *, columns: Columns = ()) -> Plan:
    """`columns`: those of the contacts at hand, which rules may ask about beside the ones that have a meaning."""
    return plan_of(read_yaml(path), columns=columns)


def parsed_plan(text: str, *, file: str, columns: Columns = ()) -> Plan:
    return plan_of(parse_yaml(text, file=file), columns=columns)


def plan_of(part: Part, *, columns: Columns = ()) -> Plan:
    known = {*KNOWN, *columns}
    readers: dict[str, Callable[[Part], Any]] = {
        "name": _name,
        "period": _period,
        "per_agent": _count,
        "channels": _channels,
        "rules": lambda rules: _rules(rules, known),
        "new_hire": _new_hire,
        "double_share": _share,
        "load_within": _count,
    }
    found = _whole(part, readers)
    return Plan(**{"name": "", **{name: readers[name](value) for name, value in found.items()}})


def _whole(part: Part, known: Columns) -> dict[str, Part]:
    """A refusal of the whole plan names it by its file."""
    try:
        return part.whole_mapping(needed=NEEDED, optional=known)
    except NotValid as refusal:
        raise NotValid(refusal.code, **{**refusal.facts, "key": refusal.facts["key"] or part.file}) from None


def _name(part: Part) -> str:
    text = part.text().strip()
    if not text:
        raise part.refuse("sampling.empty")
    if len(text) > LONGEST_NAME or not text.isprintable():
        raise part.refuse("sampling.name_unfit", value=text)
    return text


def _count(part: Part) -> int:
    return part.whole_number(least=0, most=MOST)


def _share(part: Part) -> Fraction:
    """Quoted or not: what stands there is read as it is written."""
    text = part.text()
    try:
        value = exact(text)
    except NotValid:
        raise part.refuse("yaml.not_decimal", value=text) from None
    if value > 1:
        raise part.refuse("sampling.share_outside", value=text)
    return value


def _period(part: Part) -> tuple[date, date]:
    first, last = map(_day, part.pair())
    if last < first:
        raise part.refuse("sampling.period_backwards", first=first, last=last)
    return first, last


def _day(part: Part) -> date:
    text = part.text()
    try:
        return written_day(text)
    except ValueError:
        raise part.refuse("sampling.day_malformed", value=text) from None


def _channels(part: Part) -> tuple[str, ...]:
    found = []
    for one in part.items():
        code = said.meant(one.text(), said.CHANNELS).lower()
        if code not in CHANNELS:
            raise one.refuse("sampling.value_unknown", value=one.text(), asked="channel", known=CHANNELS)
        found.append(code)
    if not found:
        raise part.refuse("sampling.empty")
    return tuple(dict.fromkeys(found))


def _new_hire(part: Part) -> NewHire:
    found = part.whole_mapping(needed=("months", "per_agent"))
    return NewHire(found["months"].whole_number(least=1, most=MOST_MONTHS), _count(found["per_agent"]))


def _rules(part: Part, known: Columns) -> tuple[Rule, ...]:
    rules: list[Rule] = []
    if len(part.items()) >= MOST_RULES:
        raise part.refuse("sampling.too_many_rules", most=MOST_RULES - 1)
    for one in part.items():
        found = one.whole_mapping(needed=("name", "where"), optional=("per_agent", "share"))
        name = _rule_name(found["name"])
        if name in {rule.name for rule in rules}:
            raise found["name"].refuse("sampling.rule_twice", value=name)
        if ("per_agent" in found) == ("share" in found):
            raise one.refuse("sampling.per_agent_or_share", value=name)
        counts = _count(found["per_agent"]) if "per_agent" in found else None
        share = _share(found["share"]) if "share" in found else None
        rules.append(Rule(name, _where(found["where"], known), counts, share))
    return tuple(rules)


def _rule_name(part: Part) -> str:
    """A stroke parts the agent from the rule in a stratum's name."""
    name = _name(part)
    if "|" in name:
        raise part.refuse("sampling.name_unfit", value=name)
    return name


def _where(part: Part, known: Columns) -> tuple[Condition, ...]:
    found = part.mapping()
    if not found:
        raise part.refuse("sampling.empty")
    for name, value in found.items():
        if name != "flag" and name not in known:
            raise value.refuse("sampling.column_unknown", value=name)
    return tuple(_flag(value) if name == "flag" else _condition(name, value) for name, value in found.items())


def _flag(part: Part) -> Condition:
    name = folded(part.text())
    if not name or ";" in name:
        raise part.refuse("sampling.name_unfit", value=name)
    return Condition(FLAGS, among=frozenset([name]))


def _condition(column: str, part: Part) -> Condition:
    kind = kind_of(column)
    if kind in (Kind.MOMENT, Kind.HEAVY):
        raise part.refuse("sampling.column_not_asked", value=column)
    if part.is_text():
        return _yes_no(column, kind, part)
    if part.is_list():
        return Condition(column, among=_among(column, part))
    if kind not in (Kind.NUMBER, Kind.TEXT):
        raise part.refuse("sampling.no_number", value=column)
    found = part.mapping(known=("at_most", "at_least"))
    if not found:
        raise part.refuse("sampling.empty")
    most, least = (_number(column, found[name]) if name in found else None for name in ("at_most", "at_least"))
    return Condition(column, at_most=most, at_least=least)


def _yes_no(column: str, kind: Kind, part: Part) -> Condition:
    """Quoted it would be a text, and a text stands in a list."""
    yes = part.truth()
    if yes is None or kind not in (Kind.YES_NO, Kind.TEXT):
        raise part.refuse("sampling.condition_unknown", value=part.text(), asked=column)
    return Condition(column, yes=yes)


def _among(column: str, part: Part) -> frozenset[Cell]:
    found: set[Cell] = set()
    for one in part.items():
        text = one.text().strip()
        if not text:
            raise one.refuse("sampling.value_empty")
        cell = _in_place(one, column, partial(cell_of, column, text))
        found |= cell if isinstance(cell, frozenset) else {cell}
    if not found:
        raise part.refuse("sampling.empty")
    return frozenset(found)


def _number(column: str, part: Part) -> Decimal:
    text = part.text().strip()
    if not text:
        raise part.refuse("sampling.empty")
    found: Decimal = _in_place(part, column, partial(number_of, column, text))
    return found


def _in_place(part: Part, column: str, read: Callable[[], Any]) -> Any:
    """What a cell of the column could never hold would never be met."""
    try:
        return read()
    except NotValid:
        raise part.refuse("sampling.value_unfit", value=part.text(), asked=column) from None
