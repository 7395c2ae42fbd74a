"""The tables that benches read, the same each time: `bench_tables.py NAME FILE SCALE` writes one of them.

Written in a process of their own where what is measured afterwards is started from the same one: the memory of what
starts a program counts into the program's peak.
"""

import csv
import random
import sys
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

HUMAN_EVERY = 250  # of the scores a machine gave, one in so many was checked


def ratings(path: Path, agents: int) -> int:
    """5 sources × 12 items, four peers: 20 rows an item."""
    dice, count = random.Random(1), 0  # noqa: S311 - the same table each time
    raters = {"superior": 1, "self": 1, "peer": 4, "customer": 2, "practical": 2}
    with path.open("w") as file:
        file.write("agent,source,rater,item,score\n")
        for agent in range(agents):
            for source, number in raters.items():
                for rater in range(number):
                    for item in range(12):
                        file.write(f"A{agent},{source},R{rater},item{item},{dice.randint(1, 5)}\n")
                        count += 1
    return count


def contacts(path: Path, count: int) -> None:
    with path.open("w") as file:
        file.write("id,agent,started_at,channel,csat,text\n")
        for n in range(count):
            minute = n % 600
            moment = f"2026-{1 + n % 3:02d}-{1 + n % 28:02d}T{8 + minute // 60:02d}:{minute % 60:02d}:00"
            file.write(f"C{n},A{n % 500},{moment},call,{1 + n % 5},agent: hello {n}\n")


def calls(path: Path, count: int) -> None:
    """A quarter of 3,000 agents."""
    dice, start = random.Random(1), datetime(2026, 7, 1)  # noqa: S311, DTZ001 - the same table each time, local times
    with path.open("w") as file:
        file.write("id,agent,started_at,channel,csat,complaint,recording\n")
        for n in range(count):
            moment = (start + timedelta(seconds=dice.randrange(92 * 86_400))).isoformat()
            csat, complaint = dice.choice(("", "", *"12345")), "open" if dice.random() < 0.02 else "none"
            file.write(f"C{n:07},A{dice.randrange(3_000)},{moment},call,{csat},{complaint},{n}.wav\n")


def sampling_plan(plan: Path, analysts: Path) -> None:
    plan.write_text(
        "period: [2026-07-01, 2026-09-30]\nchannels: [call]\nper_agent: 4\nrules:\n"
        "  - {name: low, where: {csat: {at_most: 2}}, per_agent: 1}\n"
        "  - {name: complaint, where: {complaint: [open, upheld]}, share: '1'}\n"
    )
    rows = (f"Q{n},{1 + n % 2},{';'.join(f'A{n * 12 + k}' for k in range(12))}\n" for n in range(60))
    analysts.write_text("analyst,capacity,excluded\n" + "".join(rows))


def pairs(path: Path, scale: float) -> None:
    """Four raters of each contact: 1,000,000 rows."""
    from bench_measurement import unit_table

    table = unit_table(int(250_000 * scale), 4)
    names = _named("C", table["unit"]), _named("R", table["rater"])
    _write(path, "contact rater score", zip(*names, table["score"], strict=True))


def facets(path: Path, scale: float) -> None:
    """Eight calls of each of 10,000 agents on twelve items: 960,000 rows."""
    from bench_measurement import facet_table

    table = facet_table(int(10_000 * scale), 12, 200, 8)
    calls = (f"C{row // 12}" for row in range(table["score"].size))
    names = (_named(letter, table[name]) for letter, name in (("A", "agent"), ("R", "rater"), ("I", "item")))
    _write(path, "contact agent rater item score", zip(calls, *names, table["score"], strict=True))


def machine(path: Path, scale: float) -> None:
    """1,000,000 scores of a machine in twenty teams, a person's beside every 250th."""
    from bench_measurement import scored_table

    table = scored_table(int(1_000_000 * scale), int(1_000_000 * scale))
    scores = zip(table["auto"], table["human"], strict=True)
    rows = (
        (f"team{row % 20}", f"{auto:.3f}", f"{human:.3f}" if row // 20 % (HUMAN_EVERY // 10) == 0 else "")
        for row, (auto, human) in enumerate(scores)
    )
    _write(path, "team machine human", rows)


def _named(letter: str, codes: Iterable[int]) -> Iterable[str]:
    return (f"{letter}{code}" for code in codes)


def _write(path: Path, columns: str, rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns.split())
        writer.writerows(rows)


TABLES = {
    "ratings": lambda path, scale: ratings(path, int(10_000 * scale)),
    "contacts": lambda path, scale: contacts(path, int(1_000_000 * scale)),
    "pairs": pairs,
    "facets": facets,
    "machine": machine,
}

if __name__ == "__main__":
    TABLES[sys.argv[1]](Path(sys.argv[2]), float(sys.argv[3]))
