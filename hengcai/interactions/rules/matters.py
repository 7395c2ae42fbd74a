"""Whose contact it was and what about, as one number that tells neither: the same customer on the same matter again."""

import hashlib
from collections.abc import Sequence
from functools import lru_cache

from hengcai.base.ids import folded

WHOSE = ("customer", "matter")
BYTES = 8
_BETWEEN = "\x1f"


def matter_key(customer: str, matter: str, *, secret: bytes) -> int | None:
    """None where either is missing. Nobody without the secret can try out numbers until one fits."""
    return keys_of([customer], [matter], secret=secret)[0]


def keys_of(customers: Sequence[str], matters: Sequence[str], *, secret: bytes) -> list[int | None]:
    """The hasher is keyed once and copied: that, and few matters among many customers, is most of what an import feels."""
    copy = hashlib.blake2b(key=secret, digest_size=BYTES).copy
    topics = {matter: f"{_BETWEEN}{name}".encode() if (name := _spelled(matter)) else b"" for matter in set(matters)}
    found: list[int | None] = []
    for customer, matter in zip(customers, matters, strict=True):
        who, topic = _spelled(customer), topics[matter]
        if not who or not topic:
            found.append(None)
            continue
        one = copy()
        one.update(who.encode() + topic)
        found.append(int.from_bytes(one.digest(), "little", signed=True))
    return found


def _spelled(text: str) -> str:
    """Upper and lower case are one, and so are spellings that only look different."""
    return text.lower() if text.isascii() and text.isalnum() else folded(text).casefold()


@lru_cache(maxsize=4)
def secret_of(installation: str) -> bytes:
    return hashlib.sha256(f"matter_key:{installation}".encode()).digest()
