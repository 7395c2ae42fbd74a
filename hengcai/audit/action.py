"""The wrapper under which every write runs: transaction, lock, gate, body, state, audit entry."""

import secrets
from collections.abc import Callable, Collection, Iterable
from contextvars import ContextVar
from dataclasses import asdict, dataclass
from functools import wraps
from typing import Any, ParamSpec, Protocol, TypeVar

from django.db import models, transaction
from django.utils import timezone

from hengcai.audit import heads
from hengcai.audit.models import Entry, Head, Values
from hengcai.audit.rules import VERSION, Link, digest
from hengcai.base import clock
from hengcai.base.errors import NotNow
from hengcai.base.permissions import Doer
from hengcai.base.states import Move

Arguments = ParamSpec("Arguments")
Outcome = TypeVar("Outcome")
LONGEST_TEXT = 400


class Gate(Protocol):
    def enter(self, thing: Any, user: Doer) -> None: ...


@dataclass(frozen=True)
class Act:
    """One finished action, waiting for the outermost one to write it down."""

    action: str
    by: Any
    thing: str
    subject: int | None
    values: dict[str, Any]


_pending: ContextVar[list[Act] | None] = ContextVar("pending_acts", default=None)
GATES: dict[str, Gate] = {}


def action(
    gate: Gate, *, once_a_day: bool = False, unsaid: Collection[str] = ()
) -> Callable[[Callable[Arguments, Outcome]], Callable[Arguments, Outcome]]:
    """Marks a verb of the domain. Its first argument is the row acted on (to create: the parent;
    in bulk: the batch), `by` is the doer. With `once_a_day` one entry stands for all that a doer
    does in a row to one thing on one day: for drafts, which save themselves. `unsaid` names the
    arguments no entry keeps anything of: what one person says of another."""

    def decorate(body: Callable[Arguments, Outcome]) -> Callable[Arguments, Outcome]:
        GATES[f"{body.__module__}.{body.__name__}"] = gate

        @wraps(body)
        def run(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Outcome:
            with transaction.atomic():
                outcome: Outcome = _perform(Verb(gate, body, once_a_day, frozenset(unsaid)), args, kwargs)
                return outcome

        run.gate = gate  # type: ignore[attr-defined]
        return run

    return decorate


@dataclass(frozen=True)
class Verb:
    """A marked verb of the domain with how it is written down."""

    gate: Gate
    body: Callable[..., Any]
    once_a_day: bool
    unsaid: frozenset[str]


def _perform(verb: Verb, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    gate, thing, by = verb.gate, args[0], kwargs["by"]
    if isinstance(thing, models.Model):
        lock(thing)
    gate.enter(thing, by)
    outer = _pending.get()
    acts: list[Act] = [] if outer is None else outer
    token = None if outer is not None else _pending.set(acts)
    try:
        outcome = verb.body(*args, **kwargs)
        if isinstance(gate, Move):
            _move(thing, gate.target)
        acts.append(_act(verb, thing, outcome, kwargs))
    finally:
        if token is not None:
            _pending.reset(token)
    if outer is None and not (verb.once_a_day and len(acts) == 1 and _is_written_down(acts[0])):
        write_down(acts)
    return outcome


def lock(thing: models.Model) -> None:
    """Takes the row's lock and reads it again, so that the gate judges what is true now; somebody may just have taken it away."""
    rows = thing._meta.model._default_manager.select_for_update()
    fresh = rows.filter(pk=thing.pk).values(*[field.attname for field in thing._meta.concrete_fields]).first()
    if fresh is None:
        raise NotNow("base.gone")
    for name, value in fresh.items():
        setattr(thing, name, value)


def _move(thing: Any, target: str) -> None:
    thing.state = target
    thing.save(update_fields=["state"])


def _act(verb: Verb, thing: Any, outcome: Any, kwargs: dict[str, Any]) -> Act:
    made = outcome if isinstance(outcome, models.Model) else thing
    subject = getattr(made, "subject_id", None) or getattr(thing, "subject_id", None)
    facts = {key: brief(value) for key, value in kwargs.items() if key not in {"by", *verb.unsaid}}
    facts["on"] = reference(thing)
    return Act(verb.body.__name__, kwargs["by"], reference(made), subject, facts)


def _is_written_down(act: Act) -> bool:
    """Whether the newest entry about this thing says the same of the same doer, today."""
    newest = Entry.objects.filter(thing=act.thing).order_by("-number").first()
    if newest is None or timezone.localdate(newest.at) != clock.today():
        return False
    return (newest.action, newest.doer, newest.role) == (act.action, str(act.by.pk), _roles(act.by))


def _roles(by: Any) -> str:
    return ",".join(sorted(by.roles))[:40]


def reference(thing: Any) -> str:
    """`package.model:id` of a row; the size of a batch."""
    if isinstance(thing, models.Model):
        return f"{thing._meta.label_lower}:{thing.pk}"
    return f"batch:{len(thing)}" if hasattr(thing, "__len__") else type(thing).__name__


def brief(value: Any) -> Any:
    """What an entry keeps of an argument: short, plain and serialisable."""
    if value is None or isinstance(value, bool | int):
        return value  # a float is written out: databases keep 1e22 each in their own way, and its digest would differ
    if isinstance(value, models.Model):
        return reference(value)
    if isinstance(value, dict):
        return {str(key): brief(part) for key, part in list(value.items())[:60]}
    if isinstance(value, list | tuple | set | frozenset):
        return [brief(part) for part in list(value)[:60]]
    return str(value)[:LONGEST_TEXT]


def write_down(acts: Iterable[Act]) -> None:
    """Appends to the chain. The head is read and locked last, so that writers wait here only."""
    acts = list(acts)
    if not acts:
        return
    head = Head.objects.select_for_update().get_or_create(pk=1)[0]
    entries, values = [], []
    for act in acts:
        entry, kept = _entry(act, head)
        entries.append(entry)
        values.append(kept)
        head.number, head.hash = entry.number, entry.hash
    Entry.objects.bulk_create(entries)
    Values.objects.bulk_create(values)
    head.save()
    if any(heads.is_publication(act.action) for act in acts):
        transaction.on_commit(heads.keep_after_publication)


def next_number() -> int:
    """The number the act going on will get. Takes the head's lock, so that it stays so until the act is written down."""
    head = Head.objects.select_for_update().get_or_create(pk=1)[0]
    return head.number + len(_pending.get() or ()) + 1


def _entry(act: Act, head: Head) -> tuple[Entry, Values]:
    salt, at, by = secrets.token_hex(16), clock.now(), act.by
    values = {"name": str(by), **act.values}
    sealed = digest(salt, values)
    link = Link(
        head.number + 1, at.isoformat(), act.action, str(by.pk), _roles(by), act.thing, sealed, act.subject, VERSION
    )
    entry = Entry(**{**asdict(link), "at": at}, previous=head.hash, hash=link.hash(head.hash))
    return entry, Values(entry=entry, salt=salt, values=values)


def note(name: str, thing: Any, *, by: Any, **facts: Any) -> None:
    """Leaves an entry for what is read rather than written: an export, an un-masking, a report."""
    act = Act(name, by, reference(thing), getattr(thing, "subject_id", None), {k: brief(v) for k, v in facts.items()})
    outer = _pending.get()
    if outer is not None:
        outer.append(act)
        return
    with transaction.atomic():
        write_down([act])
