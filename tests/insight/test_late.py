"""What is late, with whom, and who is told."""

from datetime import UTC, date, datetime

import pytest

from hengcai.appraisal.models import Cycle, RatingTask
from hengcai.insight.letters.state import late_letter, sights
from hengcai.insight.queries.late import SHOWN, lateness
from hengcai.quality.models import Assignment, Case, Dispute, Evaluation, RedLine
from tests import cast
from tests.insight import stage

pytestmark = pytest.mark.usefixtures("standards")
TODAY = date(2026, 4, 10)
DUE = date(2026, 4, 6)


def late(name, today=TODAY):
    return lateness(cast.user(name), today=today)


def lines(name):
    return [(one.kind, one.name, one.n, one.days) for one in late(name).lines]


@pytest.fixture
def forms(db):
    """Li owes her own form and a colleague's, Zhao the one on Li; He of another team owes his own."""
    cycle = stage.quarter(state="collecting")
    li, he = stage.joined(cycle, "li"), stage.joined(cycle, "he")
    zhao = stage.person("zhao")
    for participant, source, rater, due in (
        (li, "self", li.person, DUE), (he, "peer", li.person, DUE), (li, "superior", zhao, date(2026, 4, 8)),
        (he, "self", he.person, TODAY),
    ):  # fmt: skip
        RatingTask.objects.create(participant=participant, source=source, rater=rater, due_on=due)
    return cycle


def test_a_form_is_late_from_the_day_after_its_last(forms):
    assert lines("zheng") == [("rating", "Li", 2, 4), ("rating", "Zhao", 1, 2)]
    assert [one.days for one in late("zheng", date(2026, 4, 11)).lines] == [5, 3, 1]


def test_a_lead_is_told_of_those_led_and_of_no_peers_form(forms):
    assert lines("zhao") == [("rating", "Li", 1, 4)]
    assert lines("lin") == []


@pytest.mark.parametrize("name", ["li", "chen", "zhou", "sun", "feng"])
def test_who_answers_for_nobodys_forms_is_told_of_none(forms, name):
    assert lines(name) == []


def test_sent_withdrawn_and_closed_forms_are_not_late(forms):
    RatingTask.objects.filter(rater__number="li", source="self").update(state="sent")
    RatingTask.objects.filter(source="peer").update(state="withdrawn")
    assert lines("qian") == [("rating", "Zhao", 1, 2)]
    Cycle.objects.filter(pk=forms.pk).update(state="published")
    assert lines("qian") == []


def test_work_given_out_waits_with_its_analyst_and_links_to_who_may_take_it_back(db):
    given = stage.evaluated("li", "4", on=DUE).assignment
    Assignment.objects.filter(pk=given.pk).update(state="open")
    assert lines("feng") == [("scoring", "Chen", 1, 4)]
    assert [late(name).lines[0].page for name in ("feng", "zheng", "qian")] == ["list-given", "list-given", ""]
    assert lines("zhao") == lines("chen") == []


def test_a_red_line_is_late_from_the_next_day_and_nobodys_name_is_put_to_it(db):
    made = stage.evaluated("li", "1")
    line = RedLine.objects.create(
        code="abuse", name={"zh": "辱骂", "en": "Abuse"}, definition={"zh": "骂", "en": "Swore"}
    )
    facts = {"evaluation": made, "agent": made.agent, "red_line": line, "reason": "said so"}
    Case.objects.create(**facts, reported_by=cast.user("chen"), reported_at=datetime(2026, 4, 9, 2, tzinfo=UTC))
    assert lines("feng") == [("case", "", 1, 1)]
    assert lateness(cast.user("feng"), today=date(2026, 4, 9)).pieces == 0
    (line,) = late_letter(late("feng"), "en").lines
    assert (line.who, line.days) == ("Quality supervisors, review panel", "1 day")


def test_a_dispute_past_its_day_is_late_with_who_took_it_or_with_nobody(db):
    made = stage.evaluated("li", "1")
    facts = {"raised_by": cast.user("li"), "raised_at": datetime(2026, 4, 1, 2, tzinfo=UTC), "due_on": DUE}
    one = Dispute.objects.create(evaluation=made, **facts)
    assert lines("feng") == lines("qian") == [("dispute", "", 1, 4)]
    assert lateness(cast.user("feng"), today=DUE).pieces == 0
    (said,) = late_letter(late("feng"), "en").lines
    assert (said.who, said.what, said.page) == ("Not taken on yet", "Disputes not decided", "list-disputes")
    Dispute.objects.filter(pk=one.pk).update(state="taken", decider=cast.user("cao"))
    assert lines("feng") == [("dispute", "Cao", 1, 4)]
    assert lines("zhao") == lines("cao") == []
    Dispute.objects.filter(pk=one.pk).update(state="decided")
    assert lines("feng") == []


def test_evaluations_may_wait_a_week_for_publication(db):
    made = stage.evaluated("li", "4", state="submitted")
    Evaluation.objects.filter(pk=made.pk).update(submitted_at=datetime(2026, 4, 1, 4, tzinfo=UTC))
    assert lines("feng") == [("evaluations", "", 1, 2)]
    assert lateness(cast.user("feng"), today=date(2026, 4, 8)).pieces == 0


def test_a_cycle_past_its_day_of_publication_is_late(db):
    cycle = stage.quarter(state="preliminary")
    Cycle.objects.filter(pk=cycle.pk).update(publish_due_on=DUE)
    assert lines("qian") == lines("zheng") == [("cycle", "", 1, 4)]
    assert lines("feng") == []


def test_the_oldest_few_are_named_and_all_are_counted(forms):
    for number in range(SHOWN + 2):
        one = stage.colleague(f"mate-{number}")
        joined = stage.joined(forms, f"mate-{number}")
        RatingTask.objects.create(participant=joined, source="self", rater=one, due_on=date(2026, 4, 7))
    found = late("qian")
    assert (len(found.lines), found.people, found.pieces) == (SHOWN, SHOWN + 4, SHOWN + 5)
    assert (found.more, found.lines[0].name) == (4, "Li")
    (said,) = sights([], found, "zh-hans")
    assert said.text.replace("\u2009", " ") == f"逾期：{SHOWN + 5} 件，涉及 {SHOWN + 4} 处，最长逾期 4 天"
    assert sights([], late("lin"), "en")[0].text == "Overdue: none"
