"""Playing a scenario, step by step, with nothing but what was chosen; marks stay exact."""

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from hengcai.base.errors import NotValid
from hengcai.simulation.rules.scenario import Choice, Condition, Node, Scenario, choice_of


@dataclass(frozen=True)
class State:
    """Where somebody stands: `heard` are the nodes gone through since the last choice, this one the last of them."""

    node: str
    heard: tuple[str, ...]
    flags: Mapping[str, int] = field(default_factory=dict)
    marks: tuple[tuple[str, Fraction], ...] = ()  # in the order they were given
    n_choices: int = 0

    def mean(self, competency: str) -> Fraction:
        """Of the marks so far; 0 while there is none."""
        some = [share for code, share in self.marks if code == competency]
        return sum(some, Fraction(0)) / len(some) if some else Fraction(0)


def begin(scenario: Scenario, *, at: str = "") -> State:
    """At its start, or for trying at any node, with nothing set and nothing marked."""
    return _settled(scenario, State(at or scenario.start, (at or scenario.start,)))


def choose(scenario: Scenario, state: State, code: str) -> State:
    node = scenario.nodes[state.node]
    chosen = choice_of(node, code)
    if chosen is None:
        raise NotValid("simulation.choice_unknown")
    flags = {**state.flags, **{flag: state.flags.get(flag, 0) + step for flag, step in chosen.sets.items()}}
    marks = (*state.marks, *chosen.marks.items())
    return _settled(scenario, State(chosen.to, (chosen.to,), flags, marks, state.n_choices + 1))


def replay(scenario: Scenario, codes: Iterable[str]) -> State:
    """What the stored choices come to."""
    state = begin(scenario)
    for code in codes:
        state = choose(scenario, state, code)
    return state


def is_over(scenario: Scenario, state: State) -> bool:
    return scenario.nodes[state.node].end is not None


def scores(state: State) -> dict[str, Fraction]:
    """Competency → the mean of its marks on this path; in the order they first came up."""
    return {code: state.mean(code) for code in dict.fromkeys(code for code, _share in state.marks)}


def total(found: Mapping[str, Fraction]) -> Fraction | None:
    """The plain mean over competencies: one that was marked more often does not weigh more."""
    return sum(found.values(), Fraction(0)) / len(found) if found else None


def shuffled(node: Node, seed: int) -> list[Choice]:
    """The same order in the same run, whenever it is looked at; its place says nothing about a choice."""
    rows = sorted(node.choices, key=lambda one: one.id)
    random.Random(f"{seed}/{node.id}").shuffle(rows)  # noqa: S311 - an order, no secret
    return rows


def _settled(scenario: Scenario, state: State) -> State:
    """On through nodes that decide by themselves; a draft may lead to where there is none."""
    while goes := _node(scenario, state.node).goes:
        to = next((way.to for way in goes if way.when is None or _holds(way.when, state)), goes[-1].to)
        if to in state.heard:
            raise NotValid("simulation.no_way_out", node=to)
        state = replace(state, node=to, heard=(*state.heard, to))
    return state


def _node(scenario: Scenario, name: str) -> Node:
    if name not in scenario.nodes:
        raise NotValid("simulation.node_there", node=name)
    return scenario.nodes[name]


def _holds(when: Condition, state: State) -> bool:
    found = Fraction(state.flags.get(when.flag, 0)) if when.flag else state.mean(when.score)
    return (when.at_least is None or found >= when.at_least) and (when.below is None or found < when.below)
