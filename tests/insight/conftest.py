"""Framework and policies are loaded once a module, inside a transaction that is rolled back at its end."""

import pytest
from django.db import transaction

from tests.insight import stage


@pytest.fixture(scope="module")
def standards(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        stage.standards()
        yield
        transaction.set_rollback(True)
