"""What is held on one person of the panel's work: terms, tasks, suggestions with their name. Of anonymous ones nothing is."""

from collections.abc import Iterator
from typing import Any

from hengcai.accounts.models import User
from hengcai.base.plain import plain_row
from hengcai.council.models import Seat, Suggestion, Task

Row = dict[str, Any]


def seats_held(user: User) -> Iterator[Row]:
    for one in Seat.objects.filter(user=user).order_by("since", "pk"):
        yield plain_row({name: getattr(one, name) for name in ("part", "chosen", "basis", "since", "until")})


def tasks_held(user: User) -> Iterator[Row]:
    for one in Task.objects.filter(owner=user).order_by("due_on", "pk"):
        yield plain_row({name: getattr(one, name) for name in ("title", "due_on", "state", "result", "ended_at")})


def suggestions_held(user: User) -> Iterator[Row]:
    names = ("title", "text", "received_on", "state", "outcome", "answer", "answered_at")
    for one in Suggestion.objects.filter(writer=user).order_by("received_on", "pk"):
        yield plain_row({name: getattr(one, name) for name in names})
