"""Results from what was collected: the same figures as the command line, findings, corrections, the worker's parts."""

import csv
import json
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hengcai.appraisal import actions, models
from hengcai.appraisal.computing import computed
from hengcai.appraisal.models import Cycle, Finding, Participant, RatingTask, Result
from hengcai.appraisal.queries import export
from hengcai.appraisal.queries.results import sees_peers, shown_detail, shown_levels
from hengcai.appraisal.rules.raters import Given
from hengcai.base.errors import NotAllowed, NotValid
from hengcai.base.say import say
from hengcai.cli import main
from hengcai.evidence.models import Evidence
from hengcai.interactions.models import Measure
from hengcai.jobs.models import Job
from hengcai.jobs.worker import work_once
from tests import cast
from tests.appraisal import stage
from tests.appraisal.refusals import refused

pytestmark = pytest.mark.usefixtures("standards")


def rated_quarter():
    """Li from all five sources, Wang without customers, He by nobody but himself."""
    cycle = stage.open_quarter()
    for number, form in enumerate(
        RatingTask.objects.filter(participant__person__number__in=["li", "wang"]).order_by("pk")
    ):
        full = stage.task(cycle, form.participant.person.number, form.source)
        form.participant = full.participant
        stage.rate_by_file(form, level=3 + number % 3)
    stage.send(stage.task(cycle, "he", "self"), by="he")
    for number, score in enumerate(("5", "4", "4.5", "3", "5", "2")):
        stage.contact(stage.person("li"), number, csat=score)
    stage.contact(stage.person("li"), 7, csat="4", recommend=Decimal("6.5"))
    stage.contact(stage.person("li"), 8, recommend=Decimal(10))
    stage.contact(stage.person("wang"), 1, csat="5")
    stage.contact(stage.person("li"), 90, csat="1", on=date(2025, 12, 31))
    li, wang = stage.person("li"), stage.person("wang")
    marks = [(li, 1, "55"), (li, 2, "80"), (wang, 1, "71.25")]
    actions.add_marks(
        cycle,
        by=cast.user("wu"),
        marks=[{"person": p.pk, "test": "业务知识", "attempt": a, "mark": m} for p, a, m in marks],
    )
    return cycle


def written(folder, cycle):
    """The cycle's tables as files."""
    for name, (columns, rows) in export.tables(cycle, cast.user("zheng")).items():
        with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            writer.writerows(rows)
    return folder


def told(capsys, *arguments):
    capsys.readouterr()
    assert main([str(one) for one in arguments]) == 0
    found = json.loads(capsys.readouterr().out)
    return {one["agent"]: one for one in found["agents"]}


def test_a_quarter_has_the_scores_the_command_line_gives_for_its_tables(db, tmp_path, capsys):
    cycle = actions.compute_cycle(rated_quarter(), by=cast.user("zheng"))
    stored = {result.detail["agent"]: result.detail for result in Result.objects.all()}
    folder = written(tmp_path, cycle)
    command = told(
        capsys,
        "appraise",
        folder / "ratings.csv",
        "--csat",
        folder / "csat.csv",
        "--tests",
        folder / "tests.csv",
        "--json",
        "-",
    )
    assert stored["li"]["status"] == "scored"
    assert stored["li"]["sources"]["customer"]["n_ratings"] == 8
    assert stored["wang"]["reasons"] == ["few:customer"]
    assert stored["he"]["status"] == "not_enough_evidence"
    assert {name: stored[name] for name in command} == command


