"""What is written in the demo's dialogues holds on the cards they are scored on, and a comment really quotes."""

import re
from collections import Counter
from functools import lru_cache
from itertools import combinations, pairwise
from random import Random

import pytest
import yaml

from hengcai.demo.marking import marks_for
from hengcai.demo.talk import CRITICAL, dialogues, render, tell
from hengcai.quality.actions.seeds import SEEDS
from hengcai.quality.definitions import read_definition
from hengcai.quality.rules import card as cards
from hengcai.quality.rules.card import Mark
from hengcai.quality.rules.marks import check_submission
from hengcai.quality.rules.score import UNMET, score, statuses_of

TOPICS = {
    "abuse_to_the_end", "silent_call", "prank_call", "12315", "press_threat", "professional_claimant", "suicide",
    "collections", "real_transfer", "bot_handover", "long_silence", "talk_over", "recogniser_noise", "dialect", "gas",
    "address_change", "manufacturing", "regulator",
}  # fmt: skip
NEVER_IN_WRITING = {"voice"}  # heard, not read
AS_THE_CARD_ASKS = 80
QUOTED = re.compile("“([^”]+)”")


def by_id(one):
    return one.id


@lru_cache(maxsize=1)
def seeds():
    """(channel, posts, card) of each shipped card."""
    found = []
    for path in sorted((SEEDS / "scorecards").glob("*.yaml")):
        written = yaml.safe_load(path.read_text("utf-8"))
        read = read_definition({key: value for key, value in written.items() if key != "posts"})
        found.append((read.channel, written.get("posts", []), read.card))
    return found


def card_for(dialogue):
    """The card kept for the post first."""
    fit = [one for one in seeds() if one[0] == dialogue.channel and (not one[1] or dialogue.post in one[1])]
    return min(fit, key=lambda one: not one[1])[2]


def stored(card, dialogue):
    """The marks as they are written, those of unmet conditions left out."""
    marks = {code: Mark(found.mark, found.why, "", found.turn) for code, found in dialogue.marks.items()}
    for item in card.items():
        if item.code in NEVER_IN_WRITING:
            marks[item.code] = Mark(cards.NA)
        elif item.kind == cards.BONUS:
            marks.setdefault(item.code, Mark(cards.CLEAR))
    return {code: mark for code, mark in marks.items() if statuses_of(card, marks)[code] != UNMET}


def is_below_standard(item, mark):
    if item.kind == cards.ANCHORED:
        return mark in {"1", "2", "3"}
    best = {cards.YES_NO: cards.YES, cards.DEDUCTION: cards.CLEAR}.get(item.kind)
    if item.kind == cards.CHOICE and mark in item.options:
        return item.options[mark] < max(item.options.values())
    return best is not None and mark not in (best, cards.NA)


def test_there_are_at_least_sixty_in_both_languages_each_with_its_own_name_and_summary():
    found = dialogues()
    assert len({one.id for one in found}) == len(found) >= 60
    assert {one.language for one in found} == {"zh", "en"}
    assert set(Counter(one.quality for one in found)) == {"good", "ordinary", "mixed", "bad"}
    for language in ("zh", "en"):
        summaries = [one.summary[language] for one in found]
        assert len(set(summaries)) == len(summaries)


def test_about_a_third_are_ordinary_contacts():
    ordinary = [one for one in dialogues() if one.quality == "ordinary"]
    assert 0.25 <= len(ordinary) / len(dialogues()) <= 0.45


def test_no_two_of_one_language_share_three_lines():
    for one, other in combinations(dialogues(), 2):
        if one.language == other.language:
            shared = {line.wordings for line in one.turns} & {line.wordings for line in other.turns}
            assert len(shared) < 3, (one.id, other.id, shared)


def test_what_a_centre_meets_is_there():
    known = {topic for one in dialogues() for topic in one.topics}
    assert known == TOPICS


def test_hours_are_those_of_a_day():
    assert all(0 <= one.hours[0] < one.hours[1] <= 24 for one in dialogues())


def test_times_tell_of_silence_and_of_talking_at_once():
    told = [(one, render(tell(one, badge="2031", agent="李娜", dice=Random(1)), dice=Random(1))) for one in dialogues()]
    for one, turns in told:
        gaps = [after["start"] - before["end"] for before, after in pairwise(turns)]
        assert ("talk_over" in one.topics) <= (min(gaps) < 0), one.id
        assert ("long_silence" in one.topics) <= (max(gaps) >= 20), one.id


@pytest.mark.parametrize("dialogue", dialogues(), ids=by_id)
def test_every_item_that_must_be_marked_has_a_mark_it_takes_and_a_reason(dialogue):
    card = card_for(dialogue)
    assert set(dialogue.marks) <= set(card.by_code)
    marks = stored(card, dialogue)
    check_submission(card, marks, turn_count=len(dialogue.turns))
    missing = {
        code
        for code, status in statuses_of(card, marks).items()
        if status != UNMET and card.by_code[code].kind in (*cards.RATED, cards.DEDUCTION)
        if code not in NEVER_IN_WRITING and not dialogue.marks[code].why
    }
    assert not missing
    assert not {code for code, mark in marks.items() if mark.turn is not None and _is_system(dialogue, mark.turn)}


