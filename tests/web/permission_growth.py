"""Who gets what of the growth path: pages, then the same through the API."""

from tests.web.permission_rows import EVERY_ROLE, HIDDEN, WRITERS, roles, row

LADDER, PERSON, PLAN = "growth/ladders/<int:pk>/", "growth/people/<int:pk>/", "growth/plans/<int:pk>/"
OFFICE = ("group", "hr", "head")
WATCHERS = ("trainer", *OFFICE)
OWN_ALONE = roles("404", "analyst", "supervisor", "admin", "liaison")
SEEN = {"agent": "200 404", "lead": "200 404", **roles("200", *WATCHERS), **OWN_ALONE}
DENIED = {"agent": "403 404", "lead": "403 404", **roles("403", *WATCHERS), **OWN_ALONE}
PLAN_SEEN = {
    "agent": "200 404",
    "lead": "200 404",
    **roles("200", "hr", "head"),
    **OWN_ALONE,
    **roles("404", "trainer", "group"),
}
PLAN_DENIED = {
    "agent": "403 404", "lead": "403 404", **roles("403", "hr", "head"), **OWN_ALONE, **roles("404", "trainer", "group"),
}  # fmt: skip
DRAFTS = {**HIDDEN, **roles("200", *OFFICE)}
DRAFTS_DENIED = {**HIDDEN, **roles("403", *OFFICE)}
PLAN_DONE = {
    "agree": {"lead": "302 404"}, "back": {"lead": "409 404"}, "sign": {"agent": "409 404", "lead": "409 404"},
    "close": {"lead": "409 404"},
}  # fmt: skip
RATED = {"person": 999999, "step_id": 999999, "because": "x"}
SEEN_PROOF = {"person": 999999, "step_id": 999999, "proof": 0, "seen_on": "2026-03-01"}
NONE = roles("none", "analyst", "supervisor", "trainer", "group", "admin", "liaison")
GROWTH_PAGES = [
    row("growth/", lead="own", **roles("all", *WATCHERS)),
    row("growth/mine/", **EVERY_ROLE),
    row("growth/skill-groups/", lead="200", **roles("200", *WATCHERS)),
    row("growth/reserve/", **roles("all", "hr", "head")),
    row(PERSON, "growing person", **SEEN),
    row("growth/ladders/", **EVERY_ROLE),
    row("growth/ladders/add/", **WRITERS),
    row(LADDER, "ladder", **EVERY_ROLE),
    row(LADDER, "draft ladder", **DRAFTS),
    row(f"{LADDER}re-ratings/", "ladder", lead="200", **roles("200", *WATCHERS)),
    row(f"{LADDER}edit/", "draft ladder", **{**DRAFTS_DENIED, **WRITERS}),
    row("growth/plans/", agent="own", lead="own", **roles("all", "hr", "head"), **NONE),
    row(PLAN, "growth plan", **PLAN_SEEN),
    *(
        row(PLAN, "growth plan", method="post", query={"do": verb}, **{**PLAN_DENIED, **words})
        for verb, words in PLAN_DONE.items()
    ),
    row(f"{PLAN}edit/", "growth plan", **{**PLAN_DENIED, "lead": "200 404"}),
]  # fmt: skip
API = "api/growth/"
GROWTH_API = [
    row(f"{API}outlooks", shows="number", agent="own", lead="own", **roles("all", *WATCHERS), **roles("none", "analyst", "supervisor", "admin", "liaison")),
    row(f"{API}standings", method="post", body=RATED, **roles("404", *OFFICE)),
    row(f"{API}proofs", method="post", body=SEEN_PROOF, lead="404", **roles("404", *OFFICE)),
    row(f"{API}ladders", **EVERY_ROLE),
    row(f"{API}ladders", method="post", body={"code": "x", "text": ""}, **roles("422", "group", "hr")),
    row(f"{API}ladders/<int:pk>/publish", "ladder", method="post", **roles("409", "head")),
    row(f"{API}plans", shows="number", agent="own", lead="own", **roles("all", "hr", "head"), **NONE),
    row(f"{API}plans", method="post", body={"person": 999999, "year": 2026}, **roles("404", "lead", "hr", "head")),
    row(f"{API}plans/<int:pk>", "growth plan", **PLAN_SEEN),
    row(f"{API}plans/<int:pk>", "growth plan", method="put", body={"aims": [], "edit_count": 0}, **{**PLAN_DENIED, "lead": "409 404"}),
    row(f"{API}plans/<int:pk>/agree", "growth plan", method="post", **{**PLAN_DENIED, "lead": "200 404"}),
    row(f"{API}plans/<int:pk>/sign", "growth plan", method="post", body={"password": "x", "edit_count": 1}, **{**PLAN_DENIED, "agent": "409 404", "lead": "409 404"}),
    row(f"{API}plans/<int:pk>/close", "growth plan", method="post", body={"ending": "x"}, **{**PLAN_DENIED, "lead": "409 404"}),
]  # fmt: skip
