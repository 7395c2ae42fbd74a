"""Refusals as problem documents (RFC 9457): `code` is stable, `detail` is one sentence for people."""

from django.http import JsonResponse
from django.utils.translation import get_language

from hengcai.api import words
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.base.say import register, say, sentence

register(words.WORDS)

MEDIA_TYPE = "application/problem+json"
STATUS = {NotAllowed: 403, NotNow: 409, NotValid: 422}
TURNED_AWAY = {400: "unreadable", 403: "csrf"}

SCHEMA = {
    "title": "Problem",
    "type": "object",
    "required": ["type", "status", "code", "detail"],
    "properties": {
        "type": {"type": "string"},
        "status": {"type": "integer"},
        "code": {"type": "string", "description": "Stable; programs decide by it."},
        "detail": {"type": "string", "description": "One sentence in the reader's language."},
        "facts": {"type": "object", "description": "What the sentence speaks of."},
    },
}
ANSWER = {
    "description": "Refused: 401, 403, 404, 409 or 422",
    "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
}


def problem(status: int, code: str, detail: str, facts: dict[str, object] | None = None) -> JsonResponse:
    body = {"type": f"hengcai:{code}", "status": status, "code": code, "detail": detail, "facts": facts or {}}
    return JsonResponse(body, status=status, content_type=MEDIA_TYPE, json_dumps_params={"ensure_ascii": False})


def refused(request, refusal):
    status = next(code for kind, code in STATUS.items() if isinstance(refusal, kind))
    facts = {name: _plain(value) for name, value in refusal.facts.items()}
    return problem(status, refusal.code, told(refusal), facts)


def told(refusal) -> str:
    """Its sentence in the reader's language."""
    return say(refusal, _language())


def missing(request, error):
    return _own(404, "missing")


def signed_out(request, error):
    return _own(401, "sign_in")


def malformed(request, error):
    """Names the places, never what stood there: it may be a customer's."""
    places = [{"where": ".".join(map(str, one["loc"])), "what": one["msg"]} for one in error.errors]
    return _own(422, "malformed", errors=places)


def turned_away(request, error):
    """What stops a request before any endpoint: a body that is no JSON, a missing token."""
    return _own(error.status_code, TURNED_AWAY.get(error.status_code, "unreadable"))


def _own(status: int, code: str, **facts: object) -> JsonResponse:
    return problem(status, code, sentence(f"api.{code}", _language(), {}), facts)


def _language() -> str:
    return get_language() or "zh-hans"


def _plain(value: object) -> object:
    """Lists stay lists and numbers numbers; anything else is written out."""
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(one) for one in value]
    return value if isinstance(value, bool | int) or value is None else str(value)
