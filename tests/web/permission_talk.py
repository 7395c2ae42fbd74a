"""Who gets what of discussions and 复盘 notes: pages, then the same through the API. In the small centre the three agents learn
the course and have a place in the session; Lin and everybody else of the house do not."""

from tests.web.permission_rows import ROLES, roles, row

COURSE, SESSION, THREAD, NOTE = "courses/<int:pk>/talk/", "sessions/<int:pk>/talk/", "thread", "reflection"
ONE, MINE = "learning/talk/<int:pk>/", "learning/reflections/<int:pk>/"
API, NOTES = "api/training/discussions", "api/training/reflections"
WRITERS = ("trainer", "hr")
EVERYBODY = {**roles("200", *ROLES), "nobody": "403"}
TALKERS = {**roles("403", *ROLES), "agent": "200", **roles("200", *WRITERS)}
READERS = {**roles("404", *ROLES), "nobody": "403", "agent": "200", **roles("200", *WRITERS)}
OWN = {**roles("404", *ROLES), "nobody": "403", "agent": "200 404"}
LED = {**OWN, "lead": "200 404"}


def _changed(base, word, *names):
    return {**base, **roles(word, *names)}


TALK_PAGES = [
    row(COURSE, "course", **TALKERS),
    row(COURSE, "course", method="post", query={"do": "open"}, **_changed(TALKERS, "422", "agent", *WRITERS)),
    row(SESSION, "session", **TALKERS),
    row(ONE, THREAD, **READERS),
    row(ONE, THREAD, method="post", query={"do": "answer"}, **_changed(READERS, "422", "agent", *WRITERS)),
    row(ONE, THREAD, method="post", query={"do": "pin"}, **{**READERS, "agent": "403", **roles("302", *WRITERS)}),
    row("learning/reflections/", **EVERYBODY),
    row("learning/reflections/add/", **{**EVERYBODY, "liaison": "409"}),
    row(MINE, NOTE, **LED),
    row(MINE, NOTE, method="post", query={"do": "reply"}, **{**LED, "agent": "403 404", "lead": "422 404"}),
    row(f"{MINE}edit/", NOTE, **OWN),
]  # fmt: skip
TALK_API = [
    row(API, **EVERYBODY),
    row(API, method="post", body={"title": "", "words": "", "session": None}, **{**roles("422", *ROLES), "nobody": "403"}),
    row(f"{API}/<int:pk>", THREAD, **READERS),
    row(f"{API}/<int:pk>/posts", THREAD, method="post", body={"words": ""}, **_changed(READERS, "422", "agent", *WRITERS)),
    *(row(f"{API}/<int:pk>/pin", THREAD, method=method, **{**READERS, "agent": "403"}) for method in ("post", "delete")),
    *(
        row(f"{API}/<int:pk>/posts/<int:post>/{verb}", THREAD, method="post", parts=(None, 10**9), body={},
            **{**roles("404", *ROLES), "nobody": "403"})
        for verb in ("report", "hide", "keep", "show", "take-back")
    ),
    row(NOTES, **EVERYBODY),
    row(NOTES, method="post", body={"about": "", "happened": "x", "otherwise": "x", "next_step": "", "next_on": None, "contact": ""}, **{**roles("422", *ROLES), "liaison": "409", "nobody": "403"}),
    row(f"{NOTES}/<int:pk>", NOTE, **LED),
    row(f"{NOTES}/<int:pk>", NOTE, method="put", body={"edit_count": 9}, **{**LED, "agent": "409 404", "lead": "403 404"}),
    row(f"{NOTES}/<int:pk>", NOTE, method="delete", **{**LED, "lead": "403 404"}),
    row(f"{NOTES}/<int:pk>/done", NOTE, method="post", **{**LED, "lead": "403 404"}),
    row(f"{NOTES}/<int:pk>/reply", NOTE, method="post", body={"words": ""}, **{**LED, "agent": "403 404", "lead": "422 404"}),
]  # fmt: skip
