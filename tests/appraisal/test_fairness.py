"""Fair scores beside the results: told where raters overlap enough, and why not where they do not."""

import random
from datetime import date
from decimal import Decimal

import pytest

from hengcai.appraisal import actions
from hengcai.appraisal.models import FairDesign, FairScore, Participant, RatingTask, Result
from hengcai.appraisal.rules.rulings import Part, Ruled
from hengcai.base.errors import NotAllowed
from hengcai.people.models import Person, Placement
from hengcai.quality.models import Assignment, Evaluation
from tests import cast
from tests.appraisal import stage
from tests.appraisal.refusals import refused
from tests.insight.stage import card

pytestmark = pytest.mark.usefixtures("standards")
HARSH = {"zhao": -1, "lin": 1}


def two_teams(size: int = 6):
    """Zhao marks a level below what everybody deserves, Lin one above; both report to Wu."""
    stage.in_force_everything()
    for name in ("li", "he"):
        stage.person(name)
    for lead, team in (("zhao", "one"), ("lin", "two")):
        for number in range(size):
            stage.colleague(f"{lead}{number}", post="inbound", team=team, lead=lead)
    boss = cast.person("wu")
    Placement.objects.filter(person__number__in=HARSH).update(lead=boss)
    return actions.open_cycle(stage.cycle(), by=cast.user("zheng"), today=stage.END)


def rate(cycle, *, noise: float = 0.0):
    """Everybody deserves a 3, but for what chance adds; Wu judges as it is."""
    dice = random.Random(4)
    forms = RatingTask.objects.filter(participant__cycle=cycle, source="superior").select_related(
        "participant__cycle__framework", "participant__post", "participant__person", "rater"
    )
    for form in forms.order_by("pk"):
        level = 3 + HARSH.get(form.rater.number, 0) + (dice.choice([-1, 0, 0, 1]) if dice.random() < noise else 0)
        stage.rate_by_file(form, level=min(5, max(1, level)))


def told(cycle, basis: str) -> dict[str, FairScore]:
    rows = FairScore.objects.filter(result__participant__cycle=cycle, basis=basis)
    return {row.result.participant.person.number: row for row in rows}


def test_teams_that_never_meet_are_not_corrected_and_told_what_would_link_them(db):
    cycle = two_teams()
    rate(cycle)
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    design = FairDesign.objects.get(cycle=cycle, basis="superior")
    assert design.unknown == "not_linked"
    names = [
        set(Person.objects.filter(pk__in=part).values_list("number", flat=True)) for part in design.detail["subsets"]
    ]
    assert {"zhao"} in names
    assert {"lin"} in names
    assert design.detail["fewest"] == len(names) - 1
    found = told(cycle, "superior")["zhao0"]
    assert (found.unknown, found.fair, found.raw) == ("not_linked", None, Decimal(2))


def test_second_forms_go_to_the_superiors_superior_once(db):
    cycle = two_teams(size=12)
    by = cast.user("zheng")
    assert actions.draw_second_superiors(cycle, by=by) >= 4
    twice = RatingTask.objects.filter(participant__cycle=cycle, source="superior", rater__number="wu")
    above = twice.filter(participant__placement__lead__number__in=HARSH)
    assert {row.participant.placement.lead.number for row in above} == set(HARSH)
    assert not twice.filter(participant__person__number="wu").exists()
    refused("appraisal.drawn_twice_already", actions.draw_second_superiors, cycle, by=by)
    with pytest.raises(NotAllowed):
        actions.draw_second_superiors(cycle, by=cast.user("zhao"))


def test_severity_is_taken_out_where_superiors_overlap(db):
    cycle = two_teams(size=40)
    actions.draw_second_superiors(cycle, by=cast.user("zheng"))
    extra = Participant.objects.filter(
        cycle=cycle, person__number__in=[f"{lead}{n}" for lead in HARSH for n in range(9)]
    )
    for one in extra:
        actions.add_rater(one, by=cast.user("zheng"), source="superior", rater=cast.person("wu"))
    rate(cycle, noise=0.3)
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    design = FairDesign.objects.get(cycle=cycle, basis="superior")
    assert design.unknown == ""
    severity = {one["rater"]: one["severity"] for one in design.detail["severities"]}
    assert severity[cast.person("zhao").pk] - severity[cast.person("lin").pk] == pytest.approx(2, abs=0.35)
    found = told(cycle, "superior")
    assert abs(found["zhao20"].fair - found["lin20"].fair) < Decimal("0.7")
    assert found["zhao20"].low < found["zhao20"].fair < found["zhao20"].high


