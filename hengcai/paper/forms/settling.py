"""What a centre may change of a form, as an editing page offers and returns it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hengcai.base.bilingual import Bilingual
from hengcai.base.errors import NotValid
from hengcai.paper.forms.form import Form
from hengcai.paper.forms.heads import Heads, changed_heads, signatures_of, texts_of

LONGEST_LINE, MOST_SIGNATURES = 400, 8


@dataclass(frozen=True)
class Field:
    """`name` is title, note or column.<code>; `shipped` is what it reads without any change."""

    name: str
    text: Bilingual
    shipped: Bilingual


def fields_of(form: Form, heads: Heads) -> list[Field]:
    before, now = texts_of(form, {}), texts_of(form, heads)
    return [Field(name, text, before[name]) for name, text in now.items()]


def signature_lines(form: Form, heads: Heads) -> tuple[str, str]:
    """One line each, in Chinese and in English."""
    lines = signatures_of(form, heads)
    return "\n".join(line.zh for line in lines), "\n".join(line.en for line in lines)


def settled(form: Form, heads: Heads, *, texts: Mapping[str, Bilingual], signatures: tuple[str, str]) -> dict[str, Any]:
    """The centre's heads with this form's own words, checked."""
    if not texts["title"].zh.strip():
        raise NotValid("form.title_missing")
    lines = _lines(*signatures)
    for text in [*texts.values(), *lines]:
        _check(text)
    return changed_heads(form, heads, texts=texts, signatures=lines)


def as_shipped(form: Form, heads: Heads) -> dict[str, Any]:
    return {code: own for code, own in heads.items() if code != form.code}


def _lines(zh: str, en: str) -> list[Bilingual]:
    """Line by line; where one language has fewer, the other stands alone."""
    left, right = _split(zh), _split(en)
    count = min(max(len(left), len(right)), MOST_SIGNATURES)
    return [Bilingual(_at(left, place), _at(right, place)) for place in range(count)]


def _split(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _at(lines: Sequence[str], place: int) -> str:
    return lines[place] if place < len(lines) else ""


def _check(text: Bilingual) -> None:
    for side in (text.zh, text.en):
        if len(side) > LONGEST_LINE:
            raise NotValid("form.line_too_long", text=side[:20], most=LONGEST_LINE)
