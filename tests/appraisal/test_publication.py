"""A cycle on its way out: what stands in the way, the second person, ten minutes, and what comes late."""

from datetime import date, timedelta

import pytest

from hengcai.accounts.models import User, Widening
from hengcai.appraisal import actions
from hengcai.appraisal.forms import left_tasks_of
from hengcai.appraisal.models import Cycle, Publication, RatingTask, Result
from hengcai.appraisal.queries.publication import outlook
from hengcai.appraisal.queries.results import own_results
from hengcai.appraisal.rules.publication import TAKE_BACK
from hengcai.appraisal.standing import in_the_way, stale_count
from hengcai.audit.models import Entry
from hengcai.base import clock
from hengcai.base.errors import NotAllowed
from hengcai.evidence.models import Evidence
from hengcai.jobs.models import Job
from hengcai.jobs.worker import work_once
from hengcai.quality.actions import report_red_line
from hengcai.quality.models import Evaluation
from tests import cast
from tests.appraisal import stage
from tests.appraisal.refusals import refused
from tests.quality import scene

pytestmark = [pytest.mark.usefixtures("standards"), pytest.mark.django_db]
LATER = date(2026, 4, 20)
FACTS = {"reason": "they will not come", "today": LATER}


@pytest.fixture
def cycle():
    """Li is rated whole; everybody else waits for forms."""
    made = stage.open_quarter()
    stage.send(stage.task(made, source="self"), by="li")
    stage.send(stage.task(made), by="zhao")
    stage.send(stage.task(made, source="practical"), by="zhou")
    for name in ("qian", "wu"):
        cast.user(name)
    return actions.compute_cycle(made, by=cast.user("zheng"))


def proposed(cycle, by="zheng"):
    return actions.propose_publication(cycle, by=cast.user(by), **FACTS)


def confirmed(cycle, by="qian"):
    return actions.confirm_publication(proposed(cycle), by=cast.user(by), today=LATER)


def with_policy(cycle, text):
    """The policy of the cycle as if it had been written so."""
    lines = [line for line in cycle.policy.text.splitlines() if not line.startswith("publication:")]
    cycle.policy.text = "\n".join([*lines, text, ""])
    cycle.policy.save()


def kinds(cycle, today=LATER):
    return {one.kind: one.count for one in in_the_way(cycle, today=today)}


def is_out():
    return own_results(cast.user("li")).exists()


def test_what_is_unfinished_is_counted_by_kind(cycle):
    open_forms = RatingTask.objects.filter(state="open").count()
    without = Result.objects.filter(final=None).count()
    assert kinds(cycle) == {"without_score": without, "open_ratings": open_forms}
    assert without > 0
    assert open_forms > 0


def test_the_last_day_of_the_period_still_belongs_to_it(cycle):
    assert kinds(cycle, stage.END)["before_the_end"] == 1
    assert "before_the_end" not in kinds(cycle, stage.END + timedelta(days=1))


def test_a_period_that_is_not_over_is_refused_unless_the_policy_lets_it_out(cycle):
    facts = {"by": cast.user("zheng"), "reason": "the site closes", "today": stage.END}
    found = refused("appraisal.publication_refused", actions.propose_publication, cycle, **facts)
    assert found["kinds"] == ["before_the_end"]
    allowed = "{before_the_end: with_reason, without_score: with_reason, open_forms: with_reason, findings: refused}"
    with_policy(cycle, f"publication: {allowed}")
    actions.propose_publication(Cycle.objects.get(), **facts)
    assert Cycle.objects.get().state == "proposed"


def test_a_policy_may_refuse_while_forms_are_open(cycle):
    refusing = "{before_the_end: refused, without_score: with_reason, open_forms: refused, findings: with_reason}"
    with_policy(cycle, f"publication: {refusing}")
    found = refused("appraisal.publication_refused", proposed, Cycle.objects.get())
    assert found["kinds"] == ["open_ratings"]


def test_what_stands_in_the_way_asks_for_a_reason_which_is_kept(cycle):
    for reason in ("", "  "):
        facts = {"by": cast.user("zheng"), "reason": reason, "today": LATER}
        refused("appraisal.publication_reason", actions.propose_publication, cycle, **facts)
    proposed(cycle)
    kept = Publication.objects.get()
    assert (kept.reason, kept.standing, kept.proposed_by.username) == ("they will not come", kinds(cycle), "zheng")


def test_a_finished_cycle_asks_for_no_reason(cycle):
    RatingTask.objects.filter(state="open").update(state="withdrawn")
    Result.objects.filter(final=None).delete()
    cycle.participants.exclude(person__number="li").delete()
    assert kinds(cycle) == {}
    actions.propose_publication(cycle, by=cast.user("zheng"), today=LATER)
    assert Publication.objects.get().standing == {}


