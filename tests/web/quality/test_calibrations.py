"""What the pages of calibration must not show, and when."""

import pytest
from django.urls import reverse

from tests import cast
from tests.quality import calibrating as cal

pytestmark = pytest.mark.django_db


def test_the_agents_name_and_others_marks_are_on_no_page_until_ones_own_are_in(enter):
    one = cal.begin(cal.plan())
    cal.score(one, "tang")
    li = cast.li()
    li.name = "Secretperson"
    li.save()
    sheet = reverse("score-blind", args=[one.pk, 1])
    chen = enter("chen")
    pages = [chen.get(path).content for path in (sheet, reverse("see-calibration", args=[one.pk]))]
    assert all(b"Secretperson" not in page and b"not asked<" not in page and b"cut in" not in page for page in pages)
    cal.score(one, "chen")
    shown = chen.get(reverse("see-calibration", args=[one.pk])).content
    assert b"Secretperson" in shown
    assert b"cut in" not in shown


def test_the_chair_sees_no_mark_before_the_reveal(enter):
    one = cal.score(cal.begin(cal.plan()))
    path = reverse("see-calibration", args=[one.pk])
    assert b"cut in" not in enter("feng").get(path).content
    cal.reveal(one)
    assert b"cut in" in enter("feng").get(path).content
