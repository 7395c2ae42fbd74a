"""Who gets what of the confirmation of results: pages, then the same through the API."""

from tests.web.permission_rows import roles, row

RECORD = "records/<int:pk>/"
TALK = f"{RECORD}interview/"
OFFICE = ("group", "hr", "head")
NOBODY_ELSES = roles("404", "analyst", "supervisor", "trainer", "admin", "liaison")
SEEN = {"agent": "200 404", "lead": "200 404", **roles("200", *OFFICE), **NOBODY_ELSES}
NOT_THEIRS = {"agent": "403 404", "lead": "403 404", **roles("403", *OFFICE), **NOBODY_ELSES}
ASKED_FIRST = {"agent": "409 404", "analyst": "422 404"}  # the interview comes before it, where there is a score
BUNDLED = roles("404 200", "hr", "head")  # never one's own
LEADS = {"lead": "200 404", **roles("200", "hr", "head")}
PAPER = {"lead": "422 404", **roles("422", "hr", "head")}  # nothing of the sheet is filled in
CHECKED = roles("404", "hr", "head")  # there is no such paper
TALK_DONE = {
    "save": "302 404", "hold": "422 404", "skip": "422 404", "appoint": "422 404", "sign": "409 404",
}  # fmt: skip
RECORD_PAGES = [
    row("records/", lead="own", **roles("all", *OFFICE)),
    row(RECORD, "quarter record", **{**SEEN, "analyst": "200 404"}),
    row(RECORD, "month record", **SEEN),
    row(RECORD, "quarter record", method="post", query={"do": "sign"}, **{**NOT_THEIRS, **ASKED_FIRST}),
    row(RECORD, "month record", method="post", query={"do": "sign"}, **{**NOT_THEIRS, "agent": "422 404"}),
    row(RECORD, "month record", method="post", query={"do": "object"}, **{**NOT_THEIRS, "agent": "422 404"}),
    row("records/archive/", **roles("200", *OFFICE, "admin")),
    row("records/archive/", method="post", **roles("302", *OFFICE, "admin")),
    *(
        row(RECORD, "month record", method="post", query={"do": verb}, **{**NOT_THEIRS, **found})
        for verb, found in (("paper", PAPER), ("confirm_paper", CHECKED), ("return_paper", CHECKED))
    ),
    row(f"{RECORD}papers/<int:paper>/", "month record", parts=(None, 10**9), rest="404", nobody="403"),
    row("records/people/<int:pk>/", "person", **BUNDLED),
    row("records/people/<int:pk>/", "person", method="post", **{**BUNDLED, "hr": "404 422", "head": "403"}),
    row("records/people/<int:pk>/pdf/", "person", **BUNDLED),
    row("records/people/<int:pk>/json/", "person", **BUNDLED),
    row(f"{RECORD}sealed/", "quarter record", rest="404", nobody="403"),
    row(TALK, "quarter record", **LEADS),
    *(
        row(
            TALK,
            "quarter record",
            method="post",
            query={"do": verb},
            **{**LEADS, "lead": word, **roles(word[:3], "hr", "head")},
        )
        for verb, word in TALK_DONE.items()
    ),
]
API = "api/records/<int:pk>"
PAPER_API = f"{API}/papers/<int:paper>"
RECORD_API = [
    row("api/records", shows="number", lead="own", **roles("all", *OFFICE)),
    row("api/records/mine", rest="200", nobody="403"),
    row(API, "quarter record", **{**SEEN, "analyst": "200 404"}),
    row(f"{API}/sign", "month record", method="post", body={"password": "x"}, **{**NOT_THEIRS, "agent": "422 404"}),
    row(
        f"{API}/object",
        "month record",
        method="post",
        body={"password": "x", "words": "no"},
        **{**NOT_THEIRS, "agent": "422 404"},
    ),
    row(f"{API}/interview", "quarter record", method="put", body={"edit_count": 0}, **LEADS),
    row(
        f"{API}/interview/appoint",
        "quarter record",
        method="post",
        body={"at": "2020-01-01T10:00:00Z"},
        lead="422 404",
        **roles("422", "hr", "head"),
    ),
    row(
        f"{API}/interview/hold",
        "quarter record",
        method="post",
        body={"held_on": "2026-03-17", "edit_count": 0},
        lead="409 404",
        **roles("409", "hr", "head"),
    ),
    row(
        f"{API}/interview/skip",
        "quarter record",
        method="post",
        body={"because": ""},
        lead="422 404",
        **roles("422", "hr", "head"),
    ),
    row(
        f"{API}/papers",
        "month record",
        method="post",
        body={},
        **PAPER,
    ),
    row(f"{API}/papers/<int:paper>", "month record", parts=(None, 10**9), rest="404", nobody="404"),
    row(f"{PAPER_API}/confirm", "month record", parts=(None, 10**9), method="post", **CHECKED),
    row(
        f"{PAPER_API}/return",
        "month record",
        parts=(None, 10**9),
        method="post",
        body={"reason": "x"},
        **CHECKED,
    ),
    row("api/records/people/<int:pk>/bundle", "person", **BUNDLED),
    row("api/records/people/<int:pk>/bundle/pdf", "person", **BUNDLED),
    row(f"{API}/sealed", "quarter record", rest="404", nobody="404"),
]
