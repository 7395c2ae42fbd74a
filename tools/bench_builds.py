"""`make bench BENCH_AGAINST=<commit>`: that commit and this tree in turn, in one run and one environment.

Whole processes: wall and processor seconds and the peak of memory, the best and the median of several rounds, and how
many times as much the other build takes. Nothing heavy is imported here: what starts a program counts into its peak.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
USAGE = 2  # what a build answers to a command that it does not have
FACETS = ("measure", "facets", "{facets}", "--object", "agent", "--facets", "rater,item", "--score", "score")


@dataclass(frozen=True)
class Work:
    """One command line; `{name}` is a table of bench_tables.py or the file of that name."""

    title: str
    arguments: tuple[str, ...]
    status: int = 0
    rounds: int = 3


WORKS = (
    Work("measure agreement --help", ("measure", "agreement", "--help"), rounds=5),
    Work(
        "measure agreement, {pairs:,} ratings",
        ("measure", "agreement", "{pairs}", "--unit", "contact", "--rater", "rater", "--score", "score", "--json", "-"),
    ),
    # refused between the coding of the ratings and the fit: nobody of that name was rated
    Work("measure facets until it fits, {facets:,} rows", (*FACETS, "--anchor", "agent={nobody}"), status=1),
    Work("measure facets, {facets:,} rows", (*FACETS, "--json", "-")),
    Work(
        "measure scores, {facets:,} rows",
        ("measure", "scores", "{facets}", "--agent", "agent", "--rater", "rater", "--contact", "contact", "--score",
         "score", "--item", "item", "--json", "-"),
    ),
    Work(
        "measure estimate, {machine:,} rows",
        ("measure", "estimate", "{machine}", "--by", "team", "--auto", "machine", "--human", "human", "--json", "-"),
    ),
    Work("appraise, {ratings:,} rows", ("appraise", "{ratings}", "--json", "-")),
    Work("import contacts, {contacts:,} rows", ("import", "contacts", "{contacts}", "--people", "create"), rounds=2),
)  # fmt: skip


@dataclass(frozen=True)
class Run:
    wall: float
    cpu: float
    megabytes: float


def main(folder: Path, scale: float, commit: str) -> int:
    builds = {commit: _checked_out(commit, folder / "other"), "this tree": ROOT}
    for tree in builds.values():
        subprocess.run([sys.executable, "-m", "compileall", "-q", tree / "hengcai"], check=True)
    files = {"nobody": folder / "nobody.csv"}
    files["nobody"].write_text("id,measure\nnobody,0\n")
    failed = False
    for work in WORKS:
        sizes = {name: _table(name, files, folder, scale) for name in _tables(work)}
        print(work.title.format_map(sizes), flush=True)
        arguments = [one.format_map(files) for one in work.arguments]
        failed |= not _side_by_side(work, arguments, builds, folder)
    return int(failed)


def _checked_out(commit: str, folder: Path) -> Path:
    """The tree of a commit with its catalogues, outside the repository."""
    folder.mkdir()
    packed = folder.with_suffix(".tar")
    try:
        subprocess.run(["git", "-C", ROOT, "archive", "-o", packed, commit], check=True)
    except subprocess.CalledProcessError:
        sys.exit(f"BENCH_AGAINST: there is no commit {commit} here")
    shutil.unpack_archive(packed, folder, filter="data")
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    subprocess.run([sys.executable, "tools/messages.py", "--compile"], cwd=folder, env=environment, check=True)
    return folder


def _tables(work: Work) -> list[str]:
    return [one.strip("{}") for one in work.arguments if one.startswith("{")]


def _table(name: str, files: dict[str, Path], folder: Path, scale: float) -> int:
    """Made once, in a process of its own; how many rows it has."""
    files[name] = folder / f"{name}.csv"
    if not files[name].exists():
        maker = Path(__file__).with_name("bench_tables.py")
        subprocess.run([sys.executable, maker, name, files[name], str(scale)], check=True)
    with files[name].open("rb") as file:
        return sum(1 for _line in file) - 1


def _side_by_side(work: Work, arguments: Sequence[str], builds: dict[str, Path], folder: Path) -> bool:
    """A, B, A, B …: what slows the machine for a while slows both."""
    runs: dict[str, list[Run]] = {name: [] for name in builds}
    wrong: dict[str, str] = {}
    for _round in range(work.rounds):
        for name, tree in builds.items():
            if name not in wrong:
                found = _run(work, arguments, tree, folder / "home")
                if isinstance(found, Run):
                    runs[name].append(found)
                else:
                    wrong[name] = found
    for name in builds:
        print(f"  {name:<12}{wrong.get(name) or _summary(runs[name])}", flush=True)
    if not wrong:
        print(f"  {'ratio':<12}{_ratio(*runs.values())}", flush=True)
    return all(reason == "not in this build" for reason in wrong.values())


def _run(work: Work, arguments: Sequence[str], tree: Path, home: Path) -> Run | str:
    """One process of one build in an empty home, or why there is nothing to measure."""
    shutil.rmtree(home, ignore_errors=True)
    environment = {**os.environ, "PYTHONPATH": str(tree), "HENGCAI_HOME": str(home)}
    command = [sys.executable, "-m", "hengcai", *arguments]
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=tree, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _pid, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode == work.status:
        return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
    return "not in this build" if process.returncode == USAGE else f"failed with {process.returncode}"


def _summary(runs: Sequence[Run]) -> str:
    wall, cpu = sorted(one.wall for one in runs), sorted(one.cpu for one in runs)
    peak = max(one.megabytes for one in runs)
    return (
        f"wall {wall[0]:8.2f} s best {median(wall):8.2f} s median   "
        f"CPU {cpu[0]:8.2f} s best {median(cpu):8.2f} s median   peak {peak:6.0f} MB"
    )


def _ratio(other: Sequence[Run], own: Sequence[Run]) -> str:
    """How many times as much the other build takes."""
    wall = [pick([one.wall for one in other]) / pick([one.wall for one in own]) for pick in (min, median)]
    cpu = [pick([one.cpu for one in other]) / pick([one.cpu for one in own]) for pick in (min, median)]
    peak = max(one.megabytes for one in other) / max(one.megabytes for one in own)
    return (
        f"wall {wall[0]:8.2f} × best {wall[1]:8.2f} × median   "
        f"CPU {cpu[0]:8.2f} × best {cpu[1]:8.2f} × median   peak {peak:6.2f} ×"
    )
