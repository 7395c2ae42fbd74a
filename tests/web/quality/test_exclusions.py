"""Who does not score whom, in the pages."""

import pytest
from django.urls import reverse

from hengcai.quality.assigning_models import Exclusion
from tests import cast

pytestmark = pytest.mark.django_db


def entered(client, **more):
    facts = {"analyst": cast.user("chen").pk, "agent": "li", "reason": "relative", "note": "", **more}
    return client.post(reverse("enter-exclusion"), facts)


def test_hr_enters_and_ends_an_exclusion_and_the_list_shows_what_holds(enter):
    client, _li = enter("wu"), cast.li()
    assert "No exclusions have been entered." in client.get(reverse("list-exclusions")).content.decode()
    assert entered(client).status_code == 302
    text = client.get(reverse("list-exclusions")).content.decode()
    assert "Relative" in text
    assert "Enter an exclusion" in text
    made = Exclusion.objects.get()
    assert client.post(reverse("end-exclusion", args=[made.pk])).status_code == 302
    assert client.post(reverse("end-exclusion", args=[made.pk])).status_code == 409
    assert "Relative" not in client.get(reverse("list-exclusions")).content.decode()


@pytest.mark.parametrize(
    ("wrong", "words"),
    [({"agent": "ghost"}, "No one has this number"), ({"reason": "other"}, "If you choose “Other”, enter the reason."), ({"analyst": ""}, "required")],
)  # fmt: skip
def test_what_is_wrong_stands_beside_the_field_and_nothing_is_kept(enter, wrong, words):
    cast.li()
    answer = entered(enter("feng"), **wrong)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Exclusion.objects.exists()


def test_an_analyst_reads_their_own_and_enters_none(enter):
    cast.li()
    entered(enter("feng"))
    entered(enter("feng"), analyst=cast.user("cao").pk, reason="former_team")
    text = enter("chen").get(reverse("list-exclusions")).content.decode()
    assert "Relative" in text
    assert "Former team" not in text
    assert "Enter an exclusion" not in text
    assert entered(enter("chen")).status_code == 403
