"""Who gets what of questionnaires and surveys: pages, then the same through the API."""

from tests.web.permission_rows import roles, row

ONE, SURVEY = "questionnaires/<int:pk>/", "surveys/<int:pk>/"
API_ONE, API_SURVEY = "api/assessment/questionnaires/<int:pk>", "api/assessment/surveys/<int:pk>"
WRITERS = ("trainer", "hr", "group")
READERS = (*WRITERS, "head", "supervisor")
READ, WROTE = roles("200", *READERS), {**roles("200", *WRITERS)}
ASKED = {"agent": "200 404", "lead": "200 404", "analyst": "404", **READ}
NOT_RUN = {"agent": "403 404", "lead": "403 404", "analyst": "404", **roles("403", "head", "supervisor")}
ANSWERED = {"agent": "200 404", **roles("404", "lead", "analyst", "trainer")}
RESULTS = {"agent": "403 404", "lead": "200 404", "analyst": "404", **READ}
DRAFT, OPEN, CLOSED = "draft questionnaire", "open survey", "closed survey"
DEFINITION = {"id": "", "title": {}, "questions": []}
ASSESSMENT_PAGES = [
    row("questionnaires/", **READ),
    row("questionnaires/add/", **WROTE),
    row(ONE, DRAFT, **READ),
    row(ONE, DRAFT, method="post", query={"do": "publish"}, **roles("302", *WRITERS)),
    row(ONE, DRAFT, method="post", query={"do": "retire"}, **roles("409", *WRITERS)),
    row(ONE, DRAFT, method="post", query={"do": "copy"}, **roles("409", *WRITERS)),
    *(
        row(ONE, DRAFT, method="post", query={"do": verb}, **roles("422", *WRITERS))
        for verb in ("up", "down", "remove")
    ),
    row(f"{ONE}edit/", DRAFT, **WROTE),
    row(f"{ONE}preview/", DRAFT, **READ),
    row(f"{ONE}questions/add/", DRAFT, **WROTE),
    row(f"{ONE}questions/<str:code>/", DRAFT, parts=("", "q1"), **WROTE),
    row("surveys/", **roles("200", "agent", "lead", "analyst", *READERS)),
    row("surveys/add/", **WROTE),
    row(SURVEY, OPEN, **ASKED),
    row(SURVEY, OPEN, method="post", query={"do": "remind"}, **{**NOT_RUN, **roles("302", *WRITERS)}),
    row(SURVEY, OPEN, method="post", query={"do": "extend"}, **{**NOT_RUN, **roles("422", *WRITERS)}),
    row(SURVEY, OPEN, method="post", query={"do": "close"}, **{**NOT_RUN, **roles("302", *WRITERS)}),
    row(SURVEY, CLOSED, method="post", query={"do": "close"}, **{**NOT_RUN, **roles("409", *WRITERS)}),
    row(f"{SURVEY}answer/", OPEN, **ANSWERED),
    row(f"{SURVEY}answer/", CLOSED, method="post", query={"do": "send"}, **{**ANSWERED, "agent": "409 404"}),
    row(f"{SURVEY}results/", CLOSED, **RESULTS),
    row(f"{SURVEY}results/", OPEN, **{**RESULTS, "lead": "409 404", **roles("409", *READERS)}),
    row(f"{SURVEY}export/", CLOSED, query={"as": "csv"}, **READ),
]
ASSESSMENT_API = [
    row("api/assessment/questionnaires", **READ),
    row("api/assessment/questionnaires", method="post", body={"definition": DEFINITION}, **roles("422", *WRITERS)),
    row(API_ONE, DRAFT, **READ),
    row(API_ONE, DRAFT, method="put", body={"definition": DEFINITION, "edit_count": 99}, **roles("409", *WRITERS)),
    row(f"{API_ONE}/publish", DRAFT, method="post", body={}, **WROTE),
    row(f"{API_ONE}/retire", DRAFT, method="post", body={}, **roles("409", *WRITERS)),
    row(f"{API_ONE}/copy", DRAFT, method="post", body={"code": "own"}, **WROTE),
    row("api/assessment/surveys", **roles("200", "agent", "lead", "analyst", *READERS)),
    row(
        "api/assessment/surveys",
        method="post",
        body={"questionnaire": 9**9, "name": "x", "closes_on": "2026-03-31"},
        **roles("404", *WRITERS),
    ),
    row(API_SURVEY, OPEN, **ASKED),
    row(f"{API_SURVEY}/progress", OPEN, **{**READ, "lead": "200 404"}),
    row(f"{API_SURVEY}/answer", CLOSED, method="post", body={"answers": {}}, **{**ANSWERED, "agent": "409 404"}),
    row(f"{API_SURVEY}/draft", OPEN, **ANSWERED),
    row(f"{API_SURVEY}/draft", OPEN, method="put", body={"answers": {}}, **{**ANSWERED, "agent": "409 404"}),
    row(f"{API_SURVEY}/remind", OPEN, method="post", body={}, **{**NOT_RUN, **WROTE}),
    row(
        f"{API_SURVEY}/extend",
        OPEN,
        method="post",
        body={"closes_on": "2026-03-16"},
        **{**NOT_RUN, **roles("422", *WRITERS)},
    ),
    row(f"{API_SURVEY}/close", OPEN, method="post", body={}, **{**NOT_RUN, **WROTE}),
    row(f"{API_SURVEY}/results", CLOSED, **{**READ, "lead": "200 404"}),
]
