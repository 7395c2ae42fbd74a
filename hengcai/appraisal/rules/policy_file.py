"""Reads policies from YAML, refusing with its line what could be misread, and writes them back."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from hengcai.appraisal.rules import own_parts, terms_parts
from hengcai.appraisal.rules import policy_parts as parts
from hengcai.appraisal.rules.policy import MonthPolicy, SkillPolicy
from hengcai.base.yaml_parts import Part, parse_yaml, read_yaml

_SHIPPED = Path(__file__).parent.parent / "policies"
SKILL: dict[str, Callable[[Part], Any]] = {
    "name": parts.name,
    "version": parts.version,
    "sources": parts.sources,
    "minimum_evidence": parts.minimum_evidence,
    "customer_minimum": parts.least_heard,
    "peer_minimum": parts.least_heard,
    "written_mark": parts.written_mark,
    "item_weights": parts.item_weights,
    "rounding": parts.rounding,
    "bands": parts.bands,
    "publication": parts.publication,
    "windows": terms_parts.windows,
    "consequences": terms_parts.consequences,
    "workload": own_parts.workload,
}
MONTH: dict[str, Callable[[Part], Any]] = {
    "name": parts.name,
    "version": parts.version,
    "groups": parts.groups,
    "rules": parts.rules,
    "repeat_days": parts.repeat_days,
    "hand_picked": parts.hand_picked,
    "observed": parts.observed,
    "grades": parts.grades,
    "publication": parts.publication,
    "windows": terms_parts.windows,
    "consequences": terms_parts.consequences,
    "year": own_parts.year,
}


@cache
def default_skill_policy() -> SkillPolicy:
    return _skill_policy(read_yaml(_SHIPPED / "quarterly.yaml"), {})


@cache
def default_month_policy() -> MonthPolicy:
    return _month_policy(read_yaml(_SHIPPED / "monthly.yaml"), {})


def skill_policy_of(part: Part) -> SkillPolicy:
    """A key not given takes the default policy's value; a key given replaces it whole."""
    default = default_skill_policy()
    evidence = (default.required, default.minimum_weight)
    return _skill_policy(part, {"minimum_evidence": evidence, "rounding": default.places, **_values(default, SKILL)})


def month_policy_of(part: Part) -> MonthPolicy:
    """A key not given takes the default policy's value; a key given replaces it whole."""
    return _month_policy(part, _values(default_month_policy(), MONTH))


def read_skill_policy(path: Path) -> SkillPolicy:
    return skill_policy_of(read_yaml(path))


def read_month_policy(path: Path) -> MonthPolicy:
    return month_policy_of(read_yaml(path))


def policy_text(policy: SkillPolicy | MonthPolicy) -> str:
    """The file that reads back as this policy."""
    return yaml.safe_dump(policy.document(), sort_keys=False, allow_unicode=True, default_flow_style=None, width=120)


def parsed_skill_policy(text: str, *, file: str) -> SkillPolicy:
    return skill_policy_of(parse_yaml(text, file=file))


def parsed_month_policy(text: str, *, file: str) -> MonthPolicy:
    return month_policy_of(parse_yaml(text, file=file))


def _skill_policy(part: Part, default: Mapping[str, Any]) -> SkillPolicy:
    given = part.mapping(known=tuple(SKILL))
    found = {**default, **{name: SKILL[name](value) for name, value in given.items()}}
    required, minimum_weight = found.pop("minimum_evidence")
    for source in required:
        if source not in found["sources"]:
            where = given.get("minimum_evidence") or given["sources"]
            raise where.refuse("policy.required_without_weight", source=source)
    return SkillPolicy(required=required, minimum_weight=minimum_weight, places=found.pop("rounding"), **found)


def _month_policy(part: Part, default: Mapping[str, Any]) -> MonthPolicy:
    """Default rules of indicators that a centre's own groups do not have are left out."""
    given = part.mapping(known=tuple(MONTH))
    found = {**default, **{name: MONTH[name](value) for name, value in given.items()}}
    there = {indicator for group in found["groups"].values() for indicator in group.indicators}
    if "rules" in given:
        given["rules"].mapping(known=sorted(there))
    rules = {indicator: rule for indicator, rule in found.pop("rules").items() if indicator in there}
    if "consequences" in given:
        terms_parts.check_grades(given["consequences"], found["consequences"], found["grades"])
    return MonthPolicy(rules=rules, **found)


def _values(policy: SkillPolicy | MonthPolicy, keys: Mapping[str, object]) -> dict[str, Any]:
    return {name: getattr(policy, name) for name in keys if hasattr(policy, name)}
