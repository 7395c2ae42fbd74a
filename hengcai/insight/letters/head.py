"""The headline of a result in words, and where it lies on its scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from hengcai.appraisal.models import FairScore
from hengcai.appraisal.rules import bands
from hengcai.appraisal.rules.policy import Band, MonthPolicy
from hengcai.base.days import day_of
from hengcai.base.say import knows
from hengcai.insight.letters.fair import bands_said, final_fair, interval_said, is_beyond_error, points
from hengcai.insight.queries.person import CompetencyLine, PersonReport
from hengcai.paper.drawing.levels import Scale, Zone, scale_figure
from hengcai.paper.telling import Teller

LEVELS, POINTS = (Fraction(1), Fraction(5)), (Fraction(0), Fraction(100))


@dataclass(frozen=True)
class Head:
    """`verdict` says band and score together; pages show the band and what is `said` after it. `figure` is empty without a score."""

    line: str
    band: str
    tone: str
    score: str
    said: str
    verdict: str
    change: str
    summary: Sequence[str]
    certainty: str
    figure: str


def head(report: PersonReport, tell: Teller) -> Head:
    if report.final is None:
        return _without_score(report, tell)
    band, score = tell.called("band", report.result.band), tell.points(report.final, report.places)
    return Head(
        line=_line(report, tell), band=band, tone=tone_of(report), score=score, said=tell.say("insight.result.score", score=score),
        verdict=tell.say("insight.result.line", band=band, score=score), change=_change(report, tell),
        summary=summary(report, tell), certainty=_certainty(report, score, tell), figure=_figure(report, tell),
    )  # fmt: skip


def _certainty(report: PersonReport, score: str, tell: Teller) -> str:
    """How many raters is told where their number does not help to work peers out."""
    known = final_fair(report.fair)
    if report.is_of_points:
        return _of_points(report, known, score, tell)
    if known:
        facts = {"interval": interval_said(known, tell), "bands": bands_said(known, tell)}
        code = "insight.result.certainty.known" if known.bands else "insight.result.certainty.known.coarse"
        return tell.say(code, score=score, fair=points(known.fair, tell), **facts)
    raters = sum(line.n_raters or 0 for line in report.sources)
    if report.is_veiled or not raters:
        return tell.say("insight.result.certainty", score=score)
    return tell.say("insight.result.certainty.counted", score=score, n=raters)


def _of_points(report: PersonReport, known: FairScore | None, score: str, tell: Teller) -> str:
    """A month's total says how far it may lie off, or why that cannot be told."""
    kind = report.cycle.kind
    if known:
        facts = {"interval": interval_said(known, tell), "bands": bands_said(known, tell), "n": known.n}
        return tell.say(f"insight.result.certainty.{kind}.known", score=score, **facts)
    why = next((one.unknown for one in report.fair if one.basis == FairScore.Basis.FINAL), "")
    code = f"insight.result.certainty.{kind}.{why}" if why else ""
    return tell.say(code if knows(code) else f"insight.result.certainty.{kind}", score=score)


def tone_of(report: PersonReport) -> str:
    return bands.tone(report.result.band, [band.code for band in scale_bands(report)])


def scale_bands(report: PersonReport) -> tuple[Band, ...]:
    policy = report.policy
    return policy.grades if isinstance(policy, MonthPolicy) else policy.bands


def _line(report: PersonReport, tell: Teller) -> str:
    facts = {"cycle": report.cycle.name, "post": report.result.participant.post.name}
    if report.cycle.published_at is None:
        return tell.say("insight.result.head.draft", **facts)
    day = day_of(report.cycle.published_at, report.zone)
    return tell.say("insight.result.head", **facts, day=tell.short_day(day))


def _without_score(report: PersonReport, tell: Teller) -> Head:
    verdict, reasons = tell.say("appraisal.no_score"), [reason(one, report, tell) for one in _reasons(report)]
    why = [tell.say("insight.result.no_score.why", reasons=tell.clauses(reasons))] if reasons else []
    return Head(_line(report, tell), verdict, bands.NONE, "", "", verdict, "", [*why, *summary(report, tell)], "", "")


def _reasons(report: PersonReport) -> list[str]:
    """A month names its indicators one by one below, a year what it lacks."""
    return [] if report.is_of_points else list(report.detail.get("reasons", []))


