"""A session's rows as the arithmetic takes them; what a blind sheet shows of its contact."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from hengcai.interactions.models import Contact, Transcript
from hengcai.quality.calibration_models import AgreedMark, BlindMark, BlindSheet, Calibration, CalibrationContact
from hengcai.quality.cards import card_of
from hengcai.quality.rules.calibration import Agreed, compared, graded_together
from hengcai.quality.rules.card import Card, Mark, Marks
from hengcai.quality.rules.score import score

COVER = "*"
Turns = Sequence[Mapping[str, Any]]


def session_card(calibration: Calibration) -> Card:
    return card_of(calibration.scorecard)


def marks_given(rows: Iterable[BlindMark]) -> dict[str, Mark]:
    """Rows come with their items."""
    return {one.item.code: Mark(one.value, one.comment, one.cause, one.turn) for one in rows}


def marks_agreed(rows: Iterable[AgreedMark]) -> dict[str, Agreed]:
    return {one.item.code: Agreed(one.value, one.reasons) for one in rows}


def contacts_of(calibration: Calibration) -> list[CalibrationContact]:
    return list(calibration.contacts.select_related("contact__agent", "contact__transcript").order_by("number"))


def sheets_counted(calibration: Calibration) -> list[BlindSheet]:
    """Of those who handed in everything, with their marks."""
    rows = BlindSheet.objects.filter(of__calibration=calibration, state=BlindSheet.State.IN)
    rows = rows.exclude(analyst__in=calibration.seats.filter(is_left_out=True).values("analyst"))
    return list(rows.select_related("analyst", "of").prefetch_related("marks__item").order_by("of__number", "analyst"))


def turns_of_contact(contact: Contact) -> Turns:
    transcript: Transcript | None = getattr(contact, "transcript", None)
    return transcript.turns if transcript else ()


def covered_turns(contact: Contact) -> list[dict[str, Any]]:
    """Without the agent's name and number, however often they say them."""
    return [{**turn, "text": without_agent(str(turn["text"]), contact)} for turn in turns_of_contact(contact)]


def without_agent(text: str, contact: Contact) -> str:
    for word in (contact.agent.name, contact.agent.number):
        text = _covered(text, word) if word else text
    return text


def _covered(text: str, word: str) -> str:
    """Whatever its case; the length stays, so that places in the text do."""
    low, found = text.casefold(), word.casefold()
    if len(low) != len(text) or not found:
        return text.replace(word, COVER * len(word))
    place = low.find(found)
    while place >= 0:
        text = text[:place] + COVER * len(word) + text[place + len(word) :]
        place = low.find(found, place + len(word))
    return text


def fatal_of(card: Card, marks: Marks) -> tuple[Fraction | None, frozenset[str]]:
    """The total, and the fatal items it was hit by."""
    found = score(card, marks)
    return found.total, frozenset(found.fatals)


def work_out(calibration: Calibration) -> dict[str, Any]:
    """From the sheets that count, and the reference where it is whole."""
    from hengcai.quality.rules.calibrated import Ratings, findings

    card, ratings = session_card(calibration), Ratings()
    sheets = sheets_counted(calibration)
    for sheet in sheets:
        for code, grade in compared(card, marks_given(sheet.marks.all())).items():
            ratings.add(sheet.of_id, str(sheet.analyst_id), code, grade)
    totals = _totals(calibration, card, sheets)
    return findings(ratings, together=graded_together(card), totals=totals) | {
        "names": {str(sheet.analyst_id): sheet.analyst.name for sheet in sheets}
    }


def _totals(calibration: Calibration, card: Card, sheets: Sequence[BlindSheet]) -> Any:
    """None before there is a reference."""
    from hengcai.quality.rules.calibrated import REFERENCE, Totals

    agreed = {one.pk: one for one in calibration.contacts.prefetch_related("agreed__item")}
    if not all(one.agreed.all() for one in agreed.values()):
        return None
    totals, held = Totals(), {}
    for key, one in agreed.items():
        marks = {code: Mark(found.value) for code, found in marks_agreed(one.agreed.all()).items()}
        held[key] = _add(totals, key, REFERENCE, fatal_of(card, marks), None)
    for sheet in sheets:
        found = fatal_of(card, marks_given(sheet.marks.all()))
        _add(totals, sheet.of_id, str(sheet.analyst_id), found, held[sheet.of_id])
    return totals


def _add(
    totals: Any, contact: int, rater: str, found: tuple[Fraction | None, frozenset[str]], held: frozenset[str] | None
) -> frozenset[str]:
    total, fatals = found
    if total is not None:
        totals.contact.append(contact)
        totals.rater.append(rater)
        totals.score.append(float(total))
        totals.differs.append(int(held is not None and fatals != held))
    return fatals
