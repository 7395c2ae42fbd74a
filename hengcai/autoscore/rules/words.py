"""Atoms of a rule: words as a manager lists them, and patterns where words cannot say it."""

import re
from dataclasses import dataclass
from functools import lru_cache

import re2

from hengcai.autoscore.rules.folding import fold_word
from hengcai.base.errors import NotValid

ENGLISH = "en"
VOWELS = frozenset("aeiou")
UNSURE = re.compile(r"\\[bBwWdDsS]")
"""Unicode in one engine and ASCII in another: beside Han they hit other places than the author thinks."""


@dataclass(frozen=True, slots=True)
class Atom:
    """`text` folded. `kind`: word (anywhere), english (at word edges, inflected), exact (at word edges, as it stands), pattern."""

    kind: str
    text: str


def word_atom(word: str, *, language: str, whole_word: bool) -> Atom:
    text = " ".join(fold_word(word).split())
    if language != ENGLISH:
        return Atom("word", text)
    return Atom("exact" if whole_word else "english", text)


def pattern_atom(pattern: str, *, language: str) -> Atom:
    """RE2 alone: it never takes more than linear time. Patterns see the folded text."""
    found = UNSURE.search(pattern)
    if language != ENGLISH and found:
        raise NotValid("autoscore.pattern_unsure", sign=found[0])
    try:
        compiled(pattern)
    except re2.error as error:
        raise NotValid("autoscore.pattern_wrong", why=_said(error)) from None
    return Atom("pattern", pattern)


def _said(error: Exception) -> str:
    said = error.args[0] if error.args else ""
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)


@lru_cache(maxsize=4096)
def compiled(pattern: str) -> "re2._Regexp[str]":
    options = re2.Options()
    options.log_errors = False
    return re2.compile(pattern, options)


@lru_cache(maxsize=65536)
def matcher(atom: Atom) -> "re.Pattern[str]":
    """Of an English phrase: its words with any white space between them, each in any of its forms unless as it stands."""
    forms = (re.escape(word) if atom.kind == "exact" else _forms(word) for word in atom.text.split())
    return re.compile(r"(?<!\w)" + r"\s+".join(forms) + r"(?!\w)")


def _forms(word: str) -> str:
    """-s -es -ed -d -ing 's; y to ies and ied; a doubled last consonant. No irregular ones."""
    base, more = re.escape(word), ["s", "es", "ed", "d", "ing", "['’]s"]
    last = word[-1]
    if not last.isalpha():
        return base
    if last not in VOWELS and last not in "wxy":
        more += [f"{last}ed", f"{last}ing"]
    told = f"{base}(?:{'|'.join(more)})?"
    return f"(?:{told}|{re.escape(word[:-1])}(?:ies|ied))" if last == "y" and len(word) > 1 else f"(?:{told})"


def stem(atom: Atom) -> str:
    """With which every form of an English phrase begins: what the one pass over the text looks for."""
    first = atom.text.split()[0]
    return first[:-1] if atom.kind == "english" and first.endswith("y") and len(first) > 1 else first
