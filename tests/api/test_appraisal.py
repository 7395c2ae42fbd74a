"""Cycles, rating forms, results: the same moves, refusals and veil as on the pages."""

import pytest

from hengcai.appraisal import actions
from hengcai.appraisal.models import Cycle, RatingTask, Result
from hengcai.audit.models import Entry
from hengcai.jobs.worker import work_once
from tests import cast
from tests.api.asking import done, items, problem, refused, sent, told
from tests.appraisal import stage

pytestmark = pytest.mark.usefixtures("standards")


LEVELS = {"self": 5, "peer": 2, "superior": 4, "practical": 3}


def full_marks(form, level="4"):
    return {code: {"level": level} for code in stage.all_at(form)}


def published(*, peers=1):
    """Li rated from every side; the peers are as many as given."""
    cycle = stage.open_quarter(peers=peers)
    forms = RatingTask.objects.select_related("participant__cycle__framework", "participant__post")
    for form in forms.filter(participant__person__number="li"):
        stage.rate_by_file(form, level=LEVELS[form.source])
    cycle = actions.compute_cycle(cycle, by=cast.user("zheng"))
    return stage.publish(cycle)


def result_of(name):
    return Result.objects.get(participant__person__number=name, is_current=True)


def test_a_cycle_goes_from_draft_to_published(enter):
    for name in ("li", "wang", "zhou"):
        stage.person(name)
    cycle, client = stage.cycle(), enter("zheng")
    (row,) = items(client, "/appraisal/cycles")
    assert (row["code"], row["state"], row["people"]) == ("2026-Q1", "draft", 0)
    address = f"/appraisal/cycles/{cycle.pk}"
    assert done(client, f"{address}/open", {})["state"] == "collecting"
    started = done(client, f"{address}/compute", {})
    assert (started["state"], started["computing"]["state"]) == ("preliminary", "queued")
    problem(sent(client, f"{address}/propose-publication", {"reason": "x"}), 409, "appraisal.not_computed")
    while work_once():
        pass
    assert told(client, address)["computing"] is None
    problem(sent(client, f"{address}/reopen", {}), 422, "appraisal.reason_missing")
    assert done(client, f"{address}/reopen", {"reason": "a form came late"})["state"] == "collecting"
    actions.compute_cycle(Cycle.objects.get(), by=cast.user("zheng"))
    problem(sent(client, f"{address}/propose-publication", {}), 422, "appraisal.publication_reason")
    assert done(client, f"{address}/propose-publication", {"reason": "they will not come"})["state"] == "proposed"
    problem(sent(client, f"{address}/confirm-publication", {}), 403, "appraisal.publication_by_proposer")
    head = enter("qian")
    assert done(head, f"{address}/confirm-publication", {})["state"] == "publishing"
    problem(sent(head, f"{address}/publish", {}), 409, "appraisal.publishing_waits")
    assert done(client, f"{address}/take-back-publication", {"reason": "a team is missing"})["state"] == "preliminary"
    found = stage.publish(Cycle.objects.get())
    assert (found.state, told(client, address)["people"]) == ("published", 4)


def test_what_stands_in_the_way_of_publication_is_told(enter):
    cycle = actions.compute_cycle(stage.open_quarter(), by=cast.user("zheng"))
    client, address = enter("zheng"), f"/appraisal/cycles/{cycle.pk}/publication"
    seen = told(client, address)
    assert (seen["people"], seen["without_score"], seen["proposal"]) == (9, 9, None)
    assert {one["kind"]: one["is_refused"] for one in seen["obstacles"]} == {
        "without_score": False, "open_ratings": False,
    }  # fmt: skip
    assert seen["moves"] == ["propose_publication"]
    actions.propose_publication(cycle, by=cast.user("qian"), reason="they will not come", today=stage.AFTER_SELF)
    seen = told(client, address)
    assert (seen["proposal"]["proposed_by"], seen["proposal"]["outcome"]) == ("Qian", "open")
    assert seen["moves"] == ["confirm_publication", "decline_publication"]


