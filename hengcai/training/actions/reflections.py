"""复盘 notes: written for oneself, answered by one's lead or trainer."""

from dataclasses import dataclass
from datetime import date

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.interactions.models import Contact
from hengcai.people.models import Person
from hengcai.training import duties, permissions
from hengcai.training.models import Reflection, Seat, Session

LIMITS = {"about": 120, "happened": 4000, "otherwise": 4000, "next_step": 400}
NEEDED = ("about", "happened", "otherwise")


@dataclass(frozen=True)
class Thoughts:
    """`session` one was in, or `contact` of one's own, or neither."""

    about: str
    happened: str
    otherwise: str
    next_step: str = ""
    next_on: date | None = None
    session: Session | None = None
    contact: Contact | None = None


@action(permissions.REFLECT, unsaid={"thoughts"})
def add_reflection(person: Person, *, by: User, thoughts: Thoughts) -> Reflection:
    made = Reflection(person=person, made_at=clock.now())
    return _write(made, thoughts)


@action(permissions.WRITE_REFLECTION, unsaid={"thoughts"})
def edit_reflection(reflection: Reflection, *, by: User, thoughts: Thoughts, edit_count: int) -> Reflection:
    """An older page overwrites nothing."""
    if edit_count != reflection.edit_count:
        raise NotNow("training.reflection_stale")
    reflection.edit_count += 1
    return _write(reflection, thoughts)


@action(permissions.WRITE_REFLECTION)
def finish_reflection(reflection: Reflection, *, by: User, today: date) -> Reflection:
    """The next step was taken."""
    reflection.done_on = today
    reflection.save(update_fields=["done_on"])
    duties.step_taken(reflection.pk)
    return reflection


@action(permissions.WRITE_REFLECTION)
def remove_reflection(reflection: Reflection, *, by: User) -> Person:
    """With whatever was answered: it is the writer's."""
    duties.step_taken(reflection.pk)
    person = reflection.person
    Reflection.objects.filter(pk=reflection.pk).delete()
    return person


@action(permissions.REPLY_REFLECTION, unsaid={"words"})
def reply_to_reflection(reflection: Reflection, *, by: User, words: str) -> Reflection:
    """One answer; a later one takes its place."""
    check_lengths(words)
    told = words.strip()
    if not told or len(told) > LIMITS["happened"]:
        raise NotValid("training.reply_missing", most=LIMITS["happened"])
    reflection.reply, reflection.replied_by, reflection.replied_at = told, by, clock.now()
    reflection.save(update_fields=["reply", "replied_by", "replied_at"])
    return reflection


def _write(row: Reflection, thoughts: Thoughts) -> Reflection:
    for name, most in LIMITS.items():
        text = getattr(thoughts, name).strip()
        check_lengths(text)
        if len(text) > most or (name in NEEDED and not text):
            raise NotValid("training.reflection_missing", most=LIMITS["happened"])
        setattr(row, name, text)
    _check_place(row.person, thoughts)
    row.session, row.contact, row.next_on = thoughts.session, thoughts.contact, thoughts.next_on
    row.save()
    duties.step_planned(row)
    return row


def _check_place(person: Person, thoughts: Thoughts) -> None:
    if thoughts.contact is not None and thoughts.contact.agent_id != person.pk:
        raise NotValid("training.reflection_contact")
    if thoughts.session is None:
        return
    sat = Seat.objects.filter(session=thoughts.session, person=person).exclude(state=Seat.State.CANCELLED).exists()
    if not sat and not thoughts.session.trainers.filter(person=person).exists():
        raise NotValid("training.reflection_session")
