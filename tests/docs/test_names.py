"""Keys of the measuring commands have one plain name in each language: output and explain pages share it."""

import csv
import json
import re
import shlex
from pathlib import Path

import pytest

from hengcai.base.say import knows, text_of
from hengcai.cli.measure.cautions import codes
from hengcai.cli.measure.command import EXAMPLES
from hengcai.cli.measure.figures import is_p, whole
from hengcai.cli.measure.names import NAMES, code_of
from hengcai.cli.measure.output import plain, tables
from tests.cli.measure.measuring import told
from tests.docs.pages import ROOT, Page, explained

PAGES = [page for language in ("zh", "en") for page in explained(language)]
BOLD = re.compile(r"\*\*([a-z][A-Za-z0-9_(),]*)\*\*(.)")
SHOWN = [
    (page.language, step.words.removeprefix("hengcai measure "))
    for page in PAGES
    for step in page.steps
    if step.words.startswith("hengcai measure ")
]
MORE = [
    "agreement calibration.csv --unit contact,item --rater analyst --score score --reference Chen --within 1",
    "generalizability calibration.csv --object agent --facets contact,analyst --score score --design "
    "'(contact:agent) x analyst' --wanted-se 0.4 --price contact=1 --price rating=2",
    "facets marks.csv --object agent --facets analyst,item --score score --contact contact --bias analyst,item "
    "--units 0,100",
    "facets marks.csv --object agent --facets analyst,item --score score --model partial-credit --method mml",
    "facets marks.csv --object agent --facets analyst,item --score score --bias-correction",
    "scores marks.csv --agent agent --rater agent --contact contact --score score",
    "impact answers.csv --group site --person agent --item question --score right --rasch",
    "impact marks.csv --group analyst --person contact --item item --score score --rater agent",
    "effect course.csv --outcome after --running before --cut 3.5 --treated trained",
    "survival tenure.csv --time days --event left --covariates watched",
]


def data(file: str) -> tuple[set[str], set[str]]:
    """Names of the columns and all values of a table."""
    with Path(file).open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    return set(rows[0]), {value for row in rows for value in row}


def is_of_the_table(key: str, columns: set[str], values: set[str]) -> bool:
    """The name of a column or an item, or of columns crossed and nested in a design."""
    return key in values or set(re.split(r"[x:]", key)) <= columns


def printed(found) -> set[str]:
    keys = set(plain(found))
    for table in tables(found):
        keys |= {*table.path, *table.keys} | ({row[0] for row in table.rows} if table.is_by_key else set())
    return keys - {""}


def nameless(capsys, words: str) -> list[str]:
    words = re.sub(r"--(plot|picture) \S+", "", words).replace("docs/examples", str(ROOT / "docs" / "examples"))
    arguments = shlex.split(words)
    code, out, err = told(capsys, *arguments, "--json", "-")
    assert code == 0, err
    columns, values = data(arguments[1]) if arguments[1].endswith(".csv") else (set(), set())
    found = json.loads(out)
    named = {key for key in printed(found) if code_of(key, arguments[0])}
    keys = [key for key in printed(found) - named if not is_of_the_table(key, columns, values)]
    return [*sorted(keys), *(code for kind, code in codes(found) if not knows(f"measure.{kind}.{code.split(':')[0]}"))]


@pytest.mark.parametrize(("language", "words"), SHOWN)
def test_every_key_and_code_a_page_shows_has_a_name(capsys, monkeypatch, language, words):
    monkeypatch.setenv("HENGCAI_LANGUAGE", language)
    assert nameless(capsys, words) == []


@pytest.mark.parametrize("words", MORE)
def test_every_key_and_code_of_the_other_options_has_a_name(capsys, monkeypatch, tmp_path, words):
    monkeypatch.chdir(ROOT / "docs" / "examples" / "en")
    if "watched" in words:
        rows = [line.split(",") for line in (ROOT / "docs/examples/en/tenure.csv").read_text("utf-8").splitlines()]
        rows = [[*rows[0], "watched"], *([*row, str(number % 7)] for number, row in enumerate(rows[1:]))]
        (tmp_path / "tenure.csv").write_text("\n".join(map(",".join, rows)), "utf-8")
        monkeypatch.chdir(tmp_path)
    assert nameless(capsys, words) == []


def test_every_command_is_looked_at():
    assert {words.split()[0] for _language, words in SHOWN} == set(EXAMPLES)


def test_a_name_stands_in_both_languages():
    for code, names in NAMES.items():
        assert re.search("[\u4e00-\u9fff]", names["zh"]), code
        assert re.fullmatch("[ -~ρΦ²]+", names["en"]), code


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.language}/{page.path.stem}")
def test_a_page_names_each_key_as_the_output_does(page: Page):
    commands = {step.words.split()[2] for step in page.steps if step.words.startswith("hengcai measure ")}
    keys = [(key, line) for line in page.prose.splitlines() for key, _after in BOLD.findall(line)]
    known = [(key, line, {code_of(key, command) for command in commands} - {None}) for key, line in keys]
    assert [key for key, _line, codes in known if not codes] == []
    wrong = [
        key
        for key, line, codes in known
        if not any(f"**{key}** {text_of(code, page.language)}" in line for code in codes if code)
    ]
    assert wrong == []
    assert len(known) >= 1


def p_values(found) -> list[str]:
    """As they are printed, blank where there is none."""
    told = [whole(value, key) for key, value in plain(found).items() if is_p(key)]
    for table in tables(found):
        told += [row[place] for row in table.rows for place, key in enumerate(table.keys) if is_p(key)]
        told += [row[1] for row in table.rows if table.is_by_key and is_p(row[0])]
    return told


def test_no_p_value_is_printed_as_nothing(capsys, monkeypatch):
    monkeypatch.setenv("HENGCAI_LANGUAGE", "zh")
    monkeypatch.chdir(ROOT)
    seen: list[str] = []
    for words in [words for language, words in SHOWN if language == "zh"]:
        code, out, err = told(capsys, *shlex.split(re.sub(r"--(plot|picture) \S+", "", words)), "--json", "-")
        assert code == 0, err
        seen += p_values(json.loads(out))
    assert "小于 0.001" in seen
    assert [one for one in seen if re.fullmatch(r"0\.0*", one)] == []


def test_pages_say_no_p_value_of_nothing():
    said = [
        (page.path.name, line) for page in PAGES for line in page.prose.splitlines() if " p " in line or "p 值" in line
    ]
    assert said
    assert [one for one in said if re.search(r"\b0\.00\b", one[1])] == []
