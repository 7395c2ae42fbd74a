"""An import taken back: started once, worked off in steps, finished once. Killed anywhere, it goes on there."""

from django.db import transaction

from hengcai.accounts.actions import withdraw_users
from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotAllowed, NotNow
from hengcai.base.referring import free_rows
from hengcai.framework.models import Post
from hengcai.interactions import lake, permissions, undoing
from hengcai.interactions.kinds.registry import handler_of
from hengcai.interactions.lookups import slices
from hengcai.interactions.models import Brought, Contact, ImportRun, LakePart
from hengcai.interactions.undoing import AT_ONCE, PERSON, USER
from hengcai.interactions.unlogged import unlogged_action
from hengcai.people.actions import withdraw_people, withdraw_places
from hengcai.people.models import Employment, Person, Placement, Site, Team

State = ImportRun.State


@action(permissions.OF_ITS_KIND)
def start_undo(run: ImportRun, *, by: User) -> ImportRun:
    """Refused with the number of things in the way; which they are is a question of its own."""
    if run.state == State.UNDOING:
        return run
    if run.state not in (State.DONE, State.FAILED):
        raise NotNow("undo.not_done", state=run.state)
    if hanging := undoing.hanging(run):
        raise NotNow("undo.blocked", count=len(hanging))
    _check_may_close(run, by)
    run.state = State.UNDOING
    run.save(update_fields=["state"])
    return run


@unlogged_action(permissions.OF_ITS_KIND)
def undo_some(run: ImportRun, *, by: User) -> int:
    """Takes some rows out: how many. After the last ones what was made beside them, and the run is undone."""
    if run.state != State.UNDOING:
        return 0
    gone = _contacts_gone(run) or _rows_gone(run, by)
    run.undone_count += gone
    run.save(update_fields=["undone_count"])
    if not gone:
        finish_undo(run, by=by)
    return gone


@action(permissions.OF_ITS_KIND)
def finish_undo(run: ImportRun, *, by: User) -> ImportRun:
    if hanging := [one for one in undoing.hanging(run) if one.code not in ("updated", "too_old")]:
        raise NotNow("undo.blocked", count=len(hanging))
    _people_gone(run, by)
    _words_gone(run)
    Brought.objects.filter(run=run).delete()
    run.state, run.undone_at = State.UNDONE, clock.now()
    run.save()
    return run


def _words_gone(run: ImportRun) -> None:
    """Files that hold nothing else go at once; in one that others share the words are named by nobody any more."""
    parts = LakePart.objects.filter(run=run).exclude(pk__in=Contact.objects.filter(part__run=run).values("part"))
    paths = set(parts.values_list("path", flat=True))
    parts.delete()
    shared = set(LakePart.objects.filter(path__in=paths).values_list("path", flat=True))
    transaction.on_commit(lambda: lake.remove(paths - shared))


def _check_may_close(run: ImportRun, by: User) -> None:
    """Accounts opened for these people go with them, which only who manages accounts may have happen."""
    from hengcai.accounts.permissions import MANAGE

    if undoing.brought(run, USER).exists() and not MANAGE.is_held_by(by):
        raise NotAllowed("undo.accounts_opened")


def _contacts_gone(run: ImportRun) -> int:
    keys = list(Contact.objects.filter(brought_by=run.pk).values_list("pk", flat=True)[:AT_ONCE])
    if keys and (hanging := undoing.contacts_held(run, keys)):
        raise NotNow("undo.blocked", count=len(hanging))
    Contact.objects.filter(pk__in=keys).delete()
    return len(keys)


def _rows_gone(run: ImportRun, by: User) -> int:
    table = undoing.table_of(run)
    if table is None:
        return 0
    rows = list(table._default_manager.filter(brought_by=run.pk).order_by("pk")[:AT_ONCE])
    if withdraw := handler_of(run.kind).withdraw:
        withdraw(rows, by=by)
    else:
        table._default_manager.filter(pk__in=[one.pk for one in rows]).delete()
    return len(rows)


def _people_gone(run: ImportRun, by: User) -> None:
    """Of people made on the way for contacts, those who are nothing else by now."""
    users = list(User.objects.filter(pk__in=undoing.brought(run, USER)))
    if users:
        withdraw_users(users, by=by)
    if run.kind == "people":
        people = list(Person.objects.filter(pk__in=undoing.brought(run, PERSON)))
        run.undone_count += len(people)
        withdraw_people(people, by=by)
    else:
        _made_people_gone(run)
    places: list[Post | Team | Site] = []
    for model in (Post, Team, Site):
        places += model.objects.filter(pk__in=undoing.brought(run, model._meta.label_lower))
    if places:
        withdraw_places(places, by=by)


def _made_people_gone(run: ImportRun) -> None:
    made = Person.objects.filter(pk__in=undoing.brought(run, PERSON), user__isnull=True)
    free = free_rows(Person, list(made.values_list("pk", flat=True)), own=undoing.of_others(run))
    for some in slices(free):
        Placement.objects.filter(person__in=some).delete()
        Employment.objects.filter(person__in=some).delete()
        Person.objects.filter(pk__in=some).delete()
