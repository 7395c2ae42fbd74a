"""What is wrong with an ink story, found by walking through it as far as a few seconds reach."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from hengcai.simulation.rules.ink import TAG, marked, read_tags, scene_told
from hengcai.simulation.rules.problems import ARROW, FEWEST_ENDS, Problem

Raw = Mapping[str, Any]
MOST_TOLD = 20
TITLES = {"title", "标题"}


def problems_of_walk(walk: Raw, *, competencies: Sequence[str]) -> list[Problem]:
    scenes: Sequence[Raw] = walk["scenes"]
    found = [
        *_of_ends(scenes, walk["is_whole"]), *_of_choices(scenes, set(competencies)), *_unmarked(scenes, competencies)
    ]  # fmt: skip
    return list({(one.code, one.node, str(one.facts)): one for one in found}.values())[:MOST_TOLD]


def strange_tags(walk: Raw) -> list[str]:
    """Tags nothing here reads."""
    every = [tags for one in walk["scenes"] for tags in _tags(one)]
    return list(dict.fromkeys(tag for tags in every for tag in read_tags(tags).strange))


def title_told(walk: Raw) -> str:
    """By a tag at the top of the story."""
    tags = [tag for one in walk["scenes"][0]["lines"][:1] for tag in one["tags"]]
    read = (TAG.fullmatch(tag) for tag in tags)
    return next((one[2][:200] for one in read if one and one[1].strip().lower() in TITLES), "")


def _tags(scene: Raw) -> Iterator[Sequence[str]]:
    yield from (one["tags"] for one in scene["lines"])
    yield from ([*one["tags"], *one["after"]] for one in scene["choices"])


def _of_ends(scenes: Sequence[Raw], is_whole: bool) -> Iterator[Problem]:  # noqa: FBT001
    kinds = set[str]()
    for place, one in enumerate(scenes):
        if one["choices"]:
            continue
        told = [read_tags(line["tags"]).end for line in one["lines"]]
        if not any(told):
            yield Problem("simulation.ink_no_end", facts={"path": _path(scenes, place)})
        kinds |= {*filter(None, told)}
        if not one["lines"]:
            yield Problem("simulation.ink_silent", facts={"path": _path(scenes, place)})
    if is_whole and len(kinds) < FEWEST_ENDS - 1:
        yield Problem("simulation.ink_few_ends", facts={"found": len(kinds), "least": FEWEST_ENDS - 1})


def _of_choices(scenes: Sequence[Raw], known: Collection[str]) -> Iterator[Problem]:
    for place, one in enumerate(scenes):
        shown = scene_told(one)
        for code in marked(shown.offers):
            if code not in known:
                yield Problem("simulation.ink_competency", facts={"competency": code})
        if len({offer.id for offer in shown.offers}) < len(shown.offers):
            yield Problem("simulation.ink_choice_twice", facts={"path": _path(scenes, place)})


def _unmarked(scenes: Sequence[Raw], competencies: Sequence[str]) -> Iterator[Problem]:
    """A score that hangs on the way taken would not be one of the competency."""
    for code in competencies:
        bare = next((place for place in _ends(scenes) if code not in _marked_on(scenes, place)), None)
        if bare is not None:
            yield Problem("simulation.ink_unmarked", facts={"competency": code, "path": _path(scenes, bare)})


def _ends(scenes: Sequence[Raw]) -> list[int]:
    return [place for place, one in enumerate(scenes) if not one["choices"]]


def _marked_on(scenes: Sequence[Raw], place: int) -> set[str]:
    found = set[str]()
    while scenes[place]["parent"] >= 0:
        place = scenes[place]["parent"]
        found |= {*marked(scene_told(scenes[place]).offers)}
    return found


def _path(scenes: Sequence[Raw], place: int) -> str:
    said = list[str]()
    while scenes[place]["parent"] >= 0:
        parent = scenes[scenes[place]["parent"]]
        said.insert(0, str(parent["choices"][scenes[place]["choice"]]["text"])[:30])
        place = scenes[place]["parent"]
    return ARROW.join(said) or "…"
