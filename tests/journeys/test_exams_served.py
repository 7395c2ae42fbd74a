"""A test before the real server: killed between two answers and started again, nothing that was said to be kept is lost and no
minute is won."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from hengcai.assessment.actions import announce_exam
from hengcai.assessment.actions.exams import Announcement
from hengcai.assessment.rules.drawing import Part
from hengcai.assessment.rules.sitting_time import Window
from tests import cast
from tests.assessment.sitting import bank, blueprint
from tests.journeys.served import Served, post, signed_in

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
STORED = "SELECT question_id, response, number FROM assessment_answer ORDER BY question_id"
KILLS = 4


@pytest.fixture
def served(tmp_path):
    made = []

    def over_what_was_made():
        made.append(Served(tmp_path))
        return made[-1]

    yield over_what_was_made
    for one in made:
        one.stop()


def test_a_killed_server_loses_no_answer_and_gives_no_minute(served):
    bank(40)
    now = timezone.now()
    plan = Announcement("考试", Window(now - timedelta(hours=1), now + timedelta(days=1)), people=[cast.li().pk])
    exam = announce_exam(blueprint([Part(40)], minutes=60), by=cast.user("zhou"), plan=plan)
    sitting, session = exam.sittings.get(), signed_in(cast.user("li"))
    server, path, kept = served(), f"/tests/sittings/{sitting.pk}/", {}
    assert post(server, session, path, {"do": "start"})[0] == 302
    ends = server.rows("SELECT ends_at FROM assessment_sitting")
    for turn in range(KILLS):
        for pk in sitting.paper[turn * 10 : turn * 10 + 10]:
            status, body = post(server, session, path, {"do": "save", "question": pk, "seen": 0, f"q-{pk}": "a"})
            assert status == 200
            kept[pk] = json.loads(body)["number"]
        server.kill()
        server.start()
        assert server.rows("SELECT ends_at FROM assessment_sitting") == ends
    assert {pk: (response, number) for pk, response, number in server.rows(STORED)} == dict.fromkeys(kept, ("a", 1))
    assert post(server, session, path, {"do": "submit"})[0] == 302
    assert server.rows("SELECT state, points FROM assessment_sitting") == [("marked", "40")]
