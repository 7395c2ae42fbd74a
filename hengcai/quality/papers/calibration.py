"""校准会记录: blank for a table that meets on paper, or one session from its marks to its certificates."""

from collections.abc import Sequence
from functools import partial

from django.conf import settings

from hengcai.base.days import day_of
from hengcai.base.errors import NotNow
from hengcai.base.masking.text import mask
from hengcai.paper.blocks import Block, Bullets, Heading, Lines, Paragraph, Table
from hengcai.paper.forms.form import Ask, Form
from hengcai.paper.forms.making import LINE, Body, Making
from hengcai.quality.findings_told import figure, gauge_told, percent_of, severity_told
from hengcai.quality.papers.scorecard import told_mark
from hengcai.quality.queries.minuted import Minuted, session_to_print
from hengcai.quality.queries.revealed import ItemRow, Unclear
from hengcai.quality.queries.revealed import Table as Contact

COLUMNS = ("contact", "item", "given", "agreed", "reasons")
SIGNATURES = ("chair", "analyst", "day")
BLANK_ROWS = 10
FACTS = ("session", "card", "chair", "analysts", "due_on", "revealed_on", "state")
COEFFICIENTS = ("krippendorff_alpha", "weighted_kappa_quadratic")


def calibration(making: Making) -> Body:
    wanted = making.chosen("calibration")
    found = _session(making, wanted) if wanted is not None else None
    rows = _marks(making, found) if found else [("",) * len(COLUMNS)] * BLANK_ROWS
    table = Table(
        making.head.columns(*making.form.columns), rows, widths=(1, 3, 5, 1.6, 5), row_height=0 if found else LINE * 1.5
    )
    more = _found(making, found) if found else [Heading(_say(making, "notes"), level=3), Lines(3)]
    return Body([table, *more], _facts(making, found), is_filled=found is not None)


def _session(making: Making, number: int) -> Minuted:
    found = session_to_print(making.user, number)
    if found is None:
        raise NotNow("form.no_calibration", number=number)
    return found


def _say(making: Making, code: str, **facts: object) -> str:
    return making.tell.say(f"form.calibration.{code}", **facts)


def _marks(making: Making, found: Minuted) -> list[Sequence[str]]:
    return [_row(making, table, row) for table in found.tables for row in table.told]


def _row(making: Making, table: Contact, row: ItemRow) -> Sequence[str]:
    given = [f"{one.analyst} {told_mark(making, row.item, one.mark.value)}" for one in row.given]
    return (
        str(table.place.number),
        str(row.item.name.read(making.tell.language)),
        making.tell.say("quality.comma").join(given),
        told_mark(making, row.item, row.agreed.value) if row.agreed else "",
        mask(row.agreed.reasons) if row.agreed else "",
    )


def _found(making: Making, found: Minuted) -> list[Block]:
    return [
        *_contacts(making, found), *_agreement(making, found), *_severity(making, found), *_gauge(making, found),
        *_unclear(making, found), *_notes(making, found), *_decisions(making, found),
    ]  # fmt: skip


def _contacts(making: Making, found: Minuted) -> list[Block]:
    tell = making.tell
    rows = [
        (
            str(table.place.number), table.place.contact.key, table.place.contact.agent.name,
            tell.say("quality.comma").join(f"{one.analyst} {tell.points(one.exact)}" for one in table.totals if one.exact),
            tell.points(table.reference) if table.reference else "",
        )
        for table in found.tables
    ]  # fmt: skip
    names = [_say(making, f"column.{name}") for name in ("number", "contact", "agent", "totals", "reference")]
    return [Heading(_say(making, "contacts"), level=3), Table(names, rows, widths=(1, 3, 2, 6, 2))]


