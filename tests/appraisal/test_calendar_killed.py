"""A worker killed while templates lay out their cycles: the next one ends with each of them once, as if nothing had been."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
KILLS = 8
CHILD = """
import sys
from datetime import datetime, time, timezone
from hengcai.cli.prepare import prepared
prepared()
from hengcai.appraisal import actions, calendar_jobs
from hengcai.appraisal.models import Cycle, Deadline
from hengcai.audit.models import Entry
from hengcai.base import clock
from hengcai.inbox.models import Duty
from hengcai.jobs.models import Job
from hengcai.jobs.worker import work_once
from tests import cast
from tests.appraisal import stage

NOW = datetime(2026, 12, 24, 4, tzinfo=timezone.utc)
if sys.argv[1] == "prepare":
    stage.in_force_everything()
    for name in ("wu", "li", "zhao"):
        cast.user(name)
    for kind, days in (("month", (None,) * 3), ("quarter", (2, 3, 6)), ("year", (None,) * 3)):
        terms = actions.Terms(True, 10, 1, time(9), False, *days, None, 9)
        actions.settle_template(cast.centre(), by=cast.user("zheng"), kind=kind, terms=terms)
else:
    Job.objects.filter(state="queued").update(lease_until=datetime(2020, 1, 1, tzinfo=timezone.utc))  # the killed worker's, run out
    print("go", flush=True)
    with clock.set_to(NOW):
        calendar_jobs.ask_for_calendar()
        while work_once():
            pass
    cycles = sorted(Cycle.objects.values_list("kind", "code", "period_start", "period_end", "opens_at"))
    moments = sorted(map(str, Deadline.objects.values_list("cycle__code", "what", "zone", "at")))
    duties = sorted(map(str, Duty.objects.values_list("kind", "user__username", "due_on")))
    laid = Entry.objects.filter(action="lay_out_cycle").count()
    print(cycles, moments, duties, laid, Job.objects.exclude(state="done").count())
"""


def environment(home):
    mine = {name: value for name, value in os.environ.items() if not name.startswith("HENGCAI_")}
    mine |= {"HENGCAI_HOME": str(home), "HENGCAI_SECRET_KEY": "x", "PYTHONPATH": str(ROOT)}
    return {**mine, "DJANGO_SETTINGS_MODULE": "hengcai.settings"}


def prepared(home):
    subprocess.run([sys.executable, "-c", CHILD, "prepare"], env=environment(home), check=True, cwd=ROOT)
    return home


def worked(home):
    """What stands there when a worker was left in peace, and how long it took from its start to its end."""
    child = subprocess.Popen([sys.executable, "-c", CHILD, "run"], env=environment(home), stdout=subprocess.PIPE, text=True,
                             cwd=ROOT)  # fmt: skip
    assert child.stdout.readline() == "go\n"
    began = time.monotonic()
    found = child.communicate()[0]
    assert child.returncode == 0
    return found, time.monotonic() - began


def killed(home, *, after):
    child = subprocess.Popen([sys.executable, "-c", CHILD, "run"], env=environment(home), stdout=subprocess.PIPE, text=True,
                             cwd=ROOT)  # fmt: skip
    child.stdout.readline()
    time.sleep(after)
    child.send_signal(signal.SIGKILL)
    child.communicate()


@pytest.mark.slow
def test_a_layout_killed_again_and_again_lays_each_cycle_out_once(tmp_path):
    in_peace, seconds = worked(prepared(tmp_path / "peace"))
    assert in_peace.count("'2026-") >= 3
    home, dice = prepared(tmp_path / "killed"), random.Random(7)
    for kill in range(KILLS):
        killed(home, after=seconds * (kill + dice.random()) / (2 * KILLS))
    assert worked(home)[0] == in_peace
    assert worked(home)[0] == in_peace
