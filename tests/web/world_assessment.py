"""What the small centre holds of surveys: a draft, and for each team a survey that is open and one that is closed."""

from datetime import timedelta

from hengcai.assessment.actions import add_questionnaire, close_survey, open_survey, publish_questionnaire
from hengcai.assessment.actions.surveys import Plan
from hengcai.assessment.audience import Audience
from hengcai.base import clock
from tests import cast
from tests.web.world_rows import AGENTS, LED, World

TEXT = {"zh": "您会复述吗？", "en": "Do you restate?"}
DEFINITION = {
    "title": {"zh": "调研问卷", "en": "Survey"},
    "intro": {},
    "questions": [{"id": "q1", "kind": "scale", "text": TEXT}],
}
TEAMS = {"li": "one", "wang": "one", "he": "two"}


def assessment(world: World) -> None:
    by, centre = world.users["zhou"], cast.centre()
    draft = add_questionnaire(centre, by=by, definition={**DEFINITION, "id": "draft"})
    world.add("draft questionnaire", {"zhou": draft.pk})
    used = publish_questionnaire(
        add_questionnaire(centre, by=by, definition={**DEFINITION, "id": "used"}), by=by, today=clock.today()
    )
    found = {team: (_survey(used, by, team), close_survey(_survey(used, by, team), by=by)) for team in ("one", "two")}
    for place, name in enumerate(("open survey", "closed survey")):
        world.add(name, {agent: found[TEAMS[agent]][place].pk for agent in AGENTS}, shared=LED)


def _survey(used, by, team):
    plan = Plan(f"调研 {team}", clock.today() + timedelta(days=7), audience=Audience(teams=(cast.team(team).pk,)))
    return open_survey(used, by=by, plan=plan, today=clock.today())
