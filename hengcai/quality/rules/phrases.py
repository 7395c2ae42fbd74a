"""Phrases of a conversation that marks point at."""

from collections.abc import Sequence
from dataclasses import replace

from hengcai.base.errors import NotValid
from hengcai.quality.rules.card import Card, Mark, Marks, Phrase


def quoted(card: Card, marks: Marks, texts: Sequence[str]) -> dict[str, Mark]:
    """Each phrase with what stands there in the turn its mark points at; without a turn there is none."""
    return {code: _quoted(card, code, mark, texts) for code, mark in marks.items()}


def _quoted(card: Card, code: str, mark: Mark, texts: Sequence[str]) -> Mark:
    if mark.phrase is None or mark.turn is None:
        return replace(mark, phrase=None)
    text, phrase = texts[mark.turn], mark.phrase
    if not 0 <= phrase.start < phrase.end <= len(text):
        item = card.by_code[code]
        raise NotValid("quality.phrase_unknown", items=(code,), names=(item.name or code,), count=1)
    return replace(mark, phrase=replace(phrase, quote=text[phrase.start : phrase.end]))


def found_again(phrase: Phrase, text: str) -> tuple[int, int] | None:
    """Where the phrase stands in the text as it is shown today: at its place, else where its words stand; None: gone."""
    if text[phrase.start : phrase.end] == phrase.quote:
        return phrase.start, phrase.end
    at = text.find(phrase.quote)
    return None if at < 0 or not phrase.quote else (at, at + len(phrase.quote))
