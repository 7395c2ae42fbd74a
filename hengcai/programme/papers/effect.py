"""培训效果评估表: blank, or what is known of one course at its four levels, with how sure it is."""

from collections.abc import Sequence
from typing import Any

from hengcai.base.errors import NotNow
from hengcai.paper.blocks import Block, Bullets, Table
from hengcai.paper.forms.form import Ask, Form
from hengcai.paper.forms.making import LINE, Body, Making
from hengcai.programme.facts.levels import learning_in, reaction_to
from hengcai.programme.models import Effect
from hengcai.programme.queries.effects import course_to_print, effects_of
from hengcai.training.models import Course

COLUMNS = ("effect_level", "effect_looked_at", "effect_known")
FACTS = ("form.fact.effect_course", "form.fact.effect_trained", "form.fact.effect_until")
BLANK = 4


def effect(making: Making) -> Body:
    code = making.chosen("course")
    course = _found(making, code) if code else None
    effects = effects_of(course) if course else []
    rows = _rows(making, course, effects) if course else [("",) * len(COLUMNS)] * BLANK
    height = 0.0 if course else LINE * 2
    blocks: list[Block] = [Table(making.head.columns(*COLUMNS), rows, widths=(2, 4, 8), row_height=height)]
    if course:
        blocks.append(Bullets([making.tell.say("programme.effect.how")]))
    return Body(blocks, _facts(making, course, effects), is_filled=course is not None)


def _found(making: Making, code: str) -> Course:
    found = course_to_print(making.user, code)
    if found is None:
        raise NotNow("form.no_course", code=code)
    return found


def _rows(making: Making, course: Course, effects: Sequence[Effect]) -> Sequence[Sequence[str]]:
    say = making.tell.say
    return [
        (say("form.effect.reaction"), say("form.effect.opinions"), _reaction(making, course)),
        (say("form.effect.learning"), say("form.effect.points"), _learning(making, course)),
        *((say("form.effect.work"), say(f"programme.outcome.{one.outcome}"), _told(making, one)) for one in effects),
    ]


def _reaction(making: Making, course: Course) -> str:
    tell, found = making.tell, reaction_to(course)
    if found.use is None:
        return tell.say("form.effect.too_few", n=found.n)
    return f"{tell.points(found.use.estimate)} {tell.interval(found.use.low, found.use.high)} n = {found.n}"


def _learning(making: Making, course: Course) -> str:
    tell, found = making.tell, learning_in(course)
    if found.share is None:
        return tell.say("form.effect.too_few", n=found.people)
    return f"{tell.percent(found.share)} n = {found.people}"


def _told(making: Making, effect: Effect) -> str:
    """The verdict with its figures; where there are none, the verdict alone."""
    tell, found = making.tell, effect.detail["report"].get("effect")
    said = tell.say(f"programme.effect.{effect.verdict}")
    if not found or found["low"] is None:
        return said
    return f"{said} {_number(found['estimate'])} [{_number(found['low'])}, {_number(found['high'])}]"


def _number(value: Any) -> str:
    return f"{value:+.2f}".replace("-", "−")


def _facts(making: Making, course: Course | None, effects: Sequence[Effect]) -> list[tuple[str, str]]:
    tell = making.tell
    if course is None:
        return [(tell.say(code), "") for code in FACTS]
    trained = str(max((one.trained for one in effects), default=0))
    until = tell.day(max((one.until for one in effects), default=None))
    return [
        (tell.say(code), text) for code, text in zip(FACTS, (tell.shown(course.title), trained, until), strict=True)
    ]


FORM = Form("training-effect", 134, effect, (Ask("course"),), COLUMNS, ("effect_assessor", "head", "day"))
