"""Robots, a mail server and a clock of the tests' own, and people who want to be told."""

from contextlib import ExitStack, contextmanager
from datetime import date, datetime
from email import message_from_bytes, policy
from zoneinfo import ZoneInfo

import pytest

from hengcai.base import clock
from hengcai.inbox import tasks
from hengcai.inbox.channels import actions
from hengcai.inbox.duties import Owed, open_duties
from hengcai.inbox.models import Hook
from hengcai.jobs.worker import work_once
from tests import cast
from tests.inbox.channels.receivers import MailServer, Robot, mail_standing, standing

SHANGHAI = ZoneInfo("Asia/Shanghai")
KIND, DISCREET = "rating.self", "rating.peer"
DUE = date(2026, 4, 10)
MARK = "9.7分王小明"
NOW: list[datetime] = []


def at(day=1, hour=10, minute=0, second=0):
    return datetime(2026, 4, day, hour, minute, second, tzinfo=SHANGHAI)


@pytest.fixture
def place(db, settings):
    """Robots of all three kinds, a gateway and a mail server, with Li who wants everything."""
    settings.PUBLIC_URL, settings.MAIL_FROM, settings.MAIL_SECURITY = "https://hc.example", "hc@hc.example", "plain"
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    with ExitStack() as open_now:
        server = MailServer()
        settings.MAIL_HOST, settings.MAIL_PORT = "127.0.0.1", open_now.enter_context(mail_standing(server))
        found = {"mail": server}
        for kind in ("wecom", "dingtalk", "feishu", "gateway"):
            robot = Robot(kind, secret="" if kind == "wecom" else "SECRET")
            robot.clock = _now
            host = open_now.enter_context(standing(robot))
            settings.HOOK_HOSTS = (*settings.HOOK_HOSTS, host)
            actions.add_hook(cast.centre(), by=cast.user("sun"), name=kind, robot=kind, url=f"http://{host}/x?key=KEY",
                             secret=robot.secret)  # fmt: skip
            found[kind] = robot
        yield found


def wants(name, channel="mail", *, hook="wecom", stages=("new", "reminder", "escalation"), handle="13800000000"):
    user = cast.user(name)
    user.email = f"{name}@hc.example"
    user.save()
    chosen = Hook.objects.get(name=hook) if channel == "robot" else None
    actions.choose_notices(user, by=user, channel=channel, stages=stages, hook=chosen, handle=handle)
    return user


def owe(*names, kind=KIND, source=1, moment=None):
    with clock.set_to(moment or at()):
        open_duties(kind, [Owed(cast.user(name).pk, source, DUE, MARK) for name in names])


def _now():
    return NOW[-1].timestamp()


@contextmanager
def time_is(moment):
    """For the robots too, which stand in threads of their own."""
    NOW.append(moment)
    with clock.set_to(moment):
        yield


def work(moment):
    """A worker comes by and does what there is."""
    with time_is(moment):
        tasks.ask_for_sending()
        while work_once():
            pass


def letters(place):
    return [message_from_bytes(one, policy=policy.default) for one in place["mail"].taken]
