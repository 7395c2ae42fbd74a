"""Every address with every kind of edge in its query: refused or read, never broken. The first of each kind is quick."""

from urllib.parse import urlencode

import pytest
from django.test import Client

from tests.web.asking import many
from tests.web.permission_table import TABLE, Row
from tests.web.test_permissions import PEOPLE, _address, _any_key
from tests.web.world import standing

DAYS = ("day", "first_day", "last_day", "from", "to", "until", "since", "on", "due_on")
KEYS = ("team", "post", "site", "person", "agent", "analyst", "card", "cycle", "new", "old", "scorecard", "policy")
COUNTS = ("page", "size", "turn", "n", "number")
WORDS = ("q", "kind", "show", "state", "channel", "satisfaction", "levels", "focus", "sort", "verdict", "rater", "done")
EDGES = {
    "days": (DAYS, ("9999-12-31", "0001-01-01", "2026-02-30")),
    "keys": (KEYS, ("9223372036854775808", "9223372036854775807", "-1", "9" * 400)),
    "counts": (COUNTS, ("9" * 5000, "9999999999999999999999", "-1", "NaN")),
    "words": (WORDS, ("\ud800", "\x00", "%'<[", "𠮷" * 3000)),
}
AT_ONCE = {name: values[0] for names, values in EDGES.values() for name in names}
CASES = [AT_ONCE] + [
    pytest.param(dict.fromkeys(names, value), marks=pytest.mark.slow)
    for names, values in EDGES.values()
    for value in values
]


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), standing() as found, many():
        yield found


def _reader(row: Row) -> str:
    """Somebody who may open it."""
    may = (role for role in PEOPLE if row.expected(role).split(" ")[0] in ("200", "own", "all"))
    return PEOPLE[next(may, "head")][0]


@pytest.fixture(scope="module")
def asked(world) -> list[tuple[Client, str]]:
    """Each address that is read, with a client of somebody who may."""
    clients = {names[0]: Client(raise_request_exception=False) for names in PEOPLE.values()}
    for name, client in clients.items():
        client.force_login(world.users[name])
    rows = [row for row in TABLE if row.method == "get" and not row.route.startswith("account/")]
    return [(clients[_reader(row)], _address(row, _any_key(world, row))) for row in rows]


def _status(client: Client, address: str) -> int:
    answer = client.get(address)
    if answer.streaming:
        b"".join(answer.streaming_content)  # which closes the file behind it
    return answer.status_code


@pytest.mark.parametrize("asking", CASES, ids=lambda asking: ascii(sorted(asking.items())[0])[:40])
def test_no_edge_breaks_a_page(db, asked, asking):
    query = urlencode(asking, errors="surrogatepass")
    answers = {address: _status(client, f"{address}?{query}") for client, address in asked}
    assert [address for address, status in answers.items() if status >= 500] == []
