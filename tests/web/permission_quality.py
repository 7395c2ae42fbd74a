"""Who gets what of quality work: cards, plans, contacts to score, rechecks, disputes, calibration."""

from tests.web.permission_rows import EVERY_ROLE, HIDDEN, MANAGERS, QUALITY, roles, row

WORK, SCORED, CARD = "quality/assignments/<int:pk>/", "quality/evaluations/<int:pk>/", "scorecards/<int:pk>/"
READERS = roles("200", "supervisor", "trainer", "hr", "group", "head")
EVALUATIONS = {"agent": "own", "lead": "own", "analyst": "own", **roles("all", *READERS)}
PUBLISHED = {"agent": "200 404", "lead": "200 404", "analyst": "200 404", **READERS}
SUBMITTED = {**PUBLISHED, "agent": "404"}
DRAFTED = roles("404", *PUBLISHED)  # a draft is open at its analyst's desk alone
CASES = {"agent": "404", "lead": "404", "analyst": "200 404", **QUALITY, "hr": "404"}
DISPUTES = {"agent": "200 404", "lead": "200 404", **READERS}
NOT_THEIRS = {"agent": "403 404", "lead": "403 404", **roles("403", "analyst", *READERS)}
POSTED = {
    "support": {"lead": "422 404"}, "take": {"analyst": "403 302"}, "take_over": roles("422", "supervisor", "group"),
    "mark": {}, "decide": {}, "give_back": {}, "withdraw": {"agent": "302 404"},
}  # fmt: skip
RECHECKED = {"analyst": "404 403", **roles("403", "supervisor", "group", "head")}
RECHECKS_POSTED = {
    "take_over": roles("422", "supervisor", "group"), "save": {"analyst": "404 302"}, "submit": {"analyst": "404 422"},
    "settle": roles("409", "supervisor", "group"),
}  # fmt: skip
GIVERS = ("supervisor", "group")  # of work, and second persons of a case
EXCLUDERS = (*GIVERS, "hr")
PLAN = "quality/plans/<int:pk>/"
PLANNERS = roles("200", *GIVERS)
SAMPLED = {**PLANNERS, "head": "200", "analyst": "200"}  # a plan that gave them contacts
UNSTARTED = {**PLANNERS, "head": "200", "analyst": "404"}
SEEN = "quality/observations/<int:pk>/"
COMPLAINED = {"agent": "200", "lead": "200", "head": "200", **roles("200", *GIVERS)}
FIGURED = {**COMPLAINED, **roles("200", "hr", "trainer")}
COMPLAINT = {**COMPLAINED, "agent": "200 404", "lead": "200 404"}
TOLD = {"agent": "200 404", "lead": "200 404", "analyst": "200 404", "head": "200", **roles("200", *GIVERS)}
UNTOLD = {**TOLD, "agent": "404", "lead": "404", "trainer": "404"}  # nobody may warn anybody
OBSERVED = {"agent": "200", "lead": "200", "analyst": "200", "trainer": "200", "head": "200", **roles("200", *GIVERS)}
LISTENERS = {"lead": "200", "analyst": "200", "trainer": "200", **roles("200", *GIVERS)}
SHOPPED = {"head": "200", **roles("200", *GIVERS)}
NOBODYS = {
    "agent": "403 404",
    "lead": "403 404",
    "trainer": "404",
    "analyst": "403 404",
    **roles("403", "head", *GIVERS),
}
OBSERVED_POSTED = {
    "visit": {"analyst": "422 404", **roles("422", "head", *GIVERS)}, "save": {"analyst": "302 404"}, "submit": {"analyst": "422 404"},
    "tell": roles("409", *GIVERS), "call_off": roles("422", *GIVERS), "file": {"analyst": "422 404", **roles("422", "head", *GIVERS)},
}  # fmt: skip
SESSIONS, SESSION = "quality/calibrations/", "quality/calibrations/<int:pk>/"
SEATED = {"analyst": "200", "head": "200", **PLANNERS}
QUALITY_PAGES = [
    row("quality/plans/", **SAMPLED),
    row("quality/plans/add/", **PLANNERS),
    row(PLAN, "running plan", **SAMPLED),
    row(PLAN, "draft plan", **UNSTARTED),
    row(f"{PLAN}edit/", "draft plan", **{**UNSTARTED, "head": "403"}),
    row(
        f"{PLAN}move/",
        "draft plan",
        method="post",
        query={"move": "draw_plan"},
        **{**roles("302", *GIVERS), "head": "403", "analyst": "404"},
    ),
    row(
        f"{PLAN}move/",
        "running plan",
        method="post",
        query={"move": "close_plan"},
        **{**roles("302", *GIVERS), "head": "403", "analyst": "403"},
    ),
    row(f"{PLAN}compare/", "running plan", **{**SAMPLED, "analyst": "403"}),
    row(f"{PLAN}compare/", "running plan", method="post", **{**roles("302", *GIVERS, "head"), "analyst": "403"}),
    row(f"{PLAN}assignment/", "running plan", **{**SAMPLED, "analyst": "403"}),
    row(f"{PLAN}estimates/", "running plan", **{**SAMPLED, "analyst": "403"}),
    row("quality/exclusions/", **roles("200", "analyst", "supervisor", "group", "hr", "head")),
    row("quality/exclusions/add/", **roles("200", *EXCLUDERS)),
    row("quality/exclusions/add/", method="post", query={"reason": "other"}, **roles("422", *EXCLUDERS)),
    row("quality/exclusions/<int:pk>/end/", "exclusion", method="post", **roles("302", *EXCLUDERS)),
    row(f"{PLAN}contacts/", "running plan", head="all", analyst="own", **roles("all", *GIVERS)),
    row("quality/picks/<int:pk>/replace/", "pick", **PLANNERS),
    row(
        "quality/picks/<int:pk>/replace/", "pick", method="post", query={"reason": "test_call"}, **roles("422", *GIVERS)
    ),
    row("quality/assignments/", analyst="own"),
    row(WORK, "assignment", analyst="200 404"),
    row(f"{WORK}preview/", "assignment", method="post", analyst="200 404"),
    row(f"{WORK}next/", "assignment", analyst="302 404"),
    row(f"{WORK}hand-in/", "assignment", method="post", analyst="409 404"),
    row("quality/presence/", method="post", query={"sheet": "assignment:0", "window": "w"}, rest="404"),
    row(f"{WORK}undo/", "assignment", method="post", analyst="409 404"),
    row(f"{WORK}draft/", "assignment", method="post", query={"edit_count": 0}, analyst="200 404"),
    row("quality/assignments/given/", **roles("all", *GIVERS)),
    row(f"{WORK}withdraw/", "assignment", method="post", **roles("302", *GIVERS)),
    row("quality/evaluations/", **EVALUATIONS),
    row("quality/evaluations/publish/", method="post", **roles("422", "supervisor", "group")),
    row(SCORED, "published evaluation", **PUBLISHED),
    row(SCORED, "submitted evaluation", **SUBMITTED),
    row(SCORED, "draft evaluation", **DRAFTED),
    row(f"{SCORED}red-line/", "submitted evaluation", analyst="200 404", **roles("200", *GIVERS)),
    row(f"{SCORED}red-line/", "draft evaluation", analyst="200 404", **roles("404", *GIVERS)),
    row(f"{SCORED}confirm/", "published evaluation", method="post", agent="302 404"),
    row(f"{SCORED}dispute/", "published evaluation", agent="200 404"),
    row(f"{SCORED}dispute/", "submitted evaluation", agent="404"),
    row("quality/disputes/", agent="own", lead="own", analyst="all", **roles("all", *READERS)),
    row("quality/disputes/<int:pk>/", "open dispute", **DISPUTES, analyst="200"),
    row("quality/disputes/<int:pk>/", "taken dispute", **DISPUTES, analyst="200"),
    *(
        row("quality/disputes/<int:pk>/", "open dispute", method="post", query={"do": verb}, **{**NOT_THEIRS, **words})
        for verb, words in POSTED.items()
    ),
    row("quality/tickets/", **roles("200", "analyst", "head", *GIVERS)),
    row("operations/", **FIGURED),
    row("operations/imported/", **FIGURED),
    row("complaints/", **COMPLAINED),
    row("complaints/<int:pk>/", "complaint", **COMPLAINT),
    row(
        "complaints/<int:pk>/",
        "complaint",
        method="post",
        query={"judged": "open"},
        **{"agent": "403 404", "lead": "403 404", "head": "403", **roles("422", *GIVERS)},
    ),
    row("praise/", **COMPLAINED),
    row("quality/observations/", **OBSERVED),
    row(SEEN, "visited observation", **UNTOLD),
    row(SEEN, "told observation", **TOLD, trainer="404"),
    row(f"{SEEN}files/<int:file>/", "told observation", parts=(None, 10**9), **roles("404", *OBSERVED)),
    *(
        row(
            SEEN,
            "visited observation",
            method="post",
            query={"do": verb},
            **{**NOBODYS, "agent": "404", "lead": "404", **words},
        )
        for verb, words in OBSERVED_POSTED.items()
    ),
    row(SEEN, "told observation", method="post", query={"do": "read"}, **{**NOBODYS, "agent": "302 404"}),
    row("quality/observations/rounds/", **SHOPPED),
    row("quality/observations/rounds/add/", **PLANNERS),
    row("quality/observations/rounds/<int:pk>/", "round", **SHOPPED),
    row("quality/listening/", **LISTENERS),
    row("quality/rechecks/", analyst="200", **QUALITY),
    row("quality/rechecks/draw/", method="post", **roles("302", *GIVERS)),
    row("quality/rechecks/<int:pk>/", "given recheck", analyst="404 200", **QUALITY),
    *(
        row("quality/rechecks/<int:pk>/", "given recheck", method="post", query={"do": verb}, **{**RECHECKED, **words})
        for verb, words in RECHECKS_POSTED.items()
    ),
    row(SESSIONS, **SEATED),
    row(f"{SESSIONS}add/", **PLANNERS),
    row(f"{SESSIONS}severity/", **SEATED),
    row(f"{SESSIONS}certificates/", **SEATED, trainer="200"),
    row(SESSION, "scoring calibration", **{**SEATED, "analyst": "200 404"}),
    row(SESSION, "revealed calibration", **{**SEATED, "analyst": "200 404"}),
    row(SESSION, "planned calibration", **{**SEATED, "analyst": "404"}),
    *(
        row(
            SESSION,
            "scoring calibration",
            method="post",
            query={"do": verb},
            analyst="403 404",
            head="403",
            **roles("409", *GIVERS),
        )
        for verb in ("open", "reveal", "agree", "close", "minutes")
    ),
    row(f"{SESSION}edit/", "planned calibration", **PLANNERS, analyst="404", head="403"),
    row(f"{SESSION}edit/", "scoring calibration", analyst="403 404", head="403", **roles("409", *GIVERS)),
    row(f"{SESSION}contacts/<int:number>/", "scoring calibration", parts=(None, 1), analyst="200 404"),
    row(f"{SESSION}contacts/<int:number>/", "planned calibration", parts=(None, 1), analyst="404"),
    *(
        row(
            f"{SESSION}contacts/<int:number>/{part}/",
            "scoring calibration",
            parts=(None, 1),
            method="post",
            body={"edit_count": 0},
            analyst="200 404",
        )
        for part in ("preview", "draft")
    ),
    row(f"{SESSION}unclear/", "revealed calibration", **{**SEATED, "analyst": "200 404"}),
    row(f"{SESSION}unclear/", "scoring calibration", **roles("404", *SEATED)),
    row("quality/cases/", agent="own", lead="own", analyst="own", hr="all", **roles("all", *QUALITY)),
    row("quality/cases/<int:pk>/", "confirmed case", **{**CASES, "agent": "200 404", "lead": "200 404", "hr": "200"}),
    row("quality/cases/<int:pk>/", "open case", **CASES),
    row("quality/assign/", **roles("200", *GIVERS)),
    row("scorecards/", **EVERY_ROLE),
    row("scorecards/add/", **MANAGERS),
    row("scorecards/add/text/", **MANAGERS),
    row("scorecards/shipped/", method="post", **roles("302", *MANAGERS)),
    row(CARD, "scorecard", **EVERY_ROLE),
    row(CARD, "draft scorecard", **{**HIDDEN, **MANAGERS}),
    *(row(f"{CARD}edit/{page}", "draft scorecard", **{**HIDDEN, **MANAGERS}) for page in ("", "text/")),
    row(f"{CARD}edit/differing/", "draft scorecard", method="post", body={}, **{**HIDDEN, **roles("422", *MANAGERS)}),
    *(row(f"{CARD}{page}", "scorecard", **EVERY_ROLE) for page in ("try/", "compare/")),
    *(row(f"{CARD}{page}", "draft scorecard", **{**HIDDEN, **MANAGERS}) for page in ("try/", "compare/")),
    row(f"{CARD}try/total/", "scorecard", method="post", **EVERY_ROLE),
    row(f"{CARD}try/total/", "draft scorecard", method="post", **{**HIDDEN, **MANAGERS}),
    row(f"{CARD}revise/", "scorecard", method="post", **roles("409", *MANAGERS)),
    row(f"{CARD}publish/", "draft scorecard", **{**HIDDEN, **MANAGERS}),
    row(f"{CARD}publish/", "draft scorecard", method="post", **{**HIDDEN, **roles("302", *MANAGERS)}),
    row(f"{CARD}delete/", "draft scorecard", method="post", **{**HIDDEN, **roles("302", *MANAGERS)}),
]
