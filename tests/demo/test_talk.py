import random
from collections import Counter

import pytest

from hengcai.demo.talk import dialogues, pick, render, tell


@pytest.mark.parametrize("dialogue", dialogues(), ids=lambda one: one.id)
def test_every_dialogue_can_be_told_and_is_not_told_twice_alike(dialogue):
    dice = random.Random(1)
    told = [render(tell(dialogue, badge="2031", agent="李娜", dice=dice), dice=dice) for _n in range(4)]
    assert all("{" not in turn["text"] for turns in told for turn in turns)
    assert len({tuple(turn["text"] for turn in turns) for turns in told}) > 1


def test_the_better_an_agent_the_oftener_a_contact_goes_well():
    dice = random.Random(1)
    good = Counter(pick("inbound", "zh", level=1.5, dice=dice).quality for _n in range(300))
    poor = Counter(pick("inbound", "zh", level=-1.5, dice=dice).quality for _n in range(300))
    assert good["good"] > poor["good"]
    assert good["bad"] < poor["bad"]
