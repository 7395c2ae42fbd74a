"""What the page of a question says: its key, where it is used, how its recording stands."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from hengcai.assessment.alike import as_question
from hengcai.assessment.listening import plays_left
from hengcai.assessment.queries.bank import uses_of
from hengcai.assessment.rules.questions import Both
from hengcai.assessment.rules.shares import written
from hengcai.base.bilingual import Bilingual


@dataclass(frozen=True)
class KeyLine:
    """One option, answer, pair or gap with what it earns."""

    text: Any
    share: str
    feedback: Any = ""
    is_right: bool = False
    above: str = ""


def key_of(row):
    """Of every kind as lines; an essay has its guidance instead."""
    question = as_question(row)
    lines = [*_options(question.options), *_answers(question.answers, question.kind)]
    lines += [KeyLine(_pair(one), "", is_right=True) for one in question.pairs]
    lines += [KeyLine(told(one), "0", _("matches nothing")) for one in question.distractors]
    for gap in question.gaps:
        lines += [*_options(gap.options, gap.id), *_answers(gap.answers, "cloze", gap.id)]
    return lines


def told(text):
    return Bilingual(text.zh, text.en) if isinstance(text, Both) else text


def _options(options, above=""):
    return [KeyLine(told(one.text), share_said(one.share), told(one.feedback), one.share > 0, above) for one in options]


def _answers(answers, kind, above=""):
    return [
        KeyLine(_answer(one, kind), share_said(one.share), told(one.feedback), one.share > 0, above) for one in answers
    ]


def _answer(one, kind):
    if kind == "true_false":
        return _("True") if one.value == "true" else _("False")
    if one.tolerance:
        return f"{told(one.value)} ± {written(one.tolerance)}"
    return told(one.value)


def _pair(one):
    left, right = told(one.left), told(one.right)
    sides = {side: f"{_side(left, side)} → {_side(right, side)}" for side in ("zh", "en")}
    return Bilingual(**sides) if isinstance(left, Bilingual) or isinstance(right, Bilingual) else f"{left} → {right}"


def _side(text, side):
    return (getattr(text, side) or str(text)) if isinstance(text, Bilingual) else text


def share_said(share):
    """`1/3`, `100 %`, `−1/4`; nothing for a wrong answer that costs nothing."""
    return written(share).replace("-", "−")


@dataclass(frozen=True)
class Player:
    """How somebody can hear a recording: where a play is asked for, and how often still."""

    address: str
    left: int | None
    most: int | None


def player_of(row, user):
    if not row.sound:
        return None
    left = plays_left(f"try-{user.pk}", row, limit=row.most_plays)
    return Player(reverse("play-question", args=[row.pk]), left, row.most_plays)


def used_in(row):
    """How often this version was answered."""
    found = uses_of(row)
    if not found.answers:
        return _("answered in no test yet")
    return _("answered %(answers)s times in %(exams)s tests") % {"answers": found.answers, "exams": found.exams}
