"""Small stories for the tests, and any story Hypothesis can think of."""

import copy

from hypothesis import strategies as some

from hengcai.simulation.actions import add_scenario, publish_scenario
from hengcai.simulation.rules.reading import read_scenario
from tests import cast

TODAY = cast.MONDAY


def said(text):
    return {"zh": f"{text}。", "en": f"{text}."}


def choice(code, to, **more):
    return {"id": code, "text": said(code), "to": to, "feedback": said(f"about {code}"), **more}


def node(*choices):
    return {"says": [{"who": "customer", "text": said("well")}], "choices": list(choices)}


def end(kind):
    return {"says": [], "end": {"kind": kind, "text": said(kind)}}


DEFINITION = {
    "code": "tiny", "title": said("tiny"), "channel": "voice", "minutes": 5, "brief": said("brief"),
    "competencies": ["listening", "empathy"], "start": "first",
    "nodes": {
        "first": node(
            choice("a", "second", marks={"listening": "1", "empathy": "1/2"}, sets={"trust": 1}),
            choice("b", "second", marks={"listening": "1/3", "empathy": "0"}),
        ),
        "second": node(
            choice("a", "fork", marks={"listening": "1"}), choice("b", "fork", marks={"listening": "0"}, sets={"trust": -1})
        ),
        "fork": {"says": [], "goes": [
            {"when": {"flag": "trust", "at_least": "1"}, "to": "well"},
            {"when": {"score": "listening", "below": "1/2"}, "to": "badly"}, {"to": "soso"},
        ]},
        "well": end("good"), "soso": end("middling"), "badly": end("poor"),
    },
}  # fmt: skip


def definition(**changes):
    return {**copy.deepcopy(DEFINITION), **changes}


def story(**changes):
    return read_scenario(definition(**changes))


def with_node(name, **facts):
    made = definition()
    made["nodes"][name] = {**made["nodes"].get(name, {}), **facts}
    return made


def published(given=None):
    made = add_scenario(cast.centre(), by=cast.user("zhou"), definition=given or definition())
    return publish_scenario(made, by=cast.user("zhou"), today=TODAY)


CODES = [f"n{place}" for place in range(7)]
SHARES = some.sampled_from(["0", "1/4", "1/3", "1/2", "1"])


@some.composite
def any_story(draw):
    """Of any shape: loops, dead corners, forks; most of them do not add up."""
    nodes = {"e1": end("good"), "e2": end("middling"), "e3": end("poor")}
    targets = some.sampled_from([*CODES, "e1", "e2", "e3"])
    for name in CODES:
        if draw(some.integers(0, 3)):
            marks = some.dictionaries(some.sampled_from(["listening", "empathy"]), SHARES, max_size=2)
            sets = some.dictionaries(some.just("trust"), some.integers(-1, 1), max_size=1)
            count = draw(some.integers(2, 4))
            nodes[name] = node(
                *(choice(code, draw(targets), marks=draw(marks), sets=draw(sets)) for code in "abcd"[:count])
            )
        else:
            when = {"flag": "trust", "at_least": str(draw(some.integers(-1, 2)))}
            nodes[name] = {"says": [], "goes": [{"when": when, "to": draw(targets)}, {"to": draw(targets)}]}
    return read_scenario(definition(start="n0", nodes=nodes))
