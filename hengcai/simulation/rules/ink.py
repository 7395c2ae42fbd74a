"""What an ink story says and what its tags mean: who speaks, what a choice is worth, how it ends."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from hengcai.simulation.rules.scenario import Choice, End, Line, Node, Text

TAG = re.compile(r"\s*([^:：]{1,20})[:：]\s*(.*)", re.DOTALL)
POINTS = re.compile(r"([a-z][a-z0-9_]{0,59})\s+([+-]?[0-9]{1,2}(?:/[0-9]{1,2}|\.[0-9]{1,2})?)")
KEYS = {
    "competency": "competency", "能力": "competency", "feedback": "feedback", "点评": "feedback",
    "end": "end", "结局": "end", "who": "who", "说话人": "who",
}  # fmt: skip
SPEAKERS = {
    "customer": "customer", "客户": "customer", "agent": "agent", "客服": "agent", "system": "system", "系统": "system",
    "colleague": "colleague", "同事": "colleague",
}  # fmt: skip
ENDS = {"good": "good", "好": "good", "middling": "middling", "中": "middling", "poor": "poor", "差": "poor"}
ABOUT = {"title", "author", "标题", "作者"}
LONGEST_ID = 120


@dataclass(frozen=True)
class Told:
    """What tags say; `strange` are those nothing here reads."""

    points: Mapping[str, Fraction] = field(default_factory=dict)
    feedback: str = ""
    end: str = ""
    who: str = ""
    strange: tuple[str, ...] = ()


@dataclass(frozen=True)
class Offer:
    """One choice as it was shown."""

    id: str
    text: str
    points: Mapping[str, Fraction]
    feedback: str = ""


@dataclass(frozen=True)
class Scene:
    """From one choice to the next, or to the end."""

    lines: tuple[Line, ...]
    offers: tuple[Offer, ...]
    end: End | None = None

    @property
    def node(self) -> str:
        """The place in the story the choices stand at."""
        return self.offers[0].id.rpartition(".")[0] if self.offers else "end"


def read_tags(tags: Iterable[str]) -> Told:
    points, said, strange = dict[str, Fraction](), dict[str, str](), list[str]()
    for tag in tags:
        read = TAG.fullmatch(tag)
        key = KEYS.get(read[1].strip().lower(), "") if read else ""
        value = read[2].strip() if read else ""
        if not read and SPEAKERS.get(tag.strip().lower()):
            said["who"] = SPEAKERS[tag.strip().lower()]
        elif key == "competency" and (found := POINTS.fullmatch(value)) and not found[2].endswith("/0"):
            points[found[1]] = points.get(found[1], Fraction(0)) + Fraction(found[2])
        elif key == "feedback":
            said[key] = value
        elif key == "end" and value.lower() in ENDS:
            said[key] = ENDS[value.lower()]
        elif key == "who" and value.lower() in SPEAKERS:
            said[key] = SPEAKERS[value.lower()]
        elif not (read and read[1].strip().lower() in ABOUT):
            strange.append(tag)
    return Told(points, said.get("feedback", ""), said.get("end", ""), said.get("who", ""), tuple(strange))


def scene_told(raw: Mapping[str, Any], *, said: str = "") -> Scene:
    """As the engine answers; `said` is the choice just made, which the story repeats."""
    spoken = [(one["text"], read_tags(one["tags"])) for one in raw["lines"]]
    if said and spoken and spoken[0][0] == said:
        spoken = spoken[1:]
    offers = tuple(_offer(one) for one in raw["choices"])
    kind = next((told.end for _text, told in reversed(spoken) if told.end), "")
    shown = [_line(text, told) for text, told in spoken if text]
    if offers:
        return Scene(tuple(shown), offers)
    last = shown[-1].text if shown else Text()
    return Scene(tuple(shown[:-1]), (), End(kind or "middling", last))


def _offer(raw: Mapping[str, Any]) -> Offer:
    told, after = read_tags(raw["tags"]), read_tags(raw.get("after", ()))
    return Offer(
        raw["path"][-LONGEST_ID:], raw["text"], told.points or after.points, told.feedback or after.feedback
    )  # fmt: skip


def _line(text: str, told: Told) -> Line:
    """Who speaks stands before a colon, or in a tag; else it is the customer."""
    read = TAG.fullmatch(text)
    who = SPEAKERS.get(read[1].strip().lower(), "") if read else ""
    said = read[2] if read and who else text
    return Line(told.who or who or "customer", plain(said))


def plain(text: str) -> Text:
    """A story is written in one language and said in it to everybody."""
    return Text(text, text)


@dataclass(frozen=True)
class Taken:
    """One choice that was made, with what stood beside it."""

    offers: tuple[Offer, ...]
    choice: str


def span(offers: Sequence[Offer], code: str) -> tuple[Fraction, Fraction]:
    """The least and the most points a competency could get here; a choice without the tag is worth 0."""
    every = [one.points.get(code, Fraction(0)) for one in offers]
    return min(Fraction(0), *every), max(Fraction(0), *every)


def scores(taken: Sequence[Taken]) -> dict[str, Fraction]:
    """Competency → points over what could be had on this path: 0 the worst choices, 1 the best."""
    got, most = dict[str, Fraction](), dict[str, Fraction]()
    for one in taken:
        for code in marked(one.offers):
            low, high = span(one.offers, code)
            if high > low:
                chosen = next(offer for offer in one.offers if offer.id == one.choice)
                got[code] = got.get(code, Fraction(0)) + chosen.points.get(code, Fraction(0)) - low
                most[code] = most.get(code, Fraction(0)) + high - low
    return {code: got[code] / most[code] for code in most}


def marked(offers: Iterable[Offer]) -> list[str]:
    return list(dict.fromkeys(code for one in offers for code in one.points))


def choice_shown(offer: Offer, offers: Sequence[Offer]) -> Choice:
    """With its points as shares of what was to be had at this choice."""
    shares = dict[str, Fraction]()
    for code in marked(offers):
        low, high = span(offers, code)
        if high > low:
            shares[code] = (offer.points.get(code, Fraction(0)) - low) / (high - low)
    return Choice(offer.id, plain(offer.text), "", shares, {}, plain(offer.feedback))


def node_shown(scene: Scene) -> Node:
    choices = tuple(choice_shown(one, scene.offers) for one in scene.offers)
    return Node(scene.node, scene.lines, choices, (), scene.end)


def variables(taken: Sequence[Taken], *, times_played: int, best_before: Fraction | None) -> dict[str, float]:
    """What a story may ask: declared with VAR under these names it is told before it goes on."""
    found = scores(taken)
    whole = sum(found.values(), Fraction(0)) / len(found) if found else Fraction(0)
    return {
        "score": float(whole), "choices_made": len(taken), "times_played": times_played,
        "best_before": float(best_before or 0), **{f"score_{code}": float(share) for code, share in found.items()},
    }  # fmt: skip


def kept(scene: Scene) -> dict[str, Any]:
    """As plain values, to be read again."""
    return {
        "lines": [{"who": one.who, "text": one.text.zh} for one in scene.lines],
        "offers": [
            {"id": one.id, "text": one.text, "feedback": one.feedback,
             "points": {code: str(value) for code, value in one.points.items()}}
            for one in scene.offers
        ],
        "end": {"kind": scene.end.kind, "text": scene.end.text.zh} if scene.end else None,
    }  # fmt: skip


def read_kept(given: Mapping[str, Any]) -> Scene:
    end = given["end"]
    return Scene(
        tuple(Line(one["who"], plain(one["text"])) for one in given["lines"]),
        tuple(
            Offer(one["id"], one["text"], {code: Fraction(value) for code, value in one["points"].items()}, one["feedback"])
            for one in given["offers"]
        ),
        End(end["kind"], plain(end["text"])) if end else None,
    )  # fmt: skip
