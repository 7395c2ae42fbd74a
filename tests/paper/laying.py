"""Forms laid out for a reader, as their packages' tests look at them."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest

from hengcai.appraisal.papers.asking import RATERS
from hengcai.base.errors import NotNow, NotValid
from hengcai.insight.forms import form_of
from hengcai.paper.blocks import Table
from hengcai.paper.forms.form import Choice
from hengcai.paper.forms.registry import form_called
from hengcai.paper.workbook import as_xlsx
from hengcai.quality.models import Item, Scorecard, Section
from tests import cast
from tests.insight import stage

TODAY = date(2026, 4, 20)


def made(code, *, reader="zheng", language="zh-hans", **chosen):
    if "source" in chosen:
        chosen["source"] = next(one for one in RATERS if one.code == chosen["source"])
    return form_of(form_called(code), Choice(chosen), user=cast.user(reader), language=language, today=TODAY)


def offered(code, name, reader):
    ask = next(one for one in form_called(code).asks if one.name == name)
    return [one.code for one in ask.offers(cast.user(reader))]


def tables(form):
    return [block for block in form.paper.blocks if isinstance(block, Table)]


def everything(form) -> str:
    book = openpyxl.load_workbook(BytesIO(as_xlsx(form.paper)))
    return "\n".join(
        str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None
    )


def refused(code, call, *args, **given):
    with pytest.raises((NotNow, NotValid)) as refusal:
        call(*args, **given)
    assert refusal.value.code == code
    return refusal.value.facts


def cards() -> Scorecard:
    """A card for calls and, given back, one for tickets."""
    stage.card()
    facts = {"channel": "ticket", "kind": "deduction", "pass_line": 85, "excellence_line": 90, "state": "published"}
    ticket = Scorecard.objects.create(code="ticket", name={"zh": "工单检查扣分表", "en": "Ticket card"}, **facts)
    section = Section.objects.create(
        scorecard=ticket, code="s", name={"zh": "完整性", "en": "Complete"}, weight=0, order=1
    )
    Item.objects.create(
        section=section, code="missing", kind="deduction", name={"zh": "联系信息缺漏", "en": "Details missing"},
        guidance={"zh": "缺一项扣一次", "en": "Once a ticket"}, points=8, order=1,
    )  # fmt: skip
    return ticket
