"""Calibration: two sessions of past months with a harsh and a lenient analyst, closed; one that is being scored."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hengcai.accounts.models import Centre, User
from hengcai.base import clock
from hengcai.demo.marking import marks_for
from hengcai.demo.scoring import Desk
from hengcai.interactions.models import Contact
from hengcai.people.queries.calendar import the_calendar
from hengcai.quality.actions import calibrations as actions
from hengcai.quality.calibration_models import BlindSheet, Calibration, CalibrationContact
from hengcai.quality.holding import own_cards
from hengcai.quality.models import Scorecard
from hengcai.quality.rules.calibration import CERTIFIED, RETRAINING, Agreed
from hengcai.quality.rules.card import Marks

SEVERITIES = (0.1, 0.85, -0.85, 0.0)  # Chen, the harsh one, the lenient one, one in the middle
CARD, CONTACTS, AMONG, DAYS_TO_SCORE, LOOKED_BACK = "call", 6, 300, 3, timedelta(days=60)
CLOSED_DAYS_AGO, BEGUN_DAYS_AGO = (55, 20), 1
AGREED = {
    "zh": "对照行为锚点逐条听过，按标准写的做到哪一级就给哪一级。",
    "en": "Held against the anchors line by line: the mark is the level that was fully reached.",
}
MINUTES = """行为锚点没有要求的不扣分；同样的做法，大家要评成同一级。评 5 分要能说出是哪一句。
What no anchor asks for costs nothing; a 5 needs the line it rests on."""
RETRAINED_FOR = """多数评分项比标准分低一级，扣的是行为锚点没有要求的内容，先再培训。
Most items a level below the reference, for things no anchor asks for: retraining first."""


@dataclass
class Sessions:
    """Chaired by the supervisor, who scores in none."""

    centre: Centre
    desk: Desk
    chair: User

    def __post_init__(self) -> None:
        self.dice = random.Random("calibration")
        self.severity = dict(zip(self.desk.scorers, SEVERITIES, strict=False))

    def closed(self) -> None:
        """From its plan to its certificates in one afternoon."""
        session = self._begun()
        if session is None:
            return
        for sheet in self._sheets(session):
            self._hand_in(sheet)
        session = actions.reveal_marks(session, by=self.chair)
        for place in session.contacts.select_related("contact").order_by("number"):
            session = actions.agree_marks(
                session, by=self.chair, number=place.number, marks=self._agreed(session, place.contact)
            )
        session = actions.write_minutes(session, by=self.chair, minutes=MINUTES)
        session = actions.agree_reference(session, by=self.chair)
        for analyst, severity in self.severity.items():
            self._certify(session, analyst, is_harsh=severity == max(SEVERITIES))
        actions.close_calibration(session, by=self.chair)

    def scoring(self) -> None:
        """One analyst is through, Chen has begun, the others have not."""
        session = self._begun()
        if session is None:
            return
        first, *others = self.severity
        for sheet in self._sheets(session):
            if sheet.analyst == others[-1] or (sheet.analyst == first and sheet.of.number == 1):
                self._hand_in(sheet)

    def _begun(self) -> Calibration | None:
        """None where nothing is left that nobody was given."""
        card = next(one for one in self.desk.cards.values() if one.code == CARD)
        contacts = self._drawn(card)
        if not contacts:
            return None
        today = clock.today()
        planned = actions.plan_calibration(
            self.centre, by=self.chair, name=f"校准会 Calibration {today:%Y-%m-%d}", scorecard=card, contacts=contacts,
            analysts=list(self.severity), due_on=_due(today), today=today,
        )  # fmt: skip
        return actions.open_scoring(planned, by=self.chair)

    def _drawn(self, card: Scorecard) -> list[Contact]:
        """Of the newest that this card is for and nobody was given."""
        seated = CalibrationContact.objects.values("contact")
        rows = Contact.objects.filter(channel=card.channel, turn_count__gt=0, assignments=None).exclude(pk__in=seated)
        found = rows.filter(started_at__gte=clock.now() - LOOKED_BACK).select_related("agent").order_by("-pk")
        newest = list(found[:AMONG])
        cards = own_cards(newest)
        fitting = [one for one in newest if cards[one.pk] == card]
        return self.dice.sample(fitting, min(CONTACTS, len(fitting)))

    def _sheets(self, session: Calibration) -> Sequence[BlindSheet]:
        rows = BlindSheet.objects.filter(of__calibration=session).select_related(
            "of__calibration", "of__contact", "analyst"
        )
        return list(rows.order_by("of__number", "analyst"))

    def _marks(self, sheet: BlindSheet) -> Marks:
        told = self.desk.traffic.made[sheet.of.contact.key]
        card = self.desk.rules[sheet.of.calibration.scorecard_id]
        return marks_for(card, told, severity=self.severity[sheet.analyst], dice=self.dice)

    def _hand_in(self, sheet: BlindSheet) -> None:
        actions.hand_in_blind(sheet, by=sheet.analyst, marks=self._marks(sheet), comment="", edit_count=0)

    def _agreed(self, session: Calibration, contact: Contact) -> Mapping[str, Agreed]:
        told = self.desk.traffic.made[contact.key]
        card = self.desk.rules[session.scorecard_id]
        why = AGREED[told.dialogue.language]
        marks = marks_for(card, told, severity=0, dice=self.dice)
        return {code: Agreed(mark.value, mark.comment or why) for code, mark in marks.items()}

    def _certify(self, session: Calibration, analyst: User, *, is_harsh: bool) -> None:
        outcome, reasons = (RETRAINING, RETRAINED_FOR) if is_harsh else (CERTIFIED, "")
        actions.certify_analyst(
            session, by=self.chair, analyst=analyst, outcome=outcome, reasons=reasons, today=clock.today()
        )


def _due(today: date) -> date:
    return the_calendar().add(today, DAYS_TO_SCORE).date
