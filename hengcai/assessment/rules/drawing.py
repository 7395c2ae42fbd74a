"""Which questions a paper gets: by the blueprint's parts, at random from what is in force, and the same again from the seed."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

MOST_PARTS, MOST_QUESTIONS = 40, 200


@dataclass(frozen=True)
class Part:
    """So many questions of this competency, level, kind, course and tag; what is empty asks for nothing."""

    count: int
    competency: str = ""
    level: int | None = None
    kind: str = ""
    course: str = ""
    tag: str = ""

    def takes(self, one: "Candidate") -> bool:
        return (
            self.competency in ("", one.competency)
            and self.level in (None, one.level)
            and self.kind in ("", one.kind)
            and self.course in ("", one.course)
            and (not self.tag or self.tag in one.tags)
        )


@dataclass(frozen=True)
class Candidate:
    """One version in force of a question of the bank."""

    key: int
    competency: str = ""
    level: int | None = None
    kind: str = ""
    course: str = ""
    tags: tuple[str, ...] = ()


def part_of(told: Mapping[str, Any]) -> Part:
    return Part(**{one.name: told[one.name] for one in fields(Part) if one.name in told})


def object_of_part(part: Part) -> dict[str, Any]:
    """Nothing that is empty is written."""
    return {one.name: getattr(part, one.name) for one in fields(Part) if getattr(part, one.name) not in ("", None)}


def drawn(parts: Sequence[Part], pool: Sequence[Candidate], seed: str) -> list[int] | None:
    """Keys in the order of the parts, at random within each; no question twice. None where the pool cannot fill all parts.

    A question that two parts could take goes where it is needed: every place looks for one along augmenting paths (Kuhn 1955),
    so that None means that no choice at all would do."""
    chance = random.Random(seed)  # noqa: S311 - a draw anyone can repeat, no secret
    order = sorted(pool, key=lambda one: one.key)
    chance.shuffle(order)
    places = [part for part in parts for _one in range(part.count)]
    fitting = {part: [one.key for one in order if part.takes(one)] for part in set(parts)}
    holder: dict[int, int] = {}
    for place in range(len(places)):
        if not _seated(place, places, fitting, holder, set()):
            return None
    found = {place: key for key, place in holder.items()}
    return [found[place] for place in range(len(places))]


def _seated(
    place: int, places: Sequence[Part], fitting: Mapping[Part, list[int]], holder: dict[int, int], tried: set[int]
) -> bool:
    """Whether a question was found for this place, moving others to other questions where need be."""
    free = next((key for key in fitting[places[place]] if key not in holder and key not in tried), None)
    if free is not None:
        holder[free] = place
        return True
    for key in fitting[places[place]]:
        if key in tried:
            continue
        tried.add(key)
        if _seated(holder[key], places, fitting, holder, tried):
            holder[key] = place
            return True
    return False


def stock(parts: Sequence[Part], pool: Sequence[Candidate]) -> list[tuple[Part, int]]:
    """Each part with how many questions in force it could take: what the author sees beside it."""
    return [(part, sum(1 for one in pool if part.takes(one))) for part in parts]