def test_a_month_has_the_points_the_command_line_gives_for_its_table(db, tmp_path, capsys):
    cycle = stage.open_month()
    li = stage.person("li")
    for number in range(7):
        stage.contact(li, number, csat=str(3 + number % 3), is_resolved_first=number != 3)
    stage.contact(li, 8, complaint="upheld")
    Measure.objects.create(
        agent=li, code="time_to_resolution", period_start=cycle.period_start, period_end=cycle.period_end, value="20.5"
    )
    Measure.objects.create(
        agent=li, code="satisfaction", period_start=cycle.period_start, period_end=cycle.period_end, value="0.1"
    )
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    stored = {result.detail["agent"]: result.detail for result in Result.objects.all()}
    command = told(capsys, "appraise-month", written(tmp_path, cycle) / "indicators.csv", "--json", "-")
    assert command == stored
    assert stored["li"]["indicators"]["satisfaction"]["share"] == "0.0000"  # 4 of 7 contacts, not the imported figure
    assert stored["li"]["indicators"]["upheld_complaints"]["share"] == "0.5000"
    assert stored["wang"]["status"] == "not_enough_evidence"


def test_a_month_with_figures_that_cannot_be_names_whose_they_are(db):
    cycle = stage.open_month()
    period = {"period_start": cycle.period_start, "period_end": cycle.period_end}
    for name, code, value in (
        ("li", "first_contact_resolution", "55"), ("wang", "time_to_resolution", "-2"), ("wang", "satisfaction", "0.9"),
    ):  # fmt: skip
        Measure.objects.create(agent=stage.person(name), code=code, value=value, **period)
    with pytest.raises(NotValid) as refusal:
        actions.compute_cycle(cycle, by=cast.user("zheng"))
    assert say(refusal.value, "en") == (
        "2 figures are impossible, so the month was not calculated: li Li first_contact_resolution 55, "
        "wang Wang time_to_resolution -2. Import the correct ones with --update, then calculate again."
    )
    Measure.objects.filter(value__in=["55", "-2"]).update(value="0.5")
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    assert Result.objects.get(participant__person=stage.person("wang")).status == "scored"


def test_what_the_months_evaluations_came_to_is_rated_out_of_a_hundred(db, tmp_path, capsys, monkeypatch):
    cycle = stage.open_month()
    li, stranger = stage.person("li"), stage.colleague("stranger", lead=None)
    shares = [(li.pk, "wording", Fraction(250, 3), 6), (stranger.pk, "wording", Fraction(10), 1)]
    monkeypatch.setattr("hengcai.appraisal.figures.indicator_shares", lambda *_period, **_which: shares)
    stage.contact(stranger, 1, csat="5")
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    stored = Result.objects.get(participant__person=li)
    command = told(capsys, "appraise-month", written(tmp_path, cycle) / "indicators.csv", "--json", "-")
    assert command["li"] == stored.detail
    assert (stored.detail["total"], stored.detail["exact"]) == ("83.3", "83.3333")
    assert stored.inputs == {"rated": {"wording": "250/3"}, "counted": {}, "made_of": {"wording": [6]}}


def test_a_policy_that_rates_satisfaction_gets_it_out_of_a_hundred(db):
    stage.open_month()
    text = "groups: {all: {points: '100', indicators: {satisfaction: '60', wording: '40'}}}\nrules: {}"
    policy = actions.add_policy(cast.centre(), by=cast.user("wu"), kind="monthly", text=text)
    Cycle.objects.update(policy=policy)
    for number in range(4):
        stage.contact(stage.person("li"), number, csat="5" if number else "1")
    actions.compute_cycle(Cycle.objects.get(), by=cast.user("zheng"))
    assert Result.objects.get(participant__person__number="li").final == 75


def test_a_result_keeps_what_it_was_made_of_without_who_rated(db):
    cycle = actions.compute_cycle(rated_quarter(), by=cast.user("zheng"))
    inputs = Result.objects.get(participant__person__number="li").inputs
    assert {rater for _source, rater, _item, _level in inputs["ratings"]} == set(range(1, 8))
    assert inputs["customers"] == [
        ["2.00", 1],
        ["3.00", 1],
        ["4.00", 1],
        ["3.8", 1],
        ["4.50", 1],
        ["5.00", 2],
        ["5", 1],
    ]
    assert [mark[:2] for mark in inputs["marks"]] == [["业务知识", 1], ["业务知识", 2]]
    assert "zhao" not in json.dumps(list(export.rating_rows(cycle)))


