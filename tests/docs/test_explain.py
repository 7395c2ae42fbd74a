"""Every explain page is run: its commands give what it shows, its prose quotes that, its pictures are what they draw."""

import contextlib
import io
import re
import shlex
from pathlib import Path

import pytest

from hengcai.cli.program import run
from tests.docs.pages import NUMBER, ROOT, Page, explained, is_shown, is_within

PAGES = [page for language in ("zh", "en") for page in explained(language)]
SAME = 0.25  # of a point of the picture: other machines add in another order


def named(page: Page) -> str:
    return f"{page.language}/{page.path.stem}"


def output(words: str, monkeypatch, folder: Path, language: str) -> str:
    """What a command prints; `docs/examples` is read where it is, pictures go to a folder of the test."""
    monkeypatch.setenv("HENGCAI_LANGUAGE", language)
    monkeypatch.chdir(folder)
    program, *arguments = shlex.split(words.replace("docs/examples", str(ROOT / "docs" / "examples")))
    assert program == "hengcai"
    told = io.StringIO()
    with contextlib.redirect_stdout(told), contextlib.redirect_stderr(io.StringIO()):
        assert run(arguments) == 0, words
    return told.getvalue()


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_the_page_shows_what_its_commands_print(page, monkeypatch, tmp_path):
    drawn = []
    for step in page.steps:
        printed = output(step.words, monkeypatch, tmp_path, page.language)
        assert step.shown is None or is_within(step.shown, printed) is None, is_within(step.shown, printed)
        drawn += [tmp_path / name for name in re.findall(r"--plot (\S+)", step.words)]
    assert len(drawn) == len(page.pictures) > 0 or not page.pictures
    for made, kept in zip(drawn, page.pictures, strict=True):
        assert is_same_picture(made.read_text("utf-8"), kept.read_text("utf-8")), kept.name


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_the_prose_quotes_figures_that_the_page_shows(page):
    assert [figure for figure in sorted(page.quoted) if not is_shown(figure, page.shown_numbers)] == []
    assert page.quoted


def is_same_picture(one: str, other: str) -> bool:
    """The same words and shapes, places within a quarter of a point."""
    if NUMBER.sub("#", one) != NUMBER.sub("#", other):
        return False
    pairs = zip(NUMBER.findall(one), NUMBER.findall(other), strict=True)
    return all(abs(float(a) - float(b)) <= SAME for a, b in pairs)


def test_pages_of_both_languages_run_the_same_number_of_commands():
    counts = {language: [len(page.steps) for page in explained(language)] for language in ("zh", "en")}
    assert counts["zh"] == counts["en"]
    assert len(counts["zh"]) >= 6


def test_every_picture_of_the_folder_stands_on_a_page():
    shown = {picture for page in PAGES for picture in page.pictures}
    assert shown == set((ROOT / "docs" / "images" / "explain").glob("*.svg"))


def test_tables_stay_small_and_alike_in_both_languages():
    for path in sorted((ROOT / "docs" / "examples" / "zh").glob("*.csv")):
        assert path.stat().st_size < 100_000
        other = ROOT / "docs" / "examples" / "en" / path.name
        zh, en = (file.read_text("utf-8").splitlines()[1:] for file in (path, other))
        assert [NUMBER.findall(line) for line in zh] == [NUMBER.findall(line) for line in en]
