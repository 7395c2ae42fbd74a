"""Who gets what of coaching and of the library: pages, then the same through the API."""

from tests.web.permission_rows import roles, row

SESSION, CASE = "coaching/<int:pk>/", "library/<int:pk>/"
API_SESSION, API_CASE = "api/coaching/sessions/<int:pk>", "api/coaching/cases/<int:pk>"
OPENERS = ("supervisor", "trainer", "group")
READERS = ("supervisor", "trainer", "hr", "group", "head")
SESSIONS = {"agent": "own", "lead": "own", "analyst": "none", **roles("all", *READERS)}
OPENED = {"lead": "200 404", **roles("200", *OPENERS)}
SEEN = {"agent": "200 404", "lead": "200 404", "analyst": "404", **roles("200", *READERS)}
NOT_THEIRS = {"agent": "403 404", "lead": "403 404", "analyst": "404", **roles("403", *READERS)}
DONE = {
    "hold": {"lead": "302 404"}, "sign": {"agent": "409 404", "lead": "409 404"}, "refuse": {"agent": "409 404"},
    "anew": {"lead": "409 404"}, "remark": {"agent": "422 404", "lead": "422 404"}, "put_off": {"lead": "409 404"},
    "look": {"lead": "409 404"}, "close": {"lead": "422 404"}, "read": {"agent": "302 404", "lead": "302 404"},
    "hand_over": {"lead": "404", "supervisor": "404", "group": "404"},
}  # fmt: skip
CASE_READERS = ("supervisor", "trainer", "group", "head")
LIBRARY = roles("200", "agent", "lead", "analyst", "hr", *CASE_READERS)
ASKED = {"agent": "200 404", "lead": "200 404", "analyst": "404", "hr": "404", **roles("200", *CASE_READERS)}
DRAFTED = {**ASKED, "agent": "404"}
CASE_DENIED = {"agent": "403 404", "lead": "403 404", "analyst": "404", "hr": "404", **roles("403", *CASE_READERS)}
KEPT = {"lead": "409 404", **roles("409", *OPENERS)}
CASE_DONE = {
    "ask": KEPT, "show": KEPT, "give": {"agent": "302 404"}, "decline": {"agent": "302 404"}, "take_back": {"agent": "409 404"},
    "withdraw": {"lead": "422 404", **roles("422", *OPENERS)}, "brief": {"lead": "409 404", "trainer": "409"},
}  # fmt: skip
BRIEFERS = roles("200", "lead", "trainer")
BRIEFING_READERS = roles("200", "agent", "lead", "trainer", "supervisor", "group", "head")
BRIEFED_SEEN = {"agent": "200 404", "lead": "200 404", "trainer": "404", **roles("200", "supervisor", "group", "head")}
BRIEFED_READ = {"agent": "302 404", "lead": "403 404", "trainer": "404"}
COACHING_PAGES = [
    row("coaching/", **SESSIONS),
    row("coaching/add/", "published evaluation", asks="evaluation", **OPENED),
    row(SESSION, "prepared coaching", **SEEN),
    row(f"{SESSION}edit/", "prepared coaching", **{**NOT_THEIRS, "lead": "200 404"}),
    *(
        row(SESSION, "prepared coaching", method="post", query={"do": verb}, **{**NOT_THEIRS, **words})
        for verb, words in DONE.items()
    ),
    row("library/", **LIBRARY),
    row("library/add/", "published evaluation", asks="evaluation", **OPENED),
    row(CASE, "asked case", **ASKED),
    row(CASE, "drafted warning", **DRAFTED),
    row(f"{CASE}edit/", "asked case", **{**CASE_DENIED, **KEPT}),
    row(
        f"{CASE}edit/",
        "drafted warning",
        **{**CASE_DENIED, "agent": "404", "lead": "200 404", **roles("200", *OPENERS)},
    ),
    row(f"{CASE}sound/", "asked case", **roles("404", *LIBRARY)),
    *(
        row(CASE, "asked case", method="post", query={"do": verb}, **{**CASE_DENIED, **words})
        for verb, words in CASE_DONE.items()
    ),
    row("briefings/", **BRIEFING_READERS),
    row("briefing/", **BRIEFERS),
    row("briefing/<int:pk>/", "held briefing", **BRIEFED_SEEN),
    row("briefing/<int:pk>/", "held briefing", method="post", **{**roles("403", *BRIEFED_SEEN), **BRIEFED_READ}),
]
RECORD = {"item": 1, "look_on": "2026-03-31", "clips": [{"evaluation": 9**9}]}
CASE_TEXT = {"kind": "model", "title": "", "lesson": ""}
BRIEFED = {"case": 9**9, "on": "2026-03-31"}
RUNNERS = roles("404", "analyst", *OPENERS)
KEEPERS = roles("409", *OPENERS)


