"""Before any library is in force."""

import pytest

from hengcai.framework.models import Framework
from tests.web.framework.asking import page, send

pytestmark = pytest.mark.django_db


def test_the_first_page_offers_the_shipped_library_to_those_who_may_put_it_in_force(as_):
    assert "Put the built-in library in force" in page(as_("zheng"), "see-framework")
    assert "Put the built-in library" not in page(as_("li"), "see-framework")
    send(as_("li"), "load-shipped-framework", status=403)
    send(as_("zheng"), "load-shipped-framework")
    assert Framework.objects.get().state == "published"


@pytest.mark.parametrize("name", ["see-model", "see-competency"])
def test_without_a_library_its_parts_are_not_found(as_, name):
    page(as_("li"), name, "listening", status=404)
