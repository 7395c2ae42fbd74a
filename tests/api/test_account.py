import pytest

from hengcai.accounts.models import User
from tests import cast
from tests.api.asking import done, problem, refused, sent, told

CHOSEN = {"language": "en", "has_single_keys": False, "has_compact_rows": True}


def test_who_is_signed_in_is_told_with_roles_and_choices(enter):
    facts = {"username": "li", "name": "Li", "roles": ["agent"], "language": ""}
    assert told(enter("li"), "/account") == {**facts, "has_single_keys": True, "has_compact_rows": False}


@pytest.mark.parametrize("name", CHOSEN)
def test_one_choice_is_changed_and_the_others_stay(enter, name):
    before = told(enter("li"), "/account")
    assert done(enter("li"), "/account", {name: CHOSEN[name]}, method="patch") == {**before, name: CHOSEN[name]}
    assert getattr(User.objects.get(username="li"), name) == CHOSEN[name]


def test_a_language_there_is_not_is_refused(enter):
    problem(sent(enter("li"), "/account", {"language": "xx"}, method="patch"), 422, "malformed")
    assert cast.user("li").language == ""


def test_search_answers_with_the_ids_of_ones_own(enter):
    for name in cast.ROLES:
        cast.person(name)
    found = told(enter("zhao"), "/search", q="wang")
    hit = {"kind": "person", "key": cast.wang().pk, "title": "Wang", "note": "wang · Team one"}
    assert found == [{"kind": "person", "hits": [hit], "has_more": False}]
    assert told(enter("li"), "/search", q="wang") == []


def test_a_search_without_a_word_finds_nothing_and_a_page_is_no_word(enter):
    assert told(enter("wu"), "/search") == []
    refused(enter("wu"), f"/search?q={'x' * 81}", 422, "malformed")