def test_only_those_who_run_cycles_take_their_tables_away(db):
    cycle = stage.open_quarter()
    for name in ("li", "zhao", "qian", "zhou"):
        with pytest.raises(NotAllowed):
            export.tables(cycle, cast.user(name))


def test_an_exact_share_without_end_is_cut_far_behind_what_rounding_sees(db):
    assert export._decimal(Fraction(1, 3)) == "0." + "3" * 30
    assert (export._decimal(Fraction(5, 4)), export._decimal(Fraction(7)), export._decimal(None)) == ("1.25", "7", "")


def test_computing_again_replaces_what_was_preliminary(db):
    cycle = actions.compute_cycle(rated_quarter(), by=cast.user("zheng"))
    before = dict(Result.objects.values_list("participant", "exact"))
    models.TestMark.objects.all().delete()
    actions.compute_cycle(cycle, by=cast.user("wu"))
    after = dict(Result.objects.values_list("participant", "exact"))
    assert set(before) == set(after)
    assert before != after
    assert set(Result.objects.values_list("revision", flat=True)) == {1}


def test_findings_name_missing_evidence_few_customers_and_far_levels_with_their_reason(db):
    cycle = stage.open_quarter()
    stage.observe(stage.person("li"), "communication", ["5", "5", "5"])
    stage.observe(stage.person("li"), "fast_response", ["5", "5", "5"], first_id=20)
    stage.send(stage.task(cycle, source="self"), by="li")
    far = Given(Fraction(2), reason="the calls drawn were easy ones")
    stage.send(stage.task(cycle), by="zhao", communication=far)
    stage.task(cycle).ratings.filter(competency__code="fast_response").update(level=3)
    stage.send(stage.task(cycle, source="practical"), by="zhou")
    stage.contact(stage.person("li"), 1, csat="4")
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    mine = Finding.objects.filter(result__participant__person__number="li").order_by("kind", "reason")
    assert list(mine.values_list("kind", "competency__code", "n", "reason")) == [
        ("far_off", "fast_response", 3, ""), ("far_off", "communication", 3, "the calls drawn were easy ones"),
        ("few_customers", None, 1, ""),
    ]  # fmt: skip
    assert Finding.objects.filter(kind="not_enough").count() == cycle.participants.count() - 1


def test_the_rated_person_gets_neither_the_exact_score_nor_the_peers_mean(db):
    cycle = stage.open_quarter()
    for task in RatingTask.objects.filter(participant__person__number="li"):
        stage.rate_by_file(task)
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    result = Result.objects.get(participant__person__number="li")
    assert shown_detail(result, to_rated=True)["sources"]["superior_and_peer"]["n_raters"] is None
    assert "peer" not in shown_detail(result, to_rated=True)["sources"]
    assert shown_detail(result, to_rated=True)["exact"] is None
    assert "collaboration" not in shown_levels(result, to_rated=True)
    assert shown_detail(result, to_rated=False, sees_peers=True) == result.detail
    assert shown_levels(result, to_rated=False, sees_peers=True) == result.levels


def test_who_leads_and_who_teaches_gets_no_more_of_the_peers_than_the_person(db):
    cycle = stage.open_quarter()
    for task in RatingTask.objects.filter(participant__person__number="li"):
        stage.rate_by_file(task, level=2 if task.source == "peer" else 4)
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    result = Result.objects.get(participant__person__number="li")
    assert [sees_peers(cast.user(name)) for name in ("zhao", "zhou", "zheng", "wu", "qian")] == [False] * 2 + [True] * 3
    assert shown_detail(result, to_rated=False) == shown_detail(result, to_rated=True)
    assert result.levels["collaboration"]["level"] != "4.0000"
    alone = shown_levels(result, to_rated=False)
    assert alone["collaboration"]["level"] == "4.0000"  # as if no peer had rated it
    others = {code: one for code, one in result.levels.items() if code != "collaboration"}
    assert {code: one for code, one in alone.items() if code != "collaboration"} == others


