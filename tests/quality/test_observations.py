"""Mystery shopping and live listening: planned, made, scored, told; hidden until then; the states beside a plain model."""

import pytest
from django.db import transaction
from hypothesis import settings as examples
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from hengcai.base.errors import NotAllowed, Refusal
from hengcai.evidence.models import Evidence
from hengcai.inbox.models import Duty
from hengcai.quality import actions
from hengcai.quality.observation_models import Observation
from hengcai.quality.queries import observations as queries
from hengcai.quality.rules.card import Mark
from tests import cast
from tests.quality import observing, scene

pytestmark = pytest.mark.django_db
PEOPLE = st.sampled_from(["li", "wang", "zhao", "chen", "cao", "feng", "qian", "wu"])


def code_of(act, *args, **how):
    with pytest.raises(Refusal) as refused:
        act(*args, **how)
    return refused.value.code


def seen_by(name):
    return set(queries.observations_listed(cast.user(name)).values_list("pk", flat=True))


def test_a_round_gives_each_shopper_their_visits_and_the_day_of_each():
    made = observing.planned(shoppers=("chen", "cao"), visits=5)
    assert sorted(made.visits.values_list("number", flat=True)) == [1, 2, 3, 4, 5]
    assert Duty.objects.filter(kind="observation.visit", done_at=None).count() == 5
    assert {one.observer.username for one in made.visits.all()} == {"chen", "cao"}


def test_the_same_seed_plans_the_same():
    first, again = observing.planned(), observing.planned()
    told = [list(one.visits.order_by("number").values_list("planned_at", "observer")) for one in (first, again)]
    assert told[0] == told[1]


def test_until_it_is_told_neither_agent_nor_lead_learn_of_it():
    one = observing.scored()
    assert one.total is not None
    assert one.pk in seen_by("chen") & seen_by("feng")
    assert not seen_by("li") | seen_by("zhao")
    assert not Evidence.objects.exists()
    observing.told(one)
    assert seen_by("li") == seen_by("zhao") == {one.pk}
    assert not seen_by("wang") | seen_by("lin")


def test_told_it_stands_in_the_ledger_with_its_source_and_in_the_inbox_until_it_is_read():
    one = observing.told()
    rows = Evidence.objects.filter(person=cast.li())
    assert set(rows.values_list("source_kind", "source_id")) == {("quality.observation", one.pk)}
    assert set(rows.values_list("on", flat=True)) == {one.visited_on}
    duty = Duty.objects.get(kind="observation.read")
    assert (duty.user, duty.done_at) == (cast.li().user, None)
    assert code_of(actions.read_observation, one, by=cast.user("wang")) == "permission.reach"
    actions.read_observation(one, by=cast.user("li"))
    duty.refresh_from_db()
    assert duty.done_at is not None


def test_live_listening_begins_now_goes_on_and_is_told_at_once():
    one = observing.heard()
    assert observing.heard().pk == one.pk
    assert observing.scored(one).state == "told"
    assert seen_by("li") == {one.pk}


@pytest.mark.parametrize("name", ["zhao", "zhou", "feng"])
def test_leads_trainers_and_supervisors_listen_as_well(name):
    cast.zhao()
    one = observing.scored(observing.heard(by=name), by=name)
    assert Evidence.objects.filter(source_id=one.pk, person=cast.li()).exists()


def test_nobody_listens_to_themselves_nor_a_lead_to_others_people():
    cast.he(), cast.zhao()
    card = scene.scorecard()
    listen = {"scorecard": card}
    assert code_of(actions.start_listening, cast.he(), by=cast.user("zhao"), **listen) == "permission.reach"
    assert code_of(actions.start_listening, cast.zhao(), by=cast.user("zhao"), **listen) == "permission.reach"
    assert code_of(actions.start_listening, cast.he(), by=cast.user("qian"), **listen) == "permission.role"
    cast.li()
    assert actions.start_listening(cast.li(), by=cast.user("zhao"), **listen).agent == cast.li()


def test_what_a_visit_is_refused_for():
    one = observing.planned().visits.first()
    chen, met = cast.user("chen"), {"agent": cast.li(), "at": observing.AT, "notes": ""}
    ahead = observing.AT.replace(year=2099)
    assert code_of(actions.record_visit, one, by=chen, **{**met, "at": ahead}) == "quality.visit_ahead"
    assert code_of(actions.record_visit, one, by=cast.user("cao"), **met) == "permission.reach"
    assert code_of(actions.call_off, one, by=cast.user("feng"), reason=" ") == "quality.call_off_reason_missing"
    sheet = {"marks": {}, "comment": "", "edit_count": 0}
    assert code_of(actions.save_observation, one, by=chen, **sheet) == "quality.observation_not_open"
    one = observing.visited(one=one)
    assert code_of(actions.submit_observation, one, by=chen, **sheet) == "quality.unanswered"
    assert code_of(actions.record_visit, observing.heard(), by=chen, **met) == "quality.not_a_visit"


