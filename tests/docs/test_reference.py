"""The reference is printed from the code: pages that are behind are found here."""

import os

import pytest

from hengcai.base.permissions import REGISTRY
from hengcai.base.say import knows
from tests.docs.pages import ROOT
from tools import reference


@pytest.fixture(scope="module")
def written():
    before = dict(os.environ)
    files = reference.written()
    assert dict(os.environ) == before
    return files


def test_every_page_and_drawing_is_as_the_code_says(written):
    behind = [
        str(path)
        for path, text in written.items()
        if not (ROOT / path).is_file() or (ROOT / path).read_text("utf-8") != text
    ]
    assert behind == [], "run: python tools/reference.py"


def test_nothing_else_lies_in_the_reference(written):
    folders = [ROOT / "docs" / language / "reference" for language in ("zh", "en")]
    there = {path for folder in [*folders, ROOT / "docs" / "images" / "reference"] for path in folder.iterdir()}
    assert there == {ROOT / path for path in written}


def test_every_right_and_every_role_stands_in_the_table(written):
    text = next(text for path, text in written.items() if str(path) == "docs/en/reference/roles.md")
    assert [code for code in REGISTRY if f"`{code}`" not in text] == []
    row = next(line for line in text.splitlines() if "`quality.assignment.open`" in line)
    assert [cell.strip() for cell in row.split("|")[2:-1]] == ["", "", "◐", "", "", "✕", "", "✕", "", ""]


def test_every_permission_is_named_in_words():
    assert [code for code in REGISTRY if not knows(f"right.{code}")] == []


def test_names_of_the_reference_belong_to_something(written):
    moves = {move.name for _package, _kind, moves in reference.machines() for move in moves}
    assert [name for name in reference.NAMES["moves"] if name not in moves] == []


def test_every_command_is_described_with_its_arguments(written):
    text = next(text for path, text in written.items() if str(path) == "docs/zh/reference/commands.md")
    assert "## hengcai measure facets" in text
    assert "`--model rating-scale|partial-credit`".replace("|", "\\|") in text
    assert "`--contact " in text
