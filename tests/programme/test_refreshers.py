"""复训: a certificate that has run out calls for its course again, until a newer one is there."""

from datetime import date, timedelta

import pytest

from hengcai.base import clock
from hengcai.programme.queries.refreshers import refreshers_of
from hengcai.training.models import Certificate, Course, Enrolment
from tests import cast

pytestmark = pytest.mark.usefixtures("gaps_db")
LAST = date(2026, 5, 4)


def given(number, expires_on):
    facts = {"person": cast.person("li"), "origin": "own", "enrolled_by": cast.user("li"), "enrolled_at": clock.now()}
    way = Enrolment.objects.create(course=Course.objects.get(code="openings"), state="finished", ended_on=LAST, **facts)
    days = {"issued_on": expires_on - timedelta(days=365), "expires_on": expires_on}
    return Certificate.objects.create(enrolment=way, number=number, issued_by=cast.user("zhou"), signed="x", **days)


def test_from_the_day_after_its_last_until_a_newer_one_is_there():
    held = given("1", LAST)
    assert refreshers_of(cast.user("zhou"), day=LAST) == []
    (found,) = refreshers_of(cast.user("zhou"), day=LAST + timedelta(days=1))
    assert (found.certificate, found.course and found.course.code, found.is_learning) == (held, "openings", False)
    assert len(refreshers_of(cast.user("zhao"), day=LAST + timedelta(days=1))) == 1
    assert refreshers_of(cast.user("lin"), day=LAST + timedelta(days=1)) == []
    given("2", LAST + timedelta(days=365))
    assert refreshers_of(cast.user("zhou"), day=LAST + timedelta(days=1)) == []
