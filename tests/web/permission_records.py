"""Who gets what of the confirmation of results: pages, then the same through the API."""

from tests.web.permission_rows import roles, row

RECORD = "records/<int:pk>/"
TALK = f"{RECORD}interview/"
OFFICE = ("group", "hr", "head")
NOBODY_ELSES = roles("404", "analyst", "supervisor", "trainer", "admin", "liaison")
SEEN = {"agent": "200 404", "lead": "200 404", **roles("200", *OFFICE), **NOBODY_ELSES}
NOT_THEIRS = {"agent": "403 404", "lead": "403 404", **roles("403", *OFFICE), **NOBODY_ELSES}
ASKED_FIRST = {"agent": "409 404", "analyst": "422 404"}  # the interview comes before it, where there is a score
LEADS = {"lead": "200 404", **roles("200", "hr", "head")}
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
