"""How long whoever guesses passwords has to wait, without locking out a whole office."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address

FREE_OF_A_NAME_HERE = 5  # wrong sign-ins of one name from one address before the first wait
FREE_OF_A_NAME = 20  # of one name, from wherever
FREE_OF_AN_ADDRESS = 20  # of one address, whatever the names; beyond it each name has a single try before it waits
FREE_OF_A_NAME_IN_SUSPICION = 1
FIRST_WAIT_SECONDS, LONGEST_WAIT_SECONDS = 5, 900
REMEMBERED_SECONDS = 3600
_WITH_PORT = re.compile(r"\[?(?P<bare>[0-9.]+|(?<=\[)[^\]]+)\]?(?::\d{1,5})?")


@dataclass(frozen=True)
class Failures:
    """Wrong sign-ins in a row, and the moment of the last one in seconds."""

    count: int = 0
    last_at: float = 0.0


NONE = Failures()


def wait_seconds(*, of_name_here: Failures, of_name: Failures, of_address: Failures, now: float) -> int:
    """Seconds until the next try is let in; 0 for at once.

    An address that guesses many names makes each of its names wait sooner, but a name that nobody guessed wrong is
    never kept out: a hundred people may share one address.
    """
    is_suspect = of_address.count > FREE_OF_AN_ADDRESS
    free_here = FREE_OF_A_NAME_IN_SUSPICION if is_suspect else FREE_OF_A_NAME_HERE
    ends = (_end(of_name_here, free_here), _end(of_name, FREE_OF_A_NAME))
    return max(0, round(max(ends) - now))


def _end(failures: Failures, free: int) -> float:
    over = failures.count - free
    if over < 0:
        return 0.0
    return failures.last_at + min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS << min(over, 20))


def client_address(peer: str, forwarded: Sequence[str], trusted: Sequence[IPv4Network | IPv6Network]) -> str:
    """Who asks: the peer itself, or behind proxies one trusts the nearest address that is none of theirs.

    `forwarded` is X-Forwarded-For from left to right; what stands left of an address nobody vouches for is hearsay.
    """
    found = _address(peer) or peer
    for step in reversed(forwarded):
        before = _address(step)
        if not _is_within(found, trusted) or not before:
            break
        found = before
    return found


def _is_within(address: str, networks: Sequence[IPv4Network | IPv6Network]) -> bool:
    return bool(_address(address)) and any(ip_address(address) in network for network in networks)


def _address(written: str) -> str:
    """One spelling of an address, without the port some proxies write behind it; empty where it is none."""
    told = _WITH_PORT.fullmatch(written.strip())
    try:
        found = ip_address(told["bare"] if told else written.strip())
    except ValueError:
        return ""
    mapped = found.ipv4_mapped if isinstance(found, IPv6Address) else None
    return str(mapped or found)
