"""Who gets what of practical examinations and of panels for cut scores: pages, then the same through the API."""

from tests.assessment.lists import definition
from tests.web.permission_rows import roles, row

LIST, ONE, PANEL = "checklists/<int:pk>/", "practicals/<int:pk>/", "cut-scores/<int:pk>/"
API_LIST, API_ONE = "api/assessment/checklists/<int:pk>", "api/assessment/practicals/<int:pk>"
API_PANEL = "api/assessment/panels/<int:pk>"
DRAFT, SHOWN, DONE, OPEN, CALLED = (
    "draft check-list",
    "published check-list",
    "practical",
    "open practical",
    "cut panel",
)
CLOSED = "closed cut panel"
WRITERS = ("trainer", "hr", "group")
READERS = (*WRITERS, "head", "supervisor")
FLOOR = ("lead", "analyst")
LISTED = roles("200", *FLOOR, *READERS)
OF_DRAFTS = {**roles("404", *FLOOR), **roles("200", *READERS)}
SEEN = {"agent": "200 404", "lead": "200 404", "analyst": "404", **roles("200", *READERS)}
WROTE = roles("200", *WRITERS)
EXAMINES = roles("200", "lead", "trainer", "supervisor", "hr", "group")
NO_HOLDER = {"agent": "403", "lead": "404", "analyst": "404"}
OF_PANEL = {**roles("404", "lead", "analyst", "liaison"), **roles("200", *READERS)}


def done(word):
    """What writers get where the draft is not even seen by the floor."""
    return {**roles("404", *FLOOR), **roles("403", "head", "supervisor"), **roles(word, *WRITERS)}


def run(word):
    """Of an open examination that the trainer opened."""
    return {
        "agent": "404",
        **roles("404", *FLOOR),
        **roles("403", "hr", "group", "head", "supervisor"),
        "trainer": word,
    }


def ticked(word):
    """Of the trainer's own sheet."""
    return {"agent": "403", "head": "403", **roles("404", *FLOOR, "hr", "group", "supervisor"), "trainer": word}


def objected(word):
    """One's own; leads, analysts and trainers have none here."""
    return {
        "agent": f"{word} 404", "lead": "403 404", "analyst": "404", "trainer": "403",
        **roles("403", "hr", "group", "head", "supervisor"),
    }  # fmt: skip


def answered(word):
    """By somebody who did not examine."""
    return {
        "agent": "403 404", "lead": "403 404", "analyst": "404", **roles("403", "trainer", "hr"),
        **roles(word, "group", "head", "supervisor"),
    }  # fmt: skip


def ran(word):
    return {**roles("404", "lead", "analyst", "liaison"), **roles("403", "head", "supervisor"), **roles(word, *WRITERS)}


def adopted(word):
    return {
        **roles("404", "lead", "analyst", "liaison"), **roles("403", "trainer", "hr", "supervisor"),
        **roles(word, "group", "head"),
    }  # fmt: skip


