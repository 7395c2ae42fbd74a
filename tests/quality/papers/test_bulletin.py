"""质检通报: the page's figures on paper, agents unnamed unless asked for by right."""

import pytest

from hengcai.base.errors import NotNow
from hengcai.insight.forms import form_of
from hengcai.paper.blocks import Table
from hengcai.paper.forms.form import Choice
from hengcai.paper.forms.registry import form_called
from hengcai.paper.pdf import as_pdf
from hengcai.paper.workbook import as_xlsx
from hengcai.quality.actions import sum_up_measures
from hengcai.quality.papers.bulletin import NAMED, Offer
from tests import cast
from tests.quality import measuring
from tests.quality.measuring import TODAY

MARCH, NAMES = Offer("2026-03", "2026-03"), Offer(NAMED, "named")
FORM = "quality-bulletin"


@pytest.fixture
def counted(db):
    measuring.scored()
    sum_up_measures(cast.centre(), by=cast.user("feng"), today=TODAY)


def made(name="feng", language="zh-hans", **chosen):
    return form_of(form_called(FORM), Choice(chosen), user=cast.user(name), language=language, today=TODAY)


def words(laid):
    tables = [block for block in laid.paper.blocks if isinstance(block, Table)]
    return " ".join(str(cell) for table in tables for row in table.rows for cell in row)


def test_it_tells_the_pages_figures(counted):
    told = words(made(month=MARCH))
    assert "66.7%" in told
    assert "75.0%" in told
    assert "3 / 4" in told
    assert "还不能判断" in told


def test_agents_are_named_by_right_and_when_asked_for(counted):
    assert cast.li().number not in words(made(month=MARCH))
    assert cast.li().number in words(made(month=MARCH, names=NAMES))
    assert cast.li().number not in words(made("zhou", month=MARCH, names=NAMES)).split()


def test_a_month_nobody_counted_is_refused(counted):
    with pytest.raises(NotNow):
        made(month=Offer("2025-01", "2025-01"))


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_blank_or_filled_it_prints(counted, language):
    for laid in (made(language=language), made(language=language, month=MARCH)):
        assert as_pdf(laid.paper).startswith(b"%PDF")
        assert as_xlsx(laid.paper)[:2] == b"PK"
