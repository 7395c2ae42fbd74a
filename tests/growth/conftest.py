"""Framework and policies are loaded once a module, inside a transaction that is rolled back at its end."""

import pytest
from django.db import transaction

from tests.appraisal.stage import in_force_everything


@pytest.fixture(scope="module")
def standards(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        in_force_everything()
        yield
        transaction.set_rollback(True)
