"""The published month is made once for all tests of this folder; each test takes back what it did."""

import pytest
from django.db import transaction

from tests.appeals import appeal_scene as ap


@pytest.fixture(scope="package")
def month(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield ap.make_month()
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _month(month, db):
    """Before the test's own transaction, so that what it does is taken back and this is not."""
