"""Which analyst does not score whom: entered with a reason, ended, never deleted."""

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.people.models import Person
from hengcai.quality import permissions
from hengcai.quality.assigning_models import Exclusion

LONGEST = 200


@action(permissions.EXCLUDE, unsaid=("note",))
def enter_exclusion(
    _centre: Centre, *, by: User, analyst: User, person: Person, reason: str, note: str = ""
) -> Exclusion:
    """Holds from now on, for what is drawn, given out by hand and scored again. No entry of the log says the note."""
    if reason not in Exclusion.Reason.values:
        raise NotValid("quality.exclusion_reason_unknown", known=tuple(Exclusion.Reason.values))
    words = note.strip()
    if reason == Exclusion.Reason.OTHER and not words:
        raise NotValid("quality.exclusion_without_note")
    if len(words) > LONGEST:
        raise NotValid("quality.exclusion_note_long", most=LONGEST)
    if Exclusion.objects.filter(analyst=analyst, person=person, ended_at=None).exists():
        raise NotNow("quality.excluded_already", name=analyst.name, agent=person.name)
    return Exclusion.objects.create(
        analyst=analyst, person=person, reason=reason, note=words, entered_by=by, entered_at=clock.now()
    )


@action(permissions.EXCLUDE)
def end_exclusion(exclusion: Exclusion, *, by: User) -> Exclusion:
    """What was assigned by it stays as it is."""
    if exclusion.is_ended:
        raise NotNow("quality.exclusion_ended")
    exclusion.ended_by, exclusion.ended_at = by, clock.now()
    exclusion.save(update_fields=["ended_by", "ended_at"])
    return exclusion
