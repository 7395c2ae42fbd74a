"""Remarks of the demo: there for everything a form asks, and in the tone of the level given."""

import re
from fractions import Fraction
from pathlib import Path

import pytest
import yaml

import hengcai.framework
from hengcai.appraisal.rules.raters import PEER_ITEM, Given
from hengcai.demo.appraisals import _fits, _remarks

MODELS = Path(hengcai.framework.__file__).parent / "seeds" / "models"
POSTS = {"inbound", "outbound", "online", "lead", "analyst", "trainer"}  # those of the demo
AGENTS = {"inbound", "outbound", "online"}
FILLER = re.compile("继续努力|再接再厉|keep it up|keep up the good|表现不错|态度端正")


def asked(posts):
    found = set()
    for name in ("two_part", "leading"):
        for part in yaml.safe_load((MODELS / f"{name}.yaml").read_text("utf-8"))["parts"]:
            if posts & set(part.get("posts", posts)):
                found |= set(part["competencies"])
    return found


def tones(kind):
    return {(one["competency"], one["tone"]) for one in _remarks()[kind]}


def test_a_superior_has_praise_and_a_gap_to_name_for_everything_the_posts_are_asked():
    assert tones("superior") == {(code, tone) for code in asked(POSTS) for tone in ("strength", "gap")}


def test_an_agent_has_words_of_their_own_for_everything_agents_are_asked():
    assert {code for code, _tone in tones("self")} == asked(AGENTS)


def test_peers_speak_of_what_they_rate():
    assert tones("peer") == {(PEER_ITEM, "strength"), (PEER_ITEM, "gap")}


def test_each_is_said_in_both_languages_once_and_names_something():
    for language in ("zh", "en"):
        said = [one["text"][language] for rows in _remarks().values() for one in rows]
        assert len(set(said)) == len(said)
        assert all(len(text) >= 20 and not FILLER.search(text) for text in said)


@pytest.mark.parametrize(("level", "tone"), [(1, "gap"), (3, "gap"), (4, "strength"), (5, "strength")])
def test_the_standard_and_above_is_praised_below_it_the_gap_is_named(level, tone):
    given = {"collaboration": Given(Fraction(level))}
    for said in ("strength", "gap"):
        assert _fits({"competency": "collaboration", "tone": said}, given, is_frontline=True) == (said == tone)


def test_nothing_is_said_of_what_was_not_observed_or_not_asked():
    remark = {"competency": "collaboration", "tone": "gap"}
    assert not _fits(remark, {"collaboration": Given(None)}, is_frontline=True)
    assert not _fits(remark, {"communication": Given(Fraction(2))}, is_frontline=True)


@pytest.mark.parametrize("kind", ["superior", "peer", "self"])
def test_of_people_who_handle_no_contacts_only_what_fits_anybody_is_said(kind):
    given = {"collaboration": Given(Fraction(3))}
    said = [one for one in _remarks()[kind] if _fits(one, given, is_frontline=False)]
    assert said
    assert all(one["anybody"] for one in said)
