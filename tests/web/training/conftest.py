"""The framework is brought in once for a module."""

import pytest

from tests.standing import standing
from tests.training.needs import standards

made = standing(standards)


@pytest.fixture
def course_db(made, db):
    return made
