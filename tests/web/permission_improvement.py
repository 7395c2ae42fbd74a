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
REPORT_READERS = roles("200", "trainer", "hr", "analyst", "supervisor", "group", "head")
TEAM_REPORT, CENTRE_REPORT = {"lead": "200 404", **REPORT_READERS}, {"lead": "404", **REPORT_READERS}
MADE = {"span": "day", "place": "centre"}
MONTH = "quality/analyses/<int:pk>/"
ISSUED = roles("200", "lead", "trainer", "hr", "analyst", "supervisor", "group", "head")
DRAFTED = {**roles("404", "lead", "trainer", "hr", "analyst"), **QUALITY}
MONTH_POST = roles("403", "lead", "trainer", "hr", "analyst")
STANDING_PAGES = [
    row("reports/", **{**roles("200", "lead"), **REPORT_READERS}),
    row("reports/", method="post", query={"do": "make", **MADE}, **{"lead": "200", **roles("302", *REPORT_READERS)}),
    row("reports/", method="post", query={"do": "subscribe", **MADE, "hour": "8"},
        **{"lead": "200", **roles("302", *REPORT_READERS)}),
    row("reports/", method="post", query={"do": "unsubscribe", "subscription": 10**9}, **roles("404", "lead", *REPORT_READERS)),
    *(row(f"reports/<int:pk>/{page}", "team report", **TEAM_REPORT) for page in ("", "print.pdf", "sheet.xlsx")),
    *(row(f"reports/<int:pk>/{page}", "centre report", **CENTRE_REPORT) for page in ("", "print.pdf", "sheet.xlsx")),
    row("quality/analyses/", **ISSUED),
    row("quality/analyses/", method="post", query={"month": "2026-01"}, **roles("200", "supervisor", "group")),
    *(row(f"{MONTH}{page}", "issued analysis", **ISSUED) for page in ("", "print.pdf", "sheet.xlsx")),
    *(row(f"{MONTH}{page}", "drafted analysis", **DRAFTED) for page in ("", "print.pdf", "sheet.xlsx")),
    row(f"{MONTH}edit/", "drafted analysis", **{**DRAFTED, "head": "403"}),
    row(f"{MONTH}edit/", "issued analysis", **{**MONTH_POST, **roles("409", "supervisor", "group"), "head": "403"}),
    row(MONTH, "drafted analysis", method="post", query={"do": "issue"},
        **{**DRAFTED, "group": "403", **roles("302", "supervisor", "head")}),
    row(MONTH, "issued analysis", method="post", query={"do": "issue"},
        **{**MONTH_POST, "group": "403", **roles("409", "supervisor", "head")}),
    row(MONTH, "issued analysis", method="post", query={"do": "revise"},
        **{**MONTH_POST, **roles("409", "supervisor", "group"), "head": "403"}),
    row(MONTH, "issued analysis", method="post", query={"do": "refresh"},
        **{**MONTH_POST, **roles("409", "supervisor", "group"), "head": "403"}),
    row(MONTH, "issued analysis", method="post", query={"do": "meet"},
        **{**MONTH_POST, **roles("409", "supervisor", "group", "head")}),
]  # fmt: skip
BOARDS = roles("200", "lead", "trainer", "hr", "supervisor", "group", "head")
IMPROVEMENT_PAGES += [*STANDING_PAGES, row("board/", **BOARDS)]
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
API_MONTH, API_REPORTS = "api/improvement/analyses", "api/improvement/reports"
READ_REPORTS = {**roles("200", "lead"), **REPORT_READERS}
IMPROVEMENT_API += [
    row(API_MONTH, **ISSUED),
    row(API_MONTH, method="post", body={"month": "2026-01-01"}, **roles("409", "supervisor", "group")),
    row(f"{API_MONTH}/<int:pk>", "issued analysis", **ISSUED),
    row(f"{API_MONTH}/<int:pk>", "drafted analysis", **DRAFTED),
    row(
        f"{API_MONTH}/<int:pk>", "issued analysis", method="put", body={"edit_count": 0},
        **{**MONTH_POST, **roles("409", "supervisor", "group"), "head": "403"},
    ),
    row(
        f"{API_MONTH}/<int:pk>/issue", "issued analysis", method="post", body={},
        **{**MONTH_POST, "group": "403", **roles("409", "supervisor", "head")},
    ),
    row(
        f"{API_MONTH}/<int:pk>/revise", "issued analysis", method="post", body={"because": ""},
        **{**MONTH_POST, **roles("422", "supervisor", "group"), "head": "403"},
    ),
    row(
        f"{API_MONTH}/<int:pk>/meetings", "issued analysis", method="post", body={"held_on": "2000-01-05", "attendees": []},
        **{**MONTH_POST, **roles("422", "supervisor", "group", "head")},
    ),
    *(row(f"{API_MONTH}/<int:pk>/{file}", "issued analysis", **ISSUED) for file in ("print.pdf", "sheet.xlsx")),
    row(API_REPORTS, **READ_REPORTS),
    row(f"{API_REPORTS}/places", **READ_REPORTS),
    row(API_REPORTS, method="post", body={"span": "day"}, **{"lead": "403", **REPORT_READERS}),
    row(f"{API_REPORTS}/subscriptions", **READ_REPORTS),
    row(f"{API_REPORTS}/subscriptions", method="post", body={"span": "day"}, **{"lead": "403", **REPORT_READERS}),
    row(f"{API_REPORTS}/subscriptions/<int:pk>", parts=(10**9,), method="delete", **roles("404", "lead", *REPORT_READERS)),
    *(row(f"{API_REPORTS}/<int:pk>{file}", "team report", **TEAM_REPORT) for file in ("", "/print.pdf", "/sheet.xlsx")),
    row(f"{API_REPORTS}/<int:pk>", "centre report", **CENTRE_REPORT),
]  # fmt: skip
