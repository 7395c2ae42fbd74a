"""What the pages say of a scene and of a debrief, in the reader's language."""

from dataclasses import dataclass
from typing import Any

from hengcai.simulation.definitions import bilingual, known_competencies
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
        scene.state.n_choices, bilingual(end.text) if end else None, end.kind if end else "",
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
