"""The pages of notices, and the same through the API."""

import json

import pytest

from hengcai.inbox.channels.actions import add_hook
from hengcai.inbox.models import Choice, Hook, NoticeTerms
from tests import cast

URL = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=HIDDENKEY"


def hook():
    return add_hook(cast.centre(), by=cast.user("sun"), name="一组", robot="feishu",
                    url="https://open.feishu.cn/open-apis/bot/v2/hook/HIDDENKEY", secret="HIDDENSECRET")  # fmt: skip


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_a_robot_is_added_and_its_secret_never_shown_again(visit, language):
    hook()
    client = visit("sun")
    client.cookies["hengcai_language"] = language
    body = {"do": "add", "name": "二组", "robot": "wecom", "url": URL, "secret": ""}
    assert client.post("/notices/", body).status_code == 302
    page = client.get("/notices/").content.decode()
    assert "qyapi.weixin.qq.com" in page
    assert "HIDDEN" not in page
    assert "HIDDEN" not in client.get("/api/notices").content.decode()
    assert client.post("/notices/", {**body, "name": "三组", "url": "https://evil.example/x"}).status_code == 422
    assert client.post("/notices/", body).status_code == 422
    made = Hook.objects.get(name="二组")
    assert client.post("/notices/", {"do": "switch", "hook": made.pk}).status_code == 302
    assert not Hook.objects.get(name="二组").is_on
    assert client.post("/notices/", {"do": "remove", "hook": made.pk}).status_code == 302
    assert Hook.objects.count() == 1


def test_hours_are_settled_and_mail_that_is_not_set_up_is_said(visit):
    client = visit("sun")
    assert client.post("/notices/", {"do": "hours", "quiet_from": "21:00", "quiet_to": "07:30"}).status_code == 302
    assert NoticeTerms.objects.get().quiet_from.hour == 21
    assert "HENGCAI_MAIL_HOST" in client.get("/notices/").content.decode()
    assert client.post("/notices/", {"do": "try_mail"}).status_code == 409
    assert client.post("/notices/", {"do": "nothing"}).status_code == 404


def test_everybody_chooses_for_themselves(visit):
    made, client = hook(), visit("li")
    assert client.get("/me/notices/").status_code == 200
    mail = {"do": "mail", "email": "li@example.com", "stages": ["new", "reminder"]}
    assert client.post("/me/notices/", mail).status_code == 302
    robot = {"do": "robot", "robot-hook": made.pk, "robot-handle": "", "robot-stages": ["new"]}
    assert client.post("/me/notices/", robot).status_code == 422
    assert client.post("/me/notices/", {**robot, "robot-handle": "ou_1"}).status_code == 302
    found = {one.channel: one for one in Choice.objects.filter(user=cast.user("li"))}
    assert (found["mail"].stages, found["robot"].handle) == (["new", "reminder"], "ou_1")
    assert "ou_1" in client.get("/me/notices/").content.decode()
    for name in ("li", "zheng", "wu", "qian"):
        assert visit(name).get("/notices/").status_code == 403


def test_the_same_through_the_api(visit):
    made, client = hook(), visit("wang")
    body = json.dumps({"stages": ["escalation"], "hook": made.pk, "handle": "13800000000"})
    answer = client.put("/api/notices/mine/robot", body, content_type="application/json")
    assert (answer.status_code, answer.json()["robot"]["stages"]) == (200, ["escalation"])
    assert client.get("/api/notices").status_code == 403
