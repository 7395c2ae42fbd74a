"""A quarter of 200 agents closed by workers that are killed, one after the other; run as a process of its own.

`python -m tests.records.closing statements|moments KILLS SEED` prints what came of it. Each worker is a fork that ends
by SIGKILL before one of its statements, or at some moment; the next one goes on with what it finds. A worker that got nowhere
gives the next one a little longer, so that every step is broken off at many places and yet gets done.
"""

import json
import os
import random
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hengcai.cli.prepare import prepared

AGENTS, AT_ONCE = 200, 50
OUT = datetime(2026, 4, 13, 2, tzinfo=UTC)
LATER = OUT + timedelta(days=60)
STATEMENTS, SECONDS = 10, 0.1
Limit = Callable[[], None]


def close() -> None:
    """From wherever it stands to the archive."""
    from hengcai.accounts.models import User
    from hengcai.appraisal.actions import confirm_publication, propose_publication, start_computing
    from hengcai.appraisal.models import Cycle
    from hengcai.base import clock
    from hengcai.jobs.models import Job
    from hengcai.records.tasks import round_to_its_end

    cycle, group, head = Cycle.objects.get(), *(User.objects.get(username=name) for name in ("zheng", "qian"))
    Job.objects.filter(kind="compute-cycle").update(lease_until=None)  # as when the dead worker's lease has run out
    with clock.set_to(OUT):
        if cycle.state == "collecting":
            start_computing(cycle, by=group)
        _work()
        cycle.refresh_from_db()
        if cycle.state == "preliminary":
            propose_publication(cycle, by=group, reason="seen to", today=OUT.date())
        if cycle.state == "proposed":
            confirm_publication(cycle, by=head, today=OUT.date())
    with clock.set_to(OUT + timedelta(minutes=11)):
        Job.objects.update(lease_until=None)
        _work()
    with clock.set_to(LATER):
        _talked()
        round_to_its_end()


def _work() -> None:
    from hengcai.jobs.worker import work_once

    while work_once():
        pass


def _talked() -> None:
    """All interviews have been held; nobody answers."""
    from hengcai.records.models import Record

    Record.objects.filter(state="notified").update(state="interviewed")


def worker(limit: Limit) -> int:
    """The status of the fork it was, negative where it was killed."""
    from django.db import connections

    connections.close_all()
    child = os.fork()
    if not child:
        try:
            limit()
            close()
            os._exit(0)
        except BaseException as error:  # a fork must not go on in its parent's code
            sys.stderr.write(f"{error!r}\n")
            sys.stderr.flush()
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def after_statements(count: int) -> Limit:
    def limit() -> None:
        from django.db import connection

        left = [count]

        def counted(execute, *given):
            left[0] -= 1
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)
            return execute(*given)

        connection.execute_wrappers.append(counted)

    return limit


def after_seconds(seconds: float) -> Limit:
    """By another process, whatever this one is at."""

    def limit() -> None:
        target = os.getpid()
        if not os.fork():
            time.sleep(seconds)
            os.kill(target, signal.SIGKILL)
            os._exit(0)

    return limit


def kill(kind: str, kills: int, dice: random.Random, again: Callable[[], None]) -> int:
    """Closed again and again until so many workers were killed; how often it was closed."""
    closed, grace, stood = 0, 0.0, -1
    for _one in range(kills):
        grace += dice.uniform(0, 1)
        limit = (
            after_statements(1 + int(grace * STATEMENTS)) if kind == "statements" else after_seconds(grace * SECONDS)
        )
        status = worker(limit)
        if status == 0:
            assert told() == EXPECTED, "closed otherwise"
            closed, grace, stood = closed + 1, 0.0, -1
            again()
            continue
        assert status == -signal.SIGKILL, status
        standing = _standing()
        grace, stood = (grace if standing == stood else 0.0), standing
    assert worker(lambda: None) == 0
    assert told() == EXPECTED, "closed otherwise"
    return closed + 1


