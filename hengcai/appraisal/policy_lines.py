"""A policy's document as rows that two versions can be compared by; the words are the page's to say."""

from collections.abc import Iterator, Mapping
from typing import Any

from hengcai.base.differences import Line


def lines_of(document: Mapping[str, Any]) -> list[Line]:
    return [*_general(document), *_skill(document), *_month(document)]


def _general(document: Mapping[str, Any]) -> Iterator[Line]:
    counts = ("name", "customer_minimum", "peer_minimum", "repeat_days", "hand_picked", "observed")
    fields = {name: str(document[name]) for name in counts if name in document}
    if "minimum_evidence" in document:
        fields["minimum_evidence"] = str(document["minimum_evidence"]["weight"])
    if "rounding" in document:
        fields["rounding"] = str(document["rounding"]["places"])
    yield Line("policy", "policy", "", fields)
    for name, answer in document.get("publication", {}).items():
        yield Line("publication", name, name, {"answer": str(answer)})
    for name, days in document.get("windows", {}).items():
        yield Line("window", name, name, {"days": str(days)})
    yield from _consequences(document.get("consequences"))
    for key in ("year", "workload"):
        if key in document:
            yield Line(key, key, "", {name: str(value) for name, value in document[key].items()})


def _consequences(says: Mapping[str, Any] | None) -> Iterator[Line]:
    if says:
        yield Line("consequences", "consequences", "", {name: str(says[name]) for name in ("probability", "cycles")})
        for grade, number in says["coefficients"].items():
            yield Line("coefficient", grade, grade, {"coefficient": number})


def _skill(document: Mapping[str, Any]) -> Iterator[Line]:
    required = document.get("minimum_evidence", {}).get("required", ())
    for source, weight in document.get("sources", {}).items():
        yield Line("source", source, source, {"weight": weight, "required": "yes" if source in required else "no"})
    for mark, level in document.get("written_mark", ()):
        yield Line("mark", mark, mark, {"level": level})
    for item, weight in document.get("item_weights", {}).items():
        yield Line("item_weight", item, item, {"weight": weight})
    for band in document.get("bands", ()):
        yield Line("band", band["code"], band["code"], {"from": band["from"]})


def _month(document: Mapping[str, Any]) -> Iterator[Line]:
    rules = document.get("rules", {})
    for group, says in document.get("groups", {}).items():
        yield Line("group", group, group, {"points": says["points"]})
        for indicator, points in says["indicators"].items():
            fields = {"points": points, "group": group, **_rule(rules.get(indicator))}
            yield Line("indicator", indicator, indicator, fields)
    for grade in document.get("grades", ()):
        yield Line("grade", grade["code"], grade["code"], {"from": grade["from"]})


def _rule(rule: Mapping[str, Any] | None) -> dict[str, str]:
    if not rule:
        return {"rule": "rated"}
    steps = {"steps": " · ".join(f"{start} → {share}" for start, share in rule["steps"])} if "steps" in rule else {}
    plain = {name: str(rule[name]) for name in ("floor", "target", "off", "minimum_n") if name in rule}
    return {"rule": rule["kind"], **plain, **steps}
