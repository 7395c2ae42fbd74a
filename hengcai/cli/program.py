"""Finds the command, runs it, and turns whatever the domain refuses into one line and an exit code."""

import argparse
import os
import sys
from importlib import import_module
from importlib.util import find_spec

from hengcai.base.errors import Refusal
from hengcai.base.say import say

DONE, REFUSED, USAGE, SOME_REJECTED = 0, 1, 2, 3
# matrices here are small: two threads of linear algebra took four times as long as one, measured on two cores
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
GROUPS = ("site", "appraise", "importing", "exporting", "measure", "reports", "audit")


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="hengcai", description="Hengcai weighs ability fairly and trains it.")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for group in GROUPS:
        if find_spec(f"hengcai.cli.{group}"):
            import_module(f"hengcai.cli.{group}").add_parser(commands)
    return top


def run(argv: list[str]) -> int:
    """0 done, 1 refused or failed, 2 wrong usage, 3 done but some rows were rejected."""
    try:
        chosen = parser().parse_args(argv)
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
    return REFUSED


def language() -> str:
    return os.environ.get("HENGCAI_LANGUAGE", "zh-hans")
