"""A small role card."""

from hengcai.simulation.actions import add_scenario, publish_scenario
from tests import cast
from tests.simulation.stories import TODAY, said


def item(code, competency, **more):
    return {"id": code, "text": said(code), "competency": competency, **more}


def card_definition(**changes):
    return {
        "kind": "card", "code": "tiny_card", "title": said("card"), "channel": "voice", "minutes": 5, "brief": said("brief"),
        "competencies": ["listening", "empathy"], "turns": 3,
        "customer": {
            "persona": said("Mr Chen"), "goal": said("be online"), "temper": said("cross"),
            "opening": {"zh": "又断了！", "en": "Down again!"},
            "facts": [{"text": said("red light"), "when": said("asked")}],
        },
        "checklist": [
            item("hears", "listening", says=["前两次"]), item("asks", "listening"), item("visit", "empathy", critical=True),
        ],
        **changes,
    }  # fmt: skip


def published_card(given=None):
    made = add_scenario(cast.centre(), by=cast.user("zhou"), definition=given or card_definition())
    return publish_scenario(made, by=cast.user("zhou"), today=TODAY)
