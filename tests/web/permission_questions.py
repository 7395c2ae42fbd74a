"""Who gets what of the question bank: pages, then the same through the API."""

from tests.web.permission_rows import roles, row

ONE, FILE = "questions/<int:pk>/", "questions/files/<int:pk>/"
API_ONE, API_FILE = "api/questions/<int:pk>", "api/questions/files/<int:pk>"
WRITERS, REVIEWERS = ("trainer", "hr", "group"), ("supervisor", "liaison")
READERS = (*WRITERS, *REVIEWERS, "head")
DRAFT, WAITING, APPROVED, BROUGHT = "draft question", "waiting question", "approved question", "question file"
READ, WROTE = roles("200", *READERS), roles("200", *WRITERS)
LOOKED_AFTER = roles("200", *WRITERS, *REVIEWERS)
CONTENT = {"id": "x", "kind": "true_false", "text": "", "answers": []}


def written(word):
    return roles(word, *WRITERS)


def reviewed(word):
    return roles(word, *REVIEWERS)


QUESTION_PAGES = [
    row("questions/", **READ),
    row("questions/add/", **WROTE),
    row(ONE, DRAFT, **READ),
    row(f"{ONE}edit/", DRAFT, **WROTE),
    row(ONE, DRAFT, method="post", query={"do": "submit"}, **written("302")),
    row(ONE, DRAFT, method="post", query={"do": "sound"}, **written("422")),
    row(ONE, DRAFT, method="post", query={"do": "unsound"}, **written("409")),
    row(ONE, WAITING, method="post", query={"do": "publish"}, **reviewed("302")),
    row(ONE, WAITING, method="post", query={"do": "send_back"}, **reviewed("422")),
    row(ONE, APPROVED, method="post", query={"do": "retire"}, **written("302")),
    row(ONE, APPROVED, method="post", query={"do": "revise"}, **written("302")),
    row(ONE, APPROVED, method="post", query={"do": "rewind"}, **roles("302", *READERS)),
    row(ONE, APPROVED, method="post", query={"do": "try"}, **READ),
    row(f"{ONE}play/", APPROVED, method="post", **roles("409", *READERS)),
    row(f"{ONE}sound/<str:ticket>/", APPROVED, parts=(None, "x")),
    row("questions/files/", **WROTE),
    row("questions/files/add/", **WROTE),
    row(FILE, BROUGHT, **WROTE),
    row(FILE, BROUGHT, method="post", query={"do": "take"}, **written("302")),
    row(FILE, BROUGHT, method="post", query={"do": "drop"}, **written("302")),
    row("questions/export/", **LOOKED_AFTER),
    row("questions/duplicates/", **LOOKED_AFTER),
]
QUESTION_API = [
    row("api/questions", **READ),
    row("api/questions", method="post", body={"definition": CONTENT}, **written("422")),
    row("api/questions/duplicates", **LOOKED_AFTER),
    row("api/questions/export", **LOOKED_AFTER),
    row(API_ONE, DRAFT, **READ),
    row(API_ONE, DRAFT, method="put", body={"definition": CONTENT, "edit_count": 99}, **written("409")),
    row(f"{API_ONE}/submit", DRAFT, method="post", body={}, **written("200")),
    row(f"{API_ONE}/send-back", WAITING, method="post", body={"reason": ""}, **reviewed("422")),
    row(f"{API_ONE}/approve", WAITING, method="post", body={}, **reviewed("200")),
    row(f"{API_ONE}/withdraw", APPROVED, method="post", body={}, **written("200")),
    row(f"{API_ONE}/revise", APPROVED, method="post", body={}, **written("200")),
    row(f"{API_ONE}/apart", APPROVED, method="post", body={"other": "no such"}, **roles("422", *WRITERS, *REVIEWERS)),
    row(f"{API_ONE}/sound", DRAFT, method="post", **written("422")),
    row(f"{API_ONE}/play", APPROVED, method="post", body={}, **roles("409", *READERS)),
    row("api/questions/files", **WROTE),
    row("api/questions/files", method="post", **written("422")),
    row(API_FILE, BROUGHT, **WROTE),
    row(f"{API_FILE}/questions", BROUGHT, **WROTE),
    row(f"{API_FILE}/choose", BROUGHT, method="post", body={"ticked": [], "among": []}, **written("200")),
    row(f"{API_FILE}/take", BROUGHT, method="post", body={}, **written("200")),
    row(f"{API_FILE}/drop", BROUGHT, method="post", body={}, **written("200")),
]
