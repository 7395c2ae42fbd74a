"""A team's gaps in sentences, and the map beneath them."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from hengcai.insight.letters.findings import Finding, findings_said, title
from hengcai.insight.letters.head import with_scale
from hengcai.insight.letters.names import name_of
from hengcai.insight.queries.team import OBSERVED, HeatRow, PostGaps, TeamGaps
from hengcai.insight.rules.findings import MAYBE, MEETS, SPEAKS_FROM, SPEAKS_SHARE, SURE, Seen, mark
from hengcai.paper.drawing.charts import distribution
from hengcai.paper.drawing.levels import Level, level_row, levels_chart
from hengcai.paper.telling import Teller


@dataclass(frozen=True)
class Cell:
    """`mark` is sure, maybe, ok or none; `said` is for those who do not see the shape."""

    mark: str
    value: str
    interval: str
    said: str


@dataclass(frozen=True)
class Row:
    name: str
    number: str
    note: str
    result_id: int | None
    cells: Sequence[Cell]


@dataclass(frozen=True)
class Column:
    code: str
    name: str
    required: str
    foot: str
    of: str
    is_hot: bool


@dataclass(frozen=True)
class MeanRow:
    name: str
    now: str
    before: str
    row: str
    cells: Sequence[str]


@dataclass(frozen=True)
class Map:
    """One post's people."""

    heading: str
    caption: str
    columns: Sequence[Column]
    rows: Sequence[Row]
    foot: str
    means: Sequence[MeanRow]
    means_chart: str


@dataclass(frozen=True)
class Next:
    about: str
    who: Sequence[tuple[str, int | None]]
    who_heading: str
    steps: Sequence[str]


@dataclass(frozen=True)
class TeamLetter:
    line: str
    title: str
    findings: Sequence[Finding]
    maps: Sequence[Map]
    note: str
    cover: str  # whom the levels cover, where that is too few to speak for the team
    kind_why: str
    finals: str
    finals_title: str
    finals_note: str
    means_note: str
    next: Next
    lit: str


def team_letter(gaps: TeamGaps, language: str, *, focus: str = "") -> TeamLetter:
    """`focus` names the competency whose column is lit and whose people are listed."""
    tell = Teller(language)
    findings = findings_said(gaps, tell)
    codes = [one.code for one in findings if one.code]
    lit = focus if focus in codes else (codes[0] if codes else "")
    return TeamLetter(
        line=_line(gaps, tell), title=title(gaps, tell), findings=findings,
        maps=[_map(part, gaps, lit, tell) for part in gaps.parts],
        note=tell.say(f"insight.heat.note.{gaps.kind}"), cover=_cover(gaps, tell), kind_why=tell.say(_kind_why(gaps)),
        finals=_finals(gaps, tell), finals_title=finals_title(gaps, tell), finals_note=_finals_note(gaps, tell),
        means_note=_means_note(gaps, tell),
        next=_next(gaps, lit, tell), lit=lit,
    )  # fmt: skip


def _kind_why(gaps: TeamGaps) -> str:
    known = ".known" if gaps.kind != OBSERVED and gaps.has_intervals else ""
    return f"insight.team.kind.{gaps.kind}{known}.why"


def _means_note(gaps: TeamGaps, tell: Teller) -> str:
    if gaps.earlier is None:
        return tell.say("insight.means.first")
    return with_scale(tell.say("insight.means.why"), gaps.earlier_scale, tell)


def _cover(gaps: TeamGaps, tell: Teller) -> str:
    if gaps.speaks or not gaps.covered:
        return ""
    share = int(100 * SPEAKS_SHARE)
    return tell.say("insight.team.cover", n=gaps.covered, people=gaps.stood, share=share, least=SPEAKS_FROM)


def _line(gaps: TeamGaps, tell: Teller) -> str:
    facts = {"team": gaps.team.name, "n": gaps.people, "cycle": gaps.cycle.name}
    if len(gaps.parts) != 1:
        return tell.say("insight.team.line.several", **facts)
    part = gaps.parts[0]
    return tell.say("insight.team.line", **facts, post=part.post.name, number=part.profile.number)


def _map(part: PostGaps, gaps: TeamGaps, lit: str, tell: Teller) -> Map:
    several = len(gaps.parts) > 1
    heading = (
        tell.say("insight.heading.heat.post", post=part.post.name) if several else tell.say("insight.heading.heat")
    )
    means = [_mean_row(part, place, tell) for place in range(len(part.means))]
    levels = [_mean_level(part, place, tell) for place in range(len(part.means))]
    foot = "sure" if gaps.has_intervals else "below"
    return Map(
        heading=heading,
        caption=tell.say("insight.heat.caption", n=len(part.rows), count=len(part.competencies)),
        columns=[_column(part, place, gaps, lit, tell) for place in range(len(part.competencies))],
        rows=[_row(row, part, gaps.kind, tell) for row in part.rows], foot=tell.say(f"insight.heat.foot.{foot}"), means=means,
        means_chart=levels_chart(levels, label=tell.say("insight.means.chart", team=gaps.team.name)),
    )  # fmt: skip


