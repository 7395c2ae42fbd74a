"""The rating standard of a post on paper."""

import pytest

from hengcai.base.bilingual import Bilingual
from hengcai.framework.models import Post
from tests.paper.laying import made, tables

pytestmark = pytest.mark.usefixtures("standards")


def test_the_standard_names_every_indicator_with_its_anchors(db):
    form = made("skill-standard", post=Post.objects.get(code="inbound"))
    rows = [row for table in tables(form) for row in table.rows]
    assert len(rows) > 20
    assert all(row[3] and row[5] for row in rows)
    assert [row[0] for row in rows if row[0]][:2] == ["沟通与表达", "问题解决"]


def test_an_ability_without_indicators_shows_its_own_anchors(db):
    hiring = Post.objects.create(code="hiring", name=Bilingual("招聘", "Hiring"), model_code="person_quality")
    rows = [row for table in tables(made("skill-standard", post=hiring)) for row in table.rows]
    assert len(rows) == 19
    assert all(row[0] and row[2] and row[4] for row in rows)
