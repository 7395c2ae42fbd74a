"""A cycle's way from draft to published: who is taken in, who rates whom, what is refused."""

from datetime import date, timedelta

import pytest

from hengcai.accounts.models import User
from hengcai.appraisal import actions, states
from hengcai.appraisal.models import Cycle, Participant, Policy, RatingTask, Result
from hengcai.base.bilingual import Bilingual
from hengcai.base.errors import NotAllowed
from hengcai.evidence.models import Evidence
from hengcai.framework.models import CompetencyModel
from hengcai.people.models import Employment, Person, Placement
from tests import cast
from tests.appraisal import stage
from tests.appraisal.refusals import refused

pytestmark = pytest.mark.usefixtures("standards")


def forms(cycle, name):
    rows = RatingTask.objects.filter(participant__cycle=cycle, participant__person__number=name)
    return sorted(rows.values_list("source", "rater__number", "due_on"))


def test_a_cycle_rests_on_what_is_in_force_and_keeps_it(db):
    made = stage.cycle()
    assert (made.state, made.policy.kind, made.framework.state) == ("draft", "quarterly", "published")
    assert (made.self_due_on, made.publish_due_on) == (stage.SELF_DUE, stage.PUBLISH_DUE)
    month = stage.cycle(kind="month", code="2026-03")
    assert month.policy.kind == "monthly"


def test_a_cycle_needs_a_policy_and_a_framework(db):
    Policy.objects.all().delete()
    facts = {"name": Bilingual("考核", "Appraisal"), "period": (stage.START, stage.END), "dates": actions.Dates()}
    refused(
        "appraisal.nothing_in_force",
        actions.add_cycle,
        cast.centre(),
        by=cast.user("zheng"),
        kind="quarter",
        code="x",
        **facts,
    )


def test_a_cycle_ends_after_it_starts_and_has_a_code_of_its_own(db):
    stage.cycle()
    facts = {"kind": "quarter", "name": Bilingual("考核", "Appraisal"), "dates": actions.Dates(), "by": cast.user("wu")}
    refused(
        "appraisal.cycle_exists",
        actions.add_cycle,
        cast.centre(),
        code="2026-Q1",
        period=(stage.START, stage.END),
        **facts,
    )
    refused(
        "appraisal.period_reversed",
        actions.add_cycle,
        cast.centre(),
        code="x",
        period=(stage.END, stage.START),
        **facts,
    )


@pytest.mark.parametrize("name", ["li", "zhao", "chen", "feng", "zhou", "qian", "sun"])
def test_only_the_group_and_hr_lay_out_cycles(db, name):
    stage.in_force_everything()
    with pytest.raises(NotAllowed):
        actions.add_cycle(
            cast.centre(), by=cast.user(name), kind="quarter", code="x", name=Bilingual("考核"),
            period=(stage.START, stage.END), dates=actions.Dates(),
        )  # fmt: skip


def test_opening_takes_in_everybody_at_work_on_the_last_day_and_gives_out_the_forms(db):
    cycle = stage.open_quarter()
    assert cycle.state == "collecting"
    assert forms(cycle, "li")[-3:] == [
        ("practical", "zhou", stage.OTHERS_DUE), ("self", "li", stage.SELF_DUE), ("superior", "zhao", stage.SUPERIOR_DUE),
    ]  # fmt: skip
    peers = [rater for source, rater, _due in forms(cycle, "li") if source == "peer"]
    assert set(peers) == {"lin", "online0", "online1", "online2"}  # five are drawn where there are as many
    assert {one.placement.post_id == one.post_id for one in Participant.objects.filter(cycle=cycle)} == {True}


def test_a_lead_is_not_peer_to_those_led_nor_they_to_the_lead(db):
    cycle = stage.open_quarter()
    assert not RatingTask.objects.filter(source="peer", rater__number="zhao", participant__person__number="li").exists()
    peers = RatingTask.objects.filter(source="peer", participant__person__number="zhao")
    assert {rater for _source, rater, _due in forms(cycle, "zhao")} - {"zhao"}
    assert not set(peers.values_list("rater__number", flat=True)) & {"li", "wang", "online0", "online1", "online2"}


def test_peers_rate_only_posts_whose_form_has_something_for_them(db):
    CompetencyModel.objects.get(code="leading").parts.filter(entries__competency__code="collaboration").delete()
    cycle = stage.open_quarter()
    sources = {source for source, _rater, _due in forms(cycle, "zhao")}
    assert sources == {"self"}  # nobody stands above Zhao here


