"""What the pages of calibration bring and show: the blind sheet, the reveal by item, figures with their intervals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import SimpleNamespace
from typing import Any

from django.utils.translation import gettext as _

from hengcai.base.errors import NotValid
from hengcai.quality import findings_told
from hengcai.quality.models import Item
from hengcai.quality.queries.calibrations import Blind
from hengcai.quality.queries.revealed import ItemRow, SeverityRow, Table, Unclear
from hengcai.quality.rules import card as cards
from hengcai.quality.rules.calibration import Agreed, Gauge, grade
from hengcai.quality.rules.card import Card, Mark
from hengcai.quality.rules.score import score
from hengcai.web.quality.calibration_drawing import marks_strip, severity_axis, severity_strip
from hengcai.web.quality.disputing import Option, error_of, options_of
from hengcai.web.quality.lines import label_of, parts_of, rungs_of
from hengcai.web.quality.sheet import Sheet, entries_of, fit_marks, posted, tally
from hengcai.web.quality.transcript import Moments, pins_of, said, times_of
from hengcai.web.shell.says import word

Post = Mapping[str, str]
FAR = 2


def blind_kept(blind: Blind) -> Sheet:
    sheet = blind.sheet
    return Sheet(blind.marks, entries_of(blind.marks, _moments(blind)), sheet.comment, sheet.edit_count)


def blind_posted(blind: Blind, post: Post) -> Sheet:
    """A blind mark points at a line, not at words of it."""
    form = posted(blind.card, _moments(blind), post)
    return replace(form, marks={code: replace(mark, phrase=None) for code, mark in form.marks.items()})


def _moments(blind: Blind) -> Moments:
    return Moments(blind.sheet.of.contact, blind.turns)


def as_desk(blind: Blind) -> Any:
    """The parts of a scoring desk that the arithmetic and the layout of its card ask for."""
    of = SimpleNamespace(scorecard=blind.scorecard, contact=blind.sheet.of.contact)
    return SimpleNamespace(card=blind.card, assignment=of, turns=blind.turns, marks=blind.marks, seconds=blind.seconds)


def blind_page(blind: Blind, sheet: Sheet) -> dict[str, Any]:
    """Only to be read."""
    fit = _fit(blind, sheet)
    parts = parts_of(blind.scorecard, blind.card, fit, score(blind.card, fit))
    contact = blind.sheet.of.contact
    return {
        "blind": blind, "sheet": sheet, "parts": parts, "said": said(contact, blind.turns, pins_of(parts)),
        "times": times_of(contact, blind.turns), "are_times": _moments(blind).are_times,
    }  # fmt: skip


def blind_desk(blind: Blind, sheet: Sheet) -> dict[str, Any]:
    """The same to be filled in, with what it comes to so far. `given`: as the desk's card asks for it."""
    fit = _fit(blind, sheet)
    found = score(blind.card, fit)
    laid = blind_page(blind, sheet)
    first = laid["parts"][0].rows[0].item.code
    given = SimpleNamespace(pk=f"blind-{blind.sheet.pk}", scorecard=blind.scorecard)
    return {
        **laid, "given": given, "tally": tally(as_desk(blind), found), "causes": cards.CAUSES,
        "current": found.unanswered[0] if found.unanswered else first,
    }  # fmt: skip


def _fit(blind: Blind, sheet: Sheet) -> dict[str, Mark]:
    fit = fit_marks(blind.card, sheet.marks)
    return {code: replace(mark, turn=mark.turn if _is_there(mark, blind) else None) for code, mark in fit.items()}


def _is_there(mark: Mark, blind: Blind) -> bool:
    return mark.turn is not None and 0 <= mark.turn < len(blind.turns)


@dataclass(frozen=True)
class Told:
    """One analyst's mark of one item in words."""

    name: str
    mark: str
    comment: str
    turn: int | None
    when: str


@dataclass(frozen=True)
class RevealRow:
    item: Item
    section: object
    strip: object
    told: Sequence[Told]
    na: str
    agreed: str
    reasons: str
    marks: Sequence[Option]
    typed: str
    rungs: Sequence[Any]
    alpha: str
    exact: str
    error: str
    is_open: bool = field(default=False)


def reveal_rows(card: Card, table: Table, post: Post, refusal: NotValid | None) -> list[RevealRow]:
    times = times_of(table.place.contact, table.turns)
    return [_reveal_row(card, row, times, post, refusal) for row in table.told]


