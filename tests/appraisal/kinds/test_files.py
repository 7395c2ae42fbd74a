"""Ratings and written marks as files: what comes in, what is refused with its column, what comes in once."""

import pytest

from hengcai.appraisal import actions, models
from hengcai.appraisal.models import RatingTask, Result
from hengcai.base.errors import NotAllowed
from hengcai.interactions.actions.importing import start_import
from hengcai.interactions.files import look_at
from hengcai.interactions.importing import import_whole, try_file
from hengcai.interactions.models import ImportRun
from tests import cast
from tests.appraisal import stage
from tests.appraisal.refusals import refused

pytestmark = pytest.mark.usefixtures("standards")

RATINGS = "cycle,agent,source,rater,item,score,comment"
TESTS = "cycle,agent,test,mark,attempt"


def bring(folder, kind, lines, *, by="wu", name="file.csv", **options):
    path = folder / name
    header = RATINGS if kind == "ratings" else TESTS
    path.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
    user = cast.user(by)
    run = start_import(cast.centre(), by=user, file=look_at(path, kind=kind, options=options))
    for _progress in import_whole(run, by=user):
        pass
    return ImportRun.objects.get(pk=run.pk)


def trial(folder, kind, lines):
    path = folder / "trial.csv"
    path.write_text("\n".join([RATINGS if kind == "ratings" else TESTS, *lines]) + "\n", encoding="utf-8")
    steps = list(try_file(look_at(path, kind=kind), by=cast.user("wu")))
    return steps[-1][0].outcome, [one.code for _trial, bad in steps for one in bad]


def counts(run):
    return run.added_count, run.updated_count, run.passed_over_count, run.rejected_count


def rejects(run):
    return [(reject.row, reject.column, reject.code) for reject in run.rejects.order_by("row")]


def test_ratings_come_in_as_sent_forms(db, tmp_path):
    cycle = stage.open_quarter()
    run = bring(tmp_path, "ratings", [
        "2026-Q1,li,superior,zhao,communication,4.25,said before the meeting",
        "2026-Q1,li,superior,zhao,collaboration,,", "2026-Q1,li,peer,online0,collaboration,5,",
        "2026-Q1,wang,self,wang,communication,3,",
    ])  # fmt: skip
    assert counts(run) == (4, 0, 0, 0)
    form = stage.task(cycle)
    assert (form.state, form.is_imported) == ("sent", True)
    kept = {rating.competency.code: (rating.level, rating.comment) for rating in form.ratings.all()}
    assert kept == {"communication": (stage.Decimal("4.25"), "said before the meeting"), "collaboration": (None, "")}


def test_a_rater_nobody_had_asked_gets_a_form_of_their_own(db, tmp_path):
    cycle = stage.open_quarter()
    bring(tmp_path, "ratings", ["2026-Q1,li,superior,lin,communication,2,", "2026-Q1,li,superior,lin,fast_response,2,"])
    made = RatingTask.objects.get(source="superior", rater__number="lin", participant__person__number="li")
    assert (made.state, made.is_imported, made.ratings.count()) == ("sent", True, 2)
    assert stage.task(cycle).state == "open"


