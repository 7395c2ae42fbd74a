"""Twee 3 read for text and links. What a story format would do, macros and variables, is not taken over: each such line is told."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hengcai.base.errors import NotValid
from hengcai.simulation.rules.reading import MOST_CHOICES, MOST_LINES
from hengcai.simulation.rules.values import LONGEST, NAME

HEAD = re.compile(r"::\s*((?:\\.|[^\[\]{}\\])+?)\s*(\[[^\]]*\])?\s*(\{.*\})?\s*")
LINK = re.compile(r"\[\[(.+?)\]\]")
MACRO = re.compile(r"<<|>>|\([a-z_-]+:|\$\w|<[a-z!/]", re.IGNORECASE)
HAN = re.compile(r"[\u4e00-\u9fff]")
UNSEEN = {"script", "stylesheet"}
ABOUT = {"StoryTitle", "StoryData"}


@dataclass(frozen=True)
class Dropped:
    """A line that was not taken over, as it stood."""

    line: int
    text: str


@dataclass(frozen=True)
class Taken:
    definition: dict[str, Any]
    dropped: tuple[Dropped, ...]


@dataclass
class Passage:
    name: str
    tags: set[str]
    lines: list[tuple[int, str]]


def read_twee(text: str, *, code: str) -> Taken:
    """A draft: texts in the one language they are written in, choices without marks and feedback."""
    passages = list(_passages(text))
    shown = [one for one in passages if one.name not in ABOUT and not one.tags & UNSEEN]
    if not shown:
        raise NotValid("simulation.twee_empty")
    names = {one.name: _named(one.name, place) for place, one in enumerate(shown, start=1)}
    side = "zh" if HAN.search(text) else "en"
    dropped = [Dropped(line, said) for one in passages if one.tags & UNSEEN for line, said in one.lines if said.strip()]
    nodes = {names[one.name]: _node(one, names, side, dropped) for one in shown}
    title = next((_whole(one) for one in passages if one.name == "StoryTitle"), "") or code
    start = names.get(_start(passages), names[shown[0].name])
    made = {
        "code": code,
        "title": {side: title[:LONGEST]},
        "brief": {},
        "competencies": [],
        "start": start,
        "nodes": nodes,
    }
    return Taken(made, tuple(sorted(dropped, key=lambda one: one.line)))


def _passages(text: str) -> Iterator[Passage]:
    found: Passage | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        head = HEAD.fullmatch(line) if line.startswith("::") else None
        if head is not None:
            if found:
                yield found
            found = Passage(re.sub(r"\\(.)", r"\1", head[1]), set((head[2] or "")[1:-1].split()), [])
        elif found:
            found.lines.append((number, line))
    if found:
        yield found


def _whole(passage: Passage) -> str:
    return " ".join(said.strip() for _line, said in passage.lines if said.strip())


def _start(passages: list[Passage]) -> str:
    told = next((_whole(one) for one in passages if one.name == "StoryData"), "")
    try:
        found = json.loads(told) if told else {}
    except ValueError:
        found = {}
    return str(found.get("start", "Start")) if isinstance(found, Mapping) else "Start"


def _named(name: str, place: int) -> str:
    """Its own name where that can be one here; else its number in the file."""
    plain = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")[:30]
    return plain if NAME.fullmatch(plain) and not HAN.search(name) else f"passage_{place}"


def _node(passage: Passage, names: Mapping[str, str], side: str, dropped: list[Dropped]) -> dict[str, Any]:
    says, links = list[str](), list[tuple[str, str]]()
    for number, line in passage.lines:
        if MACRO.search(LINK.sub("", line)):
            dropped.append(Dropped(number, line.strip()))
            continue
        for place, link in enumerate(map(_link, LINK.findall(line)), start=len(links)):
            if place < MOST_CHOICES:
                links.append(link)
            else:
                dropped.append(Dropped(number, line.strip()))
        if said := LINK.sub("", line).strip():
            says.append(said[:LONGEST])
    if len(says) > MOST_LINES:
        says = [*says[: MOST_LINES - 1], " ".join(says[MOST_LINES - 1 :])[:LONGEST]]
    spoken = [{"who": "customer", "text": {side: one}} for one in says]
    if not links:
        return {"says": spoken[:-1], "end": {"kind": "middling", "text": spoken[-1]["text"] if spoken else {}}}
    return {"says": spoken, **_onward(links, names, side)}


def _onward(links: list[tuple[str, str]], names: Mapping[str, str], side: str) -> dict[str, Any]:
    """Where nothing is to be chosen it goes on by itself."""
    if len(links) == 1:
        return {"goes": [{"to": _target(links[0][1], names)}]}
    return {
        "choices": [
            {"id": letter, "text": {side: said[:LONGEST]}, "to": _target(to, names), "marks": {}, "feedback": {}}
            for letter, (said, to) in zip("abcd", links, strict=False)
        ]
    }


def _target(name: str, names: Mapping[str, str]) -> str:
    """A passage that is not there stays a target that is not there, and is listed as a problem."""
    return names.get(name, _named(name, 0))


def _link(inner: str) -> tuple[str, str]:
    """What is said, and where it leads: said->to, to<-said, said|to, or both in one; a setter behind is left out."""
    inner = inner.split("][", maxsplit=1)[0]
    for sign, turned in (("->", False), ("<-", True), ("|", False)):
        if sign in inner:
            first, _sign, last = inner.rpartition(sign) if sign == "->" else inner.partition(sign)
            return (last.strip(), first.strip()) if turned else (first.strip(), last.strip())
    return inner.strip(), inner.strip()