def _reveal_row(card: Card, row: ItemRow, times: Mapping[int, str], post: Post, refusal: NotValid | None) -> RevealRow:
    item, rule = row.item, card.by_code[row.code]
    values = [*rule.scale, cards.NA] if rule.may_be_na else [*rule.scale]
    chosen = post.get(f"mark-{row.code}", row.agreed.value if row.agreed else "")
    error = error_of(refusal, row.code)
    return RevealRow(
        item=item, section=item.section.name, strip=_strip(row, rule),
        told=[
            Told(one.analyst, label_of(item, one.mark.value), one.mark.comment, one.mark.turn, times.get(_turn(one), ""))
            for one in row.given
        ],
        na=", ".join(one.analyst for one in row.given if one.mark.value == cards.NA),
        agreed=label_of(item, row.agreed.value) if row.agreed else "",
        reasons=row.agreed.reasons if row.agreed else "",
        marks=options_of(rule, item, values, chosen),
        typed=post.get(f"reasons-{row.code}", row.agreed.reasons if row.agreed else ""),
        rungs=rungs_of(card, item), alpha=figure(row.agreement.get("krippendorff_alpha")),
        exact=percent_of(row.agreement.get("percent")), error=error, is_open=bool(error),
    )  # fmt: skip


def _turn(one: Any) -> int:
    return -1 if one.mark.turn is None else one.mark.turn


def _strip(row: ItemRow, rule: cards.Item) -> object:
    scale = sorted(rule.scale, key=lambda value: grade(rule, value) or 0)
    names: dict[str, list[str]] = {}
    for one in row.given:
        names.setdefault(one.mark.value, []).append(one.analyst)
    reference = row.agreed.value if row.agreed else ""
    spoken = "; ".join(f"{label_of(row.item, value)}: {', '.join(some)}" for value, some in names.items())
    if row.agreed:
        spoken = _("calibrated score %(mark)s") % {"mark": label_of(row.item, reference)} + "; " + spoken
    return marks_strip(names, scale, reference=reference, far=_far(scale, names, reference), label=spoken)


def _far(scale: Sequence[str], names: Mapping[str, Sequence[str]], reference: str) -> set[str]:
    """Two levels or more from the reference; before there is one, from the middle of the marks."""
    places = sorted(scale.index(value) for value, some in names.items() if value in scale for _one in some)
    if not places or len(scale) <= FAR:
        return set()
    middle = scale.index(reference) if reference in scale else places[len(places) // 2]
    return {value for value in names if value in scale and abs(scale.index(value) - middle) >= FAR}


def agreed_posted(card: Card, post: Post) -> dict[str, Agreed]:
    """Items of which a mark was chosen."""
    found = {item.code: post.get(f"mark-{item.code}", "") for item in card.items() if item.kind != cards.NOTE}
    return {code: Agreed(value, post.get(f"reasons-{code}", "").strip()) for code, value in found.items() if value}


def figure(found: Any, *, signed: bool = False) -> str:
    return findings_told.figure(found, word, signed=signed)


def percent_of(found: Any) -> str:
    return findings_told.percent_of(found, word)


def severity_lines(rows: Sequence[SeverityRow]) -> list[Any]:
    """Name, strip, figure; grey where 0 lies within."""
    scale = severity_axis([row.found for row in rows])
    return [
        SimpleNamespace(
            name=row.name,
            strip=severity_strip(row.found, scale, tells=row.tells),
            figure=findings_told.severity_told(row.found, word),
            n=row.found["n"],
        )
        for row in rows
    ]


def gauge_told(gauge: Gauge | None, names: Mapping[str, str]) -> findings_told.GaugeTold | None:
    return findings_told.gauge_told(gauge, names, word) if gauge else None


def unclear_told(one: Unclear) -> dict[str, Any]:
    """Marks in words, from the lowest to the highest."""
    contacts = [
        {
            "number": place.number,
            "why": place.why,
            "moments": [(label_of(one.item, moment.given.mark.value), moment) for moment in place.moments],
        }
        for place in one.contacts
    ]
    alpha, exact = figure(one.agreement.get("krippendorff_alpha")), percent_of(one.agreement.get("percent"))
    return {"item": one.item, "alpha": alpha, "exact": exact, "contacts": contacts}
