"""Who gets what of notices: one's own choice, and the page of whoever sets the place up."""

from tests.web.permission_rows import EVERY_ROLE, row

API = "api/notices"
HOOK = {"name": "", "robot": "wecom", "url": "https://qyapi.weixin.qq.com/x"}
HOURS = {"quiet_from": "20:00", "quiet_to": "08:00", "only_working_days": True, "mails_everybody": False}
NOTICE_PAGES = [
    row("me/notices/", **EVERY_ROLE),
    row("me/notices/", method="post", query={"do": "mail", "email": "no address"}, rest="422", nobody="403"),
    row("notices/", admin="200"),
    row("notices/", method="post", query={"do": "add"}, admin="422"),
    row("notices/", method="post", query={"do": "remove", "hook": "0"}, admin="404"),
]
NOTICE_API = [
    row(f"{API}/mine", **EVERY_ROLE),
    row(f"{API}/mine/<channel>", parts=("mail",), method="put", body={"stages": []}, **EVERY_ROLE),
    row(API, admin="200"),
    row(f"{API}/hours", method="put", body=HOURS, admin="200"),
    row(f"{API}/hooks", method="post", body=HOOK, admin="422"),
    row(f"{API}/hooks/<int:pk>", parts=(10**9,), method="put", body={"is_on": True}, admin="404"),
    row(f"{API}/hooks/<int:pk>/try", parts=(10**9,), method="post", admin="404"),
    row(f"{API}/hooks/<int:pk>", parts=(10**9,), method="delete", admin="404"),
]
