"""Loads the demo centre: everything through the actions a person would use, from one seed."""

import random
import secrets
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from django.conf import settings
from django.utils.timezone import localdate

from hengcai.accounts.actions import settle_centre
from hengcai.accounts.models import Centre, User, system_user
from hengcai.accounts.queries import demo_sign_ins, has_administrator, the_centre
from hengcai.appraisal.actions import compute_cycle, draw_second_superiors, load_shipped_policies, publish_cycle
from hengcai.appraisal.actions.cycles import Dates
from hengcai.base.bilingual import Bilingual
from hengcai.base.days import months
from hengcai.base.errors import NotNow
from hengcai.demo import appraisals, contacts, people, scoring, words  # noqa: F401 - words register themselves
from hengcai.framework.actions import load_shipped
from hengcai.quality.actions.seeds import load_seed_scorecards

Tell = Callable[[str], None]
NAME = Bilingual("云川客服中心", "Yunchuan Contact Centre")


@dataclass(frozen=True)
class Outcome:
    password: str
    is_new: bool


def empty_home() -> None:
    """Removes what an earlier demo left; refuses where the centre is a real one."""
    home = Path(settings.HOME)
    marker = home / "demo_password"
    if (home / "hengcai.sqlite3").exists() and not marker.exists():
        raise NotNow("demo.not_a_demo", folder=home)
    for path in (*home.glob("hengcai.sqlite3*"), marker):
        path.unlink(missing_ok=True)
    shutil.rmtree(home / "lake", ignore_errors=True)


def load_demo(*, agents: int, seed: int, tell: Tell) -> Outcome:
    centre, marker = the_centre(), Path(settings.HOME) / "demo_password"
    if centre.is_demo and marker.exists():
        return Outcome(marker.read_text().strip(), is_new=False)
    if has_administrator():
        raise NotNow("demo.not_a_demo", folder=settings.HOME)
    password = f"hengcai-{secrets.token_hex(3)}"
    _load(centre, agents=agents, dice=random.Random(seed), password=password, tell=tell)
    marker.write_text(password)
    Centre.objects.filter(pk=centre.pk).update(is_demo=True)
    return Outcome(password, is_new=True)


def sign_in_lines(outcome: Outcome) -> list[str]:
    lines = [f"{one.user.username:<8}{one.user.name}  {one.role}" for one in demo_sign_ins()]
    return [*lines, f"password: {outcome.password}"]


def _load(centre: Centre, *, agents: int, dice: random.Random, password: str, tell: Tell) -> None:
    today, system = localdate(), system_user()
    quarters = [appraisals.quarter_of(today, back) for back in (2, 1, 0)]
    tell("framework, scorecards, policies")
    settle_centre(centre, by=system, name=NAME, agent_word=Bilingual("客服代表", "agent"), form_heads={})
    load_shipped(centre, by=system, today=quarters[0][0])
    load_seed_scorecards(centre, by=system, on=quarters[0][0])
    load_shipped_policies(centre, by=system, today=quarters[0][0])
    tell(f"{agents} agents and those around them")
    users = people.add_office(centre, by=system, password=password)
    staff = people.add_staff(centre, by=system, users=users, agents=agents, today=today, dice=dice)
    tell("contacts of two quarters and the running one")
    made = contacts.bring_in(centre, staff, by=system, start=quarters[0][0], end=today - timedelta(days=1), dice=dice)
    contacts.bring_in_measures(centre, staff, by=system, quarters=quarters, today=today, dice=dice)
    tell(f"  {len(made)} contacts")
    _score(quarters, made, users, today=today, dice=dice, tell=tell)
    _appraise(centre, staff, quarters, today=today, dice=dice, tell=tell)


def _score(quarters, made, users: dict[str, User], *, today: date, dice: random.Random, tell: Tell) -> None:
    scorers = scoring.analysts(users)
    drawn = scoring.sample(*quarters[0], dice=dice, a_month=1) + scoring.sample(quarters[1][0], today, dice=dice)
    tell(f"{len(drawn)} evaluations by six analysts")
    given = scoring.hand_out(drawn, by=users["zheng"], scorers=scorers, due_on=scoring.days_due(today), dice=dice)
    running = [one for one in given if one.contact.started_at.date() >= quarters[2][0]]
    left = set(dice.sample([one.pk for one in running], k=min(60, len(running) // 4)))
    done = [one for one in given if one.pk not in left]
    evaluations = scoring.score_all(done, made, scorers=scorers, dice=dice, tell=tell)
    scoring.leave_work([one for one in given if one.pk in left], made, scorers=scorers, dice=dice)
    waiting = {one.pk for one in evaluations if one.contact_on >= today - timedelta(days=12)}
    scoring.publish([one for one in evaluations if one.pk not in waiting], by=users["feng"])
    scoring.red_lines(evaluations, users=users, dice=dice)


def _appraise(centre: Centre, staff: people.Staff, quarters, *, today: date, dice: random.Random, tell: Tell) -> None:
    users = staff.users
    appraisals.train_raters(users, today=quarters[0][0])
    raters = appraisals.Raters(staff, dice)
    for period, is_linked in zip(quarters[:2], (False, True), strict=True):
        tell(f"quarter from {period[0]}")
        _past_quarter(centre, raters, period, is_linked=is_linked, dice=dice, tell=tell)
    ends = [(first, last) for first, last in months(quarters[0][0], today) if last < today]
    for number, period in enumerate(ends):
        tell(f"month from {period[0]}")
        is_last = number == len(ends) - 1
        appraisals.month(centre, by=users["zheng"], period=period, users=users, is_published=not is_last)
    tell("running quarter")
    _running_quarter(centre, raters, quarters[2], users=users, today=today, dice=dice, tell=tell)


def _past_quarter(centre: Centre, raters, period, *, is_linked: bool, dice: random.Random, tell: Tell) -> None:
    """`is_linked`: superiors' superiors rated some people too, so that severity can be told from ability."""
    last, users = period[1], raters.staff.users
    dates = Dates(last, last + timedelta(days=2), last + timedelta(days=8), last + timedelta(days=13))
    cycle = appraisals.quarter(centre, raters, by=users["zheng"], period=period, dates=dates)
    if is_linked:
        draw_second_superiors(cycle, by=users["zheng"])
    appraisals.rate_all(cycle, raters, share=0.97, today=last + timedelta(days=9), keep_open=set(), tell=tell)
    appraisals.test_marks(cycle, by=users["zheng"], dice=dice)
    cycle = compute_cycle(cycle, by=users["zheng"])
    publish_cycle(cycle, by=users["qian"])


def _running_quarter(
    centre: Centre, raters, period, *, users: dict[str, User], today: date, dice: random.Random, tell: Tell
) -> None:
    self_due = today + timedelta(days=3)
    dates = Dates(self_due, *(today + timedelta(days=days) for days in (6, 9, 16)))
    cycle = appraisals.quarter(centre, raters, by=users["zheng"], period=period, dates=dates)
    visitors = {users[name].person.pk for name in ("li", "wang", "zhao", "zhou")}
    appraisals.rate_all(cycle, raters, share=0.55, today=self_due + timedelta(days=1), keep_open=visitors, tell=tell)
