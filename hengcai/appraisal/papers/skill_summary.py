"""A quarter's scores, one line a person."""

from collections.abc import Sequence

from hengcai.appraisal.papers.asking import QUARTERS, cycle_of
from hengcai.appraisal.papers.lines import PERSON_WIDTHS, SOURCES, cycle_name, skill_scores, visible
from hengcai.appraisal.queries.results import sees_peers
from hengcai.paper.blocks import Table
from hengcai.paper.forms.form import Form
from hengcai.paper.forms.making import BLANK_LINES, LINE, Body, Making

COLUMNS = ("name", "number", "team", "post", *SOURCES, "final", "band")


def skill_summary(making: Making) -> Body:
    columns = making.head.columns(*COLUMNS)
    results, more = visible(making)
    is_inner = sees_peers(making.user)
    rows: list[Sequence[str]] = [skill_scores(one, making.tell, sees_peers=is_inner) for one in results]
    blank = [("",) * len(columns)] * BLANK_LINES
    widths = (*PERSON_WIDTHS, 2, *(1.2,) * len(SOURCES), 1.2, 1.4)
    numeric = tuple(range(4, 5 + len(SOURCES)))
    table = Table(columns, rows or blank, widths=widths, numeric=numeric, row_height=0 if rows else LINE)
    return Body([table, *more], subtitle=cycle_name(making), is_filled=bool(rows))


FORM = Form(
    "skill-summary", 50, skill_summary, (cycle_of(QUARTERS),), COLUMNS, ("group", "head", "day"), is_landscape=True
)  # fmt: skip
