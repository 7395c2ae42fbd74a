"""One password for all the demo's people, worked out once: hundreds of signatures would take longer than all else."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from django.contrib.auth.hashers import get_hasher


@contextmanager
def worked_out_once() -> Iterator[None]:
    """The password is told to whoever loads the demo, so that one salt for all of them gives nothing away."""
    hasher = get_hasher()
    salt = hasher.salt()
    known = {"salt": lambda: salt, "encode": cache(hasher.encode)}
    for name, work in known.items():
        setattr(hasher, name, work)
    try:
        yield
    finally:
        for name in known:
            delattr(hasher, name)