@pytest.mark.parametrize(
    ("reader", "verb", "status", "code"),
    [
        ("li", "open", 403, "permission.role"), ("qian", "open", 403, "permission.role"),
        ("zheng", "publish", 409, "move.state"), ("zheng", "begin", 422, "malformed"),
    ],
)  # fmt: skip
def test_a_move_that_is_not_open_is_refused(enter, reader, verb, status, code):
    cycle = stage.cycle()
    problem(sent(enter(reader), f"/appraisal/cycles/{cycle.pk}/{verb}", {}), status, code)
    assert Cycle.objects.get().state == "draft"


def test_a_rater_fills_in_and_sends_a_form(enter):
    cycle = stage.open_quarter()
    form, client = stage.task(cycle, source="superior"), enter("zhao")
    stage.train("zhao")
    stage.rate_by_file(stage.task(cycle, source="self"))
    rated = [(row["rated"], row["source"]) for row in items(client, "/appraisal/ratings")]
    assert ("li", "superior") in rated
    shown = told(client, f"/appraisal/ratings/{form.pk}")
    codes = [line["competency"] for line in shown["lines"]]
    assert (shown["edit_count"], set(codes)) == (0, set(full_marks(form)))
    some = {codes[0]: {"level": 4, "comment": "calm"}, codes[1]: {"level": None}}
    address = f"/appraisal/ratings/{form.pk}"
    kept = done(client, f"{address}/draft", {"given": some, "edit_count": 0, "comment": "so far"}, method="put")
    assert (kept["edit_count"], kept["state"]) == (1, "open")
    line = told(client, address)["lines"][0]
    assert (line["is_given"], float(line["level"]), line["comment"]) == (True, 4, "calm")
    answer = sent(client, f"{address}/send", {"given": some, "edit_count": 1})
    assert answer.status_code == 422
    made = done(client, f"{address}/send", {"given": full_marks(form), "edit_count": 1})
    assert (made["state"], made["edit_count"]) == ("sent", 2)


def test_an_old_form_is_refused_and_overwrites_nothing(enter):
    form, client = stage.task(stage.open_quarter(), source="self"), enter("li")
    address = f"/appraisal/ratings/{form.pk}/draft"
    done(client, address, {"given": full_marks(form), "edit_count": 0}, method="put")
    answer = sent(client, address, {"given": {}, "edit_count": 0}, method="put")
    assert problem(answer, 409, "appraisal.stale")["edit_count"] == 1
    assert form.ratings.count() == len(full_marks(form))


@pytest.mark.parametrize(
    ("level", "code"), [("4,5", "decimal.malformed"), ("6", None), (4.5, "malformed"), ("٤", "decimal.malformed")]
)
def test_a_level_that_is_none_is_refused(enter, level, code):
    form = stage.task(stage.open_quarter(), source="self")
    marks = {**full_marks(form), "communication": {"level": level}}
    answer = sent(enter("li"), f"/appraisal/ratings/{form.pk}/draft", {"given": marks, "edit_count": 0}, method="put")
    assert answer.status_code == 422
    assert code in (None, answer.json()["code"])
    assert form.ratings.count() == 0


@pytest.mark.parametrize("reader", ["wang", "lin", "zheng"])
def test_nobody_opens_or_writes_anothers_form(enter, reader):
    form, client = stage.task(stage.open_quarter(), source="self"), enter(reader)
    refused(client, f"/appraisal/ratings/{form.pk}", 404, "missing")
    body = {"given": {}, "edit_count": 0}
    problem(sent(client, f"/appraisal/ratings/{form.pk}/draft", body, method="put"), 404, "missing")
    problem(sent(client, f"/appraisal/ratings/{form.pk}/send", body), 404, "missing")


