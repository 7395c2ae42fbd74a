"""Zhou trains and publishes; Li, Wang (Zhao's team) and He (Lin's) read; Qian heads the centre."""

from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from hengcai.base import clock
from hengcai.bulletins import actions
from hengcai.bulletins.models import Reader
from hengcai.bulletins.rules.notices import Text
from tests import cast

TODAY = cast.MONDAY
NINE = datetime(2026, 3, 16, 1, tzinfo=UTC)  # nine in the morning in Shanghai
HOUR = timedelta(hours=1)
BODY = "退货期限由 7 天改为 15 天，3 月 20 日起执行。已下单未签收的订单也按新期限办。"


def people(*names):
    return [cast.person(name) for name in names or ("li", "wang", "he")]


def text(**given):
    facts = {"title_zh": "退货期限调整", "body_zh": BODY, "kind": "policy", "must_read": True, "due_kind": "hours"}
    return Text(effective_from=TODAY, **{**facts, **given})


def draft(by="zhou", **given):
    return actions.add_bulletin(cast.centre(), by=cast.user(by), text=text(**given))


def published(by="zhou", at=NINE, **given):
    people()
    with clock.set_to(at):
        return actions.publish_bulletin(draft(by, **given), by=cast.user(by))


def reader(bulletin, name):
    return Reader.objects.get(bulletin=bulletin, person=cast.person(name))


def read(bulletin, name, at=NINE + HOUR, seconds=90):
    """Opened, and signed so many seconds later."""
    with clock.set_to(at):
        actions.open_page(reader(bulletin, name), by=cast.user(name))
    with clock.set_to(at + timedelta(seconds=seconds)):
        return actions.sign_read(reader(bulletin, name), by=cast.user(name), seconds=seconds)


@contextmanager
def hours_later(hours):
    with clock.set_to(NINE + hours * HOUR):
        yield NINE + hours * HOUR


def question(key="q1", right="b"):
    options = [
        {"id": one, "text": f"{days} 天", "share": "1" if one == right else "0"}
        for one, days in zip("abc", (7, 15, 30), strict=False)
    ]
    return {"id": key, "kind": "single", "text": "退货期限是几天？", "options": options}


def asked(bulletin, *keys):
    for key in keys or ("q1",):
        actions.add_bulletin_question(bulletin, by=cast.user("zhou"), question=question(key), passage="改为 15 天")
    return bulletin
