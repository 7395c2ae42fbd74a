"""Closes one untidy quarter with two builds and says where what they leave behind differs: rows, records, archive.

`python tools/same_quarter.py AGENTS COMMIT`: for changes that are to make something faster and nothing else. Clock and salts
are set, so that everything is compared, to the last digit. Ends with 1 where anything differs.
"""

import hashlib
import os
import random
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

import bench_quarter
from bench_builds import _checked_out

ROOT = Path(__file__).resolve().parent.parent
TABLES = ("appraisal_", "records_", "evidence_", "inbox_", "jobs_", "audit_")
SHOWN = 10


class Unmeasured(bench_quarter.Parts):
    def measure(self, name: str, work: Any) -> None:
        if name not in bench_quarter.ASIDE:
            work()


def main() -> int:
    agents, commit = sys.argv[1:]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        trees = {"other": _checked_out(commit, folder / "build"), "own": ROOT}
        told = {which: _left_by(tree, folder / which, agents) for which, tree in trees.items()}
    differing = sorted(told["own"] ^ told["other"])
    print(f"{len(told['own']):,} rows and files, {len(differing)} differ from {commit}")
    print("\n".join(one[:400] for one in differing[:SHOWN]))
    return int(bool(differing))


def _left_by(tree: Path, home: Path, agents: str) -> set[str]:
    environment = {
        **os.environ, "PYTHONPATH": str(tree), "HENGCAI_HOME": str(home), "OPENBLAS_NUM_THREADS": "1",
        "PYTHONHASHSEED": "0",
    }  # fmt: skip
    command = [sys.executable, __file__, agents, "--alone"]
    return set(
        subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, text=True).stdout.splitlines()
    )


def close(agents: int) -> None:
    """In this process, with the build that Python finds."""
    from hengcai.cli.prepare import started

    started()
    from django.utils import timezone

    numbers = count()
    secrets.token_hex = lambda size=16: hashlib.sha256(str(next(numbers)).encode()).hexdigest()[: 2 * size]
    timezone.now = lambda: bench_quarter.OUT
    factory = bench_quarter._factory
    bench_quarter.Parts = Unmeasured  # type: ignore[misc]
    bench_quarter._factory = lambda: _untidied(factory())
    bench_quarter.close(agents, "")
    print("\n".join(_rows()))


def _untidied(factory: Any) -> Any:
    forms = factory.BigQuarter._forms

    def untidy_forms(quarter: Any) -> None:
        forms(quarter)
        dice = random.Random(7)  # noqa: S311 - untidy in the same way each time
        _untidy_ratings(dice)
        _untidy_forms(dice)
        _untidy_answers(dice)
        _untidy_levels(dice)

    factory.BigQuarter._forms = untidy_forms
    return factory


def _untidy_ratings(dice: random.Random) -> None:
    """Not observed, between two levels, with a reason, or not there."""
    from hengcai.appraisal.models import Rating

    rows = list(Rating.objects.order_by("pk"))
    for one in rows:
        kept = [one.level] * 16
        one.level = dice.choice(
            [*kept, None, Decimal(dice.randint(10**6, 5 * 10**6)) / 10**6, Decimal("2.5"), Decimal(1)]
        )
        one.reason = dice.choice(["", "", "", "另有情况"])
    Rating.objects.bulk_update(rows, ["level", "reason"], batch_size=300)
    for one in rows:
        if dice.random() < 0.03:
            one.delete()


def _untidy_forms(dice: random.Random) -> None:
    """Some did not come in, some were withdrawn; marks are missing, resat or of two tests."""
    from hengcai.appraisal.models import Participant, RatingTask, TestMark

    for one in RatingTask.objects.order_by("pk"):
        one.state = dice.choice(["sent"] * 14 + ["open", "withdrawn"])
        one.save(update_fields=["state"])
    for one in Participant.objects.order_by("pk"):
        what = dice.randrange(6)
        if what == 0:
            TestMark.objects.filter(participant=one).delete()
        elif what < 3:
            test, attempt = (("knowledge", 2), ("product", 1))[what - 1]
            TestMark.objects.create(
                participant=one, test=test, attempt=attempt, mark=Decimal(dice.randint(400, 1000)) / 10
            )


def _untidy_answers(dice: random.Random) -> None:
    from hengcai.interactions.models import Contact

    rows = list(Contact.objects.order_by("pk"))
    for one in rows:
        one.recommend = dice.choice([None, None, Decimal(dice.randint(0, 10))])
        one.csat = dice.choice([one.csat] * 6 + [None, Decimal(dice.randint(100, 500)) / 100])
    Contact.objects.bulk_update(rows, ["csat", "recommend"], batch_size=300)


def _untidy_levels(dice: random.Random) -> None:
    """Of contacts: thirds, lowest, or superseded."""
    from hengcai.evidence.models import Evidence

    rows = list(Evidence.objects.order_by("pk"))
    for one in rows:
        one.exact = dice.choice([one.exact] * 8 + ["1", "10/3"])
        one.is_superseded = dice.random() < 0.03
    Evidence.objects.bulk_update(rows, ["exact", "is_superseded"], batch_size=300)


def _rows() -> Iterator[str]:
    from django.conf import settings
    from django.db import connection

    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            if table.startswith(TABLES):
                cursor.execute(f"SELECT * FROM {table}")  # noqa: S608 - a name the database itself gave
                names = [column[0] for column in cursor.description]
                yield from (f"{table} {dict(zip(names, row, strict=True))}" for row in cursor.fetchall())
    for path in sorted((Path(settings.HOME) / "archive").iterdir()):
        yield f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}"


if __name__ == "__main__":
    if sys.argv[2:] == ["--alone"]:
        close(int(sys.argv[1]))
    else:
        sys.exit(main())
