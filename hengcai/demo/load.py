"""Loads the demo centre: everything through the actions a person would use, in the order of its days, from one seed."""

import random
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from django.utils.timezone import localdate, now

from hengcai.accounts.actions import settle_centre
from hengcai.accounts.models import Centre, system_user
from hengcai.accounts.queries import demo_sign_ins, the_centre
from hengcai.appraisal.actions import load_shipped_policies
from hengcai.base import clock
from hengcai.base.bilingual import Bilingual
from hengcai.demo import contacts, group, home, people, periods, words  # noqa: F401 - words register themselves
from hengcai.demo.appeals import Appeals
from hengcai.demo.appraisals import Raters, Rounds, train_raters
from hengcai.demo.bulletins import Notices
from hengcai.demo.calendar import leave_a_calendar
from hengcai.demo.calibrations import BEGUN_DAYS_AGO, CLOSED_DAYS_AGO, Sessions
from hengcai.demo.causes import Causes
from hengcai.demo.coaching import Coachings
from hengcai.demo.complaints import leave_complaints, leave_praise
from hengcai.demo.consequences import Consequences
from hengcai.demo.contacts import Traffic
from hengcai.demo.disputes import Disputes
from hengcai.demo.exams import leave_exams
from hengcai.demo.growth import Growing
from hengcai.demo.hashing import worked_out_once
from hengcai.demo.improvement import Improvements
from hengcai.demo.learning import leave_learning
from hengcai.demo.mentoring import Newcomers
from hengcai.demo.observing import Observing
from hengcai.demo.packages import leave_packages
from hengcai.demo.periods import Period
from hengcai.demo.policies import Policies
from hengcai.demo.practicals import leave_practicals
from hengcai.demo.questions import leave_questions
from hengcai.demo.rechecks import DRAWN_AT, Rechecks, ready_to_publish
from hengcai.demo.recordings import leave_recordings
from hengcai.demo.records import Confirmations
from hengcai.demo.sampling import leave_a_plan
from hengcai.demo.scoring import Desk
from hengcai.demo.shifts import leave_a_roster
from hengcai.demo.simulations import leave_simulations
from hengcai.demo.surveys import Surveys
from hengcai.demo.timeline import Timeline, at
from hengcai.demo.trainings import Trainings
from hengcai.framework.actions import load_shipped
from hengcai.inbox.tasks import round_to_its_end
from hengcai.interactions.actions.operations import count_operations
from hengcai.quality.actions import sum_up_measures, sum_up_months
from hengcai.quality.actions.seeds import load_seed_scorecards

Tell = Callable[..., None]  # takes the code of a sentence and its facts
NAME = Bilingual("云川客服中心", "Yunchuan Contact Centre")
A_DAY = timedelta(days=1)
DAYS_TO_SCORE, DAYS_TO_PUBLISH = 6, 7  # after a round's last day
MIDDLE = 15  # a round that ends here is disputed and decided before its month is computed


@dataclass(frozen=True)
class Outcome:
    password: str
    is_new: bool


def load_demo(*, agents: int, seed: int, tell: Tell) -> Outcome:
    """Into an empty home; a demo that is whole is kept. What was broken off `home.made_ready` has cleared before."""
    people.check_agents(agents)
    if home.standing() == home.WHOLE:
        return Outcome(home.password_file().read_text().strip(), is_new=False)
    centre, password = the_centre(), f"hengcai-{secrets.token_hex(3)}"
    home.begin(centre)
    with worked_out_once():
        Story(centre, agents=agents, dice=random.Random(seed), password=password, now=now(), tell=tell).run()
    home.password_file().write_text(password)
    return Outcome(password, is_new=True)


def sign_in_lines(outcome: Outcome) -> list[str]:
    lines = [f"{one.user.username:<8}{one.user.name}  {one.role}" for one in demo_sign_ins()]
    return [*lines, f"password: {outcome.password}"]


