"""What the small centre holds of practical examinations: a draft and a published check-list, of each agent one examination
that is finished, one that is open, and two panels."""

from datetime import timedelta

from hengcai.assessment import actions
from hengcai.assessment.actions.blueprints import Plan
from hengcai.assessment.actions.exams import Announcement
from hengcai.assessment.models import AngoffPanel, Answer, Checklist, PanelJudge
from hengcai.assessment.rules.drawing import Part
from hengcai.assessment.rules.sitting_time import Window
from hengcai.base import clock
from hengcai.base.bilingual import Bilingual
from hengcai.people.models import Person
from tests import cast
from tests.assessment.lists import definition, examined, panel, published
from tests.assessment.sitting import essay
from tests.web.world_rows import AGENTS, LED, World


def practicals(world: World) -> None:
    zhou = world.users["zhou"]
    draft = actions.add_checklist(cast.centre(), by=zhou, definition=definition(code="draft_desk"))
    shown = published(code="desk")
    world.add("draft check-list", {"zhou": Checklist.objects.get(pk=draft.pk).pk})
    world.add("published check-list", {"zhou": shown.pk})
    people = {name: Person.objects.get(user=world.users[name]) for name in AGENTS}
    world.add("practical", {name: examined(one, checklist=shown).pk for name, one in people.items()}, shared=LED)
    going = published(code="going")
    world.add("open practical", {"zhou": actions.open_practical(people["li"], by=zhou, checklist=going).pk})
    called = panel()
    world.add("cut panel", {"zhou": called.pk})
    world.add("closed cut panel", {"zhou": _closed().pk})
    world.add("essay", {"zhou": _essay(world, people["li"]).pk})


def _closed() -> AngoffPanel:
    made = panel(code="c")
    for number in (1, 2):
        for judge in PanelJudge.objects.filter(panel=made).select_related("user", "panel"):
            rows = dict.fromkeys(made.questions.values_list("pk", flat=True), 60 + number)
            actions.send_panel_sheet(judge, by=judge.user, percents=rows)
        act = actions.end_first_round if number == 1 else actions.close_panel
        act(AngoffPanel.objects.get(pk=made.pk), by=cast.user("zhou"))
    return made


def _essay(world: World, person: Person) -> Answer:
    """One that Li handed in a moment ago."""
    zhou, now = world.users["zhou"], clock.now()
    actions.load_questions(cast.centre(), by=zhou, course="", quiz=[essay("world_essay", "writing")])
    plan = Plan(Bilingual("书面回复", "Written replies"), [Part(1, competency="writing")], 30)
    made = actions.add_blueprint(cast.centre(), by=zhou, code="replies", plan=plan)
    used = actions.publish_blueprint(made, by=zhou, today=clock.today())
    window = Window(now - timedelta(hours=1), now + timedelta(days=1))
    exam = actions.announce_exam(used, by=zhou, plan=Announcement("四月考试", window, people=[person.pk]))
    sitting = actions.start_sitting(exam.sittings.get(), by=person.user)
    actions.submit_sitting(sitting, by=person.user, answers=dict.fromkeys(sitting.paper, "先核实，再承诺。"))
    return Answer.objects.get(sitting=sitting)
