"""Who gets what of the calendar of cycles: pages, then the same through the API."""

from tests.web.permission_rows import roles, row

CYCLE = "cycles/<int:pk>/"
API = "api/appraisal/calendar"
API_CYCLE = f"{API}/cycles/<int:pk>"
WATCHERS, RUNNERS = roles("200", "group", "hr", "head"), roles("200", "group", "hr")
KIND = {"parts": ("month",)}
TERMS = {"is_on": False}
NEW = {
    "kind": "special", "code": "x", "name_zh": "专项", "period_start": "2026-01-01", "period_end": "2026-03-31",
}  # fmt: skip
CALENDAR_PAGES = [
    row("cycles/calendar/", **WATCHERS),
    row("cycles/calendar/<str:kind>/", **KIND, **RUNNERS),
    row("cycles/calendar/<str:kind>/", **KIND, method="post", **roles("422", "group", "hr")),
    row(f"{CYCLE}dates/", "draft cycle", **RUNNERS),
    row(f"{CYCLE}dates/", "collecting cycle", **RUNNERS),
    row(f"{CYCLE}dates/", "collecting cycle", method="post", **roles("422", "group", "hr")),
    row(f"{CYCLE}late/", "collecting cycle", **WATCHERS),
    row(f"{CYCLE}late/nudge/", "draft cycle", method="post", **roles("409", "group", "hr")),
]
CALENDAR_API = [
    row(API, **WATCHERS),
    row(f"{API}/templates/<kind>", parts=("special",), method="put", body=TERMS, **roles("422", "group", "hr")),
    row(f"{API}/cycles", method="post", body=NEW, **roles("422", "group", "hr")),
    row(
        f"{API_CYCLE}/people", "draft cycle", method="post", body={"person": "nobody-so"}, **roles("422", "group", "hr")
    ),
    row(f"{API_CYCLE}/deadlines", "draft cycle", method="post", body={"reason": "x"}, **roles("409", "group", "hr")),
    row(f"{API_CYCLE}/late", "collecting cycle", **WATCHERS),
    row(f"{API_CYCLE}/nudge", "draft cycle", method="post", **roles("409", "group", "hr")),
]
