"""Ten thousand agents are tried within five seconds; the figure is printed."""

import random
import sys
import time

import pytest

from hengcai.accounts.models import system_user
from hengcai.appraisal.models import Participant, Policy, Result
from hengcai.appraisal.queries.what_if import what_if
from hengcai.appraisal.rules.policy_file import default_month_policy
from hengcai.appraisal.rules.what_if import trial_of
from hengcai.base import clock
from hengcai.people.models import Person
from tests import cast
from tests.appraisal import stage

pytestmark = [pytest.mark.slow, pytest.mark.django_db, pytest.mark.usefixtures("standards")]
AGENTS, MOST_SECONDS = 10_000, 5
DRAFT = 'rules: {satisfaction: {kind: linear, floor: "0.70", target: "0.90", minimum_n: "5"}}\n'


def test_ten_thousand_agents_in_five_seconds(capsys):
    dice, policy = random.Random(1), default_month_policy()
    cycle = stage.cycle(kind="month", code="2026-03", period=stage.MONTH)
    place = cast.person("li").placements.get()
    people = Person.objects.bulk_create(
        [Person(number=f"n{one}", name=f"N{one}") for one in range(AGENTS)], batch_size=500
    )
    members = Participant.objects.bulk_create(
        [Participant(cycle=cycle, person=one, placement=place, post=place.post) for one in people], batch_size=500
    )
    now, trial = clock.now(), trial_of(policy)
    rows = []
    for member in members:
        inputs = _inputs(policy, dice)
        made = trial(inputs)
        facts = {"final": made.final, "band": made.band, "inputs": inputs, "detail": {}, "status": "scored"}
        rows.append(Result(participant=member, computed_at=now, **facts))
    Result.objects.bulk_create(rows, batch_size=500)
    cycle.state = "published"
    cycle.save()
    began = time.process_time()
    found = what_if(Policy(kind="monthly", number=2, name="x", text=DRAFT), cycle, system_user())
    seconds = time.process_time() - began
    with capsys.disabled():
        sys.stdout.write(f"\nwhat-if over {AGENTS} agents: {seconds:.2f} s of one core, {found.changed} change band\n")
    assert (found.people, found.unlike) == (AGENTS, 0)
    assert seconds <= MOST_SECONDS


def _inputs(policy, dice):
    rated = {code: f"{dice.randint(400, 690)}/7" for code in policy.indicators if code not in policy.rules}
    happy = dice.randint(10, 19)
    counted = {
        "first_contact_resolution": f"{dice.randint(60, 100)}/113", "time_to_resolution": f"{dice.randint(300, 3000)}/77",
        "satisfaction": f"{happy}/21", "upheld_complaints": str(dice.randint(0, 2)),
    }  # fmt: skip
    made_of = {**{code: [8] for code in rated}, "satisfaction": [happy, 21], "first_contact_resolution": [80, 113]}
    return {"rated": rated, "counted": counted, "made_of": made_of}
