"""The report's sentences, drafted from its figures in both languages; people edit them afterwards."""

from collections.abc import Iterator
from typing import Any

from hengcai.base.bilingual import Bilingual
from hengcai.paper.telling import Teller
from hengcai.training.facts.gathered import Facts
from hengcai.training.rules.priorities import NEED, UNKNOWN

SECTIONS = ("summary", "method", "survey", "levels", "complaints", "listening", "interviews", "advice")
TOP = 3


def drafted(facts: Facts) -> dict[str, Bilingual]:
    zh, en = _Draft(facts, "zh-hans"), _Draft(facts, "en")
    return {name: Bilingual(zh.section(name), en.section(name)) for name in SECTIONS}


class _Draft:
    """The same figures told in one language."""

    def __init__(self, facts: Facts, language: str) -> None:
        self.facts, self.tell = facts, Teller(language)

    def section(self, name: str) -> str:
        gap = "" if self.tell.tongue == "zh" else " "
        return gap.join(getattr(self, f"_{name}")())

    def say(self, code: str, **facts: object) -> str:
        return self.tell.say(f"training.report.{code}", **facts)

    def name(self, code: str) -> str:
        return str(self.facts["names"].get(code, {}).get(self.tell.tongue) or code)

    def _first(self) -> list[dict[str, Any]]:
        """The first three places with all who share them: no tie is cut."""
        return [one for one in self.facts["places"] if one["rank"] and one["rank"] <= TOP]

    def _summary(self) -> Iterator[str]:
        first = self._first()
        if not first:
            yield self.say("summary.none")
        for one in first:
            facts = {"name": self.name(one["competency"]), "sources": self._sources(one, NEED)}
            yield self.say("summary.place", rank=one["rank"], **facts)
        for rank in sorted({one["rank"] for one in first}):
            tied = [self.name(one["competency"]) for one in first if one["rank"] == rank]
            if len(tied) > 1:
                yield self.say("summary.tied", names=self.tell.join(tied))
        open_ones = [one for one in self.facts["places"] if not one["rank"] and _unknown(one)]
        if open_ones:
            yield self.say("summary.open", names=self.tell.join(self.name(one["competency"]) for one in open_ones))

    def _method(self) -> Iterator[str]:
        days = self.facts["days"]
        yield self.say("method.days", first=days[0], last=days[1], levels_first=days[2], levels_last=days[3])
        yield self.say("method.rule")

    def _survey(self) -> Iterator[str]:
        found = self.facts["survey"]
        if not found["answered"]:
            yield self.say("survey.none")
            return
        share = self.tell.percent(f"{found['answered'] / found['asked']:.4f}")
        yield self.say("survey.answered", asked=found["asked"], answered=found["answered"], share=share)
        lows = self._said("survey", lowest=True)
        if lows:
            yield self.say("survey.lowest", list=self.tell.clauses(lows))

    def _levels(self) -> Iterator[str]:
        yield self.say("levels.rated", n=self.facts["rated"]) if self.facts["rated"] else self.say("levels.none")
        lows = self._said("gap", lowest=True)
        if lows:
            yield self.say("levels.lowest", list=self.tell.clauses(lows))

    def _complaints(self) -> Iterator[str]:
        rows = self.facts["complaints"]
        if not rows:
            yield self.say("complaints.none")
        else:
            total, upheld = sum(one["n"] for one in rows), sum(one["upheld"] for one in rows)
            yield self.say("complaints.count", total=total, upheld=upheld, list=self._top(rows))
        praise = self.facts["praise"]
        code = "complaints.praised" if any(one["matter"] for one in praise) else "complaints.praise"
        yield self.say(code, total=sum(one["n"] for one in praise), list=self._top(praise))
        if self.facts["causes"]:
            some = [
                f"{self.tell.say(f'quality.cause.{code}')} {n}"
                for code, n in sorted(self.facts["causes"].items(), key=lambda row: -row[1])
            ]
            yield self.say("complaints.causes", list=self.tell.clauses(some))

    def _top(self, rows: list[dict[str, Any]]) -> str:
        unnamed = self.say("complaints.unnamed")
        some = [self.say("complaints.one", matter=one["matter"] or unnamed, count=one["n"]) for one in rows[:TOP]]
        return self.tell.clauses(some)

    def _listening(self) -> Iterator[str]:
        yield self.say("listening.count", **self.facts["listening"])

    def _interviews(self) -> Iterator[str]:
        found = self.facts["interviews"]
        if not found["drawn"]:
            yield self.say("interviews.none")
            return
        yield self.say("interviews.count", drawn=found["drawn"], signed=found["signed"], seed=found["seed"])
        gaps = [one for one in self.facts["themes"] if one["kind"] == "gap"][:TOP]
        if gaps:
            some = [self.say("interviews.one", name=self.name(one["competency"]), count=one["n"]) for one in gaps]
            yield self.say("interviews.themes", list=self.tell.clauses(some))

    def _advice(self) -> Iterator[str]:
        first = self._first()
        if not first:
            yield self.say("advice.none")
        else:
            yield self.say("advice.first", names=self.tell.join(self.name(one["competency"]) for one in first))
        yield self.say("advice.check")

    def _said(self, source: str, *, lowest: bool) -> list[str]:
        rows = [(signal, place["competency"]) for place in self.facts["places"] for signal in place["signals"]
                if signal["source"] == source and signal["value"] is not None]  # fmt: skip
        rows.sort(key=lambda row: row[0]["value"], reverse=not lowest)
        return [f"{self.name(code)} {figure(signal, self.tell)}" for signal, code in rows[:TOP]]

    def _sources(self, place: dict[str, Any], verdict: str) -> str:
        return self.tell.join(
            self.tell.say(f"training.source.{one['source']}") for one in place["signals"] if one["verdict"] == verdict
        )


SHARES = {"complaints", "listening", "interviews"}


def figure(signal: dict[str, Any], tell: Teller) -> str:
    """`3.2 [3.0–3.4] (n 96)`, a share in per cent."""
    if signal["value"] is None:
        return ""
    is_share = signal["source"] in SHARES
    value, low, high = (_number(signal[name], tell, is_share=is_share) for name in ("value", "low", "high"))
    apart = "–" if is_share or signal["source"] == "survey" else " ~ "
    interval = f" [{low}{apart}{high}]" if low and high else ""
    return f"{value}{interval} (n {signal['n']})"


def _number(value: float | None, tell: Teller, *, is_share: bool) -> str:
    if value is None:
        return ""
    if is_share:
        return tell.percent(f"{value:.4f}")
    sign = "−" if value <= -0.05 else ""
    return f"{sign}{tell.points(f'{abs(value):.6f}')}"


def _unknown(place: dict[str, Any]) -> bool:
    return any(one["verdict"] == UNKNOWN for one in place["signals"])
