"""Contacts an analyst scored that somebody else scored too: how far the marks agree, of oneself alone."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from hengcai.accounts.models import User
from hengcai.quality import permissions
from hengcai.quality.models import Answer, Evaluation, Item

NOT_COMPARED = (Item.Kind.NOTE, Item.Kind.BONUS)  # seldom marked at all: to agree that there was nothing is no proof
SENT = (Evaluation.State.SUBMITTED, Evaluation.State.PUBLISHED)


@dataclass(frozen=True, slots=True)
class Twice:
    """One contact: how many items were marked alike, of how many; one's own total, and the mean of the others'."""

    on: date
    alike: int
    items: int
    own: float | None
    others: float | None


def scored_twice(user: User, *, since: date) -> list[Twice]:
    """Current revisions on the same version of a card, by the contact's day. Others' marks are counted, never shown."""
    rows = permissions.SEE.rows(Evaluation.objects.filter(evaluator=user, state__in=SENT, is_current=True), user)
    rows = rows.filter(contact_on__gte=since)
    mine = {row[1:3]: row for row in rows.values_list("pk", "assignment__contact", "scorecard", "contact_on", "total")}
    contacts = rows.order_by().values("assignment__contact")
    found = Evaluation.objects.filter(assignment__contact__in=contacts, state__in=SENT, is_current=True)
    others: dict[tuple[int, int], list[tuple[int, float | None]]] = defaultdict(list)
    columns = ("pk", "assignment__contact", "scorecard", "total")
    for pk, contact, card, total in found.exclude(evaluator=user).values_list(*columns):
        others[contact, card].append((pk, None if total is None else float(total)))
    both = {key: row for key, row in mine.items() if key in others}
    marks = _marks([row[0] for row in both.values()] + [pk for key in both for pk, _total in others[key]])
    told = [_twice(row, others[key], marks) for key, row in both.items()]
    return sorted(told, key=lambda one: one.on)


def _marks(evaluations: Sequence[int]) -> Mapping[int, Mapping[int, str]]:
    rows = Answer.objects.filter(evaluation__in=evaluations).exclude(item__kind__in=NOT_COMPARED)
    found: dict[int, dict[int, str]] = defaultdict(dict)
    for evaluation, item, value in rows.values_list("evaluation", "item", "value"):
        found[evaluation][item] = value
    return found


def _twice(
    row: tuple[Any, ...], others: Sequence[tuple[int, float | None]], marks: Mapping[int, Mapping[int, str]]
) -> Twice:
    mine = marks.get(row[0], {})
    pairs = [(mine[item], value) for pk, _total in others for item, value in marks.get(pk, {}).items() if item in mine]
    totals = [total for _pk, total in others if total is not None]
    return Twice(
        row[3], sum(own == other for own, other in pairs), len(pairs), None if row[4] is None else float(row[4]),
        sum(totals) / len(totals) if totals else None,
    )  # fmt: skip
