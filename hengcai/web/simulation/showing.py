"""What the pages say of a scene and of a debrief, in the reader's language."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hengcai.simulation.definitions import bilingual, known_competencies
from hengcai.simulation.rules.picture import drawn
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import percent


@dataclass(frozen=True)
class Said:
    who: str
    name: str
    text: Any


@dataclass(frozen=True)
class Offered:
    code: str
    text: Any


@dataclass(frozen=True)
class Shown:
    """One screen of a story."""

    node: str
    lines: list[Said]
    choices: list[Offered]
    n_choices: int
    end: Any
    end_kind: str


def shown_scene(scene):
    said = [Said("agent", word("simulation.who.agent"), bilingual(scene.said.text))] if scene.said else []
    end = scene.node.end
    return Shown(
        scene.node.id, said + shown_lines(scene.lines), [Offered(one.id, bilingual(one.text)) for one in scene.choices],
        scene.n_choices, bilingual(end.text) if end else None, end.kind if end else "",
    )  # fmt: skip


def shown_lines(lines):
    return [Said(one.who, word(f"simulation.who.{one.who}"), bilingual(one.text)) for one in lines]


@dataclass(frozen=True)
class Mark:
    name: str
    share: str
    percent: int
    n: int = 1


@dataclass(frozen=True)
class ShownStep:
    number: int
    lines: list[Said]
    text: Any
    feedback: Any
    marks: list[Mark]
    worth: str
    better: Any
    better_feedback: Any


@dataclass(frozen=True)
class ShownDebrief:
    steps: list[ShownStep]
    last: list[Said]
    end: Any
    end_kind: str
    scores: list[Mark]
    total: str


def shown_debrief(found):
    names = known_competencies()
    counts = dict.fromkeys(found.scores, 0)
    for step in found.steps:
        for code in step.choice.marks:
            counts[code] += 1
    scores = [_mark(names.get(code, code), share, n=counts[code]) for code, share in found.scores.items()]
    return ShownDebrief(
        [_step(one, names) for one in found.steps], shown_lines(found.last), bilingual(found.end.end.text),
        found.end.end.kind, scores, percent(found.total),
    )  # fmt: skip


def _step(one, names):
    return ShownStep(
        one.number, shown_lines(one.lines), bilingual(one.choice.text), bilingual(one.choice.feedback),
        [_mark(names.get(code, code), share) for code, share in one.choice.marks.items()],
        "best" if one.better is None else "some" if one.choice.worth else "none",
        bilingual(one.better.text) if one.better else None, bilingual(one.better.feedback) if one.better else None,
    )  # fmt: skip


def _mark(name, share, *, n=1):
    return Mark(name, percent(share), round(share * 100), n)


def shown_marks(found, names, counts):
    return [_mark(names.get(code, code), share, n=counts.get(code, 1)) for code, share in found.items()]


def shown_shares(found, names):
    return [_mark(names.get(code, code), share) for code, share in found.items()]


@dataclass(frozen=True)
class ShownProblem:
    text: str
    node: str
    is_missing: bool  # the node has yet to be made
    to: str


def shown_problems(found):
    return [
        ShownProblem(
            word(one.code, **one.told).strip(), one.node, one.code in MISSING, str(one.facts.get("to", ""))
        )
        for one in found
    ]  # fmt: skip


MISSING = {"simulation.target_unknown", "simulation.way_unknown"}


@dataclass(frozen=True)
class ShownBox:
    name: str
    x: int
    y: int
    note: str
    css: str

    @property
    def text_x(self):
        return self.x + 10

    @property
    def name_y(self):
        return self.y + 19

    @property
    def note_y(self):
        return self.y + 36


@dataclass(frozen=True)
class ShownNode:
    name: str
    lines: list[Said]
    note: str
    is_start: bool


@dataclass(frozen=True)
class ShownStory:
    boxes: list[ShownBox]
    arrows: Any
    width: int
    height: int
    nodes: list[ShownNode]


def shown_story(story, problems):
    picture, wrong = drawn(story), {one.node for one in problems}
    boxes = [
        ShownBox(
            _short(one.node.id), one.x, one.y, _note(one.node),
            " ".join(filter(None, ("box", "end" if one.node.end else "", "wrong" if one.node.id in wrong else ""))),
        )
        for one in picture.boxes
    ]  # fmt: skip
    nodes = [ShownNode(one.id, shown_lines(one.says), _note(one), one.id == story.start) for one in story.walked()]
    return ShownStory(boxes, picture.arrows, picture.width, picture.height, nodes)


def _short(name):
    return name if len(name) <= 17 else f"{name[:16]}…"


def _note(node):
    """What a node is, in a few words."""
    if node.end:
        return word(f"simulation.end.{node.end.kind}")
    if node.goes:
        return _("automatic")
    return ngettext("%(n)s choice", "%(n)s choices", len(node.choices)) % {"n": len(node.choices)}


@dataclass(frozen=True)
class ShownSplit:
    text: Any
    is_best: bool
    upper: Mark
    lower: Mark


@dataclass(frozen=True)
class ShownFork:
    node: str
    lines: list[Said]
    n_upper: int
    n_lower: int
    gap: str
    splits: list[ShownSplit]


def shown_forks(told, nodes):
    return [_fork(one, nodes[one.node]) for one in told.forks]


def _fork(fork, node):
    choices = {one.id: one for one in node.choices}
    splits = [
        ShownSplit(
            bilingual(choices[one.choice].text), choices[one.choice] is node.best, _mark("", one.upper), _mark("", one.lower)
        )
        for one in fork.splits
    ]  # fmt: skip
    return ShownFork(
        fork.node.removesuffix(".0"), shown_lines(node.says), fork.n_upper, fork.n_lower, percent(fork.gap), splits
    )
