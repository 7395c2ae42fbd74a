"""A session's findings in sentences and figures, for whichever door tells them: page, paper, API or command line."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from hengcai.quality.rules.calibration import Gauge, Ground

Say = Callable[..., str]
Json = Mapping[str, Any]
MINUS = "−"


@dataclass(frozen=True)
class GaugeTold:
    """`said`: would it be good enough to pay by; `grounds`: each of its reasons."""

    answer: str
    said: str
    grounds: tuple[str, ...]


def gauge_told(gauge: Gauge, names: Mapping[str, str], say: Say) -> GaugeTold:
    grounds = tuple(ground_told(one, names, say) for one in gauge.grounds)
    return GaugeTold(gauge.answer, say(f"quality.gauge.{gauge.answer}"), grounds)


def ground_told(ground: Ground, names: Mapping[str, str], say: Say) -> str:
    facts = dict(ground.facts)
    if ground.code.startswith("alike") and "found" in facts:
        facts = {"found": percent_of(facts["found"], say), "bar": f"{facts['bar']:.0%}"}
    elif "found" in facts:
        facts = {"found": figure(facts["found"], say), "bar": number(facts["bar"])}
    elif "rows" in facts:
        facts = {"names": say("quality.comma").join(_apart(row, names, say) for row in facts["rows"])}
    return say(f"quality.gauge.{ground.code}.{ground.answer}", **facts)


def _apart(row: Json, names: Mapping[str, str], say: Say) -> str:
    kind = "harsher" if row["estimate"] > 0 else "milder"
    name = names.get(str(row["id"]), str(row["id"]))
    return say(f"quality.severity.{kind}", name=name, found=number(abs(row["estimate"])))


def number(value: float, places: int = 2, *, signed: bool = False) -> str:
    text = f"{value:+.{places}f}" if signed else f"{value:.{places}f}"
    return text.replace("-", MINUS)


def figure(found: Json | None, say: Say, *, signed: bool = False) -> str:
    """`0.21 [−0.05, 0.46]`; a figure without an interval is told as it is, an unknown one in words."""
    if not found or found["estimate"] is None:
        return say("quality.estimate.unknown")
    text = number(found["estimate"], signed=signed)
    if found["low"] is None:
        return text
    return f"{text} [{number(found['low'], signed=signed)}, {number(found['high'], signed=signed)}]"


def percent_of(found: Json | None, say: Say) -> str:
    if not found or found["estimate"] is None:
        return say("quality.estimate.unknown")
    text = f"{found['estimate']:.0%}"
    return text if found["low"] is None else f"{text} [{found['low']:.0%}–{found['high']:.0%}]"


def severity_told(found: Json, say: Say) -> str:
    if found["status"] == "extreme":
        return say("quality.severity.extreme")
    return say("quality.severity.unknown") if found["estimate"] is None else figure(found, say, signed=True)
