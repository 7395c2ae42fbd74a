"""Places in a contact as they are shown."""

import pytest

from hengcai.web.shell.templatetags.hc import clock


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(None, ""), (0, "0:00"), (754.9, "12:34"), (3599, "59:59"), (3600, "1:00:00"), (89064, "24:44:24")],
)
def test_from_an_hour_on_hours_stand_before_the_minutes(seconds, shown):
    assert clock(seconds) == shown