@pytest.mark.parametrize(
    ("change", "code"),
    [({"asks": " "}, "quality.brief_incomplete"), ({"channel": "chat"}, "quality.shopper_card"),
     ({"visits": 0}, "quality.shopper_visits")],
)  # fmt: skip
def test_what_a_round_is_refused_for(change, code):
    assert code_of(observing.planned, **change) == code
    assert code_of(observing.planned, by="chen") == "permission.role"


def test_an_older_page_overwrites_nothing():
    one, chen = observing.visited(), cast.user("chen")
    first = {"marks": {"listening": Mark("4")}, "comment": "", "edit_count": 0}
    actions.save_observation(one, by=chen, **first)
    assert actions.save_observation(one, by=chen, **first).edit_count == 1
    other = {"marks": {"listening": Mark("5")}, "comment": "", "edit_count": 0}
    assert code_of(actions.save_observation, one, by=chen, **other) == "quality.stale"


def test_a_round_is_told_at_once_and_only_once():
    one = observing.scored()
    assert actions.tell_round(one.round, by=cast.user("feng")) == 1
    assert code_of(actions.tell_round, one.round, by=cast.user("feng")) == "quality.nothing_to_tell"


def test_the_survey_puts_the_least_heard_first():
    cast.li(), cast.wang(), cast.he()
    first = observing.scored(observing.heard(cast.li()))
    period = {"first_on": first.visited_on, "last_on": first.visited_on}
    rows = queries.survey(cast.user("feng"), **period)
    found = [(one.number, one.heard) for one in rows if one.number in ("li", "wang", "he")]
    assert found == [("he", 0), ("wang", 0), ("li", 1)]
    assert queries.survey_sum(rows).short == queries.survey_sum(rows).people
    assert {one.number for one in queries.survey(cast.user("zhao"), **period)} == {"li", "wang"}


def test_indicators_come_from_what_was_told_alone():
    one = observing.scored()
    days = (one.visited_on, one.visited_on)
    assert not list(queries.observed_shares(*days, ["mystery"]))
    observing.told(one)
    found = {code: percent for _agent, code, percent in queries.observed_shares(*days, ["mystery"], [one.agent_id])}
    assert found["wording"] == 100
    assert not list(queries.observed_shares(*days, ["live"]))


class Visits(RuleBasedStateMachine):
    """Beside it: where each visit may go, by name of the verb."""

    NEXT = {
        "visit": ({"planned", "visited"}, "visited", {"chen"}),
        "score": ({"visited"}, "scored", {"chen"}),
        "tell": ({"scored"}, "told", {"feng"}),
        "call_off": ({"planned", "visited"}, "called_off", {"feng"}),
    }  # fmt: skip

    def __init__(self):
        super().__init__()
        self.mark = transaction.atomic()
        self.mark.__enter__()
        self.pk, self.state = observing.planned(visits=1).visits.get().pk, "planned"

    def do(self, verb, one, by):
        if verb == "visit":
            return observing.visited(one=one, by=by)
        if verb == "score":
            return observing.scored(one, by=by)
        return observing.told(one, by=by) if verb == "tell" else actions.call_off(one, by=cast.user(by), reason="雨")

    @rule(verb=st.sampled_from(sorted(NEXT)), by=PEOPLE)
    def move(self, verb, by):
        sources, target, doers = self.NEXT[verb]
        one = Observation.objects.get(pk=self.pk)
        try:
            with transaction.atomic():
                self.do(verb, one, by)
        except Refusal:
            assert self.state not in sources or by not in doers
        else:
            assert self.state in sources
            assert by in doers
            self.state = target

    @invariant()
    def agrees(self):
        assert Observation.objects.get(pk=self.pk).state == self.state

    def teardown(self):
        transaction.set_rollback(True)
        self.mark.__exit__(None, None, None)


def test_the_states_of_a_visit_beside_a_plain_model():
    run_state_machine_as_test(Visits, settings=examples(max_examples=12, stateful_step_count=12, deadline=None))


def test_of_a_lead_the_right_to_see_is_asked_by_everybody(db):
    with pytest.raises(NotAllowed):
        actions.tell_round(observing.planned(), by=cast.user("zhao"))


def test_visits_are_scored_on_the_card_for_visits_unless_another_is_chosen():
    scene.scorecard()
    card = scene.scorecard(definition=scene.definition(code="visit", channel="visit"))
    assert queries.card_of_channel("visit") == card
    assert queries.card_of_channel("nothing") is None
