"""Who gets what of simulations: pages, then the same through the API."""

from tests.web.permission_rows import roles, row

ONE, RUN = "simulations/<int:pk>/", "simulations/runs/<int:pk>/"
API_TALK, API_PLAY = "api/simulations/talks/<int:pk>", "api/simulations/role-plays/<int:pk>"
API_ONE, API_RUN = "api/simulations/scenarios/<int:pk>", "api/simulations/runs/<int:pk>"
WRITERS = ("trainer", "hr", "group")
READERS = (*WRITERS, "head", "supervisor")
FLOOR = ("agent", "lead", "analyst")
INK, CARD, DRAFT_CARD, TALK, WATCHED = "draft ink", "role card", "draft card", "talk run", "watched run"
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


OBSERVERS = ("trainer", "hr", "group", "supervisor")
MARKED = {"lead": "200 404", **roles("200", *OBSERVERS)}
NOT_THEIRS = {"lead": "409 404", **roles("409", "hr", "group", "supervisor")}
SHEET = {"marks": {}, "moments": [], "comment": "", "edit_count": 0}
SIMULATION_PAGES = [
    row("simulations/import/", **WROTE),
    row(f"{ONE}ink/", INK, **READ),
    row(f"{ONE}card/", DRAFT_CARD, **READ),
    row(ONE, CARD, method="post", query={"do": "talk"}, **roles("409", *FLOOR, *READERS)),
    row(
        ONE,
        CARD,
        method="post",
        query={"do": "role_play"},
        **{
            **roles("422", "lead", *OBSERVERS),
            **roles("422", "agent", "analyst", "head"),
        },
    ),
    row(f"{RUN}talk/", TALK, **OWN),
    row(f"{RUN}talk/", TALK, method="post", query={"do": "say", "text": "x"}, **{**OWN, "agent": "302 404"}),
    row(f"{RUN}talk/", TALK, method="post", query={"do": "leave"}, **{**OWN, "agent": "302 404"}),
    row(f"{RUN}observe/", WATCHED, **MARKED),
    row(f"{RUN}observe/", WATCHED, method="post", query={"do": "save"}, **{**NOT_THEIRS, "trainer": "302"}),
    row(
        f"{RUN}observe/",
        WATCHED,
        method="post",
        query={"do": "hand_in"},
        **{
            "lead": "422 404",
            **roles("422", *OBSERVERS),
        },
    ),
    row(f"{RUN}observe/", WATCHED, method="post", query={"do": "call_off"}, **{**NOT_THEIRS, "trainer": "302"}),
    row(f"{RUN}takes/<int:take>/", WATCHED, parts=(None, 10**9), **roles("404", *FLOOR, *READERS)),
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
    row(
        "api/simulations/talks",
        method="post",
        body={"scenario": 9**9, "language": "zh"},
        **roles("404", *FLOOR, *READERS),
    ),
    row(f"{API_TALK}", TALK, **OWN),
    row(f"{API_TALK}/say", TALK, method="post", body={"text": "x", "at_turn": 9}, **{**OWN, "agent": "409 404"}),
    row(f"{API_TALK}/again", TALK, method="post", body={}, **OWN),
    row(f"{API_TALK}/end", TALK, method="post", body={}, **{**OWN, "agent": "409 404"}),
    row(f"{API_TALK}/leave", TALK, method="post", body={}, **OWN),
    row("api/simulations/role-plays", **roles("200", "lead", *OBSERVERS)),
    row(
        "api/simulations/role-plays",
        method="post",
        body={"scenario": 9**9, "person": "x"},
        **roles("404", "lead", *OBSERVERS),
    ),
    row(API_PLAY, WATCHED, **MARKED),
    row(f"{API_PLAY}/take", WATCHED, method="post", body={}, **{"lead": "409 404", **roles("409", *OBSERVERS)}),
    row(API_PLAY, WATCHED, method="put", body=SHEET, **{**NOT_THEIRS, "trainer": "200"}),
    row(f"{API_PLAY}/hand-in", WATCHED, method="post", body=SHEET, **{"lead": "422 404", **roles("422", *OBSERVERS)}),
    row(f"{API_PLAY}/call-off", WATCHED, method="post", body={}, **{**NOT_THEIRS, "trainer": "200"}),
]
