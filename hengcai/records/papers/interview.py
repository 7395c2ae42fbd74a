"""绩效面谈记录表: blank, to be filled by hand, or one interview as it was agreed."""

from hengcai.paper.forms.form import Form
from hengcai.paper.forms.making import Body, Making
from hengcai.records.papers.parts import PLAN, RECORD, moment_day, sight_of_form, talk_blocks, whose
from hengcai.records.queries.records import RecordSight

FACTS = ("form.fact.led_by", "form.fact.held_on", "form.fact.place")


def interview(making: Making) -> Body:
    sight = sight_of_form(making)
    talk = sight.talk if sight else None
    facts = [*whose(making, sight.record if sight else None), *_facts(making, sight)]
    return Body(talk_blocks(making, talk, is_blank=talk is None), facts, is_filled=sight is not None)


def _facts(making: Making, sight: RecordSight | None) -> list[tuple[str, str]]:
    tell, talk = making.tell, sight.talk if sight else None
    if talk is None:
        return [(tell.say(code), "") for code in FACTS]
    held = tell.day(talk.held_on) if talk.held_on else moment_day(making, talk.appointed_at)
    return [(tell.say(code), text) for code, text in zip(FACTS, (talk.led_by.name, held, talk.place), strict=True)]


FORM = Form("interview", 66, interview, (RECORD,), PLAN, ("person", "interviewer", "day"))
