"""What is asked of a list, and what was asked last time: the address wins over what is remembered."""

from collections.abc import Callable, Collection, Mapping
from functools import wraps

from django.http import QueryDict
from django.shortcuts import redirect

from hengcai.accounts.actions import remember_list
from hengcai.accounts.queries import list_choice

KEEP, FORGET, BY_FORM = "keep", "forget", "form"
PASSING = {"page", "to", KEEP, FORGET}  # asked for once; no part of how a list is narrowed and sorted
LONGEST = 1_000
TICKED = "on"  # a box that starts ticked says so in an address with filters: without it, it was taken off


def remembers(listing: str, *, starts: Callable[[], Mapping[str, str]] = dict, passing: Collection[str] = ()):
    """A view whose filters and order are remembered under `listing`.

    `starts` names the filters that hold until something else is asked for; `passing` those that are not remembered.
    The form and every heading say `keep`: what they ask for is noted, and the address is left clean.
    """

    def decorate(view):
        @wraps(view)
        def run(request, *args, **kwargs):
            if request.method != "GET":
                return view(request, *args, **kwargs)
            if KEEP in request.GET or FORGET in request.GET:
                return _keep(request, listing, starts(), {*passing})
            if not request.GET.keys() - PASSING - {*passing} and (kept := list_choice(request.user, listing)):
                request.GET = _with(kept, request.GET)
            return view(request, *args, **kwargs)

        return run

    return decorate


def _keep(request, listing, starts, passing):
    """Asked for by a form, a box that is not there was left empty."""
    asked = QueryDict(mutable=True)
    boxes = [name for name, value in starts.items() if value == TICKED and request.GET.get(KEEP) == BY_FORM]
    sent = {} if FORGET in request.GET else {**dict.fromkeys(boxes, ""), **request.GET.dict()}
    for name, value in sent.items():
        is_usual = value.strip() == starts.get(name, "") and value != TICKED
        is_told = not is_usual or (name in passing and name not in starts)  # a tab has a name and no value
        if name not in PASSING and is_told:
            asked[name] = value.strip()
    if asked.dict() == {name: value for name, value in starts.items() if value == TICKED}:
        asked.clear()
    kept = asked.copy()
    for name in passing & kept.keys():
        del kept[name]
    query = kept.urlencode()
    if len(query) <= LONGEST and query != list_choice(request.user, listing):
        remember_list(request.user, by=request.user, listing=listing, query=query)
    return redirect(f"{request.path}?{asked.urlencode()}" if asked else request.path)


def _with(kept, now):
    """What is remembered, with the page or file asked for now."""
    found = QueryDict(kept, mutable=True)
    for name, value in now.items():
        found[name] = value
    return found
