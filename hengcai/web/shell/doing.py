"""A page with several forms: each sends in `do` which of them it is."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import Http404, HttpRequest

Doing = Callable[..., Any]


def done_by(doings: Mapping[str, Doing], request: HttpRequest) -> Doing:
    """What the form sent is for; a page that has no such form is not there."""
    found = doings.get(request.POST.get("do", ""))
    if found is None:
        raise Http404
    return found
