"""The menu shows to each role what opens for it, and nothing on the pages one starts from leads to a refusal."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import Resolver404, resolve, reverse

from hengcai.web.shell.menu import ACCOUNT, AT_HAND, MENU, OFTEN, menu
from tests.web.asking import many, nothing_drawn
from tests.web.test_permissions import PEOPLE
from tests.web.world import standing
from tests.web.world_rows import World

HREF = re.compile(r'<a [^>]*?href="(/[^"#]*)')
WHO = [(role, name) for role, names in PEOPLE.items() for name in names[:1]]
ENTRIES = [entry for group in MENU for entry in group.entries]
OPENS_BUT_STAYS_OUT = {
    ("list-people", "agent"),  # holds nobody but the agent
    *(
        ("list-revisions", role) for role in ("agent", "lead", "analyst", "admin", "liaison")
    ),  # those of a course of one's own
}
MOST_OF_A_KIND = 2


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), standing() as made, many():
        yield made


def enter(world: World, name: str) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(world.users[name])
    return client


@pytest.mark.parametrize(("role", "name"), WHO, ids=lambda one: one)
def test_an_entry_shows_exactly_where_its_page_opens(db, world, role, name):
    client = enter(world, name)
    shown = {link.url_name for section in menu(world.users[name], "/").sections for link in section.links}
    with nothing_drawn():
        opens = {entry.url_name for entry in ENTRIES if client.get(reverse(entry.url_name)).status_code == 200}
    assert shown <= opens
    assert {(entry, role) for entry in opens - shown} <= OPENS_BUT_STAYS_OUT


@pytest.mark.parametrize(("role", "name"), WHO, ids=lambda one: one)
def test_what_is_shown_under_ones_name_opens(db, world, role, name):
    client = enter(world, name)
    links = menu(world.users[name], "/").account
    assert [client.get(link.url).status_code for link in links] == [200] * len(links)
    assert len(links) == len(ACCOUNT) - {"nobody": 3, "liaison": 1}.get(role, 0)


@pytest.mark.parametrize(("role", "name"), WHO, ids=lambda one: one)
def test_every_group_shown_has_an_entry_and_four_stand_at_hand(db, world, role, name):
    found = menu(world.users[name], "/")
    assert all(section.links for section in found.sections)
    links = [link for section in found.sections for link in section.links]
    assert found.at_hand[0].url_name == "home"
    assert len(found.at_hand) == min(AT_HAND, len(links))
    assert set(found.at_hand) <= set(links)


@pytest.mark.parametrize(
    ("name", "path", "here"),
    [("feng", "/", ["home"]), ("chen", "/quality/assignments/3/", ["list-assignments"]),
     ("feng", "/quality/assignments/given/", ["list-given"]), ("chen", "/me/", []), ("chen", "/nowhere/", []),
     ("chen", "/framework/profiles/inbound/", ["list-profiles"]),
     ("chen", "/framework/models/two_part/", ["see-framework"])],
)  # fmt: skip
def test_one_entry_at_most_is_where_one_stands(db, world, name, path, here):
    links = [link for section in menu(world.users[name], path).sections for link in section.links]
    assert [link.url_name for link in links if link.is_here] == here


@pytest.mark.parametrize(("role", "name"), [one for one in WHO if one[0] != "nobody"], ids=lambda one: one)
def test_what_a_role_opens_most_is_at_hand_and_open_to_it(db, world, role, name):
    (held,) = world.users[name].roles
    assert [link.url_name for link in menu(world.users[name], "/").at_hand] == ["home", *OFTEN[held]]


def test_a_new_group_without_pages_does_not_show(db, world):
    assert str(MENU[5].label) in ("Hiring", "招聘")
    assert not MENU[5].entries
    page = enter(world, "qian").get("/me/").content.decode()
    assert "招聘" not in page
    assert "标准" in page


def test_nobody_signed_in_has_no_menu(db):
    page = Client().get("/account/login/").content.decode()
    assert "hc-bar" not in page
    assert 'id="palette"' not in page


QUICK = ("li", "zhao")  # the others' walks go the same ways for the most part
WALKERS = [
    pytest.param(role, name, marks=() if name in QUICK else pytest.mark.slow)
    for role, names in PEOPLE.items()
    for name in names
]


@pytest.mark.parametrize(("role", "name"), WALKERS)
def test_no_link_leads_to_a_refusal(db, world, role, name):
    """From the home page on, everything one can click: two pages of each kind, so that lists are not walked to their
    end."""
    client = enter(world, name)
    assert list(walked(client)) == []


def walked(client: Client) -> Iterator[str]:
    waiting, known, count = [("/", "")], {"/"}, {}
    while waiting:
        path, origin = waiting.pop(0)
        answer = client.get(path)
        if answer.status_code >= 400:
            yield f"{origin} leads to {path}: {answer.status_code}"
        text = b"".join(answer) if answer.status_code == 200 else b""
        if "html" not in answer.headers["Content-Type"]:
            continue
        for link in HREF.findall(text.decode().replace("&amp;", "&")):
            kind = _kind(link)
            if link in known or count.get(kind, 0) >= MOST_OF_A_KIND:
                continue
            known.add(link)
            count[kind] = count.get(kind, 0) + 1
            waiting.append((link, path))


def _kind(link: str) -> str:
    """The address without its rows; each set of questions asked of it is a kind of its own."""
    path, _mark, query = link.partition("?")
    try:
        route = resolve(path).route
    except Resolver404:
        return link
    return f"{route}?{sorted(part.partition('=')[0] for part in query.split('&'))}"
