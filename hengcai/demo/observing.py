"""Mystery shopping and live listening: a round that is told, one under way, and a survey that is half done."""

import random
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from django.conf import settings
from django.db.models import QuerySet

from hengcai.accounts.models import Centre, User
from hengcai.base import clock
from hengcai.base.say import tongue_of
from hengcai.demo.timeline import Timeline, at
from hengcai.people.models import Person
from hengcai.quality import permissions
from hengcai.quality.actions.observations import (
    Brief,
    plan_round,
    record_visit,
    start_listening,
    submit_observation,
    tell_round,
)
from hengcai.quality.cards import card_of
from hengcai.quality.models import Scorecard
from hengcai.quality.observation_models import Observation, ShopperRound
from hengcai.quality.rules import card as cards
from hengcai.quality.rules.card import Card, Item, Mark, Marks
from hengcai.quality.rules.marks import needs_comment
from hengcai.quality.rules.observations import Span
from hengcai.quality.rules.score import UNMET, statuses_of

A_DAY = timedelta(days=1)
VISITS, LISTENED, LOW_EVERY = 8, 14, 6
SAID = {
    "zh": {
        "name": "宽带新装暗访", "again": "套餐变更暗访", "scenario": "刚搬家的新用户，想在周末前装好宽带，对资费不熟，会追问一次。",
        "asks": "最快哪天能装；装机要不要另外收费；装不了怎么办。",
        "looks_for": "有没有核实地址；费用是否一次说清；没把握的有没有约定回复时间。",
        "notes": "等待不到一分钟接通，先问了地址，再说装机时间；费用追问之后才说全。", "low": "追问以后才说，没有主动告知。",
    },
    "en": {
        "name": "New broadband", "again": "Change of tariff",
        "scenario": "Somebody who has just moved, wants broadband before the weekend, does not know the tariffs and asks once more.",
        "asks": "The earliest day; whether installation costs extra; what happens when it cannot be done.",
        "looks_for": "Whether the address is checked; all costs told at once; a time for the answer where nothing is certain.",
        "notes": "Answered within a minute; asked for the address first, then gave a day. The costs came out only when asked again.",
        "low": "Told only when asked again.",
    },
}  # fmt: skip


@dataclass
class Observing:
    centre: Centre
    users: dict[str, User]
    timeline: Timeline

    def __post_init__(self) -> None:
        self.dice, self.said = random.Random("observed"), SAID[tongue_of(settings.LANGUAGE_CODE)]

    def plan(self, today: date) -> None:
        """One round six weeks ago, one that goes on; the month's listening."""
        put = self.timeline.add_by_now
        first, running = today - 45 * A_DAY, today - 5 * A_DAY
        put(at(first, 8), lambda: self._round("name", first, told_on=first + 14 * A_DAY))
        put(at(running, 8), lambda: self._round("again", running, told_on=None))
        for number in range(LISTENED):
            put(at(today - (1 + number % 9) * A_DAY, 10 + number % 7), partial(self._listen, number))

    def _round(self, name: str, first: date, *, told_on: date | None) -> None:
        words = {part: self.said[part] for part in ("scenario", "asks", "looks_for")}
        span = Span(first, first + 9 * A_DAY, 9, 18)
        brief = Brief(self.said[name], "call", self._card(), span=span, visits=VISITS, **words)
        shoppers = [self.users["chen"], self.users["zhou"]]
        made = plan_round(self.centre, by=self.users["feng"], brief=brief, shoppers=shoppers, seed=len(name))
        agents = self.dice.choices(list(self._on_the_line(self.users["feng"])), k=VISITS)
        for one, agent in zip(made.visits.order_by("number"), agents, strict=True):
            self._later(one, agent)
        if told_on is not None:
            self.timeline.add(at(told_on, 16), lambda: self._tell(made))

    def _later(self, one: Observation, agent: Person) -> None:
        if one.planned_at:
            moment: datetime = one.planned_at + timedelta(minutes=15)
            self.timeline.add(moment, lambda: self._visit(one, agent))

    def _visit(self, one: Observation, agent: Person) -> None:
        at_once, notes = clock.now() - timedelta(minutes=10), self.said["notes"]
        made = record_visit(one, by=one.observer, agent=agent, at=at_once, notes=notes)
        submit_observation(made, by=one.observer, marks=self._marks(made.scorecard), comment="", edit_count=0)

    def _tell(self, made: ShopperRound) -> None:
        tell_round(made, by=self.users["feng"])

    def _listen(self, number: int) -> None:
        listener = self.users[("zhou", "feng")[number % 2]]
        agents = self._on_the_line(listener)[: LISTENED - 4]
        one = start_listening(agents[number % len(agents)], by=listener, scorecard=self._card())
        submit_observation(one, by=listener, marks=self._marks(one.scorecard), comment="", edit_count=0)

    def _on_the_line(self, user: User) -> QuerySet[Person]:
        return permissions.LISTEN.rows(Person.objects.order_by("number"), user)

    def _card(self) -> Scorecard:
        return Scorecard.objects.filter(state=Scorecard.State.PUBLISHED, channel="call").order_by("code").first()  # type: ignore[return-value]

    def _marks(self, scorecard: Scorecard) -> Marks:
        card = card_of(scorecard)
        marks = {item.code: self._mark(card, item) for item in card.items() if item.must_be_marked}
        statuses = statuses_of(card, marks)
        return {code: mark for code, mark in marks.items() if statuses[code] != UNMET}

    def _mark(self, card: Card, item: Item) -> Mark:
        is_low = not item.is_critical and self.dice.randrange(LOW_EVERY) == 0
        value = self._value(item, is_low=is_low)
        return Mark(value, self.said["low"] if needs_comment(card, item, value) else "")

    def _value(self, item: Item, *, is_low: bool) -> str:
        if item.kind == cards.ANCHORED:
            return "3" if is_low else self.dice.choice("445")
        if item.kind == cards.YES_NO:
            return cards.NO if is_low else cards.YES
        return cards.CLEAR if item.kind in (cards.BONUS, cards.DEDUCTION) else next(iter(item.options))
