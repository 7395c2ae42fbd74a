import random
from collections import Counter

import pytest

from hengcai.demo.marking import marks_for
from hengcai.demo.talk import dialogues, pick, render
from hengcai.quality.rules import card as cards
from hengcai.quality.rules.marks import check_submission


def test_there_are_at_least_sixty_authored_dialogues_in_both_languages_good_and_bad():
    found = dialogues()
    assert len({one.id for one in found}) == len(found) >= 60
    assert {one.language for one in found} == {"zh", "en"}
    assert set(Counter(one.quality for one in found)) == {"good", "ordinary", "mixed", "bad"}
    assert {one.channel for one in found} == {"call", "chat", "ticket"}


@pytest.mark.parametrize("dialogue", dialogues(), ids=lambda one: one.id)
def test_every_dialogue_can_be_told_and_is_not_told_twice_alike(dialogue):
    told = [render(dialogue, badge="2031", agent="李娜", dice=random.Random(seed)) for seed in range(4)]
    assert all("{" not in turn["text"] for turns in told for turn in turns)
    assert len({tuple(turn["text"] for turn in turns) for turns in told}) > 1
    assert all(0 <= note["turn"] < len(dialogue.turns) for note in dialogue.notes.values())


def test_the_better_an_agent_the_oftener_a_contact_goes_well():
    dice = random.Random(1)
    good = Counter(pick("inbound", "zh", level=1.5, dice=dice).quality for _n in range(300))
    poor = Counter(pick("inbound", "zh", level=-1.5, dice=dice).quality for _n in range(300))
    assert good["good"] > poor["good"]
    assert good["bad"] < poor["bad"]


@pytest.mark.django_db
def test_marks_of_every_dialogue_can_be_submitted_on_its_card():
    from datetime import date

    from hengcai.accounts.models import system_user
    from hengcai.accounts.queries import the_centre
    from hengcai.framework.actions import load_shipped
    from hengcai.quality.actions import load_seed_scorecards
    from hengcai.quality.cards import card_of

    load_shipped(the_centre(), by=system_user(), today=date(2026, 1, 5))
    made = load_seed_scorecards(the_centre(), by=system_user(), on=date(2026, 1, 5))
    by_channel = {card.channel: card_of(card) for card in made}
    dice = random.Random(3)
    for dialogue in dialogues():
        for severity in (-0.6, 0, 0.6):
            card: cards.Card = by_channel[dialogue.channel]
            check_submission(
                card, marks_for(card, dialogue, severity=severity, dice=dice), turn_count=len(dialogue.turns)
            )


@pytest.mark.django_db
@pytest.mark.parametrize("quality", ["good", "ordinary"])
def test_a_contact_handled_well_passes_the_card_by_its_own_marks(quality, monkeypatch):
    from datetime import date

    from hengcai.accounts.models import system_user
    from hengcai.accounts.queries import the_centre
    from hengcai.demo import marking
    from hengcai.framework.actions import load_shipped
    from hengcai.quality.actions import load_seed_scorecards
    from hengcai.quality.cards import card_of
    from hengcai.quality.rules.score import score

    monkeypatch.setattr(marking, "_shifted", lambda level, *_rest: level)
    load_shipped(the_centre(), by=system_user(), today=date(2026, 1, 5))
    made = load_seed_scorecards(the_centre(), by=system_user(), on=date(2026, 1, 5))
    by_channel = {card.channel: card_of(card) for card in made}
    chosen = [one for one in dialogues() if one.quality == quality]
    assert len(chosen) > 10
    failed = {
        one.id
        for one in chosen
        if score(card := by_channel[one.channel], marks_for(card, one, severity=0, dice=random.Random(1))).total
        < card.pass_line
    }
    assert not failed