def test_every_row_that_does_not_fit_is_named_with_its_column(db, tmp_path):
    stage.open_quarter()
    month = stage.cycle(kind="month", code="2026-03")
    assert month.state == "draft"
    run = bring(tmp_path, "ratings", [
        "2025-Q9,li,superior,zhao,communication,4,", "2026-03,li,superior,zhao,communication,4,",
        "2026-Q1,nobody,superior,zhao,communication,4,", "2026-Q1,chen2,superior,zhao,communication,4,",
        "2026-Q1,li,customer,zhao,communication,4,", "2026-Q1,li,superior,ghost,communication,4,",
        "2026-Q1,li,superior,zhao,flying,4,", "2026-Q1,li,peer,online0,communication,4,",
        "2026-Q1,li,superior,zhao,communication,5.5,", "2026-Q1,li,superior,zhao,communication,1e0,",
        "2026-Q1,li,superior,zhao,communication,4.1234567,", "2026-Q1,li,peer,li,collaboration,4,",
        "2026-Q1,li,self,zhao,communication,4,", ",li,self,li,communication,4,",
        f"2026-Q1,li,self,{'x' * 81},communication,4,",
    ])  # fmt: skip
    assert rejects(run) == [
        (2, "cycle", "appraisal.cycle_unknown"), (3, "cycle", "appraisal.cycle_not_collecting"),
        (4, "agent", "appraisal.agent_unknown"), (5, "agent", "appraisal.agent_unknown"),
        (6, "source", "appraisal.source_unknown"), (7, "rater", "appraisal.rater_unknown"),
        (8, "item", "appraisal.item_unknown"), (9, "item", "appraisal.item_unknown"),
        (10, "score", "appraisal.score_outside"), (11, "score", "decimal.malformed"),
        (12, "score", "appraisal.too_many_places"), (13, "rater", "appraisal.rater_is_rated"),
        (14, "rater", "appraisal.rater_is_rated"), (15, "cycle", "appraisal.name_missing"),
        (16, "rater", "appraisal.text_too_long"),
    ]  # fmt: skip
    assert not models.Rating.objects.exists()


def test_somebody_who_takes_no_part_is_refused(db, tmp_path):
    stage.open_quarter()
    stage.colleague("late")
    run = bring(tmp_path, "ratings", ["2026-Q1,late,superior,zhao,communication,4,"])
    assert rejects(run) == [(2, "agent", "appraisal.not_in_cycle")]


def test_the_same_row_twice_in_a_file_is_refused_and_a_file_sent_again_passes_over(db, tmp_path):
    stage.open_quarter()
    line = "2026-Q1,li,superior,zhao,communication,4,"
    run = bring(tmp_path, "ratings", [line, line])
    assert rejects(run) == [(3, "item", "appraisal.row_twice")]
    again = bring(tmp_path, "ratings", [line, "2026-Q1,li,superior,zhao,fast_response,4.0,"], name="again.csv")
    assert counts(again) == (1, 0, 1, 0)


def test_another_score_needs_to_be_an_update(db, tmp_path):
    cycle = stage.open_quarter()
    bring(tmp_path, "ratings", ["2026-Q1,li,superior,zhao,communication,4,"])
    changed = ["2026-Q1,li,superior,zhao,communication,3,"]
    assert rejects(bring(tmp_path, "ratings", changed, name="b.csv")) == [(2, "score", "appraisal.rating_taken")]
    assert counts(bring(tmp_path, "ratings", changed, name="c.csv", update=True)) == (0, 1, 0, 0)
    assert stage.task(cycle).ratings.get().level == 3


def test_what_a_rater_sent_on_the_page_no_file_changes(db, tmp_path):
    cycle = stage.open_quarter()
    stage.send(stage.task(cycle), by="zhao", level=5)
    run = bring(tmp_path, "ratings", ["2026-Q1,li,superior,zhao,communication,1,"], update=True)
    assert rejects(run) == [(2, "rater", "appraisal.sent_by_rater")]
    assert set(stage.task(cycle).ratings.values_list("level", flat=True)) == {5}


def test_a_draft_on_the_page_gives_way_to_the_file_and_cannot_be_saved_over_it(db, tmp_path):
    cycle = stage.open_quarter()
    form = stage.task(cycle)
    actions.save_rating(form, by=cast.user("zhao"), given=stage.all_at(form, 1), comment="", edit_count=0)
    bring(tmp_path, "ratings", ["2026-Q1,li,superior,zhao,communication,4,"])
    form = stage.task(cycle)
    assert [rating.level for rating in form.ratings.all()] == [4]
    refused(
        "appraisal.sent_already", actions.save_rating, form, by=cast.user("zhao"), given={}, comment="", edit_count=1
    )


