"""The wrapper of the many small steps of long work: like `action`, without an entry for each step.

The start and the end of the work are actions and stand in the log; a million rows in fifty steps need not fill it.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import models, transaction

from hengcai.audit.action import GATES, Gate, lock

Arguments = ParamSpec("Arguments")
Outcome = TypeVar("Outcome")


def unlogged_action(
    gate: Gate, *, is_part: bool = False
) -> Callable[[Callable[Arguments, Outcome]], Callable[Arguments, Outcome]]:
    """`is_part`: of a step that fails with it, so no savepoint need be kept, which SQLite pays for with a copy of every
    page that changes."""

    def decorate(body: Callable[Arguments, Outcome]) -> Callable[Arguments, Outcome]:
        GATES[f"{body.__module__}.{body.__name__}"] = gate

        @wraps(body)
        def run(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Outcome:
            thing: Any = args[0]
            with transaction.atomic(savepoint=not is_part):
                if isinstance(thing, models.Model):
                    lock(thing)
                gate.enter(thing, kwargs["by"])  # type: ignore[arg-type]
                return body(*args, **kwargs)

        run.gate = gate  # type: ignore[attr-defined]
        return run

    return decorate
