"""Who gets what of today's review: pages, then the same through the API."""

from tests.web.permission_rows import ROLES, roles, row

CARD, API = "review card", "api/training/review"
EVERYBODY = {**roles("200", *ROLES), "nobody": "403"}
OWN = {**roles("404", *ROLES), "nobody": "403", "agent": "200 404"}
TEACH = roles("200", "trainer", "hr", "head", "supervisor")

REVIEW_CARD_PAGES = [
    row("review/", **EVERYBODY),
    row("review/cards/<int:pk>/", CARD, method="post", **{**OWN, "agent": "302 404"}),
    row("review/answers/<int:pk>/", "review answer", **OWN),
    row("review/recall/", **TEACH),
]
REVIEW_CARD_API = [
    row(API, **EVERYBODY),
    row(
        f"{API}/<int:pk>/answer",
        CARD,
        method="post",
        body={"response": "", "grade": None},
        **{**OWN, "agent": "200 404"},
    ),
    row(f"{API}/recall", **TEACH),
]
