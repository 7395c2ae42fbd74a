"""Each thing has one name in each language: the words that its name took the place of are found wherever they stand."""

import re
from collections.abc import Iterator

import pytest

from tests.docs.texts import Text, texts
from tools.reference import WORDS

TERMS = {language: [term[language] for term in WORDS] for language in ("zh", "en")}


@pytest.fixture(scope="module")
def read() -> list[Text]:
    return list(texts())


def replaced() -> Iterator[tuple[str, str, list[str]]]:
    """(language, word, where it may stay)."""
    for term in WORDS:
        for language, words in term["replaces"].items():
            for word in words:
                yield language, word, term.get("stays", {}).get(word, [])


def holds(text: str, language: str, word: str) -> bool:
    """As a word of its own: 组长 does not stand in 班组长, nor 交过 in 提交过."""
    if language == "en":
        return re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE) is not None
    for term in TERMS["zh"]:
        text = text if term in word else text.replace(term, "□")
    return word in text


def found(read: list[Text], language: str, word: str) -> list[Text]:
    return [one for one in read if holds(one.words, language, word)]


@pytest.mark.parametrize(
    ("language", "word", "stays"), [*replaced()], ids=lambda one: one if isinstance(one, str) else ""
)
def test_a_replaced_word_stands_only_where_the_table_lets_it(read, language, word, stays):
    places = [one.place for one in found(read, language, word) if not one.path.startswith(tuple(stays))]
    assert places == []


@pytest.mark.parametrize(
    ("language", "word", "stays"), [*replaced()], ids=lambda one: one if isinstance(one, str) else ""
)
def test_where_a_replaced_word_may_stay_it_does_stand(read, language, word, stays):
    there = {one.path for one in found(read, language, word)}
    assert [place for place in stays if not any(path.startswith(place) for path in there)] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_term_stands_twice_and_none_is_a_replaced_word(language):
    terms = [term.lower() for term in TERMS[language]]
    assert len(terms) == len(set(terms))
    assert not set(terms) & {word.lower() for tongue, word, _stays in replaced() if tongue == language}


def test_replaced_words_are_found_in_every_kind_of_text(read):
    kinds = {one.path.rsplit(".", 1)[-1] for one in read if one.words.strip()}
    assert kinds == {"po", "py", "yaml", "md"}
    assert holds("请组长看", "zh", "组长")
    assert holds("The Superior's form", "en", "superior")
    assert not holds("superiority", "en", "superior")