def _is_system(dialogue, turn):
    return dialogue.turns[turn].speaker == "system"


@pytest.mark.parametrize("dialogue", dialogues(), ids=by_id)
def test_a_mark_below_the_standard_says_what_would_have_been_right(dialogue):
    card = card_for(dialogue)
    below = {code for code, one in dialogue.marks.items() if is_below_standard(card.by_code[code], one.mark)}
    assert below == {code for code, one in dialogue.marks.items() if one.instead}


@pytest.mark.parametrize("dialogue", dialogues(), ids=by_id)
def test_what_a_reason_quotes_was_said_whichever_wording_was_drawn(dialogue):
    for code, found in dialogue.marks.items():
        for quote in QUOTED.findall(found.why):
            assert any(all(quote in wording for wording in line.wordings) for line in dialogue.turns), (code, quote)


@pytest.mark.parametrize("dialogue", [one for one in dialogues() if one.quality == "good"], ids=by_id)
def test_a_good_one_keeps_the_card(dialogue):
    card = card_for(dialogue)
    reached = score(card, stored(card, dialogue))
    assert reached.total >= max(AS_THE_CARD_ASKS, card.pass_line)
    assert not reached.fatals
    assert not {code for code, found in dialogue.marks.items() if found.mark in {"1", "2", "no"}}


@pytest.mark.parametrize("dialogue", [one for one in dialogues() if one.quality == "ordinary"], ids=by_id)
def test_an_ordinary_one_passes_without_a_fatal_error(dialogue):
    card = card_for(dialogue)
    reached = score(card, stored(card, dialogue))
    assert reached.total >= card.pass_line
    assert not reached.fatals


@pytest.mark.parametrize("dialogue", [one for one in dialogues() if one.quality == "bad"], ids=by_id)
def test_a_bad_one_fails(dialogue):
    card = card_for(dialogue)
    reached = score(card, stored(card, dialogue))
    assert reached.fatals or reached.total < card.pass_line


def test_the_critical_items_are_those_of_the_cards():
    found = {item.code for _channel, _posts, card in seeds() for item in card.items() if item.is_critical}
    assert found == CRITICAL


@pytest.mark.parametrize("severity", [-0.6, 0, 0.6])
def test_marks_moved_by_severity_can_be_submitted_and_never_touch_a_critical_item(severity):
    dice = Random(3)
    for dialogue in dialogues():
        card = card_for(dialogue)
        told = tell(dialogue, badge="2031", agent="李娜", dice=dice)
        marks = marks_for(card, told, severity=severity, dice=dice)
        check_submission(card, marks, turn_count=len(dialogue.turns))
        assert not any("{" in mark.comment for mark in marks.values())
        for code in CRITICAL & set(dialogue.marks):
            assert marks[code].value == dialogue.marks[code].mark


def test_a_severe_analyst_finds_no_fault_where_there_is_none_and_says_of_a_fault_what_was_heard():
    dice = Random(5)
    for dialogue in dialogues():
        card, told = card_for(dialogue), tell(dialogue, badge="1", agent="A", dice=dice)
        for code, mark in marks_for(card, told, severity=0.9, dice=dice).items():
            item, found = card.by_code[code], dialogue.marks.get(code)
            if found and is_below_standard(item, mark.value):
                assert is_below_standard(item, found.mark)
                assert mark.comment.startswith(found.why.format_map(told.slots).rstrip("。."))
                assert found.instead.format_map(told.slots).rstrip("。.") in mark.comment
                assert mark.turn == found.turn


def test_a_severe_analyst_gives_less_than_a_mild_one():
    def given(severity):
        dice, levels = Random(2), []
        for dialogue in dialogues():
            marks = marks_for(
                card_for(dialogue), tell(dialogue, badge="1", agent="A", dice=dice), severity=severity, dice=dice
            )
            levels += [int(mark.value) for mark in marks.values() if mark.value in cards.LEVELS]
        return sum(levels) / len(levels)

    assert given(0.5) + 0.1 < given(0) < given(-0.5) - 0.1


def test_a_mild_analyst_overlooks_more_than_a_severe_one():
    found = dict.fromkeys((-0.3, 0.5), 0)
    brushed_off = [one for one in dialogues() if "forbidden" in one.marks and one.marks["forbidden"].mark == cards.NO]
    for severity in found:
        dice = Random(7)
        for dialogue in brushed_off * 20:
            told = tell(dialogue, badge="1", agent="A", dice=dice)
            marks = marks_for(card_for(dialogue), told, severity=severity, dice=dice)
            found[severity] += marks["forbidden"].value == cards.NO
    assert found[-0.3] < found[0.5] == len(brushed_off) * 20
