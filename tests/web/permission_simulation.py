"""Who gets what of simulations: pages, then the same through the API."""

from tests.web.permission_rows import roles, row

ONE, RUN = "simulations/<int:pk>/", "simulations/runs/<int:pk>/"
WRITERS = ("trainer", "hr", "group")
READERS = (*WRITERS, "head", "supervisor")
FLOOR = ("agent", "lead", "analyst")
DRAFT, SHOWN, PLAYING, FINISHED = "draft scenario", "published scenario", "playing run", "finished run"
PLAYED = roles("200", *FLOOR, *READERS)
OF_DRAFTS = {**roles("404", *FLOOR), **roles("200", *READERS)}
OWN = {"agent": "200 404", **roles("404", "lead", "analyst", *READERS)}
SEEN = {"agent": "200 404", "lead": "200 404", "analyst": "404", **roles("200", *READERS)}
READ = roles("200", *READERS)


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
    row("simulations/runs/", **PLAYED),
    row(RUN, PLAYING, **OWN),
    row(RUN, PLAYING, method="post", query={"do": "choose", "choice": "z"}, **{**OWN, "agent": "302 404"}),
    row(RUN, PLAYING, method="post", query={"do": "leave"}, **{**OWN, "agent": "302 404"}),
    row(f"{RUN}debrief/", FINISHED, **SEEN),
]
SIMULATION_API: list = []