def test_the_proposer_cannot_confirm(cycle):
    with pytest.raises(NotAllowed) as refusal:
        confirmed(cycle, by="zheng")
    assert refusal.value.code == "appraisal.publication_by_proposer"
    assert Cycle.objects.get().state == "proposed"


def test_hr_may_propose_but_not_confirm(cycle):
    proposed(cycle, by="wu")
    with pytest.raises(NotAllowed):
        actions.confirm_publication(cycle, by=cast.user("wu"), today=LATER)
    assert actions.confirm_publication(cycle, by=cast.user("zheng"), today=LATER).state == "publishing"


def test_what_came_into_the_way_since_asks_for_a_new_reason(cycle):
    proposed(cycle)
    RatingTask.objects.filter(state="sent", source="self").update(state="open")
    facts = {"by": cast.user("qian"), "today": LATER}
    assert refused("appraisal.publication_changed", actions.confirm_publication, cycle, **facts)["kinds"] == [
        "open_ratings"
    ]
    actions.decline_publication(cycle, by=cast.user("qian"), reason="look again")
    ended = Publication.objects.get()
    assert (ended.outcome, ended.ended_because) == ("declined", "look again")
    assert confirmed(cycle).state == "publishing"


def test_one_person_confirms_alone_only_where_nobody_else_could_take_part(cycle):
    proposed(cycle, by="qian")
    facts = {"by": cast.user("qian"), "reason": "the group has left", "today": LATER}
    assert refused("appraisal.publication_not_alone", actions.confirm_publication_alone, cycle, **facts)["count"] == 2
    User.objects.filter(username__in=("zheng", "wu")).update(is_active=False)
    refused("appraisal.reason_missing", actions.confirm_publication_alone, cycle, **{**facts, "reason": " "})
    actions.confirm_publication_alone(cycle, **facts)
    kept = Publication.objects.get()
    assert (kept.alone_because, kept.confirmed_by, kept.proposed_by) == (
        "the group has left",
        kept.proposed_by,
        facts["by"],
    )
    assert Entry.objects.filter(action="confirm_publication_alone", doer=str(facts["by"].pk)).count() == 1


def test_whom_the_centre_lets_in_counts_as_a_second_person(cycle):
    User.objects.filter(username__in=("zheng", "wu")).update(is_active=False)
    cast.user("feng")
    Widening.objects.create(permission="appraisal.cycle.propose", role="quality_supervisor")
    proposed(cycle, by="qian")
    facts = {"by": cast.user("qian"), "reason": "alone", "today": LATER}
    assert refused("appraisal.publication_not_alone", actions.confirm_publication_alone, cycle, **facts)["count"] == 1


def test_while_it_can_be_taken_back_nobody_sees_anything(cycle):
    confirmed(cycle)
    assert not is_out()
    assert not Evidence.objects.exists()
    assert Cycle.objects.get().published_at is None
    refused("appraisal.publishing_waits", actions.publish_cycle, cycle, by=cast.user("qian"))


def test_taken_back_within_ten_minutes_it_is_as_if_nothing_had_been(cycle):
    confirmed(cycle)
    refused("appraisal.reason_missing", actions.take_back_publication, cycle, by=cast.user("zheng"), reason=" ")
    before = list(Result.objects.order_by("pk").values())
    actions.take_back_publication(cycle, by=cast.user("zheng"), reason="a team is missing")
    assert (Cycle.objects.get().state, Publication.objects.get().outcome) == ("preliminary", "taken_back")
    assert list(Result.objects.order_by("pk").values()) == before
    with clock.set_to(clock.now() + 2 * TAKE_BACK):
        assert not work_once()
    assert not is_out()


def test_after_ten_minutes_it_is_too_late_even_if_nobody_has_finished_it(cycle):
    confirmed(cycle)
    with clock.set_to(Publication.objects.get().effective_at):
        facts = {"by": cast.user("zheng"), "reason": "late"}
        refused("appraisal.too_late_to_take_back", actions.take_back_publication, cycle, **facts)


def at_its_time(call):
    """The worker asks the real clock whether a lease is over."""
    Job.objects.update(lease_until=clock.now() - timedelta(seconds=1))
    Publication.objects.filter(outcome="open").update(effective_at=clock.now() - timedelta(seconds=1))
    return call()


def test_the_worker_waits_for_its_time_and_publishes_once(cycle):
    confirmed(cycle)
    assert not work_once()
    at_its_time(work_once)
    assert Cycle.objects.get().state == "published"
    assert is_out()
    noted = Evidence.objects.count()
    assert noted > 0
    assert not work_once()
    assert Entry.objects.filter(action="publish_cycle").count() == 1
    assert (Evidence.objects.count(), Job.objects.get().state) == (noted, "done")


