"""Forms as their raters meet them: the list, drafts, sending, what stays in view when it is refused."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hengcai.appraisal.actions import compute_cycle, return_rating
from hengcai.appraisal.models import RaterTraining, RatingTask, Remark
from tests import cast
from tests.appraisal import stage
from tests.insight import stage as insight

pytestmark = pytest.mark.usefixtures("standards")
JSON = {"HTTP_ACCEPT": "application/json"}


def answers(form, level="4", **more):
    found = {f"level_{code}": level for code in stage.all_at(form)}
    return {**found, "edit_count": form.edit_count, "comment": "", **more}


def page(client, form):
    return client.get(f"/ratings/{form.pk}/").content.decode()


def test_the_list_names_what_is_late_and_offers_one_next_step(visit):
    cycle = stage.open_quarter()
    text = visit("zhao").get("/ratings/").content.decode()
    count = RatingTask.objects.filter(rater__number="zhao").count()
    assert f"{count} forms to complete, {count} of them overdue" in text
    assert text.count("btn-primary") == 1
    assert "Take the raters' training" in text
    stage.train("zhao")
    assert "Start with your self-assessment" in visit("zhao").get("/ratings/").content.decode()
    form = stage.task(cycle, "wang")
    visit("zhao").post(f"/ratings/{form.pk}/", {**answers(form), "action": "save"})
    text = visit("zhao").get("/ratings/").content.decode()
    assert "Continue with Wang" in text
    assert "11 items answered" in text


def test_what_was_sent_has_a_list_of_its_own_and_stays_readable(visit):
    cycle = stage.open_quarter()
    client = visit("li")
    form = stage.task(cycle, source="self")
    client.post(f"/ratings/{form.pk}/", {**answers(form), "action": "send"})
    assert "Self" in client.get("/ratings/?sent").content.decode()
    text = page(client, stage.task(cycle, source="self"))
    assert "it can no longer be changed" in text
    assert 'type="submit">Send' not in text


def test_after_sending_the_next_person_of_the_same_kind_lies_open(visit):
    cycle = stage.open_quarter()
    stage.send(stage.task(cycle, "li", source="self"), by="li")
    first = stage.task(cycle, "li")
    stage.train("zhao")
    client = visit("zhao")
    total = RatingTask.objects.filter(participant__cycle=cycle, rater__number="zhao").count()
    assert f"0 of {total} submitted" in page(client, first)
    sent = client.post(f"/ratings/{first.pk}/", {**answers(first), "action": "send"}, follow=True)
    after = RatingTask.objects.get(pk=sent.redirect_chain[0][0].split("/")[2])
    assert (after.source, after.rater.number, after.participant.person.number != "li") == ("superior", "zhao", True)
    assert f"Submitted: Li, 1 of {total} done." in sent.content.decode()


def test_a_draft_is_kept_with_every_word(visit):
    cycle = stage.open_quarter()
    client, form = visit("zhao"), stage.task(cycle)
    data = {
        "edit_count": 0,
        "level_communication": "na",
        "comment_coaching": "",
        "comment_emotion_management": "calm on Mondays",
        "comment": "x",
        "action": "save",
    }
    assert client.post(f"/ratings/{form.pk}/", data).url == f"/ratings/{form.pk}/"
    text = page(client, form)
    assert "calm on Mondays" in text
    assert 'name="level_communication" value="na" checked' in text
    assert ">1</b> / 11" in text


def test_saving_by_script_tells_the_new_version_and_the_time(visit):
    form = stage.task(stage.open_quarter())
    client = visit("zhao")
    told = client.post(f"/ratings/{form.pk}/", {**answers(form), "action": "save"}, **JSON).json()
    assert told["edit_count"] == 1
    assert len(told["saved"]) == 5
    again = client.post(f"/ratings/{form.pk}/", {**answers(form), "action": "save"}, **JSON)
    assert (again.status_code, again.json()["edit_count"]) == (200, 1)
    stale = client.post(f"/ratings/{form.pk}/", {**answers(form), "comment": "more", "action": "save"}, **JSON)
    assert (stale.status_code, "changed elsewhere" in stale.json()["refusal"]) == (409, True)


@pytest.mark.parametrize("count", ["", "-1", "x", "٣", "99999999999999999999"])
def test_a_version_that_is_no_number_is_an_older_page(visit, count):
    form = stage.task(stage.open_quarter())
    answer = visit("zhao").post(f"/ratings/{form.pk}/", {**answers(form), "edit_count": count, "action": "save"})
    assert answer.status_code == 409
    assert not form.ratings.exists()


def test_an_older_page_keeps_what_was_typed_in_view_and_overwrites_nothing(visit):
    form = stage.task(stage.open_quarter())
    client = visit("zhao")
    client.post(f"/ratings/{form.pk}/", {**answers(form, "5"), "action": "save"})
    answer = client.post(f"/ratings/{form.pk}/", {**answers(form, "2"), "comment": "mine", "action": "send"})
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "mine" in text
    assert 'value="2" checked' in text
    assert set(form.ratings.values_list("level", flat=True)) == {5}


def test_an_incomplete_form_is_refused_beside_the_item_and_kept_as_a_draft(visit):
    cycle = stage.open_quarter()
    form, client = stage.task(cycle, source="self"), visit("li")
    data = answers(form)
    del data["level_collaboration"]
    answer = client.post(f"/ratings/{form.pk}/", {**data, "action": "send"})
    text = answer.content.decode()
    assert answer.status_code == 422
    assert text.count("Choose a level or “not observed”.") == 1
    assert "Your draft is saved." in text
    assert stage.task(cycle, source="self").ratings.count() == 10
    assert client.post(f"/ratings/{form.pk}/", {**answers(form), "edit_count": 1, "action": "send"}).status_code == 302


def test_a_far_level_asks_for_its_reason_where_it_was_given(visit):
    cycle = stage.open_quarter()
    stage.observe(stage.person("li"), "communication", ["5", "4", "5"])
    stage.train("zhao")
    client, form = visit("zhao"), stage.task(cycle)
    RatingTask.objects.filter(source="self").update(state="sent")
    text = page(client, form)
    assert "3 contacts" in text
    assert text.count('class="far"') == 2
    answer = client.post(f"/ratings/{form.pk}/", {**answers(form, "2"), "action": "send"})
    assert answer.status_code == 422
    assert 'class="ap-reason is-shown"' in answer.content.decode()
    data = {
        **answers(form, "2"),
        "edit_count": 1,
        "reason_communication": "the calls drawn were easy",
        "action": "send",
    }
    assert client.post(f"/ratings/{form.pk}/", data).status_code == 302


def test_the_superior_is_told_to_wait_for_the_self_assessment(visit, settings, monkeypatch):
    cycle = stage.open_quarter()
    stage.train("zhao")
    monkeypatch.setattr("hengcai.web.appraisal.views.ratings.localdate", lambda: stage.IN_TIME)
    form = stage.task(cycle)
    answer = visit("zhao").post(f"/ratings/{form.pk}/", {**answers(form), "action": "send"})
    assert answer.status_code == 409
    assert "The self-assessment comes first" in answer.content.decode()
    assert stage.task(cycle).ratings.count() == 11


def test_without_the_training_the_draft_is_kept_and_the_way_is_shown(visit):
    form = stage.task(stage.open_quarter())
    client = visit("zhao")
    assert "Raters' training required first" in page(client, form)
    answer = client.post(f"/ratings/{form.pk}/", {**answers(form), "action": "send"})
    assert (answer.status_code, form.ratings.count()) == (409, 11)
    assert 'href="/rater-training/"' in answer.content.decode()


def test_nobody_opens_anothers_form(visit):
    form = stage.task(stage.open_quarter())
    for name in ("li", "lin", "zheng", "qian", "sun"):
        assert visit(name).get(f"/ratings/{form.pk}/").status_code == 404, name


@pytest.mark.parametrize("address", ["/ratings/", "/ratings/?sent", "/ratings/1/"])
def test_whoever_holds_no_role_is_turned_away_as_by_the_api(visit, address):
    client = visit("li")
    cast.user("li").role_grants.all().delete()
    assert client.get(address).status_code == client.get("/api/appraisal/ratings").status_code == 403
    assert client.post(address, {}).status_code == 403


def test_a_peer_sees_one_item_and_no_evidence(visit):
    cycle = stage.open_quarter()
    stage.observe(stage.person("he"), "collaboration", ["4", "4", "5"])
    form = stage.task(cycle, "he", "peer")
    RatingTask.objects.filter(pk=form.pk).update(rater=stage.person("zhou"))
    text = page(visit("zhou"), form)
    assert text.count("<fieldset") == 1
    assert "This period in figures" not in text
    assert "Evaluations show" not in text


def test_a_form_given_back_says_why(visit):
    cycle = stage.open_quarter()
    return_rating(
        stage.send(stage.task(cycle), by="zhao"), by=cast.user("wu"), reason="emotion management has no reason"
    )
    assert "emotion management has no reason" in page(visit("zhao"), stage.task(cycle))
    assert "returned" in visit("zhao").get("/ratings/").content.decode()


def test_once_the_scores_are_computed_the_form_is_closed(visit):
    cycle = stage.open_quarter()
    compute_cycle(cycle, by=cast.user("zheng"))
    form = stage.task(cycle, source="self")
    assert "Your draft is kept" in page(visit("li"), form)
    assert visit("li").post(f"/ratings/{form.pk}/", {**answers(form), "action": "save"}).status_code == 409


def test_the_training_tells_which_answer_is_not_right_yet(visit):
    client = visit("zhao")
    assert "Three common rating errors" in client.get("/rater-training/").content.decode()
    answer = client.post("/rater-training/", {"halo": "b", "central": "a", "recency": "a"})
    text = answer.content.decode()
    assert (answer.status_code, text.count("Not correct.")) == (422, 1)
    assert not RaterTraining.objects.exists()
    assert client.post("/rater-training/", {"halo": "b", "central": "c", "recency": "a"}).url == "/ratings/"
    assert "You have passed this" in client.get("/rater-training/").content.decode()


def test_every_page_speaks_chinese(visit):
    cycle = stage.open_quarter()
    zhao = visit("zhao", "zh-hans")
    assert "份待评" in zhao.get("/ratings/").content.decode()
    assert "未观察到" in page(zhao, stage.task(cycle))
    assert "晕轮" in zhao.get("/rater-training/").content.decode()


@pytest.mark.parametrize("address", ["/ratings/", "/ratings/?sent"])
def test_many_forms_cost_as_many_queries_as_one(visit, address):
    cycle = stage.open_quarter()
    tasks = RatingTask.objects.filter(rater__number="zhao", source="superior")
    tasks.update(
        state="sent" if "sent" in address else "open",
        edit_count=1,
        saved_at="2026-04-01T02:00Z",
        sent_at="2026-04-01T02:00Z",
    )
    RatingTask.objects.filter(rater__number="zhao", source="self").delete()
    client, counts = visit("zhao"), []
    for many in (False, True):
        if many:
            for number in range(3):
                made = cycle.participants.create(
                    person=stage.colleague(f"x{number}"), post=stage.task(cycle).participant.post
                )
                RatingTask.objects.create(
                    participant=made,
                    source="superior",
                    rater=cast.zhao(),
                    state=tasks[0].state,
                    sent_at=tasks[0].sent_at,
                )
        with CaptureQueriesContext(connection) as found:
            assert client.get(address).status_code == 200
        counts.append(len(found))
    assert counts[0] == counts[1] <= 16


def test_a_form_of_seven_items_costs_as_many_queries_as_one_of_three(visit):
    cycle = stage.open_quarter()
    stage.observe(stage.person("li"), "communication", ["5", "4", "5"])
    counts = []
    for name in ("zhao", "li"):
        form, client = stage.task(cycle, name, "self"), visit(name)
        with CaptureQueriesContext(connection) as found:
            page(client, form)
        counts.append(len(found))
    assert counts[0] == counts[1] <= 26


def test_leads_write_remarks_on_one_page(visit):
    cycle = stage.open_month()
    client = visit("zhao")
    assert f'href="/cycles/{cycle.pk}/remarks/"' in client.get("/ratings/").content.decode()
    text = client.get(f"/cycles/{cycle.pk}/remarks/").content.decode()
    assert "0 of 2 written" in text
    li, wang = stage.participant(cycle), stage.participant(cycle, "wang")
    client.post(f"/cycles/{cycle.pk}/remarks/", {f"remark_{li.pk}": " steady ", f"remark_{wang.pk}": ""})
    client.post(f"/cycles/{cycle.pk}/remarks/", {f"remark_{li.pk}": "", f"remark_{wang.pk}": "quick"})
    assert set(Remark.objects.values_list("participant__person__number", "text")) == {
        ("li", "steady"),
        ("wang", "quick"),
    }


def test_remarks_are_for_leads_of_that_months_people(visit):
    cycle = stage.open_month()
    assert visit("li").get(f"/cycles/{cycle.pk}/remarks/").status_code == 403
    assert visit("zheng").get(f"/cycles/{cycle.pk}/remarks/").status_code == 404
    assert visit("zhao").get("/cycles/999/remarks/").status_code == 404
    he = stage.participant(cycle, "he")
    visit("zhao").post(f"/cycles/{cycle.pk}/remarks/", {f"remark_{he.pk}": "not mine to say"})
    assert not Remark.objects.exists()


def test_beside_each_competency_stand_the_notes_its_rater_may_read(visit):
    """What is not published yet reads the superior, and not the person."""
    cycle = stage.open_quarter()
    for number, state in enumerate(("published", "submitted")):
        made = insight.evaluated(
            "li", "2", comment=f"note {state}", turn=1, state=state, on=cycle.period_start, number=number
        )
    superior, own = page(visit("zhao"), stage.task(cycle)), page(visit("li"), stage.task(cycle, source="self"))
    assert "2 analyst comments" in superior
    assert f"/quality/evaluations/{made.pk}/?turn=1#turn-1" in superior
    assert "1 analyst comment" in own
    assert ("note published" in own, "note submitted" in own) == (True, False)
    told = visit("zhao").get(f"/api/appraisal/ratings/{stage.task(cycle).pk}").json()
    assert [len(line["notes"]) for line in told["lines"] if line["competency"] == "communication"] == [2]
