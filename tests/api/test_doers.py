"""What the machine did by itself is said by programs as by pages: not under the name of an account nobody signs in as."""

import pytest
from django.test import Client

from tests import cast
from tests.api.asking import items
from tests.appeals import appeal_scene as ap

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("language", "said"), [("en", "The system"), ("zh-hans", "系统")])
def test_a_correction_that_an_appeal_led_to_is_the_systems(language, said):
    ap.answered()
    client, user = Client(), cast.user("zheng")
    type(user).objects.filter(pk=user.pk).update(language=language)
    client.force_login(cast.user("zheng"))
    assert [one["by"] for one in items(client, "/appraisal/corrections")] == [said]
    client.force_login(cast.user("li"))
    assert [one["by"] for one in items(client, "/appraisal/corrections")] == [None]
