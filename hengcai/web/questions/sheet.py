"""The editor's sheet: a question as flat fields with names and texts, the same whether it comes from the bank or was just
typed, so that a refused sheet shows what was typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from hengcai.assessment.rules.questions import (
    CLOZE,
    ESSAY,
    MATCHING,
    NUMERIC,
    SHORT,
    SHUFFLED,
    TRUE_FALSE,
    WITH_OPTIONS,
)
from hengcai.web.questions.shares import share_choices

Flat = Mapping[str, str]
MOST_ROWS = 40
LETTERS = "abcdefghijklmnopqrstuvwxyz"
FEWEST = {"o": 4, "a": 2, "p": 4, "d": 2, "g": 2}


@dataclass(frozen=True)
class Box:
    """One field; `choices` make it a drop-down, `rows` a larger box."""

    name: str
    label: Any
    value: str
    choices: list[tuple[str, Any]] = field(default_factory=list)
    rows: int = 0
    is_decimal: bool = False


@dataclass(frozen=True)
class Row:
    legend: Any
    boxes: list[Box]
    hidden: list[Box] = field(default_factory=list)
    inner: "Group | None" = None
    folded: list[Box] = field(default_factory=list)  # what most rows leave empty

    @property
    def is_unfolded(self) -> bool:
        return any(box.value for box in self.folded)


@dataclass(frozen=True)
class Group:
    """Rows of one sort; `more` is what the button that adds one sends, empty where there is a fixed number."""

    legend: Any
    hint: Any
    rows: list[Row]
    more: str = ""


def count_of(flat: Flat, prefix: str, fewest: int) -> int:
    """Rows there are, and those asked for."""
    found = [int(name[len(prefix) :].split("-")[0].split("r")[0]) for name in flat if _is_of(name, prefix)]
    asked = 1 if flat.get("do") == f"more:{prefix}" else 0
    return min(max([fewest, *(place + 1 for place in found)]) + asked, MOST_ROWS)


def _is_of(name: str, prefix: str) -> bool:
    rest = name.removeprefix(prefix)
    digits = rest.split("-")[0].split("r")[0]
    return name.startswith(prefix) and "-" in rest and digits.isascii() and digits.isdigit() and len(digits) <= 2


def groups_of(flat: Flat, kind: str) -> list[Group]:
    """What of the sheet depends on the kind of question."""
    if kind in WITH_OPTIONS:
        return [_options(flat, kind, "o")]
    if kind == TRUE_FALSE:
        return [_truths(flat)]
    if kind in (NUMERIC, SHORT):
        return [_answers(flat, kind, "a")]
    if kind == MATCHING:
        return [_pairs(flat), _distractors(flat)]
    return [_gaps(flat)] if kind == CLOZE else []


def _both(flat: Flat, prefix: str, zh: Any, en: Any, *, name: str = "", rows: int = 0) -> list[Box]:
    return [
        Box(f"{prefix}-{name}{side}", label, flat.get(f"{prefix}-{name}{side}", ""), rows=rows)
        for side, label in (("zh", zh), ("en", en))
    ]


def _share(flat: Flat, prefix: str, kind: str) -> Box:
    value = flat.get(f"{prefix}-share", "")
    return Box(f"{prefix}-share", _("Counts as"), value, choices=share_choices(kind, value))


def _feedback(flat: Flat, prefix: str) -> list[Box]:
    return _both(flat, prefix, _("Feedback in Chinese"), _("Feedback in English"), name="f", rows=1)


def _options(flat: Flat, kind: str, prefix: str) -> Group:
    hint = _(
        "An option left empty is not kept. Where several are right, their points are split evenly unless you say otherwise."
    )
    rows = []
    for place in range(count_of(flat, prefix, FEWEST["o"])):
        one = f"{prefix}{place}"
        boxes = [*_both(flat, one, _("Option in Chinese"), _("Option in English"), rows=2), _share(flat, one, kind)]
        legend = _("Option %(letter)s") % {"letter": LETTERS[place % 26].upper()}
        rows.append(Row(legend, boxes, [_kept(flat, one)], folded=_feedback(flat, one)))
    return Group(
        _("Options"), hint if kind != "single" else _("An option left empty is not kept."), rows, f"more:{prefix}"
    )


def _kept(flat: Flat, one: str) -> Box:
    """The id an option has, so that answers given to it stay its own."""
    return Box(f"{one}-id", "", flat.get(f"{one}-id", ""))


def _truths(flat: Flat) -> Group:
    rows = [
        Row(legend, [_share(flat, one, TRUE_FALSE)], folded=_feedback(flat, one))
        for one, legend in (("t0", _("The answer “true”")), ("t1", _("The answer “false”")))
    ]
    return Group(_("Answers"), "", rows)


def _answers(flat: Flat, kind: str, prefix: str) -> Group:
    hints = {
        NUMERIC: _("The first answer that fits counts. A tolerance of 0.5 accepts half a unit up and down."),
        SHORT: _("The first answer that fits counts. * stands for any text; case and width do not count."),
    }  # fmt: skip
    rows = []
    for place in range(count_of(flat, prefix, FEWEST["a"])):
        one = f"{prefix}{place}"
        boxes = (
            _numbers(flat, one) if kind == NUMERIC else _both(flat, one, _("Answer in Chinese"), _("Answer in English"))
        )
        legend = _("Answer %(n)s") % {"n": place + 1}
        rows.append(Row(legend, [*boxes, _share(flat, one, kind)], folded=_feedback(flat, one)))
    return Group(_("Accepted answers"), hints.get(kind, ""), rows, f"more:{prefix}")


def _numbers(flat: Flat, one: str) -> list[Box]:
    return [
        Box(f"{one}-zh", _("A number"), flat.get(f"{one}-zh", ""), is_decimal=True),
        Box(f"{one}-tolerance", _("Tolerance"), flat.get(f"{one}-tolerance", ""), is_decimal=True),
    ]


def _pairs(flat: Flat) -> Group:
    rows = []
    for place in range(count_of(flat, "p", FEWEST["p"])):
        one = f"p{place}"
        boxes = _both(flat, one, _("Left in Chinese"), _("Left in English"), name="l")
        boxes += _both(flat, one, _("Right in Chinese"), _("Right in English"), name="r")
        rows.append(Row(_("Pair %(n)s") % {"n": place + 1}, boxes))
    return Group(_("Pairs"), _("Match the items on the left with those on the right."), rows, "more:p")


def _distractors(flat: Flat) -> Group:
    rows = [
        Row(_("Distractor %(n)s") % {"n": place + 1}, _both(flat, f"d{place}", _("In Chinese"), _("In English")))
        for place in range(count_of(flat, "d", FEWEST["d"]))
    ]
    return Group(_("Distractors"), _("Offered on the right, matching nothing on the left."), rows, "more:d")


def _gaps(flat: Flat) -> Group:
    hint = _("Mark each gap in the text as {{1}}, {{2}} and so on, and say here what belongs there.")
    return Group(
        _("Gaps to fill in"),
        hint,
        [_gap(flat, f"g{place}") for place in range(count_of(flat, "g", FEWEST["g"]))],
        "more:g",
    )


def _gap(flat: Flat, one: str) -> Row:
    boxes = [
        Box(f"{one}-id", _("Mark in the text"), flat.get(f"{one}-id", str(int(one[1:]) + 1))),
        Box(f"{one}-by", _("Filled in by"), flat.get(f"{one}-by", ""), choices=[("answers", _("writing")), ("options", _("choosing"))]),
    ]  # fmt: skip
    inner = []
    for place in range(count_of(flat, f"{one}r", 3)):
        name = f"{one}r{place}"
        own = [*_both(flat, name, _("In Chinese"), _("In English")), _share(flat, name, CLOZE)]
        hidden = [
            _kept(flat, name),
            *(Box(f"{name}-{what}", "", flat.get(f"{name}-{what}", "")) for what in ("fzh", "fen", "tolerance")),
        ]
        inner.append(Row(_("Answer %(n)s") % {"n": place + 1}, own, hidden))
    return Row(_("Gap %(n)s") % {"n": int(one[1:]) + 1}, boxes, inner=Group("", "", inner, f"more:{one}r"))


def has_guidance(kind: str) -> bool:
    return kind == ESSAY


def is_shuffled(kind: str) -> bool:
    return kind in SHUFFLED