def _agreement(making: Making, found: Minuted) -> list[Block]:
    say, rows = making.tell.say, []
    for row in found.items:
        told = row.agreement
        shares = [percent_of(told.get(name), say) for name in ("percent", "within_one")]
        values = [figure(told.get(name), say) for name in COEFFICIENTS]
        rows.append((str(row.item.name.read(making.tell.language)), *shares, *values))
    overall = found.overall
    shares = [percent_of(overall.get(name), say) for name in ("percent", "within_one")]
    rows.append((_say(making, "together"), *shares, *(figure(overall.get(name), say) for name in COEFFICIENTS)))
    names = [_say(making, f"column.{name}") for name in ("item", "exact", "adjacent", "alpha", "kappa")]
    table = Table(names, rows, widths=(3, 2.2, 2.2, 2.4, 2.4))
    return [Heading(_say(making, "agreement"), level=3), Paragraph(_say(making, "interval"), is_small=True), table]


def _severity(making: Making, found: Minuted) -> list[Block]:
    say = making.tell.say
    rows = [
        (one.name, severity_told(one.found, say), percent_of(found.alike.get(one.name), say))
        for one in found.severities
    ]
    names = [_say(making, f"column.{name}") for name in ("analyst", "severity", "alike")]
    note = Paragraph(_say(making, "severity.note"), is_small=True)
    return [Heading(_say(making, "severity"), level=3), note, Table(names, rows, widths=(2, 3, 3))]


def _gauge(making: Making, found: Minuted) -> list[Block]:
    if found.gauge is None:
        return []
    told = gauge_told(found.gauge, found.names, partial(making.tell.say))
    return [Heading(_say(making, "gauge"), level=3), Paragraph(told.said), Bullets(told.grounds)]


def _unclear(making: Making, found: Minuted) -> list[Block]:
    lines = [_unclear_line(making, one) for one in found.unclear]
    body: Block = Bullets(lines) if lines else Paragraph(_say(making, "unclear.none"))
    return [Heading(_say(making, "unclear"), level=3), body]


def _unclear_line(making: Making, one: Unclear) -> str:
    tell = making.tell
    whys = [tell.say(f"quality.why_apart.{why}") for why in dict.fromkeys(place.why for place in one.contacts)]
    numbers = tell.say("quality.comma").join(str(place.number) for place in one.contacts)
    return _say(making, "unclear.line", item=one.item.name, numbers=numbers, why=" ".join(whys))


def _notes(making: Making, found: Minuted) -> list[Block]:
    heading, minutes = Heading(_say(making, "notes"), level=3), found.calibration.minutes
    return [heading, Paragraph(mask(minutes))] if minutes else [heading, Lines(3)]


def _decisions(making: Making, found: Minuted) -> list[Block]:
    """Of those whose outcome the reader may know."""
    tell = making.tell
    rows = [
        (
            one.analyst.name,
            tell.say(f"quality.certificate.{one.outcome}") if one.outcome else "",
            tell.day(one.issued_on) if one.issued_on else "",
            tell.day(one.expires_on) if one.expires_on else "",
            _say(making, "left_out") if one.is_left_out and not one.reasons else mask(one.reasons),
        )
        for one in found.seats
    ]
    names = [_say(making, f"column.{name}") for name in ("analyst", "outcome", "issued", "expires", "reasons")]
    return [Heading(_say(making, "decisions"), level=3), Table(names, rows, widths=(2, 2, 2, 2, 6))]


def _facts(making: Making, found: Minuted | None) -> list[tuple[str, str]]:
    labels = [_say(making, f"fact.{name}") for name in FACTS]
    return list(zip(labels, _told_facts(making, found) if found else [""] * len(FACTS), strict=True))


def _told_facts(making: Making, found: Minuted) -> list[str]:
    one, tell = found.calibration, making.tell
    return [
        one.name, str(one.scorecard.name.read(tell.language)), one.chair.name,
        tell.say("quality.comma").join(found.analysts), tell.day(one.due_on),
        tell.day(day_of(one.revealed_at, settings.TIME_ZONE)) if one.revealed_at else "",
        tell.say(f"quality.calibration.state.{one.state}"),
    ]  # fmt: skip


FORM = Form(
    "calibration", 87, calibration, (Ask("calibration", is_number=True),), COLUMNS, SIGNATURES, is_landscape=True
)
