"""All that is wrong with a row: the first of it is what the import itself refuses, and nothing right is called wrong."""

from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hengcai.base.errors import NotValid
from hengcai.interactions.rules import contact, measure
from hengcai.interactions.rules.faults import complaint_faults, contact_faults, measure_faults
from hengcai.people.rules.faults import faults_of
from hengcai.people.rules.rows import COLUMNS, PeopleRow, file_row

ZONE = ZoneInfo("Asia/Shanghai")


def named(found):
    return [(one.facts.get("column"), one.code) for one in found]


def refused(check):
    try:
        check()
    except NotValid as refusal:
        return (refusal.facts.get("column"), refusal.code)
    return None


def of_contact(row, agents=("li",)):
    return contact_faults(row, zone=ZONE, agents=agents)


CONTACT = {
    "id": st.sampled_from(["a", "", "x" * 81, "1.5E+11"]),
    "agent": st.sampled_from(["li", "", "x" * 41]),
    "started_at": st.sampled_from(["2026-03-16T09:00", "", "yesterday", "1850-01-01"]),
    "ended_at": st.sampled_from(["", "2026-03-16T09:05", "2026-03-16T08:00", "never"]),
    "channel": st.sampled_from(["call", "电话", "", "smoke"]),
    "csat": st.sampled_from(["", "5", "9", "x", "4.555"]),
    "recommend": st.sampled_from(["", "10", "11"]),
    "complaint": st.sampled_from(["", "有责", "x"]),
    "resolved_first_contact": st.sampled_from(["", "是", "maybe"]),
    "language": st.sampled_from(["", "zh", "x" * 9]),
    "text": st.sampled_from(["", "agent: hello", "hello"]),
}
PERSON = {
    "id": st.sampled_from(["1", "", "x" * 41]),
    "name": st.sampled_from(["A", "", "x" * 121]),
    "team": st.sampled_from(["T", ""]),
    "post": st.sampled_from(["P", ""]),
    "hired_on": st.sampled_from(["2025-03-03", "", "3/3/2025", "2025-02-30", "1800-01-01"]),
    "since": st.sampled_from(["", "2026-01-05", "2024-01-05", "x"]),
    "site": st.just(""),
    "lead": st.sampled_from(["", "1", "2"]),
    "email": st.sampled_from(["", "a@b.cn", "a"]),
    "left_on": st.sampled_from(["", "2026-02-01", "2020-01-01", "x"]),
    "left_reason": st.sampled_from(["", "moved"]),
    "language": st.sampled_from(["", "zh", "fr"]),
}
FIGURE = {
    "agent": st.sampled_from(["li", ""]),
    "period_start": st.sampled_from(["2026-03-01", "", "x"]),
    "period_end": st.sampled_from(["2026-03-31", "2026-02-01", "x"]),
    "measure": st.sampled_from(["satisfaction", "满意度", "Nonsense!", ""]),
    "value": st.sampled_from(["0.5", "1.5", "x", ""]),
    "numerator": st.sampled_from(["", "1", "9", "x"]),
    "denominator": st.sampled_from(["", "2", "0", "x"]),
}


@settings(max_examples=300, deadline=None)
@given(st.fixed_dictionaries(CONTACT))
def test_a_contact_is_at_fault_exactly_when_the_import_refuses_it(row):
    first = refused(lambda: contact.contact_of(row, zone=ZONE, extra={}))
    found = named(of_contact(row))
    assert bool(found) == (first is not None)
    assert first is None or first in found or first[0] in [column for column, _code in found]
    assert len(found) == len(set(found))


@settings(max_examples=300, deadline=None)
@given(st.fixed_dictionaries(FIGURE))
def test_a_measure_is_at_fault_exactly_when_the_import_refuses_it(row):
    first = refused(lambda: measure.measure_of(row))
    found = named(measure_faults(row, agents=("li",)))
    assert bool(found) == (first is not None)
    assert first is None or first in found or first[0] in [column for column, _code in found]


@settings(max_examples=300, deadline=None)
@given(st.fixed_dictionaries(PERSON))
def test_a_person_is_at_fault_exactly_when_the_import_refuses_the_row(row):
    first = refused(lambda: file_row(PeopleRow(2, row)))
    found = named(faults_of(PeopleRow(2, row), known={"1", "2"}))
    assert bool(found) == (first is not None)
    assert first is None or first in found
    assert {column for column, _code in found} <= set(COLUMNS)


def test_every_cell_of_a_contact_is_named_at_once():
    row = {"id": "", "agent": "nobody", "started_at": "x", "channel": "smoke", "csat": "9", "recommend": "11"}
    assert {column for column, _code in named(of_contact(row))} == set(row)


def test_an_end_before_a_start_that_cannot_be_read_is_not_called_wrong():
    row = {"id": "a", "agent": "li", "started_at": "x", "channel": "call", "ended_at": "2020-01-01T09:00"}
    assert named(of_contact(row)) == [("started_at", "import.moment_malformed")]


def test_an_end_before_its_start_is_named():
    row = {
        "id": "a",
        "agent": "li",
        "started_at": "2026-03-16T09:00",
        "channel": "call",
        "ended_at": "2026-03-16T08:00",
    }
    assert named(of_contact(row)) == [("ended_at", "contact.ends_before_start")]


def test_people_made_on_the_way_are_no_fault():
    row = {"id": "a", "agent": "new", "started_at": "2026-03-16T09:00", "channel": "call"}
    assert named(of_contact(row)) == [("agent", "contact.agent_unknown")]
    assert of_contact(row, agents=None) == []


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ({"id": "a", "complaint": "upheld"}, []),
        ({"id": "b", "complaint": "x"}, [("complaint", "import.choice_unknown"), ("id", "complaint.contact_unknown")]),
        ({"id": "", "complaint": ""}, [("id", "table.value_missing"), ("complaint", "table.value_missing")]),
    ],
)
def test_both_cells_of_a_complaint_are_judged(row, found):
    assert named(complaint_faults(row, contacts={"a"})) == found


def test_a_lead_nobody_knows_is_named_beside_what_else_is_wrong():
    row = dict.fromkeys(COLUMNS, "") | {"id": "1", "name": "A", "team": "T", "post": "P", "hired_on": "x", "lead": "9"}
    found = named(faults_of(PeopleRow(2, row), known={"1"}))
    assert found == [("hired_on", "people.day_malformed"), ("lead", "people.lead_unknown")]