def test_one_rated_by_peers_gets_one_line_and_no_exact_score(enter):
    published(peers=3)
    stored, client = result_of("li").detail, enter("li")
    (mine,) = items(client, "/appraisal/results/mine")
    one = told(client, f"/appraisal/results/{mine['id']}")
    for found in (mine, one):
        assert found["exact"] is None
        assert (found["final"], found["band"]) == (stored["final"], stored["band"])
        assert "peer" not in found["sources"]
        assert "superior" not in found["sources"]
        assert found["sources"]["superior_and_peer"]["n_raters"] is None
    assert stored["exact"] not in str([mine, one])


def test_few_peers_are_in_no_number_and_the_reason_says_so(enter):
    published(peers=1)
    (mine,) = items(enter("li"), "/appraisal/results/mine")
    assert mine["sources"]["peer"] == {
        "score": None, "weight": "0.10", "used_weight": "0.0000", "n_raters": 0, "n_ratings": 0,
    }  # fmt: skip
    assert "few:peer" in mine["reasons"]
    assert mine["exact"] == result_of("li").detail["exact"]


def test_the_group_gets_the_json_of_the_command_line(enter):
    published(peers=1)
    found = {row["agent"]: row for row in items(enter("zheng"), "/appraisal/results", cycle="2026-Q1")}
    stored = result_of("li")
    assert found["li"] == {"id": stored.pk, "cycle": "2026-Q1", "revision": 1, **stored.detail}
    assert found["he"]["status"] == "not_enough_evidence"
    entry = Entry.objects.filter(action="read_results").get()
    assert entry.doer == str(cast.user("zheng").pk)


def test_a_months_result_has_its_points(enter):
    cycle = stage.open_month()
    for number in range(5):
        stage.contact(stage.person("li"), number, csat="5", is_resolved_first=True)
    stage.publish(actions.compute_cycle(cycle, by=cast.user("zheng")))
    (mine,) = items(enter("li"), "/appraisal/results/mine")
    stored = result_of("li").detail
    assert (mine["total"], mine["indicators"]) == (stored["total"], stored["indicators"])
    assert mine["cases"] == {"first_contact_resolution": 5, "satisfaction": 5}
    assert "sources" not in mine


@pytest.mark.parametrize(
    ("reader", "seen"),
    [("zhao", {"li", "wang"}), ("lin", {"he"}), ("zhou", {"li", "wang", "he"}), ("qian", {"li", "wang", "he"})],
)
def test_everybody_sees_the_results_their_role_reaches(enter, reader, seen):
    published()
    found = {row["agent"] for row in items(enter(reader), "/appraisal/results")}
    assert found & {"li", "wang", "he"} == seen
    assert reader not in found


@pytest.mark.parametrize("reader", ["wang", "lin", "feng", "sun"])
def test_anothers_result_is_not_there(enter, reader):
    published()
    refused(enter(reader), f"/appraisal/results/{result_of('li').pk}", 404, "missing")


def test_a_result_not_yet_published_is_not_there_for_whom_it_is_about(enter):
    actions.compute_cycle(stage.open_quarter(), by=cast.user("zheng"))
    refused(enter("li"), f"/appraisal/results/{result_of('li').pk}", 404, "missing")
    assert items(enter("li"), "/appraisal/results/mine") == []
    assert told(enter("zheng"), f"/appraisal/results/{result_of('li').pk}")["agent"] == "li"


def test_reading_a_result_leaves_an_entry(enter):
    published()
    told(enter("zhao"), f"/appraisal/results/{result_of('li').pk}")
    entry = Entry.objects.get(action="read_result")
    assert (entry.doer, entry.thing) == (str(cast.user("zhao").pk), f"appraisal.result:{result_of('li').pk}")


@pytest.mark.parametrize(
    ("address", "reader"),
    [("/appraisal/cycles", "zheng"), ("/appraisal/ratings", "zhao"), ("/appraisal/results", "zheng")],
)
def test_three_rows_cost_as_many_queries_as_one(enter, queries, address, reader):
    published()
    client = enter(reader)
    few, many = (queries(client, f"/api{address}?size={size}") for size in (1, 3))
    assert few == many <= 16
