"""Where messages go in these tests."""

from tests.inbox.channels.stage import place  # noqa: F401 - a fixture
