"""Figures of many evaluations at once: indicators of a month, and the proof that every stored score can be rebuilt."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import QuerySet

from hengcai.base.decimals import round_half_up
from hengcai.base.errors import NotValid
from hengcai.people.models import Person
from hengcai.quality.cards import PARTS, card_of, items_of
from hengcai.quality.drawn_models import Pick
from hengcai.quality.models import Answer, Evaluation, Scorecard
from hengcai.quality.rules.card import NA, OUTSIDE_CAUSES, Card, Mark
from hengcai.quality.rules.marks import check_marks
from hengcai.quality.rules.score import Score, score, share_of

CHUNK = 500
PLACES = 6
NOTHING, ONE = Fraction(0), Fraction(1)
Weighted = tuple[Fraction, Fraction]  # weight and value


class IndicatorShare(NamedTuple):
    """What an agent's contacts came to in one indicator: 0–100, exact, from n contacts."""

    agent: int
    indicator: str
    percent: Fraction
    n: int


class ContactValue(NamedTuple):
    """What one contact came to in one indicator, 0–1: its evaluations' mean; it stands for `weight` contacts."""

    agent: int
    contact: int
    indicator: str
    weight: Fraction
    value: Fraction


@dataclass(frozen=True)
class Difference:
    """A stored figure that its own answers do not give."""

    evaluation: int
    field: str
    stored: str
    rebuilt: str


def indicator_shares(
    start: date, end: date, agents: Iterable[Person | int] | None = None, *, hand_picked: bool = False
) -> Iterator[IndicatorShare]:
    """Of the contacts of these days, both included: each contact is one value, the mean share of its items of that
    indicator. What does not count for the agent does not count here either. Where a sampling plan gave out contacts of
    the agent, only what it drew counts, each weighted by n/k, so that what was drawn on a suspicion weighs as little as
    it is rare; with `hand_picked` what was picked by hand counts beside it, each as one."""
    found: dict[tuple[int, str], list[Weighted]] = defaultdict(list)
    for rows in _answers_of(start, end, agents, hand_picked=hand_picked):
        for (agent, indicator), values in _by_contact(rows).items():
            found[agent, indicator] += values
    for (agent, indicator), values in sorted(found.items()):
        total = sum((weight for weight, _value in values), NOTHING)
        mean = sum((weight * value for weight, value in values), NOTHING) / total
        yield IndicatorShare(agent, indicator, 100 * mean, len(values))


def contact_values(
    start: date, end: date, agents: Iterable[Person | int] | None = None, *, hand_picked: bool = False
) -> Iterator[ContactValue]:
    """What `indicator_shares` takes its means of, contact by contact."""
    for rows in _answers_of(start, end, agents, hand_picked=hand_picked):
        for (agent, indicator, contact, weight), values in _seen(rows).items():
            yield ContactValue(agent, contact, indicator, weight, sum(values, NOTHING) / len(values))


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


def _answers_of(
    start: date, end: date, agents: Iterable[Person | int] | None, *, hand_picked: bool
) -> Iterator[QuerySet[Answer, Any]]:
    rows = Answer.objects.filter(evaluation__is_current=True, evaluation__contact_on__range=(start, end))
    rows = rows.exclude(item__indicator="").exclude(value=NA)
    if not hand_picked:
        rows = rows.exclude(evaluation__assignment__pick=None, evaluation__agent__in=_covered(start, end))
    chosen = rows.values_list(
        "evaluation__agent_id", "evaluation__assignment__contact_id", "evaluation_id", "item_id", "value", "cause",
        "evaluation__assignment__pick__stratum__n", "evaluation__assignment__pick__stratum__k",
    )  # fmt: skip
    if agents is None:
        yield chosen
        return
    ids = sorted({one.pk if isinstance(one, Person) else one for one in agents})
    for at in range(0, len(ids), CHUNK):
        yield chosen.filter(evaluation__agent__in=ids[at : at + CHUNK])


def _covered(start: date, end: date) -> QuerySet[Pick, Any]:
    """Agents of whose contacts a plan of these days gave some out."""
    given = Pick.objects.filter(given_at__isnull=False, draw__plan__first_on__lte=end, draw__plan__last_on__gte=start)
    return given.values("contact__agent")


def _by_contact(rows: QuerySet[Answer, Any]) -> dict[tuple[int, str], list[Weighted]]:
    """(agent, indicator) → one value a contact: its evaluations' mean, where several analysts scored it."""
    found: dict[tuple[int, str], list[Weighted]] = defaultdict(list)
    for (agent, indicator, _contact, weight), values in _seen(rows).items():
        mean = values[0] if len(values) == 1 else sum(values, NOTHING) / len(values)
        found[agent, indicator].append((weight, mean))
    return found


def _seen(rows: QuerySet[Answer, Any]) -> Mapping[tuple[int, str, int, Fraction], Sequence[Fraction]]:
    seen: dict[tuple[int, str, int, Fraction], list[Fraction]] = defaultdict(list)
    for (agent, indicator, contact, _evaluation), (weight, total, n) in _by_evaluation(rows).items():
        seen[agent, indicator, contact, weight].append(total / n)
    return seen


def _by_evaluation(rows: QuerySet[Answer, Any]) -> dict[tuple[int, str, int, int], tuple[Fraction, Fraction, int]]:
    """(agent, indicator, contact, evaluation) → its contact's weight, the sum of shares and how many."""
    tables = _share_tables()
    found: dict[tuple[int, str, int, int], tuple[Fraction, Fraction, int]] = {}
    for agent, contact, evaluation, item, value, cause, of, drawn in rows.iterator(chunk_size=5000):
        indicator, shares = tables[item]
        share = shares[value]
        if share is None or (cause in OUTSIDE_CAUSES and share < 1):
            continue
        weight, total, n = found.get((agent, indicator, contact, evaluation)) or (_weight(of, drawn), NOTHING, 0)
        found[agent, indicator, contact, evaluation] = weight, total + share, n + 1
    return found


@lru_cache(maxsize=4096)
def _weight(of: int | None, drawn: int | None) -> Fraction:
    """How many contacts of its stratum one that was drawn stands for."""
    return Fraction(of, drawn) if of and drawn else ONE


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
