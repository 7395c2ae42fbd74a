"""A survey from invitation to results: who is asked, what is kept of whom, what is shown."""

from datetime import date, timedelta

import pytest
from django.db import connection

from hengcai.assessment.actions import (
    answer_survey,
    close_survey,
    extend_survey,
    keep_draft,
    open_survey,
    remind_invitees,
)
from hengcai.assessment.actions.surveys import Plan
from hengcai.assessment.audience import Audience
from hengcai.assessment.models import Invitee, Sheet, Tally
from hengcai.assessment.queries.held import answers_held
from hengcai.assessment.queries.results import results_of
from hengcai.assessment.queries.surveys import draft_of
from hengcai.assessment.tasks import ask_to_close, close_survey_step
from hengcai.audit.models import Entry, Values
from hengcai.base import clock
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.inbox.models import Duty
from hengcai.jobs.models import Job
from tests import cast
from tests.assessment.asking import ANSWERS, TODAY, agents, opened, published

pytestmark = pytest.mark.django_db


def answered(survey, people, **changes):
    for one in people:
        answer_survey(survey, by=one.user, answers={**ANSWERS, **changes}, today=TODAY)


def test_agents_are_asked_and_nobody_else(db):
    li, _wang, _zhao = cast.li(), cast.wang(), cast.zhao()
    cast.person("chen")
    survey = opened()
    assert set(survey.invitees.values_list("person__number", flat=True)) == {"li", "wang"}
    duty = Duty.objects.get(user=li.user)
    assert (duty.kind, duty.due_on) == ("survey.answer", survey.closes_on)


def test_teams_and_posts_narrow_the_audience(db):
    cast.li(), cast.he()
    plan = Plan("x", TODAY, audience=Audience(teams=(cast.team("two").pk,)))
    survey = open_survey(published(), by=cast.user("zhou"), plan=plan, today=TODAY)
    assert list(survey.invitees.values_list("person__number", flat=True)) == ["he"]
    with pytest.raises(NotValid, match="nobody_asked"):
        open_survey(
            survey.questionnaire,
            by=cast.user("zhou"),
            plan=Plan("x", TODAY, audience=Audience(posts=(9**9,))),
            today=TODAY,
        )


def test_one_answers_once_in_time_and_only_if_asked(db):
    li, wang = cast.li(), cast.wang()
    survey = opened()
    answered(survey, [li])
    with pytest.raises(NotNow, match="answered_already"):
        answered(survey, [li])
    with pytest.raises(NotAllowed):
        answer_survey(survey, by=cast.user("he"), answers=ANSWERS, today=TODAY)
    with pytest.raises(NotNow, match="over"):
        answer_survey(survey, by=wang.user, answers=ANSWERS, today=survey.closes_on + timedelta(days=1))
    assert not Duty.objects.filter(user=li.user, done_at=None).exists()


def test_a_draft_is_its_writer_s_alone_and_gone_when_the_survey_is_closed(db):
    li, wang = cast.li(), cast.wang()
    survey = opened(anonymous=False)
    kept = keep_draft(survey, by=li.user, answers={"trained": "yes", "ten": "99", "gone": "x"}, at="ten", today=TODAY)
    assert kept.answers == {"trained": "yes"}
    assert draft_of(survey, wang.user) is None
    assert [row["draft"] for row in answers_held(li)] == [{"trained": "yes"}]
    with pytest.raises(NotAllowed):
        keep_draft(survey, by=cast.user("he"), answers={}, today=TODAY)
    with pytest.raises(NotNow, match="over"):
        keep_draft(survey, by=li.user, answers={}, today=survey.closes_on + timedelta(days=1))
    close_survey(survey, by=cast.user("zhou"))
    assert draft_of(survey, li.user) is None


def test_an_anonymous_survey_keeps_no_draft(db):
    li = cast.li()
    with pytest.raises(NotNow, match="draft_anonymous"):
        keep_draft(opened(), by=li.user, answers=ANSWERS, today=TODAY)


def test_reminders_go_to_those_who_have_not_answered(db):
    li, wang = cast.li(), cast.wang()
    survey = opened()
    answered(survey, [li])
    Duty.objects.update(seen_at=clock.now())
    assert remind_invitees(survey, by=cast.user("zhou"), today=TODAY) == 1
    assert list(Duty.objects.filter(done_at=None, seen_at=None).values_list("user", flat=True)) == [wang.user_id]


def test_the_last_day_only_moves_back(db):
    cast.li()
    survey = opened()
    with pytest.raises(NotValid, match="only_later"):
        extend_survey(survey, by=cast.user("zhou"), closes_on=survey.closes_on, today=TODAY)
    later = survey.closes_on + timedelta(days=3)
    extend_survey(survey, by=cast.user("zhou"), closes_on=later, today=TODAY)
    assert Duty.objects.get(kind="survey.answer").due_on == later


def test_a_survey_closes_by_itself_after_its_last_day(db, monkeypatch):
    cast.li()
    survey = opened()
    for day, state in ((survey.closes_on, "open"), (survey.closes_on + timedelta(days=1), "closed")):
        monkeypatch.setattr(clock, "today", lambda day=day: day)
        ask_to_close()
        for job in Job.objects.filter(kind="close-survey", state="queued"):
            close_survey_step(job.target)
        survey.refresh_from_db()
        assert survey.state == state


