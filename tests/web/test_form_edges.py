"""Every form and every body with an edge in each of its fields: refused or kept, never broken."""

import json
import re
from urllib.parse import urlencode

import pytest
from django.db import transaction
from django.test import Client

from tests.web.asking import many
from tests.web.permission_table import TABLE, Row
from tests.web.test_permissions import PEOPLE, _address, _any_key
from tests.web.world import standing

QUICK = ("9" * 5000, "\ud800")
WRITTEN = ("", "2026-02-30", "9999-12-31", "0001-01-01", "9223372036854775808", "-1", "NaN", "a\x00b", "字" * 5000)
SAID = (None, -1, 10**4000, "\ud800", [])
SAID_TOO = (True, 2**63, "", "a\x00b", "字" * 5000, "9999-12-31", {}, [[]], {"a": {}})
NO_BODY = ("[" * 100_000, '"\\ud800"', b"\xff\xfe")
NO_BODY_EITHER = ('{"a":' * 100_000, "9" * 100_000, "", "null", "[]", '{"marks": NaN}')
NAME = re.compile(r"<(?:input|textarea|select|button)\b[^>]*?\bname=\"([^\"]+)\"")


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), standing() as found, many():
        yield found


@pytest.fixture(scope="module")
def asked(world) -> list[tuple[Client, str, Row]]:
    """Each page and each address a form is sent to, with a client of somebody who may."""
    clients = {names[0]: Client(raise_request_exception=False) for names in PEOPLE.values()}
    for name, client in clients.items():
        client.force_login(world.users[name])
    rows = [row for row in TABLE if not row.route.startswith(("account/", "healthz"))]
    return [(clients[_writer(row)], _address(row, _any_key(world, row)), row) for row in rows]


def _writer(row: Row) -> str:
    may = (role for role in PEOPLE if row.expected(role).split(" ")[0] not in ("403", "404"))
    return PEOPLE[next(may, "head")][0]


def _fields(client: Client, address: str, row: Row) -> set[str]:
    """What a page with a form to send names; where a form is only sent to, what such forms hold."""
    if row.method == "post":
        return {"reason", "move", "edit_count", "comment", "do", "line", "person", *row.query}
    answer = client.get(address)
    if answer.streaming:
        b"".join(answer.streaming_content)  # which closes the file behind it
        return set()
    page = answer.content.decode(errors="replace").partition("<main")[2]
    return set(NAME.findall(page)) if 'method="post"' in page else set()


def _sent(client: Client, address: str, body: str | bytes, kind: str) -> int:
    with transaction.atomic():
        answer = client.post(address, body, content_type=kind)
        transaction.set_rollback(True)
    if answer.streaming:
        b"".join(answer.streaming_content)
    return answer.status_code


@pytest.mark.parametrize("values", [QUICK, pytest.param(WRITTEN, marks=pytest.mark.slow)], ids=["quick", "more"])
def test_no_edge_breaks_a_form(db, asked, values):
    answers = {}
    for client, address, row in asked:
        fields = () if row.route.startswith("api/") else sorted(_fields(client, address, row))
        for value in values if fields else ():
            body = urlencode(dict.fromkeys(fields, value), errors="surrogatepass")
            answers[address, value[:9]] = _sent(client, address, body, "application/x-www-form-urlencoded")
    assert len(answers) > 100
    assert [place for place, status in answers.items() if status >= 500] == []


def _quick_and_slow(quick, slow):
    return [*quick, *(pytest.param(one, marks=pytest.mark.slow) for one in slow)]


@pytest.mark.parametrize("value", _quick_and_slow(SAID, SAID_TOO), ids=lambda value: ascii(str(type(value))))
def test_no_edge_breaks_a_body(db, asked, value):
    answers = {}
    for client, address, row in asked:
        if isinstance(row.body, dict):
            for name in row.body:
                body = json.dumps({**row.body, name: value})
                answers[address, name] = _sent(client, address, body, "application/json")
    assert [place for place, status in answers.items() if status >= 500] == []


@pytest.mark.parametrize("body", _quick_and_slow(NO_BODY, NO_BODY_EITHER), ids=lambda body: ascii(body)[:9])
def test_no_body_breaks_an_address(db, asked, body):
    answers = {
        address: _sent(client, address, body, "application/json")
        for client, address, row in asked
        if row.route.startswith("api/") and row.method == "post"
    }
    assert [address for address, status in answers.items() if status >= 500] == []
