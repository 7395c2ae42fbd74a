"""会议纪要: of one meeting, or blank."""

from collections.abc import Sequence

from hengcai.base.errors import NotNow
from hengcai.base.masking.text import mask
from hengcai.council.models import Meeting
from hengcai.council.queries.group import meeting_to_print
from hengcai.paper.blocks import Block, Heading, Table
from hengcai.paper.forms.form import Ask, Form
from hengcai.paper.forms.making import LINE, Body, Making

COLUMNS = ("topic", "discussion", "decision", "votes")
TASKS = ("task", "owner", "task_due")
FACTS = ("form.fact.meeting", "form.fact.met_on", "form.fact.attended", "form.fact.guests", "form.fact.minuted_by")
BLANK_TOPICS = 5


def minutes(making: Making) -> Body:
    found, say = _found(making), making.tell.say
    height = 0.0 if found else LINE * 2
    topics = Table(making.head.columns(*COLUMNS), _topics(making, found), widths=(3, 6, 5, 3), row_height=height)
    heads = [say(f"form.minutes.{name}") for name in TASKS]
    tasks = Table(heads, _tasks(making, found), widths=(7, 3, 3), row_height=0.0 if found else LINE)
    blocks: list[Block] = [topics, Heading(say("form.minutes.tasks"), level=3), tasks]
    return Body(blocks, _facts(making, found), is_filled=found is not None)


def _found(making: Making) -> Meeting | None:
    number = making.chosen("meeting")
    if number is None:
        return None
    found = meeting_to_print(making.user, number)
    if found is None:
        raise NotNow("form.no_meeting", number=number)
    return found


def _topics(making: Making, found: Meeting | None) -> Sequence[Sequence[str]]:
    if found is None:
        return [("",) * len(COLUMNS)] * BLANK_TOPICS
    return [
        (
            one.title,
            mask(one.said),
            mask(one.decided),
            _votes(making, one.votes_for, one.votes_against, one.votes_abstained),
        )
        for one in found.topics.order_by("order")
    ]


def _votes(making: Making, agreed: int, against: int, abstained: int) -> str:
    if not agreed + against + abstained:
        return "–"
    return making.tell.say("form.minutes.votes", agreed=agreed, against=against, abstained=abstained)


def _tasks(making: Making, found: Meeting | None) -> Sequence[Sequence[str]]:
    if found is None:
        return [("",) * len(TASKS)] * 3
    rows = found.tasks.select_related("owner").order_by("due_on", "pk")
    return [(one.title, one.owner.name, making.tell.day(one.due_on)) for one in rows]


def _facts(making: Making, found: Meeting | None) -> list[tuple[str, str]]:
    tell = making.tell
    if found is None:
        return [(tell.say(code), "") for code in FACTS]
    names = "、" if tell.tongue == "zh" else ", "
    attended = names.join(found.present.order_by("name").values_list("name", flat=True))
    told = (found.title, tell.day(found.held_on), attended, found.guests or "–", found.written_by.name)
    facts = [(tell.say(code), text) for code, text in zip(FACTS, told, strict=True)]
    approved = found.approved_by.name if found.approved_by else tell.say("council.meeting.state.draft")
    return [*facts, (tell.say("form.fact.approved_by"), approved)]


FORM = Form(
    "minutes", 92, minutes, (Ask("meeting", is_number=True),), COLUMNS, ("minutes_writer", "minutes_second", "day")
)
