"""Rating patterns on the page and through the API: to whom they are shown, and what is done about them."""

import pytest

from hengcai.appraisal import actions
from hengcai.appraisal.models import Pattern, Policy, Settlement
from tests import cast
from tests.appraisal import stage

pytestmark = pytest.mark.usefixtures("standards")
FIGURES = {"value": "0.1", "expected": "0.6", "chance": "0.0004", "looks": 9, "n": 4, "adjusted": "0.004"}


@pytest.fixture
def cycle(db):
    made = stage.open_quarter()
    for name in ("li", "wang"):
        stage.rate_by_file(stage.task(made, name, "self"))
        stage.rate_by_file(stage.task(made, name), level=5)
    return actions.compute_cycle(made, by=cast.user("zheng"))


def pattern(cycle, *concerns, kind="halo", source="superior", rater="zhao"):
    facts = {"rater": stage.person(rater) if rater else None, "key": f"{kind}:{concerns}"}
    made = Pattern.objects.create(cycle=cycle, kind=kind, source=source, **facts, **FIGURES)
    made.concerns.set([stage.person(name) for name in concerns])
    return made


def read(client, address):
    return client.get(address).content.decode()


def test_a_pattern_says_what_was_seen_and_how_likely_chance_makes_it(visit, cycle):
    pattern(cycle, "zhao", "li")
    text = read(visit("wu"), f"/cycles/{cycle.pk}/patterns/")
    assert "In Zhao’s 4 forms, the items hardly differ" in text
    assert (
        "The probability of this by chance is 0.04% for one rater; 9 were checked, so 0.0036 would be expected by chance."
        in text
    )
    assert f"/cycles/{cycle.pk}/raters/?rater={stage.person('zhao').pk}" in text
    assert "1 rating pattern not explained by chance" in read(visit("wu"), f"/cycles/{cycle.pk}/")


def test_peers_are_named_to_the_group_on_page_and_api_and_to_nobody_else(visit, cycle):
    pattern(cycle, "li", "he", kind="mutual", source="peer", rater=None)
    addresses = f"/cycles/{cycle.pk}/patterns/", f"/api/appraisal/patterns?cycle={cycle.pk}"
    for address in addresses:
        shown = read(visit("zheng"), address)
        assert "Li" in shown or '"li"' in shown
        assert "mutual" in shown
        for name in ("wu", "qian"):
            told = read(visit(name), address)
            assert "mutual" not in told.replace("kind=mutual", "")


def test_it_is_settled_with_a_reason_and_never_by_whom_it_concerns(visit, cycle):
    one = pattern(cycle, "zheng", "li", rater="zheng")
    address = f"/cycles/patterns/{one.pk}/"
    assert visit("zheng").post(address, {"do": "settle", "reason": "mine"}).status_code == 404
    assert visit("zhao").post(address, {"do": "settle", "reason": "mine"}).status_code == 403
    assert visit("wu").post(address, {"do": "settle", "reason": "the calls bear it out"}).status_code == 302
    assert Settlement.objects.get().reason == "the calls bear it out"
    assert "Resolved by" in read(visit("wu"), f"/cycles/{cycle.pk}/patterns/")


def test_raters_with_their_load_and_one_raters_forms(visit, cycle):
    listed = read(visit("wu"), f"/cycles/{cycle.pk}/raters/")
    assert "Zhao" in listed
    assert "more than 20 forms, or submitted two in one sitting less than 2 minutes" in listed
    assert "many forms" not in listed
    Policy.objects.filter(pk=cycle.policy_id).update(text='workload: {forms: "1", minutes: "0.5"}')
    ours = read(visit("wu"), f"/cycles/{cycle.pk}/raters/")
    assert "more than 1 forms, or submitted two in one sitting less than 0.5 minutes" in ours
    assert "many forms" in ours
    forms = read(visit("wu"), f"/cycles/{cycle.pk}/raters/?rater={stage.person('zhao').pk}")
    assert "Zhao: 2 forms submitted" in forms
    peer = stage.task(cycle, "li", "peer").rater
    assert visit("wu").get(f"/cycles/{cycle.pk}/raters/?rater={peer.pk}").status_code == 404


def test_the_distribution_has_teams_and_raters(visit, cycle):
    teams = read(visit("qian"), f"/cycles/{cycle.pk}/distribution/")
    assert "Standard deviation" in teams
    raters = read(visit("qian"), f"/cycles/{cycle.pk}/distribution/?by=rater")
    assert "Zhao" in raters
    assert "5.00" in raters


def test_peers_behind_a_finding_on_a_person_are_named_to_nobody(visit, cycle):
    peer = stage.task(cycle, "li", "peer").rater
    made = pattern(cycle, "li", kind="disagree", source="superior", rater=None)
    Pattern.objects.filter(pk=made.pk).update(other="peer", participant=stage.participant(cycle))
    made.concerns.add(peer)
    for name in ("zheng", "wu", "qian"):
        for address in (f"/cycles/{cycle.pk}/patterns/", f"/api/appraisal/patterns?cycle={cycle.pk}"):
            told = read(visit(name), address)
            assert "disagree" in told
            assert peer.number not in told
            assert peer.name not in told
