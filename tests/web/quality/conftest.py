import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import cast


@pytest.fixture
def enter(client):
    def sign_in(name, language="en"):
        client.cookies["hengcai_language"] = language
        client.force_login(cast.user(name))
        return client

    return sign_in


@pytest.fixture
def queries():
    """How many queries a page takes once everything that is read once has been."""

    def of(client, address):
        client.get(address)
        with CaptureQueriesContext(connection) as seen:
            assert client.get(address).status_code == 200
        return len(seen)

    return of
