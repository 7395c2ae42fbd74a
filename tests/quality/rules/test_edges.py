"""The corners of the arithmetic, each drawn on purpose and held against the slow reference."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from hengcai.quality.rules import card as cards
from hengcai.quality.rules.card import Condition, Mark
from hengcai.quality.rules.score import UNMET, score
from tests.quality.rules import reference
from tests.quality.rules.cards import card, item, marked_cards, section

MANY = settings(max_examples=60, deadline=None)


def agrees(made, marks):
    found = score(made, marks)
    assert (found.without_fatal, found.total) == reference.totals(made, marks)
    return found


def each(made, change):
    """The card with every item changed."""
    sections = [replace(one, items=tuple(change(each_) for each_ in one.items)) for one in made.sections]
    return replace(made, sections=tuple(sections))


@MANY
@given(marked_cards())
def test_not_applicable_everywhere_is_no_score(case):
    made, _ = case
    found = agrees(made, {one.code: Mark(cards.NA) for one in made.items()})
    assert found.total is None
    assert not found.fatals


@MANY
@given(marked_cards(is_complete=True), st.booleans())
def test_weights_of_nought(case, sections_too):
    made, marks = case
    made = each(made, lambda one: replace(one, weight=Fraction(0)))
    if sections_too:
        made = replace(made, sections=tuple(replace(one, weight=Fraction(0)) for one in made.sections))
    found = agrees(made, marks)
    assert sum(one.weight for one in found.items) == 0


@MANY
@given(marked_cards(is_complete=True), st.sampled_from(cards.CRITICAL_SCOPES))
def test_every_item_critical(case, scope):
    made, marks = case
    may = (cards.ANCHORED, cards.YES_NO, cards.CHOICE, cards.DEDUCTION)
    made = each(
        made,
        lambda one: replace(one, critical_scope=scope, critical_class="customer") if one.kind in may else one,
    )
    found = agrees(made, marks)
    if scope == "whole" and found.fatals:
        assert found.total == 0


@MANY
@given(marked_cards(is_complete=True), st.integers(101, 1000))
def test_a_bonus_beyond_a_hundred_ends_at_a_hundred(case, points):
    made, marks = case
    extra = section("more", 0, item("gift", cards.BONUS, points=Fraction(points)))
    made = replace(made, sections=(*made.sections, extra), bonus_cap=Fraction(points))
    found = agrees(made, {**marks, "gift": Mark("hit")})
    assert found.total is None or found.total <= 100
    assert found.bonus >= points


@MANY
@given(st.lists(st.sampled_from(["yes", "no", cards.NA, None]), min_size=2, max_size=6), st.integers(0, 9))
def test_a_chain_of_conditions_switches_off_everything_behind_the_first_that_is_not_met(values, weight):
    chain = [item("i0", cards.YES_NO, weight=weight)]
    for place in range(1, len(values)):
        chain.append(item(f"i{place}", cards.YES_NO, condition=Condition(f"i{place - 1}", ("yes",))))
    marks = {f"i{place}": Mark(value) for place, value in enumerate(values) if value}
    found = agrees(card(section("s", 10, *chain)), marks)
    asked = next((place for place, value in enumerate(values) if value != "yes"), len(values) - 1)
    off = [one.code for one in found.items if one.status == UNMET]
    assert off == [f"i{place}" for place in range(asked + 1, len(values))]
