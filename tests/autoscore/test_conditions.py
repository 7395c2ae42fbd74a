"""What each condition asks, where it is found, and what is not applicable."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengcai.autoscore.rules.folding import fold
from hengcai.base.errors import NotValid
from tests.autoscore.asked import conversation, hit, judged, quotes, rules

A, C, S = "agent", "customer", "system"
HELLO = (A, "您好，请讲。"), (C, "我查话费"), (A, "請稍等"), (C, "好"), (A, "让您久等了")


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("{say: {words: [您好]}}", True),
        ("{say: {words: [您好], who: customer}}", False),
        ("{say: {words: $hold, who: agent}}", True),  # traditional as simplified
        ("{say: {words: $hold, who: agent, within: {first: 1}}}", False),
        ("{say: {words: $hold, who: agent, within: {first: 2}}}", True),  # the agent's second turn
        ("{say: {words: [久等], who: agent, within: {last: 1}}}", True),
        ("{say: {words: $hold, who: agent, within: {turns: [1, 2]}}}", False),
        ("{say: {words: $hold, who: agent, within: {turns: [3, 3]}}}", True),
        ("{say: {pattern: '您好|你好'}}", True),
        ("{not: {say: {words: [再见]}}}", True),
        ("{any: [{say: {words: [再见]}}, {say: {words: [话费]}}]}", True),
        ("{all: [{say: {words: [再见]}}, {say: {words: [话费]}}]}", False),
        ("{near: {of: [{say: {words: [话费]}}, {say: {words: [您好]}}], turns: 1}}", True),
        ("{near: {of: [{say: {words: [久等]}}, {say: {words: [您好]}}], turns: 3}}", False),
        ("{near: {of: [{say: {words: [您好]}}, {say: {words: [请讲]}}], characters: 1}}", True),
        ("{near: {of: [{say: {words: [请讲]}}, {say: {words: [您好]}}], characters: 0}}", False),
        ("{before: {first: {say: {words: $hold}}, then: {say: {words: [久等]}}, turns: 2}}", True),
        ("{before: {first: {say: {words: $hold}}, then: {say: {words: [久等]}}, turns: 1}}", False),
        ("{before: {first: {say: {words: [久等]}}, then: {say: {words: $hold}}, turns: 9}}", False),
        ("{before: {first: {say: {words: [您好]}}, then: {say: {words: [请讲]}}, characters: 1}}", True),
        ("{every: {of: {say: {words: $hold}}, followed_by: {say: {words: [久等]}}, turns: 2}}", True),
        ("{every: {of: {say: {words: $hold}}, followed_by: {say: {words: [再见]}}, turns: 9}}", False),
        ("{every: {of: {say: {words: [没有]}}, followed_by: {say: {words: [再见]}}, turns: 9}}", True),
        ("{count: {of: {say: {words: [您, 请], who: agent}}, at_least: 3}}", True),
        ("{count: {of: {say: {words: [您], who: agent}}, at_most: 1}}", False),
        ("{turns: {who: agent, at_least: 3, at_most: 3}}", True),
        ("{field: {channel: [call, chat]}}", True),
        ("{field: {channel: [ticket]}}", False),
        ("{field: {queue: [vip]}}", None),
        ("{silence: {over: 3}}", None),
        ("{any: [{silence: {over: 3}}, {say: {words: [您好]}}]}", True),
        ("{all: [{silence: {over: 3}}, {say: {words: [您好]}}]}", None),
        ("{all: [{silence: {over: 3}}, {say: {words: [再见]}}]}", False),
        ("{not: {silence: {over: 3}}}", None),
    ],
)
def test_what_a_condition_says(rule, expected):
    assert hit(rule, *HELLO) is expected


TIMED = (
    (A, "您好", 0.0, 2.0),
    (C, "我要投诉", 2.5, 6.0),
    (S, "转接", 6.0, 6.5),
    (A, "您请讲", 12.0, 14.0),
    (C, "好", 13.5, 15.0),
)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("{silence: {over: 5}}", True),
        ("{silence: {over: 5, after: customer}}", False),  # the system spoke before the silence
        ("{reply: {who: agent, over: 5.9}}", True),
        ("{reply: {who: agent, over: 6}}", False),
        ("{reply: {who: customer, over: 1}}", False),
        ("{talk_over: {over: 0.4}}", True),
        ("{talk_over: {over: 0.5}}", False),
        ("{pace: {who: agent, over: 74}}", True),  # five signs in four seconds
        ("{pace: {who: agent, over: 75}}", False),
        ("{pace: {who: agent, under: 76}}", True),
    ],
)
def test_times(rule, expected):
    assert hit(rule, *TIMED) is expected


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("try", "He tried it", True), ("try", "tries", True), ("try", "retry", False), ("stop", "stopped", True), ("stop", "Stopping!", True),
        ("apologize", "I apologized", True), ("help", "helpful", False), ("thank you", "Thank   YOU so much", True), ("refund", "refund's", True),
        ("go", "went", False), ("hold on", "holding on", True), ("wait", "ＷＡＩＴＥＤ", True),
    ],
)  # fmt: skip
def test_english_words_stand_at_word_edges_in_their_forms(word, text, expected):
    assert hit(f"{{say: {{words: [{word}]}}}}", (A, text), language="en") is expected


def test_a_whole_word_is_taken_as_it_stands_in_english_alone():
    assert not hit("{say: {words: [refund], whole_word: true}}", (A, "refunded"), language="en")
    assert hit("{say: {words: [退款], whole_word: true}}", (A, "可以退款的"))


def test_evidence_is_what_was_found_and_for_a_miss_the_turn_without_its_answer():
    assert quotes("{say: {words: [请稍等], who: agent}}", *HELLO) == [(2, "請稍等")]
    assert quotes("{every: {of: {say: {words: [请稍等]}}, followed_by: {say: {words: [再见]}}, turns: 1}}", *HELLO) == [
        (2, "請稍等")
    ]
    assert quotes("{not: {say: {words: [再见]}}}", *HELLO) == []
    assert quotes("{count: {of: {say: {words: [您]}}, at_least: 1}}", *HELLO) == []


def test_what_does_not_apply_is_no_miss():
    more = "    applies: {field: {channel: [chat]}}\n    score: {hit: '1', miss: '0.3'}\n"
    one = judged("{say: {words: [再见]}}", conversation(*HELLO), more=more)
    assert (one.score, one.applicable) == (None, False)
    one = judged("{say: {words: [再见]}}", conversation(*HELLO, channel="chat"), more=more)
    assert (one.score, one.applicable) == ("0.3", True)


SIGNS = st.text(st.sampled_from("您好請请ＡｂAﬁé e\u0301\u3000①稍等ßİ"), max_size=12)


@given(SIGNS, st.text(st.sampled_from("您好请稍等ab"), min_size=1, max_size=3))
def test_every_quote_stands_at_its_place_and_nothing_is_missed(text, word):
    if not word.strip():
        return
    one = conversation((A, text))
    found = judged(f"{{say: {{words: ['{word}']}}}}", one)
    folded = fold(text).text
    assert found.hit == (fold(word).text in folded)
    for span in found.evidence:
        assert fold(word).text in fold(text[span.start : span.end]).text
    assert len(found.evidence) <= len(re.findall(f"(?={re.escape(fold(word).text)})", folded))


@given(st.text(max_size=20))
def test_folding_keeps_every_place(text):
    folded = fold(text)
    if folded.starts is not None:
        assert len(folded.starts) == len(folded.text)
        assert all(0 <= a < b <= len(text) for a, b in zip(folded.starts, folded.ends, strict=True))
    else:
        assert len(folded.text) == len(text)
    assert unicodedata.normalize("NFKC", "ＡＢ") == "AB"


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("{say: {words: [x], pattern: y}}", "words_or_pattern"),
        ("{say: {words: $nothing}}", "vocabulary_unknown"),
        ("{say: {pattern: '('}}", "pattern_wrong"),
        ("{say: {pattern: '(?=x)'}}", "pattern_wrong"),
        (r"{say: {pattern: '\b人工'}}", "pattern_unsure"),
        ("{say: {words: [x], within: {first: 0}}}", "not_whole_number"),
        ("{say: {words: [x], who: boss}}", "value_unknown"),
        ("{field: {colour: [red]}}", "column_unknown"),
        ("{near: {of: [{say: {words: [x]}}, {say: {words: [y]}}]}}", "one_reach"),
        ("{say: {words: [x]}, turns: {at_least: 1}}", "one_condition"),
        ("{hear: {words: [x]}}", "key_unknown"),
        ("{count: {of: {say: {words: [x]}}}}", "one_bound"),
    ],
)
def test_what_is_wrong_is_named_with_line_and_column(rule, code):
    with pytest.raises(NotValid, match=code) as refused:
        rules(rule)
    assert refused.value.facts["line"] == 8
    assert refused.value.facts["at"] >= 11


def test_an_item_that_can_never_apply_is_refused():
    with pytest.raises(NotValid, match="never_applies"):
        rules("{say: {words: [x]}}", more="    applies: {field: {language: [en]}}\n")
