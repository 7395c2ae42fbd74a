"""The month's analysis in sentences: what moved beyond chance first, then part by part."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hengcai.base.bilingual import Bilingual
from hengcai.improvement.rules.figures import GROUPS as PLACE_GROUPS
from hengcai.improvement.rules.figures import Standing, standings
from hengcai.improvement.rules.months import PARTS
from hengcai.improvement.telling import told as place_told
from hengcai.paper.telling import Teller
from hengcai.quality.measures_told import GROUPS as QUALITY_GROUPS
from hengcai.quality.measures_told import told as quality_told
from hengcai.quality.rules.causes import pareto, vital_few
from hengcai.quality.rules.measures import Counted, Figure, figures, read

SERVICE = dict(PLACE_GROUPS)["service"]
PART_OF = {"results": "quality", "errors": "errors", "work": "work"}
BEYOND = ("up", "down")
Facts = Mapping[str, Any]


@dataclass(frozen=True)
class Sentence:
    """`key` names it whatever becomes of its words; `sense` is 1 where something got better, -1 where worse."""

    key: str
    part: str
    text: str
    is_beyond_chance: bool = False
    sense: int = 0


def sentences(facts: Facts, tell: Teller) -> list[Sentence]:
    found = [
        *_service(facts, tell), *_quality(facts, tell), *_errors(facts, tell), *_grades(facts, tell),
        *_coaching(facts, tell), *_remedies(facts, tell),
    ]  # fmt: skip
    return sorted(found, key=lambda one: PARTS.index(one.part))


def _say(tell: Teller, code: str, **facts: object) -> str:
    return tell.say(f"improvement.month.{code}", **facts)


def _service(facts: Facts, tell: Teller) -> Iterator[Sentence]:
    for one in standings(facts["service"]["now"], facts["service"]["before"], SERVICE):
        if one.now.of:
            yield _of_figure(f"service.{one.code}", "service", one, place_told(one, tell.say), tell)


def _quality(facts: Facts, tell: Teller) -> Iterator[Sentence]:
    now, before = (read(told) if told else Counted() for told in (facts["quality"]["now"], facts["quality"]["before"]))
    found = {one.code: one for one in figures(now, before, of_team=False)}
    for name, codes in QUALITY_GROUPS:
        for code in codes:
            if found[code].now.of:
                part = PART_OF[name]
                yield _of_figure(f"{part}.{code}", part, found[code], quality_told(found[code], tell.say), tell)


def _of_figure(key: str, part: str, figure: Standing | Figure, one: Any, tell: Teller) -> Sentence:
    """With n and interval; against the month before where there was one, and whether chance explains it."""
    shape = "count" if not one.interval else "figure" if one.change else "alone"
    facts = {"name": one.name, "value": one.value, "interval": one.interval.strip("[]"), "counts": one.counts}
    text = _say(tell, shape, **facts, before=one.before or "–", change=one.change, said=_moved(figure, tell))
    return Sentence(key, part, text, figure.verdict in BEYOND, figure.sense)


def _moved(figure: Standing | Figure, tell: Teller) -> str:
    return _say(tell, f"moved.{figure.verdict}") if figure.verdict else ""


def _errors(facts: Facts, tell: Teller) -> Iterator[Sentence]:
    if facts["items"]:
        names = [f"{Bilingual(one['zh'], one['en']).read(tell.language)} ({one['n']})" for one in facts["items"]]
        yield Sentence("errors.items", "errors", _say(tell, "items", names=tell.join(names)))
    bars = pareto(facts["causes"])
    if bars:
        few = vital_few(bars)
        names = [tell.say(f"quality.cause.{one.cause or 'none'}") for one in few]
        share = tell.percent(few[-1].cumulative)
        total = sum(one.n for one in bars)
        yield Sentence(
            "errors.causes", "errors", _say(tell, "causes", total=total, names=tell.join(names), share=share)
        )


def _grades(facts: Facts, tell: Teller) -> Iterator[Sentence]:
    now, before = facts["grades"]["now"], facts["grades"]["before"]
    if not now:
        return
    people = sum(now.values())
    shares = [_grade(tell, band, n, people) for band, n in now.items()]
    text = _say(tell, "grades", people=people, shares=tell.join(shares))
    if before:
        earlier = [_grade(tell, band, n, sum(before.values())) for band, n in before.items()]
        text += _say(tell, "grades_before", shares=tell.join(earlier))
    yield Sentence("grades.all", "grades", text)


def _grade(tell: Teller, band: str, n: int, people: int) -> str:
    return f"{tell.called('band', band)} {n} ({tell.percent(n / people)})"


def _coaching(facts: Facts, tell: Teller) -> Iterator[Sentence]:
    one = facts["coaching"]
    if one["held"] or one["looked"]:
        looked = one["looked"]
        told = {name: looked.get(name, 0) for name in ("higher", "lower", "cannot_tell")}
        yield Sentence(
            "coaching.all", "coaching",
            _say(tell, "coaching", held=one["held"], signed=one["signed"], looked=sum(looked.values()), **told),
        )  # fmt: skip


def _remedies(facts: Facts, tell: Teller) -> Iterator[Sentence]:
    one = facts["remedies"]
    checked = {f"is_{name}": one["checked"].get(name, 0) for name in ("improved", "not", "cannot_tell")}
    told = {name: one[name] for name in ("raised", "done", "open", "late")}
    text = _say(tell, "remedies", **told, checked=sum(one["checked"].values()), **checked)
    yield Sentence("remedies.all", "remedies", text, sense=-1 if one["late"] else 0)


def said(report: Any, tell: Teller) -> Sequence[Sentence]:
    """As it stands: a person's words in place of the drafted ones, what was left out left out."""
    drafted = [one for one in sentences(report.facts, tell) if one.key not in report.left_out]
    return [_replaced(one, report.texts.get(one.key, {}).get(tell.tongue)) for one in drafted]


def _replaced(one: Sentence, text: str | None) -> Sentence:
    return Sentence(one.key, one.part, text, one.is_beyond_chance, one.sense) if text else one


def told_in(both: Mapping[str, str], tell: Teller) -> str:
    """In the reader's language, else in the other."""
    return both.get(tell.tongue) or next((text for text in both.values() if text), "")
