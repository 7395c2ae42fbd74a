"""Asking the engine, with a time limit no story can get around."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from hengcai.base.errors import NotNow, NotValid

CHILD = Path(__file__).with_name("child.py")
LONGEST_SECONDS = 8
_AT_ONCE = threading.BoundedSemaphore(3)
Raw = dict[str, Any]


def begun(compiled: str, *, seed: int, given: Mapping[str, float]) -> Raw:
    """What is said until the first choice, the choices, and where the story stands."""
    return _asked({"story": compiled, "seed": seed, "given": dict(given)})


def chosen(compiled: str, *, state: str, place: int, given: Mapping[str, float]) -> Raw:
    """The same after the choice at this place."""
    return _asked({"story": compiled, "state": state, "choose": place, "given": dict(given)})


def walked(compiled: str) -> Raw:
    """Every scene of the story, as far as a few seconds reach."""
    return _asked({"story": compiled, "walk": True, "seed": 1})


def _asked(question: Raw) -> Raw:
    with _AT_ONCE:
        try:
            done = subprocess.run(
                [sys.executable, "-I", "-S", "-c", _START, str(CHILD), *_places()],
                input=json.dumps(question).encode(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                timeout=LONGEST_SECONDS, env={"PATH": os.environ.get("PATH", "")}, check=True,
            )  # fmt: skip
        except subprocess.TimeoutExpired as error:
            raise NotValid("simulation.ink_endless") from error
        except subprocess.SubprocessError as error:
            raise NotNow("simulation.ink_broke_off") from error
    return _read(cast(Raw, json.loads(done.stdout)))


# Without the site module it starts in half the time; where packages lie comes along.
_START = (
    "import sys, runpy; child, *places = sys.argv[1:]; sys.path += places; runpy.run_path(child, run_name='__main__')"
)


def _places() -> list[str]:
    return [part for part in sys.path if part.endswith("site-packages")]


def _read(told: Raw) -> Raw:
    if told.get("problem") == "endless":
        raise NotValid("simulation.ink_endless")
    if told.get("problem"):
        raise NotValid("simulation.ink_broken", text=str(told.get("text", "")))
    return told