class TestAnonymity:
    """Whatever lies in the database of an anonymous survey, no row of it leads from an answer to a person."""

    @pytest.fixture
    def survey(self, db):
        self.people = agents(8)
        survey = opened()
        answered(survey, self.people[:6], word="只有我知道的话")
        return survey

    def test_a_sheet_names_nobody_and_no_moment(self, survey):
        fields = {field.name for field in Sheet._meta.get_fields()}
        assert fields == {"id", "survey", "person", "answers"}
        assert set(Sheet.objects.values_list("person", flat=True)) == {None}
        assert {field.name for field in Invitee._meta.get_fields()} >= {"has_answered"}
        assert not any(field.name.endswith(("_at", "_on")) for field in Invitee._meta.get_fields())

    def test_numbers_and_places_of_sheets_do_not_follow_the_order_of_arrival(self, survey):
        """On SQLite a table keeps the order of arrival in a number of its own, unless that is the key itself."""
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute("SELECT rowid, id FROM assessment_sheet")
                assert all(left == right for left, right in cursor.fetchall())
        keys = list(Sheet.objects.values_list("pk", flat=True))
        assert min(keys) > 2**32

    def test_closing_writes_every_sheet_anew(self, survey):
        before = set(Sheet.objects.values_list("pk", flat=True))
        close_survey(survey, by=cast.user("zhou"))
        after = set(Sheet.objects.values_list("pk", flat=True))
        assert len(after) == 6
        assert not before & after

    def test_the_audit_log_keeps_that_somebody_answered_and_nothing_of_the_sheet(self, survey):
        entries = Entry.objects.filter(action="answer_survey")
        assert entries.count() == 6
        assert {entry.thing for entry in entries} == {f"assessment.survey:{survey.pk}"}
        kept = str(list(Values.objects.filter(entry__in=entries).values_list("values", flat=True)))
        assert "只有我知道的话" not in kept
        assert not any(str(key) in kept for key in Sheet.objects.values_list("pk", flat=True))

    def test_counts_of_groups_hold_no_text(self, survey):
        assert "只有我知道的话" not in str(list(Tally.objects.values_list("counts", flat=True)))

    def test_a_named_survey_keeps_who_answered_what(self, db):
        li = cast.li()
        survey = opened(anonymous=False)
        answered(survey, [li])
        assert Sheet.objects.get().person == li


class TestResults:
    def test_of_an_open_survey_nothing_is_shown(self, db):
        cast.li()
        with pytest.raises(NotNow, match="not_closed"):
            results_of(opened(), cast.user("zhou"))

    def test_of_fewer_than_five_nothing_is_shown(self, db):
        people = agents(6)
        survey = opened()
        answered(survey, people[:4])
        found = results_of(close_survey(survey, by=cast.user("zhou")), cast.user("zhou"))
        assert (found.n_answered, found.lines) == (4, [])

    def test_a_small_team_is_hidden_and_its_neighbour_with_it(self, db):
        one, two = agents(7), agents(3, team="two")
        survey = opened()
        answered(survey, [*one, *two])
        found = results_of(close_survey(survey, by=cast.user("zhou")), cast.user("zhou"))
        used = next(line for line in found.lines if line.key == "used")
        assert (used.all.n, used.all.mean.estimate) == (10, 4.0)
        assert [group.told for group in used.groups["team"]] == [None, None]

    def test_a_lead_sees_their_own_team_and_no_texts(self, db):
        one, two = agents(7), agents(6, team="two")
        survey = opened()
        answered(survey, [*one, *two])
        close_survey(survey, by=cast.user("zhou"))
        found = results_of(survey, cast.user("zhao"))
        used = next(line for line in found.lines if line.key == "used")
        assert set(used.groups) == {"team"}
        assert [(str(group.name), group.told.n) for group in used.groups["team"]] == [("Team one", 7)]
        assert not any(line.texts for line in found.lines)

    def test_agents_do_not_see_results(self, db):
        people = agents(5)
        survey = opened()
        answered(survey, people)
        close_survey(survey, by=cast.user("zhou"))
        with pytest.raises(NotAllowed):
            results_of(survey, people[0].user)

    def test_texts_are_covered_and_in_no_order_of_arrival(self, db):
        people = agents(6)
        survey = opened()
        for n, one in enumerate(people):
            answered(survey, [one], word=f"{n} {people[0].name} 13812345678")
        found = results_of(close_survey(survey, by=cast.user("zhou")), cast.user("zhou"))
        texts = next(line for line in found.lines if line.key == "word").texts
        assert len(texts) == 6
        assert not any(people[0].name in text or "13812345678" in text for text in texts)

    def test_a_text_fewer_than_five_wrote_is_not_shown(self, db):
        people = agents(6)
        survey = opened()
        answered(survey, people[:4], words="x")
        answered(survey, people[4:])
        found = results_of(close_survey(survey, by=cast.user("zhou")), cast.user("zhou"))
        assert next(line for line in found.lines if line.key == "words").texts == []


def test_days_far_away_are_refused(db):
    cast.li()
    with pytest.raises(NotValid, match="closes_past"):
        open_survey(published(), by=cast.user("zhou"), plan=Plan("x", date(9999, 12, 31)), today=TODAY)
