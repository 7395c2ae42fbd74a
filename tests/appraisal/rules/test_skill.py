from fractions import Fraction

import pytest

from hengcai.appraisal.rules.evidence import Evidence
from hengcai.appraisal.rules.policy_file import default_skill_policy, parsed_skill_policy
from hengcai.appraisal.rules.skill import competency_levels, skill_score
from hengcai.base.errors import NotValid

POLICY = default_skill_policy()


def evidence(**scores: str) -> Evidence:
    """One item and one rater a source, five raters for customers and three for peers."""
    found = Evidence()
    for source, score in scores.items():
        for rater in range({"customer": 5, "peer": 3}.get(source, 1)):
            found.rate(source, rater=rater, item="listening", score=Fraction(score))
    return found


def test_weights_are_applied_and_the_score_is_rounded_once() -> None:
    score = skill_score(evidence(superior="4.5", self="4", peer="5", customer="4.2", practical="3"), POLICY)
    assert score.exact == Fraction("4.24")
    assert (score.final, score.band, score.status, score.reasons) == ("4.2", "good", "scored", ())
    assert score.as_json()["exact"] == "4.2400"
    assert score.as_json()["sources"]["superior"] == {
        "score": "4.5000", "weight": "0.40", "used_weight": "0.4000", "n_raters": 1, "n_ratings": 1,
    }  # fmt: skip


def test_four_point_four_four_nine_nine_nine_five_is_four_point_four() -> None:
    score = skill_score(evidence(**dict.fromkeys(POLICY.sources, "4.449995")), POLICY)
    assert (score.final, score.as_json()["exact"], score.band) == ("4.4", "4.4500", "good")


def test_a_half_goes_up_and_the_band_follows_the_rounded_score() -> None:
    score = skill_score(evidence(**dict.fromkeys(POLICY.sources, "4.45")), POLICY)
    assert (score.final, score.band) == ("4.5", "excellent")


def test_a_missing_source_gives_its_weight_to_the_others() -> None:
    score = skill_score(evidence(superior="4", self="3", practical="5"), POLICY)
    assert score.exact == (Fraction("1.6") + Fraction("0.6") + Fraction("0.5")) / Fraction("0.7")
    assert score.reasons == ("missing:peer", "missing:customer")
    sources = score.as_json()["sources"]
    assert [sources[name]["used_weight"] for name in sources] == ["0.5714", "0.2857", "0.0000", "0.0000", "0.1429"]
    assert sources["peer"] == {"score": None, "weight": "0.10", "used_weight": "0.0000", "n_raters": 0, "n_ratings": 0}


def test_below_the_minimum_there_is_no_score_and_no_used_weight() -> None:
    score = skill_score(evidence(superior="4", self="3"), POLICY)
    assert (score.exact, score.final, score.band, score.status) == (None, None, None, "not_enough_evidence")
    assert score.reasons == ("missing:peer", "missing:customer", "missing:practical", "minimum_evidence")
    sources = score.as_json()["sources"]
    assert {one["used_weight"] for one in sources.values()} == {None}
    assert sources["superior"]["score"] == "4.0000"


def test_without_the_superior_there_is_no_score_whatever_the_weight() -> None:
    policy = parsed_skill_policy("minimum_evidence: {required: [superior], weight: '0.10'}", file="p")
    score = skill_score(evidence(self="4", peer="4", customer="4", practical="4"), policy)
    assert (score.status, score.reasons) == ("not_enough_evidence", ("missing:superior", "required:superior"))


def test_reasons_keep_their_order() -> None:
    found = evidence(self="4")
    found.rate_as_customer(5)
    score = skill_score(found, POLICY)
    assert score.reasons == (
        "missing:superior", "missing:peer", "missing:practical", "few:customer", "required:superior", "minimum_evidence",
    )  # fmt: skip
    assert score.sources["customer"].n_ratings == 0


def test_customers_count_from_five_ratings_on_wherever_they_come_from() -> None:
    for count, is_there in ((4, False), (5, True)):
        apart, among = evidence(superior="4"), evidence(superior="4")
        for rater in range(count):
            apart.rate_as_customer(Fraction(rater + 1))
            among.rate("customer", rater=rater, item="satisfaction", score=rater + 1)
        among.rate("customer", rater="silent", item="satisfaction", score=None)
        for found, n_raters in ((apart, 0), (among, count)):
            customer = skill_score(found, POLICY).sources["customer"]
            assert (customer.score is not None) == is_there
            if is_there:
                assert (customer.score, customer.n_raters, customer.n_ratings) == (3, n_raters, count)


def test_customers_from_two_places_are_refused() -> None:
    found = evidence(customer="4")
    found.rate_as_customer(5)
    with pytest.raises(NotValid) as refusal:
        skill_score(found, POLICY)
    assert refusal.value.code == "appraisal.customers_twice"


@pytest.mark.parametrize(
    ("first", "resit", "counts"),
    [
        ("50", None, "50"),
        ("50", "80", "60"),
        ("50", "55", "55"),
        ("50", "40", "50"),
        (None, "80", "60"),
        ("65", "90", "65"),
    ],
)
def test_a_resit_counts_when_better_and_then_at_most_sixty(first: str | None, resit: str | None, counts: str) -> None:
    found = Evidence()
    for attempt, mark in ((1, first), (2, resit)):
        found.mark("theory", attempt=attempt, mark=None if mark is None else Fraction(mark))
    expected = Evidence()
    expected.mark("theory", attempt=1, mark=Fraction(counts))
    assert (
        skill_score(found, POLICY).sources["practical"].score
        == skill_score(expected, POLICY).sources["practical"].score
    )


