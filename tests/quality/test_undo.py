"""The last submission taken back: as if it had not been, for some seconds, while nobody has built on it."""

from datetime import timedelta

import pytest

from hengcai.audit.models import Entry
from hengcai.base import clock
from hengcai.base.errors import NotAllowed, NotNow
from hengcai.evidence.models import Evidence
from hengcai.inbox.models import Duty
from hengcai.quality.actions import publish_evaluations, report_red_line, undo_submission
from hengcai.quality.models import Evaluation
from hengcai.quality.rules.card import Mark
from hengcai.quality.rules.undo import check_in_time
from tests import cast
from tests.quality import scene

pytestmark = pytest.mark.django_db
LOWER = scene.GOOD | {"wording": Mark("3")}


def undo(given, by="chen"):
    return undo_submission(given, by=cast.user(by))


def refusal(act, *args):
    with pytest.raises((NotNow, NotAllowed)) as caught:
        act(*args)
    return caught.value.code


def counting():
    return list(Evidence.objects.filter(is_superseded=False).values_list("source_revision", flat=True).distinct())


def test_the_last_second_counts():
    check_in_time(scene.NOON, scene.NOON + timedelta(seconds=10), seconds=10)
    with pytest.raises(NotNow):
        check_in_time(scene.NOON, scene.NOON + timedelta(seconds=10, milliseconds=1), seconds=10)


def test_a_submission_taken_back_is_a_draft_with_its_marks_and_work_again():
    given = scene.assignment()
    made = scene.submit(given, LOWER, comment="calm")
    again = undo(given)
    again.refresh_from_db()
    assert (again.pk, again.state, again.is_current, again.total, again.submitted_at) == (
        made.pk,
        "draft",
        False,
        None,
        None,
    )
    assert (again.comment, again.answers.get(item__code="wording").value) == ("calm", "3")
    assert (given.state, counting()) == ("open", [])
    assert Duty.objects.get(kind="score", source_id=given.pk).done_at is None
    assert Entry.objects.filter(action="undo_submission").count() == 1


def test_what_was_taken_back_can_be_submitted_and_taken_back_again():
    given = scene.assignment()
    for count in (0, 2):
        scene.submit(given, edit_count=count)
        undo(given)
    made = scene.submit(given, edit_count=4)
    assert (Evaluation.objects.count(), made.state, counting()) == (1, "submitted", [made.revision])


def test_a_correction_taken_back_leaves_the_earlier_revision_as_it_was():
    given = scene.assignment()
    first = scene.submit(given)
    publish_evaluations([first], by=cast.user("feng"))
    scene.submit(given, LOWER, edit_count=1, reason="heard again")
    draft = undo(given)
    first.refresh_from_db()
    assert (first.is_current, first.state, counting(), given.state) == (True, "published", [1], "done")
    assert (draft.state, draft.revision_reason) == ("draft", "heard again")
    assert Duty.objects.get(kind="answer", source_id=first.pk).done_at is None


def test_time_and_everybody_else_are_refused(settings):
    given = scene.assignment()
    assert refusal(undo, given) == "quality.undo_nothing"
    made = scene.submit(given)
    for name in ("cao", "feng", "li", "zheng", "wu"):
        assert refusal(undo, given, name).startswith("permission.")
    with clock.set_to(made.submitted_at + timedelta(seconds=11)):
        assert refusal(undo, given) == "quality.undo_too_late"
        settings.UNDO_SECONDS = 20
        assert undo(given).state == "draft"


def test_what_somebody_has_built_on_stays():
    given, other = scene.assignment(), scene.assignment()
    publish_evaluations([scene.submit(given)], by=cast.user("feng"))
    report_red_line(scene.submit(other), by=cast.user("feng"), red_line=scene.red_line(), reason="swore", turn=None)
    assert [refusal(undo, one) for one in (given, other)] == ["quality.undo_seen"] * 2
