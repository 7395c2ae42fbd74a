"""访谈记录 with its 访谈提纲: blank for an interview, or one interview as it was written down."""

from collections.abc import Sequence

from hengcai.base.errors import NotNow
from hengcai.base.masking.text import mask
from hengcai.paper.blocks import Block, Bullets, Heading, Lines, Paragraph, Table
from hengcai.paper.forms.form import Ask, Form
from hengcai.paper.forms.making import LINE, Body, Making
from hengcai.training.models import Interview, Interviewee
from hengcai.training.queries.projects import competency_names, interview_to_print
from hengcai.training.words.forms import GUIDE

COLUMNS = ("theme_competency", "theme_kind", "theme_words")
FACTS = ("form.fact.interviewed", "form.fact.interviewed_on", "form.fact.interviewer", "form.fact.interview_survey")
NOTE_LINES, BLANK_THEMES = 9, 4  # fits one page with its guide, in either language


def interview(making: Making) -> Body:
    number = making.chosen("interviewee")
    found = _found(making, number) if number is not None else None
    record: Interview | None = getattr(found, "interview", None) if found else None
    say = making.tell.say
    guide = [say(f"training.guide.{place}") for place in range(1, len(GUIDE) + 1)]
    blocks: list[Block] = [
        Heading(say("form.interview.guide"), level=3),
        Bullets(guide),
        Heading(say("form.interview.notes"), level=3),
    ]
    blocks.append(Paragraph(mask(record.notes)) if record else Lines(NOTE_LINES))
    themes = Table(
        making.head.columns(*COLUMNS), _themes(making, record), widths=(3, 2, 6), row_height=0.0 if record else LINE
    )
    return Body(
        [*blocks, Heading(say("form.interview.themes"), level=3), themes],
        _facts(making, found, record),
        is_filled=record is not None,
    )


def _found(making: Making, number: int) -> Interviewee:
    found = interview_to_print(making.user, number)
    if found is None:
        raise NotNow("form.no_interview", number=number)
    return found


def _themes(making: Making, record: Interview | None) -> Sequence[Sequence[str]]:
    if record is None:
        return [("",) * len(COLUMNS)] * BLANK_THEMES
    names = competency_names(making.tell.language)
    say = making.tell.say
    return [
        (names.get(one["competency"], one["competency"]), say(f"training.theme.{one['kind']}"), mask(one["words"]))
        for one in record.themes
    ]


def _facts(making: Making, found: Interviewee | None, record: Interview | None) -> list[tuple[str, str]]:
    tell = making.tell
    if found is None:
        return [(tell.say(code), "") for code in FACTS]
    told = (
        found.person.name, tell.day(record.held_on) if record else "", record.written_by.name if record else "", found.project.name
    )  # fmt: skip
    return [(tell.say(code), text) for code, text in zip(FACTS, told, strict=True)]


FORM = Form(
    "interview-record",
    121,
    interview,
    (Ask("interviewee", is_number=True),),
    COLUMNS,
    ("needs_interviewer", "needs_interviewee", "day"),
)
