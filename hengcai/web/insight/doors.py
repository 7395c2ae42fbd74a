"""Addresses of other packages' pages."""

from django.urls import NoReverseMatch, reverse
from django.utils.http import urlencode

LISTS = {
    "score-contact": "list-assignments", "fill-rating": "list-ratings", "judge-case": "list-cases",
    "see-cycle": "list-cycles", "see-import": "list-imports",
}  # fmt: skip


def found_url(name, *args):
    """Empty where there is no such page."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def page_url(page, key, query):
    """The page of the thing itself; its list where a thing has no page of its own."""
    found = found_url(page, *([key] if key is not None else [])) or found_url(LISTS.get(page, page))
    return f"{found}?{urlencode(query)}" if found and query else found


def late_lines(late):
    """What is late, each line with where it leads."""
    return [(line, page_url(line.page, line.key, line.query) if line.page else "") for line in late.lines]
