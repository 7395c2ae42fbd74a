"""Figures of many evaluations at once: indicators of a month, and the proof that every stored score can be rebuilt."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from django.db.models import QuerySet

from hengcai.base.decimals import round_half_up
from hengcai.base.errors import NotValid
from hengcai.people.models import Person
from hengcai.quality.cards import PARTS, card_of, items_of
from hengcai.quality.models import Answer, Evaluation, Scorecard
from hengcai.quality.rules.card import NA, OUTSIDE_CAUSES, Card, Mark
from hengcai.quality.rules.marks import check_marks
from hengcai.quality.rules.score import Score, score, share_of

CHUNK = 500
PLACES = 6
NOTHING = Fraction(0)


class IndicatorShare(NamedTuple):
    """What an agent's contacts came to in one indicator: 0–100, exact, from n contacts."""

    agent: int
    indicator: str
    percent: Fraction
    n: int


@dataclass(frozen=True)
class Difference:
    """A stored figure that its own answers do not give."""

    evaluation: int
    field: str
    stored: str
    rebuilt: str


def indicator_shares(start: date, end: date, agents: Iterable[Person | int] | None = None) -> Iterator[IndicatorShare]:
    """Of the contacts of these days, both included: each contact is one value, the mean share of its items of that
    indicator. What does not count for the agent does not count here either."""
    found: dict[tuple[int, str], list[Fraction]] = defaultdict(list)
    for rows in _answers_of(start, end, agents):
        for (agent, indicator), values in _by_contact(rows).items():
            found[agent, indicator] += values
    for (agent, indicator), values in sorted(found.items()):
        yield IndicatorShare(agent, indicator, 100 * sum(values, NOTHING) / len(values), len(values))


def rescore() -> Iterator[Difference]:
    """Every submitted evaluation anew from its stored answers; yields what does not agree, nothing when all does."""
    cards: dict[int, tuple[Card, dict[int, str]]] = {}
    for part in _portions_of_submitted():
        answers = _marks_of(part)
        for evaluation in part:
            if evaluation.scorecard_id not in cards:
                cards[evaluation.scorecard_id] = _card_with_codes(evaluation.scorecard_id)
            card, codes = cards[evaluation.scorecard_id]
            marks = {codes.get(item, f"#{item}"): mark for item, mark in answers.get(evaluation.pk, {}).items()}
            yield from _differences(evaluation, card, marks)


def _answers_of(start: date, end: date, agents: Iterable[Person | int] | None) -> Iterator[QuerySet[Answer, Any]]:
    rows = Answer.objects.filter(evaluation__is_current=True, evaluation__contact_on__range=(start, end))
    rows = rows.exclude(item__indicator="").exclude(value=NA)
    chosen = rows.values_list(
        "evaluation__agent_id", "evaluation__assignment__contact_id", "evaluation_id", "item_id", "value", "cause"
    )
    if agents is None:
        yield chosen
        return
    ids = sorted({one.pk if isinstance(one, Person) else one for one in agents})
    for at in range(0, len(ids), CHUNK):
        yield chosen.filter(evaluation__agent__in=ids[at : at + CHUNK])


def _by_contact(rows: QuerySet[Answer, Any]) -> dict[tuple[int, str], list[Fraction]]:
    """(agent, indicator) → one value a contact: its evaluations' mean, where several analysts scored it."""
    seen: dict[tuple[int, str, int], list[Fraction]] = defaultdict(list)
    for (agent, indicator, contact, _evaluation), (total, n) in _by_evaluation(rows).items():
        seen[agent, indicator, contact].append(total / n)
    found: dict[tuple[int, str], list[Fraction]] = defaultdict(list)
    for (agent, indicator, _contact), values in seen.items():
        found[agent, indicator].append(values[0] if len(values) == 1 else sum(values, NOTHING) / len(values))
    return found


def _by_evaluation(rows: QuerySet[Answer, Any]) -> dict[tuple[int, str, int, int], tuple[Fraction, int]]:
    """(agent, indicator, contact, evaluation) → sum of shares and how many."""
    tables = _share_tables()
    found: dict[tuple[int, str, int, int], tuple[Fraction, int]] = {}
    for agent, contact, evaluation, item, value, cause in rows.iterator(chunk_size=5000):
        indicator, shares = tables[item]
        share = shares[value]
        if share is None or (cause in OUTSIDE_CAUSES and share < 1):
            continue
        total, n = found.get((agent, indicator, contact, evaluation), (NOTHING, 0))
        found[agent, indicator, contact, evaluation] = total + share, n + 1
    return found


def _share_tables() -> dict[int, tuple[str, Mapping[str, Fraction | None]]]:
    """Item → its indicator, and what each of its marks earns."""
    found: dict[int, tuple[str, Mapping[str, Fraction | None]]] = {}
    for scorecard in Scorecard.objects.exclude(state=Scorecard.State.DRAFT).prefetch_related(PARTS):
        card = card_of(scorecard)
        for row in items_of(scorecard):
            item = card.by_code[row.code]
            found[row.pk] = row.indicator, {value: share_of(card, item, value) for value in item.scale}
    return found


def _portions_of_submitted() -> Iterator[list[Evaluation]]:
    """By id, a portion a query: a long reading holds no lock and no memory."""
    after = 0
    while True:
        rows = Evaluation.objects.exclude(state=Evaluation.State.DRAFT).filter(pk__gt=after).order_by("pk")
        part = list(rows[:CHUNK])
        if not part:
            return
        yield part
        after = part[-1].pk


def _marks_of(part: Iterable[Evaluation]) -> dict[int, dict[int, Mark]]:
    rows = Answer.objects.filter(evaluation__in=[one.pk for one in part])
    found: dict[int, dict[int, Mark]] = defaultdict(dict)
    for evaluation, item, value, cause in rows.values_list("evaluation_id", "item_id", "value", "cause"):
        found[evaluation][item] = Mark(value, cause=cause)
    return found


def _card_with_codes(scorecard: int) -> tuple[Card, dict[int, str]]:
    row = Scorecard.objects.prefetch_related(PARTS).get(pk=scorecard)
    return card_of(row), {item.pk: item.code for item in items_of(row)}


def _differences(evaluation: Evaluation, card: Card, marks: Mapping[str, Mark]) -> Iterator[Difference]:
    try:
        check_marks(card, marks)
    except NotValid as refusal:
        yield Difference(evaluation.pk, "answers", "", str(refusal))
        return
    found = score(card, marks)
    if found.unanswered:
        yield Difference(evaluation.pk, "answers", "", f"unanswered: {', '.join(found.unanswered)}")
    for field, rebuilt in _stored_texts(found).items():
        stored = "" if getattr(evaluation, field) is None else str(getattr(evaluation, field))
        if stored != rebuilt:
            yield Difference(evaluation.pk, field, stored, rebuilt)


def _stored_texts(found: Score) -> dict[str, str]:
    """The figures an evaluation keeps, as their columns read."""
    return {
        "exact": "" if found.total is None else str(found.total),
        "exact_without_fatal": "" if found.without_fatal is None else str(found.without_fatal),
        "total": "" if found.total is None else round_half_up(found.total, PLACES),
        "has_fatal": str(bool(found.fatals)),
    }