def test_the_practical_source_is_the_mean_of_scenario_and_written_mark() -> None:
    found = evidence(practical="4")
    found.mark("theory", attempt=1, mark=Fraction(60))
    found.mark("system", attempt=1, mark=Fraction(100))
    found.mark("absent", attempt=1, mark=None)
    practical = skill_score(found, POLICY).sources["practical"]
    assert practical.score == (4 + Fraction(4)) / 2
    assert (practical.n_raters, practical.n_ratings) == (1, 3)
    only_marks = Evidence()
    only_marks.mark("theory", attempt=1, mark=Fraction(30))
    practical = skill_score(only_marks, POLICY).sources["practical"]
    assert (practical.score, practical.n_raters, practical.n_ratings) == (2, 0, 1)


def test_a_mark_given_twice_is_refused_even_without_a_value() -> None:
    found = Evidence()
    found.mark("theory", attempt=1, mark=None)
    with pytest.raises(NotValid) as refusal:
        found.mark("theory", attempt=1, mark=Fraction(60))
    assert refusal.value.code == "appraisal.mark_twice"


def test_items_are_means_over_raters_and_sources_means_over_items() -> None:
    found = evidence(superior="4")
    for rater, item, score in (("a", "x", 5), ("b", "x", 4), ("c", "x", None), ("a", "y", 2), ("d", "z", None)):
        found.rate("practical", rater=rater, item=item, score=score)
    said = skill_score(found, POLICY).sources["practical"]
    assert (said.score, said.n_raters, said.n_ratings) == (Fraction("3.25"), 2, 3)


@pytest.mark.parametrize(("peers", "is_there"), [(1, False), (2, False), (3, True), (5, True)])
def test_peers_count_from_three_raters_on(peers: int, is_there: bool) -> None:
    found = evidence(superior="4", self="4", practical="4")
    without = skill_score(found, POLICY)
    for rater in range(peers):
        found.rate("peer", rater=rater, item="collaboration", score=1)
    found.rate("peer", rater="saw nothing", item="collaboration", score=None)
    score = skill_score(found, POLICY)
    assert (score.exact != without.exact) == is_there
    assert score.reasons == (("missing:customer",) if is_there else ("missing:customer", "few:peer"))
    assert (score.sources["peer"].n_raters, score.sources["peer"].n_ratings) == ((peers, peers) if is_there else (0, 0))
    assert ("peer" in str(competency_levels(found, POLICY)["collaboration"].reasons)) != is_there


def test_few_customers_are_told_before_few_peers_and_the_minimum_is_the_policys() -> None:
    found = evidence(superior="4", self="4", practical="4")
    found.rate("peer", rater="a", item="collaboration", score=1)
    found.rate_as_customer(5)
    assert skill_score(found, POLICY).reasons == ("few:customer", "few:peer")
    policy = parsed_skill_policy("peer_minimum: 1", file="p")
    assert skill_score(found, policy).sources["peer"].score == 1


def test_item_weights_of_the_policy_count_and_one_where_not_named() -> None:
    policy = parsed_skill_policy("item_weights: {x: '2.5', quiet: '0'}", file="p")
    found = Evidence()
    for item, score in (("x", 4), ("y", 2), ("quiet", 1)):
        found.rate("superior", rater="a", item=item, score=score)
    found.rate("self", rater="a", item="quiet", score=1)
    score = skill_score(found, policy)
    assert score.sources["superior"].score == Fraction(12) / Fraction("3.5")
    assert "missing:self" in score.reasons


def test_the_same_rater_and_item_twice_is_refused_even_unobserved() -> None:
    found = Evidence()
    found.rate("peer", rater="a", item="x", score=None)
    with pytest.raises(NotValid) as refusal:
        found.rate("peer", rater="a", item="x", score=4)
    assert refusal.value.code == "appraisal.rating_twice"


def test_a_policy_without_a_source_still_lists_it_with_no_weight() -> None:
    policy = parsed_skill_policy('sources: {superior: "0.6", quality: "0.4"}', file="p")
    score = skill_score(evidence(superior="4", self="2", quality="5"), policy)
    assert score.exact == Fraction("4.4")
    sources = score.as_json()["sources"]
    assert list(sources) == ["superior", "quality", "self", "peer", "customer", "practical"]
    assert sources["self"] == {"score": "2.0000", "weight": "0", "used_weight": "0.0000", "n_raters": 1, "n_ratings": 1}
    assert score.reasons == ()


def test_nothing_at_all_is_never_a_score() -> None:
    policy = parsed_skill_policy("minimum_evidence: {required: [], weight: '0'}", file="p")
    score = skill_score(Evidence(), policy)
    assert (score.status, score.reasons[-1]) == ("not_enough_evidence", "minimum_evidence")


def test_a_competencys_level_is_the_same_arithmetic_over_that_item_alone() -> None:
    found = Evidence()
    for source, item, score in (
        ("superior", "listening", 4), ("self", "listening", 5), ("practical", "listening", 3), ("peer", "collaboration", 5),
        ("superior", "collaboration", 3), ("self", "silent", None),
    ):  # fmt: skip
        found.rate(source, rater="a", item=item, score=score)
    found.rate("customer", rater="c", item="listening", score=1)
    found.mark("theory", attempt=1, mark=Fraction(100))
    levels = competency_levels(found, POLICY)
    assert set(levels) == {"listening", "collaboration"}
    assert levels["listening"].exact == (Fraction("1.6") + 1 + Fraction("0.3")) / Fraction("0.7")
    assert levels["listening"].final == "4.1"
    assert levels["listening"].reasons == ("missing:peer", "few:customer")
    assert levels["collaboration"].status == "not_enough_evidence"
