"""What may be said of a course: on centres whose truth is known, in words, and as the next recommendation."""

import random
from datetime import date, timedelta

import pytest

from hengcai.base import clock
from hengcai.interactions.models import Measure
from hengcai.programme import actions, measuring
from hengcai.programme.facts.offers import courses_in_use, offers_of
from hengcai.programme.facts.outcomes import Held, first_trained, held
from hengcai.programme.models import Effect
from hengcai.programme.rules.verdicts import Outcome, around, months_of, said
from hengcai.training.models import Course, Enrolment
from tests import cast
from tests.programme.centres import MONTHS, by_chance, centre
from tests.programme.scene import another_course

QUALITY = Outcome("quality", 1, 2.0)
AHT = Outcome("aht", -1, 15.0)
DAY = date(2026, 6, 30)


def measured(monkeypatch, held, outcome=QUALITY):
    monkeypatch.setattr(measuring, "held", lambda *_given, **_named: held)
    return measuring.measured(measuring.Asked("course", DAY), outcome)


def covers(found, truth):
    return found["low"] <= truth <= found["high"]


def trials(monkeypatch, name, n, *, effect):
    """Share of centres whose interval holds the truth, and of those whose plain look does."""
    found = [measured(monkeypatch, centre(f"{name}-{one}", effect=effect)) for one in range(n)]
    true = sum(covers(one["report"]["effect"], effect) for one in found) / n
    return true, sum(covers(one["naive"]["effect"], effect) for one in found) / n


def test_people_sent_by_a_bad_month_rise_and_the_interval_is_not_fooled(monkeypatch):
    true, naive = trials(monkeypatch, "fooled", 40, effect=0.0)
    assert true >= 0.85
    assert naive <= 0.1


@pytest.mark.slow
@pytest.mark.parametrize("effect", [0.0, 3.0])
def test_the_truth_lies_in_the_interval_as_often_as_promised(monkeypatch, request, effect):
    true, naive = trials(monkeypatch, request.node.name, 1000, effect=effect)
    assert 0.93 <= true <= 0.98
    assert naive < 0.5


def test_a_fall_of_thirteen_percent_in_handling_time_is_found(monkeypatch):
    chance = random.Random("fall of 13 %")
    usual = {str(one): chance.gauss(300, 30) for one in range(80)}
    starts = {str(one): "2026-01" for one in range(40)}
    rows = [
        (one, month, (base + chance.gauss(0, 20)) * (0.87 if one in starts and month >= "2026-01" else 1))
        for one, base in usual.items()
        for month in MONTHS
    ]
    found = measured(monkeypatch, Held(rows, starts, dict.fromkeys(usual, "t")), AHT)
    effect = found["report"]["effect"]
    assert found["verdict"] == "better"
    assert effect["low"] < -0.13 * 300 < effect["high"] < 0


def test_a_course_that_does_nothing_says_what_would_have_been_seen(monkeypatch):
    held = by_chance("nothing", people=600, noise=1.0)
    found = measured(monkeypatch, held)
    assert found["verdict"] == "no_difference"
    assert 0 < found["visible"] <= QUALITY.worth
    assert found["more"] is None


def test_few_people_cannot_tell_yet_and_say_how_many_would(monkeypatch):
    found = measured(monkeypatch, by_chance("few", people=50, noise=12.0))
    assert found["verdict"] == "not_yet"
    assert found["more"] % 10 == 0
    assert found["more"] > 0


def test_people_on_another_course_before_are_never_waved_through(monkeypatch):
    held = by_chance("trend", noise=1.0)
    rows = [(u, m, v + (2 * MONTHS.index(m) if u in held.starts else 0)) for u, m, v in held.rows]
    found = measured(monkeypatch, Held(rows, held.starts, held.teams))
    assert (found["verdict"], "pre_trend" in found["reasons"]) == ("not_yet", True)


def test_fewer_than_five_are_not_compared(monkeypatch):
    held = by_chance("four")
    few = dict(list(held.starts.items())[:4])
    assert measured(monkeypatch, Held(held.rows, few, held.teams))["reasons"] == ["too_few_trained"]


@pytest.mark.parametrize(
    ("code", "sign", "told"),
    [("higher", 1, "better"), ("lower", 1, "worse"), ("lower", -1, "better"), ("higher", -1, "worse")],
)
def test_better_is_where_the_outcome_should_go(code, sign, told):
    report = {"effect": {"se": 1.0}, "verdict": code, "reasons": []}
    assert said(report, Outcome("x", sign, 1.0), trained=10).code == told


def test_months_run_over_the_year_end():
    assert months_of((2025, 11), (2026, 2)) == ["2025-11", "2025-12", "2026-01", "2026-02"]


def test_a_plain_look_takes_the_month_before_and_three_after():
    rows = [("a", month, float(n)) for n, month in enumerate(months_of((2026, 1), (2026, 6)))]
    assert around(rows, {"a": "2026-02"}) == ([0.0], [3.0])


@pytest.mark.django_db
class TestKept:
    @pytest.fixture(autouse=True)
    def _scene(self, gaps_db):
        self.course = Course.objects.get(code="openings")
        self.zhou = cast.user("zhou")

    def finished(self, name, day):
        facts = {"origin": "own", "enrolled_by": self.zhou, "enrolled_at": clock.now(), "state": "finished"}
        Enrolment.objects.create(course=self.course, person=cast.person(name), ended_on=day, **facts)

    def test_the_first_time_counts_over_all_versions(self):
        self.finished("li", DAY)
        self.finished("li", DAY - timedelta(days=40))
        self.finished("wang", DAY + timedelta(days=1))
        assert first_trained("openings", until=DAY) == {cast.person("li").pk: DAY - timedelta(days=40)}

    def test_who_took_another_course_is_no_comparison(self):
        other = another_course("other")
        self.finished("li", DAY)
        Enrolment.objects.create(
            course=other, person=cast.person("wang"), ended_on=DAY, origin="own", enrolled_by=self.zhou,
            enrolled_at=clock.now(), state="finished",
        )  # fmt: skip
        for name in ("li", "wang", "he"):
            start = date(2026, 5, 1)
            Measure.objects.create(
                agent=cast.person(name),
                code="handling_time",
                period_start=start,
                period_end=date(2026, 5, 31),
                value=300,
            )
        found = held("openings", Outcome("handling_time", -1, 15.0), until=DAY)
        numbers = {str(cast.person(name).pk): name for name in ("li", "wang", "he")}
        assert {numbers[unit] for unit, _month, _value in found.rows} == {"li", "he"}
        assert (found.starts, found.elsewhere) == ({str(cast.person("li").pk): "2026-06"}, 1)

    def test_effects_are_kept_and_lead_the_next_recommendation(self, monkeypatch):
        monkeypatch.setattr(measuring, "held", lambda *_given, **_named: by_chance("nothing", people=600, noise=1.0))
        actions.measure_effect(cast.centre(), by=self.zhou, course="openings", until=DAY)
        actions.measure_effect(cast.centre(), by=self.zhou, course="openings", until=DAY)
        assert Effect.objects.filter(course="openings", outcome="quality").count() == 1
        (offer,) = offers_of(courses_in_use().values())
        assert offer.effect == "no_difference"

    def test_what_nobody_learned_has_no_effect(self):
        assert actions.measure_effect(cast.centre(), by=self.zhou, course="openings", until=DAY) == []
