"""Finds the command, runs it, and turns whatever the domain refuses into one line and an exit code."""

import argparse
import os
import sys
from importlib import import_module

from hengcai.base.errors import NotNow, Refusal
from hengcai.base.say import register, say

DONE, REFUSED, USAGE, SOME_REJECTED = 0, 1, 2, 3
# matrices here are small: two threads of linear algebra took four times as long as one, measured on two cores
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
GROUPS = {
    "site": ("demo", "serve", "worker", "check", "load-standards", "setup"),
    "appraise": ("appraise", "appraise-month", "appraise-year"),
    "importing": ("import",),
    "intake": ("intake",),
    "exporting": ("export",),
    "measure.command": ("measure",),
    "reports": ("report",),
    "audit": ("audit",),
    "masking": ("mask",),
    "workday": ("workday",),
    "sample": ("sample",),
    "autoscore": ("autoscore",),
    "inbox": ("remind",),
    "calibration": ("calibration",),
    "causes": ("causes",),
    "exclusions": ("exclusions",),
    "coaching": ("coaching",),
    "consequences": ("consequences",),
    "growth": ("growth",),
    "archive": ("archive",),
    "bundle": ("bundle",),
    "appeals": ("appeals",),
    "survey": ("survey",),
    "scenarios": ("scenarios",),
    "remedies": ("remedies",),
    "policy": ("policy",),
    "courses": ("courses",),
    "questions": ("questions",),
    "mentoring": ("mentoring",),
    "packages": ("packages",),
    "bulletins": ("bulletins",),
    "certificates": ("certificates",),
}
"""Which module of this package has which commands: only the module of the command given is imported."""


WORDS = {
    "cli.database": {
        "zh": "数据库出错：{said}。请看 HENGCAI_HOME 或 HENGCAI_DATABASE_URL 指到哪里、能不能写、还有没有空间；"
        "文件若已损坏，请用备份恢复。",
        "en": "Database error: {said}. Check where HENGCAI_HOME or HENGCAI_DATABASE_URL points, whether it can be written to and "
        "whether there is space left; if the file is damaged, restore a backup.",
    },
}
register(WORDS)


def parser(command: str = "") -> argparse.ArgumentParser:
    """Of one command alone; of all of them where it is none of these, so that help and usage name every one."""
    top = argparse.ArgumentParser(prog="hengcai", description="Hengcai weighs ability fairly and trains it.")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for group in [group for group, names in GROUPS.items() if command in names] or GROUPS:
        import_module(f"hengcai.cli.{group}").add_parser(commands)
    return top


def run(argv: list[str]) -> int:
    """0 done, 1 refused or failed, 2 wrong usage, 3 done but some rows were rejected."""
    try:
        chosen = parser(*argv[:1]).parse_args(argv)
    except SystemExit as stop:
        return int(stop.code or 0)
    try:
        return int(chosen.run(chosen) or DONE)
    except Refusal as refusal:
        print(f"hengcai: {say(refusal, language())}", file=sys.stderr)
    except KeyboardInterrupt:
        print("hengcai: stopped", file=sys.stderr)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        print(f"hengcai: {error.strerror or error}: {error.filename or ''}".rstrip(": "), file=sys.stderr)
    except Exception as error:
        if not _is_of_the_database(error):
            raise
        print(f"hengcai: {say(NotNow('cli.database', said=error), language())}", file=sys.stderr)
    return REFUSED


def _is_of_the_database(error: Exception) -> bool:
    """It is away, full, locked, damaged or lacks a table; where a statement itself was wrong, that is a bug."""
    found = sys.modules.get("django.db")  # not imported before a command needs it
    return found is not None and (isinstance(error, found.OperationalError) or type(error) is found.DatabaseError)


def language() -> str:
    return os.environ.get("HENGCAI_LANGUAGE", "zh-hans")
