"""Signed-in clients, and the standards of the appraisal's own tests."""

import pytest
from django.test import Client

from tests import cast
from tests.appraisal.conftest import standards  # noqa: F401 - used by name


@pytest.fixture
def visit(db):
    """visit(name) is a client signed in as one of the cast, reading English unless told otherwise."""

    def opened(name: str, language: str = "en") -> Client:
        client = Client()
        client.force_login(cast.user(name), backend="allauth.account.auth_backends.AuthenticationBackend")
        client.cookies["hengcai_language"] = language
        return client

    return opened
