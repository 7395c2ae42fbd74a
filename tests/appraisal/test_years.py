"""A year is put together from what was published of it: months at sixty per cent, quarters at forty."""

from datetime import date
from decimal import Decimal

import pytest

from hengcai.appraisal import actions
from hengcai.appraisal.models import Correction, Cycle, Participant, Result
from hengcai.appraisal.queries.cycle_rows import cycle_columns, cycle_rows
from hengcai.appraisal.queries.export import tables
from hengcai.appraisal.tasks import open_corrections_step
from hengcai.base import clock
from hengcai.base.bilingual import Bilingual
from hengcai.evidence.models import Evidence
from hengcai.people.models import Employment
from tests import cast
from tests.appraisal import stage
from tests.appraisal.refusals import refused

pytestmark = pytest.mark.usefixtures("standards")
YEAR = (date(2025, 4, 1), date(2026, 3, 31))


def earned(code, kind, final, *, name="li", state="published", period=stage.MONTH):
    """A cycle as it stands when it is out, with one result in it."""
    made = Cycle.objects.filter(code=code).first() or actions.add_cycle(
        cast.centre(), by=cast.user("zheng"), kind=kind, code=code, name=Bilingual("考核", "Appraisal"), period=period,
        dates=actions.Dates(),
    )  # fmt: skip
    Cycle.objects.filter(pk=made.pk).update(state=state, published_at=clock.now())
    placement = stage.person(name).placements.get()
    member = Participant.objects.create(cycle=made, person=placement.person, placement=placement, post=placement.post)
    return Result.objects.create(
        participant=member, status="scored", exact=final, final=Decimal(final), detail={}, computed_at=clock.now()
    )


def year(*, names=("li",)):
    stage.in_force_everything()
    for name in names:
        stage.person(name)
    made = stage.cycle(kind="year", code="2026-Y", period=YEAR)
    return actions.open_cycle(made, by=cast.user("zheng"), today=YEAR[1])


def of(cycle, name="li"):
    return Result.objects.get(participant__cycle=cycle, participant__person__number=name, is_current=True)


def test_a_year_is_added_up_from_published_scores_as_they_were_announced(db):
    cycle = year()
    earned("2026-01", "month", "80.0")
    earned("2026-02", "month", "91.0")
    earned("2026-Q1", "quarter", "4.0")
    earned("2026-Q2", "quarter", "4.5")
    earned("2025-03", "month", "10.0", period=(date(2025, 3, 1), date(2025, 3, 31)))
    earned("2026-03", "month", "10.0", state="preliminary")
    earned("2026-T", "probation", "1.0")
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    found = of(cycle)
    assert (str(found.final), found.band, found.exact) == ("85.3000", "good", "853/10")
    assert found.detail["months"] == [["2026-01", "80", 1], ["2026-02", "91", 1]]
    assert found.detail["quarters"] == [["2026-Q1", "4", 1], ["2026-Q2", "4.5", 1]]
    assert found.detail["weights"] == {"months": "0.60", "quarters": "0.40"}


def test_who_is_not_six_months_here_or_lacks_a_part_has_no_score_and_reads_why(db):
    cycle = year(names=("li", "wang"))
    earned("2026-01", "month", "80.0")
    Employment.objects.filter(person__number="wang").update(hired_on=date(2025, 10, 2))
    earned("2026-08", "month", "80.0", name="wang")
    earned("2026-Q3", "quarter", "4.0", name="wang")
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    assert of(cycle).detail["reasons"] == ["missing:quarters"]
    assert of(cycle, "wang").detail["reasons"] == ["service_too_short"]
    assert {one.kind for name in ("li", "wang") for one in of(cycle, name).findings.all()} == {"not_enough"}


def test_a_year_takes_in_those_whose_months_are_appraised_and_gives_out_no_forms(db):
    cycle = year(names=("li", "he", "zhao", "zhou"))
    assert set(cycle.participants.values_list("person__number", flat=True)) == {"li", "he"}
    assert not Cycle.objects.filter(participants__tasks__isnull=False).exists()


def test_a_year_says_nothing_to_the_ledger_and_carries_no_fair_score(db):
    cycle = year()
    earned("2026-01", "month", "80.0")
    earned("2026-Q1", "quarter", "4.0")
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    before = Evidence.objects.count()
    stage.publish(cycle)
    assert Evidence.objects.count() == before
    assert not of(cycle).fair_scores.exists()


def test_a_month_that_comes_out_after_the_computing_has_to_be_taken_in_before_publication(db):
    cycle = year()
    earned("2026-01", "month", "80.0")
    earned("2026-Q1", "quarter", "4.0")
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    earned("2026-02", "month", "90.0")
    refused("appraisal.sent_since_computed", actions.propose_publication, cycle, by=cast.user("zheng"), reason="x",
            today=YEAR[1])  # fmt: skip
    actions.compute_cycle(Cycle.objects.get(pk=cycle.pk), by=cast.user("zheng"))
    assert stage.publish(Cycle.objects.get(pk=cycle.pk)).state == "published"


def test_a_part_corrected_later_opens_a_correction_of_the_year_once(db):
    cycle = year()
    month = earned("2026-01", "month", "80.0")
    earned("2026-Q1", "quarter", "4.0")
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    stage.publish(cycle)
    Result.objects.filter(pk=month.pk).update(is_current=False)
    Result.objects.create(
        participant=month.participant, revision=2, status="scored", exact="90", final=Decimal("90.0"), detail={},
        computed_at=clock.now(),
    )  # fmt: skip
    open_corrections_step(0)
    open_corrections_step(0)
    assert Correction.objects.get().old == of(cycle)
    fresh = actions.correct_result(of(cycle), by=cast.user("zheng"), reason="January was corrected")
    assert (fresh.revision, fresh.detail["total"], fresh.detail["months"]) == (2, "86.0", [["2026-01", "90", 2]])


def test_a_years_table_and_parts_can_be_taken_along(db):
    cycle = year()
    earned("2026-01", "month", "88.5")
    earned("2026-Q1", "quarter", "4.1")
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    (row,) = cycle_rows(cycle, cast.user("zheng"))
    assert {name: row[name] for name in ("total", "grade", "months_mean", "quarters_mean", "service_months")} == {
        "total": "85.9", "grade": "good", "months_mean": "88.5000", "quarters_mean": "82.0000", "service_months": 12,
    }  # fmt: skip
    assert set(cycle_columns(cycle)) >= {"total", "grade", "service_months"}
    columns, parts = tables(cycle, cast.user("wu"))["parts"]
    assert [tuple(part[one] for one in columns) for part in parts] == [
        ("li", "month", "2026-01", "88.5", "12"), ("li", "quarter", "2026-Q1", "4.1", "12"),
    ]  # fmt: skip
