import random
from datetime import date

import pytest

from hengcai.base.errors import NotValid
from hengcai.demo.people import SIGN_INS, check_agents, people_rows

TODAY = date(2026, 4, 9)
SIZES = [*range(3, 31), 40, 77, 119, 120, 121, 250, 2000]


def centre(agents, seed=1):
    rows = people_rows(agents, TODAY, random.Random(seed))
    return rows, [row for row in rows if int(row["id"]) >= 2000]


@pytest.mark.parametrize("agents", SIZES)
def test_a_centre_of_any_size_has_li_and_wang_in_zhaos_team(agents):
    rows, at_the_desk = centre(agents)
    by_name = {row["name"]: row for row in rows}
    assert len(at_the_desk) == agents
    assert by_name["李娜"]["lead"] == by_name["王芳"]["lead"] == by_name["赵建国"]["id"]
    assert "left_on" not in by_name["李娜"]
    assert "left_on" not in by_name["王芳"]
    assert {name for username, name, _role in SIGN_INS if username in {"chen", "zhou"}} <= set(by_name)


@pytest.mark.parametrize("agents", SIZES)
def test_teams_are_as_many_as_there_are_tens_none_is_empty_and_none_alone_at_its_site(agents):
    rows, at_the_desk = centre(agents)
    leads = {row["id"] for row in rows if row["post"] == "lead" and row["id"] < "1900"}
    assert {row["lead"] for row in at_the_desk} == leads
    tens = min(12, -(-agents // 10))
    assert len(leads) == (4 if tens == 3 else tens)  # the third would stand alone at its site


def test_a_small_centre_soon_has_every_post_and_both_sites():
    _rows, at_the_desk = centre(50)
    assert {row["post"] for row in at_the_desk} == {"inbound", "online", "outbound"}
    assert {row["site"] for row in at_the_desk} == {"成都", "大连"}


@pytest.mark.parametrize("seed", range(5))
def test_who_serves_in_english_has_an_english_name_and_nobody_else(seed):
    rows, _at_the_desk = centre(120, seed)
    english = [row["name"] for row in rows if row["language"] == "en"]
    assert english
    assert all(name.isascii() for name in english)
    assert not any(row["name"].isascii() for row in rows if row["language"] == "zh")


@pytest.mark.parametrize("agents", SIZES)
def test_one_in_thirteen_is_new_one_in_twenty_four_has_left_before_today(agents):
    _rows, at_the_desk = centre(agents)
    assert sum(row["hired_on"] > "2025-10-01" for row in at_the_desk) == round(agents * 9 / 120)
    left = [row["left_on"] for row in at_the_desk if "left_on" in row]
    assert len(left) == round(agents * 5 / 120)
    assert all(day < TODAY.isoformat() for day in left)


def test_names_are_given_once_until_there_are_no_others():
    rows, _at_the_desk = centre(1000)
    chinese = [row["name"] for row in rows if row["language"] == "zh"]
    assert len(set(chinese)) == len(chinese)
    many, _at_the_desk = centre(12_000)
    assert sum(row["name"] == "李娜" for row in many) == 1


def test_fewer_than_three_agents_are_refused_in_one_sentence():
    check_agents(3)
    with pytest.raises(NotValid) as refusal:
        check_agents(2)
    assert (refusal.value.code, refusal.value.facts) == ("demo.too_few_agents", {"least": 3, "agents": 2})
