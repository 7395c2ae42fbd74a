"""Closes a quarter and prints what each part of it costs: compute, review, publish and tell, seal and archive;
and what another policy tried on it costs.

`python tools/bench_quarter.py AGENTS [COMMIT]`: with a commit, that build closes the same quarter in the same run, a process
each. `--profile PART` prints where the time of one part goes.
"""

import cProfile
import importlib.util
import json
import os
import pstats
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
OUT = datetime(2026, 4, 13, 2, tzinfo=UTC)
LATER = OUT + timedelta(days=60)
OF_BOTH = ("compute", "publish")
ASIDE = ("settle", "what-if")  # people do these; they are not waited for when a quarter is closed
# what an older build has no part of; told apart, so that like is set beside like
NEWER = (
    ("hengcai.appraisal.actions.results", "_set_margins", "intervals of levels"),
    ("hengcai.appraisal.actions.results", "_set_patterns", "what stands out"),
    ("hengcai.records.receivers", "open_records", "records and notices"),
)


class Parts:
    """Each measured once: seconds of processor and of wall, statements."""

    def __init__(self, profiled: str) -> None:
        self.profiled = profiled
        self.told: dict[str, dict[str, float]] = {}
        self.newer: dict[str, float] = {}
        for module, name, title in NEWER:
            self._watch(module, name, title)

    def _watch(self, module: str, name: str, title: str) -> None:
        found = sys.modules.get(module)
        if found is None or not hasattr(found, name):
            return
        work = getattr(found, name)

        def watched(*given: Any, **named: Any) -> object:
            began = time.process_time()
            try:
                return work(*given, **named)
            finally:
                self.newer[title] = self.newer.get(title, 0.0) + time.process_time() - began

        setattr(found, name, watched)

    def measure(self, name: str, work: Callable[[], object]) -> None:
        from django.db import connection

        statements = 0

        def counted(execute: Callable[..., object], *given: Any) -> object:
            nonlocal statements
            statements += 1
            return execute(*given)

        profile = cProfile.Profile() if name == self.profiled else None
        cpu, wall = time.process_time(), time.perf_counter()
        with connection.execute_wrapper(counted):
            profile.runcall(work) if profile else work()
        self.told[name] = {
            "cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall, "statements": statements
        }  # fmt: skip
        if profile:
            pstats.Stats(profile, stream=sys.stderr).sort_stats("cumulative").print_stats(60)


def close(agents: int, profiled: str) -> dict[str, Any]:
    """In this process, with the build that Python finds."""
    from hengcai.cli.prepare import prepared

    prepared()
    quarter = _factory().BigQuarter(agents)
    from hengcai.appraisal.actions import confirm_publication, propose_publication, start_computing
    from hengcai.base import clock
    from hengcai.jobs.models import Job

    parts, day, cycle = Parts(profiled), OUT.date(), quarter.cycle
    with clock.set_to(OUT):
        start_computing(cycle, by=quarter.group)
        parts.measure("compute", _work)
        _review(parts, cycle, quarter.group)
        cycle.refresh_from_db()
        parts.measure("propose", lambda: propose_publication(cycle, by=quarter.group, reason="all seen to", today=day))
        parts.measure("confirm", lambda: confirm_publication(cycle, by=quarter.head, today=day))
    with clock.set_to(OUT + timedelta(minutes=11)):
        Job.objects.update(lease_until=None)
        parts.measure("publish", _work)
        cycle.refresh_from_db()
        _try(parts, cycle, quarter.group)
    with clock.set_to(LATER):
        _archive(parts, quarter)
    assert not Job.objects.exclude(state="done").exists()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"agents": agents, "parts": parts.told, "newer": parts.newer, "megabytes": peak}


def _review(parts: Parts, cycle: Any, group: Any) -> None:
    """What the group's pages on it read, without the drawing of them: a page of each, and how many there are."""
    try:
        from hengcai.appraisal.queries import patterns
        from hengcai.appraisal.queries.findings import finding_counts, lines_of, rater_lines, result_findings
    except ImportError:
        return

    def read() -> None:
        patterns.lines_of_patterns(cycle, list(patterns.patterns_in(cycle, group).values_list("pk", flat=True)[:20]))
        patterns.pattern_counts(cycle, group)
        lines_of(cycle, list(result_findings(cycle, group).values_list("pk", flat=True)[:20]))
        finding_counts(cycle, group)
        rater_lines(cycle, group)

    parts.measure("review", read)
    parts.measure("settle", lambda: _settle(cycle, group))


