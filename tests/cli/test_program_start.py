"""What a command costs before it works: its own module, and nothing heavy for being asked how it is used."""

import json
import subprocess
import sys

import pytest

from hengcai.cli.program import GROUPS, parser

HEAVY = {"django", "numpy", "openpyxl", "polars", "scipy", "typst"}
ASKED = """
import contextlib, io, json, sys
from hengcai.cli.program import run
with contextlib.redirect_stdout(io.StringIO()) as shown:
    code = run(sys.argv[1:])
print(json.dumps({"code": code, "shown": shown.getvalue(), "modules": sorted(sys.modules)}))
"""


def asked(*arguments):
    done = subprocess.run([sys.executable, "-c", ASKED, *arguments], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def commands_of(top):
    return next(action.choices for action in top._actions if action.dest == "command")


@pytest.mark.parametrize("group", GROUPS)
def test_each_module_has_the_commands_said_of_it(group):
    assert tuple(commands_of(parser(GROUPS[group][0]))) == GROUPS[group]


@pytest.mark.parametrize("command", ["", "no-such-command", "--help"])
def test_without_a_command_all_of_them_are_shown(command):
    assert set(commands_of(parser(command))) == {name for names in GROUPS.values() for name in names}


@pytest.mark.parametrize("command", [["measure", "agreement"], ["measure", "survival"], ["appraise"], ["import"], []])
def test_help_needs_nothing_heavy(command):
    found = asked(*command, "--help")
    assert found["code"] == 0
    assert found["shown"].startswith(f"usage: {' '.join(['hengcai', *command])}")
    assert HEAVY & set(found["modules"]) == set()


def test_help_of_one_command_imports_no_other_command():
    modules = set(asked("measure", "agreement", "--help")["modules"])
    assert "hengcai.cli.measure.command" in modules
    assert not {f"hengcai.cli.{group}" for group in GROUPS if group != "measure.command"} & modules
    assert not {name for name in modules if name.startswith(("hengcai.measurement.plots", "hengcai.base.tables"))}
