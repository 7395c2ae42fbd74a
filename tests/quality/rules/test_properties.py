"""What holds for every card and every set of marks, checked against the slow reference as well."""

import random
from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from hengcai.quality.rules import card as cards
from hengcai.quality.rules.card import Mark
from hengcai.quality.rules.score import NOT_APPLICABLE, UNANSWERED, UNMET, score
from tests.quality.rules import reference
from tests.quality.rules.cards import marked_cards

MANY = settings(max_examples=100, deadline=None)


@MANY
@given(marked_cards())
def test_the_slow_reference_agrees(case):
    card, marks = case
    found = score(card, marks)
    assert (found.without_fatal, found.total) == reference.totals(card, marks)


@MANY
@given(marked_cards())
def test_scores_lie_between_zero_and_a_hundred_or_are_unknown(case):
    found = score(*case)
    for value in (found.total, found.without_fatal):
        assert value is None or 0 <= value <= 100
    for section in found.sections:
        assert section.score is None or 0 <= section.score <= 1
    assert all(one.share is None or 0 <= one.share <= 1 for one in found.items)
    assert 0 <= found.bonus <= case[0].bonus_cap
    assert found.deductions >= 0


@MANY
@given(marked_cards())
def test_weights_after_redistribution_sum_to_one_or_there_are_none(case):
    found = score(*case)
    assert sum(one.weight for one in found.items) in (0, 1)
    assert sum(one.weight for one in found.sections) in (0, 1)
    assert all(one.weight == 0 for one in found.items if one.status in (NOT_APPLICABLE, UNMET))


@MANY
@given(marked_cards(is_complete=True))
def test_the_weighted_shares_make_the_sum(case):
    card, marks = case
    found = score(card, marks)
    if card.kind == cards.WEIGHTED and found.without_fatal is not None:
        earned = sum(one.weight * one.share for one in found.items if one.weight)
        raw = 100 * earned - found.deductions + found.bonus
        assert found.without_fatal == min(max(raw, Fraction(0)), Fraction(100))


@MANY
@given(marked_cards())
def test_a_fatal_error_never_raises_a_score(case):
    found = score(*case)
    if found.without_fatal is not None:
        assert found.total is not None
        assert found.total <= found.without_fatal
    if not found.fatals:
        assert found.total == found.without_fatal


@MANY
@given(marked_cards(is_complete=True), st.data())
def test_a_better_mark_never_lowers_a_score(case, data):
    card, marks = case
    sources = {one.condition.item for one in card.items() if one.condition}
    free = [one for one in card.items() if one.code not in sources and one.kind != cards.NOTE]
    if not free:
        return
    item = data.draw(st.sampled_from(free))
    ranked = sorted(item.scale, key=lambda value: _worth(item, value))
    low, high = sorted(data.draw(st.lists(st.sampled_from(range(len(ranked))), min_size=2, max_size=2)))
    worse, better = ({**marks, item.code: Mark(ranked[place])} for place in (low, high))
    first, second = score(card, worse), score(card, better)
    if first.total is not None and second.total is not None:  # a veto alone is 0, lifted it may leave nothing to score
        assert first.total <= second.total
    if first.without_fatal is not None:
        assert first.without_fatal <= second.without_fatal


def _worth(item, value):
    if item.kind == cards.CHOICE:
        return item.options[value]
    order = {
        cards.ANCHORED: cards.LEVELS,
        cards.YES_NO: ("no", "yes"),
        cards.DEDUCTION: ("hit", "clear"),
        cards.BONUS: ("clear", "hit"),
    }
    return order[item.kind].index(value)


@MANY
@given(marked_cards(), st.integers(0, 1000))
def test_the_order_of_sections_items_and_marks_does_not_matter(case, seed):
    card, marks = case
    shuffle = random.Random(seed).shuffle
    sections = [replace(one, items=_shuffled(one.items, shuffle)) for one in card.sections]
    turned = replace(card, sections=_shuffled(sections, shuffle))
    again = score(turned, dict(_shuffled(list(marks.items()), shuffle)))
    found = score(card, marks)
    assert (found.total, found.without_fatal, found.bonus, found.deductions) == (
        again.total,
        again.without_fatal,
        again.bonus,
        again.deductions,
    )
    assert found.by_code == again.by_code


def _shuffled(parts, shuffle):
    copy = list(parts)
    shuffle(copy)
    return tuple(copy)


@MANY
@given(marked_cards(causes=False), st.data())
def test_unanswered_and_not_applicable_never_meet(case, data):
    card, marks = case
    item = data.draw(st.sampled_from(list(card.items())))
    without = {code: mark for code, mark in marks.items() if code != item.code}
    chosen = score(card, {**without, item.code: Mark(cards.NA)}).by_code[item.code]
    missing = score(card, without)
    if chosen.status == UNMET or item.kind == cards.NOTE:
        return
    assert chosen.status == NOT_APPLICABLE
    assert missing.by_code[item.code].status == UNANSWERED
    assert item.code in missing.unanswered
    assert not missing.is_complete


@MANY
@given(marked_cards(is_complete=True, causes=False), st.sampled_from(cards.OUTSIDE_CAUSES), st.data())
def test_an_error_caused_outside_counts_as_not_applicable(case, cause, data):
    card, marks = case
    sources = {one.condition.item for one in card.items() if one.condition}
    errors = [one for one in score(card, marks).items if one.is_error and one.code not in sources]
    if not errors:
        return
    error = data.draw(st.sampled_from(errors))
    outside = score(card, {**marks, error.code: Mark(error.value, cause=cause)})
    absent = score(card, {**marks, error.code: Mark(cards.NA)})
    assert (outside.total, outside.without_fatal) == (absent.total, absent.without_fatal)
    assert outside.by_code[error.code].is_error