def _settle(cycle: Any, group: Any) -> None:
    """A page of findings, one by one as they are clicked."""
    from hengcai.appraisal.actions import settle_finding
    from hengcai.appraisal.queries.findings import findings_seen_by

    for one in findings_seen_by(group).filter(result__participant__cycle=cycle).order_by("pk")[:20]:
        settle_finding(one, by=group, reason="looked at")


def _try(parts: Parts, cycle: Any, group: Any) -> None:
    """Another policy over everybody, with nothing written."""
    try:
        from hengcai.appraisal.queries.what_if import what_if
    except ImportError:
        return
    from hengcai.appraisal.models import Policy

    text = cycle.policy.text.replace("customer_minimum: 5", "customer_minimum: 4")
    draft = Policy(kind=cycle.policy.kind, number=2, name="draft", text=text)
    parts.measure("what-if", lambda: what_if(draft, cycle, group))


def _archive(parts: Parts, quarter: Any) -> None:
    from django.apps import apps

    if not apps.is_installed("hengcai.records"):
        return
    from hengcai.records.models import Interview, Record
    from hengcai.records.tasks import round_to_its_end

    held = {"led_by": quarter.group, "held_on": OUT.date(), "strengths": "耐心", "gaps": "记录不全", "saved_at": OUT}
    Interview.objects.bulk_create([Interview(record=one, **held) for one in Record.objects.all()])
    Record.objects.update(state="interviewed")  # nobody answers: all are silent
    parts.measure("seal and archive", round_to_its_end)


def _work() -> None:
    from hengcai.jobs.worker import work_once

    while work_once():
        pass


def _factory() -> Any:
    """This tree's, whichever build is measured."""
    spec = importlib.util.spec_from_file_location("big_quarter", ROOT / "tests" / "factories" / "big_quarter.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _of(tree: Path, agents: int, home: Path, *more: str) -> dict[str, Any]:
    environment = {**os.environ, "PYTHONPATH": str(tree), "HENGCAI_HOME": str(home), "OPENBLAS_NUM_THREADS": "1"}
    command = [sys.executable, str(Path(__file__)), str(agents), "--alone", *more]
    told: dict[str, Any] = json.loads(
        subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True).stdout
    )
    return told


def _print(name: str, told: dict[str, Any]) -> None:
    agents = told["agents"]
    print(f"{name}: {agents:,} agents, {agents * 10:,} forms")
    closing = [one for part, one in told["parts"].items() if part not in ASIDE]
    whole = {key: sum(one[key] for one in closing) for key in ("cpu", "wall", "statements")}
    rows = {**told["parts"], "in all": whole}
    for part, one in rows.items():
        spent = f"{one['cpu']:8.2f} s CPU  {one['wall']:8.2f} s wall  {one['cpu'] / agents * 1000:6.2f} ms each"
        print(f"  {part:<18}{spent}  {one['statements']:>7,.0f} statements")
    print(f"  at its peak, with the making of the quarter: {told['megabytes']:.0f} MB")
    for part, spent_on in told["newer"].items():
        print(f"    of it {part:<20}{spent_on:8.2f} s CPU  {spent_on / agents * 1000:6.2f} ms each")


def _of_both(told: dict[str, Any]) -> float:
    spent = sum(told["parts"][name]["cpu"] for name in OF_BOTH) - sum(told["newer"].values())
    return spent / float(told["agents"]) * 1000


def main() -> None:
    agents, *more = sys.argv[1:] or ["1000"]
    profiled = more[more.index("--profile") + 1] if "--profile" in more else ""
    if "--alone" in more:
        print(json.dumps(close(int(agents), profiled)))
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        own = _of(ROOT, int(agents), folder / "own", *(("--profile", profiled) if profiled else ()))
        _print("this tree", own)
        if more and not profiled:
            from bench_builds import _checked_out

            other = _of(_checked_out(more[0], folder / "other"), int(agents), folder / "home")
            _print(more[0], other)
            print(f"what both have: {_of_both(other):.2f} ms an agent, here {_of_both(own):.2f}")


if __name__ == "__main__":
    main()
