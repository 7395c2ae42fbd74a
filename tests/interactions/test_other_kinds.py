"""Measures, complaints and people by file."""

from decimal import Decimal

import pytest

from hengcai.base.errors import NotAllowed
from hengcai.interactions.models import Contact, Measure
from hengcai.people.models import Person, Placement
from tests import cast
from tests.interactions.bringing import bring, counts, csv_file, row

MEASURE = {
    "agent": "li",
    "period_start": "2026-03-01",
    "period_end": "2026-03-31",
    "measure": "csat_share",
    "value": "0.9",
}
HEADER = [*MEASURE, "numerator", "denominator"]


def measures(path, *rows):
    return csv_file(path, [{**MEASURE, **changes} for changes in rows], HEADER)


def test_measures_come_in_once_and_change_only_when_asked(db, tmp_path):
    cast.li()
    first = measures(tmp_path / "a.csv", {"numerator": "9", "denominator": "10"}, {"measure": "aht", "value": "312.5"})
    assert counts(bring(first, "measures")) == (2, 2, 0, 0, 0)
    again = measures(tmp_path / "b.csv", {"numerator": "9", "denominator": "10"}, {"measure": "aht", "value": "300"})
    run = bring(again, "measures")
    assert counts(run) == (2, 0, 0, 1, 1)
    assert run.rejects.get().code == "measure.taken"
    assert counts(bring(again, "measures", update=True)) == (2, 0, 1, 1, 0)
    assert Measure.objects.get(code="handling_time").value == 300


def test_measures_repeated_within_a_file_and_of_nobody(db, tmp_path):
    cast.li()
    rows = ({}, {}, {"value": "0.8"}, {"agent": "904"}, {"value": "high"})
    run = bring(measures(tmp_path / "a.csv", *rows), "measures")
    assert counts(run) == (5, 1, 0, 1, 3)
    codes = list(run.rejects.order_by("row").values_list("code", flat=True))
    assert codes == ["measure.taken", "contact.agent_unknown", "decimal.malformed"]
    cast.wang()
    run = bring(
        measures(tmp_path / "b.csv", {"agent": "wang"}, {"agent": "wang", "value": "0.5"}), "measures", update=True
    )
    assert counts(run) == (2, 1, 1, 0, 0)
    assert Measure.objects.get(agent=cast.wang()).value == Decimal("0.5")


def test_complaints_settle_contacts_and_leave_their_content_alone(db, tmp_path):
    cast.li()
    contacts = csv_file(tmp_path / "a.csv", [row(1), row(2)])
    bring(contacts)
    settled = tmp_path / "c.csv"
    settled.write_text("id,complaint\nc1,upheld\nc2,none\nc9,upheld\nc1,perhaps\n")
    run = bring(settled, "complaints")
    assert counts(run) == (4, 0, 1, 1, 2)
    assert Contact.objects.get(key="c1").complaint == "upheld"
    assert counts(bring(contacts)) == (2, 0, 0, 2, 0)
    assert Contact.objects.get(key="c1").complaint == "upheld"


def test_people_come_in_through_the_same_door(db, tmp_path):
    path = tmp_path / "people.csv"
    path.write_text(
        "id,name,team,post,hired_on,site\n2001,李磊,一组,呼入,2026-01-05,成都\n2002,王芳,一组,呼入,soon,成都\n", "utf-8"
    )
    run = bring(path, "people", by=cast.user("wu"))
    assert counts(run) == (2, 1, 0, 0, 1)
    assert (run.rejects.get().row, run.rejects.get().column) == (3, "hired_on")
    assert Placement.objects.get(person=Person.objects.get(number="2001")).team.name == "一组"
    assert run.summary["teams"] == {"count": 1, "names": ["一组"]}


@pytest.mark.parametrize(
    ("kind", "name"), [("contacts", "wu"), ("people", "feng"), ("contacts", "li"), ("contacts", "qian")]
)
def test_each_kind_asks_for_its_own_right(db, tmp_path, kind, name):
    people = "id,name,team,post,hired_on\n1,a,b,c,2026-01-05\n"
    path = tmp_path / "a.csv"
    path.write_text(people if kind == "people" else "id,agent,started_at,channel\n1,li,2026-03-01,call\n")
    with pytest.raises(NotAllowed):
        bring(path, kind, by=cast.user(name))
