"""Cases: covered words, consent asked and taken back, warnings without a name, found again, briefed."""

from datetime import timedelta

import pytest

from hengcai.base import clock
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.coaching import actions
from hengcai.coaching.library_models import BriefedCase
from hengcai.coaching.queries import library as queries
from hengcai.coaching.queries.library import CaseFilter
from hengcai.inbox.models import Duty
from tests import cast
from tests.coaching import coaching_scene as co

pytestmark = pytest.mark.django_db
EVERYBODY = ("li", "wang", "zhao", "chen", "zhou", "feng", "wu", "qian")


def refused(code, act, *args, **how):
    with pytest.raises((NotAllowed, NotNow, NotValid)) as refusal:
        act(*args, **how)
    assert refusal.value.code == code


def seers(one):
    return {name for name in EVERYBODY if queries.cases_listed(cast.user(name)).filter(pk=one.pk).exists()}


def consented():
    one = actions.ask_consent(co.case(), by=cast.user("zhao"))
    return actions.give_consent(co.again(one), by=cast.user("li"), words="gladly")


def test_what_a_case_shows_is_covered_when_it_is_made():
    one = co.case(first=1, last=2)
    texts = [turn["text"] for turn in one.turns]
    assert len(texts) == 2
    assert "13812345678" not in "".join(texts) + one.search_text


def test_a_model_case_is_shown_once_its_agent_agrees():
    one = co.case()
    assert seers(one) == {"zhao", "zhou", "feng", "qian"}
    refused("coaching.case_needs_consent", actions.show_case, one, by=cast.user("zhao"))
    actions.ask_consent(co.again(one), by=cast.user("zhao"))
    assert seers(one) == {"li", "zhao", "zhou", "feng", "qian"}
    assert Duty.objects.filter(user=cast.user("li"), kind="coaching.consent", done_at=None).count() == 1
    refused("permission.reach", actions.give_consent, co.again(one), by=cast.user("wang"))
    actions.give_consent(co.again(one), by=cast.user("li"))
    assert seers(one) == set(EVERYBODY)
    assert not Duty.objects.filter(kind="coaching.consent", done_at=None).exists()


def test_consent_refused_shows_it_to_nobody_else():
    one = actions.ask_consent(co.case(), by=cast.user("zhao"))
    actions.decline_consent(co.again(one), by=cast.user("li"))
    assert (co.again(one).state, seers(one) & {"wang", "chen"}) == ("refused", set())


def test_consent_taken_back_takes_the_case_from_everybody_and_every_briefing():
    one = consented()
    today = clock.today()
    actions.brief_case(cast.centre(), by=cast.user("zhao"), case=one, on=today, today=today)
    actions.take_back_consent(co.again(one), by=cast.user("li"))
    assert seers(one) & {"wang", "chen", "wu"} == set()
    assert not BriefedCase.objects.exists()


def test_a_warning_names_its_agent_to_nobody_but_those_who_keep_it():
    one = actions.show_case(co.case("warning"), by=cast.user("zhao"))
    shows = {name: queries.sight_of(co.again(one), cast.user(name)) for name in ("wang", "chen", "lin", "zhao", "feng")}
    assert {name for name, sight in shows.items() if sight.shows_agent or sight.shows_source} == {"zhao", "feng"}
    refused("coaching.case_names_agent", co.case, "warning", evaluation=one.evaluation, title="Li cuts in")
    refused(
        "coaching.case_needs_no_consent",
        actions.ask_consent,
        co.case("warning", evaluation=one.evaluation),
        by=cast.user("zhao"),
    )


def test_another_lead_makes_and_keeps_no_case_of_it():
    one = co.case()
    cast.lin()
    refused("permission.reach", co.case, by="lin", evaluation=one.evaluation)
    refused("permission.reach", actions.ask_consent, one, by=cast.user("lin"))


def test_cases_are_found_by_what_was_said_by_tag_kind_and_channel():
    one = consented()
    rows = queries.cases_listed(cast.user("wang"))
    for wanted in ({"text": "宽带 复述"}, {"tag": "#倾听"}, {"kind": "model", "channel": "call"}):
        assert list(rows.filter(CaseFilter(**wanted).condition())) == [one]
    for wanted in ({"text": "光猫"}, {"tag": "倾"}, {"kind": "warning"}, {"channel": "chat"}):
        assert not rows.filter(CaseFilter(**wanted).condition()).exists()
    assert queries.tags_shown(cast.user("wang")) == ["倾听", "复述"]


def test_a_briefing_takes_what_is_shown_today_or_later_once():
    one, today = consented(), clock.today()
    facts = {"by": cast.user("zhao"), "case": one, "today": today}
    refused("coaching.briefing_past", actions.brief_case, cast.centre(), on=today - timedelta(days=1), **facts)
    made = actions.brief_case(cast.centre(), on=today, **facts)
    assert actions.brief_case(cast.centre(), on=today, **facts) == made
    assert queries.briefed(made, cast.user("zhao")) == [one]
    refused("permission.reach", actions.unbrief_case, made, by=cast.user("lin"), case=one)
    actions.unbrief_case(made, by=cast.user("zhao"), case=one)
    assert queries.briefed(made, cast.user("zhao")) == []


def test_sound_is_asked_for_only_where_there_is_a_recording():
    refused("coaching.case_no_sound", co.case, has_sound=True)


def test_withdrawing_takes_a_reason_and_closes_the_question():
    one = actions.ask_consent(co.case(), by=cast.user("zhao"))
    refused("coaching.case_reason_missing", actions.withdraw_case, one, by=cast.user("zhao"), reason="")
    actions.withdraw_case(co.again(one), by=cast.user("zhao"), reason="the process has changed")
    assert not Duty.objects.filter(kind="coaching.consent", done_at=None).exists()
