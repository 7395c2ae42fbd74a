"""Starters are drawn before and after they are coached: one has got better, of one it cannot be told yet; other sessions
wait to be signed, were refused, or are only prepared. Six cases for the library."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from hengcai.accounts.actions import renew_passwords
from hengcai.accounts.first_passwords import first_password
from hengcai.accounts.models import Centre, User, system_user
from hengcai.base import clock
from hengcai.coaching.actions import (
    ask_consent,
    give_consent,
    hand_over_coaching,
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
from hengcai.coaching.rules.library import Draft, named_in
from hengcai.coaching.rules.sessions import Cut, Plan
from hengcai.demo.briefings import brief_the_team
from hengcai.demo.coaching_words import CASES, SAID, TAGS
from hengcai.demo.rechecks import Rechecks, ready_to_publish
from hengcai.demo.scoring import Desk
from hengcai.demo.timeline import at
from hengcai.quality.actions.evaluations import submit_evaluation
from hengcai.quality.actions.picks import give_picks
from hengcai.quality.actions.plans import draw_plan, make_plan, start_plan
from hengcai.quality.models import Answer, Assignment, Evaluation
from hengcai.quality.rules.card import ANCHORED, Mark, Marks

A_DAY = timedelta(days=1)
HELD, LOOKED = 22, 2  # days ago
PUBLISHED_AT = 16
FEWEST = 3  # marks of one item
BEST, WORST, MOST = ("5",), ("1", "2", "3"), 400
WHOLE = ("agent__user", "scorecard", "placement__lead__user", "assignment__contact__transcript")
BEFORE, AFTER = (44, 24), (21, 4)  # days ago from–to, of the contacts drawn
NOT_QUITE, DONE = 3, 4  # marks of the one who gets better: at most that before, at least that after
VISITOR, NEAR, PLANNER = "li", "zhao", "feng"
WITH_LEAD = ("contact__agent", "analyst", "placement__lead__user")
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
    rechecks: Rechecks
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
        put(at(today - A_DAY, 19), self._briefed)

    def _drawn(self, today: date, days: tuple[int, int]) -> None:
        """Drawn, given out, scored, rechecked and published within a day."""
        first, last = (today - ago * A_DAY for ago in days)
        by, rows = self.desk.users[PLANNER], self._analysts()
        plan = make_plan(self.centre, by=by, text=TEXT.format(first=first, last=last), analysts=rows, seed=SEED)
        plan = start_plan(draw_plan(plan, by=by, today=clock.today()), by=by)
        if not plan.draws.filter(picks__analyst__isnull=False).exists():
            return
        give_picks(plan, by=by, today=clock.today())
        given = Assignment.objects.filter(pick__draw__plan=plan, state="open", evaluations=None).order_by("pk")
        marked = [(one, self.desk.marks_of(one)) for one in given.select_related(*WITH_LEAD)]
        if days == BEFORE:
            self._choose(marked)
        made = [self._scored(one, marks, is_after=days == AFTER) for one, marks in marked]
        self.rechecks.of_a_day()
        self.desk.timeline.add(at(clock.today(), PUBLISHED_AT), lambda: self.desk.publish(ready_to_publish(made)))

    def _choose(self, marked: Sequence[tuple[Assignment, Marks]]) -> None:
        """Who will have got better, and at what: one of the visitors' own team where there is one, drawn most often."""
        found: dict[int, list[tuple[Assignment, Marks]]] = defaultdict(list)
        for one, marks in marked:
            if one.placement and one.placement.lead and one.contact.agent.user_id:
                found[one.contact.agent_id].append((one, marks))
        fit = {agent: (some, code) for agent, some in found.items() if (code := self._common(some))}
        if fit:
            agent = min(fit, key=lambda key: (not _is_near(fit[key][0][0][0]), -len(fit[key][0]), key))
            self.better, self.item[agent] = {agent}, fit[agent][1]

    def _common(self, some: Sequence[tuple[Assignment, Marks]]) -> str:
        """The item that bears a level in the most of them."""
        levels = [item.code for item in self.desk.rules[some[0][0].scorecard_id].items() if item.kind == ANCHORED]
        counted = {code: sum(_is_level(marks, code) for _one, marks in some) for code in levels}
        best = max(counted, key=lambda code: counted[code], default="")
        return best if best and counted[best] >= FEWEST else ""

    def _analysts(self) -> list[dict[str, str]]:
        return [{"analyst": one.username, "capacity": "1", "excluded": ""} for one in self.desk.scorers]

    def _scored(self, one: Assignment, marks: Marks, *, is_after: bool) -> Evaluation:
        if one.contact.agent_id in self.better:
            marks = _bounded(marks, self.item[one.contact.agent_id], one, is_after=is_after)
        begun = one.evaluations.order_by("revision").last()
        return submit_evaluation(
            one, by=one.analyst, marks=marks, comment="", edit_count=begun.edit_count if begun else 0
        )

    def _coached(self, today: date) -> None:
        """The one who gets better, and the one who did worst on some item; both sign the same day."""
        rows = Answer.objects.filter(item__kind=ANCHORED, evaluation__assignment__pick__isnull=False)
        rows = rows.filter(evaluation__state="published", evaluation__is_current=True)
        rows = rows.filter(evaluation__agent__user__isnull=False, evaluation__placement__lead__user__isnull=False)
        found: dict[tuple[int, str], list[Answer]] = defaultdict(list)
        for one in rows.exclude(value="na").select_related("item", "evaluation").order_by("pk"):
            found[one.evaluation.agent_id, one.item.code].append(one)
        fit = {
            key: some for key, some in found.items() if len(some) >= FEWEST and self.item.get(key[0], key[1]) == key[1]
        }
        ranked = sorted(fit, key=lambda key: (key[0] not in self.better, _mean(fit[key]), key))
        for agent in list(dict.fromkeys(key[0] for key in ranked))[:2]:
            code = next(key[1] for key in ranked if key[0] == agent)
            low = min(fit[agent, code], key=lambda one: (one.value, one.pk))
            self.item[agent] = code
            self._signed(self._held(self._prepared(low.evaluation, today, low)))

    def _looked(self, today: date) -> None:
        for one in Coaching.objects.filter(state="signed").order_by("pk"):
            words = SAID[self._language(one.clips.get().evaluation)]
            if one.agent_id in self.better:
                look_again(one, by=one.coach, words=words["looked"])
            else:
                put_off_look(one, by=one.coach, look_on=today + 12 * A_DAY, today=clock.today())

    def _briefed(self) -> None:
        brief_the_team(self.centre, self.desk.users, lead=NEAR, agent=VISITOR)

    def _others(self, today: date) -> None:
        """The visitor's waits for their signature; one was refused, one is prepared and goes on with another coach."""
        for number, low in enumerate(self._lows()):
            made = self._prepared(low.evaluation, today + 14 * A_DAY, low)
            if number < 2:
                self._held(made)
            if number == 0:
                sign_coaching(made, by=made.coach, password=self._password_of(made.coach))
            if number == 1:
                words = SAID[self._language(low.evaluation)]["refusal"]
                refuse_coaching(made, by=_user(made.agent.user), words=words)
            if number == 2:
                words, to = SAID[self._language(low.evaluation)]["handed"], self.desk.users["zhou"]
                hand_over_coaching(made, by=made.coach, to=to, reason=words)

    def _lows(self) -> list[Answer]:
        """Three to talk over; the visitor's is the first, whatever their lowest mark is."""
        told = self._told(WORST)
        if not told or not self._is_visitors(told[0]):
            told = [*self._visitors_lowest(), *told]
        return told[:3]

    def _is_visitors(self, answer: Answer) -> bool:
        return _user(answer.evaluation.agent.user).username == VISITOR

    def _visitors_lowest(self) -> list[Answer]:
        rows = Answer.objects.filter(item__kind=ANCHORED, evaluation__agent__user__username=VISITOR)
        rows = rows.filter(evaluation__state="published", evaluation__is_current=True).exclude(value="na")
        wanted = rows.select_related("item", *(f"evaluation__{one}" for one in WHOLE))
        return list(wanted.filter(evaluation__placement__lead__user__isnull=False).order_by("value", "-pk")[:1])

    def _told(self, values: Sequence[str]) -> list[Answer]:
        """The newest mark of these of each agent of whom the analyst wrote why, the visitor's first."""
        rows = Answer.objects.filter(item__kind=ANCHORED, value__in=values, turn__isnull=False).exclude(comment="")
        rows = rows.filter(evaluation__state="published", evaluation__is_current=True)
        rows = rows.filter(evaluation__agent__user__isnull=False, evaluation__placement__lead__user__isnull=False)
        rows = rows.exclude(evaluation__agent__in=[*self.item]).select_related(
            "item", *(f"evaluation__{one}" for one in WHOLE)
        )
        once = {one.comment: one for one in rows.order_by("-pk")[:MOST][::-1]}
        newest = {one.evaluation.agent_id: one for one in once.values()}
        return sorted(newest.values(), key=lambda one: (_user(one.evaluation.agent.user).username != VISITOR, -one.pk))

    def _prepared(self, one: Evaluation, look_on: date, answer: Answer) -> Coaching:
        words = SAID[self._language(one)]
        gap = answer.comment if answer.value in WORST and answer.comment else words["gap"]
        cut = Cut(one.pk, *_lines(answer))
        look_on = max(look_on, clock.today() + A_DAY)
        plan = Plan(answer.item_id, look_on, words["strengths"], gap, words["agreed"], cuts=(cut,))
        by = _user(one.placement.lead.user if one.placement and one.placement.lead else None)
        return prepare_coaching([one], by=by, plan=plan, today=clock.today())

    def _held(self, one: Coaching) -> Coaching:
        return hold_coaching(one, by=one.coach, held_on=clock.today(), today=clock.today())

    def _signed(self, one: Coaching) -> None:
        for by in (_user(one.agent.user), one.coach):
            sign_coaching(Coaching.objects.get(pk=one.pk), by=by, password=self._password_of(by))

    def _password_of(self, by: User) -> str:
        """Those who cannot be visited are given a first one, which nobody is told, to sign with."""
        if by.has_usable_password() and not by.must_change_password:
            return self.password
        made = first_password()
        renew_passwords([by], by=system_user(), passwords={by.pk: made})
        return made

    def _cases(self) -> None:
        """What analysts wrote of single moments: the best as models, the worst as warnings."""
        for kind, values in (("model", BEST), ("warning", WORST)):
            fit = [one for one in self._told(values) if kind == "model" or not _names(one)]
            for number, told in enumerate(fit[:3]):
                self._case(kind, told, number)

    def _case(self, kind: str, told: Answer, number: int) -> None:
        """Models are shown but for the visitor's, which waits for their consent; of the warnings one is a draft."""
        one, item, by = told.evaluation, told.item, self.desk.users["zhou"]
        language = self._language(one)
        title = CASES[kind][language].format(item=item.name.read(language))
        first, last = _lines(told)
        draft = Draft(kind, title, told.comment, TAGS[one.scorecard.channel][language], item.competency_id, first, last)
        case = make_case(one, by=by, draft=draft)
        if kind == "model":
            ask_consent(case, by=by)
            if number:
                give_consent(case, by=_user(one.agent.user))
        elif number < 2:
            show_case(case, by=by)

    def _language(self, one: Evaluation) -> str:
        return self.desk.told(one).dialogue.language


