"""Who gets what of the quality team's own measures, and of the causes put to their owners."""

from tests.web.permission_rows import QUALITY, roles, row

GIVERS = ("supervisor", "group")
MEASURED = roles("200", "lead", "analyst", "supervisor", "group", "hr", "head", "trainer")
OWNERS = {"hr": "200", "admin": "200", "trainer": "200", **QUALITY}
PUT = {"hr": "200 404", "admin": "200 404", "trainer": "404", **QUALITY}
ANSWERED = {"hr": "422 404", "admin": "422 404", "trainer": "404", **roles("403", *QUALITY)}
CLOSED = {"hr": "403 404", "admin": "403 404", "trainer": "404", **roles("409", *QUALITY)}
CAUSE, API_CAUSE = "quality/causes/<int:pk>/", "api/quality/causes/<int:pk>"
MONTH = {"month": "2026-01-01"}
REPLY = {"words": "", "measure": "", "measure_on": "2026-04-30"}
MEASURE_PAGES = [
    row("quality/measures/", **MEASURED),
    row("quality/measures/count/", method="post", **roles("302", *GIVERS)),
    row("quality/causes/", **OWNERS),
    row("quality/causes/owners/", method="post", **roles("302", *GIVERS)),
    row("quality/causes/collect/", method="post", **roles("302", *GIVERS)),
    row(CAUSE, "cause report", **PUT),
    row(CAUSE, "cause report", method="post", query={"do": "answer"}, **ANSWERED),
    row(CAUSE, "cause report", method="post", query={"do": "close"}, **CLOSED),
]
MEASURE_DOORS = [
    row("api/quality/measures", **MEASURED),
    row("api/quality/measures/<code>/teams", parts=("passed",), **MEASURED),
    row("api/quality/measures/count", method="post", body={}, **roles("200", *GIVERS)),
    row("api/quality/causes", **OWNERS),
    row("api/quality/causes/owners", **OWNERS),
    row("api/quality/causes/owners", method="put", body={"cause": "system", "owner": 10**9}, **roles("404", *GIVERS)),
    row("api/quality/causes/collect", method="post", body=MONTH, **roles("200", *GIVERS)),
    row(API_CAUSE, "cause report", **PUT),
    row(f"{API_CAUSE}/answer", "cause report", method="post", body=REPLY, **ANSWERED),
    row(f"{API_CAUSE}/close", "cause report", method="post", body={"note": ""}, **{
        **CLOSED, "hr": "403", "admin": "403", "trainer": "403",
    }),
]  # fmt: skip
