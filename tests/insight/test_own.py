"""An analyst's own yardstick: known where it can be, told why where it cannot, and about nobody else."""

from datetime import UTC, date, datetime

import pytest

from hengcai.appraisal.models import FairDesign
from hengcai.insight.letters.own import own_card
from hengcai.insight.queries.own import LEAST_CONTACTS, own_yardstick
from hengcai.paper.telling import Teller
from hengcai.quality.models import Answer, Assignment, Evaluation
from tests import cast
from tests.insight import stage

pytestmark = pytest.mark.usefixtures("standards")
TODAY = date(2026, 4, 2)


def design(cycle, *, unknown="", chen=None, cao=(3.0, 1.0), n=40):
    pairs = {"chen": chen, "cao": cao}
    told = [
        {"rater": cast.user(name).pk, "severity": pair[0], "se": pair[1], "n": n}
        for name, pair in pairs.items()
        if pair
    ]
    return FairDesign.objects.create(
        cycle=cycle, basis="evaluations", unknown=unknown, detail={"severities": told} if not unknown else {},
        computed_at=datetime(2026, 4, 1, tzinfo=UTC),
    )  # fmt: skip


def card(language="en"):
    return own_card(own_yardstick(cast.user("chen"), today=TODAY), Teller(language))


@pytest.mark.parametrize(("severity", "said"), [
    ((3.0, 1.0), "For the same work you score 3.0 points below the average analyst: a significant difference, on the strict side."),
    ((-3.0, 1.0), "For the same work you score 3.0 points above the average analyst: a significant difference, on the lenient side."),
    ((1.0, 1.0), "Stricter than the average analyst by 1.0 points; the interval includes 0, so the difference is not significant."),
])  # fmt: skip
def test_severity_is_told_with_its_interval_and_whether_it_is_more_than_chance(db, severity, said):
    design(stage.quarter(), chen=severity)
    found = card()
    assert list(found.sentences) == [said]
    value, se = severity
    low, high = value - 1.959964 * se, value + 1.959964 * se
    shown = [f"{one:+.1f}".replace("-", "\N{MINUS SIGN}") for one in (value, low, high)]
    assert found.pictures[0].caption.startswith(f"{shown[0]} [{shown[1]}, {shown[2]}] points · 40 contacts")


@pytest.mark.parametrize("why", ["no_data", "too_few", "constant", "one_rater", "not_linked", "no_interval"])
def test_where_severity_cannot_be_known_it_says_why_in_both_languages(db, why):
    design(stage.quarter(), unknown=why)
    zh, en = card("zh-hans"), card()
    assert zh.sentences[0].startswith("无法判断评分尺度")
    assert en.sentences[0].startswith("Severity is not known")
    assert not en.pictures


def test_who_scored_nothing_in_a_cycle_is_told_so_and_never_of_others(db):
    design(stage.quarter(), chen=None)
    assert card().sentences == ["Severity is not known: you scored nothing in First quarter."]
    assert "3.0" not in str(card())


def test_the_newest_that_is_known_stands_before_a_newer_that_is_not(db):
    design(stage.quarter(code="2025-Q4", period=stage.Q4), chen=(2.0, 0.5))
    design(stage.quarter(), unknown="not_linked")
    found = own_yardstick(cast.user("chen"), today=TODAY)
    assert (found.newest.cycle.code, found.newest.severity) == ("2025-Q4", 2.0)


def test_before_any_computed_cycle_there_is_nothing_to_tell(db):
    assert card().sentences == ["Severity is not known yet: it is calculated with the first appraisal period."]


def also(evaluation, value, total, *, by="cao", state="submitted"):
    """The same contact scored by another analyst."""
    first = evaluation.assignment
    given = Assignment.objects.create(
        contact=first.contact, scorecard=first.scorecard, analyst=cast.user(by), assigned_by=cast.user("feng"),
        assigned_at=first.assigned_at, due_on=first.due_on, state="done",
    )  # fmt: skip
    made = Evaluation.objects.create(
        assignment=given, agent=evaluation.agent, scorecard=first.scorecard, evaluator=cast.user(by),
        contact_on=evaluation.contact_on, state=state, is_current=state != "draft", exact=str(total), total=total,
    )  # fmt: skip
    Answer.objects.create(evaluation=made, item=evaluation.answers.get().item, value=value)
    return made


def twice(pairs, *, on=date(2026, 3, 12)):
    for number, (mine, other) in enumerate(pairs):
        one = stage.evaluated("li", mine, number=number, on=on)
        Evaluation.objects.filter(pk=one.pk).update(total=int(mine) * 20)
        also(one, other, int(other) * 20)


def agreement():
    return own_yardstick(cast.user("chen"), today=TODAY).agreement


def test_agreement_counts_marks_alike_on_contacts_scored_by_two(db):
    twice([("4", "4"), ("3", "3"), ("5", "4"), ("2", "2"), ("4", "4"), ("3", "3")])
    stage.evaluated("li", "1", number=50)  # by one alone
    found = agreement()
    assert (found.n, found.exact.estimate) == (6, pytest.approx(5 / 6))
    assert found.exact.low < 5 / 6 < found.exact.high
    assert found.alpha.estimate == pytest.approx(1 - (400 / 6) / (85600 / 132))


def test_fewer_than_five_in_common_are_too_few_and_it_says_how_many(db):
    twice([("4", "4")] * (LEAST_CONTACTS - 1))
    assert agreement().exact is None
    assert list(card().notes) == [
        "Agreement is not known: in the last three months 4 of your contacts were also scored by someone else; 5 are needed."
    ]


def test_drafts_and_the_analysts_own_corrections_are_no_second_opinion(db):
    one = stage.evaluated("li", "4")
    also(one, "4", 80, state="draft")
    assert agreement().n == 0


def test_the_headline_is_of_three_months_the_table_of_six(db):
    twice([("4", "4")] * LEAST_CONTACTS, on=date(2025, 12, 3))
    found = own_yardstick(cast.user("chen"), today=TODAY)
    assert (found.agreement.n, [(one.since, one.n) for one in found.by_month]) == (0, [(date(2025, 12, 1), 5)])
    assert card().table.rows[0][2].startswith("100%")


def test_totals_all_alike_leave_alpha_unknown_in_words(db):
    twice([("4", "4")] * LEAST_CONTACTS)
    assert dict(card().facts)["Alpha of total scores"] == "all the same, unknown · 5 contacts"


def test_nobody_else_is_named_on_the_card(db):
    design(stage.quarter(), chen=(1.0, 1.0))
    twice([("4", "5")] * 6)
    assert "Cao" not in str(card())