def _column(part: PostGaps, place: int, gaps: TeamGaps, lit: str, tell: Teller) -> Column:
    competency = part.competencies[place]
    required = part.profile.required.get(competency.code)
    found = [seen for _row, seen in part.column(competency.code)]
    marks = [mark(seen, required) for seen in found]
    below = sum(one == SURE or (one == MAYBE and not gaps.has_intervals) for one in marks)
    return Column(
        code=competency.code, name=str(competency.name.read(tell.language)), required=tell.plain(required) or "–",
        foot=str(below), of=tell.say("insight.heat.of", n=len(found)), is_hot=competency.code == lit,
    )  # fmt: skip


def _row(row: HeatRow, part: PostGaps, kind: str, tell: Teller) -> Row:
    person = row.seat.person
    cells = [
        _cell(seen, part.profile.required.get(competency.code), _missing(row, competency.code, kind, tell), tell)
        for seen, competency in zip(row.cells, part.competencies, strict=True)
    ]
    note = tell.say("insight.heat.newcomer") if row.is_newcomer else ""
    return Row(person.name, person.number, note, row.seat.result.pk if row.seat.result else None, cells)


def _missing(row: HeatRow, code: str, kind: str, tell: Teller) -> str:
    """Why there is no level."""
    if code in row.few:
        return tell.say("insight.heat.few", n=row.few[code])
    return tell.say("insight.heat.none.observed" if kind == OBSERVED else "insight.heat.none")


def _cell(seen: Seen | None, required: Fraction | None, missing: str, tell: Teller) -> Cell:
    found = mark(seen, required)
    if seen is None:
        return Cell(found, "", "", missing)
    said = "" if found == MEETS else tell.say(f"insight.heat.{found}")
    return Cell(found, tell.points(seen.value), tell.interval(seen.low, seen.high).strip("[]"), said)


def _mean_level(part: PostGaps, place: int, tell: Teller) -> Level:
    mean, required = part.means[place], part.profile.required.get(part.means[place].code)
    return Level(
        name=name_of(part, mean.code, tell), value=None if mean.now is None else float(mean.now),
        required=None if required is None else float(required),
        before=None if mean.before is None else float(mean.before), figures=_mean_now(part, place, tell),
    )  # fmt: skip


def _mean_now(part: PostGaps, place: int, tell: Teller) -> str:
    mean = part.means[place]
    if mean.now is None:
        return tell.say("insight.means.none")
    return tell.say("insight.means.now", mean=tell.points(mean.now), n=mean.n)


def _mean_row(part: PostGaps, place: int, tell: Teller) -> MeanRow:
    mean, level = part.means[place], _mean_level(part, place, tell)
    before = tell.say("insight.means.before.none")
    if mean.before is not None:
        before = tell.say("insight.means.before", mean=tell.points(mean.before), n=mean.n_before)
    required = tell.plain(part.profile.required.get(mean.code)) or "–"
    shown = (tell.points(mean.now) or "–", str(mean.n), tell.points(mean.before) or "–", str(mean.n_before), required)
    return MeanRow(level.name, _mean_now(part, place, tell), before, level_row(level), (level.name, *shown))


def _finals(gaps: TeamGaps, tell: Teller) -> str:
    if not gaps.finals:
        return ""
    return distribution(gaps.finals, label=finals_title(gaps, tell), cuts=gaps.cuts)


def finals_title(gaps: TeamGaps, tell: Teller) -> str:
    """The chart's own finding: how many in each band."""
    if not gaps.finals:
        return tell.say("appraisal.finals.none")
    counted = [tell.say("appraisal.finals.band", band=tell.called("band", band), n=n) for band, n in gaps.by_band]
    return tell.say("appraisal.finals.title", n=gaps.scored, counts=tell.join(counted))


def _finals_note(gaps: TeamGaps, tell: Teller) -> str:
    without = gaps.people - gaps.scored
    return tell.say("appraisal.finals.without", n=without) if without and gaps.finals else ""


def _next(gaps: TeamGaps, lit: str, tell: Teller) -> Next:
    part = next((one for one in gaps.parts if lit in {c.code for c in one.competencies}), None)
    if part is None:
        return Next("", (), "", [tell.say("insight.next.nothing")])
    required = part.profile.required.get(lit)
    low = [row for row, seen in part.column(lit) if mark(seen, required) in {SURE, MAYBE}]
    few = [row.seat.person.name for row in part.rows if lit in row.few]
    steps = [tell.say("insight.next.look")]
    steps += [tell.say("insight.next.few", names=tell.join(few))] if few else []
    steps += [] if gaps.has_intervals else [tell.say("insight.next.intervals")]
    return Next(
        about=tell.say("insight.next.about", name=name_of(part, lit, tell)),
        who=[(row.seat.person.name, row.seat.result.pk if row.seat.result else None) for row in low],
        who_heading=tell.say("insight.next.who", n=len(low)), steps=[*steps, tell.say("insight.next.again")],
    )  # fmt: skip
