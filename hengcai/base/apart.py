"""Heavy work of the web server in a process of its own that ends, so that the server itself stays small."""

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from importlib import import_module
from typing import Any, TypeVar, cast

from hengcai.base.errors import NotNow, Refusal

Outcome = TypeVar("Outcome")
LONGEST_SECONDS = 600
_AT_ONCE = threading.BoundedSemaphore(2)  # more at once would take the memory that was to be saved
_server = threading.Event()


def be_the_server() -> None:
    """Said once by the process that answers requests."""
    _server.set()


def apart(work: Callable[..., Outcome], *given: Any) -> Outcome:
    """`work(*given)`: in the web server by a process that ends, anywhere else directly.

    `work` stands at the top of a module that needs no Django; what goes in and comes out can be pickled. A refusal
    comes back as the refusal it was; a process that dies is `NotNow`.
    """
    if not _server.is_set():
        return work(*given)
    with _AT_ONCE:
        is_well, outcome = _asked((work.__module__, work.__qualname__, given))
    if not is_well:
        raise cast(Refusal, outcome)
    return cast(Outcome, outcome)


def _asked(question: tuple[str, str, tuple[Any, ...]]) -> tuple[bool, object]:
    path = os.pathsep.join(part for part in sys.path if part)
    try:
        done = subprocess.run(
            [sys.executable, "-m", __name__],
            input=pickle.dumps(question),
            stdout=subprocess.PIPE,
            timeout=LONGEST_SECONDS,
            env={**os.environ, "PYTHONPATH": path},
            check=True,
        )
    except subprocess.SubprocessError as error:
        raise NotNow("base.work_broke_off") from error
    return cast(tuple[bool, object], pickle.loads(done.stdout))  # noqa: S301 - our own process wrote it


def answer() -> None:
    """The other end: one question from standard input, one answer to standard output."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever the work prints must not stand within the answer
    module, name, given = pickle.load(sys.stdin.buffer)  # noqa: S301 - the server wrote it
    try:
        told: tuple[bool, object] = (True, getattr(import_module(module), name)(*given))
    except Refusal as refusal:
        told = (False, refusal)
    with out:
        pickle.dump(told, out)


if __name__ == "__main__":
    answer()
