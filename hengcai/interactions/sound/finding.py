"""Where a recording lies: a path that stays under the media folder, or an address of a host that is allowed."""

import hashlib
import time
from collections.abc import Collection
from contextlib import closing
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from hengcai.base.errors import NotValid

SCHEMES = ("http", "https")
BLOCK = 1 << 20
PATIENCE_SECONDS, LONGEST_SECONDS = 30, 900


def is_address(place: str) -> bool:
    return place.lower().startswith(tuple(f"{scheme}://" for scheme in SCHEMES))


def under(root: Path, place: str) -> Path:
    """The file of that name under the folder, wherever links lead; a path of Windows is read as one."""
    if "\0" in place:
        raise NotValid("recording.outside")
    try:
        found = (root / place.replace("\\", "/")).resolve()
    except (OSError, RuntimeError):
        raise NotValid("recording.missing") from None
    if not found.is_relative_to(root.resolve()):
        raise NotValid("recording.outside")
    if not found.is_file():
        raise NotValid("recording.missing")
    return found


def check_size(path: Path, most: int) -> int:
    size = path.stat().st_size
    if not size:
        raise NotValid("recording.empty")
    if size > most:
        raise NotValid("recording.too_large", megabytes=most // 1_000_000)
    return size


def digest_of_file(path: Path) -> str:
    found = hashlib.blake2b(digest_size=16)
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            found.update(block)
    return found.hexdigest()


def check_host(address: str, hosts: Collection[str]) -> None:
    try:
        at = urlsplit(address)
        named = {(at.hostname or "").lower(), at.netloc.rpartition("@")[2].lower()}
    except ValueError:
        raise NotValid("recording.host_not_allowed", host=address[:60]) from None
    if at.scheme.lower() not in SCHEMES or "@" in at.netloc or not named & set(hosts):
        raise NotValid("recording.host_not_allowed", host=at.hostname or address[:60])


class _Staying(HTTPRedirectHandler):
    """Is led on only to hosts that are allowed as well."""

    def __init__(self, hosts: Collection[str]) -> None:
        self._hosts = hosts

    def redirect_request(self, *given: Any) -> Request | None:
        check_host(given[-1], self._hosts)
        return super().redirect_request(*given)


def fetch(address: str, to: Path, *, hosts: Collection[str], most: int) -> None:
    """Streamed into a file, and given up once it is more than may be."""
    check_host(address, hosts)
    growing, until = to.with_name(f".{to.name}.tmp"), time.monotonic() + LONGEST_SECONDS
    try:
        opener = build_opener(_Staying(hosts))
        with closing(opener.open(address, timeout=PATIENCE_SECONDS)) as answer, growing.open("wb") as out:
            taken = 0
            while block := answer.read(BLOCK):
                taken += len(block)
                if taken > most:
                    raise NotValid("recording.too_large", megabytes=most // 1_000_000)
                if time.monotonic() > until:
                    raise NotValid("recording.not_fetched")
                out.write(block)
        growing.replace(to)
    except (OSError, HTTPException, ValueError) as error:
        raise NotValid("recording.not_fetched") from error
    finally:
        growing.unlink(missing_ok=True)
