"""Who gets what of pay, and of what else follows from results: pages, then the same through the API."""

from tests.web.permission_rows import EVERY_ROLE, roles, row

PAYERS = roles("200", "hr", "head")
REVIEWERS = roles("200", "hr", "head", "group")
RUN, API_RUN = "pay/<int:pk>/", "api/consequences/pay-runs/<int:pk>"
REVIEW, API_REVIEW = "pay/reviews/<int:pk>/", "api/consequences/reviews/<int:pk>"
WAGE = {"site_id": 10**9, "since": "2026-01-01", "amount": "2100", "source": "-"}
AMOUNT = "3,417.53"  # of everybody in the small centre
WHOLE = ("hr", "group", "head")
PLAN, API_PLAN = "improvement-plans/<int:pk>/", "api/consequences/improvement-plans/<int:pk>"
STEPS, API_PERSON = "steps/<int:pk>/", "api/consequences/people/<int:pk>"
MOVE, API_MOVE = "moves/<int:pk>/", "api/consequences/moves/<int:pk>"
OTHERS = {**roles("404", "agent", "analyst", "supervisor", "trainer", "admin", "liaison")}
PLAN_SEEN = {**OTHERS, "agent": "200 404", "lead": "200 404", **roles("200", *WHOLE)}
STEPS_SEEN = {**OTHERS, **roles("200 404", "agent", "lead"), **roles("200", *WHOLE)}
MOVE_SEEN = {"lead": "200 404", **roles("200", *WHOLE)}
PLAN_403 = {**{role: word.replace("200", "403") for role, word in PLAN_SEEN.items()}}
TEXT = {"gap": "a", "goals": "b", "support": "c", "starts_on": "2026-03-31", "ends_on": "2026-05-31"}


def _plan_step(do, **words):
    query = {"do": do, "edit_count": 1}
    return row(PLAN, "offered plan", method="post", query=query, **{**PLAN_403, **words})


def _move_step(do, **words):
    denied = {role: word.replace("200", "403") for role, word in MOVE_SEEN.items()}
    return row(MOVE, "waiting move", method="post", query={"do": do}, **{**denied, **words})


AWARD, API_AWARD = "awards/<int:pk>/", "api/consequences/nominations/<int:pk>"
EVERY = ("agent", "lead", "analyst", "supervisor", "trainer", "hr", "group", "head", "admin", "liaison")


def _award_step(do, **words):
    denied = {role: word.replace("200", "403") for role, word in MOVE_SEEN.items()}
    return row(AWARD, "nomination", method="post", query={"do": do}, **{**denied, **words})


