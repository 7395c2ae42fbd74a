"""考核申诉表: as it was filed, or blank."""

import pytest

from tests.appeals import appeal_scene as ap
from tests.paper.laying import everything, made

pytestmark = pytest.mark.django_db


def test_the_form_holds_what_was_filed_and_is_there_blank():
    one = ap.filed()
    text = everything(made("appeal", appeal=one.pk, reader="li"))
    assert all(said in text for said in (ap.PETITION.grounds, ap.PETITION.wanted, "☑"))
    assert "☐" in everything(made("appeal", reader="li"))