def test_who_left_before_the_last_day_is_not_taken_in(db):
    stage.in_force_everything()
    stage.person("li")
    stage.person("wang")
    Employment.objects.filter(person__number="wang").update(left_on=stage.END - timedelta(days=1))
    Employment.objects.filter(person__number="li").update(left_on=stage.END)
    cycle = actions.open_cycle(stage.cycle(), by=cast.user("zheng"), today=stage.END)
    assert "wang" not in cycle.participants.values_list("person__number", flat=True)
    assert "li" in cycle.participants.values_list("person__number", flat=True)


def test_a_month_takes_in_the_front_line_without_forms(db):
    cycle = stage.open_month()
    assert set(cycle.participants.values_list("person__number", flat=True)) == {"li", "wang", "he"}
    assert not RatingTask.objects.exists()


def test_probation_takes_in_those_whose_probation_ends_in_the_period(db):
    stage.in_force_everything()
    stage.person("li")
    stage.person("wang")
    Employment.objects.filter(person__number="li").update(probation_ends_on=date(2026, 3, 31))
    Employment.objects.filter(person__number="wang").update(probation_ends_on=date(2026, 4, 1))
    made = stage.cycle(kind="probation", code="2026-03-T", period=stage.MONTH)
    cycle = actions.open_cycle(made, by=cast.user("wu"), today=stage.END)
    assert list(cycle.participants.values_list("person__number", flat=True)) == ["li"]


def test_a_cycle_without_anybody_does_not_open(db):
    made = stage.cycle()
    refused("appraisal.nobody_to_appraise", actions.open_cycle, made, by=cast.user("zheng"), today=stage.END)
    assert Cycle.objects.get().state == "draft"


def test_the_same_seed_gives_the_same_peers(db):
    first = stage.open_quarter()
    before = forms(first, "li"), forms(first, "he")
    Cycle.objects.all().delete()
    again = actions.open_cycle(stage.cycle(), by=cast.user("zheng"), today=stage.END)
    assert (forms(again, "li"), forms(again, "he")) == before


def test_somebody_added_to_an_open_cycle_gets_their_own_and_their_superiors_form(db):
    cycle = stage.open_quarter()
    late = stage.colleague("late")
    actions.add_participant(cycle, by=cast.user("wu"), person=late)
    assert [(source, rater) for source, rater, _due in forms(cycle, "late")] == [("self", "late"), ("superior", "zhao")]
    actions.add_participant(cycle, by=cast.user("wu"), person=late)
    assert len(forms(cycle, "late")) == 2


def test_somebody_added_to_a_draft_gets_all_forms_when_it_opens(db):
    made = stage.cycle()
    stage.person("li")
    actions.add_participant(made, by=cast.user("zheng"), person=stage.person("wang"))
    assert not RatingTask.objects.exists()
    cycle = actions.open_cycle(made, by=cast.user("zheng"), today=stage.END)
    assert {"li", "wang"} <= set(cycle.participants.values_list("person__number", flat=True))
    assert forms(cycle, "wang")


def test_nobody_is_added_without_a_post_or_after_collecting(db):
    cycle = stage.open_quarter()
    nobody = Person.objects.create(number="nobody", name="Nobody")
    refused("appraisal.no_post_that_day", actions.add_participant, cycle, by=cast.user("wu"), person=nobody)
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    refused("appraisal.collecting_is_over", actions.add_participant, cycle, by=cast.user("wu"), person=nobody)


def test_the_group_changes_who_rates_whom_while_ratings_are_collected(db):
    cycle = stage.open_quarter()
    li = stage.participant(cycle)
    added = actions.add_rater(li, by=cast.user("zheng"), source="superior", rater=stage.person("lin"))
    assert (added.state, added.due_on) == ("open", stage.SUPERIOR_DUE)
    actions.withdraw_rater(added, by=cast.user("zheng"))
    assert RatingTask.objects.get(pk=added.pk).state == "withdrawn"
    again = actions.add_rater(li, by=cast.user("wu"), source="superior", rater=stage.person("lin"))
    assert (again.pk, again.state) == (added.pk, "open")


def test_a_self_assessment_is_ones_own_and_everything_else_is_not(db):
    cycle = stage.open_quarter()
    li = stage.participant(cycle)
    facts = {"by": cast.user("zheng")}
    refused("appraisal.rater_is_rated", actions.add_rater, li, source="peer", rater=stage.person("li"), **facts)
    refused("appraisal.rater_is_rated", actions.add_rater, li, source="self", rater=stage.person("wang"), **facts)
    refused("appraisal.source_by_hand", actions.add_rater, li, source="customer", rater=stage.person("wang"), **facts)


