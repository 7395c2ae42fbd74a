"""Two people at the same moment. Run by test_on_postgres.py, in a process whose database is PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest
from django.db import connection, transaction
from django.utils import timezone

from hengcai.accounts.actions import choose_language
from hengcai.accounts.models import User
from hengcai.accounts.queries import the_centre
from hengcai.appraisal.actions import (
    compute_cycle,
    confirm_publication,
    propose_publication,
    publish_cycle,
    save_rating,
    take_back_publication,
)
from hengcai.appraisal.models import Publication, RatingTask
from hengcai.audit.action import note
from hengcai.audit.models import Entry
from hengcai.audit.queries import verify
from hengcai.base.errors import Refusal
from hengcai.jobs import worker
from hengcai.jobs.models import Job
from hengcai.jobs.worker import Progress, enqueue, step, take, work_once
from hengcai.quality.actions import assign_contacts, publish_evaluations, save_draft, submit_evaluation
from hengcai.quality.models import Assignment, Evaluation
from hengcai.quality.rules.card import Mark
from hengcai.training.actions import When, book_seat, plan_session
from hengcai.training.models import Seat
from tests import cast
from tests.appraisal import stage
from tests.quality import scene
from tests.training.courses.made import course

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 5
AFTER = date(2026, 4, 20)


def at_once(*calls):
    """Each in a thread and connection of its own, let go together; what came of each, refusals included."""
    start = Barrier(len(calls), timeout=30)

    def run(call):
        connection.ensure_connection()
        start.wait()
        try:
            return call()
        except Refusal as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as threads:
        return list(threads.map(run, calls))


def one_refused(found, code):
    """The one that went through; the other was refused with this code."""
    (refusal,) = [one for one in found if isinstance(one, Refusal)]
    (kept,) = [one for one in found if not isinstance(one, Refusal)]
    assert refusal.code == code
    return kept


def fresh(row):
    return type(row).objects.get(pk=row.pk)


def user(name):
    return User.objects.get(username=name)


def test_of_two_savings_of_one_draft_one_is_refused_and_none_overwritten():
    given = scene.assignment()

    def save(level, edit_count):
        marks = {"listening": Mark(level), "wording": Mark(level)}
        facts = {"marks": marks, "comment": level, "edit_count": edit_count}
        return lambda: save_draft(fresh(given), by=user("chen"), **facts)

    for number in range(ROUNDS):
        kept = one_refused(at_once(save("2", number), save("5", number)), "quality.stale")
        draft = Evaluation.objects.get()
        assert (draft.edit_count, draft.comment) == (number + 1, kept.comment)
        assert set(draft.answers.values_list("value", flat=True)) == {kept.comment}


def test_of_two_savings_of_one_rating_form_one_is_refused_and_none_overwritten():
    form = stage.task(stage.open_quarter(), source="self")

    def save(level, edit_count):
        def call():
            task = RatingTask.objects.select_related("participant__cycle__framework", "participant__post").get(
                pk=form.pk
            )
            given = stage.all_at(task, level)
            return save_rating(task, by=user("li"), given=given, comment=str(level), edit_count=edit_count)

        return call

    for number in range(ROUNDS):
        kept = one_refused(at_once(save(2, number), save(5, number)), "appraisal.stale")
        assert set(form.ratings.values_list("level", flat=True)) == {int(kept.comment)}


def test_a_contact_handed_in_twice_at_once_has_one_revision():
    given = scene.assignment()

    def submit():
        return submit_evaluation(fresh(given), by=user("chen"), marks=scene.GOOD, comment="", edit_count=0)

    assert {kept.pk for kept in at_once(submit, submit)} == {Evaluation.objects.get().pk}
    assert Evaluation.objects.get().revision == 1


def test_of_two_different_contents_handed_in_at_once_one_is_refused():
    given = scene.assignment()

    def submit(comment):
        return submit_evaluation(fresh(given), by=user("chen"), marks=scene.GOOD, comment=comment, edit_count=0)

    kept = one_refused(at_once(lambda: submit("first"), lambda: submit("second")), "quality.stale")
    assert list(Evaluation.objects.values_list("pk", "revision")) == [(kept.pk, 1)]


def test_evaluations_published_twice_at_once_are_published_once():
    made = [scene.evaluation(), scene.evaluation(cast.wang())]

    def publish():
        return publish_evaluations([fresh(one) for one in made], by=user("feng"))

    for name in ("feng", "zheng"):
        cast.user(name)
    one_refused(at_once(publish, publish), "quality.not_submitted")
    assert Entry.objects.filter(action="publish_evaluations").count() == 1


def test_a_contact_given_to_one_analyst_twice_at_once_is_given_once():
    contact, card = scene.contact(), scene.scorecard()
    chen, feng = cast.user("chen"), cast.user("feng")

    def give():
        return assign_contacts([contact], by=fresh(feng), analyst=fresh(chen), scorecard=card, due_on=scene.DUE)

    one_refused(at_once(give, give), "quality.assigned_already")
    assert Assignment.objects.count() == 1


def test_actions_at_once_leave_an_unbroken_chain():
    names = ["li", "wang", "zhao", "chen", "feng", "sun"]
    for name in names:
        cast.user(name)

    def act(name):
        def call():
            choose_language(user(name), by=user(name), language="en")
            note("looked", user(name), by=user(name))

        return call

    for _round in range(ROUNDS):
        at_once(*map(act, names))
    assert verify() == []
    numbers = list(Entry.objects.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, 2 * ROUNDS * len(names) + 1))


def test_numbers_that_postgresql_writes_its_own_way_do_not_look_tampered_with():
    facts = {
        "large": 1e22,
        "small": 5e-324,
        "whole": 3.0,
        "none": -0.0,
        "long": 12345678901234567890,
        "text": "½\\u0041 宽带",
    }
    note("looked", cast.user("sun"), by=cast.user("sun"), **facts)
    assert verify() == []


def test_the_centre_is_made_once_however_many_ask_first():
    assert {centre.pk for centre in at_once(*[the_centre] * 4)} == {1}


def test_a_job_somebody_is_just_taking_keeps_nobody_waiting():
    first, second = enqueue("count", 1, by=1), enqueue("count", 2, by=1)
    with transaction.atomic():
        assert take() == first
        assert at_once(take) == [second]
        assert at_once(take) == [None]


def test_workers_never_take_the_same_job():
    jobs = [enqueue("count", number, by=1).pk for number in range(40)]

    def worker_takes():
        return [job.pk for job in iter(take, None)]

    taken = [pk for some in at_once(*[worker_takes] * 4) for pk in some]
    assert sorted(taken) == jobs


def test_every_job_is_done_once_whoever_does_it():
    done = []

    @step("count")
    def count(target):
        done.append(target)
        return Progress(1, 1, is_finished=True)

    for number in range(20):
        enqueue("count", number, by=1)
    at_once(*[lambda: list(iter(work_once, False))] * 3)
    del worker.STEPS["count"]
    assert sorted(done) == list(range(20))
    assert set(Job.objects.values_list("state", flat=True)) == {"done"}


def test_of_two_who_confirm_at_once_one_does_and_it_goes_out_once():
    cycle = stage.open_quarter()
    for name in ("qian", "zheng", "wu"):
        cast.user(name)
    compute_cycle(cycle, by=user("zheng"))
    facts = {"reason": "they will not come", "today": AFTER}
    propose_publication(fresh(cycle), by=user("wu"), **facts)

    def confirm(name):
        return lambda: confirm_publication(fresh(cycle), by=user(name), today=AFTER)

    one_refused(at_once(confirm("qian"), confirm("zheng")), "move.state")
    Publication.objects.update(effective_at=timezone.now())

    def finish(name):
        return lambda: publish_cycle(fresh(cycle), by=user(name))

    one_refused(at_once(finish("qian"), finish("zheng")), "move.state")
    assert Entry.objects.filter(action="publish_cycle").count() == 1


def test_taking_back_and_finishing_at_once_never_both_go_through():
    cycle = stage.open_quarter()
    for name in ("qian", "zheng"):
        cast.user(name)
    compute_cycle(cycle, by=user("zheng"))
    propose_publication(fresh(cycle), by=user("zheng"), reason="they will not come", today=AFTER)
    confirm_publication(fresh(cycle), by=user("qian"), today=AFTER)
    found = at_once(
        lambda: take_back_publication(fresh(cycle), by=user("zheng"), reason="a team is missing"),
        lambda: publish_cycle(fresh(cycle), by=user("qian")),
    )
    assert sum(isinstance(one, Refusal) for one in found) == 1
    assert fresh(cycle).state == "preliminary"


def test_of_two_sessions_at_the_same_hour_booked_at_once_one_is_refused():
    stage.in_force_everything()
    cast.person("li")
    made, start = course(), timezone.now() + timedelta(days=3)

    def session(minutes):
        begin = start + timedelta(minutes=minutes)
        return plan_session(made, by=user("zhou"), when=When(begin, begin + timedelta(hours=2), places=5, place="301"))

    for number in range(ROUNDS):
        first, second = session(300 * number), session(300 * number + 30)
        one_refused(
            at_once(
                lambda one=first: book_seat(fresh(one), by=user("li")),
                lambda one=second: book_seat(fresh(one), by=user("li")),
            ),
            "training.person_taken",
        )
    assert Seat.objects.filter(state="booked").count() == ROUNDS
