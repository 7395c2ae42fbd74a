"""Certificates: for those who finished, once; until their day; revoked with a reason; checked without the centre."""

import json
from datetime import date

import pytest

from hengcai.assessment.actions import start_sitting, submit_sitting
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.cli.program import run
from hengcai.training import actions
from hengcai.training.models import Enrolment
from hengcai.training.queries.certificates import picture, running_out, to_certify
from hengcai.training.rules.certificates import expiry
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
    way.refresh_from_db()
    client.force_login(cast.user("li"))
    answer = client.get(f"/learning/certificates/{way.certificate.pk}/badge.svg")
    assert way.certificate.signed in answer.content.decode()
    assert client.get(f"/learning/certificates/{way.certificate.pk}/").status_code == 200


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
