"""Certificates: for those who finished, once; until their day; revoked with a reason; checked without the centre."""

import json
from datetime import UTC, date, datetime, time, timedelta
from io import BytesIO

import pytest

from hengcai.assessment.actions import start_sitting, submit_sitting
from hengcai.base import clock
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.cli.program import run
from hengcai.inbox.models import Duty
from hengcai.people.models import Employment
from hengcai.training import actions
from hengcai.training.models import Enrolment
from hengcai.training.queries.certificates import (
    certificates_seen_by,
    in_state,
    picture,
    running_out,
    to_certify,
    told_state,
)
from hengcai.training.rules.certificates import STATES, expiry
from tests import cast
from tests.assessment.sitting import announced, at, bank, blueprint
from tests.training.courses.made import course

pytestmark = pytest.mark.usefixtures("course_db")
TODAY = date(2026, 2, 3)


@pytest.fixture(autouse=True)
def _home(settings, tmp_path):
    settings.HOME = tmp_path / "home"


@pytest.fixture
def way():
    cast.person("li")
    made = actions.enrol(course(repeats_after_months=12), by=cast.user("li"))
    Enrolment.objects.filter(pk=made.pk).update(state="finished", ended_on=TODAY)
    return Enrolment.objects.get(pk=made.pk)


@pytest.fixture
def held(way):
    return actions.issue_certificates([way], by=cast.user("zhou"), today=TODAY)[0]


def test_issued_once_and_until_the_refresher(way, held):
    assert (held.issued_on, held.expires_on) == (TODAY, date(2027, 2, 3))
    assert actions.issue_certificates([way], by=cast.user("zhou"), today=TODAY) == []
    assert not to_certify(cast.user("zhou")).exists()


def test_not_before_the_end_and_not_by_a_lead(way):
    with pytest.raises(NotAllowed):
        actions.issue_certificates([way], by=cast.user("zhao"), today=TODAY)
    Enrolment.objects.update(state="learning")
    with pytest.raises(NotNow, match="not_finished"):
        actions.issue_certificates([way], by=cast.user("zhou"), today=TODAY)


@pytest.mark.parametrize(("day", "n"), [(date(2027, 1, 3), 0), (date(2027, 1, 4), 1), (date(2027, 3, 1), 1)])
def test_it_is_due_from_thirty_days_before(held, day, n):
    assert len(running_out(cast.user("zhou"), day)) == n


def test_revoked_once_and_with_a_reason(held):
    zhou = cast.user("zhou")
    with pytest.raises(NotValid, match="without_reason"):
        actions.revoke_certificate(held, by=zhou, because=" ", today=TODAY)
    actions.revoke_certificate(held, by=zhou, because="entered by mistake", today=TODAY)
    with pytest.raises(NotNow):
        actions.revoke_certificate(held, by=zhou, because="again", today=TODAY)
    assert not running_out(zhou, date(2027, 2, 3)).exists()


def test_the_key_is_kept_for_its_owner_alone_and_published(held, settings, client):
    path = settings.HOME / "certificate_key.pem"
    assert path.stat().st_mode & 0o777 == 0o600
    told = client.get("/learning/certificates/keys.json").json()["keys"]
    assert [set(one) >= {"kty", "crv", "x"} and "d" not in one for one in told] == [True]


def test_verified_offline_and_spoiled_by_one_byte(held, tmp_path, client, capsys):
    (tmp_path / "keys.json").write_bytes(client.get("/learning/certificates/keys.json").content)
    file, key = tmp_path / "c.svg", ["--key", str(tmp_path / "keys.json")]
    file.write_text(picture(held), "utf-8")
    assert run(["certificates", "verify", str(file), *key]) == 0
    spoiled = held.signed[:-9] + ("A" if held.signed[-9] != "A" else "B") + held.signed[-8:]
    file.write_text(picture(held).replace(held.signed, spoiled), "utf-8")
    capsys.readouterr()
    assert run(["certificates", "verify", str(file), *key, "--json", "-"]) == 1
    assert json.loads(capsys.readouterr().out)["fault"] == "changed"


def test_a_shorter_month_ends_earlier():
    assert expiry(date(2024, 2, 29), 12) == date(2025, 2, 28)
    assert expiry(date(2026, 10, 31), 4) == date(2027, 2, 28)
    assert expiry(TODAY, None) is None


def test_issued_and_downloaded_by_page(way, client):
    client.force_login(cast.user("zhou"))
    assert client.post("/learning/certificates/", {"ids": [way.pk]}).status_code == 302
    made = way.certificates.get()
    client.force_login(cast.user("li"))
    answer = client.get(f"/learning/certificates/{made.pk}/badge.svg")
    assert made.signed in answer.content.decode()
    assert client.get(f"/learning/certificates/{made.pk}/").status_code == 200


def test_a_course_with_a_test_asks_for_it_to_be_passed(way):
    bank()
    plan = blueprint(course=way.course.code)
    assert not to_certify(cast.user("zhou")).exists()
    with pytest.raises(NotNow, match="test_not_passed"):
        actions.issue_certificates([way], by=cast.user("zhou"), today=TODAY)
    exam = announced(("li",), plan=plan, is_instant=True)
    sitting = exam.sittings.get()
    with at(1):
        start_sitting(sitting, by=cast.user("li"))
        submit_sitting(sitting, by=cast.user("li"), answers=dict.fromkeys(sitting.paper, "a"))
    assert list(to_certify(cast.user("zhou"))) == [way]
    assert len(actions.issue_certificates([way], by=cast.user("zhou"), today=TODAY)) == 1


