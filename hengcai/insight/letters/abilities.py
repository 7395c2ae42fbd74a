"""Each ability: what was rated, what the post asks, what was observed; strengths and gaps as sentences."""

from collections.abc import Sequence
from dataclasses import dataclass

from hengcai.appraisal.forms import SHOWN_FROM, Observed
from hengcai.appraisal.queries.notes import Note, notes_on
from hengcai.appraisal.rules.margins import RULED
from hengcai.insight.letters.grounds import said_on
from hengcai.insight.queries.person import CompetencyLine, PersonReport
from hengcai.insight.rules.findings import Gap
from hengcai.paper.drawing.levels import Level, level_row, levels_chart
from hengcai.paper.drawing.radar import LEAST, radar
from hengcai.paper.telling import Teller

MOST_SAID, MOST_NOTED = 3, 2


@dataclass(frozen=True)
class Ability:
    """One row: figures and notes as text, the drawn row, and the cells of its table; `said` and `noted` are its grounds:
    what raters wrote, and what analysts wrote of contacts."""

    code: str
    name: str
    rated: str
    rated_note: str
    observed: str
    row: str
    cells: Sequence[str]
    said: Sequence[str]
    noted: Sequence["Saying"]
    is_observed: bool


@dataclass(frozen=True)
class Abilities:
    heading: str
    why: str
    rows: Sequence[Ability]
    columns: Sequence[str]
    chart: str
    radar: str


COLUMNS = (
    "ability",
    "rated",
    "rated_interval",
    "certain",
    "ratings",
    "required",
    "before",
    "observed",
    "interval",
    "contacts",
)


def abilities(report: PersonReport, tell: Teller) -> Abilities:
    levels = [level_of(line, tell) for line in report.competencies]
    name = report.result.participant.person.name
    drawn = [level for level in levels if level.value is not None]
    return Abilities(
        heading=tell.say("insight.heading.abilities", count=tell.numeral(len(levels))),
        why=tell.say("insight.abilities.why"),
        rows=[_row(line, level, report, tell) for line, level in zip(report.competencies, levels, strict=True)],
        columns=[tell.say(f"insight.column.{column}") for column in COLUMNS],
        chart=levels_chart(levels, label=tell.say("insight.abilities.chart", name=name)),
        radar=radar(levels, label=tell.say("insight.abilities.radar", name=name)) if len(drawn) >= LEAST else "",
    )


def level_of(line: CompetencyLine, tell: Teller) -> Level:
    """A mean of fewer than three contacts is not drawn."""
    seen = line.observed if line.observed and line.observed.n >= SHOWN_FROM else None
    return Level(
        name=str(line.competency.name.read(tell.language)), value=_float(line.rated), required=_float(line.required),
        before=_float(line.before), observed=_float(seen.mean) if seen else None,
        low=seen.low if seen else None, high=seen.high if seen else None, figures=tell.points(line.rated) or "–",
    )  # fmt: skip


def _float(value: object) -> float | None:
    return None if value is None else float(value)  # type: ignore[arg-type]


def _row(line: CompetencyLine, level: Level, report: PersonReport, tell: Teller) -> Ability:
    code = line.competency.code
    notes = [note for note in report.notes if code in note.codes]
    return Ability(
        said=said_on(report, code, tell), noted=_noted(notes, tell), is_observed=line.observed is not None,
        code=code, name=level.name, rated=tell.points(line.rated), rated_note=_rated_note(line, tell),
        observed=observed_said(line.observed, tell), row=level_row(level), cells=_cells(line, tell),
    )  # fmt: skip


def _rated_note(line: CompetencyLine, tell: Teller) -> str:
    if line.is_withheld:
        return tell.say("insight.rated.withheld")
    if line.rated is None:
        return tell.say("insight.rated.none")
    margin = line.margin
    if margin is not None and margin.unknown == RULED:
        return tell.say("insight.rated.ruled")
    if margin is None or margin.low is None or margin.high is None:
        return tell.say("insight.rated.unknown", n=line.n_raters)
    sure = f".{line.certainty}" if line.certainty else ""
    return tell.say(f"insight.rated.known{sure}", n=line.n_raters, interval=tell.interval(margin.low, margin.high))


def observed_said(seen: Observed | None, tell: Teller) -> str:
    """Mean with its interval from three contacts on; below, only how many."""
    if seen is None:
        return tell.say("insight.observed.none")
    if seen.n < SHOWN_FROM:
        return tell.say("insight.observed.few", n=seen.n)
    if seen.low is None:
        return tell.say("insight.observed.flat", mean=tell.points(seen.mean), n=seen.n)
    interval = tell.interval(seen.low, seen.high)
    return tell.say("insight.observed", mean=tell.points(seen.mean), interval=interval, n=seen.n)


