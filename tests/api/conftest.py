import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import cast
from tests.appraisal.conftest import standards  # noqa: F401 - the same framework and policies as there


@pytest.fixture
def enter(db):
    """A signed-in program; `csrf=True` for one that is checked like a browser."""

    def sign_in(name, *, language="en", csrf=False):
        client = Client(enforce_csrf_checks=csrf)
        client.cookies["hengcai_language"] = language
        client.force_login(cast.user(name))
        return client

    return sign_in


@pytest.fixture
def queries():
    """How many queries an answer takes once everything that is read once has been."""

    def of(client, address):
        client.get(address)
        with CaptureQueriesContext(connection) as seen:
            assert client.get(address).status_code == 200
        return len(seen)

    return of
