from allauth.account.urls import urlpatterns as account_patterns
from django.urls import URLPattern, URLResolver, include, path

from hengcai.api.urls import api

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
    "coaching",
    "appraisal",
    "training",
    "records",
    "appeals",
    "council",
    "consequences",
    "growth",
    "improvement",
    "insight",
)
# people get their accounts from an administrator: nobody signs up, confirms an address or resets by mail
SIGN_IN = {"account_login", "account_logout", "account_inactive", "account_reauthenticate", "account_change_password"}

urlpatterns: list[URLPattern | URLResolver] = [
    path("account/", include([one for one in account_patterns if one.name in SIGN_IN])),
    path("account/2fa/", include("allauth.mfa.urls")),
    *[path("", include(f"hengcai.web.{package}.urls")) for package in PAGES],
    path("api/", api.urls),
]

handler403 = "hengcai.web.shell.views.forbidden"
handler404 = "hengcai.web.shell.views.missing"
handler500 = "hengcai.web.shell.views.broken"
