"""A session: who may, signed by both in their own login, refused with words, looked at again."""

from datetime import date

import pytest

from hengcai.accounts import confirming
from hengcai.audit.models import Entry, Values
from hengcai.base import clock
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.coaching import actions
from hengcai.coaching.queries import held as holding
from hengcai.coaching.queries import sessions as queries
from hengcai.coaching.rules.sessions import Cut
from hengcai.inbox.models import Duty
from tests import cast
from tests.coaching import coaching_scene as co
from tests.quality import scene

pytestmark = pytest.mark.django_db


def refused(code, act, *args, **how):
    with pytest.raises((NotAllowed, NotNow, NotValid)) as refusal:
        act(*args, **how)
    assert refusal.value.code == code


def duties(name):
    return set(Duty.objects.filter(user=cast.user(name), done_at=None).values_list("kind", flat=True))


def test_a_lead_opens_a_session_from_a_published_evaluation_of_their_own_agent():
    one = co.prepared()
    assert (one.state, one.agent.number, one.item.code, one.look_on) == ("prepared", "li", "listening", co.LOOK_ON)
    assert [(clip.first, clip.last) for clip in one.clips.all()] == [(0, 1)]


def test_another_lead_an_analyst_and_the_agent_may_not():
    found = co.published()
    cast.lin()
    for name, code in (("lin", "permission.reach"), ("chen", "permission.role"), ("li", "permission.role")):
        refused(code, co.prepared, found, by=name)


def test_what_is_not_published_is_not_coached_from():
    made = scene.evaluation()
    cast.zhao()
    refused("permission.reach", co.prepared, made)


def test_a_day_off_becomes_the_next_working_day():
    assert co.prepared(look_on=date(2026, 4, 4)).look_on == date(2026, 4, 7)  # 清明 to the 6th


def test_both_sign_with_their_own_passwords_and_then_it_is_signed():
    one = co.held()
    assert duties("li") == {"coaching.sign"} | duties("li")
    assert {"coaching.sign", "coaching.look"} <= duties("zhao")
    co.sign(one, by="li")
    assert co.again(one).state == "held"
    refused("coaching.signed_already", co.sign, co.again(one), by="li")
    co.sign(co.again(one), by="zhao")
    done = co.again(one)
    assert done.state == "signed"
    assert "coaching.sign" not in duties("li") | duties("zhao")
    assert "coaching.look" in duties("zhao")


def test_a_wrong_password_signs_nothing_and_is_not_logged():
    one = co.held()
    refused("accounts.password_wrong", co.sign, one, by="li", password="not-mine")
    assert co.again(one).agent_signed_at is None
    co.sign(co.again(one), by="li")
    told = Values.objects.get(entry=Entry.objects.get(action="sign_coaching")).values
    assert co.PASSWORD not in str(told)


def test_guessing_waits_as_at_the_door(monkeypatch):
    one, now = co.held(), [1_000.0]
    monkeypatch.setattr(confirming.time, "time", lambda: now[0])
    for _n in range(5):
        refused("accounts.password_wrong", co.sign, co.again(one), by="li", password="guess")
    refused("accounts.confirmation_waits", co.sign, co.again(one), by="li")
    now[0] += 60
    co.sign(co.again(one), by="li")


def test_nobody_else_signs_for_them():
    one = co.held()
    cast.lin()
    for name, code in (("wang", "permission.reach"), ("lin", "permission.reach"), ("feng", "permission.reach")):
        refused(code, co.sign, co.again(one), by=name)


def test_the_agent_may_refuse_with_words_and_the_record_is_written_anew():
    one = co.held()
    refused("coaching.refusal_missing", actions.refuse_coaching, one, by=cast.user("li"), words=" ")
    actions.refuse_coaching(one, by=cast.user("li"), words="I was asked to answer while looking it up")
    assert (one.state, duties("li") & {"coaching.sign"}) == ("refused", set())
    actions.prepare_anew(one, by=cast.user("zhao"))
    assert (one.state, one.held_on, one.refusal) == ("prepared", None, "")
    assert [remark.words for remark in one.remarks.all()] == ["I was asked to answer while looking it up"]


