"""What pages show of role cards, conversations and check-lists, in the reader's language."""

from dataclasses import dataclass
from typing import Any

from hengcai.simulation.definitions import bilingual, known_competencies
from hengcai.simulation.rules import checklist
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import percent
from hengcai.web.simulation.showing import Said, shown_marks

TOLD = ("persona", "goal", "temper")


@dataclass(frozen=True)
class ShownLine:
    """One line of a check-list."""

    id: str
    text: Any
    competency: str
    is_critical: bool
    mark: str
    mark_text: str
    is_proposed: bool = False

    @property
    def offers(self):
        return [(mark, word(f"simulation.mark.{mark}")) for mark in checklist.MARKS]


@dataclass(frozen=True)
class ShownCard:
    told: list[tuple[str, Any]]
    opening: Any
    facts: list[tuple[Any, Any]]
    lines: list[ShownLine]


def shown_customer(customer):
    if customer is None:
        return None
    told = [
        (word(f"simulation.card.{name}"), bilingual(getattr(customer, name)))
        for name in TOLD
        if getattr(customer, name)
    ]
    facts = [(bilingual(one.text), bilingual(one.when)) for one in customer.facts]
    return ShownCard(told, bilingual(customer.opening), facts, [])


def shown_card(story):
    names, found = known_competencies(), shown_customer(story.customer)
    lines = [_line(one, "", names) for one in story.checklist]
    return ShownCard(found.told, found.opening, found.facts, lines) if found else ShownCard([], "", [], lines)


def _line(item, mark, names, *, is_proposed=False):
    return ShownLine(
        item.id, bilingual(item.text), names.get(item.competency, item.competency), item.is_critical, mark,
        word(f"simulation.mark.{mark}") if mark in checklist.MARKS else "", is_proposed,
    )  # fmt: skip


def shown_lines_of(seen):
    names = known_competencies()
    return [_line(one.item, one.mark, names, is_proposed=one.item.id in seen.proposed) for one in seen.lines]


def shown_turns(turns):
    return [Said(one.who, word(f"simulation.who.{one.who}"), one.text) for one in turns]


@dataclass(frozen=True)
class ShownTold:
    lines: list[ShownLine]
    turns: list[Said]
    scores: Any
    total: str
    is_critical: bool
    notes: list[tuple[str, str]]
    sheet: Any
    takes: Any


def shown_told(found):
    names = known_competencies()
    lines = [_line(one.item, one.mark, names) for one in found.lines]
    return ShownTold(
        lines, shown_turns(found.turns), shown_marks(found.scores, names, found.counts), percent(found.total),
        found.is_critical, notes_of(found.sheet), found.sheet, found.takes,
    )  # fmt: skip


def notes_of(sheet):
    return [(clock_of(one["seconds"]), one["text"]) for one in sheet.notes]


def clock_of(seconds):
    return f"{seconds // 60}:{seconds % 60:02d}"