def test_marks_come_in_with_the_resit(db, tmp_path):
    stage.open_quarter()
    run = bring(
        tmp_path, "tests", ["2026-Q1,li,业务知识,55,", "2026-Q1,li,业务知识,80.5,2", "2026-Q1,wang,业务知识,71,1"]
    )
    assert counts(run) == (3, 0, 0, 0)
    kept = models.TestMark.objects.filter(participant__person__number="li").order_by("attempt")
    assert list(kept.values_list("test", "attempt", "mark")) == [
        ("业务知识", 1, 55),
        ("业务知识", 2, stage.Decimal("80.5")),
    ]


def test_marks_that_do_not_fit_are_named(db, tmp_path):
    stage.open_quarter()
    bring(tmp_path, "tests", ["2026-Q1,li,t,60,1"], name="first.csv")
    run = bring(tmp_path, "tests", [
        "2026-Q1,li,t,101,", "2026-Q1,li,t,,", "2026-Q1,li,t,60,3", "2026-Q1,li,,60,", "2026-Q1,nobody,t,60,",
        "2026-Q1,li,t,61,1", "2026-Q1,li,u,61,1", "2026-Q1,li,u,62,1",
    ])  # fmt: skip
    assert rejects(run) == [
        (2, "mark", "appraisal.mark_outside"), (3, "mark", "appraisal.name_missing"),
        (4, "attempt", "appraisal.attempt_unknown"), (5, "test", "appraisal.name_missing"),
        (6, "agent", "appraisal.agent_unknown"), (7, "mark", "appraisal.mark_taken"), (9, "test", "appraisal.row_twice"),
    ]  # fmt: skip
    assert counts(
        bring(tmp_path, "tests", ["2026-Q1,li,t,61,1", "2026-Q1,li,u,61,1"], name="last.csv", update=True)
    ) == (0, 1, 1, 0)


def test_a_trial_says_the_same_and_leaves_nothing(db, tmp_path):
    stage.open_quarter()
    good = ["2026-Q1,li,superior,zhao,communication,4,", "2026-Q1,li,superior,zhao,flying,4,"]
    outcome, bad = trial(tmp_path, "ratings", good)
    assert (outcome.added, bad) == (1, ["appraisal.item_unknown"])
    outcome, bad = trial(tmp_path, "tests", ["2026-Q1,li,t,60,1", "2026-Q1,wang,t,60,1"])
    assert (outcome.added, bad) == (2, [])
    assert not models.Rating.objects.exists()
    assert not models.TestMark.objects.exists()


@pytest.mark.parametrize("kind", ["ratings", "tests"])
def test_a_trial_remembers_earlier_chunks(db, tmp_path, kind, monkeypatch):
    from hengcai.interactions.kinds import registry

    stage.open_quarter()
    handler = registry.KINDS[kind]
    monkeypatch.setitem(registry.KINDS, kind, handler.__class__(**{**vars(handler), "chunk_rows": 1}))
    start = "2026-Q1,li,superior,zhao,communication," if kind == "ratings" else "2026-Q1,li,t,"
    lines = [f"{start}4,", f"{start}4,", f"{start}3,"]
    outcome, bad = trial(tmp_path, kind, lines)
    taken = "appraisal.rating_taken" if kind == "ratings" else "appraisal.mark_taken"
    assert (outcome.added, outcome.passed_over, bad) == (1, 1, [taken])


@pytest.mark.parametrize("name", ["li", "zhao", "chen", "feng", "sun", "qian"])
def test_ratings_and_marks_are_brought_in_by_the_group_and_hr(db, tmp_path, name):
    stage.open_quarter()
    for kind in ("ratings", "tests"):
        with pytest.raises(NotAllowed):
            bring(tmp_path, kind, ["2026-Q1,li,t,60,1"], by=name)


def test_nothing_comes_in_behind_a_computation(db):
    cycle = actions.compute_cycle(stage.open_quarter(), by=cast.user("zheng"))
    refused("appraisal.collecting_is_over", actions.add_marks, cycle, by=cast.user("wu"), marks=[])
    batch = actions.files.MarkBatch()
    refused("appraisal.collecting_is_over", actions.take_in_marks, batch, by=cast.user("wu"), cycles=[cycle])
    assert Result.objects.exists()