class Story:
    """One centre over three quarters and the days since, told up to `now`."""

    def __init__(
        self, centre: Centre, *, agents: int, dice: random.Random, password: str, now: datetime, tell: Tell
    ) -> None:
        self.centre, self.agents, self.dice, self.password, self.tell = centre, agents, dice, password, tell
        self.system, self.today = system_user(), localdate(now)
        self.timeline = Timeline(now, dice)
        self.quarters = periods.quarters(self.today)
        self.start = self.quarters[0][0]

    def run(self) -> None:
        self.timeline.add(at(self.start, 6), self._found)
        self.timeline.run()
        with clock.set_to(self.timeline.now):
            self.desk.leave_a_draft()
            planner = self.staff.users["feng"]
            if home.keeps_media():
                leave_recordings(by=self.system)
                leave_packages(self.centre, by=self.staff.users["zhou"])
            leave_a_plan(self.centre, self.desk.scorers, self.quarters[2], by=planner, today=self.today)
            leave_complaints(by=self.system, judge=planner)
            leave_praise(self.centre, by=self.system)
            leave_simulations(self.centre, by=self.staff.users["zhou"])
            leave_exams(self.centre, by=self.staff.users["zhou"], today=self.today)
            leave_practicals(self.centre, self.staff.users)
            leave_questions(self.centre, self.staff.users)
            self.surveys.report(lambda _user: self.password, today=self.today)
            Growing(self.centre, self.staff.users, password=self.password, today=self.today).leave()

            leave_a_calendar(self.centre, by=self.staff.users["zheng"])
            leave_a_roster(self.centre, self.staff, today=self.today, by=self.system)
            sum_up_months(self.centre, by=self.system, today=self.today)
            sum_up_measures(self.centre, by=self.system, today=self.today)
            count_operations(self.centre, by=self.system, today=self.today)
            self.improvements.tell(self.today)
            self.trainings.leave(self.today)
            self.notices.leave()
            leave_learning(self.centre, self.staff.users, today=self.today, keeps_media=home.keeps_media())
            round_to_its_end()

    def _found(self) -> None:
        """The centre's first day; what follows from it is laid out at once."""
        self.tell("demo.standards")
        system, agent_word = self.system, Bilingual("客服代表", "agent")
        settle_centre(self.centre, by=system, name=NAME, agent_word=agent_word, form_heads={})
        load_shipped(self.centre, by=system, today=self.start)
        load_seed_scorecards(self.centre, by=system, on=self.start)
        load_shipped_policies(self.centre, by=system, today=self.start)
        self._people()
        self.notices = Notices(self.centre, self.staff.users, self.timeline)
        self.notices.lay_out(self.start, self.today)
        self.surveys = Surveys(self.centre, self.staff.users)
        self.surveys.plan(self.timeline, start=self.start, today=self.today)
        self._contacts()
        self._appraisals()

    def _people(self) -> None:
        self.tell("demo.people", agents=self.agents)
        users = people.add_office(self.centre, by=self.system, password=self.password)
        self.staff = people.staff_of(self.agents, users=users, today=self.today, dice=self.dice)
        people.take_in(self.centre, self.staff, self.staff.here_by(self.start), by=self.system)
        people.add_office_people(self.centre, by=self.system, users=users, since=self.start - 600 * A_DAY)
        train_raters(users.values())
        for row in self.staff.newcomers(self.start):
            self.timeline.add(at(date.fromisoformat(row["hired_on"]), 7), partial(self._welcome, row))
        for row in self.staff.leavers():
            leaving = at(date.fromisoformat(row["left_on"]), 21)
            self.timeline.add(leaving, partial(people.let_go, self.centre, row, by=self.system))

    def _welcome(self, row: dict[str, str]) -> None:
        train_raters(people.take_in(self.centre, self.staff, [row], by=self.system))

    def _contacts(self) -> None:
        self.traffic = Traffic(self.staff, self.start, self.today, self.dice)
        self.desk = Desk(self.staff.users, self.traffic, self.timeline, self.dice)
        self.disputes, self.rechecks = Disputes(self.desk), Rechecks(self.desk)
        Observing(self.centre, self.staff.users, self.timeline).plan(self.today)
        put = self.timeline.add_by_now
        for period in periods.rounds(self.start, halves_from=self.quarters[2][0], today=self.today):
            put(at(period[1] + A_DAY, 7), partial(self._round, period))
        ended = periods.ended_months(self.start, self.today)
        for first, last in ended:
            put(at(last + A_DAY, 8), partial(self._measures, first, last))
        self.trainings = Trainings(self.centre, self.staff.users, self.timeline, self.traffic.times)
        self.trainings.found(self.start)
        self.trainings.lay_out(ended)
        newcomers = Newcomers(self.centre, self.staff.users, self.timeline, self.password)
        newcomers.lay_out(self.staff, start=self.start, today=self.today)
        sessions = Sessions(self.centre, self.desk, self.staff.users["feng"])
        for days in CLOSED_DAYS_AGO:
            put(at(self.today - days * A_DAY, 15), sessions.closed)
        put(at(self.today - BEGUN_DAYS_AGO * A_DAY, 14), sessions.scoring)
        causes = Causes(self.centre, self.staff.users)
        causes.name_owners()
        causes.lay_out(self.timeline, periods.ended_months(self.start, self.today), today=self.today)
        judged_at = at(self.today - A_DAY, 15)
        put(at(self.today - A_DAY, DRAWN_AT), self.rechecks.of_a_day)
        put(at(self.today - A_DAY, 16), self.disputes.of_the_newest)
        put(self.timeline.now, self.rechecks.of_the_newest)
        Coachings(self.centre, self.desk, self.rechecks, self.password).tell(self.today)
        newest = self.quarters[1][1]
        Confirmations(self.staff.users, self.timeline, self.password, newest).lay_out(self.start, self.today)
        Appeals(self.timeline).lay_out(self.start, self.today)
        group.lay_out(self.centre, self.staff.users, self.timeline, start=self.start, today=self.today)
        self.improvements = Improvements(self.centre, self.staff.users, self.timeline)
        self.improvements.plan(self.today)
        put(at(self.today - 2 * A_DAY, 10), lambda: self.desk.report_red_lines(judged_at=judged_at))

    def _round(self, period: Period) -> None:
        """Contacts come in, a sample is handed out, scored and published within the week."""
        self.tell("demo.contacts", first=period[0], last=period[1])
        found = contacts.bring_in(self.centre, self.traffic, *period, by=self.system)
        due_on = period[1] + DAYS_TO_SCORE * A_DAY
        made = self.desk.hand_out(found, due_on=due_on, until=at(due_on, 18))
        published_on = period[1] + DAYS_TO_PUBLISH * A_DAY
        if at(published_on, 16) > self.timeline.now:
            self.disputes.waiting.append(made)
            return
        self.timeline.add(at(published_on, DRAWN_AT), self.rechecks.of_a_day)
        self.timeline.add(at(published_on, 16), lambda: self.desk.publish(ready_to_publish(made)))
        if period[1].day == MIDDLE:
            self.timeline.add(at(published_on + A_DAY, 10), lambda: self.disputes.of_a_round(made))
        if period[0] >= self.quarters[2][0] and period[1] in self._published_months():
            self.timeline.add(at(published_on + A_DAY, 10), lambda: self.disputes.of_a_months_end(made))

    def _published_months(self) -> set[date]:
        """Their last days; the newest month's figures stay preliminary."""
        return {last for _first, last in periods.ended_months(self.start, self.today)[:-1]}

    def _measures(self, first: date, last: date) -> None:
        contacts.bring_in_measures(self.centre, self.traffic, first, last, by=self.system)

    def _appraisals(self) -> None:
        Policies(self.centre, self.staff, self.timeline, self.password).tell(self.quarters[2][0], self.today)
        rounds = Rounds(self.centre, Raters(self.staff, self.dice), self.timeline, self.tell)
        for period, is_linked in zip(self.quarters[:2], (False, True), strict=True):
            rounds.past_quarter(period, is_linked=is_linked)
        rounds.running_quarter(self.quarters[2], today=self.today)
        ended = periods.ended_months(self.start, self.today)
        for period in ended:
            rounds.month(period, is_published=period != ended[-1])
        followed = Consequences(self.centre, self.staff.users, self.timeline, self.password)
        followed.lay_out(self.start, ended, self.quarters[0], today=self.today)