def inbox(name):
    rows = Duty.objects.filter(user=cast.user(name), kind="certificate.renew", done_at=None)
    return [(one.due_on, one.reminded_at is not None) for one in rows]


class TestRunningOut:
    def remind(self, day):
        with clock.set_to(datetime.combine(day, time(9), tzinfo=UTC)):
            actions.remind_of_certificates(cast.centre(), by=cast.user("zhou"), today=day)

    def test_holder_and_lead_are_told_sixty_thirty_and_seven_days_before_once_each(self, held):
        last = held.expires_on
        told = []
        for left in (61, 60, 60, 45, 30, 29, 7, 6, -1):
            self.remind(last - timedelta(days=left))
            held.refresh_from_db()
            told.append((left, held.reminded_days, inbox("li")))
            Duty.objects.update(reminded_at=None)
        assert [one[1] for one in told] == [None, 60, 60, 60, 30, 30, 7, 7, 7]
        assert [one[2][0][1] if one[2] else None for one in told] == [
            None,
            False,
            False,
            False,
            True,
            False,
            True,
            False,
            False,
        ]
        assert inbox("zhao") == [(last, False)]

    def test_a_newer_one_or_a_revocation_ends_it(self, way, held):
        self.remind(held.expires_on)
        again = actions.enrol(way.course, by=cast.user("li"))
        Enrolment.objects.filter(pk=again.pk).update(state="finished", ended_on=held.expires_on)
        (newer,) = actions.issue_certificates([again], by=cast.user("zhou"), today=held.expires_on)
        assert (inbox("li"), inbox("zhao")) == ([], [])
        self.remind(newer.expires_on)
        assert inbox("li") == [(newer.expires_on, False)]
        actions.revoke_certificate(newer, by=cast.user("zhou"), because="发错人", today=TODAY)
        assert inbox("li") == []

    def test_nobody_is_told_of_who_left(self, held):
        Employment.objects.update(left_on=TODAY)
        self.remind(held.expires_on)
        assert inbox("zhao") == []


def test_reissued_once_until_the_same_day_with_a_number_of_its_own(held):
    zhou = cast.user("zhou")
    with pytest.raises(NotValid, match="without_reason"):
        actions.reissue_certificate(held, by=zhou, because="", today=TODAY)
    fresh = actions.reissue_certificate(held, by=zhou, because="邮箱写错", today=TODAY)
    assert (fresh.number, fresh.expires_on, fresh.replaces) == (f"{held.number}-2", held.expires_on, held)
    assert held.revoked_because == "邮箱写错"
    with pytest.raises(NotNow, match="replaced"):
        actions.reissue_certificate(held, by=zhou, because="again", today=TODAY)
    with pytest.raises(NotNow, match="expired"):
        actions.reissue_certificate(fresh, by=zhou, because="again", today=date(2027, 2, 4))
    third = actions.reissue_certificate(fresh, by=zhou, because="again", today=TODAY)
    assert third.number == f"{held.number}-3"
    assert [told_state(one, TODAY) for one in certificates_seen_by(zhou).order_by("pk")] == [
        "replaced",
        "replaced",
        "stands",
    ]


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2026, 12, 4), "stands"),
        (date(2026, 12, 5), "ending"),
        (date(2027, 2, 3), "ending"),
        (date(2027, 2, 4), "expired"),
    ],
)
def test_a_card_and_its_filter_say_the_same_on_every_day(held, day, state):
    assert told_state(held, day) == state
    rows = certificates_seen_by(cast.user("zhou"))
    assert [one for one in STATES if in_state(rows, one, day).exists()] == [state]


def test_anybody_may_ask_whether_it_holds_and_learns_no_name(held, client):
    page = client.get(f"/certificates/{held.key}/").content.decode()
    assert held.number in page
    assert "Li" not in page.replace("License", "")
    assert client.get("/certificates/6f1c2b1e-0000-4000-8000-000000000001/").status_code == 404
    whole = client.post("/certificates/", {"file": BytesIO(picture(held).encode())})
    assert (whole.status_code, held.number in whole.content.decode()) == (200, True)
    assert client.post("/certificates/", {"text": held.signed[:-9] + "A" * 9}).status_code == 422
    assert client.post("/certificates/", {"text": "x\x00"}).status_code == 422


def test_by_program_too(held, client):
    client.force_login(cast.user("zhou"))
    found = client.get("/api/training/certificates?state=stands&q=li").json()["items"]
    assert [(one["number"], one["state"]) for one in found] == [(held.number, "stands")]
    answer = client.post(
        f"/api/training/certificates/{held.pk}/reissue", {"reason": "x"}, content_type="application/json"
    )
    assert answer.json()["replaces"] == held.pk
    body = {"text": held.signed}
    told = client.post("/api/training/certificates/check", body, content_type="application/json").json()
    assert (told["fault"], told["number"], told["state"]) == ("", held.number, "replaced")
    given = client.get(f"/learning/certificates/{answer.json()['id']}/credential.json").json()
    assert given["credential"]["id"] == f"urn:uuid:{answer.json()['link'].rstrip('/').rsplit('/', 1)[1]}"
