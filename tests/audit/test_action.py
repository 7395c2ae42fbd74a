from datetime import timedelta

import pytest
from django.db import transaction
from django.db.models import F

from hengcai.accounts.actions import add_user, set_active, set_roles, widen
from hengcai.accounts.models import User
from hengcai.audit import permissions, queries
from hengcai.audit.action import action, brief, note
from hengcai.audit.actions import erase_values
from hengcai.audit.models import Entry, Head, Values
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from tests.cast import centre, user

pytestmark = pytest.mark.django_db


class Anybody:
    def enter(self, thing, user):
        return None


@action(Anybody(), once_a_day=True)
def jot(thing, *, by, text):
    return thing


@action(Anybody())
def throw_away(thing, *, by):
    type(thing).objects.filter(pk=thing.pk).delete()


@action(Anybody())
def file_away(thing, *, by):
    return jot(thing, by=by, text="last")


@action(Anybody())
def erase_and_note(entry, *, by):
    """An erasure that is the second of three acts written down together."""
    jot(user("li"), by=by, text="first")
    return erase_values(entry, by=by, reason="asked for")


def written():
    return list(Entry.objects.order_by("number").values_list("action", flat=True))


def hire(name: str = "mei") -> User:
    return add_user(centre(), by=user("sun"), username=name, name=name, roles=["agent"], password="a-long-password")


def test_an_action_leaves_one_entry_with_doer_thing_and_arguments():
    made = hire()
    entry = Entry.objects.get()
    assert (entry.action, entry.doer, entry.thing) == ("add_user", str(user("sun").pk), f"accounts.user:{made.pk}")
    assert entry.kept.values["username"] == "mei"


def test_the_chain_itself_holds_no_name():
    hire("secretname")
    plain = [str(value) for value in Entry.objects.values_list().get()]
    assert not any("secretname" in value for value in plain)


def test_a_refused_action_leaves_nothing():
    with pytest.raises(NotAllowed):
        add_user(centre(), by=user("li"), username="x", name="x", roles=["admin"])
    with pytest.raises(NotValid):
        add_user(centre(), by=user("sun"), username=" ", name="x", roles=["agent"])
    assert not Entry.objects.exists()
    assert not User.objects.filter(username="x").exists()


def test_verification_finds_what_was_changed_behind_the_systems_back():
    for number in range(5):
        hire(f"p{number}")
    assert queries.verify() == []
    Entry.objects.filter(number=3).update(doer="999")
    assert [(fault.number, fault.code) for fault in queries.verify()] == [(3, "edited")]


def test_a_deleted_tail_is_found_by_the_stored_head_and_by_an_exported_one():
    for number in range(4):
        hire(f"p{number}")
    exported = queries.head()
    Values.objects.filter(entry_id=4).delete()
    Entry.objects.filter(number=4).delete()
    assert [fault.code for fault in queries.verify()] == ["truncated"]
    previous = Entry.objects.get(number=3)
    Head.objects.update(number=3, hash=previous.hash)
    assert queries.verify() == []
    assert [fault.code for fault in queries.verify(exported)] == ["truncated"]


def test_erasing_values_keeps_the_chain_whole_and_names_the_erasure():
    hire()
    entry = Entry.objects.get()
    erase_values(entry, by=user("sun"), reason="asked for")
    assert queries.verify() == []
    assert queries.erasures() == [(1, 2)]
    assert Values.objects.get(pk=1).values is None


def test_what_saves_itself_leaves_one_entry_a_day_the_first():
    for text in ("a", "ab", "abc"):
        assert jot(user("li"), by=user("sun"), text=text) == user("li")
    assert Entry.objects.get().kept.values["text"] == "a"
    Entry.objects.update(at=F("at") - timedelta(days=1))
    jot(user("li"), by=user("sun"), text="the day after")
    jot(user("li"), by=user("sun"), text="and again")
    assert written() == ["jot"] * 2


def test_another_doer_role_thing_or_act_in_between_leaves_its_own_entry():
    jot(user("li"), by=user("sun"), text="a")
    jot(user("li"), by=user("feng"), text="another doer")
    jot(user("li"), by=user("sun"), text="back again")
    set_roles(user("sun"), by=user("sun"), roles=["admin", "trainer"])
    jot(user("li"), by=user("sun"), text="another role")
    jot(user("wang"), by=user("sun"), text="another thing")
    note("open_report", user("li"), by=user("zhao"))
    jot(user("li"), by=user("sun"), text="after another act")
    assert written() == ["jot"] * 3 + ["set_roles"] + ["jot"] * 2 + ["open_report", "jot"]
    assert queries.verify() == []


def test_inside_another_act_nothing_is_left_out():
    jot(user("li"), by=user("sun"), text="a")
    file_away(user("li"), by=user("sun"))
    assert written() == ["jot", "jot", "file_away"]


def test_nested_actions_are_written_together_at_the_end():
    made = hire()
    with transaction.atomic():
        set_roles(made, by=user("sun"), roles=["agent", "trainer"])
        set_active(made, by=user("sun"), is_active=False)
    assert list(Entry.objects.order_by("number").values_list("action", flat=True)) == [
        "add_user",
        "set_roles",
        "set_active",
    ]
    assert queries.verify() == []


def test_a_reading_can_be_noted():
    note("open_report", user("li"), by=user("zhao"), cycle="2026-Q1")
    entry = Entry.objects.get()
    assert (entry.action, entry.subject) == ("open_report", user("li").pk)


def test_nobody_sees_in_the_log_who_acted_on_themselves():
    sun = user("sun")
    note("send_rating", sun, by=user("wang"))
    note("send_rating", user("li"), by=user("wang"))
    seen = permissions.SEE.rows(Entry.objects.all(), sun)
    assert [entry.subject for entry in seen] == [user("li").pk]


def test_long_and_deep_arguments_are_kept_short():
    assert len(brief("x" * 5000)) == 400
    assert len(brief(list(range(500)))) == 60
    assert brief({"a": {1}, "b": None, "c": 1.5}) == {"a": [1], "b": None, "c": "1.5"}


def test_a_permission_must_be_known_to_be_widened():
    with pytest.raises(NotValid):
        widen(centre(), by=user("sun"), permission="no.such.thing", roles=["lead"])


def test_what_somebody_else_has_just_taken_away_is_told_as_such():
    mine, theirs = (User.objects.get(pk=user("li").pk) for _person in range(2))
    throw_away(theirs, by=theirs)
    with pytest.raises(NotNow, match=r"base\.gone"):
        file_away(mine, by=mine)
