"""The demo's calendar: every kind settled, what is due laid out."""

import pytest

from hengcai.appraisal.models import Cycle, CycleTemplate
from hengcai.demo.calendar import leave_a_calendar
from tests import cast
from tests.appraisal import stage
from tests.appraisal.conftest import standards  # noqa: F401 - used by name

pytestmark = pytest.mark.usefixtures("standards")


def test_the_next_cycles_are_laid_out(db):
    stage.in_force_everything()
    cast.user("wu")
    leave_a_calendar(cast.centre(), by=cast.user("zheng"))
    assert set(CycleTemplate.objects.values_list("kind", flat=True)) == {"month", "quarter", "probation", "year"}
    assert Cycle.objects.filter(state="draft").exclude(template=None).exists()
