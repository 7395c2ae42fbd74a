"""Who gets what of courses and learning: pages, then the same through the API."""

from tests.training.courses.made import definition
from tests.web.permission_rows import ROLES, roles, row

COURSE, ENROLMENT = "courses/<int:pk>/", "learning/<int:pk>/"
API, LEARNING = "api/training/courses", "api/training/enrolments"
USED, DRAFT, WAY = "course", "draft course", "enrolment"
WRITERS, SENDERS = ("trainer", "hr"), ("lead", "trainer", "hr", "head")
EVERYBODY = {**roles("200", *ROLES), "nobody": "403"}
SEEN = {**roles("200", *ROLES), "nobody": "403"}
UNWRITTEN = {**roles("404", *ROLES), "nobody": "403", **roles("200", *WRITERS)}
WRITTEN = {**roles("403", *ROLES), **roles("200", *WRITERS)}
OWN = {**roles("404", *ROLES), "nobody": "403", "agent": "200 404"}
WATCHED = {**OWN, "lead": "200 404", **roles("200", "trainer", "hr", "head")}
CERTIFICATE = "learning/certificates/<int:pk>/"
LESSON = {"code": "second"}


SESSION, HELD, SEAT = "sessions/<int:pk>/", "session", "seat"
ABSENT = {**roles("404", *ROLES), "nobody": "403"}  # of those who have no place
DOINGS = {
    "come": {**ABSENT, "agent": "409"},
    "think": {**ABSENT, "agent": "409"},
    "roll": {**roles("403", *ROLES), **roles("409", *WRITERS)},  # days before it begins
    "cancel": {**roles("403", *ROLES), **roles("302", *WRITERS)},
}
SESSION_API = "api/training/sessions"
WHEN = {"starts_at": "2099-01-05T09:00:00+08:00", "ends_at": "2099-01-05T08:00:00+08:00", "places": 3, "place": "301"}


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
    row(f"{COURSE}edit/add-lesson/", DRAFT, **WRITTEN),
    row(f"{COURSE}edit/lessons/<str:code>/", DRAFT, parts=(None, "first"), **WRITTEN),
    row(f"{COURSE}lessons/<str:code>/", USED, parts=(None, "first"), **WRITTEN),
    row(f"{COURSE}lessons/<str:code>/media/", USED, parts=(None, "read"), **WRITTEN),
    row(f"{COURSE}lessons/<str:code>/captions/<str:side>/", USED, parts=(None, "read", "zh"), **WRITTEN),
    row(f"{COURSE}edit/files/", DRAFT, **WRITTEN),
    row(f"{COURSE}edit/files/", DRAFT, method="post", query={"do": "add"}, **_changed(WRITTEN, "422", *WRITERS)),
    row("courses/<int:course>/sessions/add/", USED, **roles("200", *WRITERS)),
    row("sessions/", **EVERYBODY),
    row("sessions/rooms/", **roles("200", *WRITERS)),
    row("sessions/rooms/", method="post", query={"name": ""}, **roles("422", *WRITERS)),
    row("sessions/trainers/", **roles("200", "lead", "trainer", "hr", "head")),
    row("sessions/trainers/", method="post", **roles("422", *WRITERS)),
    row(SESSION, HELD, **EVERYBODY),
    *(row(SESSION, HELD, method="post", query={"do": verb}, **words) for verb, words in DOINGS.items()),
    row(f"{SESSION}edit/", HELD, **roles("200", *WRITERS)),
    row(f"{SESSION}people/", HELD, **roles("200", *SENDERS)),
    row(f"{SESSION}people/", HELD, method="post", **roles("422", *SENDERS)),
    row(f"{SESSION}session.ics", HELD, **EVERYBODY),
    row("learning/", **EVERYBODY),
    row("learning/everybody/", **EVERYBODY),
    row("learning/certificates/", **EVERYBODY),
    row("certificates/", rest="200"),
    row("certificates/<uuid:key>/", "certificate key", rest="200"),
    row("learning/certificates/keys.json", rest="200"),
    row("learning/certificates/", method="post", query={"ids": ""}, **roles("422", *WRITERS)),
    row(CERTIFICATE, "certificate", **WATCHED),
    row(CERTIFICATE, "certificate", method="post", query={"do": "revoke", "because": ""}, **{**_changed(WATCHED, "403", "head"), "agent": "403 404", "lead": "403 404", **roles("422", *WRITERS)}),
    row(f"{CERTIFICATE}badge.svg", "certificate", **WATCHED),
    row(f"{CERTIFICATE}credential.json", "certificate", **WATCHED),
    row("learning/file/", **{**EVERYBODY, "liaison": "404"}),
    row("people/<int:pk>/training/", "person", **{**WATCHED, "analyst": "200 404"}),
    row(ENROLMENT, WAY, **WATCHED),
    row(ENROLMENT, WAY, method="post", **{**_changed(WATCHED, "403", "head"), "agent": "403 404", **roles("302", "trainer", "hr"), "lead": "302 404"}),
    row(f"{ENROLMENT}lessons/<str:code>/", WAY, parts=(None, "first"), **OWN),
    row(f"{ENROLMENT}lessons/<str:code>/media/", WAY, parts=(None, "read"), **OWN),
    row(f"{ENROLMENT}lessons/<str:code>/captions/<str:side>/", WAY, parts=(None, "read", "zh"), **OWN),
    row(f"{ENROLMENT}lessons/<str:code>/", WAY, method="post", query={"do": "open"}, parts=(None, "read"), **{**OWN, "agent": "302 404"}),
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
    row(f"{API}/<int:pk>/files", USED, **roles("200", *WRITERS)),
    row(f"{API}/<int:pk>/files", DRAFT, method="post", **roles("422", *WRITERS)),
    row(f"{API}/<int:pk>/files/<int:file>", USED, method="delete", parts=(None, 10**9), **roles("404", *WRITERS)),
    _does("publish", USED, "409"),
    _does("retire", DRAFT, "409"),
    _does("copy", DRAFT, "409"),
    row(f"{API}/<int:pk>/enrol", DRAFT, method="post", **_changed(UNWRITTEN, "403", *WRITERS)),
    row(f"{API}/<int:pk>/assign", USED, method="post", body={"people": [10**9]}, **roles("422", *SENDERS)),
    row(LEARNING, **EVERYBODY),
    row(f"{LEARNING}/<int:pk>", WAY, **WATCHED),
    row(f"{LEARNING}/<int:pk>/lessons/<code>", WAY, method="put", body={"seconds": 1, "reached": 1}, parts=(None, "first"), **OWN),
    row(f"{LEARNING}/<int:pk>/lessons/<code>/finish", WAY, method="post", body={}, parts=(None, "first"), **{**OWN, "agent": "422 404"}),
    row(f"{LEARNING}/<int:pk>/lessons/<code>/open", WAY, method="post", parts=(None, "read"), **OWN),
    row(f"{LEARNING}/<int:pk>/withdraw", WAY, method="post", **{**_changed(WATCHED, "403", "head"), "agent": "403 404"}),
    row("api/training/certificates", **EVERYBODY),
    row("api/training/certificates", method="post", body={"enrolments": [10**9]}, **roles("422", *WRITERS)),
    row("api/training/certificates/keys", rest="200"),
    row("api/training/certificates/check", method="post", body={"text": "x"}, rest="200"),
    row("api/training/certificates/<int:pk>", "certificate", **WATCHED),
    row("api/training/certificates/<int:pk>/credential", "certificate", **WATCHED),
    *(
        row(f"api/training/certificates/<int:pk>/{verb}", "certificate", method="post", body={},
            **{**_changed(WATCHED, "403", "head"), "agent": "403 404", "lead": "403 404", **roles("422", *WRITERS)})
        for verb in ("revoke", "reissue")
    ),
    row("api/training/files/<int:pk>", "person", **{**WATCHED, "analyst": "200 404"}),
    row(SESSION_API, **EVERYBODY),
    row(SESSION_API, method="post", body={**WHEN, "course": 10**9}, **roles("404", *WRITERS)),
    row(f"{SESSION_API}/<int:pk>", HELD, **EVERYBODY),
    row(f"{SESSION_API}/<int:pk>", HELD, method="put", body=WHEN, **roles("422", *WRITERS)),
    row(f"{SESSION_API}/<int:pk>/cancel", HELD, method="post", **roles("200", *WRITERS)),
    row(f"{SESSION_API}/<int:pk>/book", HELD, method="post", **{**roles("200", *ROLES), **roles("409", "liaison"), "nobody": "403"}),
    row(f"{SESSION_API}/<int:pk>/people", HELD, method="post", body={"people": [10**9]}, **roles("422", *SENDERS)),
    row(f"{SESSION_API}/<int:pk>/roll", HELD, method="post", body={"marks": {str(10**9): "attended"}}, **roles("422", *WRITERS)),
    row(f"{SESSION_API}/seats/<int:pk>/check-in", SEAT, method="post", body={"code": ""}, **{**OWN, "agent": "409 404", "lead": "403 404", **roles("403", "trainer", "hr", "head")}),
    row(f"{SESSION_API}/seats/<int:pk>/cancel", SEAT, method="post", **{**WATCHED, "head": "403"}),
    row(f"{SESSION_API}/seats/<int:pk>/opinion", SEAT, method="post", body={"content": 5, "teaching": 5, "use": 5}, **{**OWN, "agent": "409 404", "lead": "403 404", **roles("403", "trainer", "hr", "head")}),
    row("api/training/trainers", **roles("200", "lead", "trainer", "hr", "head")),
    row("api/training/trainers", method="post", body={"person": "none", "level": "trainer", "since": "2026-01-01"}, **roles("404", *WRITERS)),
    row("api/training/rooms", **roles("200", *WRITERS)),
    row("api/training/rooms", method="post", body={"site": "none", "name": "A", "places": 3}, **roles("404", *WRITERS)),
]  # fmt: skip
