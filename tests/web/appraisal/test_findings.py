"""The list of findings and the question at a rater's home: what they offer and to whom."""

import pytest

from hengcai.appraisal import actions
from hengcai.appraisal.models import Finding, Question, RaterFinding, RatingTask, Settlement
from hengcai.appraisal.rules.raters import Given
from hengcai.quality.models import Assignment, Evaluation
from tests import cast
from tests.appraisal import stage
from tests.quality import scene

pytestmark = pytest.mark.usefixtures("standards")


@pytest.fixture
def cycle(db):
    made = stage.open_quarter()
    stage.observe(stage.person("li"), "communication", ["5", "5", "5"])
    stage.send(stage.task(made, source="self"), by="li")
    stage.send(stage.task(made), by="zhao", communication=Given(2, reason="the calls drawn were easy"))
    return actions.compute_cycle(made, by=cast.user("zheng"))


def harsh(cycle):
    facts = {"difference": 4, "low": 2, "high": 6, "n": 12, "key": "rater:evaluations:chen"}
    return RaterFinding.objects.create(cycle=cycle, basis="evaluations", user=cast.user("chen"), **facts)


def read(client, cycle):
    return client.get(f"/cycles/{cycle.pk}/findings/").content.decode()


def test_the_harshest_analyst_is_finding_number_one_on_board_and_list(visit, cycle):
    harsh(cycle)
    for address in (f"/cycles/{cycle.pk}/", f"/cycles/{cycle.pk}/findings/"):
        text = visit("zheng").get(address).content.decode()
        lines = text[text.index("ap-lines") :]
        assert "scores 4.0 points below the average analyst, over 12 contacts" in lines
        assert lines.index("average analyst") < lines.index("gave 2")


def test_the_head_reads_findings_and_does_nothing_about_them(visit, cycle):
    harsh(cycle)
    text = read(visit("qian"), cycle)
    assert "average analyst" in text
    assert "<summary" not in text[text.index("ap-lines") : text.index("</main>")]


def test_a_rating_is_given_back_from_its_finding(visit, cycle):
    form = stage.task(cycle)
    assert f"/cycles/forms/{form.pk}/return/" in read(visit("zheng"), cycle)
    answer = visit("zheng").post(f"/cycles/forms/{form.pk}/return/", {"reason": "look again", "back": "findings"})
    assert answer.url == f"/cycles/{cycle.pk}/findings/"
    assert RatingTask.objects.get(pk=form.pk).state == "open"


def test_the_rater_is_asked_finds_it_at_home_and_answers(visit, cycle):
    far = Finding.objects.get(kind="far_off")
    visit("zheng").post(f"/cycles/findings/{far.pk}/", {"do": "ask", "reason": "Which calls?"})
    question, lead = Question.objects.get(), visit("zhao")
    address = f"/ratings/questions/{question.pk}/"
    assert address in lead.get("/").content.decode()
    assert "Which calls?" in lead.get(address).content.decode()
    assert lead.post(address, {"answer": ""}).status_code == 422
    lead.post(address, {"answer": "the three of 12 March"})
    assert address not in lead.get("/").content.decode()
    assert "the three of 12 March" in read(visit("zheng"), cycle)
    assert visit("li").get(address).status_code == 404


def test_who_has_not_sent_is_reminded_once_a_day(visit, cycle):
    form, group = stage.task(cycle, "he"), visit("zheng")
    said = [group.post(f"/cycles/forms/{form.pk}/nudge/", follow=True).content.decode() for _twice in range(2)]
    assert "Reminder sent to the task list of Lin" in said[0]
    assert "A reminder has been sent today already" in said[1]


def test_a_second_superior_is_asked_from_the_finding(visit, cycle):
    data = {"source": "superior", "rater": "lin", "back": "findings"}
    answer = visit("zheng").post(f"/cycles/people/{stage.participant(cycle).pk}/raters/", data)
    assert answer.url == f"/cycles/{cycle.pk}/findings/"
    assert RatingTask.objects.filter(participant__person__number="li", rater__number="lin").exists()


def test_another_analyst_scores_again(visit, cycle):
    made = scene.evaluation(stage.person("li"))
    Evaluation.objects.filter(pk=made.pk).update(contact_on=stage.END)
    row, other = harsh(cycle), cast.user("cao")
    data = {"do": "rescore", "analyst": other.pk}
    assert (
        "Assigned to Cao to score again."
        in visit("zheng").post(f"/cycles/raters/{row.pk}/", data, follow=True).content.decode()
    )
    assert Assignment.objects.filter(analyst=other).count() == 1


def test_a_finding_is_settled_with_a_reason_that_stands_on_it(visit, cycle):
    row, group = harsh(cycle), visit("zheng")
    assert "Give a reason" in group.post(f"/cycles/raters/{row.pk}/", {"do": "settle"}, follow=True).content.decode()
    group.post(f"/cycles/raters/{row.pk}/", {"do": "settle", "reason": "calibrated since"})
    assert "Resolved by Zheng: calibrated since" in read(group, cycle)
    assert Settlement.objects.count() == 1


def test_before_scores_are_computed_neither_page_says_all_is_well(visit, db):
    early = stage.open_quarter()
    assert "Results must be calculated first" in read(visit("zheng"), early)
    text = visit("zheng").get(f"/cycles/{early.pk}/publication/").content.decode()
    assert "There is nothing to publish yet" in text
    assert "will see this" not in text
