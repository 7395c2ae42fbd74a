"""Heads that leave the machine by themselves: into a file, by mail; daily and at every publication."""

import json
from datetime import timedelta

import pytest

from hengcai.audit import heads, queries
from hengcai.audit.action import action, note
from hengcai.base import clock
from hengcai.base.errors import NotValid
from tests.cast import user

pytestmark = pytest.mark.django_db


class Anybody:
    def enter(self, thing, user):
        return None


@action(Anybody())
def publish_something(thing, *, by):
    return thing


class Server:
    """Stands for a mail server; keeps what it was sent."""

    sent: list[tuple[str, int, str, str]] = []

    def __init__(self, host, port, timeout):
        self.at = (host, port)

    def __enter__(self):
        return self

    def __exit__(self, *_facts):
        return None

    def send_message(self, message):
        self.sent.append((*self.at, message["To"], message.get_content()))


@pytest.fixture(autouse=True)
def _home(settings, tmp_path, monkeypatch):
    settings.HOME = tmp_path / "home"
    settings.HOME.mkdir()
    monkeypatch.setattr(heads.smtplib, "SMTP", Server)
    Server.sent = []
    note("open_report", user("li"), by=user("zhao"))


def lines(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_a_day_has_one_head_and_the_next_another(settings, tmp_path):
    path = tmp_path / "elsewhere" / "heads.jsonl"
    settings.AUDIT_HEADS = str(path)
    for _minute in range(3):
        heads.keep_when_due()
    assert [(one["number"], one["hash"]) for one in lines(path)] == [queries.head()]
    with clock.set_to(clock.now() + timedelta(days=1)):
        heads.keep_when_due()
    assert len(lines(path)) == 2


def test_a_folder_gets_a_file_of_its_own(settings, tmp_path):
    settings.AUDIT_HEADS = str(tmp_path)
    heads.keep_when_due()
    assert len(lines(tmp_path / heads.FILE)) == 1


def test_a_publication_leaves_its_head_once_it_is_committed(settings, tmp_path, django_capture_on_commit_callbacks):
    settings.AUDIT_HEADS = str(tmp_path / "heads.jsonl")
    with django_capture_on_commit_callbacks(execute=True):
        publish_something(user("li"), by=user("sun"))
    assert [one["number"] for one in lines(tmp_path / "heads.jsonl")] == [2]


def test_the_mail_goes_out_daily_and_after_a_publication(settings):
    settings.AUDIT_HEADS = "smtp://mail.example.org:2525/revision@example.org"
    for _minute in range(3):
        heads.keep_when_due()
    publish_something(user("li"), by=user("sun"))
    for _minute in range(3):
        heads.keep_when_due()
    assert [(host, port, to) for host, port, to, _text in Server.sent] == [
        ("mail.example.org", 2525, "revision@example.org")
    ] * 2
    assert [json.loads(text)["number"] for *_to, text in Server.sent] == [1, 2]
    assert heads.last_kept() is not None


def test_what_cannot_be_written_stops_nothing(settings, tmp_path, caplog):
    (tmp_path / "file").write_text("")
    settings.AUDIT_HEADS = f"{tmp_path / 'file' / 'heads.jsonl'}; smtp://mail.example.org/a@example.org"
    heads.keep_when_due()
    assert "could not be kept" in caplog.text
    assert len(Server.sent) == 1


def test_without_the_setting_nothing_is_kept():
    heads.keep_when_due()
    heads.keep_after_publication()
    assert heads.last_kept() is None
    assert Server.sent == []


def test_a_place_inside_home_is_refused(settings):
    settings.AUDIT_HEADS = str(settings.HOME / "heads.jsonl")
    with pytest.raises(NotValid) as refusal:
        heads.file()
    assert refusal.value.code == "audit.heads_at_home"
    heads.keep_when_due()
    assert not (settings.HOME / "heads.jsonl").exists()
