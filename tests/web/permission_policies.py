"""Who gets what of a policy's procedure: every step refused to whoever it is not for, by direct POST too."""

from tests.web.permission_rows import EVERY_ROLE, HIDDEN, SEEN_BY_WRITERS, roles, row

POLICY = "policies/<int:pk>/"
PAGE = f"{POLICY}procedure/"
PANEL = ("group", "hr", "head")
HELD = {"held_on": "2026-01-05", "minutes": "x", "votes_for": "1", "votes_against": "0", "votes_abstained": "0"}
TOLD = {"text": "x", "place": "x", "posted_on": "2026-01-05", "in_force_from": "2099-01-05"}


def _post(do, thing, **words):
    sent = words.pop("sent", {})
    return row(PAGE, thing, method="post", query={"do": do, **sent}, **words)


POLICY_PAGES = [
    row(PAGE, "policy", **EVERY_ROLE),
    row(PAGE, "draft policy", **SEEN_BY_WRITERS),
    row(PAGE, "discussed policy", hides=("Wang",), **EVERY_ROLE),
    _post("comment", "discussed policy", rest="422", nobody="403"),
    _post("comment", "announced policy", sent={"text": "x"}, **EVERY_ROLE | {"rest": "403"}),
    _post("answer", "discussed policy", rest="404", nobody="403"),
    _post(
        "explain",
        "draft policy",
        sent={"place": "x", "reason": "x"},
        **{**HIDDEN, **roles("422", "group", "hr"), "head": "403"},
    ),
    _post(
        "discuss",
        "draft policy",
        sent={"closes_on": "2099-01-05"},
        **{**HIDDEN, **roles("302", "group", "hr"), "head": "403"},
    ),
    _post("decide", "draft policy", sent=HELD, **{**HIDDEN, **roles("409", "group", "head"), "hr": "403"}),
    _post("decide", "discussed policy", sent=HELD, **roles("422", "group", "head")),
    _post("announce", "discussed policy", sent=TOLD, **roles("409", *PANEL)),
    _post("announce", "announced policy", sent=TOLD, **roles("409", *PANEL)),
    _post("withdraw", "discussed policy", **roles("422", "group", "head")),
    _post("sign", "discussed policy", **EVERY_ROLE | {"rest": "403"}),
    _post("sign", "announced policy", sent={"password": "wrong"}, rest="422", nobody="403", liaison="409"),
    _post("file", "discussed policy", **roles("422", *PANEL)),
    _post("nothing", "discussed policy", rest="404", nobody="403"),
    row(f"{POLICY}publish/", "discussed policy", method="post", **roles("409", "group", "head")),
    row(f"{POLICY}publish/", "announced policy", method="post", **roles("409", "group", "head")),
    row(f"{POLICY}edit/", "discussed policy", **roles("200", "group", "hr")),
    row(f"{POLICY}edit/", "announced policy", **roles("409", "group", "hr")),
    row(f"{POLICY}signatures/", "announced policy", **roles("200", *PANEL)),
    row(f"{POLICY}signatures/", "announced policy", method="post", query={"do": "nudge"}, **roles("302", *PANEL)),
    row(f"{POLICY}signatures/", "announced policy", method="post", query={"do": "paper"}, **roles("422", *PANEL)),
    row(f"{POLICY}signatures/", "discussed policy", method="post", query={"do": "nudge"}, **roles("409", *PANEL)),
    row(f"{POLICY}what-if/", "policy", **roles("200", *PANEL)),
    row(f"{POLICY}files/<int:file>/", "discussed policy", parts=(None, 1), **roles("404", *PANEL)),
]


API = "api/appraisal/procedures/<int:pk>"
HELD_API = {"held_on": "2026-01-05", "minutes": "x", "present": [], "votes_for": 1}


def _sent(verb, thing, body, **words):
    return row(f"{API}/{verb}", thing, method="post", body=body, **words)


POLICY_API = [
    row(API, "policy", **EVERY_ROLE),
    row(API, "draft policy", **SEEN_BY_WRITERS),
    row(f"{API}/comments", "discussed policy", hides=("Wang",), **EVERY_ROLE),
    _sent("comments", "discussed policy", {"text": " "}, rest="422", nobody="403"),
    _sent("comments", "announced policy", {"text": "x"}, **EVERY_ROLE | {"rest": "403"}),
    row(f"{API}/comments/<int:number>/answer", "discussed policy", parts=(None, 10**9), method="post",
        body={"answer": "taken", "reason": "x"}, **roles("404", "group", "hr")),
    _sent("reasons", "draft policy", {"place": "x", "reason": "x"}, **{**HIDDEN, **roles("422", "group", "hr"), "head": "403"}),
    _sent("discuss", "draft policy", {"closes_on": "2099-01-05"}, **{**HIDDEN, **roles("200", "group", "hr"), "head": "403"}),
    _sent("decide", "draft policy", HELD_API, **{**HIDDEN, **roles("409", "group", "head"), "hr": "403"}),
    _sent("decide", "discussed policy", HELD_API, **roles("422", "group", "head")),
    _sent("announce", "discussed policy", TOLD, **roles("409", *PANEL)),
    _sent("withdraw", "discussed policy", {"reason": ""}, **roles("422", "group", "head")),
    _sent("sign", "announced policy", {"password": "wrong"}, rest="422", nobody="403", liaison="409"),
    _sent("sign", "discussed policy", {"password": "wrong"}, **EVERY_ROLE | {"rest": "403"}),
    row(f"{API}/signatures", "announced policy", **roles("200", *PANEL)),
    _sent("signatures", "announced policy", {"numbers": [], "signed_on": "2026-01-05"}, **roles("422", *PANEL)),
    row(f"{API}/files", "discussed policy", **roles("200", *PANEL)),
    _sent("files", "discussed policy", {}, **roles("422", *PANEL)),
    row(f"{API}/files/<int:number>", "discussed policy", parts=(None, 10**9), **roles("404", *PANEL)),
    _sent("nudge", "announced policy", {}, **roles("200", *PANEL)),
    row(f"{API}/what-if", "discussed policy", query={"cycle": "none"}, **roles("404", *PANEL)),
]  # fmt: skip
