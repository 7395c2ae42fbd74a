"""Who gets what of simulations: pages, then the same through the API."""

from tests.web.permission_rows import roles, row

ONE, RUN = "simulations/<int:pk>/", "simulations/runs/<int:pk>/"
API_ONE, API_RUN = "api/simulations/scenarios/<int:pk>", "api/simulations/runs/<int:pk>"
WRITERS = ("trainer", "hr", "group")
READERS = (*WRITERS, "head", "supervisor")
FLOOR = ("agent", "lead", "analyst")
DRAFT, SHOWN, PLAYING, FINISHED = "draft scenario", "published scenario", "playing run", "finished run"
PLAYED = roles("200", *FLOOR, *READERS)
OF_DRAFTS = {**roles("404", *FLOOR), **roles("200", *READERS)}
OWN = {"agent": "200 404", **roles("404", "lead", "analyst", *READERS)}
SEEN = {"agent": "200 404", "lead": "200 404", "analyst": "404", **roles("200", *READERS)}
READ, WROTE = roles("200", *READERS), roles("200", *WRITERS)
STORY = {"definition": {"code": "x", "title": {}}}


def done(word):
    """What writers get where the draft is not even seen by the floor."""
    return {**roles("404", *FLOOR), **roles("403", "head", "supervisor"), **roles(word, *WRITERS)}


SIMULATION_PAGES = [
    row("simulations/", **PLAYED),
    row(ONE, SHOWN, **PLAYED),
    row(ONE, DRAFT, **OF_DRAFTS),
    row(ONE, SHOWN, method="post", query={"do": "start"}, **roles("302", *FLOOR, *READERS)),
    row(ONE, DRAFT, method="post", query={"do": "publish"}, **done("302")),
    row(ONE, DRAFT, method="post", query={"do": "retire"}, **done("409")),
    row(ONE, DRAFT, method="post", query={"do": "copy"}, **done("409")),
    row("simulations/add/", **WROTE),
    row(f"{ONE}story/", DRAFT, **READ),
    row(f"{ONE}edit/", DRAFT, **done("200")),
    row(f"{ONE}nodes/add/", DRAFT, **done("200")),
    row(f"{ONE}nodes/<str:code>/", DRAFT, parts=("", "second"), **done("200")),
    row(f"{ONE}try/", DRAFT, **READ),
    row(f"{ONE}results/", SHOWN, **READ),
    row(f"{ONE}export/", SHOWN, **READ),
    row("simulations/runs/", **PLAYED),
    row(RUN, PLAYING, **OWN),
    row(RUN, PLAYING, method="post", query={"do": "choose", "choice": "z"}, **{**OWN, "agent": "302 404"}),
    row(RUN, PLAYING, method="post", query={"do": "leave"}, **{**OWN, "agent": "302 404"}),
    row(f"{RUN}debrief/", FINISHED, **SEEN),
]
SIMULATION_API = [
    row("api/simulations/scenarios", **PLAYED),
    row("api/simulations/scenarios", method="post", body=STORY, **roles("422", *WRITERS)),
    row(API_ONE, DRAFT, **OF_DRAFTS),
    row(f"{API_ONE}/story", DRAFT, **READ),
    row(API_ONE, DRAFT, method="put", body={**STORY, "edit_count": 99}, **done("409")),
    row(f"{API_ONE}/publish", DRAFT, method="post", body={}, **done("200")),
    row(f"{API_ONE}/retire", DRAFT, method="post", body={}, **done("409")),
    row(f"{API_ONE}/copy", DRAFT, method="post", body={"code": "own"}, **done("200")),
    row(f"{API_ONE}/results", SHOWN, **READ),
    row("api/simulations/runs", **PLAYED),
    row("api/simulations/runs", method="post", body={"scenario": 9**9}, **roles("404", *FLOOR, *READERS)),
    row(API_RUN, PLAYING, **OWN),
    row(f"{API_RUN}/choose", PLAYING, method="post", body={"choice": "z", "at_step": 0}, **{**OWN, "agent": "422 404"}),
    row(f"{API_RUN}/leave", PLAYING, method="post", body={}, **OWN),
    row(f"{API_RUN}/debrief", FINISHED, **SEEN),
]
