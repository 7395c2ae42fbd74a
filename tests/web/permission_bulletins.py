"""Who gets what of notices, spot tests and corrections of the knowledge base: pages, then the same through the API."""

from tests.web.permission_rows import roles, row

ONE, NOTICE = "bulletins/<int:pk>/", "bulletin"
TEST, QUIZ = "spot-tests/<int:pk>/", "spot test"
ENTRY, REPORTED = "knowledge/<int:pk>/", "knowledge correction"
WRITERS = ("trainer", "liaison", "head")
LOOKERS = ("hr", "supervisor", "group", "analyst", "admin")
WATCHERS = (*WRITERS, "hr", "supervisor")
EVERYBODY = roles("200", "agent", "lead", *WRITERS, *LOOKERS)
OWN = {"agent": "200 404", "lead": "200 404"}
SEEN = {**OWN, **roles("200", *WRITERS, *LOOKERS)}
WRITTEN = roles("200", *WRITERS)
WATCHED = roles("200", "lead", *WATCHERS)
PUT_TO = {**OWN, **roles("404", *WRITERS, *LOOKERS)}
DRAFT = {**roles("404", "agent", "lead", *LOOKERS), **WRITTEN}
KEEPERS = ("trainer", "head")
TOLD = {**OWN, **roles("404", "liaison", "hr", "group", "analyst", "admin"), **roles("200", *KEEPERS, "supervisor")}


def _steered(word):
    """By writers; whoever may see it may not do it, whoever may not see it does not find it."""
    return {"agent": "403 404", "lead": "403 404", **roles("403", *LOOKERS), **roles(word, *WRITERS)}


def _signed(word):
    return {"agent": f"{word} 404", "lead": f"{word} 404", **roles("404", *WRITERS, *LOOKERS)}


def _answered(word, *, own="403"):
    """Of a correction: its owner and whoever keeps the topics, or the reporter."""
    word_of = {"agent": f"{own} 404", "lead": "403 404", **roles("404", "liaison", "hr", "group", "analyst", "admin")}
    return {**word_of, "supervisor": "403", **roles(word, *KEEPERS)}