CONSEQUENCES_PAGES = [
    row("pay/", **PAYERS),
    row("pay/", method="post", query={"do": "prepare", "cycle": 10**9}, head="403", hr="404"),
    row("pay/", method="post", query={"do": "bonus"}, head="403", hr="422"),
    row(RUN, "prepared pay run", **PAYERS),
    row(RUN, "prepared pay run", method="post", query={"do": "again"}, hr="302", head="403"),
    row(RUN, "prepared pay run", method="post", query={"do": "call_off"}, hr="302", head="403"),
    row(RUN, "prepared pay run", method="post", query={"do": "decide"}, hr="409", head="302"),
    row(RUN, "decided pay run", method="post", query={"do": "decide"}, hr="409", head="409"),
    row(RUN, "decided pay run", method="post", query={"do": "again"}, hr="409", head="403"),
    row(RUN, "decided pay run", method="post", query={"do": "call_off"}, hr="409", head="403"),
    row(RUN, "prepared pay run", method="post", query={"do": "export"}, **roles("409", *PAYERS)),
    row(RUN, "decided pay run", method="post", query={"do": "export"}, **roles("302", *PAYERS)),
    row(f"{RUN}what-if/", "prepared pay run", **PAYERS),
    row("pay/bases/", **PAYERS),
    row("pay/bases/", method="post", query={"do": "bring"}, hr="422", head="403"),
    row("pay/bases/", method="post", query={"do": "minimum"}, hr="404", head="403"),
    row("pay/mine/", **EVERY_ROLE),
    row("pay/differences/", **PAYERS),
    row("decisions/", **roles("200", "lead", *WHOLE)),
    row("improvement-plans/", **EVERY_ROLE),
    row("improvement-plans/add/", "agent to help", asks="person", lead="200 404", hr="200"),
    row(PLAN, "offered plan", **PLAN_SEEN),
    row(f"{PLAN}edit/", "offered plan", **{**PLAN_403, "lead": "409 404"}),
    _plan_step("offer", lead="409 404"),
    _plan_step("sign", agent="422 404", lead="422 404"),
    _plan_step("refuse", agent="422 404", lead="403 404"),
    _plan_step("redraft", lead="409 404"),
    _plan_step("start", hr="409"),
    _plan_step("succeed", lead="404", hr="404"),
    _plan_step("fail", lead="404", hr="404"),
    _plan_step("call_off", lead="422 404", hr="422"),
    row(STEPS, "agent to help", **STEPS_SEEN),
    row(
        STEPS,
        "agent to help",
        method="post",
        query={"do": "paper"},
        **{**OTHERS, **roles("403 404", "agent", "lead"), **roles("403", *WHOLE), "hr": "422"},
    ),
    row(
        STEPS,
        "agent to help",
        method="post",
        query={"do": "propose", "kind": "transfer", "words": "x"},
        **{**OTHERS, "agent": "403 404", "lead": "422 404", **roles("422", "hr", "group"), "head": "403"},
    ),
    row("moves/", **roles("200", "lead", *WHOLE)),
    row(MOVE, "waiting move", **MOVE_SEEN),
    _move_step("carry", hr="422", group="422", head="422"),
    _move_step("drop", hr="422", group="422", head="422"),
    _move_step("decide", head="409"),
    _move_step("decline", head="409"),
    row("pay/reviews/", **REVIEWERS),
    row(REVIEW, "pay review", **REVIEWERS),
    row(REVIEW, "pay review", method="post", query={"do": "uphold"}, group="403", **roles("422", "hr", "head")),
    row(REVIEW, "pay review", method="post", query={"do": "waive"}, group="403", **roles("422", "hr", "head")),
]
SEEN_AGAIN = {**OTHERS, "agent": "200 404", "lead": "404", **roles("200", *WHOLE)}
CONSEQUENCES_PAGES += [
    row("awards/", **roles("200", "lead", *WHOLE)),
    row("awards/add/", "agent to help", asks="person", lead="200 404", **roles("200", "hr", "group")),
    row("awards/add/", "agent to help", asks="person", method="post", lead="404", **roles("404", "hr", "group")),
    row("awards/notice/", **EVERY_ROLE),
    row("awards/notice/", method="post", query={"do": "object"}, **{**roles("404", *EVERY), "nobody": "403"}),
    row(AWARD, "nomination", **MOVE_SEEN),
    _award_step("notice", **roles("409", "hr", "group")),
    _award_step("answer", **roles("404", *WHOLE)),
    _award_step("grant", head="409"),
    _award_step("decline", **roles("422", *WHOLE)),
    row(
        "results/<int:pk>/explained/",
        "published result",
        **{**OTHERS, **roles("200 404", "agent", "analyst"), **roles("404", "lead", *WHOLE)},
    ),
    row(
        "results/<int:pk>/explained/",
        "published result",
        method="post",
        **{**OTHERS, **roles("422 404", "agent", "analyst"), **roles("404", "lead", *WHOLE)},
    ),
    row("looking-again/", **EVERY_ROLE),
    row("looking-again/<int:pk>/", "look again", **SEEN_AGAIN),
    row(
        "looking-again/<int:pk>/",
        "look again",
        method="post",
        **{**SEEN_AGAIN, "agent": "403 404", "group": "403", "head": "403", "hr": "422"},
    ),
]
CONSEQUENCES_API = [
    row("api/consequences/pay-runs", **PAYERS),
    row("api/consequences/pay-runs", method="post", body={"cycle": "none"}, hr="404"),
    row(API_RUN, "prepared pay run", **PAYERS),
    row(f"{API_RUN}/lines", "prepared pay run", **PAYERS),
    row(f"{API_RUN}/again", "decided pay run", method="post", body={}, hr="409"),
    row(f"{API_RUN}/call-off", "decided pay run", method="post", body={}, hr="409"),
    row(f"{API_RUN}/decide", "prepared pay run", method="post", body={}, hr="409", head="200"),
    row(f"{API_RUN}/export", "prepared pay run", method="post", body={}, **roles("409", *PAYERS)),
    row("api/consequences/reviews", **REVIEWERS),
    row(f"{API_REVIEW}/uphold", "pay review", method="post", body={"reason": ""}, **roles("422", "hr", "head")),
    row(f"{API_REVIEW}/waive", "pay review", method="post", body={"reason": ""}, **roles("422", "hr", "head")),
    row("api/consequences/my-pay", **EVERY_ROLE),
    row("api/consequences/bonus-runs", method="post", body={"year": 2000, "pool": "1"}, hr="422"),
    row("api/consequences/pay-bases", **PAYERS),
    row("api/consequences/pay-bases", method="post", body={"rows": []}, hr="200"),
    row("api/consequences/minimum-wages", **PAYERS),
    row("api/consequences/minimum-wages", method="post", body=WAGE, hr="404"),
    row(f"{API_RUN}/simulate", "prepared pay run", method="post", body={}, **PAYERS),
    row("api/consequences/differences", **PAYERS),
    row("api/consequences/decisions", **roles("200", "lead", *WHOLE)),
    row("api/consequences/improvement-plans", **EVERY_ROLE),
    row(API_PLAN, "offered plan", **PLAN_SEEN),
    row(API_PLAN, "offered plan", method="put", body={**TEXT, "edit_count": 1}, lead="409 404", hr="403"),
    row(f"{API_PLAN}/offer", "offered plan", method="post", body={}, lead="409 404", hr="403"),
    row(
        f"{API_PLAN}/sign",
        "offered plan",
        method="post",
        body={"password": "x", "edit_count": 1},
        **{**PLAN_403, "agent": "422 404", "lead": "422 404"},
    ),
    row(
        f"{API_PLAN}/refuse",
        "offered plan",
        method="post",
        body={"words": ""},
        **{**PLAN_403, "agent": "422 404", "lead": "403 404"},
    ),
    row(f"{API_PLAN}/redraft", "offered plan", method="post", body={}, lead="409 404", hr="403"),
    row(f"{API_PLAN}/start-unsigned", "offered plan", method="post", body={"words": "x"}, hr="409"),
    row(
        f"{API_PLAN}/succeed", "offered plan", method="post", body={"retest": 9**9, "words": "x"}, lead="404", hr="404"
    ),
    row(f"{API_PLAN}/fail", "offered plan", method="post", body={"retest": 9**9, "words": "x"}, lead="404", hr="404"),
    row(f"{API_PLAN}/call-off", "offered plan", method="post", body={"words": ""}, lead="422 404", hr="422"),
    row(f"{API_PERSON}/improvement-plan", "agent to help", method="post", body=TEXT, lead="409 404", hr="409"),
    row(f"{API_PERSON}/steps", "agent to help", **STEPS_SEEN),
    row(
        f"{API_PERSON}/papers",
        "agent to help",
        method="post",
        body={"step": "x", "on": "2026-01-01", "words": ""},
        hr="422",
    ),
    row("api/consequences/moves", **roles("200", "lead", *WHOLE)),
    row(
        f"{API_PERSON}/moves",
        "agent to help",
        method="post",
        body={"kind": "exit", "reason": "x"},
        lead="409 404",
        **roles("409", "hr", "group"),
    ),
    *(
        row(f"{API_MOVE}/{verb}", "waiting move", method="post", body={"reason": ""}, **roles("422", *WHOLE))
        for verb in ("carry", "drop")
    ),
    *(
        row(f"{API_MOVE}/{verb}", "waiting move", method="post", body={"reason": ""}, head="409")
        for verb in ("decide", "decline")
    ),
    row("api/consequences/notices", **EVERY_ROLE),
    row(
        "api/consequences/notices/<int:pk>/object",
        "nomination",
        method="post",
        body={"words": "x"},
        **roles("404", *EVERY),
    ),
    row("api/consequences/nominations", **roles("200", "lead", *WHOLE)),
    row(
        f"{API_PERSON}/nominations",
        "agent to help",
        method="post",
        body={"award": "x", "reason": "y"},
        lead="422 404",
        **roles("422", "hr", "group"),
    ),
    row(f"{API_AWARD}/notice", "nomination", method="post", body={}, **roles("409", "hr", "group")),
    row(f"{API_AWARD}/grant", "nomination", method="post", body={}, head="409"),
    row(f"{API_AWARD}/decline", "nomination", method="post", body={"reason": ""}, **roles("422", *WHOLE)),
    row(f"{API_AWARD}/objections", "nomination", **roles("200", *WHOLE)),
    row(
        f"{API_AWARD}/objections/<int:number>/answer",
        "nomination",
        parts=(None, 9**9),
        method="post",
        body={"words": "x"},
        **roles("404", *WHOLE),
    ),
    row(
        "api/consequences/results/<int:pk>/explained",
        "published result",
        **{**OTHERS, **roles("200 404", "agent", "analyst"), **roles("404", "lead", *WHOLE)},
    ),
    row(
        "api/consequences/results/<int:pk>/look-again",
        "published result",
        method="post",
        body={"words": ""},
        **{**OTHERS, **roles("422 404", "agent", "analyst"), **roles("404", "lead", *WHOLE)},
    ),
    row("api/consequences/looks-again", **EVERY_ROLE),
    row(
        "api/consequences/looks-again/<int:pk>/answer",
        "look again",
        method="post",
        body={"outcome": "stands", "answer": ""},
        hr="422",
        group="403",
    ),
]