def reason(code: str, report: PersonReport, tell: Teller) -> str:
    """`missing:peer` and the like as a clause."""
    kind, _colon, source = code.partition(":")
    policy = report.policy
    if isinstance(policy, MonthPolicy):
        return code
    if kind == "minimum_evidence":
        least = tell.percent(policy.minimum_weight.value)
        return tell.say("insight.reason.minimum_evidence", least=least)
    return tell.say(
        f"insight.reason.{kind}", source=tell.called("appraisal.source", source), least=policy.least_heard(source)
    )


def _change(report: PersonReport, tell: Teller) -> str:
    change, kind = report.change, report.cycle.kind
    if kind == "probation":
        return tell.say("insight.change.probation.first")
    if change is None:
        return tell.say(f"insight.change.{kind}.first")
    way = "up" if change > 0 else "down" if change < 0 else "same"
    sure = "" if way == "same" or kind != "quarter" else _sureness(report)
    said = tell.say(f"insight.change.{kind}.{way}{sure}", size=tell.points(abs(change), report.places))
    return with_scale(said, report.earlier_scale, tell)


def with_scale(said: str, version: int | None, tell: Teller) -> str:
    """With why earlier figures read otherwise here than when they were published, if they do."""
    return said if version is None else tell.say("insight.scale.moved", said=said, number=version)


def _sureness(report: PersonReport) -> str:
    """Beyond the error, within it, or not known: of this score or only of the last."""
    now, before = final_fair(report.fair), final_fair(report.fair_before)
    is_beyond = is_beyond_error(now, before)
    if is_beyond is None:
        return ".half" if now else ""
    return ".beyond" if is_beyond else ".within"


def summary(report: PersonReport, tell: Teller) -> list[str]:
    """How many abilities reach what the post asks, which do not, which were not given a level."""
    if report.is_of_points:
        return []
    rated = [line for line in report.competencies if line.rated is not None]
    silent = [line for line in report.competencies if line.rated is None]
    found = [_met(report, tell) if rated else tell.say("insight.result.none_rated")]
    missing = [line.competency.name for line in silent if not line.is_withheld]
    if missing and rated:
        found.append(tell.say("insight.result.not_rated", names=tell.join(missing)))
    found += [withheld(line, tell) for line in silent if line.is_withheld]
    return found


def withheld(line: CompetencyLine, tell: Teller) -> str:
    return tell.say("insight.rated.withheld.why", name=line.competency.name)


def _met(report: PersonReport, tell: Teller) -> str:
    met, missed = len(report.strengths), len(report.shortfalls)
    if not missed:
        return tell.say("insight.result.all_met", n=met)
    names = {line.competency.code: line.competency.name for line in report.competencies}
    below = [
        tell.say("insight.result.below_one", name=names[gap.code], level=tell.points(gap.level),
                 required=tell.plain(gap.required))
        for gap in report.shortfalls
    ]  # fmt: skip
    return tell.say("insight.result.some_met", total=met + missed, met=met, below=tell.clauses(below))


def _figure(report: PersonReport, tell: Teller) -> str:
    low, high = POINTS if report.is_of_points else LEVELS
    final, before = report.final or low, report.before_final
    score, band = tell.points(final, report.places), tell.called("band", report.result.band)
    scale = Scale(
        low=float(low), high=float(high), zones=_zones(report, high, tell), value=float(final),
        before=None if before is None else float(before), tone=tone_of(report),
        now_text=tell.say("insight.figure.now", score=score),
        before_text="" if before is None else _before_text(before, report, tell),
    )  # fmt: skip
    label = tell.say("insight.figure.label", low=tell.plain(low), high=tell.plain(high), score=score, band=band)
    return scale_figure(scale, label=label)


def _before_text(before: Fraction, report: PersonReport, tell: Teller) -> str:
    return tell.say("insight.figure.before", score=tell.points(before, report.places))


def _zones(report: PersonReport, high: Fraction, tell: Teller) -> list[Zone]:
    """Bands from the lowest up."""
    found, end = [], float(high)
    for band in scale_bands(report):
        start = float(band.start.value)
        found.append(Zone(start, end, tell.called("band", band.code), is_on=band.code == report.result.band))
        end = start
    return list(reversed(found))