def published_quarter():
    cycle = actions.compute_cycle(rated_quarter(), by=cast.user("zheng"))
    return stage.publish(cycle)


def test_a_correction_is_a_new_revision_with_its_reason_and_the_old_one_stays(db):
    published_quarter()
    before = Result.objects.get(participant__person__number="li")
    models.TestMark.objects.filter(attempt=2).delete()
    fresh = actions.correct_result(before, by=cast.user("zheng"), reason=" the resit was somebody else's ")
    old = Result.objects.get(pk=before.pk)
    assert (fresh.revision, fresh.is_current, fresh.reason) == (2, True, "the resit was somebody else's")
    assert (old.is_current, old.exact, old.revision) == (False, before.exact, 1)
    assert fresh.exact != old.exact
    ledger = Evidence.objects.filter(person__number="li", kind="rated", competency__code="communication")
    assert list(ledger.order_by("pk").values_list("source_revision", "is_superseded")) == [(1, True), (2, False)]


def test_a_correction_needs_a_reason_and_a_published_current_result(db):
    cycle = actions.compute_cycle(rated_quarter(), by=cast.user("zheng"))
    result = Result.objects.get(participant__person__number="li")
    refused("appraisal.reason_missing", actions.correct_result, result, by=cast.user("zheng"), reason=" ")
    refused("appraisal.not_published", actions.correct_result, result, by=cast.user("zheng"), reason="x")
    stage.publish(cycle)
    actions.correct_result(result, by=cast.user("zheng"), reason="x")
    old = Result.objects.get(pk=result.pk)
    refused("appraisal.not_published", actions.correct_result, old, by=cast.user("zheng"), reason="again")


def test_a_months_correction_notes_nothing(db):
    cycle = actions.compute_cycle(stage.open_month(), by=cast.user("zheng"))
    stage.publish(cycle)
    actions.correct_result(Result.objects.all()[0], by=cast.user("zheng"), reason="complaint taken back")
    assert not Evidence.objects.exists()


def test_the_worker_computes_part_by_part_and_ends_where_one_go_would(db, monkeypatch):
    cycle = rated_quarter()
    monkeypatch.setattr("hengcai.appraisal.tasks.AT_ONCE", 3)
    job = actions.start_computing(cycle, by=cast.user("zheng"))
    assert (Cycle.objects.get().state, job.total_count) == ("preliminary", cycle.participants.count())
    assert actions.start_computing(cycle, by=cast.user("wu")) == job
    work_once()
    assert Result.objects.count() == 3
    facts = {"by": cast.user("qian"), "reason": "x", "today": stage.AFTER_SELF}
    refused("appraisal.not_computed", actions.propose_publication, cycle, **facts)
    while work_once():
        pass
    in_parts = dict(Result.objects.values_list("participant", "exact"))
    assert Job.objects.get().state == "done"
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    assert dict(Result.objects.values_list("participant", "exact")) == in_parts


def test_a_part_done_twice_changes_nothing_and_none_is_done_once_the_cycle_was_reopened(db):
    cycle = rated_quarter()
    actions.start_computing(cycle, by=cast.user("zheng"))
    keys = list(cycle.participants.values_list("pk", flat=True))
    for _again in range(2):
        actions.compute_part(cycle, by=cast.user("zheng"), participants=keys)
    assert Result.objects.count() == len(keys)
    actions.reopen_cycle(cycle, by=cast.user("zheng"), reason="a form came late")
    work_once()
    assert (Job.objects.get().state, Job.objects.get().message["code"]) == ("failed", "move.state")
    assert Cycle.objects.get().state == "collecting"


def test_many_people_cost_as_many_queries_as_few(db):
    cycle = rated_quarter()
    some = list(Participant.objects.filter(cycle=cycle).values_list("pk", flat=True))
    counts = []
    for chosen in (some[:1], some):
        with CaptureQueriesContext(
            connection,
        ) as found:
            list(computed(cycle, chosen))
        counts.append(len(found))
    assert counts[0] == counts[1] <= 12
