"""A question after it was answered: what was chosen, what it earned and, where it may be shown, what is right."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from hengcai.assessment.rules.shares import decimal
from hengcai.base.masking.text import mask
from hengcai.web.assessment.asking import Put


@dataclass(frozen=True)
class Line:
    """An option, a pair or a gap: `given` was chosen, `right` earns something; None where the key stays closed."""

    text: Any
    given: bool = False
    right: bool | None = None
    key: str = ""


@dataclass(frozen=True)
class Reviewed:
    put: Put
    points: Fraction | None
    out_of: Fraction
    lines: list[Line]
    words: str  # what was written, where nothing was chosen
    key: str
    said: list[str]

    @property
    def earned(self):
        return None if self.points is None else decimal(self.points, places=2)

    @property
    def most(self):
        return decimal(self.out_of, places=2)

    @property
    def is_right(self):
        return self.points == self.out_of

    @property
    def is_partly(self):
        return self.points is not None and 0 < self.points < self.out_of


def reviewed(asked, *, language, seed, with_key):
    """`asked`: a question of the paper with its answer; `seed`: the order its options stood in there."""
    put = Put(asked.content, language=language, seed=seed, answer=asked.response)
    found = asked.answer.points if asked.answer else "0"
    lines = _lines(put, with_key=with_key)
    return Reviewed(
        put, Fraction(found) if found else None, Fraction(str(asked.question.content.get("points", "1"))), lines,
        "" if lines else mask(asked.response), _key(put) if with_key and not lines else "", _feedback(put) if with_key else [],
    )  # fmt: skip


def _lines(put, *, with_key):
    if put.kind in ("single", "multiple"):
        shares = {one["id"]: Fraction(str(one["share"])) for one in put.given.get("options", [])}
        return [Line(one.text, one.is_chosen, shares[one.value] > 0 if with_key else None) for one in put.choices]
    if put.kind == "true_false":
        right = _key(put)
        return [
            Line(text, put.answer == value, value == right if with_key else None)
            for value, text in (("true", _("True")), ("false", _("False")))
        ]
    if put.kind in ("matching", "cloze"):
        return [
            Line(f"{one.label}: {mask(_chosen(one)) or '–'}", key=_right(put, one) if with_key else "")
            for one in put.gaps
        ]
    return []


def _chosen(gap):
    named = [str(one.text) for one in gap.choices if one.is_chosen]
    return named[0] if named else gap.value


def _right(put, gap):
    if put.kind == "matching":
        place = int(gap.name.rpartition("-")[2])
        return put.say(put.given["pairs"][place]["right"])
    found = next(one for one in put.given["gaps"] if one["id"] == gap.label)
    return _best(put, found.get("options", []), "text") or _best(put, found.get("answers", []), "value")


def _key(put):
    return _best(put, put.given.get("answers", []), "value")


def _best(put, some, name):
    return " / ".join(put.say(one[name]) for one in some if Fraction(str(one.get("share", 1))) == 1)


def _feedback(put):
    chosen = put.answer.split(";")
    texts = [one.get("feedback") for one in put.given.get("options", []) if one["id"] in chosen]
    return [put.say(text) for text in [*texts, put.given.get("feedback"), put.given.get("guidance")] if text]
