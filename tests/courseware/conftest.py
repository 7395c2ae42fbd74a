"""The framework is brought in once for a module; packages lie in a folder of the test's own."""

import pytest

from tests.standing import standing
from tests.training.needs import standards

made = standing(standards)


@pytest.fixture
def course_db(made, db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return made
