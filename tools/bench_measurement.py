"""`make bench`, the statistics: our figures and, in the same run, those of the specialist programs in their own environment.

The peers are installed from requirements/peers.txt into .venv/peers by `make bench`; where that cannot be had, our
figures stand alone.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
PEERS = ROOT / ".venv" / "peers"
STEPS = np.array([-1.5, -0.5, 0.4, 1.6])
LONGEST = 900  # seconds a peer may take
Table = Mapping[str, np.ndarray]


def facet_table(agents: int, items: int, raters: int, calls: int, *, seed: int = 1) -> Table:
    """Scores 1–5 from the model itself: each call by one of the agent's four raters, on every item."""
    dice = np.random.default_rng(seed)
    ability, severity, difficulty = dice.normal(0.3, 1, agents), dice.normal(0, 0.5, raters), dice.normal(0, 0.5, items)
    agent = np.repeat(np.arange(agents), calls * items)
    four = dice.integers(0, raters, (agents, 4))
    rater = np.repeat(four[np.repeat(np.arange(agents), calls), dice.integers(0, 4, agents * calls)], items)
    item = np.tile(np.arange(items), agents * calls)
    eta = ability[agent] - severity[rater] - difficulty[item]
    height = np.arange(5) * eta[:, None] - np.concatenate([[0.0], np.cumsum(STEPS)])
    share = np.exp(height - height.max(axis=1, keepdims=True))
    edges = (share / share.sum(axis=1, keepdims=True)).cumsum(axis=1)[:, :4]
    score = 1 + (dice.random(agent.size)[:, None] > edges).sum(axis=1)
    return {"agent": agent, "rater": rater, "item": item, "score": score}


def unit_table(units: int, raters: int, *, seed: int = 2) -> Table:
    dice = np.random.default_rng(seed)
    true = dice.integers(1, 6, units)
    unit, rater = np.repeat(np.arange(units), raters), np.tile(np.arange(raters), units)
    score = np.clip(true[unit] + dice.integers(-1, 2, unit.size), 1, 5)
    return {"unit": unit, "rater": rater, "score": score}


def study_table(agents: int, raters: int, items: int, rows: int, *, seed: int = 3) -> Table:
    """A random part of the crossed design, with all six components."""
    dice = np.random.default_rng(seed)
    cell = dice.choice(agents * raters * items, rows, replace=False)
    agent, rater, item = cell // (raters * items), cell // items % raters, cell % items
    parts = [(agent, 0.5), (rater, 0.3), (item, 0.3), (agent * raters + rater, 0.2), (agent * items + item, 0.2),
             (rater * items + item, 0.1)]  # fmt: skip
    score = dice.normal(0, 0.6, rows)
    for code, sd in parts:
        score = score + dice.normal(0, sd, int(code.max()) + 1)[code]
    return {"agent": agent, "rater": rater, "item": item, "score": score}


def scored_table(human: int, automated: int, *, seed: int = 4) -> Table:
    dice = np.random.default_rng(seed)
    auto = dice.normal(4, 0.5, automated)
    person = 0.8 * auto + dice.normal(0.5, 0.3, automated)
    person[human:] = np.nan
    return {"auto": auto, "human": person}


def peers_python() -> Path | None:
    """The peers' own Python, which `make bench` installs; None where it could not."""
    return PEERS / "bin" / "python" if PEERS.with_name("peers.done").exists() else None


def measured(python: Path, task: str, table: Path, repeats: int) -> dict[str, float] | None:
    command = [str(python), str(ROOT / "tools" / "bench_tasks.py"), task, str(table), str(repeats)]
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": str(ROOT) if "ours" in task else ""}
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=LONGEST, env=environment, check=False)
    except subprocess.TimeoutExpired:
        return None
    if done.returncode:
        print(f"  {task} failed: {done.stderr.strip().splitlines()[-1] if done.stderr.strip() else done.returncode}")
        return None
    found: dict[str, float] = json.loads(done.stdout)
    return found


def compare(
    title: str, table: Table, *, ours: str, peer: str, folder: Path, python: Path | None, repeats: int = 3
) -> None:
    """One line: our time and memory, the peer's, how many times faster."""
    path = folder / "table.npz"
    np.savez(path, **table)
    mine = measured(Path(sys.executable), ours, path, repeats)
    if mine is None:
        return
    line = f"{title:<48}{mine['seconds']:9.4f} s {mine['megabytes']:6.0f} MB"
    theirs = measured(python, peer, path, 1) if python and peer else None
    if theirs:
        times = theirs["seconds"] / mine["seconds"]
        line += f"   {peer:<12}{theirs['seconds']:9.4f} s {theirs['megabytes']:6.0f} MB   {times:7.1f} × faster"
    print(line, flush=True)


def main(folder: Path, scale: float = 1.0) -> None:
    python = peers_python()
    small = facet_table(int(1_000 * scale), 10, 50, 6)
    large = facet_table(int(10_000 * scale), 12, 200, 10)
    for name, table in (("A", small), ("B", large)):
        rows = f"{table['score'].size:,} ratings"
        compare(f"facets {name} joint, {rows}", table, ours="ours_joint", peer="raschpy", folder=folder, python=python)
        compare(
            f"facets {name} marginal, {rows}", table, ours="ours_marginal", peer="mirt", folder=folder, python=python
        )
    for units in (int(25_000 * scale), int(250_000 * scale)):
        table = unit_table(units, 4)
        compare(
            f"alpha, {4 * units:,} ratings", table, ours="ours_alpha", peer="krippendorff", folder=folder, python=python
        )
    compare("six ICCs with intervals, 10,000 × 5", unit_table(int(10_000 * scale), 5), ours="ours_icc", peer="pingouin",
            folder=folder, python=python)  # fmt: skip
    compare("six components, 500 × 50 × 10, 20,000 rows", study_table(500, 50, 10, int(20_000 * scale)),
            ours="ours_components", peer="", folder=folder, python=python)  # fmt: skip
    compare("prediction-powered mean, 1,000 of 1,000,000", scored_table(1_000, int(1_000_000 * scale)), ours="ours_ppi",
            peer="ppi", folder=folder, python=python)  # fmt: skip
