"""Who gets what of training needs and plans: pages, then the same through the API."""

from tests.web.permission_rows import ROLES, roles, row

ONE, PLAN = "training-plans/<int:pk>/", "training plan"
API, LACKS = "api/training/plans", "api/training/lacks"
PLANNERS, LEADING = ("trainer", "hr"), ("lead", "trainer", "hr", "group", "head", "supervisor")
READ = roles("200", *LEADING)
WRITE = roles("200", *PLANNERS)
BODY = {"name": "", "kind": "month", "first_on": "2026-01-01", "last_on": "2026-01-31"}


def _only(word, *names, of=LEADING):
    """Readers who may not, and those who may."""
    return {**roles("403", *of), **roles(word, *names)}


PROGRAMME_PAGES = [
    row("training-needs/", **READ),
    row("training-plans/", **READ),
    row("training-plans/add/", **WRITE),
    row(ONE, PLAN, **READ),
    row(ONE, PLAN, method="post", query={"do": "gather"}, **_only("302", *PLANNERS)),
    row(ONE, PLAN, method="post", query={"do": "timetable"}, **_only("302", *PLANNERS)),
    row(ONE, PLAN, method="post", query={"do": "approve"}, **_only("302", "hr", "head")),
    row(ONE, PLAN, method="post", query={"do": "close"}, **_only("409", *PLANNERS)),
    row(ONE, PLAN, method="post", query={"do": "line"}, **roles("404", *LEADING)),
    row(f"{ONE}edit/", PLAN, **_only("200", *PLANNERS)),
    row(f"{ONE}needs/", PLAN, **READ),
    row(f"{ONE}needs/<int:need>/", PLAN, parts=(None, 10**9), **roles("404", *LEADING)),
]
PROGRAMME_PAGES += [
    row("training-effects/", **READ),
    row("training-effects/<int:pk>/", "course", **READ),
    row("training-effects/<int:pk>/", "course", method="post", query={"do": "measure"}, **_only("302", *PLANNERS)),
]
REVISION, SURGE, TRAINER = "training-revisions/<int:pk>/", "training-surges/<int:pk>/", "trainers/<int:pk>/"
SEEN = {**roles("404", *ROLES), "nobody": "403", **roles("200", *LEADING), "lead": "404"}
EVERYBODY = {**roles("200", *ROLES), "nobody": "403"}
WATCHING = ("trainer", "hr", "group", "head", "supervisor")
WATCHED = roles("200", *WATCHING)
TEACHING = {**roles("404", *ROLES), "nobody": "403", **roles("200", "trainer", "hr", "head")}
PROGRAMME_PAGES += [
    row("training-effects/<int:pk>/", "course", method="post", query={"do": "revise"}, **_only("422", *PLANNERS)),
    row("training-revisions/", **EVERYBODY),
    row(REVISION, "revision", **SEEN),
    row(REVISION, "revision", method="post", query={"do": "plan"}, **{**SEEN, **roles("422", *WATCHING)}),
    row(REVISION, "revision", method="post", query={"do": "finish"}, **{**SEEN, **roles("403", *WATCHING), **roles("409", *PLANNERS)}),
    row("training-surges/", **WATCHED),
    row(SURGE, "surge", **WATCHED),
    row(SURGE, "surge", method="post", query={"do": "open"}, **roles("422", *WATCHING)),
    row(SURGE, "surge", method="post", query={"do": "leave"}, **_only("422", *PLANNERS, of=WATCHING)),
    row("trainers/own/", **{**roles("404", *ROLES), "nobody": "403", "trainer": "302"}),
    row(TRAINER, "internal trainer", **TEACHING),
]  # fmt: skip
API_REVISION, API_SURGE = "api/training/revisions", "api/training/surges"
PLANNED = {"new_content": "", "new_method": "", "due_on": "2099-01-01"}
OPENED = {"name": "", "course": 10**9, "first_on": "2026-01-01", "last_on": "2026-01-31", "because": ""}
PROGRAMME_API = [
    row(API_REVISION, **EVERYBODY),
    row(API_REVISION, method="post", body={"course": 10**9, "because": ""}, **roles("404", *PLANNERS)),
    row(f"{API_REVISION}/<int:pk>", "revision", **SEEN),
    row(f"{API_REVISION}/<int:pk>/plan", "revision", method="post", body=PLANNED, **{**SEEN, **roles("403", *WATCHING), **roles("422", *PLANNERS)}),
    row(f"{API_REVISION}/<int:pk>/finish", "revision", method="post", **{**SEEN, **roles("403", *WATCHING), **roles("409", *PLANNERS)}),
    row(API_SURGE, **WATCHED),
    row(f"{API_SURGE}/<int:pk>", "surge", **WATCHED),
    row(f"{API_SURGE}/<int:pk>/open", "surge", method="post", body=OPENED, **_only("404", *PLANNERS, of=WATCHING)),
    row(f"{API_SURGE}/<int:pk>/leave", "surge", method="post", body={"because": ""}, **_only("422", *PLANNERS, of=WATCHING)),
    row("api/training/trainer-pages/<int:pk>", "internal trainer", **TEACHING),
    row("api/training/effects", **READ),
    row("api/training/effects/<int:pk>", "course", **READ),
    row("api/training/effects/<int:pk>/measure", "course", method="post", **_only("200", *PLANNERS)),
    row(API, **READ),
    row(API, method="post", body=BODY, **roles("422", *PLANNERS)),
    row(f"{API}/<int:pk>", PLAN, **READ),
    row(f"{API}/<int:pk>", PLAN, method="put", body=BODY, **_only("422", *PLANNERS)),
    row(f"{API}/<int:pk>/gather", PLAN, method="post", **_only("200", *PLANNERS)),
    row(f"{API}/<int:pk>/timetable", PLAN, method="post", **_only("200", *PLANNERS)),
    row(f"{API}/<int:pk>/approve", PLAN, method="post", **_only("200", "hr", "head")),
    row(f"{API}/<int:pk>/close", PLAN, method="post", **_only("409", *PLANNERS)),
    row(f"{API}/<int:pk>/lines", PLAN, method="put", body={"course": 10**9, "sessions": 1}, **_only("404", *PLANNERS)),
    row(f"{API}/<int:pk>/needs", PLAN, **READ),
    row(f"{API}/<int:pk>/needs/<int:need>", PLAN, method="put", body={}, parts=(None, 10**9), **roles("404", *LEADING)),
    row(LACKS, **READ),
]  # fmt: skip
