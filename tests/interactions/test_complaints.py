"""Complaints: brought with their words, judged with a reason, linked to contacts; months read the responsible ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengcai.accounts.models import system_user
from hengcai.base.errors import NotValid, Refusal
from hengcai.interactions.actions.complaints import judge_complaint
from hengcai.interactions.actions.importing import start_import
from hengcai.interactions.complaint_models import Complaint
from hengcai.interactions.complaint_queries import complaints_seen_by, tally_of
from hengcai.interactions.importing import import_whole
from hengcai.interactions.naming import look_by_headings, wider
from hengcai.interactions.rules.complaints import check_verdict, standing_of
from tests import cast
from tests.interactions.bringing import csv_file
from tests.quality import scene

JUDGED = st.lists(st.sampled_from(["open", "upheld", "not_upheld"]), min_size=1)


def complaint(contact=None, *, number=1, agent=None, **more) -> Complaint:
    at = scene.NOON.replace(minute=number)
    facts = {"received_at": at, "text": "没人回电", **more}
    return Complaint.objects.create(agent=agent or (contact.agent if contact else cast.li()), contact=contact, **facts)


def judge(one, judged="upheld", *, by="feng", reason="录音属实"):
    return judge_complaint(one, by=cast.user(by), judged=judged, reason=reason)


@given(JUDGED)
def test_one_found_responsible_is_enough_and_one_that_is_open_keeps_it_open(judged):
    expected = "upheld" if "upheld" in judged else "open" if "open" in judged else "not_upheld"
    assert standing_of(judged) == expected


@pytest.mark.parametrize(("judged", "reason"), [("open", "a"), ("", "a"), ("upheld", " "), ("upheld", "a" * 501)])
def test_a_judgement_is_one_of_two_and_has_a_reason(judged, reason):
    check_verdict("not_upheld", "heard again")
    with pytest.raises(NotValid):
        check_verdict(judged, reason)


def test_the_contact_says_where_its_complaints_stand(db):
    contact = scene.contact()
    first, second = complaint(contact), complaint(contact, number=2)
    judge(first, "not_upheld")
    contact.refresh_from_db()
    assert contact.complaint == "open"
    judge(second)
    contact.refresh_from_db()
    assert contact.complaint == "upheld"
    second.refresh_from_db()
    assert (second.judged_by, second.reason) == ("Feng", "录音属实")


def test_agents_see_what_was_judged_and_nobody_judges_their_own(db):
    one = complaint(scene.contact())
    cast.zhao()
    seen = {name: complaints_seen_by(cast.user(name)).count() for name in ("li", "wang", "zhao", "lin", "feng")}
    assert seen == {"li": 0, "wang": 0, "zhao": 1, "lin": 0, "feng": 1}
    judge(one)
    assert complaints_seen_by(cast.user("li")).count() == 1
    assert tally_of(complaints_seen_by(cast.user("feng"))).upheld == 1
    for name in ("li", "zhao", "chen"):
        with pytest.raises(Refusal):
            judge(one, by=name)


@pytest.mark.parametrize(
    ("columns", "kind"),
    [
        (["id", "complaint"], "complaints"),
        (["contact", "received_at", "text", "judged"], "complaint-records"),
        (["工号", "投诉时间", "投诉内容"], "complaint-records"),
        (["nothing", "of", "it"], "complaints"),
    ],
)
def test_the_columns_tell_which_of_both_files_it_is(columns, kind):
    assert wider("complaints", columns) == kind
    assert wider("praise", columns) == "praise"


def bring(path):
    run = start_import(cast.centre(), by=system_user(), file=look_by_headings(path, kind="complaints"))
    for _progress in import_whole(run, by=system_user()):
        pass
    run.refresh_from_db()
    return run


def test_a_file_brings_them_and_its_contacts_follow(db, tmp_path):
    cast.li()
    contact, other = scene.contact(), scene.contact(cast.wang())
    judged = {"judged": "有责", "judged_by": "冯主管", "reason": "录音属实"}
    rows = [
        {"contact": contact.key, "received_at": "2026-03-13 09:00", "text": "没人回电", **judged},
        {"agent": "li", "received_at": "2026-03-14", "text": "态度差"},
        {"contact": other.key, "agent": "li", "received_at": "2026-03-14 10:00", "text": "张冠李戴"},
    ]
    header = ["contact", "agent", "received_at", "text", "judged", "judged_by", "reason"]
    run = bring(csv_file(tmp_path / "c.csv", rows, header))
    assert (run.kind, run.added_count, run.rejected_count) == ("complaint-records", 2, 1)
    contact.refresh_from_db()
    assert contact.complaint == "upheld"
