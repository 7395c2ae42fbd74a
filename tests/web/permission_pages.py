"""Who gets what at the pages, those of quality work apart."""

from collections.abc import Iterator, Mapping
from typing import Any

from tests.web.permission_quality import READERS
from tests.web.permission_rows import (
    EVERY_ROLE,
    HIDDEN,
    QUALITY,
    SEEN_BY_WRITERS,
    SETTLERS,
    STAFF,
    WRITERS,
    Row,
    roles,
    row,
)

SHELL = [
    row("language/", rest="302", method="post"),
    row("lists/rows/", rest="302", method="post"),
    row("keys/", rest="200"),
    row("search/", query={"q": "708"}, rest="200"),
    row("healthz", rest="200"),
    row("jobs/<int:pk>/", "job", "200 404", admin="200"),
]
ALLAUTH = [
    row("account/login/", rest="302"),
    row("account/logout/", rest="200"),
    row("account/inactive/", rest="200"),
    row("account/reauthenticate/", rest="200"),
    row("account/password/change/", rest="200"),
    row("account/2fa/", rest="200"),
    row("account/2fa/authenticate/", rest="302"),
    row("account/2fa/reauthenticate/", rest="302"),
    row("account/2fa/totp/activate/", rest="302"),
    row("account/2fa/totp/deactivate/", rest="404"),
    row("account/2fa/recovery-codes/", rest="404"),
    row("account/2fa/recovery-codes/generate/", rest="302"),
    row("account/2fa/recovery-codes/download/", rest="404"),
]  # fmt: skip
ACCOUNTS = [
    row("me/", rest="200"),
    row("rights/", **EVERY_ROLE),
    row("users/", admin="200"),
    row("users/add/", admin="200"),
    row("users/<int:pk>/", "user", admin="200"),
    row("centre/", **SETTLERS),
    row("audit/", **SETTLERS),
    row("audit/head/", **SETTLERS),
]
TIME_READERS = roles("200", "admin", "hr", "head", "group", "supervisor", "lead")
ROSTER_READERS = {
    "agent": "own", "lead": "own", **roles("none", "analyst", "trainer"),
    **roles("all", "admin", "hr", "head", "group", "supervisor"),
}  # fmt: skip
PEOPLE = [
    row("people/", rest="all", agent="own", lead="own", liaison="403", nobody="403"),
    row("people/<int:pk>/", "person", "200", agent="200 404", lead="200 404", liaison="403", nobody="403"),
    *(
        row(f"people/<int:pk>/{verb}/", "person", agent="403 404", lead="403 404", **STAFF)
        for verb in ("change", "place", "end", "rehire", "link")
    ),
    row(
        "people/<int:pk>/stay/", "person", method="post", agent="403 404", lead="403 404",
        **roles("409", "hr", "admin"),
    ),
    row("people/add/", **STAFF),
    row("people/export/", query={"to": "csv"}, **STAFF),
    row("people/link/", method="post", **roles("302", "hr", "admin")),
    row("organisation/", rest="all", shows="team", agent="403", lead="own", liaison="403", nobody="403"),
    row("organisation/teams/add/", **STAFF),
    row("organisation/sites/add/", **STAFF),
    row("inbox/", **EVERY_ROLE),
    row("roster/", **ROSTER_READERS),
    row("working-time/", **TIME_READERS),
    row("working-time/hours/", **STAFF),
    row("working-time/days/", **STAFF),
    row("working-time/days/<int:pk>/remove/", "own day", method="post", **roles("302", "hr", "admin")),
]  # fmt: skip
VERSION, PROFILE = "framework/versions/<int:number>/", "framework/profiles/<slug:code>/"
COMPETENCY = (f"{VERSION}competencies/<slug:code>/", (None, "listening"))
FRAMEWORK_PAGES = [
    ("framework/", ()), ("framework/compare/", ()), ("framework/indicators/", ()), ("framework/profiles/", ()),
    ("framework/models/<slug:code>/", ("two_part",)), ("framework/competencies/<slug:code>/", ("listening",)),
    ("framework/profiles.<str:kind>", ("json",)), (PROFILE, ("inbound",)),
]  # fmt: skip
VERSION_PAGES = [
    (VERSION, ()), (f"{VERSION}indicators/", ()), (f"{VERSION}models/<slug:code>/", (None, "two_part")), COMPETENCY,
    (f"{VERSION}export.<str:kind>", (None, "json")),
]  # fmt: skip
FRAMEWORK = [
    *(row(route, parts=parts, **EVERY_ROLE) for route, parts in FRAMEWORK_PAGES),
    *(row(route, "version", parts=parts, **EVERY_ROLE) for route, parts in VERSION_PAGES),
    *(row(route, "draft version", parts=parts, **SEEN_BY_WRITERS) for route, parts in VERSION_PAGES),
    row("framework/import/", **WRITERS),
    row("framework/shipped/", method="post", **roles("409", "group", "head")),
    row("framework/shipped/take/", method="post", **roles("409", "group", "hr")),
    row(f"{VERSION}revise/", "version", **WRITERS),
    row(f"{VERSION}publish/", "draft version", **{**HIDDEN, **roles("200", "group", "head"), "hr": "403"}),
    row(f"{VERSION}discard/", "draft version", method="post",
        **{**HIDDEN, **roles("302", "group", "hr"), "head": "403"}),
    row(f"{COMPETENCY[0]}edit/", "draft version", parts=COMPETENCY[1], **{**HIDDEN, **WRITERS, "head": "403"}),
    row(f"{COMPETENCY[0]}<slug:indicator>/edit/", "draft version", parts=(None, "listening", "restates"),
        **{**HIDDEN, **WRITERS, "head": "403"}),
    row(f"{PROFILE}<int:number>/", "profile number", parts=("inbound", None), **EVERY_ROLE),
    row(f"{PROFILE}<int:number>/", "draft profile number", parts=("inbound", None), **SEEN_BY_WRITERS),
    row(f"{PROFILE}<int:number>/edit/", "draft profile number", parts=("inbound", None),
        **{**HIDDEN, **WRITERS, "head": "403"}),
    row(f"{PROFILE}<int:number>/publish/", "draft profile number", parts=("inbound", None), method="post",
        **{**HIDDEN, **roles("302", "group", "head"), "hr": "403"}),
    row(f"{PROFILE}<int:number>/revise/", "profile number", parts=("inbound", None), method="post",
        **roles("409", "group", "hr")),
    row(f"{PROFILE}<int:number>/discard/", "draft profile number", parts=("inbound", None), method="post",
        **{**HIDDEN, **roles("302", "group", "hr"), "head": "403"}),
]  # fmt: skip
UNCOVERERS = {"agent": "403 404", "lead": "403 404", **roles("200", "supervisor", "group")}
FLAGGERS = {"agent": "403 404", "lead": "302 404", "head": "403", **roles("302", "supervisor", "group")}
OWN_CONTACTS = {"agent": "200 404", "lead": "200 404", **QUALITY}
IMPORTERS = roles("200", "admin", "group", "supervisor", "hr")
DRAFTS = roles("404", "admin", "group", "supervisor", "hr")  # whose it is, nobody of those asked
BY_KIND = (
    ("contacts", "admin", "group", "supervisor"),
    ("people", "admin", "hr"),
    ("shifts", "admin", "hr"),
    ("ratings", "group", "hr"),
)
RECORDING = "recordings/<int:pk>/"


