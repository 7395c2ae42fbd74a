"""Six analysts of different severity score one contact of every agent in each round, some of them two at a time."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from zlib import crc32

from hengcai.accounts.models import User
from hengcai.base import clock
from hengcai.demo.contacts import Traffic
from hengcai.demo.marking import marks_for
from hengcai.demo.talk import Finding, Told
from hengcai.demo.timeline import Timeline
from hengcai.interactions.models import Contact
from hengcai.quality.actions.assignments import assign_contacts
from hengcai.quality.actions.cases import judge_case, report_red_line
from hengcai.quality.actions.evaluations import publish_evaluations, save_draft, submit_evaluation
from hengcai.quality.cards import card_of
from hengcai.quality.holding import own_cards
from hengcai.quality.models import Assignment, Case, Evaluation, RedLine, Scorecard
from hengcai.quality.rules.card import NO, Marks

SEVERITIES = (0.05, 0.35, -0.3, 0.15, -0.1, 0.5)
BATCH, PUBLISHED_AT_ONCE = 40, 400
TWICE_EVERY = 8  # one contact in so many also goes to a second analyst
LATE_SCORER, LEFT_LYING, LATE_SINCE = 5, 3, timedelta(days=21)  # who lets a few of the latest rounds lie
HALF_DONE = 7  # marks of the draft Chen has open, as on any afternoon
WHO_IT_IS = ("identity", "privacy")  # items whose breach may have told the wrong person
JUDGEMENT = {
    "zh": "复听属实：没有核对本人，就把账户信息说了出去。",
    "en": "Heard again and confirmed: details of the account were told before it was clear who was asking.",
}


@dataclass
class Desk:
    """What the analysts are given, and what they made of it."""

    users: dict[str, User]
    traffic: Traffic
    timeline: Timeline
    dice: random.Random
    done: list[Evaluation] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chance = random.Random("second analysts")
        self.scorers = [self.users["chen"], *[self.users[str(1800 + n)] for n in range(1, len(SEVERITIES))]]
        self.severity = {scorer.pk: SEVERITIES[n] for n, scorer in enumerate(self.scorers)}
        self.by_pk = {scorer.pk: scorer for scorer in self.scorers}
        self.cards = Scorecard.objects.filter(state=Scorecard.State.PUBLISHED).in_bulk()
        self.rules = {pk: card_of(card) for pk, card in self.cards.items()}

    def hand_out(self, contacts: Sequence[Contact], *, due_on: date, until: datetime) -> list[Evaluation]:
        """One contact of each agent to a random analyst, to be scored by then; fills as it is."""
        made: list[Evaluation] = []
        given = self._assigned(self._drawn(contacts), due_on)
        lying = self._lying(given, due_on)
        for one in given:
            moment = self.timeline.between(clock.now(), until)
            if one.pk not in lying:
                self.timeline.add(moment, partial(self._score, one, made, self.dice))
        for one in self._second(given[::TWICE_EVERY], due_on):
            moment = until - timedelta(minutes=self.chance.randint(1, 480))
            self.timeline.add(max(moment, clock.now()), partial(self._score, one, made, self.chance))
        return made

    def _lying(self, given: Sequence[Assignment], due_on: date) -> set[int]:
        """What one analyst has not come to, of rounds that were due lately."""
        if not timedelta(0) < self.traffic.today - due_on < LATE_SINCE:
            return set()
        late = self.scorers[LATE_SCORER].pk
        return set([one.pk for one in given if one.analyst_id == late][:LEFT_LYING])

    def _second(self, given: Sequence[Assignment], due_on: date) -> list[Assignment]:
        made: list[Assignment] = []
        for one in given:
            other = self.chance.choice([scorer for scorer in self.scorers if scorer.pk != one.analyst_id])
            made += assign_contacts(
                [one.contact], by=self.users["zheng"], analyst=other, scorecard=one.scorecard, due_on=due_on
            )
        return made

    def _drawn(self, contacts: Sequence[Contact]) -> list[Contact]:
        by_agent: dict[int, list[Contact]] = defaultdict(list)
        for contact in contacts:
            if contact.turn_count:
                by_agent[contact.agent_id].append(contact)
        return [self.dice.choice(found) for found in by_agent.values()]

    def _assigned(self, contacts: Sequence[Contact], due_on: date) -> list[Assignment]:
        """In batches, on the card of their channel and post."""
        piles: dict[tuple[int, int], list[Contact]] = defaultdict(list)
        for contact, card in self._with_cards(contacts):
            piles[self.dice.randrange(len(self.scorers)), card.pk].append(contact)
        made: list[Assignment] = []
        for (who, key), pile in sorted(piles.items()):
            card = self.cards[key]
            for part in range(0, len(pile), BATCH):
                given = pile[part : part + BATCH]
                made += assign_contacts(
                    given, by=self.users["zheng"], analyst=self.scorers[who], scorecard=card, due_on=due_on
                )
        return made

    def _with_cards(self, contacts: Sequence[Contact]) -> Iterator[tuple[Contact, Scorecard]]:
        cards = own_cards(contacts)
        for contact in contacts:
            if card := cards[contact.pk]:
                yield contact, card

    def _score(self, assignment: Assignment, made: list[Evaluation], dice: random.Random) -> None:
        if assignment.evaluations.exists():
            return  # the draft left for whoever signs in first, or scored already where coaching looked again
        marks = self._marks(assignment, severity=self.severity[assignment.analyst_id], dice=dice)
        by = self.by_pk[assignment.analyst_id]
        seconds = _seconds(assignment.contact.key, marks)
        evaluation = submit_evaluation(assignment, by=by, marks=marks, comment="", edit_count=0, seconds=seconds)
        made.append(evaluation)
        self.done.append(evaluation)

    def marks_of(self, assignment: Assignment) -> Marks:
        """As an analyst of no leaning would mark it; from dice of its own, so that nothing else falls otherwise."""
        return self._marks(assignment, severity=0, dice=random.Random(assignment.contact.key))

    def _marks(self, assignment: Assignment, *, severity: float, dice: random.Random) -> Marks:
        assignment.scorecard = self.cards[assignment.scorecard_id]
        told = self.traffic.made[assignment.contact.key]
        return marks_for(self.rules[assignment.scorecard_id], told, severity=severity, dice=dice)

    def publish(self, made: Sequence[Evaluation]) -> None:
        for part in range(0, len(made), PUBLISHED_AT_ONCE):
            publish_evaluations(made[part : part + PUBLISHED_AT_ONCE], by=self.users["feng"])

    def leave_a_draft(self) -> None:
        waiting = Assignment.objects.filter(
            analyst=self.scorers[0], state=Assignment.State.OPEN, evaluations__isnull=True
        )
        mine = waiting.select_related("contact").order_by("-pk").first()
        if mine:
            marks = dict(list(self._marks(mine, severity=0, dice=self.dice).items())[:HALF_DONE])
            save_draft(mine, by=self.scorers[0], marks=marks, comment="", edit_count=0)

    def report_red_lines(self, *, judged_at: datetime) -> None:
        """Two late leaks of different kinds: one is confirmed by the supervisor, one still waits."""
        kinds = {self.told(one).dialogue.id: (one, found) for one in self.done if (found := self._leak(one))}
        leaks = sorted(kinds.values(), key=lambda one: self.told(one[0]).dialogue.language)[-2:]
        red_line = RedLine.objects.get(code="leak")
        for number, (evaluation, found) in enumerate(leaks):
            by, told = self.by_pk[evaluation.evaluator_id], self.told(evaluation)
            reason = found.why.format_map(told.slots)
            case = report_red_line(evaluation, by=by, red_line=red_line, reason=reason, turn=found.turn)
            if number == 0:
                self.timeline.add(judged_at, partial(self._confirm, case, JUDGEMENT[told.dialogue.language]))

    def told(self, evaluation: Evaluation) -> Told:
        return self.traffic.made[evaluation.assignment.contact.key]

    def _leak(self, evaluation: Evaluation) -> Finding | None:
        marks = self.told(evaluation).dialogue.marks if evaluation.has_fatal else {}
        return next((marks[code] for code in WHO_IT_IS if code in marks and marks[code].mark == NO), None)

    def _confirm(self, case: Case, judgement: str) -> None:
        judge_case(case, by=self.users["feng"], confirm=True, judgement=judgement)


def _seconds(contact: str, marks: Marks) -> dict[str, int]:
    """Some four minutes a contact."""
    return {code: 4 + crc32(f"{contact} {code}".encode()) % 22 for code in marks}
