from importlib import import_module
from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

PAGES = ("accounts", "audit", "people", "framework", "interactions", "quality", "appraisal", "insight")


def pages(package: str) -> URLResolver:
    return path("", include(f"hengcai.web.{package}.urls"))


urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("hengcai.web.shell.urls")),
    path("account/", include("allauth.account.urls")),
    path("account/2fa/", include("allauth.mfa.urls")),
    *[pages(package) for package in PAGES if find_spec(f"hengcai.web.{package}.urls")],
]
if find_spec("hengcai.api.urls"):
    urlpatterns.append(path("api/", import_module("hengcai.api.urls").api.urls))

handler403 = "hengcai.web.shell.views.forbidden"
handler404 = "hengcai.web.shell.views.missing"
handler500 = "hengcai.web.shell.views.broken"

if not find_spec("hengcai.web.insight.urls"):
    from hengcai.web.accounts.views import account

    urlpatterns.append(path("", account, name="home"))