def _standing() -> int:
    from hengcai.audit.models import Entry

    return Entry.objects.count()


EXPECTED: dict[str, object] = {}


def told() -> dict[str, object]:
    """Everything that was closed, without row numbers, moments and salts."""
    from hengcai.appraisal.models import FairScore, Finding, LevelMargins, Pattern, RaterFinding, Result
    from hengcai.audit.queries import verify
    from hengcai.evidence.models import Evidence
    from hengcai.inbox.models import Duty, Notice
    from hengcai.records.models import Batch, Record, Seal
    from hengcai.records.queries.archives import archive_faults

    of = "participant__person"
    return {
        "results": _rows(Result, of, "exact", "final", "band", "detail", "levels", "inputs", "is_current", "revision"),
        "fair": _rows(FairScore, f"result__{of}", "basis", "fair", "low", "high", "bands", "n"),
        "margins": _rows(LevelMargins, f"result__{of}", "levels"),
        "findings": _rows(Finding, f"result__{of}", "key"),
        "patterns": _rows(Pattern, "key", "chance", "adjusted"),
        "raters": _rows(RaterFinding, "key", "chance"),
        "evidence": _rows(Evidence.objects.filter(kind="rated"), "person", "competency", "exact", "is_superseded"),
        "records": _rows(Record, "person", "state", "outcome", "sign_by", "appeal_by"),
        "duties": _rows(Duty, "user", "kind", "due_on"),
        "notices": _rows(Notice, "user", "kind", "stage"),
        "sealed": Seal.objects.count(),
        "archived": sorted(Batch.objects.values_list("count", flat=True)),
        "faults": [str(one) for one in (*archive_faults(), *verify())],
    }


def _rows(of: object, *names: str) -> list[str]:
    rows = getattr(of, "objects", of)
    return sorted(repr(row) for row in rows.values_list(*names))


def main(home: Path, kind: str, kills: int, seed: int) -> dict[str, object]:
    prepared()
    from hengcai.appraisal import tasks
    from hengcai.measurement.fair_scores import scores  # noqa: F401 - once, before the forks
    from hengcai.records import rounds
    from tests.factories.big_quarter import BigQuarter

    tasks.AT_ONCE = rounds.CHUNK = AT_ONCE
    BigQuarter(AGENTS)
    _mail_everybody()
    fresh = _put_by(home)
    assert worker(lambda: None) == 0
    EXPECTED.update(told())

    def again() -> None:
        _put_back(home, fresh)

    again()
    closed = kill(kind, kills, random.Random(seed), again)
    counts = Counter(one.split(",")[1].strip(" '") for one in EXPECTED["duties"])
    notices = len(EXPECTED["notices"])
    return {
        "closed": closed,
        "kills": kills,
        "duties": counts,
        "notices": notices,
        **{key: EXPECTED[key] for key in ("sealed", "archived", "faults")},
    }


def _mail_everybody() -> None:
    """What is told is written into the outbox, too."""
    from django.conf import settings

    from hengcai.accounts.models import User
    from hengcai.inbox.models import NoticeTerms

    settings.MAIL_HOST = "127.0.0.1"
    User.objects.update(email="somebody@example.org")
    NoticeTerms.objects.create(mails_everybody=True)


def _put_by(home: Path) -> Path:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return Path(shutil.copy(home / "hengcai.sqlite3", home / "fresh"))


def _put_back(home: Path, fresh: Path) -> None:
    from django.db import connections

    connections.close_all()
    for name in ("hengcai.sqlite3-wal", "hengcai.sqlite3-shm"):
        (home / name).unlink(missing_ok=True)
    shutil.copy(fresh, home / "hengcai.sqlite3")
    shutil.rmtree(home / "archive", ignore_errors=True)


if __name__ == "__main__":
    sys.stdout.write(
        json.dumps(main(Path(os.environ["HENGCAI_HOME"]), sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
    )
