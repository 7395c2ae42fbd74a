"""Who gets what of the group's review: pages, then the same through the API."""

from tests.web.permission_rows import roles, row

CYCLE = "cycles/<int:pk>/"
WATCHERS, SETTLERS = roles("200", "group", "hr", "head"), roles("302", "group", "hr")
REVIEW_PAGES = [
    *(
        row(f"{CYCLE}{page}/", f"{state} cycle", hides_self=True, **WATCHERS)
        for page in ("patterns", "raters", "distribution")
        for state in ("collecting", "preliminary", "published")
    ),
    row("cycles/patterns/<int:pk>/", "pattern", method="post", **SETTLERS),
]
REVIEW_API = [
    row("api/appraisal/patterns", "preliminary cycle", asks="cycle", hides_self=True, **WATCHERS),
    *(
        row(
            f"api/appraisal/patterns/<int:pk>/{verb}",
            "pattern",
            method="post",
            body={"text": ""},
            **roles("422", "group", "hr"),
        )
        for verb in ("settle", "ask")
    ),
]