def test_an_older_page_overwrites_nothing():
    found = co.published()
    one = co.prepared(found)
    facts = {"evaluations": [found], "plan": co.plan(found, gap="talks over"), "today": co.TUESDAY}
    refused("coaching.stale", actions.edit_coaching, one, by=cast.user("zhao"), edit_count=0, **facts)
    actions.edit_coaching(one, by=cast.user("zhao"), edit_count=1, **facts)
    assert co.again(one).gap == "talks over"


def test_it_is_not_held_before_it_is_whole():
    one = co.prepared(agreed="")
    refused("coaching.incomplete", co.hold, one)


def test_lines_that_are_not_there_are_refused():
    found = co.published()
    refused("coaching.cut_unknown", co.prepared, found, cuts=(Cut(found.pk, 1, 9),))


def test_before_and_after_come_from_contacts_that_chance_drew():
    one = co.signed()
    co.drawn("2", "1", "2", "2", since=date(2026, 3, 2))
    co.drawn("4", "5", "4", "4", since=date(2026, 3, 18))
    co.drawn("1", "1", "1", since=date(2026, 3, 18), rule="complaint")
    found = queries.sight_of(queries.sessions_seen_by(cast.user("li")).get(pk=one.pk), cast.user("li"))
    assert (found.change.verdict, found.change.n_before, found.change.n_after) == ("higher", 4, 4)
    assert [marked.value for marked in found.after] == ["4", "5", "4", "4"]


def test_what_was_seen_when_looking_again_stays():
    one = co.signed()
    with clock.set_to(scene.LATE_EVENING):
        actions.look_again(one, by=cast.user("zhao"), words="sums up now")
    co.drawn("4", "5", "4", since=date(2026, 3, 18))
    found = queries.sight_of(queries.sessions_seen_by(cast.user("zhao")).get(pk=one.pk), cast.user("zhao"))
    assert (found.change.n_after, found.change.verdict) == (0, "cannot_tell")
    assert "coaching.look" not in duties("zhao")
    actions.close_coaching(co.again(one), by=cast.user("zhao"), words="another session")
    refused("coaching.closed", actions.add_remark, co.again(one), by=cast.user("li"), words="thanks")


def test_looking_again_is_put_off_to_a_later_day_only():
    one = co.signed()
    facts = {"by": cast.user("zhao"), "today": co.TUESDAY}
    refused("coaching.not_later", actions.put_off_look, one, look_on=co.LOOK_ON, **facts)
    actions.put_off_look(one, look_on=date(2026, 4, 8), **facts)
    assert Duty.objects.get(kind="coaching.look").due_on == date(2026, 4, 8)


def test_an_agent_sees_their_own_a_lead_their_team_and_others_nobody():
    one = co.prepared()
    cast.lin()
    seen = {
        name: queries.sessions_listed(cast.user(name)).filter(pk=one.pk).exists()
        for name in ("li", "wang", "zhao", "lin", "chen", "zhou", "feng", "wu", "sun")
    }
    assert seen == {
        "li": True, "wang": False, "zhao": True, "lin": False, "chen": False, "zhou": True, "feng": True, "wu": True, "sun": False,
    }  # fmt: skip


def test_the_whole_record_is_handed_to_whoever_asks_what_is_held_on_them():
    one = co.held()
    actions.add_remark(one, by=cast.user("li"), words="my number is 13812345678")
    [row] = holding.sessions_held(cast.li())
    assert (row["agreed"], row["coach"]) == (co.SAID["agreed"], "Zhao")
    [remark] = holding.remarks_held(cast.li())
    assert (remark["by"], "13812345678" in remark["words"]) == ("self", False)
