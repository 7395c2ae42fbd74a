"""All that is wrong with a row of a people file, not the first alone."""

from collections.abc import Callable, Collection

from hengcai.base.errors import NotValid, invalid_in
from hengcai.base.ids import folded, shown
from hengcai.people.rules import rows
from hengcai.people.rules.rows import COLUMNS, FOLDED, LONGEST, PLACE, REQUIRED, PeopleRow

DAYS = ("hired_on", "since", "left_on")


def faults_of(row: PeopleRow, *, known: Collection[str]) -> list[NotValid]:
    """`known`: numbers of everybody who may lead, here and in the file. What a row contradicts itself in is asked once
    every cell of it can be read."""
    texts = {name: _text(row, name) for name in COLUMNS}
    checks: list[Callable[[], object]] = [
        *(_once(_check_length, name, text) for name, text in texts.items()),
        *(_once(_check_filled, name, texts) for name in REQUIRED),
        *(_once(rows.day_of, texts[name], name) for name in DAYS if texts[name]),
        _once(rows.email_of, texts["email"]),
        _once(rows.language_of, texts["language"]),
        _once(_check_lead, texts["lead"], known),
    ]
    found = [refusal for check in checks if (refusal := invalid_in(check))]
    alone = [] if found else [invalid_in(_once(rows.file_row, row))]
    return found + [refusal for refusal in alone if refusal]


def _once(check: Callable[..., object], *given: object) -> Callable[[], object]:
    return lambda: check(*given)


def _text(row: PeopleRow, name: str) -> str:
    written = row.values.get(name) or ""
    return folded(written) if name in FOLDED else shown(written)


def _check_length(name: str, text: str) -> None:
    if len(text) > LONGEST.get(name, 80):
        raise NotValid("people.text_too_long", column=name, longest=LONGEST.get(name, 80))


def _check_filled(name: str, texts: dict[str, str]) -> None:
    if not texts[name] and not (name in PLACE and texts["since"]):
        raise NotValid("table.value_missing", column=name)


def _check_lead(lead: str, known: Collection[str]) -> None:
    if lead and lead not in known:
        raise NotValid("people.lead_unknown", column="lead", lead=lead)
