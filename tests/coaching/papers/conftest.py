"""The tests of whole pages stand on the standards of the reports."""

from tests.insight.conftest import standards  # noqa: F401 - a fixture
