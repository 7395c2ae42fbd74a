"""Whom the roster counts: off, with a warning, or only with a permit."""

import json
from datetime import timedelta

import pytest

from hengcai.base import clock
from hengcai.base.errors import NotValid
from hengcai.cli.program import run
from hengcai.mentoring import actions
from hengcai.mentoring.models import Permit
from hengcai.mentoring.queries.roster import not_counted, not_counted_of_run, roster_rule, staffing
from hengcai.people.models import Absence, Person, Shift
from tests import cast
from tests.mentoring.scene import TODAY, at_nine, demand, permit

pytestmark = pytest.mark.django_db


@pytest.fixture
def shifts():
    """Li and He on Monday and Tuesday, only Li was hired since a permit is asked; on Tuesday Li is ill."""
    with clock.set_to(at_nine()):
        li, he = cast.li(), cast.he()
        demand()
        he.employments.update(hired_on=cast.HIRED - timedelta(days=1))
        Absence.objects.create(
            agent=li, first_on=TODAY + timedelta(days=1), last_on=TODAY + timedelta(days=1), kind="sick"
        )
        yield [
            Shift.objects.create(
                agent=who,
                starts_at=at_nine() + n * timedelta(days=1),
                ends_at=at_nine() + timedelta(days=n, hours=8),
                brought_by=7,
            )
            for n in range(2)
            for who in (li, he)
        ]


def told():
    days = [TODAY, TODAY + timedelta(days=1)]
    return [(one.on_shift, one.without, one.counted) for one in staffing(Person.objects.all(), days)]


def test_people_without_a_permit_are_marked_and_those_away_left_out(shifts):
    assert roster_rule() == "warn"
    assert told() == [(2, 1, 1), (1, 0, 1)]
    assert {one.agent.number for one in not_counted(shifts)} == {"li"}
    assert [one.number for one in not_counted_of_run(7)] == ["li"]


def test_a_permit_counts_from_the_day_it_was_granted_to_its_last(shifts):
    permit()
    Permit.objects.update(state="granted", decided_on=TODAY, valid_until=TODAY)
    assert [one.starts_at for one in not_counted(shifts)] == [shifts[2].starts_at]
    Permit.objects.update(state="suspended")
    assert len(not_counted(shifts)) == 2


def test_a_centre_may_leave_it_off(shifts):
    actions.settle_roster(cast.centre(), by=cast.user("zhou"), roster="off")
    assert (not_counted(shifts), told()[0]) == ([], (2, 0, 2))
    with pytest.raises(NotValid, match="roster_wrong"):
        actions.settle_roster(cast.centre(), by=cast.user("zhou"), roster="perhaps")


@pytest.mark.parametrize(
    ("rule", "said"), [("gate", "not counted as staff (1): Li li"), ("warn", "their role asks for (1): Li li")]
)
def test_a_roster_comes_in_all_the_same_and_says_who_has_no_permit(db, tmp_path, capsys, monkeypatch, rule, said):
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")
    cast.he().employments.update(hired_on=cast.HIRED - timedelta(days=1))
    demand()
    actions.settle_roster(cast.centre(), by=cast.user("zhou"), roster=rule)
    lines = [f"{who},2026-03-16T09:00:00,2026-03-16T18:00:00" for who in ("li", "he")]
    (tmp_path / "week.csv").write_text("\n".join(["agent,starts_at,ends_at", *lines]), "utf-8")
    assert run(["import", "shifts", str(tmp_path / "week.csv"), "--json", "-"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["without_permit"] == ["li"]
    assert said in err
