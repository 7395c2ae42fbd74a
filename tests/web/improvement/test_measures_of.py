"""From a finding to a measure: filled in already, offered by right only."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from hengcai.improvement.models import Remedy
from tests import cast
from tests.improvement.improving import raised

pytestmark = pytest.mark.django_db
TAG = """{% measures_of "complaint" 7 about="person" person=person finding="late" %}"""
CENTRE = """{% measures_of "recheck" 7 finding="late" %}"""


def shown(name, text=TAG, person=None):
    request = RequestFactory().get("/")
    request.user = cast.user(name)
    return Template(text).render(Context({"request": request, "person": person}))


def test_the_form_is_filled_in_for_whoever_may_raise_it_about_this_person(db):
    li = cast.li()
    cast.lin()
    html = shown("zhao", person=li)
    query = parse_qs(urlsplit(html.split('href="')[1].split('"')[0].replace("&amp;", "&")).query)
    assert query == {
        "source": ["complaint"],
        "source_id": ["7"],
        "about": ["person"],
        "finding": ["late"],
        "person": ["li"],
    }
    assert "person=li" in shown("feng", person=li)
    for name in ("li", "lin", "chen", "wu"):
        assert not shown(name, person=li).strip()


def test_a_lead_raises_nothing_about_the_centre_and_measures_are_shown_to_who_may_see_them(db):
    one = raised("process")
    Remedy.objects.filter(pk=one.pk).update(source="recheck", source_id=7)
    assert "improvement/add" in shown("zhou", CENTRE)
    assert f"#{one.pk}" in shown("wu", CENTRE)
    assert "improvement/add" not in shown("zhao", CENTRE)  # its owner sees it and raises none
    assert not shown("chen", CENTRE).strip()
