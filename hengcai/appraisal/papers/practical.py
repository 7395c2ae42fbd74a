"""The practical test: the scenario's levels and, beneath, the written tests."""

from collections.abc import Sequence

from hengcai.appraisal.models import RatingTask
from hengcai.appraisal.papers import rating
from hengcai.appraisal.papers.asking import NUMBER, QUARTERS, cycle_of, whose
from hengcai.appraisal.queries.printed import marks_of
from hengcai.appraisal.rules.skill import counting_mark
from hengcai.framework.papers.asking import POST
from hengcai.paper.blocks import Heading, Table
from hengcai.paper.forms.form import Form
from hengcai.paper.forms.making import LINE, Body, Making

WRITTEN = ("test", "mark", "resit", "counts")
TESTS = 3  # blank lines for written tests


def practical(making: Making) -> Body:
    body = rating.rated(making, RatingTask.Source.PRACTICAL)
    rows: list[Sequence[str]] = _marks(making) if body.is_filled else [("",) * 4] * TESTS
    columns = making.head.columns(*WRITTEN)
    table = Table(columns, rows or [("",) * 4], widths=(4, 2, 2, 2), row_height=0 if rows else LINE)
    heading = Heading(making.tell.say("form.written"))
    return Body([*body.blocks, heading, table], body.facts, body.subtitle, body.is_filled)


def _marks(making: Making) -> list[Sequence[str]]:
    cycle, number = whose(making)
    found, plain = marks_of(cycle, number) if cycle else {}, making.tell.plain
    return [(test, plain(one.get(1)), plain(one.get(2)), plain(counting_mark(one))) for test, one in found.items()]


FORM = Form(
    "practical", 40, practical, (POST, cycle_of(QUARTERS), NUMBER), (*rating.COLUMNS, *WRITTEN),
    ("examiner", "person", "day"),
)  # fmt: skip
