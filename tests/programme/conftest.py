"""A published quarter with gaps, brought in once for a module."""

import pytest

from tests.programme.scene import quarter
from tests.standing import standing

held = standing(quarter)


@pytest.fixture
def gaps_db(held, db):
    return held
