"""A page with several forms: each sends in `do` which of them it is."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest

from hengcai.base.errors import NotValid
from hengcai.web.shell.says import sentence

Doing = Callable[..., Any]


def done_by(doings: Mapping[str, Doing], request: HttpRequest) -> Doing:
    """What the form sent is for; a page that has no such form is not there."""
    found = doings.get(request.POST.get("do", ""))
    if found is None:
        raise Http404
    return found


def refusal_of(doings: Mapping[str, Doing], request: HttpRequest, thing: Any) -> NotValid | None:
    """Does what the form asks to the thing of the page and says so on the next; what was typed wrong, for this one."""
    doing = done_by(doings, request)
    try:
        messages.success(request, doing(request, thing))
    except NotValid as refused:
        return refused
    return None


def refusal_told(doings: Mapping[str, Doing], request: HttpRequest, thing: Any) -> str:
    """The same, as the sentence of the refusal; empty where there was none."""
    refused = refusal_of(doings, request, thing)
    return sentence(refused) if refused else ""