def test_months_have_no_raters(db):
    cycle = stage.open_month()
    li = stage.participant(cycle)
    refused("appraisal.wrong_kind", actions.add_rater, li, by=cast.user("wu"), source="peer", rater=stage.person("he"))


def test_a_sent_form_goes_back_to_its_rater_with_a_reason(db):
    cycle = stage.open_quarter()
    sent = stage.send(stage.task(cycle), by="zhao")
    refused("appraisal.reason_missing", actions.return_rating, sent, by=cast.user("zheng"), reason=" ")
    actions.return_rating(sent, by=cast.user("zheng"), reason="Emotion management: two levels off")
    form = stage.task(cycle)
    assert (form.state, form.sent_at, form.returned_because) == ("open", None, "Emotion management: two levels off")
    stage.send(form, by="zhao", level=3)
    assert stage.task(cycle).state == "sent"


def test_raters_stay_as_they_are_once_results_are_out(db):
    cycle = stage.open_quarter()
    li, sent, unsent = (
        stage.participant(cycle),
        stage.send(stage.task(cycle), by="zhao"),
        stage.task(cycle, source="self"),
    )
    stage.publish(actions.compute_cycle(cycle, by=cast.user("zheng")))
    li, sent, unsent = (one.__class__.objects.get(pk=one.pk) for one in (li, sent, unsent))
    refused(
        "appraisal.collecting_is_over",
        actions.add_rater,
        li,
        by=cast.user("wu"),
        source="peer",
        rater=stage.person("he"),
    )
    refused("appraisal.collecting_is_over", actions.withdraw_rater, unsent, by=cast.user("wu"))
    refused("appraisal.collecting_is_over", actions.return_rating, sent, by=cast.user("wu"), reason="x")


def test_reopening_names_its_reason_and_drops_the_preliminary_results(db):
    cycle = actions.compute_cycle(stage.open_quarter(), by=cast.user("zheng"))
    assert Result.objects.exists()
    refused("appraisal.reason_missing", actions.reopen_cycle, cycle, by=cast.user("zheng"), reason="")
    actions.reopen_cycle(cycle, by=cast.user("zheng"), reason="two forms were sent too late")
    assert (Cycle.objects.get().state, Result.objects.count()) == ("collecting", 0)


def test_publishing_waits_for_every_result(db):
    cycle = actions.compute_cycle(stage.open_quarter(), by=cast.user("zheng"))
    Result.objects.filter(participant__person__number="li").delete()
    facts = {"by": cast.user("qian"), "reason": "x", "today": stage.AFTER_SELF}
    assert refused("appraisal.not_computed", actions.propose_publication, cycle, **facts) == {"count": 1}


def test_publishing_notes_rated_levels_in_the_ledger(db):
    cycle = stage.open_quarter()
    stage.send(stage.task(cycle, source="self"), by="li", level=5)
    stage.send(stage.task(cycle, source="practical"), by="zhou", level=3)
    stage.send(stage.task(cycle), by="zhao", level=4)
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    published = stage.publish(cycle)
    assert published.published_at is not None
    noted = Evidence.objects.get(person__number="li", competency__code="fast_response")
    assert (noted.kind, noted.exact, noted.n, noted.on) == ("rated", "29/7", 3, stage.END)
    assert noted.team.name == "Team one"


def noted_of_li(peers: int, *, minimum: int = 3) -> dict[str, str]:
    """Competency → level in the ledger, when so many peers gave a 2 and everybody else a 4."""
    cycle = stage.open_quarter()
    cycle.policy.text = cycle.policy.text.replace("peer_minimum: 3", f"peer_minimum: {minimum}")
    cycle.policy.save()
    stage.send(stage.task(cycle, source="self"), by="li")
    stage.send(stage.task(cycle), by="zhao")
    stage.send(stage.task(cycle, source="practical"), by="zhou")
    for task in RatingTask.objects.filter(participant__person__number="li", source="peer")[:peers]:
        stage.rate_by_file(task, level=2)
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    stage.publish(cycle)
    return dict(Evidence.objects.filter(person__number="li").values_list("competency__code", "exact"))


def test_a_level_few_peers_could_be_read_off_is_noted_without_them(db):
    noted = noted_of_li(1, minimum=1)
    assert (noted["communication"], noted["collaboration"]) == ("4", "4")


