"""Red lines by program: reporting, the cases, judging as a second person."""

import pytest

from hengcai.accounts.models import RoleGrant
from hengcai.quality.actions import judge_case, report_red_line
from hengcai.quality.models import Case
from tests import cast
from tests.api.asking import done, items, problem, refused, sent, told
from tests.quality import scene

HEARD = {"confirm": True, "judgement": "heard it too"}


def reported(agent=None, by="chen"):
    facts = {"red_line": scene.red_line(), "reason": "swore, number 13812345678", "turn": 1}
    return report_red_line(scene.evaluation(agent), by=cast.user(by), **facts)


def judged(case):
    return judge_case(case, by=cast.user("feng"), confirm=True, judgement="heard it too")


def place(made):
    return f"/quality/evaluations/{made.pk}/cases"


def judgement(case):
    return f"/quality/cases/{case.pk}/judge"


def test_an_analyst_reports_from_a_draft_and_a_second_person_judges(enter):
    given, client = scene.assignment(), enter("chen")
    scene.red_line()
    draft = done(client, f"/quality/assignments/{given.pk}/draft", {"marks": {}, "edit_count": 0}, method="put")
    (line,) = items(client, "/quality/red-lines")
    assert line["definition"] == {"zh": "骂人", "en": "Swearing"}
    facts = {"red_line": line["code"], "reason": "swore", "turn": 2}
    case = done(client, f"/quality/evaluations/{draft['id']}/cases", facts)
    assert (case["state"], case["turn"], case["contact"]) == ("open", 2, given.contact_id)
    assert (case["reported_by"], case["judged_by"]) == ("Chen", None)
    found = done(enter("feng"), f"/quality/cases/{case['id']}/judge", HEARD)
    assert (found["state"], found["judged_by"], found["judgement"]) == ("confirmed", "Feng", "heard it too")


def test_a_case_is_read_with_what_counts_and_what_was_said(enter):
    case, client = reported(), enter("feng")
    found = told(client, f"/quality/cases/{case.pk}")
    assert (found["red_line"], found["name"]["en"], found["may_judge"]) == ("abuse", "Abuse", True)
    assert found["reason"] == "swore, number 138****5678"
    assert "138****5678" in found["turns"][1]["text"]
    assert told(enter("chen"), f"/quality/cases/{case.pk}")["may_judge"] is False


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"reason": " "}, 422, "quality.case_reason_missing"), ({"turn": 99}, 422, "quality.turn_unknown"),
        ({"turn": -1}, 422, "quality.turn_unknown"), ({"red_line": "rude"}, 422, "quality.red_line_unknown"),
        ({"red_line": "abuse"}, 409, "quality.case_open_already"), ({"reason": "x" * 4001}, 422, "malformed"),
        ({"reason": "a\x00b"}, 422, "malformed"), ({"turn": "one"}, 422, "malformed"),
    ],
)  # fmt: skip
def test_a_report_is_refused_with_its_reason(enter, change, status, code):
    case = reported()
    scene.red_line("leak")
    facts = {"red_line": "leak", "reason": "read it out", **change}
    problem(sent(enter("chen"), place(case.evaluation), facts), status, code)
    assert Case.objects.count() == 1


def test_a_judgement_needs_its_grounds_and_is_given_once(enter):
    case, client = reported(), enter("feng")
    problem(sent(client, judgement(case), {**HEARD, "judgement": " "}), 422, "quality.judgement_missing")
    assert done(client, judgement(case), {**HEARD, "confirm": False})["state"] == "dismissed"
    assert problem(sent(enter("zheng"), judgement(case), HEARD), 409, "move.state")["state"] == "dismissed"


@pytest.mark.parametrize("confirm", ["yes", "true", 1, None])
def test_a_judgement_is_true_or_false_and_nothing_like_it(enter, confirm):
    case = reported()
    problem(sent(enter("feng"), judgement(case), {**HEARD, "confirm": confirm}), 422, "malformed")
    assert Case.objects.get().state == "open"


def test_who_reported_or_scored_it_does_not_judge(enter):
    case = reported(by="feng")
    problem(sent(enter("feng"), judgement(case), HEARD), 403, "permission.reach")
    RoleGrant.objects.create(user=cast.user("chen"), role="quality_supervisor")
    problem(sent(enter("chen"), judgement(case), HEARD), 403, "permission.reach")
    for reader in ("cao", "zhao", "wu", "qian", "li"):
        problem(sent(enter(reader), judgement(case), HEARD), 403, "permission.role")
    assert Case.objects.get().state == "open"


@pytest.mark.parametrize(
    ("reader", "status"), [("cao", 404), ("zhao", 403), ("li", 403), ("wu", 403), ("qian", 403), ("zhou", 403)]
)
def test_reporting_is_for_those_who_scored_it_and_those_above(enter, reader, status):
    made = scene.evaluation()
    facts = {"red_line": scene.red_line().code, "reason": "swore"}
    problem(sent(enter(reader), place(made), facts), status, "missing" if status == 404 else "permission.role")
    assert not Case.objects.exists()


@pytest.mark.parametrize(
    ("reader", "before", "after"),
    [("li", 0, 1), ("wang", 0, 0), ("zhao", 0, 1), ("lin", 0, 0), ("wu", 0, 1), ("chen", 1, 1), ("cao", 0, 0)],
)
def test_who_sees_a_case_before_and_after_it_is_confirmed(enter, reader, before, after):
    case, client = reported(), enter(reader)
    for count, act in ((before, None), (after, judged)):
        if act:
            act(case)
        assert len(items(client, "/quality/cases")) == count
        assert client.get(f"/api/quality/cases/{case.pk}").status_code == (200 if count else 404)


def test_the_one_it_is_about_reads_no_names(enter):
    case = judged(reported())
    text = enter("li").get(f"/api/quality/cases/{case.pk}").content.decode()
    assert "heard it too" in text
    assert "Chen" not in text
    assert "Feng" not in text
    (row,) = items(enter("li"), "/quality/cases")
    assert (row["reported_by"], row["judged_by"]) == (None, None)


def test_waiting_cases_come_first_and_three_cost_as_many_queries_as_one(enter, queries):
    first, client = judged(reported()), enter("feng")
    one = queries(client, "/api/quality/cases")
    waiting, later = reported(cast.wang()), judged(reported(cast.he()))
    assert [row["id"] for row in items(client, "/quality/cases")] == [waiting.pk, later.pk, first.pk]
    assert queries(client, "/api/quality/cases") == one <= 6


def test_a_role_that_sees_no_case_is_told_so(enter):
    refused(enter("zhou"), "/quality/cases", 403, "permission.role")
    refused(enter("li"), "/quality/red-lines", 403, "permission.role")
