"""A small ink story, as its author wrote it and as the compiler left it."""

from pathlib import Path

from hengcai.simulation.actions import add_scenario, publish_scenario
from tests import cast
from tests.simulation.stories import TODAY, said

FOLDER = Path(__file__).parent / "ink"
SOURCE, COMPILED = ((FOLDER / f"refund.{ending}").read_text("utf-8") for ending in ("ink", "json"))
ENDLESS = (FOLDER / "endless.json").read_text("utf-8")
LISTEN, RULES, ASK = "opening.0.c-0", "opening.0.c-1", "opening.0.c-2"
REFUND, WAIT = "checked.0.c-0", "checked.0.c-1"


def ink_definition(**changes):
    return {
        "kind": "ink", "code": "refund_ink", "title": said("refund"), "channel": "voice", "minutes": 5, "brief": said("brief"),
        "competencies": ["listening", "process_policy"], "ink": {"source": SOURCE, "compiled": COMPILED}, **changes,
    }  # fmt: skip


def published_ink(given=None):
    made = add_scenario(cast.centre(), by=cast.user("zhou"), definition=given or ink_definition())
    return publish_scenario(made, by=cast.user("zhou"), today=TODAY)