def _step(verb, body, **words):
    """Whoever's it is not to do is told so, or does not find it."""
    return row(f"{API_SESSION}/{verb}", "prepared coaching", method="post", body=body, **words)


RUN_BY = {"lead": "409 404", "analyst": "404", **roles("403", *OPENERS)}
COACHING_API = [
    row("api/coaching/sessions", shows="number", **SESSIONS),
    row("api/coaching/sessions", method="post", body=RECORD, lead="404", **roles("404", *OPENERS)),
    row(API_SESSION, "prepared coaching", **SEEN),
    row(API_SESSION, "prepared coaching", method="put", body={**RECORD, "edit_count": 1}, lead="404", **RUNNERS),
    _step("hold", {"held_on": "2026-03-17"}, **{**RUN_BY, "lead": "200 404"}),
    _step("sign", {"password": "x"}, **{**RUN_BY, "agent": "409 404"}),
    _step("refuse", {"words": "no"}, agent="409 404"),
    _step("anew", {}, **RUN_BY),
    _step("remarks", {"words": ""}, **{**RUN_BY, "lead": "422 404", "agent": "422 404"}),
    _step("put-off", {"look_on": "2026-03-31"}, **RUN_BY),
    _step("read", {}, **{**RUN_BY, "lead": "200 404", "agent": "200 404"}),
    _step("hand-over", {"to": 10**9, "reason": "x"}, **{**RUN_BY, "lead": "404", "supervisor": "404", "group": "404"}),
    _step("look", {"words": "x"}, **RUN_BY),
    _step("close", {"words": ""}, **{**RUN_BY, "lead": "422 404"}),
    row("api/coaching/cases", **LIBRARY),
    row(
        "api/coaching/cases",
        method="post",
        body={**CASE_TEXT, "evaluation": 9**9},
        lead="404",
        **roles("404", *OPENERS),
    ),
    row(API_CASE, "asked case", **ASKED),
    row(API_CASE, "drafted warning", **DRAFTED),
    row(API_CASE, "drafted warning", method="put", body=CASE_TEXT, lead="422 404", **roles("422", *OPENERS)),
    *(
        row(f"{API_CASE}/{verb}", "asked case", method="post", body={}, lead="409 404", **KEEPERS)
        for verb in ("ask", "show")
    ),
    *(
        row(f"{API_CASE}/{verb}", "asked case", method="post", body={}, agent=f"{answer} 404")
        for verb, answer in (("consent", 200), ("decline", 200), ("take-back", 409))
    ),
    row(f"{API_CASE}/withdraw", "asked case", method="post", body={}, lead="422 404", **roles("422", *OPENERS)),
    row("api/coaching/briefings", **BRIEFING_READERS),
    row("api/coaching/briefings/<int:pk>", "held briefing", **BRIEFED_SEEN),
    row(
        "api/coaching/briefings/<int:pk>/read",
        "held briefing",
        method="post",
        body={},
        agent="200 404",
        lead="403 404",
        trainer="404",
    ),
    row(
        "api/coaching/briefings/<int:pk>/hold",
        "held briefing",
        method="post",
        body={"team": 10**9},
        lead="404",
        trainer="404",
    ),
    row("api/coaching/briefing", **BRIEFERS),
    row("api/coaching/briefing", method="post", body=BRIEFED, **roles("404", "lead", "trainer")),
    row("api/coaching/briefing/take-off", method="post", body=BRIEFED, **roles("404", "lead", "trainer")),
]
