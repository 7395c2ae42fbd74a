"""Whoever searches finds what they may open, all that they may open and nothing else."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from hengcai.insight.letters.finding import hits_of
from hengcai.insight.queries.finding import LONGEST, MOST, READERS, found_by
from hengcai.people.models import Employment, Person
from hengcai.web.shell.search import PAGES
from tests.web.asking import many, nothing_drawn
from tests.web.test_permissions import PEOPLE
from tests.web.world import standing
from tests.web.world_rows import NAMES, NUMBERS, World

TODAY = date(2026, 4, 9)
JSON = {"Accept": "application/json"}
EVERYBODY = [name for names in PEOPLE.values() for name in names]
WORDS = ("708", "70811", "王若溪", "70812-0", "70810-3", "70810-", "Team", "2026-Q", "技能", "Call", "倾听", "制度")
# of Wang, whose number is searched for: who finds the person, who a contact of theirs, who an evaluation
PERSON_OF_WANG = {"zhao", "chen", "cao", "feng", "zhou", "wu", "zheng", "qian", "sun"}
CONTACT_OF_WANG = {"zhao", "feng", "zheng", "qian"}
EVALUATION_OF_WANG = {"zhao", "chen", "feng", "zhou", "wu", "zheng", "qian"}


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), standing() as made, many():
        yield made


def enter(world: World, name: str) -> Client:
    client = Client()
    client.force_login(world.users[name])
    return client


def asked(client: Client, word: str) -> dict:
    answer = client.get("/search/", {"q": word}, headers=JSON)
    assert answer.status_code == 200
    return answer.json()


def kinds(world: World, name: str, word: str) -> dict[str, list]:
    return {one.kind: one.rows for one in found_by(world.users[name], word, today=TODAY)}


@pytest.mark.parametrize("name", EVERYBODY)
def test_all_that_is_found_opens(db, world, name):
    client = enter(world, name)
    found = {hit["url"] for word in WORDS for group in asked(client, word)["groups"] for hit in group["hits"]}
    with nothing_drawn():
        assert {url: status for url in sorted(found) if (status := client.get(url).status_code) != 200} == {}


@pytest.mark.parametrize(
    ("kind", "word", "finders"),
    [("person", NUMBERS["wang"], PERSON_OF_WANG), ("person", NAMES["wang"], PERSON_OF_WANG),
     ("contact", "70811-0", CONTACT_OF_WANG), ("evaluation", "70811-0", EVALUATION_OF_WANG),
     ("work", "70810-3", {"chen"}),
     ("team", "Team one", {"zhao", "feng", "zhou", "wu", "zheng", "qian"}),
     ("cycle", "2026-Q1", {"wu", "zheng", "qian"}),
     ("scorecard", "Call", set(EVERYBODY) - {"gu"}), ("policy", "季度", set(EVERYBODY) - {"gu"}),
     ("competency", "listening", set(EVERYBODY) - {"gu"})],
)  # fmt: skip
def test_what_is_there_is_found_by_those_whose_it_is(db, world, kind, word, finders):
    found = {name for name in EVERYBODY if kinds(world, name, word).get(kind)}
    assert found == finders


def test_somebody_elses_draft_is_found_by_nobody(db, world):
    """Of Wang's third contact there is a draft; its analyst has it on the desk, not among what was handed in."""
    assert not [name for name in EVERYBODY if kinds(world, name, "70811-2").get("evaluation")]


@pytest.mark.parametrize("name", ["li", "he"])
def test_a_word_of_others_is_answered_like_a_word_of_nobody(db, world, name):
    """Neither a count nor the shape of the answer says that there is somebody."""
    client = enter(world, name)
    theirs, nothing = asked(client, NUMBERS["wang"]), asked(client, "79999")
    assert theirs["groups"] == nothing["groups"] == []
    assert theirs["told"].replace(NUMBERS["wang"], "") == nothing["told"].replace("79999", "")


