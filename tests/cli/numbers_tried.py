"""Run as a program of its own, which may take 1 GB: numbers into columns and options of commands; JSON lines out."""

import contextlib
import csv
import io
import json
import os
import resource
import sys
from pathlib import Path

GIGABYTE = 1 << 30


def ended(command: list[str]) -> dict[str, object]:
    from hengcai.cli.program import run

    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run(command)
    return {"code": code, "out": out.getvalue()[:1] + out.getvalue()[-2:], "err": err.getvalue()}


def written(columns: dict[str, list[object]], changed: str | None, value: str, row: int | None) -> None:
    """The value in one row, or in all of them."""
    with Path("t.csv").open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(columns)
        for place, cells in enumerate(zip(*columns.values(), strict=True)):
            named = zip(columns, cells, strict=True)
            writer.writerow([value if name == changed and row in (place, None) else cell for name, cell in named])


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (GIGABYTE, GIGABYTE))
    os.environ["HENGCAI_LANGUAGE"] = "en"
    for line in sys.stdin:
        asked = json.loads(line)
        written(asked["columns"], asked["changed"], asked["value"], asked["row"])
        sys.stdout.write(json.dumps(ended(asked["command"])) + "\n")


if __name__ == "__main__":
    main()
