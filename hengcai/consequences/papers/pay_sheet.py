"""绩效工资核算表: one run as it is decided and given to payroll, or a blank sheet."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from hengcai.base.errors import NotNow
from hengcai.consequences.models import PayLine, PayRun
from hengcai.consequences.queries.pay import run_to_print
from hengcai.paper.blocks import Table
from hengcai.paper.forms.form import Ask, Form
from hengcai.paper.forms.making import BLANK_LINES, LINE, Body, Making
from hengcai.paper.telling import Teller

COLUMNS = (
    "number", "name", "row_kind", "grade_of_month", "pay_base", "pay_coefficient", "pay_earned", "pay_fixed",
    "pay_topped_up", "pay_total", "pay_note",
)  # fmt: skip
NUMERIC = (4, 5, 6, 7, 8, 9)
FACTS = ("form.fact.pay_period", "form.fact.pay_total", "form.fact.pay_prepared_by", "form.fact.pay_decided_by")


def pay_sheet(making: Making) -> Body:
    number = making.chosen("run")
    found = run_to_print(making.user, number) if number is not None else None
    if number is not None and found is None:
        raise NotNow("form.no_pay_run", number=number)
    rows = [_row(making, one) for one in found[1]] if found else [("",) * len(COLUMNS)] * BLANK_LINES
    widths = (1.6, 2, 1.4, 1.6, 2, 1.4, 2, 2, 1.9, 2, 3.6)
    height = 0 if found else LINE
    table = Table(making.head.columns(*COLUMNS), rows, widths=widths, numeric=NUMERIC, row_height=height)
    return Body([table], _facts(making, *found) if found else [], is_filled=found is not None)


def _row(making: Making, one: PayLine) -> tuple[str, ...]:
    tell = making.tell
    amounts = (one.earned, one.fixed, one.topped_up, one.total)
    return (
        one.person.number, one.person.name, tell.say(f"consequences.line.kind.{one.kind}"),
        tell.called("band", one.grade) if one.grade else "–", tell.points(Fraction(one.base), 2),
        coefficient(tell, one.coefficient), *(tell.points(Fraction(value), 2) for value in amounts), _note(tell, one),
    )  # fmt: skip


def coefficient(tell: Teller, value: Decimal | None) -> str:
    """With one place at least, as the pages write it."""
    if value is None:
        return ""
    text = tell.plain(Fraction(value), 6)
    return text if "." in text else f"{text}.0"


def _note(tell: Teller, one: PayLine) -> str:
    """Why the coefficient is not simply the grade's own."""
    if not one.why or (one.held_by is not None and one.coefficient == one.by_grade):
        return ""
    return tell.say(f"form.pay_sheet.{one.why}", at=coefficient(tell, one.by_grade))


def _facts(making: Making, run: PayRun, lines: Sequence[PayLine]) -> list[tuple[str, str]]:
    tell = making.tell
    total = sum((Fraction(one.total) for one in lines), Fraction(0))
    decided = run.decided_by.name if run.decided_by else "–"
    told = (f"{run.last_on:%Y-%m}", tell.points(total, 2), run.prepared_by.name, decided)
    return [(tell.say(code), text) for code, text in zip(FACTS, told, strict=True)]


FORM = Form(
    "pay_sheet", 96, pay_sheet, (Ask("run", is_number=True),), COLUMNS, ("pay_prepared", "pay_decided", "day"),
    is_landscape=True,
)  # fmt: skip
