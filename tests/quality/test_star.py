"""Real conversations (STAR) sampled by rule and by chance: how many turns they have, weighted beside plain and the truth.
Those broken off are short, and the rule draws many of them."""

import csv
import gzip
import json
import sys
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from hengcai.cli.program import run
from hengcai.quality.queries.estimated import Heard, estimated

PLAN = """
name: STAR
period: [2026-01-01, 2026-12-31]
rules:
  - {name: broken_off, where: {completion: [EarlyDisconnectDuringDialogue, DisconnectDuringDialogue]}, per_agent: 4}
per_agent: 4
double_share: "0.10"
"""
ANALYSTS = "analyst,capacity,excluded\nchen,1,\ncao,1,\nding,0.5,\n"
BEGAN = datetime(2026, 1, 1, 8, tzinfo=UTC)


def conversations(shared):
    """Those with words; the days are ours, an hour apart, for the set tells none."""
    with gzip.open(shared / "star" / "dialogues.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [row for row in rows if row["turns"]]


def told(path, rows):
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(["id", "agent", "started_at", "channel", "completion"])
        for n, row in enumerate(rows):
            at = (BEGAN + timedelta(hours=2 * n)).isoformat()
            writer.writerow([f"s{n}", row["labels"]["agent_id"], at, "chat", row["labels"]["completion"]])
    return str(path)


def sampled(folder, rows, capsys, *, seed):
    (folder / "plan.yaml").write_text(PLAN)
    (folder / "analysts.csv").write_text(ANALYSTS)
    files = ["--plan", str(folder / "plan.yaml"), "--analysts", str(folder / "analysts.csv")]
    contacts = told(folder / "contacts.csv", rows)
    assert run(["sample", contacts, *files, "--seed", str(seed), "--json", "-"]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.slow
def test_the_weighted_estimate_is_near_the_truth_where_the_plain_mean_is_far_off(shared, tmp_path, capsys):
    rows = conversations(shared)
    whole = {f"s{n}": float(len(row["turns"])) for n, row in enumerate(rows)}
    truth, near = sum(whole.values()) / len(whole), 0
    for seed in range(10):
        found = sampled(tmp_path, rows, capsys, seed=seed)
        strata = {one["id"]: one for one in found["strata"]}
        heard = [_heard(pick, strata[pick["stratum"]], whole) for pick in found["picks"]]
        one = estimated("", heard)
        near += one.low <= truth <= one.high
        assert abs(one.weighted - truth) < abs(one.plain - truth)
        with capsys.disabled():
            sys.stdout.write(
                f"STAR seed {seed}: n {one.n}, truth {truth:.1f}, plain {one.plain:.1f}, "
                f"weighted {one.weighted:.1f} [{one.low:.1f}, {one.high:.1f}]\n"
            )
    assert near >= 8
    loads = Counter(pick[name] for pick in found["picks"] for name in ("analyst", "second") if pick[name])
    assert abs(loads["chen"] - loads["cao"]) <= 2
    assert found["links"]["connected"]


def _heard(pick, stratum, whole):
    return Heard("", stratum["rule"] or "", whole[pick["contact"]], stratum["k"] / stratum["n"])
