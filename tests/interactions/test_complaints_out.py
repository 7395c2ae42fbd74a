"""Complaints with their words on their way out: as they came in, covered; of the person they are about, once judged."""

from hengcai.cli.program import run as command
from hengcai.interactions.complaint_models import Complaint
from hengcai.interactions.giving_judged import complaints_held
from tests import cast
from tests.interactions.bringing import bring, counts
from tests.interactions.test_complaints import complaint, judge
from tests.quality import scene


def test_they_go_out_with_their_judgement_and_come_in_again_unchanged(db, tmp_path):
    first = judge(complaint(scene.contact(), text="没人回电 13800138000"))
    complaint(agent=cast.li(), number=2)
    out = tmp_path / "out.csv"
    assert command(["export", "complaint-records", "--to", str(out)]) == 0
    assert "13800138000" not in out.read_text("utf-8-sig")
    assert command(["export", "complaint-records", "--unmasked", "--to", str(out)]) == 0
    assert counts(bring(out, "complaint-records")) == (2, 0, 0, 2, 0)
    Complaint.objects.all().delete()
    assert counts(bring(out, "complaint-records")) == (2, 2, 0, 0, 0)
    again = Complaint.objects.get(contact=first.contact)
    assert (again.judged, again.judged_by, again.judged_on, again.reason, again.text) == (
        first.judged, first.judged_by, first.judged_on, first.reason, first.text,
    )  # fmt: skip
    assert command(["export", "complaint-records", "--from", "2199-01-01", "--to", str(out)]) == 0
    assert out.read_text("utf-8-sig").count("\n") == 1


def test_the_person_gets_what_was_judged_and_of_an_open_one_that_it_is_there(db):
    judge(complaint(scene.contact(), text="没人回电 13800138000"))
    complaint(agent=cast.li(), number=2, text="secret")
    judged, still_open = complaints_held(cast.li())
    assert (judged["judged"], judged["reason"], judged["withheld"]) == ("upheld", "录音属实", None)
    assert "没人回电" in judged["text"]
    assert "13800138000" not in judged["text"]
    assert (still_open["text"], still_open["reason"], still_open["withheld"]) == (None, None, "not_judged")
    assert judged.keys() == still_open.keys()
    assert "judged_by" not in judged