JUDGE = {**roles("404", "lead", "analyst", "liaison", "hr", "head"), **roles("200", "trainer", "supervisor", "group")}
PRACTICAL_PAGES = [
    row("checklists/", **LISTED),
    row("checklists/add/", **WROTE),
    row(LIST, SHOWN, **LISTED),
    row(LIST, DRAFT, **OF_DRAFTS),
    row(LIST, DRAFT, method="post", query={"do": "publish"}, **done("302")),
    row(LIST, SHOWN, method="post", query={"do": "retire"}, **{**roles("403", *FLOOR), **done("302"), **roles("403", *FLOOR)}),
    row(LIST, DRAFT, method="post", query={"do": "copy"}, **done("422")),
    row(f"{LIST}edit/", DRAFT, **done("200")),
    row(f"{LIST}export/", SHOWN, **LISTED),
    row(f"{LIST}items/add/", DRAFT, **done("200")),
    row(f"{LIST}items/<str:code>/", DRAFT, parts=("", "greets"), **done("200")),
    row("practicals/", **roles("200", "agent", *FLOOR, *READERS)),
    row("practicals/open/", **EXAMINES),
    row(ONE, DONE, **SEEN),
    row(ONE, DONE, method="post", query={"do": "object"}, **objected("422")),
    row(ONE, DONE, method="post", query={"do": "read"}, **objected("302")),
    row(ONE, DONE, method="post", query={"do": "annul"}, **answered("409")),
    row(ONE, DONE, method="post", query={"do": "uphold"}, **answered("409")),
    row(ONE, OPEN, method="post", query={"do": "settle"}, **run("409")),
    row(ONE, OPEN, method="post", query={"do": "alone"}, **run("409")),
    row(ONE, OPEN, method="post", query={"do": "leave"}, **run("422")),
    row(f"{ONE}tick/", OPEN, **ticked("200")),
    row(f"{ONE}tick/", OPEN, method="post", query={"do": "save"}, **ticked("302")),
    row(f"{ONE}tick/", OPEN, method="post", query={"do": "ticks"}, **ticked("422")),
    row("cut-scores/", **roles("200", "liaison", *FLOOR, *READERS)),
    row("cut-scores/add/", **WROTE),
    row(PANEL, CALLED, **OF_PANEL),
    row(PANEL, CALLED, method="post", query={"do": "end-first"}, **ran("409")),
    row(PANEL, CALLED, method="post", query={"do": "close"}, **ran("409")),
    row(PANEL, CALLED, method="post", query={"do": "drop"}, **ran("302")),
    row(PANEL, CLOSED, method="post", query={"do": "adopt"}, **adopted("422")),
    row(f"{PANEL}sheet/", CALLED, **JUDGE),
    row(f"{PANEL}sheet/", CALLED, method="post", query={"do": "keep"}, **{**JUDGE, **roles("302", "trainer", "supervisor", "group")}),
]  # fmt: skip
MARKERS = ("trainer", "supervisor", "liaison", "hr", "group")
TEST_READERS = (*WRITERS, "head", "supervisor", "liaison")
ESSAY, ITEMS = "essay", "tests/blueprints/<int:pk>/items/"
PRACTICAL_PAGES += [
    row("tests/essays/", **roles("200", *MARKERS)),
    row("tests/essays/<int:pk>/", ESSAY, **roles("200", *MARKERS)),
    row("tests/essays/<int:pk>/", ESSAY, method="post", query={"do": "mark"}, **roles("422", *MARKERS)),
    row("tests/essays/<int:pk>/", ESSAY, method="post", query={"do": "agree"}, **roles("422", *MARKERS)),
    row(ITEMS, "used blueprint", **roles("200", *TEST_READERS)),
    row(ITEMS, "used blueprint", method="post", query={"question": 9**9}, **roles("404", *TEST_READERS)),
]
WHOLE = {"definition": definition(code="fresh")}
PRACTICAL_API = [
    row("api/assessment/checklists", **LISTED),
    row("api/assessment/checklists", method="post", body={"definition": {}}, **roles("422", *WRITERS)),
    row(API_LIST, DRAFT, **OF_DRAFTS),
    row(API_LIST, DRAFT, method="put", body={**WHOLE, "edit_count": 99}, **done("409")),
    row(f"{API_LIST}/publish", DRAFT, method="post", body={}, **done("200")),
    row(f"{API_LIST}/retire", DRAFT, method="post", body={}, **done("409")),
    row(f"{API_LIST}/copy", DRAFT, method="post", body={"code": "own"}, **done("200")),
    row(f"{API_LIST}/agreement", SHOWN, **WROTE),
    row("api/assessment/practicals", **roles("200", "agent", *FLOOR, *READERS)),
    row("api/assessment/practicals", method="post", body={"person": "?", "checklist": 1}, **roles("422", "lead", "trainer", "supervisor", "hr", "group")),
    row(API_ONE, DONE, **SEEN),
    row(f"{API_ONE}/sheet", OPEN, **ticked("200")),
    row(f"{API_ONE}/ticks", OPEN, method="post", body={"ticks": []}, **ticked("200")),
    row(f"{API_ONE}/send", OPEN, method="post", body={}, **ticked("422")),
    row(f"{API_ONE}/start", OPEN, method="post", body={}, **run("200")),
    row(f"{API_ONE}/stop", OPEN, method="post", body={}, **run("409")),
    row(f"{API_ONE}/settle", OPEN, method="post", body={"code": "x", "tick": "done"}, **run("409")),
    row(f"{API_ONE}/alone", OPEN, method="post", body={}, **run("409")),
    row(f"{API_ONE}/leave", OPEN, method="post", body={}, **run("422")),
    row(f"{API_ONE}/read", DONE, method="post", body={}, **objected("200")),
    row(f"{API_ONE}/object", DONE, method="post", body={}, **objected("422")),
    row(f"{API_ONE}/annul", DONE, method="post", body={}, **answered("409")),
    row(f"{API_ONE}/uphold", DONE, method="post", body={}, **answered("409")),
    row("api/assessment/panels", **roles("200", "liaison", *FLOOR, *READERS)),
    row("api/assessment/panels", method="post", body={"name": "", "borderline": "", "questions": [], "judges": []}, **roles("422", *WRITERS)),
    row(API_PANEL, CALLED, **OF_PANEL),
    row(f"{API_PANEL}/sheet", CALLED, **JUDGE),
    row(f"{API_PANEL}/sheet", CALLED, method="put", body={"percents": {}}, **JUDGE),
    row(f"{API_PANEL}/sheet", CALLED, method="post", body={"percents": {}}, **{**JUDGE, **roles("422", "trainer", "supervisor", "group")}),
    row(f"{API_PANEL}/end-first", CALLED, method="post", body={}, **ran("409")),
    row(f"{API_PANEL}/close", CALLED, method="post", body={}, **ran("409")),
    row(f"{API_PANEL}/drop", CALLED, method="post", body={}, **ran("200")),
    row(f"{API_PANEL}/adopt", CLOSED, method="post", body={"why": ""}, **adopted("422")),
]  # fmt: skip
PRACTICAL_API += [
    row("api/assessment/essays", **roles("200", *MARKERS)),
    row("api/assessment/essays/<int:pk>", ESSAY, **roles("200", *MARKERS)),
    row("api/assessment/essays/<int:pk>/mark", ESSAY, method="post", body={"mark": "9"}, **roles("422", *MARKERS)),
    row(
        "api/assessment/essays/<int:pk>/agree",
        ESSAY,
        method="post",
        body={"mark": "1", "why": "x"},
        **roles("409", *MARKERS),
    ),
    row("api/assessment/items/<int:pk>", "used blueprint", **roles("200", *TEST_READERS)),
    row(
        "api/assessment/essays/questions/<str:code>/withdraw",
        parts=("none",),
        method="post",
        body={"why": "x"},
        **roles("404", *WRITERS),
    ),
]
