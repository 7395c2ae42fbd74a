"""Signed-in clients; the shipped framework, loaded once a module."""

import pytest

from tests.cast import user
from tests.framework.stage import in_force
from tests.standing import standing

standards = standing(in_force)


@pytest.fixture
def as_(client):
    def signed_in(name, language="en"):
        client.force_login(user(name))
        client.cookies["hengcai_language"] = language
        return client

    return signed_in
