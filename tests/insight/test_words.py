"""Sentences whole in both languages."""

import re
from string import Formatter

import pytest

from hengcai.base.say import sentence
from hengcai.insight.words import PARTS, WORDS


def names(text: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in Formatter().parse(text) if name}


@pytest.mark.parametrize("code", sorted(WORDS))
def test_both_languages_say_it_with_the_same_facts(code):
    texts = WORDS[code]
    assert texts["zh"].strip() or code == "form.blank_line"
    assert texts["en"].strip() or code == "form.blank_line"
    of_one = code.endswith(".one")
    assert names(texts["zh"]) == names(texts["en"]) or of_one


def test_no_code_is_given_twice():
    assert sum(len(part) for part in PARTS) == len(WORDS)


@pytest.mark.parametrize("code", sorted(WORDS))
def test_chinese_is_set_with_full_width_punctuation(code):
    text = re.sub(r"\{[^}]*\}", "", WORDS[code]["zh"])
    assert not re.search(r"[\u4e00-\u9fff][,;:!?]|[,;!?][\u4e00-\u9fff]", text)


def test_sentences_are_known_to_every_page():
    assert sentence("band.good", "en", {}) == "Good"
