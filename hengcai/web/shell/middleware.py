"""Language of the reader, and refusals of the domain turned into pages."""

import logging

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _

from hengcai.base.errors import NotAllowed, NotNow, NotValid, Refusal
from hengcai.web.shell import ways
from hengcai.web.shell.says import sentence

log = logging.getLogger(__name__)
STATUS = {NotAllowed: 403, NotNow: 409, NotValid: 422}


class SignInMiddleware(LoginRequiredMiddleware):
    """Pages lead to the sign-in page; the API says 401."""

    def handle_no_permission(self, request, view_func):
        if request.path.startswith("/api/"):
            body = {
                "type": "hengcai:sign_in",
                "status": 401,
                "code": "sign_in",
                "detail": _("Sign in first."),
                "facts": {},
            }
            return JsonResponse(
                body, status=401, content_type="application/problem+json", json_dumps_params={"ensure_ascii": False}
            )
        return super().handle_no_permission(request, view_func)


class FirstPasswordMiddleware:
    """Whoever signed in with a first password sees nothing else before it is changed."""

    OPEN = ("/account/", "/language/", "/static/", "/healthz")

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not getattr(request.user, "must_change_password", False) or request.path.startswith(self.OPEN):
            return self.get_response(request)
        if request.path.startswith("/api/"):
            return problem_of(NotAllowed("accounts.password_to_change"), 403)
        return redirect("account_change_password")


def problem_of(refusal, status):
    body = {
        "type": f"hengcai:{refusal.code}",
        "status": status,
        "code": refusal.code,
        "detail": sentence(refusal),
        "facts": {},
    }
    return JsonResponse(
        body, status=status, content_type="application/problem+json", json_dumps_params={"ensure_ascii": False}
    )


class NoStoreMiddleware:
    """What a signed-in person was shown is kept by no cache: the next one at the machine must not find it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.user.is_authenticated:
            response.headers["Cache-Control"] = "private, no-store"
        return response


class LanguageMiddleware:
    """The cookie first (this browser's choice), then the person's, then the centre's."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        known = dict(settings.LANGUAGES)
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME) or getattr(request.user, "language", "")
        language = chosen if chosen in known else settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = translation.get_language()
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


class RefusalMiddleware:
    """403, 409 or 422 with the sentence of the refusal; anything else stays a bug and is logged whole."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not isinstance(exception, Refusal):
            return None
        status = next(code for kind, code in STATUS.items() if isinstance(exception, kind))
        way = ways.way_out(exception.code, request.user)
        facts = {"sentence": sentence(exception), "code": exception.code, "status": status, "way": way}
        return render(request, "shell/refused.html", facts, status=status)
