"""Who gets what of corrective measures: pages, then the same through the API."""

from tests.web.permission_rows import QUALITY, roles, row

REMEDY, API_REMEDY = "improvement/<int:pk>/", "api/improvement/measures/<int:pk>"
READERS = ("supervisor", "trainer", "hr", "group", "head")
LISTED = {"agent": "own", "lead": "own", **roles("none", "analyst", "admin", "liaison"), **roles("all", *READERS)}
SEEN = {"agent": "200 404", "lead": "200 404", **roles("404", "analyst", "admin", "liaison"), **roles("200", *READERS)}
DENIED = {**SEEN, "agent": "403 404", "lead": "403 404", **roles("403", *READERS)}
RAISERS = roles("200", "lead", "trainer", "supervisor", "group", "head")
STEERED = {**DENIED, **roles("422", *QUALITY)}
DONE = {
    "finish": {**DENIED, "lead": "422 404"}, "file": {**DENIED, "lead": "422 404"}, "drop": STEERED, "put_off": STEERED,
    "hand_over": STEERED,
    **{verb: {**DENIED, **roles("409", *QUALITY)} for verb in ("return", "check", "go_on", "close")},
}  # fmt: skip
IMPROVEMENT_PAGES = [
    row("improvement/", **LISTED),
    row("improvement/add/", **RAISERS),
    row("improvement/from-cause/<int:pk>/", "cause report", method="post", **roles("302", *QUALITY)),
    row(REMEDY, "open remedy", **SEEN),
    row(f"{REMEDY}files/<int:file>/", "open remedy", parts=(None, 10**9), **roles("404", *SEEN)),
    *(
        row(REMEDY, "open remedy", method="post", query={"do": verb}, **words)
        for verb, words in DONE.items()
    ),
]  # fmt: skip
RAISED = {"about": "process", "finding": "x", "action": "x", "due_on": "2026-12-31", "owner": 10**9}
AGAIN = {"words": "x", "due_on": "2027-01-31"}
NOBODY_ELSE = roles("404", "analyst", "admin", "liaison")


def _step(verb, body, **words):
    return row(f"{API_REMEDY}/{verb}", "open remedy", method="post", body=body, **{**NOBODY_ELSE, **words})


OWNERS_STEP = {**DENIED, "lead": "422 404"}
STEERS_STEP = {
    **roles("403", "hr", "agent", "analyst", "admin", "liaison"), "lead": "403 404", "trainer": "403",
}  # fmt: skip
IMPROVEMENT_API = [
    row("api/improvement/measures", shows="number", **LISTED),
    row("api/improvement/measures", method="post", body=RAISED, **roles("404", *RAISERS)),
    row(
        "api/improvement/measures/from-cause/<int:pk>", "cause report", method="post", body={}, **roles("409", *QUALITY)
    ),
    row(API_REMEDY, "open remedy", **SEEN),
    _step("finish", {"words": ""}, **OWNERS_STEP),
    _step("return", AGAIN, **STEERS_STEP, **roles("409", *QUALITY)),
    _step("check", {"words": "x"}, **STEERS_STEP, **roles("409", *QUALITY)),
    _step("go-on", AGAIN, **STEERS_STEP, **roles("409", *QUALITY)),
    _step("put-off", {"until": "2027-03-31", "reason": ""}, **STEERS_STEP, **roles("422", *QUALITY)),
    _step("hand-over", {"to": 10**9, "reason": "x"}, **STEERS_STEP, **roles("404", *QUALITY)),
    _step("close", {"words": "x"}, **STEERS_STEP, **roles("409", *QUALITY)),
    _step("drop", {"words": ""}, **STEERS_STEP, **roles("422", *QUALITY)),
]