def test_a_final_score_without_peers_linked_says_so(db):
    cycle = two_teams(size=3)
    rate(cycle)
    for form in RatingTask.objects.filter(participant__cycle=cycle, source="self").select_related("participant__post"):
        form.participant.cycle = cycle
        stage.rate_by_file(form, level=3)
    for who in ("zhao0", "lin1"):
        for number in range(6):
            stage.contact(Person.objects.get(number=who), number, csat="4")
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    found = told(cycle, "final")["zhao0"]
    assert found.unknown == "not_linked"
    assert found.raw is not None
    assert "li" not in told(cycle, "final") or told(cycle, "final")["li"].unknown


def evaluated(cycle, *, raters: int = 2, each: int = 4) -> None:
    """Contacts of everybody, each by an analyst drawn; the second analyst takes ten points more."""
    dice, item = random.Random(3), card()
    analysts = [cast.user("chen"), cast.user("feng")][:raters]
    for one in Participant.objects.filter(cycle=cycle).select_related("person"):
        for number in range(each):
            who = dice.randrange(raters)
            seen = stage.contact(one.person, 900 + number, on=date(2026, 3, 12))
            given = Assignment.objects.create(
                contact=seen, analyst=analysts[who], scorecard=item.section.scorecard, assigned_by=analysts[0],
                assigned_at=seen.started_at, due_on=stage.END, state="done",
            )  # fmt: skip
            total = Decimal(85 + dice.randrange(-6, 7) - 10 * who)
            Evaluation.objects.create(
                assignment=given, agent=one.person, scorecard=given.scorecard, evaluator=analysts[who], exact=str(total), exact_without_fatal=str(total),
                contact_on=date(2026, 3, 12), state="published", total=total, submitted_at=seen.started_at,
            )  # fmt: skip


def test_evaluations_are_freed_of_their_analysts_and_give_each_band_a_probability(db):
    cycle = two_teams(size=5)
    evaluated(cycle)
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    design = FairDesign.objects.get(cycle=cycle, basis="evaluations")
    harsh = {one["rater"]: one["severity"] for one in design.detail["severities"]}
    assert harsh[cast.user("feng").pk] - harsh[cast.user("chen").pk] == pytest.approx(10, abs=3)
    for found in told(cycle, "evaluations").values():
        assert [code for code, _p in found.bands] == ["excellent", "pass", "fail"]
        assert sum(p for _code, p in found.bands) == pytest.approx(1, abs=2e-4)
        assert found.n == 4


def test_a_lone_analyst_leaves_severity_unknown(db):
    cycle = two_teams(size=2)
    evaluated(cycle, raters=1)
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    assert {row.unknown for row in told(cycle, "evaluations").values()} == {"one_rater"}


def test_computing_again_and_going_back_leave_no_second_row(db):
    cycle = two_teams(size=2)
    rate(cycle)
    for _time in range(2):
        actions.compute_cycle(cycle, by=cast.user("zheng"))
    assert FairDesign.objects.filter(cycle=cycle).count() == 3
    actions.reopen_cycle(cycle, by=cast.user("zheng"), reason="two forms came late")
    assert not FairDesign.objects.filter(cycle=cycle).exists()
    assert not FairScore.objects.exists()


def test_a_correction_has_its_own_fair_scores(db):
    cycle = two_teams(size=2)
    rate(cycle)
    own = stage.task(cycle, "zhao0", "self")
    own.participant.cycle = cycle
    stage.rate_by_file(own, level=3)
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    stage.publish(cycle)
    old = Result.objects.get(participant__person__number="zhao0", is_current=True)
    fresh = actions.correct_result(old, by=cast.user("zheng"), reason="a customer's mark was of another agent")
    assert {row.basis for row in fresh.fair_scores.all()} == {row.basis for row in old.fair_scores.all()}
    assert_ruled_levels_count(fresh)


def assert_ruled_levels_count(result):
    """In the raw figure beside the fair one as in the result; of such a level no rater's severity is told."""
    code = next(item for source, _rater, item, _level in result.inputs["ratings"] if source == "superior")
    ruled, deciders = [Ruled(Part("level", "superior", code), Decimal(5))], [cast.user("wu"), cast.user("qian")]
    fresh = actions.rule_on_result(
        result, by=cast.user("zheng"), ruled=ruled, decided_by=deciders, reason="heard the calls"
    )
    before, after = (one.fair_scores.get(basis="superior").raw for one in (result, fresh))
    assert before < after
    assert fresh.level_margins.levels[code]["unknown"] == "ruled"


def test_peers_are_drawn_by_lot_and_never_measured(db):
    cycle = stage.open_quarter(peers=6)
    for form in RatingTask.objects.filter(participant__cycle=cycle, source="peer").select_related("participant__post"):
        form.participant.cycle = cycle
        stage.rate_by_file(form, level=3 + form.pk % 2)
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    design = FairDesign.objects.get(cycle=cycle, basis="peer")
    assert design.unknown == "by_lot"
    assert "severities" not in design.detail
    assert told(cycle, "peer")["li"].n == 5
