"""Standards and rated agents are brought in once for a module; every test takes back what it did."""

import pytest
from django.db import transaction

from tests.training.needs import rated_agents, standards


@pytest.fixture(scope="module")
def people(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        standards()
        yield rated_agents()
        transaction.set_rollback(True)


@pytest.fixture
def needs_db(people, db):
    return people
