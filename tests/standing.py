"""What every test of a module stands on, made once: inside a transaction that is rolled back at the module's end."""

from collections.abc import Callable

import pytest
from django.db import transaction


def standing(build: Callable[[], object]):
    """A fixture of its module's length; each test's own changes are taken back to what `build` left."""

    @pytest.fixture(scope="module")
    def made(django_db_setup, django_db_blocker):
        with django_db_blocker.unblock(), transaction.atomic():
            build()
            yield
            transaction.set_rollback(True)

    return made
