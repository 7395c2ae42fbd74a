"""Who gets what of appeals. Of the small centre's, HR and the supervisor are members: the trainer rated, and the group and
the head brought the result out; these two see that there is an appeal and no more; a lead sees a question put to them."""

from tests.web.permission_rows import roles, row
from tests.web.world_appeals import GROUNDS

APPEAL, OPINION = "appeals/<int:pk>/", "appeals/asked/<int:pk>/"
API_APPEAL = "api/appeals/<int:pk>"
HANDLERS, WATCHERS = ("supervisor", "hr"), ("group", "head")
STRANGERS = ("lead", "analyst", "trainer", "admin", "liaison")
NOBODYS = roles("404", *STRANGERS)
LISTED = {"agent": "own", **roles("none", *STRANGERS), **roles("all", *HANDLERS, *WATCHERS)}
SEEN = {"agent": "200 404", **NOBODYS, **roles("200", *HANDLERS, *WATCHERS)}
COUNTED = roles("200", "hr", *WATCHERS)
FILES = {"agent": "200 404", **NOBODYS, **roles("200", *HANDLERS), **roles("404", *WATCHERS)}
ASKED = {"lead": "200 404", **roles("404", "agent", *STRANGERS[1:], *HANDLERS, *WATCHERS)}


def done(own: str, handler: str, watcher: str = "403", **words: str) -> dict[str, str]:
    """Of the appellant, of members, of those who watch."""
    return {"agent": f"{own} 404", **NOBODYS, **roles(handler, *HANDLERS), **roles(watcher, *WATCHERS), **words}


BY_APPELLANT = {"file": "422", "say": "422", "withdraw": "302", "read": "409"}
BY_MEMBERS = {
    "step_back": "422", "hear": "422", "ask": "422", "propose": "409", "agree": "409", "disagree": "422",
}  # fmt: skip
APPOINTED = done("403", "403", hr="409", head="409")
APPEALS_PAGES = [
    row("appeals/", **LISTED),
    row(
        "appeals/add/<int:pk>/",
        "quarter record",
        **{**roles("404", *SEEN), "agent": "302 404", "analyst": "200 404"},
    ),
    row("appeals/statistics/", **COUNTED),
    row(APPEAL, "appeal", **SEEN),
    row(f"{APPEAL}files/<int:file>/", "appeal", **FILES),
    *(
        row(APPEAL, "appeal", method="post", query={"do": verb}, **done(word, "403"))
        for verb, word in BY_APPELLANT.items()
    ),
    *(
        row(APPEAL, "appeal", method="post", query={"do": verb}, **done("403", word))
        for verb, word in BY_MEMBERS.items()
    ),
    row(APPEAL, "appeal", method="post", query={"do": "appoint"}, **APPOINTED),
    row(OPINION, "opinion asked", hides=(GROUNDS,), **ASKED),
    row(OPINION, "opinion asked", method="post", query={"answer": ""}, **{**ASKED, "lead": "422 404"}),
]
PETITION = {"result": 10**9, "subjects": ["rating"], "grounds": "x", "wanted": "y"}
HEARING = {"held_on": "2026-03-31", "present": "", "words": ""}
ANSWER = {"outcome": "rejected", "reasons": "x", "rulings": []}


def _step(verb, body, words):
    return row(f"{API_APPEAL}/{verb}", "appeal", method="post", body=body, **words)


APPEALS_API = [
    row("api/appeals", shows="number", **LISTED),
    row("api/appeals", method="post", body=PETITION, **roles("404", *SEEN)),
    row("api/appeals/statistics", **COUNTED),
    row(API_APPEAL, "appeal", **SEEN),
    row(f"{API_APPEAL}/files", "appeal", method="post", **done("422", "403")),
    _step("statements", {"words": ""}, done("422", "403")),
    _step("withdraw", {}, done("200", "403")),
    _step("read", {}, done("409", "403")),
    _step("members", {"users": [10**9], "reason": "x"}, done("403", "403", hr="404", head="404")),
    _step("step-back", {"words": ""}, done("403", "422")),
    _step("hearings", HEARING, done("403", "422")),
    _step("questions", {"of": 10**9, "question": "x"}, done("403", "422")),
    _step("proposals", ANSWER, done("403", "409")),
    _step("agree", {"proposal": 10**9}, done("403", "409")),
    _step("disagree", {"words": "", "proposal": 10**9}, done("403", "422")),
]
