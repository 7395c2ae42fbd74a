"""Heavy work of the web server in processes of their own that end, so that the server itself stays small."""

import os
import pickle
import select
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import Any, BinaryIO, TypeVar, cast

from hengcai.base.errors import NotNow, Refusal

Outcome = TypeVar("Outcome")
Question = tuple[str, str, tuple[Any, ...]]
Answer = tuple[bool, object]
EXPECTED = (Refusal, FileNotFoundError)  # what comes back as what it was; anything else is a bug and ends the process
LONGEST_SECONDS = 600
IDLE_SECONDS = 120
STAY = "stay"
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
        return cast(Outcome, _outcome(_asked(_question(work, given))))


def apart_for_a_while(work: Callable[..., Outcome], *given: Any) -> Outcome:
    """As `apart`, for small work that comes often: its process waits for more of it and ends when none has come."""
    if not _server.is_set():
        return work(*given)
    return cast(Outcome, _outcome(_staying.ask(_question(work, given))))


def _question(work: Callable[..., Any], given: tuple[Any, ...]) -> Question:
    return work.__module__, work.__qualname__, given


def _outcome(answer: Answer) -> object:
    is_well, outcome = answer
    if not is_well:
        raise cast(Exception, outcome)
    return outcome


def _command(*more: str) -> list[str]:
    return [sys.executable, "-m", __name__, *more]


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(part for part in sys.path if part)}


def _asked(question: Question) -> Answer:
    asked = pickle.dumps(question)
    try:
        done = subprocess.run(
            _command(), env=_environment(), input=asked, stdout=subprocess.PIPE, timeout=LONGEST_SECONDS, check=True
        )
    except subprocess.SubprocessError as error:
        raise NotNow("base.work_broke_off") from error
    return cast(Answer, pickle.loads(done.stdout))  # noqa: S301 - our own process wrote it


class _Staying:
    """One process, asked by one thread at a time; started when it is needed, and again when it has ended."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, question: Question) -> Answer:
        with self._turn:
            for _attempt in range(2):
                try:
                    return self._answer_of(self._started(), question)
                except (OSError, EOFError, pickle.UnpicklingError):
                    self._end()
        raise NotNow("base.work_broke_off")

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._process is None:
            self._process = subprocess.Popen(
                _command(STAY), env=_environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE
            )
        return self._process

    def _answer_of(self, process: "subprocess.Popen[bytes]", question: Question) -> Answer:
        to, back = cast(BinaryIO, process.stdin), cast(BinaryIO, process.stdout)
        pickle.dump(question, to)
        to.flush()
        return cast(Answer, pickle.load(back))  # noqa: S301 - our own process wrote it

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                with suppress(OSError):  # what was still to be written to it is lost with it
                    cast(BinaryIO, pipe).close()


_staying = _Staying()


def answer(*, stays: bool) -> None:
    """The other end: questions from standard input, answers to standard output; one, or until none comes."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever the work prints must not stand within an answer
    with out:
        while True:
            try:
                question = pickle.load(sys.stdin.buffer)  # noqa: S301 - the server wrote it
            except EOFError:
                return
            pickle.dump(_answered(*question), out)
            out.flush()
            if not stays or not select.select([sys.stdin], [], [], IDLE_SECONDS)[0]:
                return


def _answered(module: str, name: str, given: tuple[Any, ...]) -> Answer:
    try:
        return True, getattr(import_module(module), name)(*given)
    except EXPECTED as refusal:
        return False, refusal


if __name__ == "__main__":
    answer(stays=STAY in sys.argv)
