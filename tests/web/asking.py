"""Thousands of requests of one world: what is the same of each of them is done once, what nobody looks at is left out."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from unittest.mock import patch

from django.test import override_settings
from django.urls import URLResolver


@contextmanager
def many() -> Iterator[None]:
    """What lies behind an address is looked up once, who asks is read from the cookie, a template's context is not kept.
    Clients sign in within it."""
    found = patch.object(URLResolver, "resolve", cache(URLResolver.resolve))
    signed = override_settings(SESSION_ENGINE="django.contrib.sessions.backends.signed_cookies")
    with found, signed, patch("django.test.client.store_rendered_templates", lambda *_given, **_more: None):
        yield


@contextmanager
def nothing_drawn() -> Iterator[None]:
    """Where only the status counts: views, gates and refusals are as ever, the page is not laid out."""
    with patch("django.template.backends.django.Template.render", return_value=""):
        yield
