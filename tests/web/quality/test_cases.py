"""Red-line cases: reported by one, judged by another, seen by the agent only once confirmed."""

import pytest
from django.urls import reverse

from hengcai.quality.actions import judge_case, report_red_line
from hengcai.quality.models import Case
from tests import cast
from tests.quality import scene


def reported(agent=None):
    made = scene.evaluation(agent)
    return report_red_line(made, by=made.evaluator, red_line=scene.red_line(), reason="swore", turn=1)


def page_of(case):
    return reverse("judge-case", args=[case.pk])


def test_the_reporter_may_not_judge_and_a_second_person_may(db, enter):
    case = reported()
    assert "Your decision" not in enter("chen").get(page_of(case)).content.decode()
    assert enter("chen").post(page_of(case), {"verdict": "confirm", "judgement": "heard"}).status_code == 403
    assert "Your decision" in enter("feng").get(page_of(case)).content.decode()
    assert enter("feng").post(page_of(case), {"verdict": "confirm", "judgement": "heard"}).status_code == 302
    assert Case.objects.get().state == "confirmed"


def test_a_judgement_without_grounds_is_refused_beside_the_field(db, enter):
    case = reported()
    answer = enter("feng").post(page_of(case), {"verdict": "dismiss", "judgement": " "})
    assert answer.status_code == 422
    assert "judgement" in answer.context["form"].errors
    assert Case.objects.get().state == "open"


def test_dismissing_closes_it_too(db, enter):
    case = reported()
    enter("feng").post(page_of(case), {"verdict": "dismiss", "judgement": "quoted the customer"})
    assert Case.objects.get().state == "dismissed"


def test_the_agent_sees_a_case_only_when_it_is_confirmed(db, enter):
    case = reported(cast.li())
    assert enter("li").get(page_of(case)).status_code == 404
    judge_case(case, by=cast.user("feng"), confirm=True, judgement="heard")
    text = enter("li").get(page_of(case)).content.decode()
    assert "heard" in text
    assert "Chen" not in text
    assert "Feng" not in text
    assert enter("wang").get(page_of(case)).status_code == 404


@pytest.mark.parametrize(("reader", "status"), [("wang", 404), ("zhao", 403), ("cao", 404), ("wu", 403)])
def test_reporting_is_for_those_who_scored_it(db, enter, reader, status):
    made = scene.evaluation(cast.li())
    door = reverse("report-red-line", args=[made.pk])
    assert enter(reader).get(door).status_code == (403 if reader == "wang" else status)


def test_reporting_the_same_twice_is_refused_on_the_form(db, enter):
    case = reported()
    door = reverse("report-red-line", args=[case.evaluation_id])
    answer = enter("chen").post(door, {"red_line": case.red_line_id, "reason": "again"})
    assert answer.status_code == 422
    assert "red_line" in answer.context["form"].errors
    silent = enter("chen").post(door, {"red_line": scene.red_line("leak").pk, "reason": "", "line": "77"})
    assert silent.status_code == 422


def test_a_line_that_is_not_there_is_refused_beside_its_field(db, enter):
    made, line = scene.evaluation(), scene.red_line()
    door = reverse("report-red-line", args=[made.pk])
    answer = enter("chen").post(door, {"red_line": line.pk, "reason": "swore", "line": "77"})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["line"])


def test_the_list_opens_with_those_that_wait(db, enter):
    old = reported()
    judge_case(old, by=cast.user("feng"), confirm=False, judgement="no")
    waiting = reported(cast.wang())
    later = reported(cast.he())
    judge_case(later, by=cast.user("feng"), confirm=True, judgement="yes")
    answer = enter("feng").get(reverse("list-cases"))
    assert next(iter(answer.context["page"])) == waiting


def test_a_longer_list_takes_no_more_queries(db, enter, queries):
    client = enter("feng")
    reported()
    one = queries(client, reverse("list-cases"))
    for agent in (cast.wang(), cast.he()):
        reported(agent)
    assert queries(client, reverse("list-cases")) == one


def test_an_empty_list_says_what_to_do(db, enter):
    assert "No case" in enter("feng").get(reverse("list-cases")).content.decode()
    assert "no confirmed red-line cases" in enter("li").get(reverse("list-cases")).content.decode()


def test_a_customers_number_in_what_was_written_is_covered(db, enter):
    made = scene.evaluation()
    facts = {"red_line": scene.red_line(), "reason": "gave away 13812345678", "turn": 1}
    case = report_red_line(made, by=made.evaluator, **facts)
    judge_case(case, by=cast.user("feng"), confirm=True, judgement="13812345678 it was")
    text = enter("feng").get(page_of(case)).content.decode()
    assert "gave away 138****5678" in text
    assert "138****5678 it was" in text
    assert "13812345678" not in text
