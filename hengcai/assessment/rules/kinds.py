"""The kinds of question. A further kind is one more line of `KINDS`: what it reads, and what is counted of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from hengcai.base.errors import NotValid

SHORT_MOST, LONG_MOST = 200, 2000
FIVE = tuple(str(n) for n in range(1, 6))
TEN = tuple(str(n) for n in range(11))


@dataclass(frozen=True)
class Condition:
    """Shown only where the answer to `question` is, or holds, one of `any`."""

    question: str
    any: tuple[str, ...]


@dataclass(frozen=True)
class Asked:
    """One question as the rules see it: codes, never texts."""

    code: str
    kind: str
    options: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    is_required: bool = False
    shows_if: Condition | None = None


Mark = tuple[str, str]  # what is counted under, what was answered


@dataclass(frozen=True)
class Kind:
    """`values`: what may be answered (none: free text, or nothing at all). `read` gives None where nothing was answered."""

    code: str
    values: Callable[[Asked], tuple[str, ...]]
    read: Callable[[Asked, Any], Any]
    marks: Callable[[Asked, Any], list[Mark]]
    has_options: bool = False
    has_rows: bool = False
    has_labels: bool = False
    is_asked: bool = True
    is_text: bool = False
    mean_over: tuple[str, ...] = field(default=())

    @property
    def may_lead(self) -> bool:
        """Whether another question may be shown by its answer."""
        return self.is_asked and not self.is_text and not self.has_rows


def kind_of(asked: Asked) -> Kind:
    found = KINDS.get(asked.kind)
    if found is None:
        raise NotValid("assessment.kind_unknown", kind=asked.kind)
    return found


def _one(asked: Asked, value: Any) -> str | None:
    text = _text(asked, value)
    if not text:
        return None
    if text not in KINDS[asked.kind].values(asked):
        raise NotValid("assessment.answer_unknown", question=asked.code)
    return text


def _several(asked: Asked, value: Any) -> list[str] | None:
    if value is None or (isinstance(value, str) and not value):
        return None
    if not isinstance(value, Sequence) or isinstance(value, str):
        raise NotValid("assessment.answer_unknown", question=asked.code)
    wanted = {_one(asked, one) for one in value}
    return [one for one in asked.options if one in wanted] or None


def _grid(asked: Asked, value: Any) -> dict[str, str] | None:
    if not value:
        return None
    if not isinstance(value, Mapping) or set(value) - set(asked.rows):
        raise NotValid("assessment.answer_unknown", question=asked.code)
    read = {row: _one(asked, value.get(row)) for row in asked.rows}
    return {row: one for row, one in read.items() if one} or None


def _words(most: int) -> Callable[[Asked, Any], str | None]:
    def read(asked: Asked, value: Any) -> str | None:
        text = _text(asked, value)
        if len(text) > most:
            raise NotValid("assessment.answer_long", question=asked.code, found=len(text), most=most)
        return text or None

    return read


def _text(asked: Asked, value: Any) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise NotValid("assessment.answer_unknown", question=asked.code)
    return value.strip()


def _nothing(_asked: Asked, _value: Any) -> None:
    return None


def _no_values(_asked: Asked) -> tuple[str, ...]:
    return ()


def _no_marks(_asked: Asked, _value: Any) -> list[Mark]:
    return []


def _single(asked: Asked, value: str) -> list[Mark]:
    return [(asked.code, value)]


def _ticked(asked: Asked, value: Sequence[str]) -> list[Mark]:
    return [(asked.code, one) for one in value]


def _by_row(asked: Asked, value: Mapping[str, str]) -> list[Mark]:
    return [(f"{asked.code}.{row}", one) for row, one in value.items()]


def _options(asked: Asked) -> tuple[str, ...]:
    return asked.options


def _fixed(values: tuple[str, ...]) -> Callable[[Asked], tuple[str, ...]]:
    return lambda _asked: values


KINDS = {
    one.code: one
    for one in (
        Kind("section", _no_values, _nothing, _no_marks, is_asked=False),
        Kind("single", _options, _one, _single, has_options=True),
        Kind("multiple", _options, _several, _ticked, has_options=True),
        Kind("scale", _fixed(FIVE), _one, _single, has_labels=True, mean_over=FIVE),
        Kind("ten", _fixed(TEN), _one, _single, has_labels=True, mean_over=TEN),
        Kind("short", _no_values, _words(SHORT_MOST), _no_marks, is_text=True),
        Kind("long", _no_values, _words(LONG_MOST), _no_marks, is_text=True),
        Kind("matrix", _fixed(FIVE), _grid, _by_row, has_rows=True, has_labels=True, mean_over=FIVE),
    )
}
