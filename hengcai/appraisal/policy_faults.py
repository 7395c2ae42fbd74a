"""What does not hold in a policy, said for somebody who edits it in rows: no line of a text they do not see."""

from collections.abc import Mapping

from hengcai.base.errors import NotValid
from hengcai.base.say import knows, sentence

PREFIXES = ("policy_row.field", "source", "band", "policy_window")


def in_words(fault: NotValid, language: str, names: Mapping[str, object]) -> NotValid:
    """`names`: what groups and indicators are called."""
    facts = {name: value for name, value in fault.facts.items() if name not in ("file", "line")}
    if facts.get("key"):
        facts["key"] = " · ".join(_part(part, language, names) for part in str(facts["key"]).split("."))
    return NotValid(fault.code, **facts)


def place_of(fault: NotValid) -> str:
    """The way to the field as the document writes it: `sources`, `bands[2].from`."""
    return str(fault.facts.get("key", ""))


def _part(part: str, language: str, names: Mapping[str, object]) -> str:
    stem, _bracket, rest = part.partition("[")
    code = next((f"{prefix}.{stem}" for prefix in PREFIXES if knows(f"{prefix}.{stem}")), "")
    place = f" {rest.rstrip(']')}" if rest else ""
    return sentence(code, language, {}) + place if code else str(names.get(stem, part))
