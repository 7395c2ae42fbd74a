from allauth.account.urls import urlpatterns as account_patterns
from django.urls import URLPattern, URLResolver, include, path
from django.urls.resolvers import RoutePattern

PAGES = (
    "shell",
    "accounts",
    "audit",
    "people",
    "inbox",
    "framework",
    "interactions",
    "quality",
    "assessment",
    "questions",
    "simulation",
    "coaching",
    "appraisal",
    "review",
    "training",
    "records",
    "appeals",
    "council",
    "consequences",
    "growth",
    "programme",
    "mentoring",
    "courseware",
    "bulletins",
    "improvement",
    "insight",
)
# people get their accounts from an administrator: nobody signs up, confirms an address or resets by mail
SIGN_IN = {"account_login", "account_logout", "account_inactive", "account_reauthenticate", "account_change_password"}


class LateResolver(URLResolver):
    """Imports its addresses when somebody asks for one of them: the API's shapes take 30 MB of a server that may never be
    asked. No page names an address of the API."""

    def _populate(self) -> None:
        if "urlconf_module" in self.__dict__:
            super()._populate()


urlpatterns: list[URLPattern | URLResolver] = [
    path("account/", include([one for one in account_patterns if one.name in SIGN_IN])),
    path("account/2fa/", include("allauth.mfa.urls")),
    *[path("", include(f"hengcai.web.{package}.urls")) for package in PAGES],
    LateResolver(RoutePattern("api/"), "hengcai.api.patterns", app_name="ninja", namespace="api"),
]

handler403 = "hengcai.web.shell.views.forbidden"
handler404 = "hengcai.web.shell.views.missing"
handler500 = "hengcai.web.shell.views.broken"
