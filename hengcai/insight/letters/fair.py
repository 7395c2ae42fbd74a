"""The score that counts beside the one freed of severity, or why there is none."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from hengcai.appraisal.models import FairScore
from hengcai.appraisal.rules.policy import SkillPolicy
from hengcai.base.say import knows
from hengcai.insight.queries.person import PersonReport
from hengcai.paper.drawing.fair import Strip, fair_strip
from hengcai.paper.telling import Teller

BASIS = FairScore.Basis
LEVELS, SHARES = (1.0, 5.0), (0.0, 100.0)
COLUMNS = ("basis", "raw", "fair", "interval", "bands")


@dataclass(frozen=True)
class FairRow:
    """`bands`: how likely each band is, in words; `note`: from how much, or why there is no fair score; `strip`: drawn."""

    name: str
    raw: str
    fair: str
    interval: str
    bands: str
    note: str
    strip: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        return self.name, self.raw, self.fair, self.interval, self.bands, self.note


@dataclass(frozen=True)
class Fair:
    heading: str
    why: str
    columns: Sequence[str]
    rows: Sequence[FairRow]
    notes: Sequence[str]


def fair(report: PersonReport, tell: Teller) -> Fair | None:
    """None where a result was made before fair scores were."""
    if not report.fair:
        return None
    return Fair(
        heading=_heading(report, tell),
        why=tell.say("insight.fair.why"),
        columns=[tell.say(f"insight.fair.column.{name}") for name in COLUMNS],
        rows=[_row(one, report, tell) for one in report.fair],
        notes=_notes(report, tell),
    )


def final_fair(lines: Sequence[FairScore]) -> FairScore | None:
    """The final score's own, where it is known and this reader may see it."""
    return next((one for one in lines if one.basis == BASIS.FINAL and not one.unknown), None)


def is_beyond_error(now: FairScore | None, before: FairScore | None) -> bool | None:
    """Whether two fair scores differ by more than the error of their difference; None where it is not known.

    Half the interval of a difference is the root of both halves squared, the two periods' errors being their own.
    """
    if now is None or before is None or now.fair is None or before.fair is None:
        return None
    halves = [(one.high - one.low) / 2 for one in (now, before) if one.high is not None and one.low is not None]
    return len(halves) == 2 and (now.fair - before.fair) ** 2 > sum(half**2 for half in halves)


def bands_said(one: FairScore, tell: Teller) -> str:
    """Best first; evaluations speak of the card's lines."""
    kind = "line" if one.basis == BASIS.EVALUATIONS else "band"
    said = [
        tell.say("insight.fair.band", band=_band(code, kind, tell), share=_chance(share, tell))
        for code, share in one.bands
    ]
    return " · ".join(said)


def interval_said(one: FairScore, tell: Teller) -> str:
    """Held to the scale's ends, as no score lies beyond."""
    low, high = (Decimal(0), Decimal(100)) if _is_out_of_100(one) else (Decimal(1), Decimal(5))
    if one.low is None or one.high is None:
        return ""
    return f"[{points(max(one.low, low), tell)}–{points(min(one.high, high), tell)}]"


def _is_out_of_100(one: FairScore) -> bool:
    """Evaluations, and a month's total: no level is as high."""
    return one.basis == BASIS.EVALUATIONS or (one.raw or 0) > LEVELS[1]


def points(value: Decimal | None, tell: Teller) -> str:
    return "–" if value is None else tell.points(Fraction(value))


def _band(code: str, kind: str, tell: Teller) -> str:
    return tell.say(f"insight.fair.line.{code}") if kind == "line" else tell.called("band", code)


def _chance(share: float, tell: Teller) -> str:
    """Nothing is ever certain: neither 0 nor 100 %."""
    if 0 < share < 0.01 or share == 0:
        return "<1%"
    return ">99%" if share > 0.99 else tell.percent(share)


def _heading(report: PersonReport, tell: Teller) -> str:
    first = report.fair[0]
    if report.is_of_points and first.basis == BASIS.FINAL:
        return tell.say("insight.fair.heading.month", raw=points(first.raw, tell))
    if first.unknown:
        return tell.say("insight.fair.heading.unknown")
    code = "insight.fair.heading.evaluations" if first.basis == BASIS.EVALUATIONS else "insight.fair.heading"
    return tell.say(code, fair=points(first.fair, tell), raw=points(first.raw, tell))


def _row(one: FairScore, report: PersonReport, tell: Teller) -> FairRow:
    month = ".month" if report.is_of_points and one.basis == BASIS.FINAL else ""
    name = tell.say(f"insight.fair.basis.{one.basis}{month}")
    if one.unknown:
        return FairRow(name, points(one.raw, tell), "–", "–", "", _why_not(one, tell))
    note = tell.say(f"insight.fair.from.{one.basis}{month}", n=one.n)
    figures = points(one.raw, tell), points(one.fair, tell), interval_said(one, tell), bands_said(one, tell)
    return FairRow(name, *figures, note, _strip(one, report))


def _strip(one: FairScore, report: PersonReport) -> str:
    """Empty for a score made without all its figures."""
    if one.raw is None or one.fair is None or one.low is None or one.high is None:
        return ""
    policy, is_level = report.policy, not _is_out_of_100(one)
    cuts = [float(band.start.value) for band in policy.bands[:-1]] if isinstance(policy, SkillPolicy) else []
    return fair_strip(
        Strip(
            LEVELS if is_level else SHARES, raw=float(one.raw), fair=float(one.fair), low=float(one.low),
            high=float(one.high), cuts=cuts if is_level else (),
        )
    )  # fmt: skip


def _why_not(one: FairScore, tell: Teller) -> str:
    own = f"insight.fair.unknown.{one.unknown}.{one.basis}"
    return tell.say(own) if knows(own) else tell.say(f"insight.fair.unknown.{one.unknown}")


def _notes(report: PersonReport, tell: Teller) -> list[str]:
    known = {one.basis for one in report.fair if not one.unknown}
    found = [tell.say("insight.fair.note.counts")]
    month = ".month" if report.is_of_points else ""
    found += [tell.say(f"insight.fair.note.{BASIS.FINAL}{month}")] if BASIS.FINAL in known else []
    found += [tell.say(f"insight.fair.note.{BASIS.EVALUATIONS}")] if BASIS.EVALUATIONS in known else []
    helpless = {BASIS.PEER, BASIS.FINAL} if report.is_of_points else {BASIS.PEER}
    if any(one.unknown and one.basis not in helpless for one in report.fair):
        found.append(tell.say("insight.fair.note.unknown"))
    return found
