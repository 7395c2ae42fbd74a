"""Who gets what of the needs survey: pages, then the same through the API."""

from tests.web.permission_rows import ROLES, roles, row

ONE, SPOKEN = "needs-surveys/<int:pk>/", "interviews/<int:pk>/"
API, API_SPOKEN = "api/training/needs-surveys", "api/training/needs-surveys/interviews/<int:pk>"
API_ONE = f"{API}/<int:pk>"
OPENERS, READERS = ("trainer", "hr", "group"), ("trainer", "hr", "group", "head", "supervisor")
EVERYBODY = {**roles("200", *ROLES), "nobody": "403"}
READ = {**roles("404", *ROLES), "nobody": "403", **roles("200", *READERS)}
RUNNING, TASK, PERSON = "running needs survey", "needs task", "interviewee"
RUN = {**READ, **roles("403", *READERS)}  # zhou alone is of its group
SEEN = {"agent": "200 404", "trainer": "200", **roles("404", "lead", "analyst", "supervisor", "hr", "group")}
WRITTEN = {**SEEN, "agent": "403 404"}
TASKED = {"trainer": "302", **roles("404", "analyst", "supervisor", "hr", "group")}
DOINGS = {
    "draw": "409", "task": "422", "finish": "404", "benchmark": "422", "remove_benchmark": "404", "matters": "302",
    "draft": "302", "issue": "409",
}  # fmt: skip
TRAINING_PAGES = [
    row("needs-surveys/", **EVERYBODY),
    row("needs-surveys/add/", **roles("200", *OPENERS)),
    row(ONE, RUNNING, **READ),
    *(row(ONE, RUNNING, method="post", query={"do": verb}, **{**RUN, "trainer": word}) for verb, word in DOINGS.items()),
    row(f"{ONE}edit/", RUNNING, **{**RUN, "trainer": "200"}),
    row(f"{ONE}report/", RUNNING, **{**RUN, "trainer": "404"}),
    row("needs-surveys/tasks/<int:pk>/", TASK, **TASKED),
    row(SPOKEN, PERSON, **SEEN),
    *(row(SPOKEN, PERSON, method="post", query={"do": verb}, **{**WRITTEN, "trainer": word})
      for verb, word in (("write", "422"), ("sign", "409"), ("substitute", "422"))),
]  # fmt: skip
PLAN = {"name": "", "first_on": "2026-01-01", "last_on": "2026-03-31"}
NOTED = {"held_on": "2026-03-01", "notes": ""}
NOBODY_TO_DO_IT = {**roles("404", *ROLES), "nobody": "403"}
API_WRITTEN = roles("404", "trainer", "analyst", "supervisor", "hr", "group")


def _does(verb, body, word, *, method="post"):
    return row(f"{API_ONE}/{verb}", RUNNING, method=method, body=body, **{**RUN, "trainer": word})


TRAINING_API = [
    row(API, **EVERYBODY),
    row(API, method="post", body=PLAN, **roles("422", *OPENERS)),
    row(API_ONE, RUNNING, **READ),
    row(API_ONE, RUNNING, method="put", body=PLAN, **{**RUN, "trainer": "422"}),
    _does("draw", {"size": 1, "seed": "x"}, "409"),
    row(
        f"{API_ONE}/tasks",
        RUNNING,
        method="post",
        body={"what": "", "owner": 10**9, "due_on": "2026-03-31"},
        **NOBODY_TO_DO_IT,
    ),
    _does("benchmarks", {"measure": "", "value": "", "source": "", "on": "2026-03-31"}, "422"),
    _does("matters", {"codes": {}}, "200", method="put"),
    _does("report", {}, "200"),
    _does("report", {"texts": {}, "edit_count": 1}, "409", method="put"),
    _does("issue", {}, "409"),
    row(f"{API_ONE}/report", RUNNING, **{**READ, **roles("409", *READERS)}),
    row(f"{API}/tasks/<int:pk>/finish", TASK, method="post", body={}, **{**TASKED, "trainer": "200"}),
    row(API_SPOKEN, PERSON, **SEEN),
    row(API_SPOKEN, PERSON, method="put", body=NOTED, **{**API_WRITTEN, "trainer": "422"}),
    row(f"{API_SPOKEN}/sign", PERSON, method="post", body={"password": "x"}, **{**API_WRITTEN, "trainer": "409"}),
    row(f"{API_SPOKEN}/substitute", PERSON, method="post", body={"reason": ""}, **{**API_WRITTEN, "trainer": "422"}),
]
