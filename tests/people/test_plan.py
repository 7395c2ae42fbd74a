"""A people file worked out before anything is written: each row in one place, a person whole or not at all."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hengcai.base.errors import NotValid
from hengcai.base.say import sentence
from hengcai.people import words  # noqa: F401 - the sentences the rejections are checked against
from hengcai.people.rules.history import Stand, check_episodes, check_stands
from hengcai.people.rules.merging import Employed, Known
from hengcai.people.rules.naming import Names, code_for
from hengcai.people.rules.plan import Plan, plan
from hengcai.people.rules.rows import PeopleRow, day_of

HIRED = date(2025, 3, 3)
BASE = {"name": "李雷", "team": "呼入一班", "post": "呼入客服", "hired_on": "2025-03-03"}


def row(number: int, key: str, **values: str) -> PeopleRow:
    return PeopleRow(number, {**BASE, "id": key, **values})


def names() -> Names:
    posts = {"inbound": "inbound", "呼入客服": "inbound", "inbound agent": "inbound"}
    return Names(teams={"呼入一班": {"成都"}}, sites={"成都"}, posts=posts, first_site="客服中心")


def planned(*rows: PeopleRow, known: dict[str, Known] | None = None, is_update: bool = False) -> Plan:
    return plan(rows, known=known or {}, names=names(), is_update=is_update)


def applied(found: Plan, known: dict[str, Known] | None = None) -> dict[str, Known]:
    """What would be stored after the plan is written."""
    stored = dict(known or {})
    for merge in found.merges:
        one = merge.person.copy()
        one.is_new = False
        one.employments = {day: Employed(day, e.left_on, e.left_reason, was=day) for day, e in one.employments.items()}
        stored[one.number] = one
    return stored


def reasons(found: Plan) -> list[tuple[int, str, str]]:
    for one in found.rejected:
        for language in ("zh-hans", "en"):
            assert "?" not in sentence(one.code, language, one.facts), one
    return [(one.number, one.column, one.code) for one in found.rejected]


def test_a_new_person_begins_on_the_day_of_hiring():
    found = planned(row(2, "a1"))
    [merge] = found.merges
    assert (found.added, found.updated, found.passed_over, found.rejected) == (1, 0, 0, [])
    assert merge.person.stands == {HIRED: Stand(HIRED, ("成都", "呼入一班"), "inbound", None)}
    assert list(merge.person.employments) == [HIRED]


def test_several_rows_of_one_person_make_a_history_whatever_their_order():
    found = planned(row(2, "a1", since="2026-01-01", team="呼入二班"), row(3, "a1"))
    [merge] = found.merges
    spans = merge.person.history
    assert [(span.since, span.until) for span in spans] == [(HIRED, date(2025, 12, 31)), (date(2026, 1, 1), None)]


def test_the_same_file_again_is_passed_over_row_by_row():
    rows = [row(2, "a1", lead="b1"), row(3, "a1", since="2026-01-01", team="呼入二班"), row(4, "b1", name="赵敏")]
    stored = applied(planned(*rows))
    again = planned(*rows, known=stored)
    assert (again.added, again.updated, again.passed_over, again.rejected) == (0, 0, 3, [])
    assert again.merges == []


def test_a_lead_may_come_later_in_the_file():
    found = planned(row(2, "a1", lead="b1"), row(3, "b1", name="赵敏"))
    assert found.added == 2
    assert found.rejected == []


def test_an_unknown_lead_is_rejected_with_its_column():
    assert reasons(planned(row(2, "a1", lead="zz"))) == [(2, "lead", "people.lead_unknown")]


def test_a_lead_whose_own_row_is_wrong_takes_those_led_along():
    found = planned(row(2, "a1", lead="b1"), row(3, "b1", hired_on="3/3/2025"), row(4, "c1", lead="a1"))
    assert reasons(found) == [
        (2, "lead", "people.lead_rejected"),
        (3, "hired_on", "people.day_malformed"),
        (4, "lead", "people.lead_rejected"),
    ]
    assert found.merges == []


def test_one_bad_row_keeps_all_rows_of_that_person_out_and_only_those():
    found = planned(row(2, "a1"), row(3, "a1", since="2025-02-30"), row(4, "b1", name="赵敏"))
    assert reasons(found) == [(2, "id", "people.other_row_rejected"), (3, "since", "people.day_unknown")]
    assert [merge.person.number for merge in found.merges] == ["b1"]


@pytest.mark.parametrize(
    ("values", "column", "code"),
    [
        ({"name": " "}, "name", "table.value_missing"),
        ({"team": ""}, "team", "table.value_missing"),
        ({"hired_on": "2025年3月"}, "hired_on", "people.day_malformed"),
        ({"hired_on": "03/03/2025"}, "hired_on", "people.day_malformed"),
        ({"hired_on": "45719"}, "hired_on", "people.day_malformed"),
        ({"hired_on": "0205-03-03"}, "hired_on", "people.day_unlikely"),
        ({"since": "2025-03-02"}, "since", "people.since_before_hired"),
        ({"since": "2025-13-01"}, "since", "people.day_unknown"),
        ({"left_on": "2025-03-02"}, "left_on", "people.left_before_hired"),
        ({"left_on": "2025-06-30", "since": "2025-07-01"}, "since", "people.since_after_left"),
        ({"left_reason": "回老家"}, "left_on", "people.reason_without_day"),
        ({"lead": "a1"}, "lead", "people.lead_oneself"),
        ({"email": "li at example"}, "email", "people.email_malformed"),
        ({"language": "fr"}, "language", "people.language_unknown"),
        ({"id": "x" * 41}, "id", "people.text_too_long"),
        ({"id": ""}, "id", "table.value_missing"),
    ],
)
def test_a_row_says_which_column_is_wrong_and_why(values, column, code):
    found = planned(PeopleRow(7, {**BASE, "id": "a1", **values}))
    assert reasons(found) == [(7, column, code)]


def test_spaces_around_and_within_a_value_do_not_count():
    assert planned(row(2, " a1 ", name="Li  Lei "), row(3, "a1", name="Li Lei")).passed_over == 1


def test_other_content_under_the_same_key_is_rejected_unless_updating():
    stored = applied(planned(row(2, "a1")))
    changed = row(2, "a1", since="2025-03-03", team="呼入二班")
    assert reasons(planned(changed, known=stored)) == [(2, "team", "people.content_differs")]
    found = planned(changed, known=stored, is_update=True)
    assert found.updated == 1
    assert found.merges[0].person.stands[HIRED].team == ("成都", "呼入二班")


def test_two_rows_of_one_file_with_the_same_key_and_other_content_keep_the_person_out():
    for is_update in (False, True):
        found = planned(row(2, "a1"), row(3, "a1", since="2025-03-03", team="呼入二班"), is_update=is_update)
        assert reasons(found) == [(2, "id", "people.other_row_rejected"), (3, "team", "people.row_twice")]


def test_two_rows_may_not_disagree_about_the_person():
    found = planned(row(2, "a1"), row(3, "a1", since="2026-01-01", name="李磊"))
    assert reasons(found)[1] == (3, "name", "people.rows_disagree")


def test_a_move_without_its_day_is_rejected():
    stored = applied(planned(row(2, "a1")))
    assert reasons(planned(row(2, "a1", team="呼入二班"), known=stored)) == [(2, "since", "people.since_missing")]


def test_a_roster_without_days_says_what_holds_now_and_is_passed_over():
    stored = applied(planned(row(2, "a1"), row(3, "a1", since="2026-01-01", team="呼入二班")))
    assert planned(row(2, "a1", team="呼入二班"), known=stored).passed_over == 1
    assert planned(row(2, "a1"), known=stored).passed_over == 1


def test_a_blank_is_not_a_change():
    stored = applied(planned(row(2, "a1", lead="b1", email="li@example.com"), row(3, "b1", name="赵敏")))
    assert planned(row(2, "a1"), known=stored).passed_over == 1


def test_a_new_row_may_fill_what_was_blank_but_not_change_what_was_said():
    stored = applied(planned(row(2, "a1")))
    fills = row(2, "a1", since="2026-01-01", team="呼入二班", email="li@example.com", left_on="2026-03-31")
    assert planned(fills, known=stored).merges[0].person.employments[HIRED].left_on == date(2026, 3, 31)
    renames = row(2, "a1", since="2026-01-01", team="呼入二班", name="李磊")
    assert reasons(planned(renames, known=stored)) == [(2, "name", "people.content_differs")]
    assert planned(renames, known=stored, is_update=True).merges[0].person.name == "李磊"


def test_somebody_who_left_may_come_back():
    stored = applied(planned(row(2, "a1", left_on="2025-08-31", left_reason="回老家")))
    found = planned(row(2, "a1", hired_on="2026-02-02"), known=stored)
    assert [(s.since, s.until) for s in found.merges[0].person.history] == [
        (HIRED, date(2025, 8, 31)),
        (date(2026, 2, 2), None),
    ]


def test_somebody_who_has_not_left_is_not_hired_again():
    stored = applied(planned(row(2, "a1")))
    found = planned(row(2, "a1", hired_on="2026-02-02"), known=stored)
    assert reasons(found) == [(2, "hired_on", "people.still_employed")]


def test_leaving_before_a_later_placement_is_rejected():
    stored = applied(planned(row(2, "a1"), row(3, "a1", since="2026-01-01", team="呼入二班")))
    found = planned(row(2, "a1", since="2025-03-03", left_on="2025-12-01"), known=stored, is_update=True)
    assert reasons(found) == [(2, "since", "people.since_after_left")]


def test_an_update_corrects_the_first_day_of_the_employment_its_row_lies_in():
    stored = applied(planned(row(2, "a1", since="2025-04-01")))
    found = planned(row(2, "a1", since="2025-04-01", hired_on="2025-02-24"), known=stored, is_update=True)
    assert found.merges[0].person.employments[date(2025, 2, 24)].was == HIRED
    early = planned(row(2, "a1", since="2025-04-01", hired_on="2025-02-24"), known=stored)
    assert reasons(early) == [(2, "hired_on", "people.content_differs")]


def test_a_circle_of_leads_is_rejected_on_the_rows_that_close_it():
    found = planned(row(2, "a1", lead="b1"), row(3, "b1", name="赵敏", lead="a1"), row(4, "c1", name="王芳", lead="a1"))
    assert reasons(found)[:2] == [(2, "lead", "people.lead_loop"), (3, "lead", "people.lead_loop")]
    assert reasons(found)[2] == (4, "lead", "people.lead_rejected")


def test_only_the_new_row_of_a_circle_is_blamed():
    stored = applied(planned(row(2, "a1", lead="b1"), row(3, "b1", name="赵敏")))
    found = planned(
        row(2, "a1", since="2026-06-01", team="呼入二班"),
        row(3, "b1", name="赵敏", since="2026-01-01", lead="a1"),
        known=stored,
    )
    assert reasons(found) == [(3, "lead", "people.lead_loop")]
    assert [merge.person.number for merge in found.merges] == ["a1"]


def test_leads_in_turn_are_no_circle():
    found = planned(
        row(2, "a1", lead="b1"),
        row(3, "a1", since="2026-01-01", team="呼入二班"),
        row(4, "b1", name="赵敏"),
        row(5, "b1", name="赵敏", since="2026-01-01", lead="a1", team="呼入二班"),
    )
    assert found.rejected == []


def test_a_team_is_found_by_its_site_or_by_being_the_only_one():
    known = names()
    known.teams["呼入一班"].add("大连")
    known.sites.add("大连")
    found = plan([row(2, "a1")], known={}, names=known, is_update=False)
    assert reasons(found) == [(2, "site", "people.team_at_several_sites")]
    found = plan([row(2, "a1", team="新班组")], known={}, names=known, is_update=False)
    assert reasons(found) == [(2, "site", "people.site_needed")]
    rows = [row(2, "a1", team="新班组", site="大连"), row(3, "b1", team="新班组")]
    found = plan(rows, known={}, names=known, is_update=False)
    assert {merge.person.stands[HIRED].team for merge in found.merges} == {("大连", "新班组")}


def test_somebody_already_in_a_team_need_not_name_its_site():
    known = names()
    known.teams["呼入一班"].add("大连")
    stored = applied(planned(row(2, "a1")))
    assert plan([row(2, "a1")], known=stored, names=known, is_update=False).passed_over == 1


def test_posts_go_by_code_or_either_name_and_new_ones_get_a_lasting_code():
    known = names()
    rows = [row(2, "a1", post="INBOUND"), row(3, "b1", post="Inbound agent"), row(4, "c1", post="投诉专员")]
    found = plan([*rows, row(5, "d1", post="Night shift")], known={}, names=known, is_update=False)
    posts = [merge.person.stands[HIRED].post for merge in sorted(found.merges, key=lambda m: m.person.number)]
    assert posts == ["inbound", "inbound", code_for("投诉专员"), "night_shift"]
    assert known.new_posts == {code_for("投诉专员"): "投诉专员", "night_shift": "Night shift"}


def test_a_days_form_is_named_when_it_is_wrong():
    with pytest.raises(NotValid) as refusal:
        day_of("3.3.2025", "hired_on")
    assert "2026-03-31" in sentence(refusal.value.code, "en", refusal.value.facts)


numbers = st.sampled_from(["a1", "b1", "c1"])
some_days = st.sampled_from(["", "2025-03-03", "2025-09-01", "2026-01-01", "2026-02-30"])
file_rows = st.fixed_dictionaries(
    {
        "id": numbers,
        "name": st.sampled_from(["李雷", "韩梅"]),
        "team": st.sampled_from(["呼入一班", "呼入二班"]),
        "post": st.sampled_from(["inbound", "outbound"]),
        "hired_on": st.sampled_from(["2025-03-03", "2025-10-01"]),
        "since": some_days,
        "lead": st.sampled_from(["", "a1", "b1", "c1"]),
        "left_on": st.sampled_from(["", "2025-08-31"]),
    }
)


@settings(max_examples=300)
@given(st.lists(file_rows, max_size=8), st.lists(file_rows, max_size=4), st.booleans())
def test_whatever_a_file_says_every_row_is_counted_once_and_what_comes_in_holds(first, second, is_update):
    known: dict[str, Known] = {}
    for texts in (first, second):
        rows = [PeopleRow(number, values) for number, values in enumerate(texts, start=2)]
        found = planned(*rows, known=known, is_update=is_update)
        assert found.added + found.updated + found.passed_over + len(found.rejected) == len(rows)
        assert len({one.number for one in found.rejected}) == len(found.rejected)
        for merge in found.merges:
            check_episodes(merge.person.episodes)
            check_stands(merge.person.stands.values(), merge.person.episodes)
        known = applied(found, known)
        for one in known.values():
            assert all(stand.lead is None or stand.lead in known for stand in one.stands.values())
        if not found.rejected and not is_update:
            again = planned(*rows, known=known)
            assert again.passed_over == len(rows)


def test_two_ways_of_writing_a_new_post_are_one_post():
    known = names()
    found = plan(
        [row(2, "a1", post="Night shift"), row(3, "b1", post="night-shift")], known={}, names=known, is_update=False
    )
    assert {merge.person.stands[HIRED].post for merge in found.merges} == {"night_shift"}
    assert known.new_posts == {"night_shift": "Night shift"}


def test_a_stand_stored_without_employment_gets_one_by_an_update():
    stored = {"a1": Known("a1", "李雷", stands={HIRED: Stand(HIRED, ("成都", "呼入一班"), "inbound")})}
    found = planned(row(2, "a1", since="2025-03-03"), known=stored, is_update=True)
    assert found.updated == 1
    assert list(found.merges[0].person.employments) == [HIRED]


def test_somebody_employed_and_never_placed_who_comes_in_as_they_went_out_is_no_news():
    known = {"a1": Known("a1", "李雷", "", "", employments={HIRED: Employed(HIRED, was=HIRED)})}
    nowhere = row(2, "a1", since="2025-03-03", team="", post="")
    found = planned(nowhere, known=known)
    assert (found.added, found.updated, found.passed_over, found.rejected) == (0, 0, 1, [])