def _bounded(marks: Marks, item: str, one: Assignment, *, is_after: bool) -> dict[str, Mark]:
    """Before, what is agreed later was not quite done; afterwards it is."""
    if not _is_level(marks, item):
        return dict(marks)
    value = int(marks[item].value)
    is_between = not one.pk % 3  # nobody is marked the same six times running
    lowest, highest = (DONE, 5) if is_after else (1, NOT_QUITE)
    wanted = min(max(value, lowest), DONE if is_between else highest)
    kept = marks[item] if wanted == value else replace(marks[item], value=str(wanted), comment="", turn=None)
    return {**marks, item: kept}


def _is_level(marks: Marks, item: str) -> bool:
    return item in marks and marks[item].value != "na"


def _is_near(one: Assignment) -> bool:
    lead = one.placement.lead.user if one.placement and one.placement.lead else None
    return lead is not None and lead.username == NEAR


def _lines(answer: Answer) -> tuple[int | None, int | None]:
    """The moment the mark points at, and what was said before it."""
    return (None, None) if answer.turn is None else (max(0, answer.turn - 2), answer.turn)


def _names(answer: Answer) -> bool:
    """What no warning may; a visitor's own is left out as well."""
    agent = answer.evaluation.agent
    return _user(agent.user).username == VISITOR or named_in(answer.comment, (agent.name, agent.number))


def _mean(some: Sequence[Answer]) -> float:
    return sum(int(one.value) for one in some) / len(some)


def _user(user: User | None) -> User:
    assert user is not None  # noqa: S101 - chosen so
    return user
