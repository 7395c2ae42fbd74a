"""Prints how fast and how large: commands, imports, pages at 2,000 agents. Figures, never a verdict of a test.

Sizes can be scaled by BENCH_SCALE (default 1); every figure is printed with its size. BENCH_AGAINST=<commit> prints
the commands of that commit and of this tree side by side instead.
"""

import gc
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import bench_builds
import bench_clicks
import bench_exams
from bench_tables import calls, contacts, ratings, sampling_plan

SCALE = float(os.environ.get("BENCH_SCALE", "1"))
PYTHON = sys.executable
REPEATS = 5  # of a page; the median is printed


def measured(arguments: list[str], home: str) -> tuple[float, float]:
    """Wall seconds and peak megabytes of one command."""
    began = time.perf_counter()
    pid = subprocess.Popen(
        [PYTHON, "-m", "hengcai", *arguments], stdout=subprocess.DEVNULL, env={**os.environ, "HENGCAI_HOME": home}
    )
    _pid, status, usage = os.wait4(pid.pid, 0)
    if status:
        sys.exit(f"failed: {arguments}")
    return time.perf_counter() - began, usage.ru_maxrss / 1024


def commands(folder: Path) -> None:
    table = folder / "ratings.csv"
    rows = ratings(table, int(10_000 * SCALE))
    seconds, memory = measured(["appraise", str(table), "--json", "-"], str(folder / "h1"))
    print(f"appraise            {rows:>9,} rows      {seconds:6.1f} s  {memory:6.0f} MB", flush=True)
    for count in (int(100_000 * SCALE), int(1_000_000 * SCALE)):
        path = folder / f"contacts-{count}.csv"
        contacts(path, count)
        seconds, memory = measured(["import", "contacts", str(path), "--people", "create"], str(folder / f"h{count}"))
        print(f"import contacts     {count:>9,} rows      {seconds:6.1f} s  {memory:6.0f} MB", flush=True)
    samples(folder)


def samples(folder: Path) -> None:
    """Three tables, each ten times or three times the one before: what grows faster than its table is seen."""
    plan, analysts = folder / "plan.yaml", folder / "analysts.csv"
    sampling_plan(plan, analysts)
    for count in (int(100_000 * SCALE), int(300_000 * SCALE), int(1_000_000 * SCALE)):
        path = folder / f"calls-{count}.csv"
        calls(path, count)
        command = ["sample", str(path), "--plan", str(plan), "--analysts", str(analysts), "--seed", "1", "--json", "-"]
        seconds, memory = measured(command, str(folder / "h1"))
        print(f"sample              {count:>9,} contacts  {seconds:6.1f} s  {memory:6.0f} MB", flush=True)


def pages(folder: Path) -> None:
    os.environ["HENGCAI_HOME"] = str(folder / "pages")
    from hengcai.cli.prepare import prepared

    prepared()
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from tests.factories.big_centre import BigCentre
    from tests.web.budgets import MOST_CPU_MS, PAGES, address

    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    size = {"agents": int(2_000 * SCALE), "contacts": int(200_000 * SCALE), "evaluations": int(20_000 * SCALE)}
    began = time.perf_counter()
    centre = BigCentre(**size)
    print(f"centre of {size} made in {time.perf_counter() - began:.0f} s", flush=True)
    gc.collect()
    gc.freeze()  # a server does not hold the centre's rows in memory and is not to pay for sweeping them
    dear = []
    for name, who in PAGES:
        client = Client(HTTP_HOST="localhost")
        client.force_login(centre.users[who])
        url = address(name, centre)
        spent = sorted(_cpu_seconds(client, url) for _ in range(REPEATS))[REPEATS // 2] * 1000
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(url)
        print(
            f"{name:<22}{who:<8}{answer.status_code}  {len(queries):>3} queries  {len(answer.content) / 1000:6.1f} kB  {spent:6.1f} ms CPU",
            flush=True,
        )
        dear += [f"{name} ({who}) {spent:.1f} ms"] if spent > MOST_CPU_MS else []
    print(f"pages over {MOST_CPU_MS} ms: {', '.join(dear) or 'none'}", flush=True)
    bench_clicks.main(folder / "pages")


def _cpu_seconds(client, url: str) -> float:
    before = resource.getrusage(resource.RUSAGE_SELF)
    client.get(url)
    after = resource.getrusage(resource.RUSAGE_SELF)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if against := os.environ.get("BENCH_AGAINST"):
            sys.exit(bench_builds.main(folder, SCALE, against))
        chosen = sys.argv[1:] or ["commands", "measurement", "pages", "exams"]
        if "sample" in chosen:
            samples(folder)
        if "commands" in chosen:
            commands(folder)
        if "measurement" in chosen:
            import bench_measurement  # takes memory that would count into the peaks of what is started before

            bench_measurement.main(folder, SCALE)
        if "pages" in chosen:
            pages(folder)
        if "exams" in chosen:
            bench_exams.main(int(300 * SCALE))


if __name__ == "__main__":
    main()
