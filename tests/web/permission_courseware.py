"""Who gets what of SCORM packages: pages, then the same through the API."""

from tests.web.permission_rows import ROLES, roles, row

ONE, PLAY = "packages/<int:pk>/", "learning/<int:pk>/lessons/<str:code>/package/"
PACKAGES, RUNS = "api/courseware/packages", "api/courseware/runs"
WRITERS, WATCHERS = ("trainer", "hr"), ("trainer", "hr", "head")
WATCHED, WRITTEN = roles("200", *WATCHERS), roles("200", *WRITERS)
EVERYBODY = {**roles("200", *ROLES), "nobody": "403"}
NONE = {**roles("404", *ROLES), "nobody": "403"}
OWN = {**NONE, "agent": "200 404"}
PART = (None, "play")

COURSEWARE_PAGES = [
    row("packages/", **WATCHED),
    row("packages/add/", **WRITTEN),
    row("packages/add/", method="post", query={"file": ""}, **roles("422", *WRITERS)),
    row(ONE, "package", **WATCHED),
    row(ONE, "package", method="post", query={"do": "put", "course": ""}, **roles("422", *WATCHERS)),
    row(ONE, "package", method="post", query={"do": "remove"}, **{**roles("409", *WRITERS), "head": "403"}),
    row(f"{ONE}try/", "package", **WATCHED),
    row(f"{ONE}people/", "package", **WATCHED),
    row("packages/frame/<str:token>/<path:place>", parts=("x", "index.html"), rest="410"),
    row(PLAY, "package way", parts=PART, **OWN),
    row(PLAY, "package way", parts=PART, method="post", query={"do": "open", "part": "I1"}, **OWN),
    row(PLAY, "package way", parts=PART, method="post", query={"do": "keep", "part": "I1", "session": "0", "values": "{}"}, **{**OWN, "agent": "409 404"}),
    row(PLAY, "package way", parts=PART, method="post", query={"do": "again", "part": "I1"}, **{**OWN, "agent": "302 404"}),
]  # fmt: skip
COURSEWARE_API = [
    row(PACKAGES, **WATCHED),
    row(PACKAGES, method="post", query={"x": "y"}, **roles("422", *WRITERS)),
    row(f"{PACKAGES}/<int:pk>", "package", **WATCHED),
    row(f"{PACKAGES}/<int:pk>/remove", "package", method="post", **{**roles("409", *WRITERS), "head": "403"}),
    row(RUNS, **EVERYBODY),
    row(RUNS, method="post", body={"enrolment": 10**9, "lesson": "play", "part": "I1"}, **NONE),
    row(f"{RUNS}/<int:pk>", "package run", method="put", body={"session": 0, "values": {}}, **{**OWN, "agent": "409 404"}),
    row(f"{RUNS}/<int:pk>/restart", "package run", method="post", **OWN),
]  # fmt: skip