def test_an_id_meant_letter_by_letter_stands_first(db, world):
    for number, name in (("00123", "Zuo"), ("0012", "Zou"), ("001234", "An"), ("123", "Bai")):
        Person.objects.create(number=number, name=name)
    assert [row.number for row in kinds(world, "wu", "0012")["person"]] == ["0012", "001234", "00123"]
    assert [row.number for row in kinds(world, "wu", "00123")["person"]] == ["00123", "001234"]
    assert [row.number for row in kinds(world, "wu", "００１２３")["person"]] == ["00123", "001234"]
    assert [row.key for row in kinds(world, "feng", "70811-1")["contact"]] == ["70811-1"]


def test_few_are_shown_and_more_is_said_without_a_number(db, world):
    client = enter(world, "wu")
    people = next(one for one in asked(client, "708")["groups"] if one["label"] == "人员")
    assert (len(people["hits"]), people["has_more"]) == (MOST, True)
    page = client.get("/search/", {"q": "708"}).content.decode()
    assert "还有更多" in page
    one = next(one for one in asked(client, NUMBERS["wang"])["groups"] if one["label"] == "人员")
    assert (len(one["hits"]), one["has_more"]) == (1, False)


def test_the_page_without_scripts_holds_the_same(db, world):
    client = enter(world, "feng")
    page = client.get("/search/", {"q": "70811"}).content.decode()
    for group in asked(client, "70811")["groups"]:
        assert all(f'href="{hit["url"]}"' in page and hit["title"] in page for hit in group["hits"])


def test_pages_are_found_in_either_language_and_only_ones_own(db, world):
    for word in ("audit", "审计"):
        assert [hit["url"] for hit in asked(enter(world, "sun"), word)["groups"][0]["hits"]] == ["/audit/"]
        assert asked(enter(world, "chen"), word)["groups"] == []
    first = asked(enter(world, "feng"), "质检")["groups"][0]["hits"]
    assert {"分配质检任务", "质检结果"} <= {hit["title"] for hit in first}
    assert {hit["note"] for hit in first} == {"质检"}


@pytest.mark.parametrize("word", ["", "   ", "\u200b", "%", "_%", "' OR 1=1", '"; --', "x" * 500, "\x00"])
def test_odd_words_find_nothing_and_break_nothing(db, world, word):
    client = enter(world, "zheng")
    assert asked(client, word)["groups"] == []
    assert client.get("/search/", {"q": word}).status_code == 200


def test_a_word_is_cut_before_it_is_looked_for(db, world):
    name = "长" * LONGEST
    Person.objects.create(number="long", name=name)
    assert [row.number for row in kinds(world, "wu", name + "更长")["person"]] == ["long"]


def test_every_kind_has_its_page_and_its_name_in_both_languages(db, world):
    assert {kind for kind, _may, _read in READERS} == set(PAGES)
    for language in ("zh-hans", "en"):
        with translation.override(language):
            for word in WORDS:
                for found in hits_of(found_by(world.users["zheng"], word, today=TODAY), language):
                    assert found.label
                    assert all(hit.title for hit in found.hits)


def test_somebody_without_a_role_finds_pages_alone(db, world):
    assert [one for word in WORDS for one in found_by(world.users["gu"], word, today=TODAY)] == []


@pytest.mark.parametrize("name", ["li", "zhao", "chen", "zheng", "sun"])
def test_a_search_asks_few_questions_however_much_is_found(db, world, name):
    client, counts = enter(world, name), []
    for word in ("70811-0", "79999-0"):
        with CaptureQueriesContext(connection) as queries:
            asked(client, word)
        counts.append(len(queries))
    assert max(counts) <= 20, counts


def test_who_left_is_found_too(db, world):
    gone = Person.objects.create(number="gone", name="Gone")
    Employment.objects.create(person=gone, hired_on=date(2024, 1, 1), left_on=date(2024, 6, 30))
    assert kinds(world, "wu", "gone")["person"] == [gone]
    assert kinds(world, "li", "gone") == {}