def _cells(line: CompetencyLine, tell: Teller) -> list[str]:
    seen = line.observed
    has_mean = seen is not None and seen.n >= SHOWN_FROM
    return [
        str(line.competency.name.read(tell.language)),
        tell.points(line.rated) or "–",
        tell.interval(line.margin.low, line.margin.high) or "–" if line.margin else "–",
        tell.say(f"insight.certain.{line.certainty}") if line.certainty else "–",
        str(line.n_raters) if line.rated is not None else "–",
        tell.plain(line.required) or "–",
        tell.points(line.before) or "–",
        tell.points(seen.mean) if seen and has_mean else "–",
        tell.interval(seen.low, seen.high) or "–" if seen and has_mean else "–",
        str(seen.n) if seen else "0",
    ]


@dataclass(frozen=True)
class Moment:
    """A link into an evaluation."""

    label: str
    day: str
    evaluation_id: int
    turn: int | None


@dataclass(frozen=True)
class Saying:
    text: str
    about: str
    moments: Sequence[Moment]


@dataclass(frozen=True)
class Sayings:
    good: Sequence[Saying]
    practise: Sequence[Saying]
    good_note: str
    practise_note: str
    moments_note: str


def sayings(report: PersonReport, tell: Teller) -> Sayings:
    good = _sayings(report, report.strengths, is_strength=True, tell=tell)
    practise = _sayings(report, report.shortfalls, is_strength=False, tell=tell)
    return Sayings(
        good=good, practise=practise,
        good_note=_nothing(report, good, "no_good", tell), practise_note=_nothing(report, practise, "no_gap", tell),
        moments_note=_moments_note(report, tell),
    )  # fmt: skip


def _nothing(report: PersonReport, said: Sequence[Saying], code: str, tell: Teller) -> str:
    """Why a list is empty; without any level only that there was nothing to read it from."""
    if said or not (report.drawn.published or report.strengths or report.shortfalls):
        return ""
    return tell.say(f"insight.words.{code}.month" if report.is_of_points else f"insight.words.{code}")


def _moments_note(report: PersonReport, tell: Teller) -> str:
    if not report.drawn.published:
        return tell.say("insight.words.no_evaluations")
    return "" if report.notes else tell.say("insight.words.no_notes", n=report.drawn.published)


def _sayings(report: PersonReport, found: Sequence[Gap], *, is_strength: bool, tell: Teller) -> list[Saying]:
    """The levels first, each followed by what analysts wrote about it; then what they wrote of other abilities."""
    names = {line.competency.code: str(line.competency.name.read(tell.language)) for line in report.competencies}
    said: list[Saying] = []
    told: list[Note] = []
    for gap in found[:MOST_SAID]:
        said.append(Saying(_gap_said(gap, names[gap.code], tell), "", ()))
        notes = [note for note in notes_on(report.notes, gap.code, is_strength=is_strength) if note not in told]
        said += _noted(notes, tell)[:MOST_NOTED]
        told += notes
    rest = [note for note in report.notes if note.is_strength == is_strength and note not in told]
    return said + _noted(rest, tell)[:MOST_SAID]


def _gap_said(gap: Gap, name: str, tell: Teller) -> str:
    way = "above" if gap.size > 0 else "below" if gap.size < 0 else "met"
    facts = {"level": tell.points(gap.level), "required": tell.plain(gap.required), "size": tell.points(abs(gap.size))}
    if way != "met" and facts["size"] == "0.0":
        facts |= {"level": tell.plain(gap.level, 2), "size": tell.plain(abs(gap.size), 2)}
    return tell.say(f"insight.gap.{way}", name=name, **facts)


def _noted(notes: Sequence[Note], tell: Teller) -> list[Saying]:
    """What was written alike of several contacts is said once, with all its moments."""
    found: dict[tuple[str, str], list[Moment]] = {}
    for note in notes:
        found.setdefault((note.text, note.item.read(tell.language)), []).append(_moment(note, tell))
    return [Saying(text, about, moments) for (text, about), moments in found.items()]


def _moment(note: Note, tell: Teller) -> Moment:
    code = "insight.moment" if note.turn is not None else "insight.moment.whole"
    day = tell.short_day(note.on)
    return Moment(tell.say(code, day=day), day, note.evaluation_id, note.turn)