@pytest.mark.parametrize(("peers", "level"), [(2, "4"), (3, "4")])
def test_of_the_item_peers_rate_the_ledger_gets_a_level_without_them_or_a_whole_one(db, peers, level):
    noted = noted_of_li(peers)
    assert (noted["communication"], noted["collaboration"]) == ("4", level)


def test_a_published_month_notes_nothing(db):
    cycle = actions.compute_cycle(stage.open_month(), by=cast.user("zheng"))
    stage.publish(cycle)
    assert not Evidence.objects.exists()


RUN = {
    "open_cycle": lambda cycle: actions.open_cycle(cycle, by=cast.user("zheng"), today=stage.END),
    "compute_cycle": lambda cycle: actions.compute_cycle(cycle, by=cast.user("zheng")),
    "reopen_cycle": lambda cycle: actions.reopen_cycle(cycle, by=cast.user("zheng"), reason="late forms"),
    "propose_publication": lambda cycle: actions.propose_publication(
        cycle, by=cast.user("zheng"), reason="they will not come", today=stage.AFTER_SELF
    ),
    "change_draft": lambda cycle: actions.change_draft(
        cycle, by=cast.user("zheng"), name=Bilingual("考核", "Appraisal"), dates=stage.DATES
    ),
    "decline_publication": lambda cycle: actions.decline_publication(cycle, by=cast.user("qian")),
    "confirm_publication": lambda cycle: actions.confirm_publication(
        cycle, by=cast.user("qian"), today=stage.AFTER_SELF
    ),
    "confirm_publication_alone": lambda cycle: actions.confirm_publication_alone(
        cycle, by=cast.user("zheng"), reason="nobody else is here", today=stage.AFTER_SELF
    ),
    "take_back_publication": lambda cycle: actions.take_back_publication(
        cycle, by=cast.user("zheng"), reason="a team is missing"
    ),
    "publish_cycle": stage.finish,
}
WAY = {
    "draft": (), "collecting": ("open_cycle",), "preliminary": ("open_cycle", "compute_cycle"),
    "proposed": ("open_cycle", "compute_cycle", "propose_publication"),
    "publishing": ("open_cycle", "compute_cycle", "propose_publication", "confirm_publication"),
    "published": ("open_cycle", "compute_cycle", "propose_publication", "confirm_publication", "publish_cycle"),
}  # fmt: skip


@pytest.mark.parametrize("state", Cycle.State.values)
@pytest.mark.parametrize("move", states.MOVES, ids=lambda move: move.name)
def test_every_move_of_a_cycle_from_every_state(db, move, state):
    cycle = stage.cycle()
    stage.person("li")
    for step in WAY[state]:
        RUN[step](cycle)
    if move is states.CONFIRM_ALONE:
        User.objects.exclude(username="zheng").update(is_active=False)
    if state in move.sources:
        RUN[move.name](cycle)
        assert Cycle.objects.get().state == move.target
    else:
        refused("move.state", RUN[move.name], cycle)
        assert Cycle.objects.get().state == state


@pytest.mark.parametrize("state", RatingTask.State.values)
@pytest.mark.parametrize("move", states.TASK_MOVES, ids=lambda move: move.name)
def test_every_move_of_a_form_from_every_state(db, move, state):
    form = stage.task(stage.open_quarter())
    stage.train("zhao")
    RatingTask.objects.filter(pk=form.pk).update(state=state)
    run = {
        "send_rating": lambda: stage.send(form, by="zhao"),
        "withdraw_rater": lambda: actions.withdraw_rater(form, by=cast.user("wu")),
        "return_rating": lambda: actions.return_rating(form, by=cast.user("wu"), reason="x"),
    }[move.name]
    if state in move.sources:
        run()
        assert RatingTask.objects.get(pk=form.pk).state == move.target
    else:
        refused("move.state", run)
        assert RatingTask.objects.get(pk=form.pk).state == state


def test_placements_of_the_day_are_what_counts(db):
    stage.in_force_everything()
    li = stage.person("li")
    Placement.objects.filter(person=li).update(until=date(2026, 2, 28))
    Placement.objects.create(
        person=li, since=date(2026, 3, 1), team=cast.team("two"), post=cast.post("inbound"), lead=stage.person("lin")
    )
    cycle = actions.open_cycle(stage.cycle(), by=cast.user("zheng"), today=stage.END)
    assert stage.task(cycle).rater.number == "lin"
    assert stage.participant(cycle).placement.team.name == "Team two"
