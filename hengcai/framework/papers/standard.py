"""The rating standard of a post: every ability with its behaviours and anchors."""

from hengcai.framework.models import Competency, Indicator
from hengcai.framework.papers.asking import POST, asked_of, in_force
from hengcai.paper.blocks import Block, Heading, Table
from hengcai.paper.forms.form import Form
from hengcai.paper.forms.making import Body, Making

COLUMNS = ("competency", "indicator", "look_for", "level1", "level3", "level4", "level5")
ANCHORED = ("1", "3", "4", "5")


def standard(making: Making) -> Body:
    post, parts = asked_of(making, in_force())
    blocks: list[Block] = []
    for part in parts:
        blocks.append(Heading(part.part.name.read(making.tell.language)))
        rows = [row for one in part.competencies for row in _rows(one, making)]
        blocks.append(Table(making.head.columns(*COLUMNS), rows, widths=(1.6, 1.6, 3.4, 2.9, 2.9, 2.9, 3.3)))
    return Body(blocks, subtitle=str(post.name.read(making.tell.language)))


def _rows(competency: Competency, making: Making) -> list[list[str]]:
    """The ability is named once; without indicators its own anchors stand."""
    language = making.tell.language
    name = str(competency.name.read(language))
    shown = [one.indicator for one in competency.shown.all()]
    if not shown:
        return [[name, "", competency.definition.read(language), *_anchors(competency, language)]]
    rows = [[one.name.read(language), one.look_for.read(language), *_anchors(one, language)] for one in shown]
    return [[name if number == 0 else "", *row] for number, row in enumerate(rows)]


def _anchors(one: Competency | Indicator, language: str) -> list[str]:
    return [str(one.anchors[level].read(language)) if level in one.anchors else "" for level in ANCHORED]


FORM = Form("skill-standard", 10, standard, (POST,), COLUMNS, ("group", "day"), is_landscape=True)
