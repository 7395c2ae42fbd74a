"""Every address × every role × one's own and other people's rows. An address without an entry fails."""

import re
from collections.abc import Iterator
from contextlib import nullcontext
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver

from tests.web.asking import many, nothing_drawn
from tests.web.permission_table import TABLE, WITHOUT_SIGN_IN, Row
from tests.web.world import build, secrets
from tests.web.world_rows import NUMBERS, World

PEOPLE = {
    "agent": ("li", "he"), "lead": ("zhao", "lin"), "analyst": ("chen", "cao"), "supervisor": ("feng",),
    "trainer": ("zhou",), "hr": ("wu",), "group": ("zheng",), "head": ("qian",), "admin": ("sun",),
    "liaison": ("hua",), "nobody": ("gu",),
}  # fmt: skip
PEERED = {role for role, names in PEOPLE.items() if len(names) > 1}
ZIP = "application/zip"
LISTS = {"own", "all", "none"}
REFUSED = {403, 404, 405}
UNREADABLE = 400  # what the API says of a body that is no JSON, before anybody is asked who they are


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield build()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def clients(world: World, _asked_by_many) -> dict[str, Client]:
    return {name: _signed_in(world, name) for name in (*world.users, "")}


def _signed_in(world: World, name: str) -> Client:
    client = Client(raise_request_exception=False)
    if name:
        client.force_login(world.users[name])
    return client


@pytest.fixture(scope="module", autouse=True)
def _asked_by_many():
    with many():
        yield


@pytest.fixture(autouse=True)
def _no_password_was_guessed_before():
    """Guesses of one entry would make the next wait."""
    cache.clear()


@pytest.fixture(autouse=True)
def _papers_as_text(monkeypatch):
    """What stands on a PDF or in a workbook, unset: quick to make, and to be searched like a page."""
    for package in ("hengcai.web.insight.files", "hengcai.api.files"):
        for made in ("as_pdf", "as_xlsx"):
            monkeypatch.setattr(f"{package}.{made}", lambda paper: repr(paper).encode())


def routes(resolver=None, before: str = "") -> Iterator[str]:
    for one in (resolver or get_resolver()).url_patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLPattern):
            yield route
        else:
            yield from routes(one, route)


def test_every_address_has_an_entry_and_every_entry_an_address():
    known, entered = set(routes()), {row.route for row in TABLE}
    assert known - entered == set(), "say in tests/web/permission_table.py who may open it"
    assert entered - known == set(), "no such address any more"


def test_without_signing_in_there_is_only_the_sign_in_page(db, world, clients):
    wrong = {row.route: _ask(clients[""], row, _any_key(world, row)) for row in TABLE}
    wrong = {route: answer.status_code for route, answer in wrong.items() if not _leads_to_sign_in(route, answer)}
    assert not wrong


def _any_key(world: World, row: Row) -> object:
    return next(iter(world.things[row.thing].keys.values())) if row.thing else None


def _leads_to_sign_in(route: str, answer) -> bool:
    if route in WITHOUT_SIGN_IN:
        return answer.status_code == WITHOUT_SIGN_IN[route]
    if route.startswith("api/"):
        return answer.status_code == 401
    return answer.status_code == 302 and answer["Location"].startswith("/account/login/")


def _entry(row: Row):
    """An entry says what is right; where the code is known to do otherwise, mending it shows here."""
    amiss = [pytest.mark.xfail(strict=True, reason=row.amiss)] if row.amiss else []
    return pytest.param(row, id=str(row), marks=amiss)


@pytest.mark.parametrize("row", [_entry(row) for row in TABLE])
def test_everybody_gets_what_is_theirs_and_nothing_else(db, world, clients, row: Row):
    """A page is drawn where its words are looked at, and once more for the first of those let in."""
    first = next((role for role in PEOPLE if row.expected(role).startswith("200")), "")
    wrong = []
    for role, name in _readers(row):
        with nullcontext() if role == first or _is_read(row, role, name) else nothing_drawn():
            wrong += _checked(world, clients[name], row, role, name)
    assert not wrong, "\n" + "\n".join(wrong)


@pytest.mark.slow
def test_every_page_is_drawn_for_everybody_who_may_open_it(db, world, clients):
    wrong = []
    for row in (row for row in TABLE if not row.amiss):
        for role, name in _readers(row):
            if not _is_read(row, role, name):
                wrong += [f"{row}: {line}" for line in _checked(world, clients[name], row, role, name)]
    assert not wrong, "\n" + "\n".join(wrong)


