"""No figure of estimates, effects, leaving and impact changes when the rows of a table stand in another order."""

from pathlib import Path

import numpy as np
import pytest

from hengcai.cli.program import run
from tests.cli.measure.measuring import as_json
from tests.measurement.test_row_order import figures

N = 240
DRAW = np.random.default_rng(12)
LEVEL = DRAW.normal(3, 0.8, N)
MACHINE = np.clip((LEVEL + DRAW.normal(0.3, 0.4, N)).round(), 1, 5).astype(int)
HEARD = DRAW.random(N) < 0.3
TRAINED = DRAW.random(N) < 0.5
PEOPLE = {
    "agent": [f"a{place % 12}" for place in range(N)], "machine": MACHINE.tolist(),
    "person": [int(one) if kept else "" for one, kept in zip(np.clip(LEVEL.round(), 1, 5), HEARD, strict=True)],
    "part": [f"s{place % 2}" for place in range(N)], "outcome": (LEVEL + 0.4 * TRAINED).round(3).tolist(),
    "before": LEVEL.round(1).tolist(), "trained": TRAINED.astype(int).tolist(), "team": [f"t{place % 10}" for place in range(N)],
    "mark": (60 + 10 * (LEVEL - 3)).round(1).tolist(), "days": (DRAW.exponential(200, N).round() + 1).tolist(),
    "left": (DRAW.random(N) < 0.6).astype(int).tolist(), "channel": [f"g{place % 3}" for place in range(N)],
    "hired": (DRAW.random(N) < 0.4).astype(int).tolist(),
}  # fmt: skip
MONTHS = {
    "agent": [f"a{place // 4:03}" for place in range(N)], "month": [f"2026-0{place % 4 + 1}" for place in range(N)],
    "outcome": DRAW.normal(3, 1, N).round(2).tolist(), "first": [("", "2026-02", "2026-03")[place // 4 % 3] for place in range(N)],
}  # fmt: skip
ANSWERS = {
    "agent": [f"p{place // 4:03}" for place in range(N)], "site": [f"g{place // 4 % 2}" for place in range(N)],
    "item": [f"i{place % 4}" for place in range(N)], "score": (DRAW.random(N) < 0.6).astype(int).tolist(),
}  # fmt: skip
COMMANDS = {
    "estimate {} --by agent --auto machine --human person": PEOPLE,
    "estimate {} --by agent --auto machine --human person --stratum part": PEOPLE,
    "effect {} --outcome outcome --treated trained --before before --cluster team": PEOPLE,
    "effect {} --outcome outcome --treated trained --before before --reliability 0.8": PEOPLE,
    "effect {} --outcome outcome --running mark --cut 60": PEOPLE,
    "effect {} --outcome outcome --unit agent --period month --first first": MONTHS,
    "survival {} --time days --event left --group channel --covariates before,outcome --at 30,90": PEOPLE,
    "impact {} --group channel --selected hired": PEOPLE,
    "impact {} --group site --person agent --item item --score score --purify": ANSWERS,
}


def put(table, order, name):
    rows = [",".join(str(column[place]) for column in table.values()) for place in order]
    Path(name).write_text("\n".join([",".join(table), *rows]) + "\n", "utf-8")
    return name


def by_name(told):
    """Lists of groups, items and pairs in the order of what names them."""
    if isinstance(told, dict):
        return {name: by_name(one) for name, one in told.items()}
    if isinstance(told, list):
        return sorted(map(by_name, told), key=lambda one: str(_names_of(one)))
    return told


def _names_of(told):
    return [one for one in told.values() if isinstance(one, str)] if isinstance(told, dict) else told


@pytest.mark.parametrize("command", COMMANDS)
def test_the_order_of_rows_changes_nothing(capsys, monkeypatch, tmp_path, command):
    monkeypatch.chdir(tmp_path)
    table, order = COMMANDS[command], np.arange(N)
    other = np.random.default_rng(3).permutation(N)
    told, again = (
        figures(by_name(as_json(capsys, *command.format(put(table, one, name)).split())))
        for one, name in ((order, "t.csv"), (other, "s.csv"))
    )
    assert told == pytest.approx(again, rel=1e-5, abs=1e-7, nan_ok=True)
    assert len(told) > 10


@pytest.mark.parametrize(
    ("command", "column"),
    [
        ("scores t.csv --agent agent --rater site --contact item --score same", "same"),
        ("facets t.csv --object agent --facets item --score score --weight none", "none"),
        ("impact t.csv --group same --selected score", "same"),
        ("effect t.csv --outcome score --treated same", "same"),
        ("survival t.csv --time score --event none", "none"),
        ("estimate t.csv --by agent --auto empty --human score", "empty"),
    ],
)
def test_what_is_wrong_with_a_whole_column_is_refused_by_its_name(capsys, monkeypatch, tmp_path, command, column):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")
    put({**ANSWERS, "same": [1] * N, "none": [0] * N, "empty": [""] * N}, range(N), "t.csv")
    assert run(["measure", *command.split()]) == 1
    assert capsys.readouterr().err.startswith(f"hengcai: t.csv, column “{column}”: ")
