"""Who gets what of mentoring and permits: pages, then the same through the API."""

from tests.web.permission_rows import roles, row

ONE, PAIR = "mentoring/<int:pk>/", "mentoring pair"
DOOR, PERMIT = "permits/<int:pk>/", "permit"
RUNNERS, OFFICE = ("trainer", "hr"), ("trainer", "hr", "head", "supervisor", "group")
OWN = {"agent": "200 404", "lead": "200 404"}
SEEN = {**OWN, **roles("200", *OFFICE)}
PAIRERS = roles("200", "lead", *RUNNERS)
WATCH = roles("200", "lead", *OFFICE)
LISTED = roles("200", "agent", "lead", *OFFICE)


def _done(word, agent="403 404", *, lead=None, by=RUNNERS):
    """Agents and leads as named, the office that may, the rest of the office that may not."""
    return {"agent": agent, "lead": lead or f"{word} 404", **roles("403", *OFFICE), **roles(word, *by)}


def _taken(word):
    """Who is of the pair: its newcomer and, in the small centre, the lead as mentor."""
    return {"agent": f"{word} 404", "lead": f"{word} 404", **roles("403", *OFFICE)}


MENTORING_PAGES = [
    row("mentoring/", **LISTED),
    row("mentoring/add/", **PAIRERS),
    row("mentoring/mentors/", **WATCH),
    row("mentoring/mentors/<int:pk>/", "mentor", **{**WATCH, "agent": "404"}),
    row(ONE, PAIR, **SEEN),
    row(ONE, PAIR, method="post", query={"do": "start"}, **_done("302")),
    row(ONE, PAIR, method="post", query={"do": "goal"}, **{**_done("422", agent="422 404"), **roles("422", *OFFICE)}),
    row(ONE, PAIR, method="post", query={"do": "reach"}, **{**SEEN, "agent": "404", "lead": "404", **roles("404", *OFFICE)}),
    row(ONE, PAIR, method="post", query={"do": "sign"}, **_taken("409")),
    row("permits/", **LISTED),
    row("permits/add/", **PAIRERS),
    row("permits/demands/", **roles("200", *RUNNERS)),
    row("permits/demands/", method="post", query={"do": "roster"}, **roles("422", *RUNNERS)),
    row("permits/without/", **WATCH),
    row(DOOR, PERMIT, **SEEN),
    row(DOOR, PERMIT, method="post", query={"do": "enter"}, **_done("422")),
    row(DOOR, PERMIT, method="post", query={"do": "take-over"}, **_done("302")),
    row(DOOR, PERMIT, method="post", query={"do": "grant"}, **_done("409", lead="403 404", by=("head",))),
    row(DOOR, PERMIT, method="post", query={"do": "suspend"},
        **_done("409", lead="403 404", by=("trainer", "hr", "head", "supervisor"))),
]  # fmt: skip
PAIRS, PERMITS = "api/mentoring/pairs", "api/mentoring/permits"
NEW = {"newcomer": "", "mentor": "", "first_on": "2026-01-01", "last_on": "2026-01-31"}
GOAL = {"due_on": "2000-01-01", "what": "x"}
SHEET = {"held_on": "2026-01-01", "seen": "x", "next_step": "y"}
MENTORING_API = [
    row(PAIRS, **LISTED),
    row(PAIRS, method="post", body=NEW, **roles("422", "lead", *RUNNERS)),
    row("api/mentoring/mentors", **WATCH),
    row("api/mentoring/mentors/<int:pk>", "mentor", **{**WATCH, "agent": "404"}),
    row("api/mentoring/limits", **WATCH),
    row("api/mentoring/limits", method="put", body={}, **roles("200", *RUNNERS)),
    row(f"{PAIRS}/<int:pk>", PAIR, **SEEN),
    row(f"{PAIRS}/<int:pk>/start", PAIR, method="post", **_done("200")),
    row(f"{PAIRS}/<int:pk>/goals", PAIR, method="post", body=GOAL, **_done("422")),
    row(f"{PAIRS}/<int:pk>/goals/<int:goal>/reach", PAIR, method="post", parts=(None, 10**9),
        **{**SEEN, "agent": "404", "lead": "404", **roles("404", *OFFICE)}),
    row(f"{PAIRS}/<int:pk>/sheets", PAIR, method="post", body=SHEET, **_taken("409")),
    row(f"{PAIRS}/<int:pk>/sheets/<int:sheet>/sign", PAIR, method="post", parts=(None, 10**9), body={"password": "x"},
        **{**SEEN, "agent": "404", "lead": "404", **roles("404", *OFFICE)}),
    row(f"{PAIRS}/<int:pk>/end", PAIR, method="post", body={"summary": ""}, **_done("422")),
    row(f"{PAIRS}/<int:pk>/sign", PAIR, method="post", body={"password": "x"}, **_taken("409")),
    row(PERMITS, **LISTED),
    row(PERMITS, method="post", body={"person": "", "demand": 10**9, "decider": 10**9}, **roles("422", "lead", *RUNNERS)),
    row(f"{PERMITS}/demands", **PAIRERS),
    row(f"{PERMITS}/demands", method="put", body={"post": "none", "since": "2026-01-01"}, **roles("404", *RUNNERS)),
    row(f"{PERMITS}/without", **WATCH),
    row(f"{PERMITS}/<int:pk>", PERMIT, **SEEN),
    row(f"{PERMITS}/<int:pk>/parts", PERMIT, method="post", body={"kind": "x", "value": 1, "rests_on": "y"}, **_done("422")),
    row(f"{PERMITS}/<int:pk>/take-over", PERMIT, method="post", **_done("200")),
    row(f"{PERMITS}/<int:pk>/grant", PERMIT, method="post", **_done("409", lead="403 404", by=("head",))),
    row(f"{PERMITS}/<int:pk>/fail", PERMIT, method="post", body={}, **_done("422", lead="403 404", by=("head",))),
    *[
        row(f"{PERMITS}/<int:pk>/{verb}", PERMIT, method="post", body={},
            **_done("409", lead="403 404", by=("trainer", "hr", "head", "supervisor")))
        for verb in ("suspend", "restore", "withdraw")
    ],
]  # fmt: skip