BULLETIN_PAGES = [
    row("bulletins/", **EVERYBODY),
    row("bulletins/", method="post", query={"needs_second": "on"}, **roles("302", *KEEPERS)),
    row("bulletins/add/", **WRITTEN),
    row("bulletins/add/", method="post", query={"title_zh": ""}, **roles("422", *WRITERS)),
    row("bulletins/unread/", **WATCHED),
    row("bulletins/figures/", **WATCHED),
    row(ONE, NOTICE, **SEEN),
    row(ONE, "bulletin draft", **DRAFT),
    row(ONE, NOTICE, method="post", query={"do": "sign"}, **_signed("422")),
    row(ONE, NOTICE, method="post", query={"do": "publish"}, **_steered("409")),
    row(ONE, NOTICE, method="post", query={"do": "withdraw"}, **_steered("422")),
    row(ONE, NOTICE, method="post", query={"do": "replace"}, **_steered("422")),
    row(ONE, NOTICE, method="post", query={"do": "revise"}, **_steered("302")),
    row(f"{ONE}edit/", "bulletin draft", **WRITTEN),
    row(f"{ONE}edit/", "bulletin draft", method="post", query={"do": "file"}, **roles("422", *WRITERS)),
    row(f"{ONE}files/<int:file>/", NOTICE, parts=(None, 10**9),
        **roles("404", "agent", "lead", *WRITERS, *LOOKERS)),
    row(f"{ONE}readers/", NOTICE, lead="200 404", **roles("200", *WATCHERS)),
    row(f"{ONE}questions/", NOTICE, **WRITTEN),
    row(f"{ONE}questions/", NOTICE, method="post", query={"do": "add"}, **roles("422", *WRITERS)),
    row(f"{ONE}questions/", NOTICE, method="post", query={"do": "open"}, **roles("422", *WRITERS)),
    row(TEST, QUIZ, **PUT_TO),
    row(TEST, QUIZ, method="post", query={"q-q1": "b"}, **_signed("302")),
    row(f"{TEST}results/", QUIZ, lead="200 404", **roles("200", *WATCHERS)),
    row(f"{TEST}results/", QUIZ, method="post", query={"do": "close"}, lead="403 404",
        **{**roles("403", "hr", "supervisor"), **roles("302", *WRITERS)}),
    row("knowledge/", **EVERYBODY),
    row("knowledge/add/", **EVERYBODY),
    row("knowledge/topics/", **roles("200", *KEEPERS)),
    row("knowledge/figures/", **roles("200", *KEEPERS, "supervisor")),
    row(ENTRY, REPORTED, **TOLD),
    row(ENTRY, REPORTED, method="post", query={"do": "accept"}, **_answered("302")),
    row(ENTRY, REPORTED, method="post", query={"do": "decline"}, **_answered("422")),
    row(ENTRY, REPORTED, method="post", query={"do": "confirm"}, **_answered("403", own="409")),
    row(ENTRY, REPORTED, method="post", query={"do": "reopen"}, **_answered("403", own="409")),
]  # fmt: skip
DOOR, TESTS, CORRECTIONS = "api/bulletins", "api/spot-tests", "api/knowledge"
TEXT = {"effective_from": "2026-01-01", "title_zh": "", "body_zh": ""}
DAYS = {"first_on": "2026-01-01", "last_on": "2026-03-31"}
TOPIC = {"keeper": "", "name_zh": "x"}
BULLETIN_API = [
    row(DOOR, **EVERYBODY),
    row(DOOR, method="post", body=TEXT, **roles("422", *WRITERS)),
    row(f"{DOOR}/terms", method="put", body={}, **roles("200", *KEEPERS)),
    row(f"{DOOR}/unread", **WATCHED),
    row(f"{DOOR}/figures", query=DAYS, **WATCHED),
    row(f"{DOOR}/<int:pk>", NOTICE, **SEEN),
    row(f"{DOOR}/<int:pk>", NOTICE, method="put", body={**TEXT, "edit_count": 0}, **_steered("409")),
    row(f"{DOOR}/<int:pk>/files", "bulletin draft", method="post",
        **{**roles("404", "agent", "lead", *LOOKERS), **roles("422", *WRITERS)}),
    row(f"{DOOR}/<int:pk>/files/<int:file>", NOTICE, parts=(None, 10**9),
        **roles("404", "agent", "lead", *WRITERS, *LOOKERS)),
    row(f"{DOOR}/<int:pk>/readers", NOTICE, lead="200 404", **roles("200", *WATCHERS)),
    row(f"{DOOR}/<int:pk>/sign", NOTICE, method="post", body={}, **_signed("422")),
    row(f"{DOOR}/<int:pk>/revise", NOTICE, method="post", **_steered("200")),
    row(f"{DOOR}/<int:pk>/submit", NOTICE, method="post", **_steered("409")),
    row(f"{DOOR}/<int:pk>/send-back", NOTICE, method="post", body={},
        **{**_steered("409"), "trainer": "403"}),
    row(f"{DOOR}/<int:pk>/publish", NOTICE, method="post", **_steered("409")),
    row(f"{DOOR}/<int:pk>/withdraw", NOTICE, method="post", body={}, **_steered("422")),
    row(f"{DOOR}/<int:pk>/replace", NOTICE, method="post", body={"to": 10**9}, **_steered("422")),
    row(f"{DOOR}/<int:pk>/questions", NOTICE, **WRITTEN),
    row(f"{DOOR}/<int:pk>/questions", NOTICE, method="post", body={"passage": ""}, **_steered("422")),
    row(f"{DOOR}/<int:pk>/questions/<key>", NOTICE, method="delete", parts=(None, "q9"), **_steered("200")),
    row(f"{DOOR}/<int:pk>/tests", NOTICE, method="post", body={"questions": [], "closes_on": "2099-01-01"}, **_steered("409")),
    row(TESTS, **WATCHED),
    row(f"{TESTS}/mine", **EVERYBODY),
    row(f"{TESTS}/<int:pk>/mine", QUIZ, **PUT_TO),
    row(f"{TESTS}/<int:pk>/mine", QUIZ, method="post", body={}, **_signed("200")),
    row(f"{TESTS}/<int:pk>/understood", QUIZ, lead="200 404", **roles("200", *WATCHERS)),
    row(f"{TESTS}/<int:pk>/people", QUIZ, lead="200 404", **roles("200", *WATCHERS)),
    row(f"{TESTS}/<int:pk>/close", QUIZ, method="post", lead="403 404",
        **{**roles("403", "hr", "supervisor"), **roles("200", *WRITERS)}),
    row(CORRECTIONS, **EVERYBODY),
    row(CORRECTIONS, method="post", body={"entry": "", "wrong": ""}, **dict.fromkeys(EVERYBODY, "422")),
    row(f"{CORRECTIONS}/topics", **EVERYBODY),
    row(f"{CORRECTIONS}/topics", method="post", body=TOPIC, **roles("422", *KEEPERS)),
    row(f"{CORRECTIONS}/topics/<int:pk>", "knowledge topic", method="put", body=TOPIC, **roles("422", *KEEPERS)),
    row(f"{CORRECTIONS}/topics/<int:pk>/end", "knowledge topic", method="post", **roles("200", *KEEPERS)),
    row(f"{CORRECTIONS}/figures", query=DAYS, **roles("200", *KEEPERS, "supervisor")),
    row(f"{CORRECTIONS}/<int:pk>", REPORTED, **TOLD),
    row(f"{CORRECTIONS}/<int:pk>/topic", REPORTED, method="post", body={"topic": 10**9}, **_answered("404")),
    row(f"{CORRECTIONS}/<int:pk>/accept", REPORTED, method="post", body={}, **_answered("200")),
    row(f"{CORRECTIONS}/<int:pk>/decline", REPORTED, method="post", body={}, **_answered("422")),
    row(f"{CORRECTIONS}/<int:pk>/mend", REPORTED, method="post", body={}, **_answered("422")),
    row(f"{CORRECTIONS}/<int:pk>/confirm", REPORTED, method="post", **_answered("403", own="409")),
    row(f"{CORRECTIONS}/<int:pk>/reopen", REPORTED, method="post", body={}, **_answered("403", own="409")),
]  # fmt: skip
