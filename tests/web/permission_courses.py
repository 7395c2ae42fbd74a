"""Who gets what of courses and learning: pages, then the same through the API."""

from tests.training.courses.made import definition
from tests.web.permission_rows import ROLES, roles, row

COURSE, ENROLMENT = "courses/<int:pk>/", "learning/<int:pk>/"
API, LEARNING = "api/training/courses", "api/training/enrolments"
USED, DRAFT, WAY = "course", "draft course", "enrolment"
WRITERS, SENDERS = ("trainer", "hr"), ("lead", "trainer", "hr")
EVERYBODY = {**roles("200", *ROLES), "nobody": "403"}
SEEN = {**roles("200", *ROLES), "nobody": "403"}
UNWRITTEN = {**roles("404", *ROLES), "nobody": "403", **roles("200", *WRITERS)}
WRITTEN = {**roles("403", *ROLES), **roles("200", *WRITERS)}
OWN = {**roles("404", *ROLES), "nobody": "403", "agent": "200 404"}
WATCHED = {**OWN, "lead": "200 404", **roles("200", "trainer", "hr", "head")}
LESSON = {"code": "second"}


def _changed(base, word, *names):
    return {**base, **roles(word, *names)}


COURSE_PAGES = [
    row("courses/", **EVERYBODY),
    row("courses/add/", **roles("200", *WRITERS)),
    row(COURSE, USED, **SEEN),
    row(COURSE, DRAFT, **UNWRITTEN),
    row(f"{COURSE}assign/", USED, **roles("200", *SENDERS)),
    row(f"{COURSE}assign/", USED, method="post", query={"people": ""}, **roles("422", *SENDERS)),
    row(COURSE, USED, method="post", query={"do": "publish"}, **_changed(_changed(SEEN, "403", *ROLES), "409", *WRITERS)),
    row(COURSE, DRAFT, method="post", query={"do": "retire"}, **_changed(UNWRITTEN, "409", *WRITERS)),
    row(f"{COURSE}edit/", DRAFT, **WRITTEN),
    row(f"{COURSE}edit/standard/", DRAFT, **WRITTEN),
    row(f"{COURSE}edit/text/", DRAFT, **WRITTEN),
    row(f"{COURSE}edit/lessons/", DRAFT, method="post", query={"do": "up"}, **_changed(WRITTEN, "409", *WRITERS)),
    row(f"{COURSE}edit/lessons/<str:code>/", DRAFT, parts=(None, "first"), **WRITTEN),
    row(f"{COURSE}lessons/<str:code>/", USED, parts=(None, "first"), **WRITTEN),
    row("learning/", **EVERYBODY),
    row("learning/everybody/", **EVERYBODY),
    row(ENROLMENT, WAY, **WATCHED),
    row(ENROLMENT, WAY, method="post", **{**_changed(WATCHED, "403", "head"), "agent": "403 404", **roles("302", "trainer", "hr"), "lead": "302 404"}),
    row(f"{ENROLMENT}lessons/<str:code>/", WAY, parts=(None, "first"), **OWN),
    row(f"{ENROLMENT}lessons/<str:code>/", WAY, method="post", parts=(None, "first"), **{**OWN, "agent": "422 404"}),
]  # fmt: skip


def _does(verb, thing, word, **more):
    base = UNWRITTEN if thing == DRAFT else {**roles("403", *ROLES)}
    return row(f"{API}/<int:pk>/{verb}", thing, method="post", **{**_changed(base, word, *WRITERS), **more})


COURSE_API = [
    row(API, **EVERYBODY),
    row(API, method="post", body={"definition": definition(code="")}, **roles("422", *WRITERS)),
    row(f"{API}/<int:pk>", USED, **SEEN),
    row(f"{API}/<int:pk>", DRAFT, method="put", body={"definition": {}, "edit_count": 0}, **_changed(UNWRITTEN, "422", *WRITERS)),
    _does("publish", USED, "409"),
    _does("retire", DRAFT, "409"),
    _does("copy", DRAFT, "409"),
    row(f"{API}/<int:pk>/enrol", DRAFT, method="post", **_changed(UNWRITTEN, "403", *WRITERS)),
    row(f"{API}/<int:pk>/assign", USED, method="post", body={"people": [10**9]}, **roles("422", *SENDERS)),
    row(LEARNING, **EVERYBODY),
    row(f"{LEARNING}/<int:pk>", WAY, **WATCHED),
    row(f"{LEARNING}/<int:pk>/lessons/<code>", WAY, method="put", body={"seconds": 1, "reached": 1}, parts=(None, "first"), **OWN),
    row(f"{LEARNING}/<int:pk>/lessons/<code>/finish", WAY, method="post", body={}, parts=(None, "first"), **{**OWN, "agent": "422 404"}),
    row(f"{LEARNING}/<int:pk>/withdraw", WAY, method="post", **{**_changed(WATCHED, "403", "head"), "agent": "403 404"}),
]  # fmt: skip
