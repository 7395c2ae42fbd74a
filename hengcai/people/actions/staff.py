"""People one by one: added, placed, corrected, joined to the account they sign in with."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.base.errors import NotValid
from hengcai.base.ids import folded, shown
from hengcai.framework.models import Post
from hengcai.people import permissions
from hengcai.people.actions.histories import ends_moved, spans_with, stored_episodes, stored_spans
from hengcai.people.models import Employment, Person, Placement, Team
from hengcai.people.rules import history, lines
from hengcai.people.rules.rows import LONGEST


@dataclass(frozen=True)
class NewPerson:
    """Without `hired_on` somebody known to the centre but not on its staff; team, post and lead hold from that day."""

    number: str
    name: str
    hired_on: date | None = None
    email: str = ""
    language: str = ""
    probation_ends_on: date | None = None
    team: Team | None = None
    post: Post | None = None
    lead: Person | None = None


@action(permissions.MANAGE)
def add_person(centre: Centre, *, by: User, new: NewPerson) -> Person:
    number, name = _text(folded(new.number), "id"), _text(new.name, "name")
    if Person.objects.filter(number=number).exists():
        raise NotValid("people.number_taken", number=number)
    person = Person.objects.create(number=number, name=name, email=new.email.strip(), language=new.language)
    if new.hired_on:
        ends = new.probation_ends_on or history.probation_end(new.hired_on)
        Employment.objects.create(person=person, hired_on=new.hired_on, probation_ends_on=ends)
        if new.team or new.post or new.lead:
            place_person(person, by=by, since=new.hired_on, team=new.team, post=new.post, lead=new.lead)
    return person


def _text(text: str, column: str) -> str:
    clean = shown(text)
    if not clean:
        raise NotValid("people.name_missing")
    if len(clean) > LONGEST[column]:
        raise NotValid("people.text_too_long", longest=LONGEST[column])
    return clean


@action(permissions.MANAGE)
def change_person(person: Person, *, by: User, name: str, email: str, language: str) -> Person:
    person.name, person.email, person.language = _text(name, "name"), email.strip(), language
    person.save(update_fields=["name", "name_key", "email", "language"])
    return person


@action(permissions.MANAGE)
def place_person(
    person: Person,
    *,
    by: User,
    since: date,
    team: Team | None = None,
    post: Post | None = None,
    lead: Person | None = None,
) -> Placement:
    """From that day on; what stood there from that very day is corrected, what comes later stays."""
    history.check_since(since, stored_episodes(person))
    lines.check_lead(person.pk, lead.pk if lead else None)
    row = Placement.objects.filter(person=person, since=since).first() or Placement(person=person, since=since)
    row.team, row.post, row.lead = team, post, lead
    if lead is not None:
        _check_loop(person, row)
    row.until = None
    row.save()
    Placement.objects.bulk_update(ends_moved(person), ["until"])
    row.refresh_from_db(fields=["until"])
    return row


def _check_loop(person: Person, row: Placement) -> None:
    found = lines.loop_from(person.pk, {**stored_spans(), person.pk: spans_with(person, row)})
    if found:
        names = dict(Person.objects.filter(pk__in=found.members).values_list("pk", "name"))
        raise NotValid("people.lead_loop", day=found.day, members=[names[one] for one in found.members])


@action(permissions.MANAGE)
def link_user(person: Person, *, by: User, user: User | None) -> Person:
    """One account belongs to one person; None takes the account away."""
    taken = Person.objects.filter(user=user).exclude(pk=person.pk).first() if user else None
    if taken is not None and user is not None:
        raise NotValid("people.user_taken", username=user.username, name=taken.name)
    person.user = user
    person.save(update_fields=["user"])
    return person


@action(permissions.MANAGE)
def link_new_users(people: Sequence[Person], *, by: User, users: Sequence[User]) -> None:
    """Each to the account opened for them, in the same order."""
    for person, user in zip(people, users, strict=True):
        person.user = user
    Person.objects.bulk_update(people, ["user"], batch_size=500)


@action(permissions.MANAGE)
def link_users_by_number(centre: Centre, *, by: User) -> int:
    """Joins everybody without an account to the one whose sign-in name is their number."""
    free = {user.username: user for user in User.objects.filter(person__isnull=True).exclude(username="system")}
    found = list(Person.objects.filter(user__isnull=True, number__in=list(free)[:50_000]))
    for person in found:
        person.user = free[person.number]
    Person.objects.bulk_update(found, ["user"], batch_size=500)
    return len(found)