def test_a_worker_killed_on_the_way_leaves_nothing_half_done(cycle, monkeypatch):
    from hengcai.appraisal.actions import publication

    confirmed(cycle)

    def killed(*_args, **_kwargs):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(publication, "note_evidence", killed)
        with pytest.raises(KeyboardInterrupt):
            at_its_time(work_once)
    assert (Cycle.objects.get().state, Evidence.objects.count()) == ("publishing", 0)
    at_its_time(work_once)
    assert Cycle.objects.get().state == "published"


def test_the_time_of_a_publication_taken_back_does_not_let_the_next_one_out(cycle):
    confirmed(cycle)
    actions.take_back_publication(cycle, by=cast.user("zheng"), reason="wait")
    confirmed(cycle)
    Job.objects.filter(pk=Job.objects.earliest("pk").pk).update(state="queued", lease_until=None)
    assert work_once()
    assert Cycle.objects.get().state == "publishing"


def test_where_no_worker_runs_somebody_with_the_right_finishes_it(cycle):
    confirmed(cycle)
    at_its_time(lambda: actions.publish_cycle(cycle, by=cast.user("qian")))
    assert is_out()


@pytest.mark.parametrize(
    ("state", "by", "moves"),
    [
        ("preliminary", "zheng", {"propose_publication"}),
        ("preliminary", "wu", {"propose_publication"}),
        ("proposed", "zheng", {"decline_publication"}),
        ("proposed", "qian", {"confirm_publication", "decline_publication"}),
        ("proposed", "wu", {"decline_publication"}),
        ("publishing", "wu", {"take_back_publication"}),
        ("publishing", "qian", {"take_back_publication"}),
    ],
)
def test_the_page_offers_each_what_they_can_do(cycle, state, by, moves):
    {"preliminary": lambda one: one, "proposed": proposed, "publishing": confirmed}[state](cycle)
    assert outlook(cycle, cast.user(by), today=LATER).moves == moves


def test_the_page_counts_who_will_see_it_and_who_has_no_score(cycle):
    seen = outlook(cycle, cast.user("qian"), today=LATER)
    assert (seen.people, seen.without_score) == (cycle.participants.count(), Result.objects.filter(final=None).count())


def test_evaluations_and_red_lines_of_the_period_stand_in_the_way_until_they_are_settled(cycle):
    made = scene.evaluation(stage.person("li"))
    Evaluation.objects.filter(pk=made.pk).update(contact_on=stage.END)
    assert kinds(cycle)["submitted_evaluations"] == 1
    report_red_line(made, by=cast.user("chen"), red_line=scene.red_line(), reason="heard", turn=None)
    assert kinds(cycle)["open_cases"] == 1
    scene.publish([Evaluation.objects.get(pk=made.pk)])
    assert "submitted_evaluations" not in kinds(cycle)
    Evaluation.objects.filter(pk=made.pk).update(contact_on=stage.END + timedelta(days=1), state="draft")
    assert not {"drafted_evaluations", "open_cases"} & kinds(cycle).keys()
    Evaluation.objects.filter(pk=made.pk).update(contact_on=stage.END)
    assert kinds(cycle)["drafted_evaluations"] == 1


def test_a_form_left_in_draft_is_kept_and_comes_late_into_a_correction(cycle):
    stage.train("lin")
    form = stage.task(cycle, "he")
    RatingTask.objects.filter(pk=form.pk).update(edit_count=1)
    stage.publish(cycle)
    assert list(left_tasks_of(cast.user("lin"))) == [form]
    form = stage.task(cycle, "he")
    given = stage.all_at(form, 3)
    actions.save_rating(form, by=cast.user("lin"), given=given, comment="late", edit_count=1)
    stage.send(stage.task(cycle, "he"), by="lin", level=3, today=LATER)
    assert stale_count(cycle) == 1
    old = Result.objects.get(participant__person__number="he", is_current=True)
    fresh = actions.correct_result(old, by=cast.user("zheng"), reason="Lin's form came in late")
    assert (fresh.revision, old.detail["sources"]["superior"]["n_raters"]) == (2, 0)
    assert fresh.detail["sources"]["superior"]["n_raters"] == 1
    assert stale_count(cycle) == 0


@pytest.mark.parametrize("state", ["preliminary", "proposed", "publishing"])
def test_nothing_is_sent_while_the_results_are_on_their_way_out(cycle, state):
    {"preliminary": lambda one: one, "proposed": proposed, "publishing": confirmed}[state](cycle)
    stage.train("lin")
    refused("appraisal.collecting_is_over", stage.send, stage.task(cycle, "he"), by="lin")
