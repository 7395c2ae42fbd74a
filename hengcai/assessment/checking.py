"""Stored check-lists and ticks as their rules read them: for actions and queries alike."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from hengcai.assessment.models import Checklist, CheckSheet, Practical, Tick
from hengcai.assessment.rules.checklist_files import read_checklist
from hengcai.assessment.rules.checklists import Checklist as List
from hengcai.assessment.rules.checklists import Outcome, Text, joined, outcome
from hengcai.base.bilingual import Bilingual, encode


def content_of(checklist: Checklist) -> dict[str, Any]:
    """As files, forms and programs hand it in."""
    return dict(encode(checklist.content))


def list_of(checklist: Checklist) -> List:
    return read_checklist(content_of(checklist))


def bilingual(text: Text) -> Bilingual:
    return Bilingual(text.zh, text.en)


@dataclass(frozen=True)
class Mark:
    """What stands on one item. `count`: how many ticks led there, by which an older page is known."""

    value: str = ""
    note: str = ""
    count: int = 0
    device: str = ""


def marks_of(ticks: Iterable[Tick]) -> dict[str, Mark]:
    """Item → what counts, of ticks in the order in which they came; an empty value or no note leaves what stood."""
    found: dict[str, Mark] = {}
    for one in ticks:
        before = found.get(one.item, Mark())
        note = before.note if one.note is None else one.note
        found[one.item] = Mark(one.value or before.value, note, before.count + 1, one.device)
    return found


def marks_on(sheet: CheckSheet) -> dict[str, Mark]:
    return marks_of(sheet.ticks.order_by("pk"))


def seconds_of(practical: Practical) -> int | None:
    """How long the person took; none where no clock ran or it still runs."""
    if practical.started_at is None or practical.stopped_at is None:
        return None
    return int((practical.stopped_at - practical.started_at).total_seconds())


def outcome_of(practical: Practical, checklist: List, sheets: Iterable[CheckSheet]) -> Outcome:
    settled = {item: value for item, (value, _why) in practical.settled.items()}
    shares = joined(checklist, [one.values for one in sheets], settled)
    return outcome(checklist, shares, seconds=seconds_of(practical))
