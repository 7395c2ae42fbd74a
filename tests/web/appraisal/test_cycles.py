"""Cycles, their board, people and raters, tables: who may open them, what they say, what they cost."""

import io
import zipfile
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hengcai.appraisal import actions
from hengcai.appraisal.models import Cycle, FairDesign, RatingTask, Result
from hengcai.appraisal.rules.raters import Given
from hengcai.jobs.models import Job
from hengcai.jobs.worker import work_once
from hengcai.people.models import Person, Placement
from tests import cast
from tests.appraisal import procedure, stage

pytestmark = pytest.mark.usefixtures("standards")


def read(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def rated():
    """A quarter with one whole person, one far-off level and everybody else without evidence."""
    cycle = stage.open_quarter()
    stage.observe(stage.person("li"), "communication", ["5", "5", "5"])
    stage.send(stage.task(cycle, source="self"), by="li")
    stage.send(stage.task(cycle), by="zhao", communication=Given(2, reason="the calls drawn were easy"))
    stage.send(stage.task(cycle, source="practical"), by="zhou")
    stage.contact(stage.person("li"), 1, csat="4")
    return cycle


def test_the_cycles_and_their_boards_are_for_those_who_run_them(visit):
    cycle = stage.open_quarter()
    member = stage.participant(cycle)
    for name, may in (
        ("zheng", 200),
        ("wu", 200),
        ("qian", 200),
        ("li", 403),
        ("zhao", 403),
        ("zhou", 403),
        ("sun", 403),
    ):
        client = visit(name)
        for address in ("/cycles/", f"/cycles/{cycle.pk}/", f"/cycles/{cycle.pk}/people/"):
            assert client.get(address).status_code == may, (name, address)
        may_run = name in {"zheng", "wu"}
        assert client.get("/cycles/add/").status_code == (200 if may_run else 403)
        assert client.get(f"/cycles/people/{member.pk}/").status_code == (200 if may_run else 403)
        assert client.get(f"/cycles/{cycle.pk}/tables/").status_code == (
            200 if may_run else 403 if name == "qian" else 404
        )


def test_a_cycle_is_proposed_laid_out_and_opened(visit, monkeypatch):
    stage.person("li")
    monkeypatch.setattr("hengcai.web.appraisal.views.cycles.localdate", lambda: stage.IN_TIME)
    client = visit("zheng")
    text = read(client, "/cycles/add/")
    assert 'value="2026-Q1"' in text
    assert 'value="2026-04-02"' in text
    assert 'name="self_due_on"' not in read(client, "/cycles/add/?kind=month")
    data = {
        "code": "2026-Q1", "name_zh": "一季度", "name_en": "Q1", "period_start": "2026-01-01", "period_end": "2026-03-31",
        "self_due_on": "2026-04-02", "others_due_on": "2026-04-03", "superior_due_on": "2026-04-08", "publish_due_on": "",
    }  # fmt: skip
    made = client.post("/cycles/add/?kind=quarter", data)
    cycle = Cycle.objects.get()
    assert made.url == f"/cycles/{cycle.pk}/"
    assert (cycle.kind, cycle.self_due_on, cycle.publish_due_on) == ("quarter", stage.SELF_DUE, None)
    twice = client.post("/cycles/add/?kind=quarter", data)
    assert (twice.status_code, "choose another code" in twice.content.decode()) == (422, True)
    turned = client.post("/cycles/add/", {**data, "code": "x", "period_end": "2025-12-31"})
    assert "change the dates" in turned.content.decode()
    text = read(client, f"/cycles/{cycle.pk}/")
    assert "forms not sent yet" in text
    assert text.count("btn-primary") == 1
    client.post(f"/cycles/{cycle.pk}/move/", {"move": "open_cycle"})
    assert Cycle.objects.get().state == "collecting"


def test_the_board_says_who_is_late_and_what_comes_next(visit):
    cycle = stage.open_quarter()
    text = read(visit("zheng"), f"/cycles/{cycle.pk}/")
    assert "some of them overdue" in text
    assert "<strong>Zhao</strong>" in text
    assert text.count("btn-primary") == 1
    assert 'value="compute_cycle"' in text
    assert 'action="/imports/new/"' in text
    head = read(visit("qian"), f"/cycles/{cycle.pk}/")
    assert 'value="compute_cycle"' not in head
    assert 'action="/imports/new/"' not in head


def test_the_board_shows_findings_the_spread_and_what_cannot_be_told(visit):
    cycle = actions.compute_cycle(rated(), by=cast.user("zheng"))
    text = read(visit("zheng"), f"/cycles/{cycle.pk}/")
    assert "1 person has a score; findings to review:" in text
    assert "the calls drawn were easy" in text
    listed = read(visit("zheng"), f"/cycles/{cycle.pk}/findings/?kind=few_customers")
    assert "1 customer rated: this source is not counted" in listed
    assert "No rating from: Line manager" in text
    assert "only people rated by two line managers can show which" in text
    assert "Rater severity" in text
    assert "no interval" in text
    assert "0%</b>" in text
    assert f"/cycles/{cycle.pk}/publication/" in text
    assert "提请发布" in read(visit("zheng", "zh-hans"), f"/cycles/{cycle.pk}/")


def test_two_superiors_on_few_people_settle_nothing_either(visit):
    cycle = rated()
    second = actions.add_rater(
        stage.participant(cycle), by=cast.user("wu"), source="superior", rater=stage.person("lin")
    )
    stage.rate_by_file(second, level=2)
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    text = read(visit("wu"), f"/cycles/{cycle.pk}/")
    assert "1 person was rated by two line managers and is left out here" in text
    assert "Too few rated in common" in text


def test_second_superiors_are_drawn_from_the_board_once(visit):
    cycle = stage.open_quarter()
    Placement.objects.filter(person__number="zhao").update(lead=stage.person("feng"))
    group, address = visit("zheng"), f"/cycles/{cycle.pk}/"
    assert 'value="draw_second_superiors"' in read(group, address)
    assert 'value="draw_second_superiors"' not in read(visit("qian"), address)
    said = group.post(f"{address}move/", {"move": "draw_second_superiors"}, follow=True).content.decode()
    assert "Forms sent to 2 second raters." in said
    assert 'value="draw_second_superiors"' not in said
    assert group.post(f"{address}move/", {"move": "draw_second_superiors"}).status_code == 409


def test_severities_stand_on_the_board_with_their_intervals(visit):
    cycle = actions.compute_cycle(rated(), by=cast.user("zheng"))
    severities = [
        {"rater": stage.person(name).pk, "severity": s, "se": 0.1, "n": 9} for name, s in (("zhao", 0.4), ("lin", -0.4))
    ]
    detail = {"raters": 2, "scorings": 18, "agents": 14, "severities": severities}
    FairDesign.objects.filter(cycle=cycle, basis="superior").update(unknown="", detail=detail)
    text = read(visit("zheng"), f"/cycles/{cycle.pk}/")
    assert "Ratings can be compared: 2 raters scored 14 people 18 times." in text
    assert "<b>+0.40</b>" in text
    assert "[+0.20, +0.60]" in text


def test_a_cycle_goes_all_the_way_through_its_page(visit):
    cycle = rated()
    group, head = visit("zheng"), visit("qian")
    address = f"/cycles/{cycle.pk}/move/"
    group.post(address, {"move": "compute_cycle"})
    assert group.post(address, {"move": "reopen_cycle", "reason": ""}).status_code == 422
    group.post(address, {"move": "reopen_cycle", "reason": "a form came late"})
    assert (Cycle.objects.get().state, Result.objects.count()) == ("collecting", 0)
    assert head.post(address, {"move": "compute_cycle"}).status_code == 403
    group.post(address, {"move": "compute_cycle"})
    stage.publish(Cycle.objects.get())
    text = read(group, f"/cycles/{cycle.pk}/")
    assert "Published on" in text
    assert "btn-primary" not in text
    assert group.post(address, {"move": "compute_cycle"}).status_code == 409
    assert group.post(address, {"move": "delete_everything"}).status_code == 409
    assert group.get(address).status_code == 405


def test_a_large_cycle_is_computed_behind_and_the_page_shows_how_far(visit, monkeypatch):
    cycle = rated()
    monkeypatch.setattr("hengcai.appraisal.queries.cycles.COMPUTED_AT_ONCE", 2)
    client = visit("zheng")
    client.post(f"/cycles/{cycle.pk}/move/", {"move": "compute_cycle"})
    job = Job.objects.get()
    text = read(client, f"/cycles/{cycle.pk}/")
    assert "Calculating results" in text
    assert f'data-job="/jobs/{job.pk}/"' in text
    assert "btn-primary" not in text
    while work_once():
        pass
    assert "has a score" in read(client, f"/cycles/{cycle.pk}/")
    Job.objects.update(state="failed")
    assert "stopped early" in read(client, f"/cycles/{cycle.pk}/")


def test_a_months_board_needs_no_forms(visit):
    cycle = stage.open_month()
    client = visit("zheng")
    assert "Collecting the month" in read(client, f"/cycles/{cycle.pk}/")
    client.post(f"/cycles/{cycle.pk}/move/", {"move": "compute_cycle"})
    text = read(client, f"/cycles/{cycle.pk}/")
    assert "No data at all this month" in text
    assert "No scores yet" in text
    for number, name in enumerate(("li", "wang", "he")):
        stage.contact(stage.person(name), 1, csat=str(3 + number))
    client.post(f"/cycles/{cycle.pk}/move/", {"move": "compute_cycle"})
    text = read(client, f"/cycles/{cycle.pk}/")
    assert "no findings" in text
    assert "Everyone has points" in text
    assert "No forms" not in text
    assert "calculated from evaluations and figures" in read(client, f"/cycles/people/{stage.participant(cycle).pk}/")


def test_many_on_one_score_stand_as_a_column(visit):
    cycle = actions.compute_cycle(rated(), by=cast.user("zheng"))
    for number in range(11):
        person = stage.colleague(f"many{number}")
        member = cycle.participants.create(person=person, post=stage.participant(cycle).post)
        Result.objects.create(
            participant=member,
            status="scored",
            exact="4",
            final="4.0",
            band="good",
            detail={},
            computed_at="2026-04-09T02:00Z",
        )
    text = read(visit("zheng"), f"/cycles/{cycle.pk}/")
    assert '<rect class="ap-column"' in text
    assert "12 people with a score: excellent 0, good 12, to improve 0" in text.replace(
        "Excellent", "excellent"
    ).replace("Good", "good").replace("To improve", "to improve")


def test_the_tables_behind_the_scores_come_as_one_file(visit):
    cycle = actions.compute_cycle(rated(), by=cast.user("zheng"))
    answer = visit("wu").get(f"/cycles/{cycle.pk}/tables/")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert sorted(archive.namelist()) == ["csat.csv", "policy.yaml", "ratings.csv", "tests.csv"]
        ratings = archive.read("ratings.csv").decode("utf-8-sig")
    assert ratings.splitlines()[0] == "agent,source,rater,item,score"
    assert "zhao" not in ratings


def test_marks_are_brought_in_from_the_cycles_page(visit, settings):
    cycle = stage.open_quarter()
    client = visit("wu")
    file = SimpleUploadedFile("marks.csv", "cycle,agent,test,mark\n2026-Q1,li,业务知识,71\n".encode())
    answer = client.post("/imports/new/", {"kind": "tests", "file": file})
    assert answer.status_code == 302
    while work_once():
        pass
    assert "Written test marks: 1 person" in read(client, f"/cycles/{cycle.pk}/")


def test_people_are_found_filtered_and_taken_in(visit):
    cycle = actions.compute_cycle(rated(), by=cast.user("zheng"))
    client = visit("zheng")
    address = f"/cycles/{cycle.pk}/people/"
    assert "Wang</a>" in read(client, address)
    only = read(client, f"{address}?q=Li")
    assert ("Li</a>" in only, "Wang</a>" in only) == (True, False)
    far = read(client, f"{address}?show=far_off")
    assert ("Li</a>" in far, "Wang</a>" in far) == (True, False)
    assert "No one matches." in read(client, f"{address}?q=nobodyatall")
    assert "Wang</a>" in read(client, f"{address}?show=waiting")
    assert "Include a person" not in read(client, address)


def test_somebody_is_taken_in_by_number_or_by_a_name_that_is_certain(visit):
    cycle = stage.open_quarter()
    client, address = visit("wu"), f"/cycles/{cycle.pk}/people/add/"
    stage.colleague("late")
    Person.objects.create(number="t1", name="Twin")
    Person.objects.create(number="t2", name="Twin")
    for text, said in (
        ("", "This field is required."),
        ("nobody", "No one was found"),
        ("Twin", "t1, t2"),
        ("t1", "held no role"),
    ):
        answer = client.post(address, {"person": text})
        assert (answer.status_code, said in answer.content.decode()) == (422, True), text
    assert client.post(address, {"person": "late"}).status_code == 302
    assert client.post(address, {"person": "Late"}).status_code == 302
    assert cycle.participants.filter(person__number="late").count() == 1
    assert visit("qian").post(address, {"person": "late"}).status_code == 403


def test_raters_are_changed_on_the_persons_page(visit):
    cycle = stage.open_quarter()
    li, client = stage.participant(cycle), visit("zheng")
    address = f"/cycles/people/{li.pk}/"
    assert client.post(f"{address}raters/", {"source": "superior", "rater": "lin"}).status_code == 302
    added = RatingTask.objects.get(participant=li, source="superior", rater__number="lin")
    own = client.post(f"{address}raters/", {"source": "peer", "rater": "li"})
    assert (own.status_code, "by someone else" in own.content.decode()) == (422, True)
    client.post(f"/cycles/forms/{added.pk}/withdraw/")
    assert RatingTask.objects.get(pk=added.pk).state == "withdrawn"
    sent = stage.send(stage.task(cycle), by="zhao")
    client.post(f"/cycles/forms/{sent.pk}/return/", {"reason": "one item has no reason"})
    assert RatingTask.objects.get(pk=sent.pk).state == "open"
    assert "one item has no reason" in read(client, address)
    assert "Send the form" in read(client, address)


def test_a_member_cannot_reach_their_own_case_and_the_head_no_raters(visit):
    stage.in_force_everything()
    stage.person("zheng")
    stage.person("li")
    cycle = actions.open_cycle(stage.cycle(), by=cast.user("wu"), today=stage.END)
    mine = stage.participant(cycle, "zheng")
    form = mine.tasks.all()[0]
    client = visit("zheng")
    assert "Zheng</a>" not in read(client, f"/cycles/{cycle.pk}/people/")
    read(client, f"/cycles/people/{mine.pk}/", 404)
    assert client.post(f"/cycles/forms/{form.pk}/withdraw/").status_code == 404
    head = read(visit("qian"), f"/cycles/{cycle.pk}/people/")
    assert "still out" not in head
    assert visit("qian").post(f"/cycles/forms/{form.pk}/withdraw/").status_code == 403


def queries_of(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200
    return len(found)


def test_many_people_and_cycles_cost_as_many_queries_as_few(visit):
    cycle = actions.compute_cycle(rated(), by=cast.user("zheng"))
    client = visit("zheng")
    addresses = (
        "/cycles/",
        f"/cycles/{cycle.pk}/",
        f"/cycles/{cycle.pk}/people/",
        "/policies/",
        f"/cycles/people/{stage.participant(cycle).pk}/",
    )
    before = [queries_of(client, address) for address in addresses]
    actions.reopen_cycle(cycle, by=cast.user("zheng"), reason="more people")
    for number in range(3):
        actions.add_participant(cycle, by=cast.user("zheng"), person=stage.colleague(f"more{number}"))
        stage.cycle(code=f"c{number}")
        actions.add_policy(cast.centre(), by=cast.user("wu"), kind="quarterly", text="customer_minimum: 6")
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    assert [queries_of(client, address) for address in addresses] == before
    assert max(before) <= 30


def test_a_centres_own_bands_are_called_by_their_code(visit):
    text = 'name: Own\nbands: [{code: star, from: "4.6"}, {code: solid, from: "3"}, {code: start, from: "1"}]\n'
    draft = actions.add_policy(cast.centre(), by=cast.user("wu"), kind="quarterly", text=text)
    procedure.in_force(draft, on=stage.END)
    cycle = actions.compute_cycle(rated(), by=cast.user("zheng"))
    client = visit("zheng")
    for address in (f"/policies/{draft.pk}/", f"/cycles/{cycle.pk}/", f"/cycles/{cycle.pk}/people/"):
        assert "</svg>solid</span>" in read(client, address), address


def test_the_form_of_a_new_cycle_proposes_the_period_that_is_not_laid_out_yet(visit):
    cycle = stage.open_quarter()
    text = read(visit("zheng"), "/cycles/add/?kind=quarter")
    after = cycle.period_end + timedelta(days=1)
    assert f'name="period_start" value="{after}"' in text
    assert "the new cycle continues from there" in text
    assert "none of this type yet" in read(visit("zheng"), "/cycles/add/?kind=probation")
