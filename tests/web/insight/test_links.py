"""Results, forms and evaluations: whoever may open them may open what they link to."""

import re

import pytest

from hengcai.appraisal.models import RatingTask
from tests import cast
from tests.insight import stage
from tests.web.asking import nothing_drawn

pytestmark = pytest.mark.usefixtures("standards")
LINK = re.compile(r'href="(/[^"#]*)')


def dead(client, address):
    page = client.get(address)
    assert page.status_code == 200, address
    links = {link.replace("&amp;", "&") for link in LINK.findall(page.content.decode()) if "/static/" not in link}
    with nothing_drawn():
        return {link: status for link in sorted(links) if (status := client.get(link).status_code) >= 400}


@pytest.mark.parametrize("reader", ["li", "zhao", "wu", "zheng", "qian"])
def test_no_link_of_a_result_is_dead(db, client, reader):
    result = stage.rated(stage.quarter(), peers=(4, 5, 4))
    stage.evaluated("li", "2", comment="did not wait for an answer", turn=0)
    client.force_login(cast.user(reader))
    assert dead(client, f"/results/{result.pk}/") == {}


@pytest.mark.parametrize(("reader", "source"), [("zhao", "superior"), ("li", "self"), ("zhou", "practical")])
def test_no_link_of_a_rating_form_is_dead(db, client, reader, source):
    result = stage.rated(stage.quarter(state="collecting"), peers=(4, 5, 4))
    stage.evaluated("li", "2", comment="did not wait for an answer", turn=0)
    client.force_login(cast.user(reader))
    form = RatingTask.objects.get(participant=result.participant, source=source)
    assert dead(client, f"/ratings/{form.pk}/") == {}


@pytest.mark.parametrize("reader", ["li", "zhao", "feng", "chen", "zhou", "wu"])
def test_no_link_of_an_evaluation_is_dead(db, client, reader):
    made = stage.evaluated("li", "2", comment="did not wait for an answer", turn=0)
    client.force_login(cast.user(reader))
    assert dead(client, f"/quality/evaluations/{made.pk}/") == {}
