"""What was scored is drawn from, scored again by somebody else and settled before it is published; the newest is not yet."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from hengcai.accounts.queries import the_centre
from hengcai.base import clock
from hengcai.demo.marking import marks_for
from hengcai.demo.scoring import Desk
from hengcai.demo.timeline import at
from hengcai.quality.actions.rechecks import draw_rechecks, settle_recheck, submit_recheck
from hengcai.quality.models import Evaluation
from hengcai.quality.recheck_models import Recheck
from hengcai.quality.rechecking import bar, first_marks, second_marks, undrawn
from hengcai.quality.rules.card import Marks
from hengcai.quality.rules.rechecks import ITEMS, KEPT, TAKEN, Ruling, disagreed, is_beyond

DRAWN_AT, SCORED_BY, SETTLED_AT = 8, 14, 15
CARE = 0.4  # whoever scores again does it with more care: so much of their severity is left
FAR_OFF = (0.95, -0.95, 0.7, -0.7)  # severities tried for the one that waits for the supervisor
LEFT_OPEN = 3
GIVEN, MARKED = Recheck.State.GIVEN, Recheck.State.MARKED
OUTCOMES = (TAKEN, KEPT, ITEMS)
SAID = {
    "zh": {
        TAKEN: "复听属实：复核评分有依据，初评漏了这一处。",
        KEPT: "复听之后初评有依据，复核评分偏严，维持初评。",
        ITEMS: "逐项听过：按标准各取有依据的一方。",
    },
    "en": {
        TAKEN: "Heard again: the second score has its evidence, the first overlooked it.",
        KEPT: "Heard again: the first score has its evidence and stands.",
        ITEMS: "Heard item by item: each goes to the side that can show it.",
    },
}


@dataclass
class Rechecks:
    desk: Desk
    dice: random.Random = field(default_factory=lambda: random.Random("rechecks"))
    settled: int = 0

    def of_a_day(self) -> None:
        """Drawn in the morning, scored again until the afternoon, then settled."""
        for one in self._draw():
            moment = at(clock.today(), self.dice.randrange(DRAWN_AT + 1, SCORED_BY), self.dice.randrange(60))
            self.desk.timeline.add(moment, partial(self._score, one))
        self.desk.timeline.add(at(clock.today(), SETTLED_AT), self._settle_all)

    def of_the_newest(self) -> None:
        """Some are left open, and one is beyond the bar and waits for the supervisor."""
        found = self._draw()
        far = next(self._far_off(found), None)
        if far:
            self._submit(*far)
        rest = [one for one in found if not far or one.pk != far[0].pk]
        for one in rest[LEFT_OPEN:]:
            self._score(one)

    def _draw(self) -> list[Recheck]:
        if not undrawn().exists():
            return []
        made = draw_rechecks(
            the_centre(), by=self.desk.users["feng"], today=clock.today(), seed=self.dice.randrange(10**6)
        )
        rows = Recheck.objects.filter(draw__in=made, state=GIVEN).select_related(
            "evaluation__assignment__contact", "evaluation__scorecard"
        )
        return list(rows.order_by("pk"))

    def _score(self, one: Recheck) -> None:
        self._submit(one, self._marks(one, self.desk.severity[one.rechecker_id or 0] * CARE))

    def _submit(self, one: Recheck, marks: Marks) -> None:
        by = self.desk.by_pk[one.rechecker_id or 0]
        submit_recheck(one, by=by, marks=marks, comment="", edit_count=one.edit_count)

    def _marks(self, one: Recheck, severity: float) -> Marks:
        card = self.desk.rules[one.evaluation.scorecard_id]
        return marks_for(card, self.desk.told(one.evaluation), severity=severity, dice=self.dice)

    def _far_off(self, rechecks: Sequence[Recheck]) -> Iterator[tuple[Recheck, Marks]]:
        for one in rechecks:
            card, first = first_marks(one)
            for severity in FAR_OFF:
                marks = self._marks(one, severity)
                if is_beyond(card, first, marks, points=bar()):
                    yield one, marks

    def _settle_all(self) -> None:
        for one in Recheck.objects.filter(state=MARKED).select_related("evaluation__assignment__contact"):
            self._settle(one)

    def _settle(self, one: Recheck) -> None:
        """Turn by turn; item by item each differing mark goes to one of the two sides."""
        outcome, said = OUTCOMES[self.settled % len(OUTCOMES)], SAID[self.desk.told(one.evaluation).dialogue.language]
        self.settled += 1
        values = self._values(one) if outcome == ITEMS else {}
        settle_recheck(one, by=self.desk.users["feng"], ruling=Ruling(outcome, said[outcome], values))

    def _values(self, one: Recheck) -> dict[str, str]:
        card, first = first_marks(one)
        second = second_marks(one)
        return {code: self.dice.choice((first, second))[code].value for code in disagreed(card, first, second)}


def ready_to_publish(made: Sequence[Evaluation]) -> list[Evaluation]:
    """As they stand now: what a recheck changed is a newer revision. What came in after the draw waits for the next."""
    given = [one.assignment_id for one in made]
    rows = Evaluation.objects.filter(assignment__in=given, state="submitted", is_current=True)
    return list(rows.exclude(recheck_draw=None).select_related("agent__user").order_by("pk"))
