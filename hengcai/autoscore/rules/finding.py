"""One pass over the turns: every atom of every rule with where it was found, as rows the conditions are joined from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import daachorse

from hengcai.autoscore.rules.conversation import Turn
from hengcai.autoscore.rules.folding import Folded, fold
from hengcai.autoscore.rules.words import Atom, compiled, matcher, stem


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points of the original text of one turn, the end left out; `turn` from 0."""

    turn: int
    start: int
    end: int


class Finder:
    """Made once for all rules of a language. Words go through one Aho-Corasick pass; an English phrase is looked at where its
    first word begins; patterns run turn by turn."""

    def __init__(self, atoms: Iterable[Atom]) -> None:
        every = sorted(set(atoms), key=lambda one: (one.kind, one.text))
        self._patterns = [one for one in every if one.kind == "pattern"]
        by_text: dict[str, list[Atom]] = {}
        for one in every:
            if one.kind != "pattern":
                by_text.setdefault(one.text if one.kind == "word" else stem(one), []).append(one)
        self._texts = sorted(by_text)
        self._atoms = [by_text[text] for text in self._texts]
        self._search = self._made()

    def _made(self) -> "daachorse.CharwiseDoubleArrayAhoCorasick | None":
        if not self._texts:
            return None
        return daachorse.CharwiseDoubleArrayAhoCorasick(self._texts, daachorse.MATCH_KIND_STANDARD)

    def found(self, turns: Sequence[Turn]) -> dict[Atom, list[Span]]:
        """In the order of the conversation."""
        spans: dict[Atom, set[Span]] = {}
        for number, turn in enumerate(turns):
            folded = fold(turn.text)
            if folded.text:
                self._words(number, folded, spans)
                self._by_pattern(number, folded, spans)
        return {atom: sorted(some) for atom, some in spans.items()}

    def _words(self, number: int, folded: Folded, spans: dict[Atom, set[Span]]) -> None:
        if self._search is None:
            return
        for start, end, place in self._search.find_overlapping(folded.text):
            for atom in self._atoms[place]:
                stop = end if atom.kind == "word" else _english_end(atom, folded.text, start)
                if stop:
                    spans.setdefault(atom, set()).add(Span(number, *folded.original(start, stop)))

    def _by_pattern(self, number: int, folded: Folded, spans: dict[Atom, set[Span]]) -> None:
        for atom in self._patterns:
            for match in compiled(atom.text).finditer(folded.text):
                if match.end() > match.start():
                    spans.setdefault(atom, set()).add(Span(number, *folded.original(match.start(), match.end())))


def _english_end(atom: Atom, text: str, start: int) -> int:
    """0 where the phrase does not stand there."""
    match = matcher(atom).match(text, start)
    return match.end() if match else 0
