"""Training that was given, noted by hand until there are courses."""

from datetime import date
from decimal import Decimal

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotValid
from hengcai.base.lengths import check_lengths
from hengcai.people.models import Person
from hengcai.records import permissions
from hengcai.records.models import TrainingNote
from hengcai.records.rules.notes import check_note


@action(permissions.NOTE_TRAINING)
def note_training(person: Person, *, by: User, given_on: date | None, hours: Decimal | None, what: str) -> TrainingNote:
    """Nobody notes their own."""
    check_lengths(what)
    if given_on is None or hours is None:
        raise NotValid("records.note_incomplete")
    check_note(given_on, hours, what, today=clock.today())
    return TrainingNote.objects.create(
        person=person, given_on=given_on, hours=hours, what=what.strip(), noted_by=by, noted_at=clock.now()
    )