def heard(status):
    """Of a recording of a published contact: those who may hear it get this, who reaches it not finds nothing."""
    reached = roles(status, "supervisor", "trainer", "hr", "group", "head")
    return {**roles(f"{status} 404", "agent", "lead", "analyst"), **reached}


INTERACTIONS = [
    row("contacts/<int:pk>/uncovered/", "contact", method="post", query={"reason": "asked by the customer"},
        **UNCOVERERS),
    row("contacts/<int:pk>/flags/", "contact", method="post", query={"flags": "vip"}, **FLAGGERS),
    row("contacts/<int:pk>/recording/", "contact", method="post", **roles("422", "supervisor", "group")),
    row(RECORDING, "recording", **heard("200")),
    row(f"{RECORDING}peaks/", "recording", **roles("404", *heard("404"))),
    row(f"{RECORDING}speech/", "recording", **roles("404", *heard("404"))),
    row(f"{RECORDING}open/", "recording", method="post", **heard("200")),
    row(f"{RECORDING}played/", "recording", method="post", query={"first": "0", "last": "1"}, **heard("204")),
    row(f"{RECORDING}sound/<str:signed>/", "recording", parts=(None, "x"), **heard("403")),
    row("contacts/", shows="contact", agent="own", lead="own", **roles("all", *QUALITY)),
    row("contacts/<int:pk>/", "contact", **OWN_CONTACTS),
    row("imports/", **IMPORTERS),
    row("imports/new/", **IMPORTERS),
    *(
        row("imports/templates/<slug:kind>.<str:ending>", parts=(kind, "csv"),
            **{**roles("404", *IMPORTERS), **roles("200", *names)})
        for kind, *names in BY_KIND
    ),
    *(
        row(f"imports/<int:pk>/{page}", f"{kind} import", **{**roles("404", *IMPORTERS), **roles("200", *names)})
        for kind, *names in BY_KIND
        for page in ("", "rejects/", "undo/")
    ),
    *(
        row(f"imports/drafts/<int:pk>/{verb}", "people draft", method=method, **DRAFTS)
        for verb, method in (("", "get"), ("faults/", "get"), ("columns/", "post"), ("cells/", "post"), ("import/", "post"),
                             ("discard/", "post"))
    ),
    row("imports/<int:pk>/accounts/", "people import", admin="200"),
]  # fmt: skip
RESULT = {
    "rest": "200 404",
    **roles("404", "admin", "liaison", "nobody"),
    **roles("200", "trainer", "hr", "group", "head"),
}
MONTH_RESULT = {**RESULT, **roles("404", "analyst", "supervisor")}  # only agents have one
PRELIMINARY = {"rest": "404", **roles("404 200", "hr", "group", "head")}  # nobody their own
OTHERS_UNPUBLISHED = ("2026-Q2", "2026-Q3", "2026-Q4")
TEAM_READERS = roles("200", "group", "hr", "head", "trainer", "supervisor")
TEAMS = {"lead": "200 404", **TEAM_READERS}
FILES = ("", "pdf", "xlsx")


