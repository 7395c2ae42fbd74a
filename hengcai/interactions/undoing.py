"""What stands in the way of undoing an import: whatever hangs on the rows it brought."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet

from hengcai.accounts.models import User
from hengcai.base.referring import Own, referring
from hengcai.base.say import knows, sentence
from hengcai.interactions.kinds.registry import KINDS, handler_of
from hengcai.interactions.models import Brought, Contact, ImportRun
from hengcai.people.models import Person
from hengcai.people.queries.standing import digests_of

PERSON, USER = "people.person", "accounts.user"
OF_SEVERAL_TABLES = ("people", "contacts")
AT_ONCE = 5_000
GOES_WITH_IT = {
    ("people.employment", "person"),
    ("people.placement", "person"),
    ("interactions.transcript", "contact"),
    ("accounts.rolegrant", "user"),
}


@dataclass(frozen=True)
class Hanging:
    """`code` is one of those told in `words`; of `refers`, `thing` is the model that refers."""

    code: str
    count: int
    thing: str = ""

    def told(self, language: str) -> str:
        code = f"audit.thing.{self.thing}"
        thing = sentence(code, language, {}) if knows(code) else self.thing
        return sentence(f"undo.{self.code}", language, {"count": self.count, "thing": thing})


Guard = Callable[[ImportRun], Iterable[Hanging]]
GUARDS: list[Guard] = []


def guard(function: Guard) -> Guard:
    """A higher package says what of its own hangs on a run though nothing of it refers to a row."""
    GUARDS.append(function)
    return function


def hanging(run: ImportRun) -> list[Hanging]:
    """All that stands in the way; empty where the run may be undone."""
    if not may_be_undone(run):
        return [Hanging("no_kind", 1)]
    found = [*_changed(run), *_of_contacts(run, Contact.objects.filter(brought_by=run.pk)), *_of_people(run)]
    for one in GUARDS:
        found += one(run)
    return found


def may_be_undone(run: ImportRun) -> bool:
    """Kinds whose rows name their run, or are known by what it brought."""
    return run.kind in OF_SEVERAL_TABLES or table_of(run) is not None


def table_of(run: ImportRun) -> type[Model] | None:
    """The one its rows stand in, where they all do."""
    return handler_of(run.kind).brings if run.kind in KINDS else None


def refers(model: type[Model], keys: Any, run: ImportRun) -> list[Hanging]:
    found = referring(model, keys, own=of_others(run))
    return [Hanging("refers", count, label) for label, count in found.items()]


def of_others(run: ImportRun) -> Own:
    """Rows that do not go with the run."""

    def own(label: str, name: str, rows: QuerySet[Any]) -> QuerySet[Any] | None:
        if (label, name) in GOES_WITH_IT:
            return None
        if (label, name) == ("interactions.recording", "contact"):
            return rows.filter(uploaded_by__isnull=False)
        if label in ("interactions.contact", "interactions.measure"):
            return rows.exclude(brought_by=run.pk)
        if (label, name) == ("people.placement", "lead"):
            return rows.exclude(person__in=brought(run, PERSON))
        return rows

    return own


def brought(run: ImportRun, thing: str) -> QuerySet[Brought, Any]:
    """The keys of what was made, as a query."""
    return Brought.objects.filter(run=run, thing=thing, is_new=True).values("row")


def _changed(run: ImportRun) -> Iterable[Hanging]:
    """Of what was there before, nobody kept how it was; a run of an earlier version left no word of what it brought."""
    if run.updated_count:
        yield Hanging("updated", run.updated_count)
    elif changed := Brought.objects.filter(run=run, thing=PERSON, is_new=False).count():
        yield Hanging("changed", changed)
    if run.added_count and not run.names_its_rows:
        yield Hanging("too_old", run.added_count)


def _of_contacts(run: ImportRun, contacts: QuerySet[Contact]) -> list[Hanging]:
    return refers(Contact, contacts.values("pk"), run) if run.kind == "contacts" else []


def contacts_held(run: ImportRun, keys: list[int]) -> list[Hanging]:
    """The same of a few: something may have come to hang on them since the whole was asked."""
    return _of_contacts(run, Contact.objects.filter(pk__in=keys))


def _of_people(run: ImportRun) -> Iterable[Hanging]:
    """People of contacts stay where something else has come to refer to them; people of a roster are what it is about."""
    yield from _of_accounts(run)
    if run.kind != "people":
        return
    kept = dict(Brought.objects.filter(run=run, thing=PERSON, is_new=True).values_list("row", "digest"))
    now = digests_of(kept)
    if differing := sum(1 for key, digest in kept.items() if key in now and now[key] != digest):
        yield Hanging("edited", differing)
    others = Person.objects.filter(pk__in=brought(run, PERSON), user__isnull=False).exclude(user__in=brought(run, USER))
    if count := others.count():
        yield Hanging("accounts", count)
    yield from refers(Person, brought(run, PERSON), run)


def _of_accounts(run: ImportRun) -> Iterable[Hanging]:
    opened = User.objects.filter(pk__in=brought(run, USER))
    if used := opened.filter(last_login__isnull=False).count():
        yield Hanging("accounts_used", used)
    for one in refers(User, brought(run, USER), run):
        if one.thing != PERSON:
            yield one
