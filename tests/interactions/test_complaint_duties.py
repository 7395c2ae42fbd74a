"""An open complaint is somebody's to judge until it is judged; an import of complaints taken back leaves no trace."""

from datetime import date

import pytest

from hengcai.accounts.models import system_user
from hengcai.base import clock
from hengcai.inbox.models import Duty
from hengcai.interactions import tasks
from hengcai.interactions.actions.complaints import take_in_complaints
from hengcai.interactions.actions.undoing import start_undo
from hengcai.interactions.complaint_models import Complaint
from tests import cast
from tests.interactions.bringing import bring, counts, csv_file
from tests.interactions.test_complaints import judge
from tests.quality import scene

HEAD = ["contact", "agent", "received_at", "text", "judged", "judged_by", "reason"]
pytestmark = pytest.mark.django_db


def came(*, contact=None, agent=None, minute=1, **more):
    """Through the door of imports."""
    at = scene.NOON.replace(minute=minute)
    whose = agent or (contact.agent if contact else cast.li())
    one = Complaint(agent=whose, contact=contact, received_at=at, text="没人回电", **more)
    take_in_complaints([one], by=system_user(), changed=[], fields=())
    return one


def waiting(one) -> set[str]:
    rows = Duty.objects.filter(kind="complaint.judge", source_id=one.pk, done_at=None)
    return set(rows.values_list("user__username", flat=True))


def test_whoever_may_judge_has_it_in_the_inbox_until_one_of_them_has(settings):
    settings.COMPLAINT_DAYS = 3
    for name in ("feng", "zheng", "zhao", "chen", "wu"):
        cast.user(name)
    one = came(contact=scene.contact())
    assert waiting(one) == {"feng", "zheng"}
    assert set(Duty.objects.filter(kind="complaint.judge").values_list("what", flat=True)) == {one.contact.key}
    judge(one)
    assert waiting(one) == set()
    judge(one, "not_upheld")
    assert waiting(one) == set()


def test_it_is_due_in_working_days_and_never_of_whom_it_is_about(settings):
    settings.COMPLAINT_DAYS = 3
    cast.user("zheng")
    feng = cast.person("feng")
    with clock.set_to(scene.NOON.replace(year=2026, month=3, day=13)):  # a Friday
        one = came(agent=feng)
    [duty] = Duty.objects.filter(kind="complaint.judge")
    assert (duty.user.username, duty.due_on, duty.what) == ("zheng", date(2026, 3, 18), "feng")
    assert waiting(one) == {"zheng"}


def test_one_that_came_judged_asks_nobody_and_a_later_file_settles_it(tmp_path):
    cast.user("feng")
    contact = scene.contact()
    row = {"contact": contact.key, "received_at": "2026-03-13 09:00", "text": "没人回电"}
    bring(csv_file(tmp_path / "a.csv", [row], HEAD), "complaint-records")
    one = Complaint.objects.get()
    assert waiting(one) == {"feng"}
    judged = csv_file(tmp_path / "b.csv", [{**row, "judged": "有责", "reason": "录音属实"}], HEAD)
    assert counts(bring(judged, "complaint-records", update=True)) == (1, 0, 1, 0, 0)
    assert waiting(one) == set()
    assert waiting(came(contact=contact, minute=7, judged="upheld")) == set()


def undone(run):
    start_undo(run, by=cast.user("feng"))
    tasks.undo_whole(run, by=cast.user("feng"))


@pytest.mark.parametrize("before", ["none", "not_upheld", "open"])
def test_an_import_taken_back_leaves_the_contact_as_it_was(tmp_path, before):
    cast.user("feng")
    contact = scene.contact()
    type(contact).objects.update(complaint=before)
    rows = [
        {"contact": contact.key, "received_at": f"2026-03-13 0{hour}:00", "text": "没人回电", "judged": judged}
        for hour, judged in ((8, "有责"), (9, "待认定"))
    ]
    first = bring(csv_file(tmp_path / "a.csv", rows[:1], HEAD), "complaint-records")
    second = bring(csv_file(tmp_path / "b.csv", rows[1:], HEAD), "complaint-records")
    said = []
    for run in (None, first, second):
        if run:
            undone(run)
        contact.refresh_from_db()
        said.append(contact.complaint)
    assert said == ["upheld", "open", before]
    assert not Duty.objects.filter(kind="complaint.judge", done_at=None).exists()


def test_what_a_later_file_said_of_the_contact_stays(tmp_path):
    contact = scene.contact()
    row = {"contact": contact.key, "received_at": "2026-03-13 09:00", "text": "没人回电"}
    run = bring(csv_file(tmp_path / "a.csv", [row], HEAD), "complaint-records")
    bring(csv_file(tmp_path / "b.csv", [{"id": contact.key, "complaint": "upheld"}], ["id", "complaint"]), "complaints")
    undone(run)
    contact.refresh_from_db()
    assert contact.complaint == "upheld"