def _is_read(row: Row, role: str, name: str) -> bool:
    """More than the status is looked at."""
    return bool(secrets(name) or row.expected(role) in LISTS or row.hides or row.hides_self)


def _readers(row: Row) -> Iterator[tuple[str, str]]:
    """The other team's people look back only where it matters whose a row is."""
    for role, names in PEOPLE.items():
        word = row.expected(role)
        yield from ((role, name) for name in (names if " " in word or word in LISTS else names[:1]))


def _checked(world: World, client: Client, row: Row, role: str, name: str) -> Iterator[str]:
    for whose, key, wanted in _cases(world, row, role, name):
        answer = _ask(client, row, key)
        faults = list(_faults(world, row, name, wanted, answer, str(key)))
        if answer.status_code in REFUSED and row.method == "get" and name == PEOPLE[role][0]:
            with nothing_drawn():
                posted = _ask(client, row, key, method="post").status_code
            faults += [] if posted in {*REFUSED, UNREADABLE} else [f"may not read it but a POST answers {posted}"]
        yield from (f"{name} ({role}), {whose}: {fault}" for fault in faults)


def _cases(world: World, row: Row, role: str, name: str) -> Iterator[tuple[str, object, str]]:
    """(whose, key, what is to come): a pair speaks of one's own and of others', a single word of both.

    An agent tries a colleague's row and one of another team.
    """
    if not row.thing:
        yield "any", None, row.expected(role)
        return
    own, _, other = row.expected(role).partition(" ")
    thing, most = world.things[row.thing], 2 if role == "agent" else 1
    found = [("own", key, own) for key in thing.owned(name)[:1]]
    found += [("other", key, other or own) for key in thing.others(name)[:most]]
    if not other and (own == "403" or role not in PEERED):  # by role alone: one row says it of all
        found = found[-1:]
    assert found, f"nothing of this kind: {row.thing}"
    assert not other or {"own", "other"} == {whose for whose, _key, _wanted in found}, f"{row.thing}: {name} has none"
    yield from found


def _ask(client: Client, row: Row, key: object, *, method: str = ""):
    """As if nothing had happened afterwards: whatever it wrote is taken back."""
    send = getattr(client, method or row.method)
    data = {**row.query, **({row.asks: key} if row.asks else {})}
    facts = {"data": row.body, "content_type": "application/json"} if row.body is not None else {"data": data}
    with transaction.atomic():
        answer = send(_address(row, key), **facts)
        transaction.set_rollback(True)
    return answer


def _address(row: Row, key: object) -> str:
    if row.address:
        return row.address
    values = iter(row.parts)
    return "/" + re.sub(r"<[^>]+>", lambda _found: str(next(values, key) or key), row.route)


def _faults(world: World, row: Row, name: str, wanted: str, answer, key: str) -> Iterator[str]:
    status = 200 if wanted in LISTS else int(wanted)
    if answer.status_code != status:
        yield f"{answer.status_code} instead of {status}"
    text = _text(answer)
    echoed = key if row.asks else ""
    told = [secret for secret in secrets(name) if secret in text and secret != echoed]
    if told:
        yield f"tells {told}"
    if wanted in LISTS:
        yield from _shown(world, row, name, wanted, text)
    hidden = (*row.hides, *([NUMBERS[name]] if row.hides_self and name in NUMBERS else ()))
    yield from (f"does not hide {one}" for one in hidden if one in text)


def _shown(world: World, row: Row, name: str, wanted: str, text: str) -> Iterator[str]:
    texts = world.texts[row.shows]
    mine = world.sees(name) if wanted == "own" else set(texts) if wanted == "all" else set()
    seen = {owner for owner, one in texts.items() if one in text}
    if seen - mine:
        yield f"lists {sorted(seen - mine)} of others"
    if (wanted == "all" and mine - seen) or (wanted == "own" and not mine & seen):
        yield f"lists {sorted(seen)} only"


def _text(answer) -> str:
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if answer.get("Content-Type") == ZIP:
        with ZipFile(BytesIO(content)) as packed:
            return "".join(packed.read(name).decode("utf-8-sig") for name in packed.namelist())
    return content.decode(errors="replace")
