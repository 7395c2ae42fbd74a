"""Starters are drawn before and after they are coached: one has got better, of one it cannot be told yet; other sessions
wait to be signed, were refused, or are only prepared. Six cases for the library."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from hengcai.accounts.models import Centre, User
from hengcai.base import clock
from hengcai.coaching.actions import (
    ask_consent,
    give_consent,
    hold_coaching,
    look_again,
    make_case,
    prepare_coaching,
    put_off_look,
    refuse_coaching,
    show_case,
    sign_coaching,
)
from hengcai.coaching.models import Coaching
from hengcai.coaching.rules.library import Draft
from hengcai.coaching.rules.sessions import Cut, Plan
from hengcai.demo.coaching_words import CASES, SAID
from hengcai.demo.scoring import Desk
from hengcai.demo.timeline import at
from hengcai.quality.actions.evaluations import submit_evaluation
from hengcai.quality.actions.picks import give_picks
from hengcai.quality.actions.plans import draw_plan, make_plan, start_plan
from hengcai.quality.models import Answer, Assignment, Evaluation
from hengcai.quality.rules.card import ANCHORED, Mark, Marks

A_DAY = timedelta(days=1)
HELD, LOOKED = 22, 2  # days ago
FEWEST = 3  # marks of one item
BEFORE, AFTER = (44, 24), (21, 4)  # days ago from–to, of the contacts drawn
AT_LEAST = 4  # of the one who gets better, afterwards
VISITOR, PLANNER = "li", "feng"
SEED = 20260917
TEXT = """name: 新人抽检 Starters {first}
period: [{first}, {last}]
per_agent: 0
new_hire: {{months: 12, per_agent: 6}}
double_share: "0"
"""


@dataclass
class Coachings:
    """`password`: with which the demo's people sign in, and sign."""

    centre: Centre
    desk: Desk
    password: str
    better: set[int] = field(default_factory=set)  # agents
    item: dict[int, str] = field(default_factory=dict)  # agent → item

    def tell(self, today: date) -> None:
        """Lays out what happens when."""
        put = self.desk.timeline.add_by_now
        put(at(today - (HELD + 1) * A_DAY, 9), lambda: self._drawn(today, BEFORE))
        put(at(today - HELD * A_DAY, 10), lambda: self._coached(today))
        put(at(today - (LOOKED + 1) * A_DAY, 9), lambda: self._drawn(today, AFTER))
        put(at(today - LOOKED * A_DAY, 15), lambda: self._looked(today))
        put(at(today - A_DAY, 17), lambda: self._others(today))
        put(at(today - A_DAY, 18), self._cases)

    def _drawn(self, today: date, days: tuple[int, int]) -> None:
        """Drawn, given out, scored and published within a day."""
        first, last = (today - ago * A_DAY for ago in days)
        by, rows = self.desk.users[PLANNER], self._analysts()
        plan = make_plan(self.centre, by=by, text=TEXT.format(first=first, last=last), analysts=rows, seed=SEED)
        plan = start_plan(draw_plan(plan, by=by, today=clock.today()), by=by)
        if not plan.draws.filter(picks__analyst__isnull=False).exists():
            return
        give_picks(plan, by=by, today=clock.today())
        given = Assignment.objects.filter(pick__draw__plan=plan).select_related("contact__agent", "analyst")
        self.desk.publish([self._scored(one, is_after=days == AFTER) for one in given.order_by("pk")])

    def _analysts(self) -> list[dict[str, str]]:
        return [{"analyst": one.username, "capacity": "1", "excluded": ""} for one in self.desk.scorers]

    def _scored(self, one: Assignment, *, is_after: bool) -> Evaluation:
        marks = self.desk.marks_of(one)
        if is_after and one.contact.agent_id in self.better:
            marks = _lifted(marks, self.item[one.contact.agent_id])
        return submit_evaluation(one, by=one.analyst, marks=marks, comment="", edit_count=0)

    def _coached(self, today: date) -> None:
        """The two who did worst on some item; both sign the same day. The worst gets better."""
        rows = Answer.objects.filter(item__kind=ANCHORED, evaluation__assignment__pick__isnull=False)
        rows = rows.filter(evaluation__agent__user__isnull=False, evaluation__placement__lead__user__isnull=False)
        found: dict[tuple[int, str], list[Answer]] = defaultdict(list)
        for one in rows.exclude(value="na").select_related("item").order_by("pk"):
            found[one.evaluation.agent_id, one.item.code].append(one)
        worst: dict[int, list[Answer]] = {}
        for (agent, _code), some in sorted(found.items(), key=lambda pair: (_mean(pair[1]), pair[0])):
            if len(some) >= FEWEST:
                worst.setdefault(agent, some)
        for number, (agent, some) in enumerate(list(worst.items())[:2]):
            low = min(some, key=lambda one: (one.value, one.pk))
            self.item[agent] = low.item.code
            self.better |= {agent} if number == 0 else set()
            self._signed(self._held(self._prepared(low.evaluation, today, low)))

    def _looked(self, today: date) -> None:
        for one in Coaching.objects.filter(state="signed").order_by("pk"):
            words = SAID[self._language(one.clips.get().evaluation)]
            if one.agent_id in self.better:
                look_again(one, by=one.coach, words=words["looked"])
            else:
                put_off_look(one, by=one.coach, look_on=today + 12 * A_DAY, today=clock.today())

    def _others(self, today: date) -> None:
        """The visitor's waits for their signature; one was refused, one is only prepared."""
        for number, one in enumerate(self._evaluations()[:3]):
            made = self._prepared(one, today + 14 * A_DAY)
            if number < 2:
                self._held(made)
            if number == 0:
                sign_coaching(made, by=made.coach, password=self.password)
            if number == 1:
                refuse_coaching(made, by=_user(made.agent.user), words=SAID[self._language(one)]["refusal"])

    def _evaluations(self) -> list[Evaluation]:
        """One of each agent who may be asked, the visitor's first, the newest of each."""
        rows = Evaluation.objects.filter(state="published", is_current=True, agent__user__isnull=False)
        rows = rows.filter(placement__lead__user__isnull=False).exclude(agent__in=[*self.item])
        rows = rows.select_related("agent__user", "assignment__contact__transcript", "placement__lead__user")
        newest = {one.agent_id: one for one in rows.order_by("pk").reverse()[:400][::-1]}
        return sorted(newest.values(), key=lambda one: (_user(one.agent.user).username != VISITOR, -one.pk))

    def _prepared(self, one: Evaluation, look_on: date, answer: Answer | None = None) -> Coaching:
        words = SAID[self._language(one)]
        answer = answer or min(_levels(one), key=lambda answer: (answer.value, answer.pk))
        cut = Cut(one.pk) if answer.turn is None else Cut(one.pk, max(0, answer.turn - 1), answer.turn)
        gap = answer.comment or words["gap"]
        plan = Plan(
            answer.item_id, max(look_on, clock.today() + A_DAY), words["strengths"], gap, words["agreed"], cuts=(cut,)
        )
        by = _user(one.placement.lead.user if one.placement and one.placement.lead else None)
        return prepare_coaching([one], by=by, plan=plan, today=clock.today())

    def _held(self, one: Coaching) -> Coaching:
        return hold_coaching(one, by=one.coach, held_on=clock.today(), today=clock.today())

    def _signed(self, one: Coaching) -> None:
        for by in (_user(one.agent.user), one.coach):
            sign_coaching(Coaching.objects.get(pk=one.pk), by=by, password=self.password)

    def _cases(self) -> None:
        """The best as models, the worst as warnings: shown, waiting for the visitor's consent, a draft."""
        found = [one for one in self._evaluations() if one.total is not None]
        ranked = sorted(found[1:], key=lambda one: (one.total or 0, one.pk))
        if len(ranked) < len(CASES):
            return
        ways = {"model": [found[0], *ranked[:-3:-1]], "warning": ranked[:3]}
        for kind, some in ways.items():
            for number, one in enumerate(some):
                self._case(kind, one, number)

    def _case(self, kind: str, one: Evaluation, number: int) -> None:
        words = CASES[kind][self._language(one)][number]
        answer = one.answers.exclude(item__competency=None).order_by("pk").first()
        by = self.desk.users["zhou"]
        case = make_case(
            one, by=by, draft=Draft(kind, *words, competency=answer.item.competency_id if answer else None)
        )
        if kind == "model":
            ask_consent(case, by=by)
            if number:
                give_consent(case, by=_user(one.agent.user))
        elif number < 2:
            show_case(case, by=by)

    def _language(self, one: Evaluation) -> str:
        return self.desk.told(one).dialogue.language


def _lifted(marks: Marks, item: str) -> dict[str, Mark]:
    """What was agreed is done now: at least as it should be."""
    found = marks.get(item)
    if found is None or found.value == "na" or int(found.value) >= AT_LEAST:
        return dict(marks)
    return {**marks, item: replace(found, value=str(AT_LEAST), comment="", turn=None)}


def _levels(one: Evaluation) -> list[Answer]:
    rows = one.answers.filter(item__kind=ANCHORED).exclude(value="na")
    return list(rows.select_related("item", "evaluation"))


def _mean(some: Sequence[Answer]) -> float:
    return sum(int(one.value) for one in some) / len(some)


def _user(user: User | None) -> User:
    assert user is not None  # noqa: S101 - chosen so
    return user
