"""What decides whether a fair score is told, and what correction does to a final score."""

from decimal import Decimal

import numpy as np
import pytest

from hengcai.appraisal.rules import fair
from hengcai.appraisal.rules.fair import Corrected, Lines
from hengcai.appraisal.rules.policy_file import parsed_skill_policy
from hengcai.measurement.fair_scores.ratings import contact_ratings
from hengcai.measurement.fair_scores.scores import Options, fair_scores


def fitted(agents: str, raters: str, scores: list[float], **options):
    ratings = contact_ratings(agents, raters, [0] * len(scores), scores=scores)
    return fair.why_unknown(fair_scores(ratings, options=Options(is_whole=True, **options)), rows=len(scores))


def test_each_superior_with_a_team_of_their_own_is_not_linked():
    assert fitted("ABCD", "rrss", [4, 3, 5, 4]) == "not_linked"


def test_one_rater_tells_no_severity():
    assert fitted("ABC", "rrr", [4, 3, 5]) == "one_rater"


def test_a_few_rated_twice_leave_the_interval_unknown():
    assert fitted("ABCDAC", "rrsssr", [4, 3, 5, 4, 3, 4]) == "no_interval"


def test_enough_rated_twice_are_told():
    dice = np.random.default_rng(1)
    agents = "".join(chr(65 + n) for n in range(20)) * 2
    raters = "r" * 10 + "s" * 10 + "s" * 10 + "r" * 10
    assert fitted(agents, raters, list(dice.normal(4, 0.4, 40))) == ""


def test_bands_begin_where_rounding_lifts_a_score_into_them():
    lines = fair.lines_of(parsed_skill_policy("name: skill\nversion: 1\n", file="policy"))
    assert lines.codes == ["excellent", "good", "to_improve"]
    assert lines.cuts == pytest.approx((3.45, 4.45))


def test_probabilities_are_told_best_first():
    assert Lines(["a", "b", "c"], [90, 60, 0]).told([0.1, 0.2, 0.7]) == [["a", 0.7], ["b", 0.2], ["c", 0.1]]


def test_a_final_score_moves_by_what_its_sources_moved_by_their_weight():
    known = {"superior": Corrected(4.0, 3.5, 0.2, 2), "peer": Corrected(4.2, 4.4, 0.3, 3)}
    weights = {"superior": 0.4, "peer": 0.1, "self": 0.2, "customer": 0.2}
    found = fair.final_corrected(4.0, weights, known, [(Decimal(5), 2), (Decimal(3), 2)])
    assert found.fair == pytest.approx(4 - 0.4 * 0.5 + 0.1 * 0.2)
    assert found.sd**2 == pytest.approx(0.08**2 + 0.03**2 + 0.2**2 * (4 / 3) / 4)


def test_one_customer_adds_no_error_that_could_be_known():
    assert fair.customer_variance([(Decimal(4), 1)]) == 0
    assert fair.customer_variance([]) == 0


def test_raters_drawn_by_lot_leave_the_mean_and_give_it_the_error_of_the_draw():
    people, scores = [1] * 3 + [2] * 3 + [3] * 5, [3, 4, 5, 2, 2, 2, 4, 4, 4, 4, 4]
    found = fair.drawn_by_lot(people, scores)
    assert (found[1].raw, found[1].fair, found[1].n) == (4, 4, 3)
    assert found[1].sd == pytest.approx((2 / 8 / 3) ** 0.5)
    assert found[3].sd == pytest.approx((2 / 8 / 5) ** 0.5)
    assert fair.drawn_by_lot([1, 1, 2], [3, 4, 5]) == {}
