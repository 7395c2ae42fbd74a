"""Who gets what of tests: blueprints, tests, sittings; pages, then the same through the API."""

from tests.web.permission_rows import roles, row

BLUEPRINT, EXAM, SITTING = "tests/blueprints/<int:pk>/", "tests/<int:pk>/", "tests/sittings/<int:pk>/"
API_BLUEPRINT, API_EXAM, API_SITTING = (f"api/assessment/{one}/<int:pk>" for one in ("blueprints", "tests", "sittings"))
WRITERS = ("trainer", "hr", "group")
READERS = (*WRITERS, "head", "supervisor", "liaison")
DRAFT, USED, OPEN, TOLD = "draft blueprint", "used blueprint", "open exam", "told exam"
RUNNING, DONE = "running sitting", "told sitting"
READ, WROTE = roles("200", *READERS), roles("200", *WRITERS)
EXAMS = {**READ, "lead": "200 404"}
REFUSED = {**roles("403", "head", "supervisor", "liaison"), "lead": "403 404"}
SITTERS = ("agent", "lead", "analyst", "trainer", "hr", "group", "supervisor", "liaison")
SEEN = {
    "agent": "200 404",
    "lead": "200 404",
    **roles("404", "analyst", "supervisor", "liaison"),
    **roles("200", *WRITERS, "head"),
}
OWN = {**roles("404", *SITTERS), "agent": "200 404"}
PLAN = {"title": {}, "parts": [], "minutes": 30}
HOURS = {"opens_at": "2026-03-16T01:00:00Z", "closes_at": "2026-03-16T00:00:00Z"}


def taken(word, other="404"):
    """What is done in a sitting: the person's own alone."""
    return {
        "agent": f"{word} 404",
        "lead": f"{other} 404",
        **roles("404", "analyst", "supervisor", "liaison"),
        **roles(other, *WRITERS, "head"),
    }


EXAM_PAGES = [
    row("tests/", **{**READ, "lead": "200"}),
    row("tests/blueprints/", **READ),
    row("tests/blueprints/add/", **WROTE),
    row(BLUEPRINT, DRAFT, **READ),
    row(BLUEPRINT, DRAFT, method="post", query={"do": "publish"}, **roles("302", *WRITERS)),
    row(BLUEPRINT, DRAFT, method="post", query={"do": "retire"}, **roles("409", *WRITERS)),
    row(BLUEPRINT, USED, method="post", query={"do": "revise"}, **roles("302", *WRITERS)),
    row(f"{BLUEPRINT}edit/", DRAFT, **WROTE),
    row(f"{BLUEPRINT}schedule/", USED, **WROTE),
    row(EXAM, OPEN, **EXAMS),
    row(EXAM, OPEN, method="post", query={"do": "close"}, **{**REFUSED, **roles("302", *WRITERS)}),
    row(EXAM, OPEN, method="post", query={"do": "release"}, **{**REFUSED, **roles("409", *WRITERS)}),
    row(EXAM, OPEN, method="post", query={"do": "withdraw"}, **{**REFUSED, **roles("409", *WRITERS)}),
    row(EXAM, TOLD, method="post", query={"do": "resits"}, **{**REFUSED, **roles("422", *WRITERS)}),
    row("tests/mine/", **roles("200", *SITTERS)),
    row(SITTING, DONE, **SEEN),
    row(SITTING, RUNNING, **SEEN),
    row(SITTING, RUNNING, method="post", query={"do": "submit"}, **taken("302")),
    row(SITTING, RUNNING, method="post", query={"do": "start"}, **taken("409")),
    row(SITTING, RUNNING, method="post", query={"do": "save"}, **taken("404")),
    row(SITTING, RUNNING, method="post", query={"do": "more-time"}, **{**SEEN, "agent": "403 404", "lead": "403 404", "head": "403", **roles("422", *WRITERS)}),
    row(f"{SITTING}questions/<int:question>/", RUNNING, parts=("", 9**9), **roles("404", *SITTERS)),
    row(f"{SITTING}questions/<int:question>/play/", RUNNING, method="post", parts=("", 9**9), **roles("404", *SITTERS)),
]  # fmt: skip
EXAM_API = [
    row("api/assessment/blueprints", **READ),
    row("api/assessment/blueprints", method="post", body={**PLAN, "code": "x"}, **roles("422", *WRITERS)),
    row(API_BLUEPRINT, DRAFT, **READ),
    row(API_BLUEPRINT, DRAFT, method="put", body={"blueprint": PLAN, "edit_count": 99}, **roles("409", *WRITERS)),
    row(f"{API_BLUEPRINT}/publish", DRAFT, method="post", body={}, **WROTE),
    row(f"{API_BLUEPRINT}/retire", DRAFT, method="post", body={}, **roles("409", *WRITERS)),
    row(f"{API_BLUEPRINT}/revise", USED, method="post", body={}, **WROTE),
    row(f"{API_BLUEPRINT}/schedule", USED, method="post", body=HOURS, **roles("422", *WRITERS)),
    row("api/assessment/tests", **{**READ, "lead": "200"}),
    row(API_EXAM, OPEN, **EXAMS),
    row(f"{API_EXAM}/sittings", OPEN, **EXAMS),
    row(f"{API_EXAM}/people", OPEN, method="post", body={"people": []}, **{**REFUSED, **WROTE}),
    row(f"{API_EXAM}/close", OPEN, method="post", body={}, **{**REFUSED, **WROTE}),
    row(f"{API_EXAM}/publish", OPEN, method="post", body={}, **{**REFUSED, **roles("409", *WRITERS)}),
    row(f"{API_EXAM}/resits", TOLD, method="post", body=HOURS, **{**REFUSED, **roles("422", *WRITERS)}),
    row(f"{API_EXAM}/call-off", OPEN, method="post", body={}, **{**REFUSED, **roles("409", *WRITERS)}),
    row("api/assessment/sittings", **roles("200", *SITTERS)),
    row(API_SITTING, DONE, **SEEN),
    row(f"{API_SITTING}/start", RUNNING, method="post", body={}, **{**OWN, "agent": "409 404"}),
    row(f"{API_SITTING}/paper", RUNNING, **OWN),
    row(f"{API_SITTING}/answers/<int:question>", RUNNING, method="put", parts=("", 9**9), body={"response": "a"}, **{**OWN, "agent": "422 404"}),
    row(f"{API_SITTING}/submit", RUNNING, method="post", body={}, **OWN),
    row(f"{API_SITTING}/more-time", RUNNING, method="post", body={"further": 5, "because": ""}, **roles("422", *WRITERS)),
]  # fmt: skip
