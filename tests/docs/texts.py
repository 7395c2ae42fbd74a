"""Every text people read, with its place: catalogues, modules of words, shipped content, documentation, README."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.pofile import read_po

from tests.docs.pages import ROOT

HAN = re.compile(r"[\u4e00-\u9fff]")
CODE = re.compile(r"`[^`]*`|\]\([^)]*\)|<[^>]*>")
KEY = re.compile(r"^[\s-]*[\w.]+:")


@dataclass(frozen=True)
class Text:
    path: str
    line: int
    words: str

    @property
    def place(self) -> str:
        return f"{self.path}:{self.line}"

    @property
    def language(self) -> str:
        return "zh" if HAN.search(self.words) else "en"


def texts() -> Iterator[Text]:
    """Chinese and English of a line of shipped content are told apart by their letters, those of all else by text."""
    for path in sorted((ROOT / "hengcai").rglob("*")):
        if path.suffix == ".po":
            yield from of_catalogue(path)
        elif path.suffix == ".py" and is_of_words(path):
            yield from of_module(path)
        elif path.suffix == ".yaml":
            yield from of_content(path)
    for path in [ROOT / "README.md", ROOT / "tools" / "reference.yaml", *sorted((ROOT / "docs").rglob("*.md"))]:
        if "decisions" not in path.parts and path.name != "words.md":
            yield from of_page(path)


def is_of_words(path: Path) -> bool:
    return "words" in named(path) or path.stem == "cautions" or "cli/measure/names" in named(path)


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def of_catalogue(path: Path) -> Iterator[Text]:
    with path.open("rb") as file:
        for entry in read_po(file, locale="zh_Hans"):
            for said in (entry.id, entry.string):
                for one in said if isinstance(said, tuple) else (said,):
                    yield Text(named(path), entry.lineno or 1, one)


def of_module(path: Path) -> Iterator[Text]:
    """Its strings, without the codes they go by."""
    tree = ast.parse(path.read_text("utf-8"))
    codes = {id(key) for node in ast.walk(tree) if isinstance(node, ast.Dict) for key in node.keys}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in codes:
            yield Text(named(path), node.lineno, node.value)


def of_content(path: Path) -> Iterator[Text]:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        yield Text(named(path), number, KEY.sub("", line.split(" # ")[0]))


def of_page(path: Path) -> Iterator[Text]:
    """What is read on a page: neither its code nor where its links lead."""
    inside = False
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        inside ^= line.startswith("```")
        if not inside:
            yield Text(named(path), number, CODE.sub("", line))
