"""Who gets what of the panel's own work: the office all of it, others their own tasks, project groups and suggestions."""

from tests.web.permission_rows import roles, row
from tests.web.world_council import DISCUSSED

OFFICE = ("hr", "group", "head")
REST = ("lead", "analyst", "supervisor", "trainer", "admin", "liaison")
EVERYBODY = ("agent", *REST, *OFFICE)
SEEN = roles("200", *OFFICE)
MINUTES, TASK, PROJECT, SAID = (
    "panel/meetings/<int:pk>/", "panel/tasks/<int:pk>/", "panel/projects/<int:pk>/", "suggestions/<int:pk>/",
)  # fmt: skip
ANSWERERS = ("group", "head")


def own(agent: str, office: str, others: str = "404", *, answers: bool = False) -> dict[str, str]:
    """An agent's own, the office's (or only those who answer), nobody else's."""
    seen = ANSWERERS if answers else OFFICE
    return {"agent": f"{agent} {others}", **roles("404", *REST, *OFFICE), **roles(office, *seen)}


LIST = roles("200", *EVERYBODY)
COUNCIL_PAGES = [
    row("panel/", **SEEN),
    row("panel/", method="post", query={"do": "seat"}, hr="422", head="422"),
    row("panel/meetings/", **SEEN),
    row("panel/meetings/add/", **roles("200", *ANSWERERS)),
    row("panel/meetings/add/", method="post", query={"title": ""}, **roles("422", *ANSWERERS)),
    row(MINUTES, "minutes", hides=(), **SEEN),
    row(MINUTES, "minutes", method="post", group="403", head="302"),
    row(f"{MINUTES}edit/", "minutes", **roles("200", *ANSWERERS)),
    row("panel/tasks/", hides=(DISCUSSED,), **LIST),
    row("panel/tasks/", method="post", query={"title": "x"}, **roles("422", *OFFICE)),
    row(TASK, "council task", **own("200", "200")),
    row(TASK, "council task", method="post", query={"do": "finish"}, **own("422", "422")),
    row(TASK, "council task", method="post", query={"do": "drop"}, **own("403", "422")),
    row("panel/projects/", **LIST),
    row("panel/projects/", method="post", query={"name": ""}, **roles("422", *OFFICE)),
    row(PROJECT, "project group", **own("200", "200")),
    row(PROJECT, "project group", method="post", query={"do": "close"}, **own("403", "302")),
    row("suggestions/", **LIST),
    row("suggestions/add/", **LIST),
    row("suggestions/add/", method="post", query={"title": ""}, **roles("422", *EVERYBODY)),
    row("suggestions/adopted/", **LIST),
    row("suggestions/follow/", **LIST),
    row("suggestions/follow/", method="post", query={"code": "x"}, **roles("404", *EVERYBODY)),
    row(SAID, "suggestion", **own("200", "200", answers=True)),
    row(SAID, "suggestion", method="post", query={"do": "answer"}, **own("403", "422", answers=True)),
    row(SAID, "suggestion", method="post", query={"do": "take_up"}, **own("403", "302", answers=True)),
]
API_SAID, API_MINUTES = "api/suggestions/<int:pk>", "api/panel/meetings/<int:pk>"
COUNCIL_API = [
    row("api/panel/terms", **SEEN),
    row("api/panel/meetings", **SEEN),
    row(API_MINUTES, "minutes", **SEEN),
    row(f"{API_MINUTES}/approve", "minutes", method="post", body={}, hr="403", group="403", head="200"),
    row("api/panel/tasks", **LIST),
    row("api/panel/tasks/<int:pk>/finish", "council task", method="post", body={"words": ""}, **own("422", "422")),
    row("api/suggestions", **LIST),
    row("api/suggestions", method="post", body={"title": "", "text": ""}, **roles("422", *EVERYBODY)),
    row("api/suggestions/adopted", **LIST),
    row("api/suggestions/follow", method="post", body={"code": "x"}, **roles("404", *EVERYBODY)),
    row(API_SAID, "suggestion", **own("200", "200", answers=True)),
    row(f"{API_SAID}/take-up", "suggestion", method="post", body={}, **own("403", "200", answers=True)),
    row(
        f"{API_SAID}/answer", "suggestion", method="post", body={"outcome": "adopted", "answer": ""},
        **own("403", "422", answers=True),
    ),
    row(
        f"{API_SAID}/articles", "suggestion", method="post", body={"policy": 10**9, "article": "purpose"},
        **own("403", "404", answers=True),
    ),
]  # fmt: skip
