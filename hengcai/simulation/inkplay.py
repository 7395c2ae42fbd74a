"""A run through an ink story: where it stands, and what a choice leads to. The engine is asked once a choice, never to look."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from hengcai.base.errors import NotNow, NotValid
from hengcai.simulation.engine import running
from hengcai.simulation.models import InkStory, Run, Scenario, Step
from hengcai.simulation.rules import ink
from hengcai.simulation.rules.ink_problems import problems_of_walk
from hengcai.simulation.rules.problems import Problem

LARGEST_SEED = 2**31 - 1


@dataclass(frozen=True)
class Place:
    """`given`: what the story was told of earlier runs; it stays the same throughout."""

    state: str
    scene: ink.Scene
    given: dict[str, Any]

    def kept(self) -> dict[str, Any]:
        over = self.scene.end is not None
        return {"state": "" if over else self.state, "scene": ink.kept(self.scene), "given": self.given}


def compiled_of(scenario: Scenario) -> str:
    found = InkStory.objects.filter(scenario=scenario).values_list("compiled", flat=True).first()
    if not found:
        raise NotNow("simulation.ink_uncompiled")
    return found


def begun(scenario: Scenario, *, seed: int, earlier: Iterable[Run]) -> Place:
    finished = [Fraction(one.exact) for one in earlier if one.exact]
    given = {"times_played": len(finished), "best_before": str(max(finished, default=Fraction(0)))}
    raw = running.begun(compiled_of(scenario), seed=seed % LARGEST_SEED, given=_told([], given))
    return Place(raw["state"], ink.scene_told(raw), given)


def place_of(run: Run) -> Place:
    return Place(run.place["state"], ink.read_kept(run.place["scene"]), run.place["given"])


def after(run: Run, place: Place, code: str, taken: list[ink.Taken]) -> Place:
    """`taken` holds this choice too."""
    number = next((at for at, one in enumerate(place.scene.offers) if one.id == code), None)
    if number is None:
        raise NotValid("simulation.choice_unknown")
    given = _told(taken, place.given)
    raw = running.chosen(compiled_of(run.scenario), state=place.state, place=number, given=given)
    return Place(raw["state"], ink.scene_told(raw, said=place.scene.offers[number].text), place.given)


def taken_of(steps: Iterable[Step]) -> list[ink.Taken]:
    return [ink.Taken(ink.read_kept(one.scene).offers, one.choice) for one in steps]


def _told(taken: list[ink.Taken], given: dict[str, Any]) -> dict[str, float]:
    return ink.variables(taken, times_played=given["times_played"], best_before=Fraction(given["best_before"]))


def problems_of_ink(scenario: Scenario, competencies: tuple[str, ...]) -> list[Problem]:
    try:
        walk = running.walked(compiled_of(scenario))
    except (NotNow, NotValid) as refused:
        return [Problem(refused.code, facts=dict(refused.facts))]
    return problems_of_walk(walk, competencies=competencies)
