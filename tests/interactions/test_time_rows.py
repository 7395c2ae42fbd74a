"""Shifts, absences and skill groups by file: once, whole, changed only when asked to, and out again."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hengcai.base.errors import NotAllowed, NotValid
from hengcai.interactions import importing, tasks, undoing
from hengcai.interactions.actions import importing as import_actions
from hengcai.interactions.actions.undoing import start_undo
from hengcai.interactions.checking import check
from hengcai.interactions.kinds import registry, time
from hengcai.interactions.models import ImportRun
from hengcai.interactions.naming import guessed
from hengcai.interactions.rules import time as rules
from hengcai.interactions.rules.faults import row_faults
from hengcai.people.models import Absence, Shift, SkillTerm
from tests import cast
from tests.interactions.bringing import bring, counts, csv_file

SHIFT = ["agent", "starts_at", "ends_at", "kind", "skill_group"]
ZONE = ZoneInfo("Asia/Shanghai")


def shifts(path, *lines):
    path.write_text(",".join(SHIFT) + "\n" + "".join(f"{line}\n" for line in lines), "utf-8")
    return path


def codes(run):
    return list(run.rejects.order_by("row").values_list("column", "code"))


@pytest.fixture
def li(db):
    return cast.person("li")


def test_shifts_come_in_once_on_the_centres_clock(li, tmp_path):
    path = shifts(
        tmp_path / "a.csv",
        "li,2026-03-02 08:30,2026-03-02 17:30,早班,投诉专席",
        "li,2026/3/3 22:00,6:00,,",
        "li,2026-03-02 09:00,2026-03-02 10:00,培训,",
        "nobody,2026-03-02 09:00,2026-03-02 10:00,,",
        "li,2026-03-05 09:00,2026-03-05 09:00,,",
        "li,2026-03-05 09:00,2026-03-06 09:01,,",
        "li,2026-03-05 09:00,2026-03-05 18:00,gardening,",
    )
    run = bring(path, "shifts")
    assert counts(run) == (7, 3, 0, 0, 4)
    assert codes(run) == [
        ("agent", "contact.agent_unknown"), ("ends_at", "shift.ends_before_start"), ("ends_at", "shift.too_long"),
        ("kind", "import.choice_unknown"),
    ]  # fmt: skip
    early, training, night = Shift.objects.order_by("starts_at")
    assert (early.kind, early.skill_group, training.kind, night.kind) == ("work", "投诉专席", "training", "work")
    assert (early.starts_at, early.ends_at) == (
        datetime(2026, 3, 2, 0, 30, tzinfo=UTC), datetime(2026, 3, 2, 9, 30, tzinfo=UTC),
    )  # fmt: skip
    assert night.ends_at == datetime(2026, 3, 3, 22, 0, tzinfo=UTC)
    assert counts(bring(path, "shifts")) == (7, 0, 0, 3, 4)


def test_a_shift_over_another_of_its_kind_takes_its_place_only_when_asked(li, tmp_path):
    bring(shifts(tmp_path / "a.csv", "li,2026-03-02 09:00,18:00,,", "li,2026-03-02 20:00,22:00,,"), "shifts")
    moved = shifts(tmp_path / "b.csv", "li,2026-03-02 13:00,19:00,,", "li,2026-03-02 18:00,21:00,,")
    run = bring(moved, "shifts")
    assert codes(run) == [("starts_at", "shift.taken"), ("starts_at", "shift.taken")]
    run = bring(moved, "shifts", update=True)
    assert (counts(run), codes(run)) == ((2, 0, 1, 0, 1), [("starts_at", "shift.taken")])
    assert [one.starts_at.hour for one in Shift.objects.order_by("starts_at")] == [5, 12]


def test_a_new_shift_may_begin_where_one_has_just_moved_away(li, tmp_path):
    bring(shifts(tmp_path / "a.csv", "li,2026-03-02 09:00,18:00,,"), "shifts")
    both = shifts(tmp_path / "b.csv", "li,2026-03-02 14:00,20:00,,", "li,2026-03-02 09:00,12:00,,")
    assert counts(bring(both, "shifts", update=True)) == (2, 1, 1, 0, 0)
    assert [one.starts_at.hour for one in Shift.objects.order_by("starts_at")] == [1, 6]


def test_shifts_one_after_the_other_do_not_overlap(li, tmp_path):
    path = shifts(tmp_path / "a.csv", "li,2026-03-02 09:00,12:00,,", "li,2026-03-02 12:00,18:00,,")
    assert counts(bring(path, "shifts")) == (2, 2, 0, 0, 0)


def test_absences_take_known_words_and_the_centres_own(li, tmp_path):
    head = ["agent", "from", "to", "kind", "approved_by"]
    rows = [
        {"agent": "li", "from": "2026-03-02", "to": "2026-03-03", "kind": "病假", "approved_by": "赵"},
        {"agent": "li", "from": "2026-03-09", "to": "2026-03-09", "kind": "育儿假"},
        {"agent": "li", "from": "2026-03-09", "to": "2026-03-08", "kind": "年假"},
    ]
    run = bring(csv_file(tmp_path / "a.csv", rows, head), "absences")
    assert (counts(run), codes(run)) == ((3, 2, 0, 0, 1), [("to", "absence.ends_before_start")])
    assert list(Absence.objects.order_by("first_on").values_list("kind", "last_on", "approved_by")) == [
        ("sick", date(2026, 3, 3), "赵"), ("育儿假", date(2026, 3, 9), ""),
    ]  # fmt: skip
    longer = csv_file(tmp_path / "b.csv", [{**rows[0], "to": "2026-03-06", "kind": "sick leave"}], head)
    assert codes(bring(longer, "absences")) == [("from", "absence.taken")]
    assert counts(bring(longer, "absences", update=True)) == (1, 0, 1, 0, 0)
    assert Absence.objects.get(kind="sick").last_on == date(2026, 3, 6)


def test_a_skill_group_lasts_until_a_day_or_goes_on(li, tmp_path):
    head = ["agent", "skill_group", "since", "until"]
    rows = [
        {"agent": "li", "skill_group": "投诉专席", "since": "2026-03-02"},
        {"agent": "li", "skill_group": "英语", "since": "2026-03-02", "until": "2026-05-31"},
        {"agent": "li", "skill_group": "英语", "since": "2026-07-01", "until": "2026-06-30"},
    ]
    path = csv_file(tmp_path / "a.csv", rows, head)
    assert codes(bring(path, "skill-groups")) == [("until", "skill.ends_before_start")]
    ended = csv_file(tmp_path / "b.csv", [{**rows[0], "until": "2026-04-30"}], head)
    assert codes(bring(ended, "skill-groups")) == [("since", "skill.taken")]
    bring(ended, "skill-groups", update=True)
    assert SkillTerm.objects.get(skill_group="投诉专席").until == date(2026, 4, 30)


@pytest.mark.parametrize(
    ("kind", "headings", "found"),
    [
        ("shifts", "员工编号,排班开始时间,排班结束时间,班次,技能组", ["agent", "starts_at", "ends_at", "kind", "skill_group"]),
        ("shifts", "Employee ID,Shift start,Shift end,Activity,Skill",
         ["agent", "starts_at", "ends_at", "kind", "skill_group"]),
        ("absences", "坐席工号,请假开始日期,请假结束日期,假别,审批人", ["agent", "from", "to", "kind", "approved_by"]),
        ("absences", "Staff ID,Start date,End date,Leave type", ["agent", "from", "to", "kind"]),
        ("skill-groups", "工号,所属技能组,生效日期,失效日期", ["agent", "skill_group", "since", "until"]),
    ],
)  # fmt: skip
def test_headings_of_offices_and_planning_systems_are_known(kind, headings, found):
    columns = headings.split(",")
    assert guessed(kind, columns).found == dict(zip(found, columns, strict=True))


CELLS = {
    "agent": st.sampled_from(["li", "", "x" * 41]),
    "starts_at": st.sampled_from(["2026-03-02 09:00", "", "x", "1850-01-01"]),
    "ends_at": st.sampled_from(["2026-03-02 18:00", "08:00", "25:00", "", "2026-03-01 18:00", "2026-03-09"]),
    "kind": st.sampled_from(["", "培训", "gardening"]),
    "skill_group": st.sampled_from(["", "a", "x" * 81]),
}


@settings(max_examples=200, deadline=None)
@given(st.fixed_dictionaries(CELLS))
def test_a_shift_is_at_fault_exactly_when_the_import_refuses_it(row):
    try:
        rules.shift_of(row, ZONE)
        first = None
    except NotValid as refusal:
        first = refusal.facts["column"]
    columns = (*rules.SHIFT[0], *rules.SHIFT[1])
    found = row_faults(row, time.GOOD_SHIFT, columns, lambda one: rules.shift_of(one, ZONE), agents=("li",))
    named = [one.facts["column"] for one in found]
    assert bool(named) == (first is not None)
    assert first is None or first in named or {first} < {"starts_at", "ends_at"}
    assert len(named) == len(set(named))


def test_a_look_at_the_file_says_all_that_is_wrong_and_keeps_nothing(li, tmp_path):
    path = shifts(tmp_path / "a.csv", "li,2026-03-02 09:00,18:00,,", "nobody,yesterday,18:00,gardening,")
    [found] = check(ImportRun(kind="shifts", path=str(path)), by=cast.user("wu"))
    assert found.outcome.added == 1
    assert {one.facts["column"] for one in found.at_fault[0].faults} == {"agent", "starts_at", "kind"}
    assert not Shift.objects.exists()


def test_an_import_of_shifts_is_undone_as_a_whole(li, tmp_path):
    run = bring(shifts(tmp_path / "a.csv", "li,2026-03-02 09:00,18:00,,", "li,2026-03-03 09:00,18:00,,"), "shifts")
    other = bring(shifts(tmp_path / "b.csv", "li,2026-03-04 09:00,18:00,,"), "shifts")
    assert undoing.hanging(run) == []
    start_undo(run, by=cast.user("wu"))
    tasks.undo_whole(run, by=cast.user("wu"))
    run.refresh_from_db()
    assert (run.state, run.undone_count) == ("undone", 2)
    assert Shift.objects.get().brought_by == other.pk


@pytest.mark.parametrize("name", ["li", "zhao", "feng", "qian", "chen"])
@pytest.mark.parametrize("kind", ["shifts", "absences", "skill-groups"])
def test_only_hr_and_the_administrator_bring_them_in(li, tmp_path, kind, name):
    handler = registry.KINDS[kind]
    path = csv_file(tmp_path / "a.csv", [dict.fromkeys(handler.required, "1")], list(handler.required))
    with pytest.raises(NotAllowed):
        bring(path, kind, by=cast.user(name))


class PulledPlugError(Exception):
    pass


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("name", ["_keep_brought", "_keep_rejects", "_advance"])
def test_a_plug_pulled_in_mid_file_leaves_every_shift_once(tmp_path, monkeypatch, name):
    cast.person("li")
    monkeypatch.setitem(registry.KINDS, "shifts", replace(registry.KINDS["shifts"], chunk_rows=10))
    path = shifts(tmp_path / "a.csv", *(f"li,2026-03-{day:02d} 09:00,18:00,," for day in range(1, 31)))
    done, times = getattr(import_actions, name), iter(range(100))

    def pulled(*args, **kwargs):
        done(*args, **kwargs)
        if next(times) == 1:
            raise PulledPlugError

    with monkeypatch.context() as patch:
        patch.setattr(import_actions, name, pulled)
        with pytest.raises(PulledPlugError):
            bring(path, "shifts")
    assert Shift.objects.count() == 10
    run = bring(path, "shifts")
    assert ImportRun.objects.get() == run
    assert (counts(run), Shift.objects.count()) == ((30, 30, 0, 0, 0), 30)
    assert importing.progress_of(run).is_finished
