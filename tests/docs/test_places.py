"""Each explain page says where its figures stand in the product, and what it names is there."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.utils import translation

from hengcai.web.shell.menu import MENU
from tests.docs.pages import ROOT, explained

HEADS = {"zh": "## 在系统里看哪里\n", "en": "## Where to find it in the product\n"}
PATH = re.compile(r"\*\*([^*]+) › ([^*]+)\*\*")
HEADING = re.compile(r"“([^”]+)”")
COMMAND = re.compile(r"`hengcai (\w+)")
PAGES = [
    (language, path)
    for language in HEADS
    for path in sorted((ROOT / "docs" / language / "explain").glob("*.md"))
    if path.stem != "measurement"
]


def place(language: str, path: Path) -> str:
    return path.read_text("utf-8").split(HEADS[language])[1].split("\n## ")[0]


def menu_paths(language: str) -> set[tuple[str, str]]:
    with translation.override("zh-hans" if language == "zh" else "en"):
        return {(str(group.label), str(entry.label)) for group in MENU for entry in group.entries}


def headings(language: str) -> set[str]:
    found: set[str] = set()
    for path in (ROOT / "hengcai" / "locale").rglob("django.po"):
        with path.open("rb") as file:
            said = [(one.id, one.string) for one in read_po(file, locale="zh_Hans") if isinstance(one.id, str)]
        found |= {pair[language == "zh"] for pair in said}
    return found


@pytest.mark.parametrize(("language", "path"), PAGES, ids=lambda one: getattr(one, "stem", one))
def test_a_page_says_where_it_stands_and_the_menu_has_that_place(language, path):
    told = place(language, path)
    assert set(PATH.findall(told)) <= menu_paths(language)
    assert PATH.search(told) or COMMAND.search(told)
    assert set(HEADING.findall(told)) <= headings(language)


def test_both_languages_name_the_same_places():
    for language, path in PAGES:
        other = "en" if language == "zh" else "zh"
        named = [place(language, path), place(other, ROOT / "docs" / other / "explain" / path.name)]
        assert len(PATH.findall(named[0])) == len(PATH.findall(named[1])), path.name


def test_no_page_has_people_run_python():
    assert [page.path.name for language in HEADS for page in explained(language) if "```python" in page.text] == []


def test_no_page_or_paper_of_the_product_prints_a_p_value():
    pages = list((ROOT / "hengcai").rglob("*.html"))
    shown = re.compile(r"\{\{[^}]*\.(adjusted_|fisher_)?p\s*[|}]")
    assert pages
    assert [path.name for path in pages if shown.search(path.read_text("utf-8"))] == []
    spoken = re.compile(r"\bp ?[=<≤]|\bp[ -]values?\b|p 值")
    sources = [path for path in (ROOT / "hengcai").rglob("*.p[yo]") if not {"measurement", "measure"} & {*path.parts}]
    assert [str(path) for path in sources if spoken.search(path.read_text("utf-8"))] == []
