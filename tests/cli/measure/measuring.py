"""`hengcai measure …` as a program calls it."""

import json

from hengcai.cli.program import run


def told(capsys, *command):
    """Exit code, standard output, standard error."""
    code = run(["measure", *command])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def as_json(capsys, *command):
    """The one object of a command that has nothing to complain of."""
    code, out, err = told(capsys, *command, "--json", "-")
    assert (code, err) == (0, "")
    assert len(out.splitlines()) == 1
    return json.loads(out)
