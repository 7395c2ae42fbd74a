"""The drawings of the status report: each source's figures against its bar, complaints and praise by cause."""

from collections.abc import Iterator
from typing import Any

from hengcai.paper.blocks import Block, Chart
from hengcai.paper.drawing.axis import Axis, axis_of
from hengcai.paper.drawing.printed import Row, counts_as_bars, values_against_bar
from hengcai.paper.telling import Teller
from hengcai.training.facts.drafting import SHARES, figure
from hengcai.training.rules import priorities as rules

DRAWN = {"survey": rules.SURVEY, "levels": rules.GAP, "listening": rules.LISTENING, "interviews": rules.INTERVIEWS}
BARS = {
    rules.SURVEY: rules.SURVEY_BAR, rules.GAP: rules.GAP_BAR, rules.LISTENING: rules.LISTENED_BAR,
    rules.INTERVIEWS: rules.NAMED_BAR,
}  # fmt: skip
WHOLE = {rules.SURVEY: (1.0, 5.0), rules.GAP: (-4.0, 4.0)}
MOST_CAUSES, WIDTH, NARROW = 8, 56, 38  # widths in per cent of a page that lies
Facts = dict[str, Any]


def drawings_of(section: str, facts: Facts, tell: Teller) -> Iterator[Block]:
    """Those of one section of the report; none where there is nothing to draw."""
    if section in DRAWN:
        yield from _against_bar(DRAWN[section], facts, tell)
    if section == "complaints":
        for code in ("complaints", "praise"):
            yield from _by_cause(code, facts[code], tell)


def _against_bar(source: str, facts: Facts, tell: Teller) -> Iterator[Block]:
    """The one in most need first; of shares those above none."""
    found = [
        (signal, place["competency"]) for place in facts["places"] for signal in place["signals"]
        if signal["source"] == source and signal["value"] is not None and (signal["value"] or source not in SHARES)
    ]  # fmt: skip
    if not found:
        return
    is_share, bar = source in SHARES, BARS[source]
    found.sort(key=lambda row: row[0]["value"], reverse=is_share)
    rows = [_row(signal, str(facts["names"].get(code, {}).get(tell.tongue) or code), tell) for signal, code in found]
    name = tell.say(f"training.chart.{source}")
    drawn = values_against_bar(rows, _axis(source, rows, bar), bar, label=name, shown=_shown(tell, is_share=is_share))
    yield Chart(drawn, caption=name, width_percent=WIDTH)


def _row(signal: dict[str, Any], name: str, tell: Teller) -> Row:
    tone = "improve" if signal["verdict"] == rules.NEED else "ink"
    return Row(name, signal["value"], signal["low"], signal["high"], figure(signal, tell), tone)


def _axis(source: str, rows: list[Row], bar: float) -> Axis:
    """With the bar on it."""
    dots = [bar, *(row.value for row in rows if row.value is not None)]
    ends = [(row.low, row.high) for row in rows if row.low is not None and row.high is not None]
    step, whole = (0.1, (0.0, 1.0)) if source in SHARES else (0.5, WHOLE[source])
    return axis_of(dots, ends, step=step, ends=whole)


def _shown(tell: Teller, *, is_share: bool) -> Any:
    def shown(value: float) -> str:
        told = tell.percent(f"{abs(value):.4f}") if is_share else f"{abs(value):g}"
        return f"\N{MINUS SIGN}{told}" if value < 0 else told

    return shown


def _by_cause(code: str, rows: list[dict[str, Any]], tell: Teller) -> Iterator[Block]:
    if not rows:
        return
    name = tell.say(f"training.chart.{code}")
    unnamed = tell.say("training.report.complaints.unnamed")
    shown = [(one["matter"] or unnamed, one["n"]) for one in rows[:MOST_CAUSES]]
    yield Chart(counts_as_bars(shown, label=name), caption=name, width_percent=NARROW)
