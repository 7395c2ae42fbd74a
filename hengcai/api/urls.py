"""The API's root: session sign-in, problem documents for refusals, one router a package."""

from django.http import Http404, JsonResponse
from django.utils.translation import get_language
from ninja import NinjaAPI
from ninja.errors import ValidationError
from ninja.security import django_auth

from hengcai.api import appraisal, insight, interactions, people, quality
from hengcai.base.errors import NotAllowed, NotNow, NotValid, Refusal
from hengcai.base.say import say
from hengcai.settings import VERSION

STATUS = {NotAllowed: 403, NotNow: 409, NotValid: 422}

api = NinjaAPI(
    title="Hengcai",
    version=VERSION,
    auth=django_auth,
    description="The same actions and queries as the pages, with the same rights.",
    urls_namespace="api",
)
api.add_router("/people", people.router, tags=["people"])
api.add_router("/contacts", interactions.router, tags=["contacts"])
api.add_router("/quality", quality.router, tags=["quality"])
api.add_router("/appraisal", appraisal.router, tags=["appraisal"])
api.add_router("/reports", insight.router, tags=["reports"])


def problem(status: int, code: str, detail: str, **facts: object) -> JsonResponse:
    """A problem document (RFC 9457): `code` is stable, `detail` is for people."""
    body = {"type": f"hengcai:{code}", "status": status, "code": code, "detail": detail, "facts": facts}
    return JsonResponse(body, status=status, content_type="application/problem+json")


@api.exception_handler(Refusal)
def refused(request, refusal: Refusal):
    status = next(code for kind, code in STATUS.items() if isinstance(refusal, kind))
    facts = {name: str(value) for name, value in refusal.facts.items()}
    return problem(status, refusal.code, say(refusal, get_language() or "zh-hans"), **facts)


@api.exception_handler(Http404)
def missing(request, _error):
    return problem(404, "missing", "Not there, or not yours to see.")


@api.exception_handler(ValidationError)
def malformed(request, error: ValidationError):
    found = [{"where": ".".join(map(str, one["loc"])), "what": one["msg"]} for one in error.errors]
    return problem(422, "malformed", "The request is malformed.", errors=found)
