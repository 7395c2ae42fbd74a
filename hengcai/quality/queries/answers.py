"""Marks as they are given out: one row an answered item of every revision that was submitted."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from django.db.models import QuerySet

from hengcai.base.decimals import round_half_up
from hengcai.base.masking.text import mask
from hengcai.base.permissions import Doer
from hengcai.interactions.permissions import EXPORT_UNMASKED
from hengcai.quality import permissions
from hengcai.quality.models import Answer, Evaluation
from hengcai.quality.rules.score import SHOWN_PLACES

CHUNK = 500
ANSWER_COLUMNS = (
    "contact", "contact_on", "agent", "analyst", "scorecard", "version", "revision", "current", "state", "item",
    "value", "cause", "comment", "total", "exact",
)  # fmt: skip
Row = dict[str, Any]
Text = Callable[[str], str]


def answer_rows(
    user: Doer, *, first_day: date | None = None, last_day: date | None = None, is_masked: bool = True
) -> Iterator[Row]:
    """By the contact's local day. A draft is nobody's but its writer's; what analysts quote of customers is covered."""
    permissions.SEE.enter([], user)
    if not is_masked:
        EXPORT_UNMASKED.enter([], user)
    rows = permissions.SEE.rows(Evaluation.objects.select_related("agent", "evaluator", "scorecard"), user)
    rows = rows.filter(contact_on__gte=first_day) if first_day else rows
    rows = rows.filter(contact_on__lte=last_day) if last_day else rows
    return _rows(rows.select_related("assignment__contact"), mask if is_masked else str)


def _rows(rows: QuerySet[Evaluation], text: Text) -> Iterator[Row]:
    """A portion at a time by id: a long reading holds no lock and no memory."""
    after = 0
    while part := list(rows.filter(pk__gt=after).order_by("pk")[:CHUNK]):
        answers = _answers_of(part)
        for evaluation in part:
            head = _head(evaluation)
            for item, value, cause, comment in answers[evaluation.pk]:
                yield {**head, "item": item, "value": value, "cause": cause, "comment": text(comment)}
        after = part[-1].pk


def _answers_of(part: Sequence[Evaluation]) -> Mapping[int, list[tuple[str, str, str, str]]]:
    """In the card's order."""
    rows = Answer.objects.filter(evaluation__in=[one.pk for one in part])
    found: dict[int, list[tuple[str, str, str, str]]] = defaultdict(list)
    cells = rows.order_by("item__section__order", "item__order", "pk").values_list(
        "evaluation_id", "item__code", "value", "cause", "comment"
    )
    for evaluation, item, value, cause, comment in cells:
        found[evaluation].append((item, value, cause, comment))
    return found


def _head(evaluation: Evaluation) -> Row:
    return {
        "contact": evaluation.assignment.contact.key,
        "contact_on": evaluation.contact_on.isoformat(),
        "agent": evaluation.agent.number,
        "analyst": evaluation.evaluator.username,
        "scorecard": evaluation.scorecard.code,
        "version": evaluation.scorecard.number,
        "revision": evaluation.revision,
        "current": evaluation.is_current,
        "state": evaluation.state,
        **totals(evaluation),
    }


def totals(evaluation: Evaluation) -> Row:
    """As shown, and the fraction itself; neither where there is no score."""
    exact = evaluation.exact
    return {"total": round_half_up(Fraction(exact), SHOWN_PLACES) if exact else None, "exact": exact or None}