def results(route: str) -> Iterator[Row]:
    for page in FILES:
        yield row(f"{route}{page}", "published result", **RESULT)
        yield row(f"{route}{page}", "preliminary result", **PRELIMINARY)
    yield row(route, "month result", **MONTH_RESULT)


SUMMARY, MONTH_SHEET = {"cycle": "2026-Q1"}, {"cycle": "2026-03"}
FORMS = "forms/<slug:code>/"
MARKED = {"rest": "409", "agent": "200 409", "lead": "200 409", "analyst": "200 409", **READERS, "nobody": "403"}


def filled(
    code: str, thing: str = "number", *, asks: str = "number", query: Mapping[str, Any] | None = None, **given: Any
) -> Row:
    """A form filled in for somebody; what its reader may not see is not on it."""
    return row(FORMS, thing, parts=(code,), asks=asks, query=query or {}, **{"rest": "409", "nobody": "403", **given})


FILLED = [
    filled("self-assessment", query=SUMMARY, **roles("200 409", "agent", "analyst", "supervisor", "trainer", "head"),
           **roles("200", "hr", "group")),
    filled("rating", query=SUMMARY, lead="200 409", **roles("409 200", "hr", "group")),
    filled("rating", query={**SUMMARY, "source": "peer"}, **roles("409 200", "hr", "group")),
    filled("rating", query={"cycle": "2026-Q3"}, lead="200 409"),
    filled("month-sheet", query=MONTH_SHEET, agent="200 409", lead="200 409",
           **roles("409 200", "trainer", "hr", "group", "head")),
    filled("scorecard", "published evaluation", asks="evaluation", **MARKED),
    filled("scorecard", "submitted evaluation", asks="evaluation", **{**MARKED, "agent": "409"}),
    filled("scorecard", "draft evaluation", asks="evaluation"),
    filled("dispute", "open dispute", asks="dispute", agent="200 409", lead="200 409", analyst="200 409",
           **roles("200", "trainer", "hr", "head")),
    filled("calibration", "revealed calibration", asks="calibration", analyst="200 409",
           **roles("200", "supervisor", "group", "head")),
    filled("coaching", "prepared coaching", asks="session", agent="200 409", lead="200 409",
           **roles("200", "supervisor", "trainer", "hr", "group", "head")),
    filled("remedy", "open remedy", asks="remedy", agent="200 409", lead="200 409",
           **roles("200", "supervisor", "trainer", "hr", "group", "head")),
    filled("recheck", "given recheck", asks="recheck"),
    row(FORMS, parts=("skill-summary",), query=SUMMARY, shows="number", rest="none", nobody="403", lead="own",
        hides_self=True, **roles("all", "trainer", "hr", "group", "head")),
    row(FORMS, parts=("skill-summary",), query={"cycle": "2026-Q2"}, shows="number", rest="none", nobody="403",
        hides_self=True, **roles("all", "hr", "group", "head")),
]  # fmt: skip
INSIGHT = [
    row("", rest="200"),
    row("my/results/", hides=OTHERS_UNPUBLISHED, **EVERY_ROLE),
    *results("results/<int:pk>/"),
    row("teams/", shows="team", lead="own", **roles("all", *TEAM_READERS)),
    row("teams/trends/", **roles("200", "lead", *TEAM_READERS)),
    *(row(f"teams/<int:pk>/{page}", "team", **TEAMS) for page in FILES),
    row("forms/", **EVERY_ROLE),
    *(row(f"{FORMS}{page}", parts=("self-assessment",), **EVERY_ROLE) for page in FILES),
    row(f"{FORMS}edit/", parts=("self-assessment",), **SETTLERS),
    *FILLED,
]
RUNNERS, WATCHERS = roles("200", "group", "hr"), roles("200", "group", "hr", "head")
MOVES = {"rest": "404"}  # of cycles nobody else knows of
CYCLE, MEMBER = "cycles/<int:pk>/", "cycles/people/<int:pk>/"
STATES = ("draft", "collecting", "preliminary", "published", "month")
POLICY = "policies/<int:pk>/"
APPRAISAL = [
    row("ratings/", rest="none", agent="own", lead="own", trainer="all", nobody="403"),
    row("ratings/<int:pk>/", "collecting form", "200 404", **roles("404", "admin", "liaison"), nobody="403"),
    row("ratings/<int:pk>/", "collecting form about", "404", lead="200 404", nobody="403"),
    row("ratings/<int:pk>/", "published form about", "404", lead="200 404", nobody="403"),
    row("rater-training/", **EVERY_ROLE),
    row("cycles/", **WATCHERS),
    row("cycles/add/", **RUNNERS),
    row("cycles/<int:pk>/practicals/", "collecting cycle", method="post", query={"code": "none"}, **roles("409", "group", "hr")),
    row("cycles/<int:pk>/tests/", "collecting cycle", method="post", query={"exam": 9**9}, **roles("404", "group", "hr")),
    *(row(CYCLE, f"{state} cycle", hides_self=True, **WATCHERS) for state in STATES),
    *(row(f"{CYCLE}publication/", f"{state} cycle", hides_self=True, **WATCHERS) for state in STATES),
    row(f"{CYCLE}publication/", "preliminary cycle", method="post", query={"move": "propose_publication"},
        **roles("422", "group", "hr", "head")),
    row(f"{CYCLE}publication/", "preliminary cycle", method="post", query={"move": "publish_cycle"},
        **{**roles("409", "group", "head"), "hr": "403"}),
    row(f"{CYCLE}move/", "collecting cycle", method="post", query={"move": "compute_cycle"},
        **{**MOVES, **roles("302", "group", "hr"), "head": "403"}),
    *(row(f"{CYCLE}tables/", f"{state} cycle", hides_self=True,
          **{**MOVES, **RUNNERS, "head": "403"})
      for state in ("preliminary", "published")),
    row(f"{CYCLE}remarks/", "open month cycle", lead="own", group="404"),
    *(row(f"{CYCLE}people/", f"{state} cycle", hides_self=True, **roles("all", "group", "hr", "head"))
      for state in ("collecting", "preliminary", "published")),
    row(f"{CYCLE}people/add/", "collecting cycle", method="post", **roles("422", "group", "hr")),
    row(MEMBER, "collecting participant", **roles("404 200", "group", "hr")),
    row(f"{MEMBER}raters/", "collecting participant", method="post", **roles("404 422", "group", "hr")),
    *(row(f"{CYCLE}findings/", f"{state} cycle", hides_self=True, **WATCHERS) for state in STATES),
    row("cycles/findings/<int:pk>/", "finding", method="post", **roles("302", "group", "hr")),
    row("cycles/raters/<int:pk>/", "rater finding", method="post", **roles("302", "group", "hr")),
    row("cycles/corrections/", **WATCHERS),
    row("cycles/corrections/<int:pk>/", "open correction", "404", **WATCHERS, nobody="403"),
    row("cycles/corrections/<int:pk>/", "open correction", "404", method="post", query={"do": "make"},
        **{"group": "422", **roles("403", "hr", "head")}, nobody="403"),
    row("cycles/results/<int:pk>/correct/", "published result", group="404 200"),
    row("cycles/forms/<int:pk>/nudge/", "collecting self form", method="post", **roles("404 302", "group", "hr")),
    row("ratings/questions/<int:pk>/", "question", "404", analyst="200", nobody="403"),
    row("cycles/forms/<int:pk>/withdraw/", "collecting self form", method="post", **roles("404 302", "group", "hr")),
    row("cycles/forms/<int:pk>/return/", "collecting self form", method="post", **roles("404 409", "group", "hr")),
    row("policies/", **EVERY_ROLE),
    row("policies/add/", **RUNNERS),
    row(POLICY, "policy", **EVERY_ROLE),
    row(POLICY, "draft policy", **SEEN_BY_WRITERS),
    *(row(f"{POLICY}{page}/", "policy", **EVERY_ROLE) for page in ("printed", "compare")),
    *(row(f"{POLICY}{page}/", "draft policy", **SEEN_BY_WRITERS) for page in ("printed", "compare")),
    *(row(f"{POLICY}edit/{page}", "draft policy", **{**HIDDEN, **WRITERS, "head": "403"}) for page in ("", "text/")),
    row(f"{POLICY}edit/differing/", "draft policy", method="post", body={},
        **{**HIDDEN, **roles("422", "group", "hr"), "head": "403"}),
    row(f"{POLICY}revise/", "policy", method="post", **roles("302", "group", "hr")),
    row(f"{POLICY}delete/", "draft policy", method="post", **roles("302", "group", "hr")),
    row(f"{POLICY}publish/", "draft policy", method="post", **roles("409", "group", "head")),
]  # fmt: skip
