"""The ways between Markdown, HTML and plain text."""

import html
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from hengcai.assessment.formats.markup.blocks import Block, blocks_of, check_harmless
from hengcai.assessment.formats.markup.markdown import inline, markdown_of, numbered
from hengcai.assessment.formats.markup.nodes import Node, html_nodes

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

SAFE = re.compile(r"(?![#>+=~-]|\d+[.)]|\s)[^\\`*_\[<&\n\r\t]*(?<!\s)|")
"""Text that says in Markdown what it says as it stands."""
_ONE_PARAGRAPH = re.compile(r"\s*(?:<p>)?([^<]*?)(?:</p>)?\s*")
_CALM = re.compile(r"[^\\`*_\[\]<>&#+=~|!\n\t-]*")


@cache
def _reader() -> "MarkdownIt":
    """CommonMark without HTML of its own: what looks like an element stands as text."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False, "xhtmlOut": True})


@lru_cache(maxsize=1024)
def to_html(text: str) -> str:
    """XHTML blocks; nothing for nothing."""
    if SAFE.fullmatch(text):
        return f"<p>{html.escape(text, quote=False)}</p>" if text else ""
    return str(_reader().render(text)).strip()


def from_html(source: str, lost: set[str]) -> str:
    if (match := _ONE_PARAGRAPH.fullmatch(source)) is not None:
        return from_plain(" ".join(html.unescape(match[1]).split()))
    nodes = html_nodes(source)
    check_harmless(nodes)
    return from_nodes(nodes, lost)


def from_nodes(nodes: "list[Node | str]", lost: set[str]) -> str:
    if all(isinstance(one, str) for one in nodes):
        return from_plain(" ".join("".join(map(str, nodes)).split()))
    if (bare := _one_paragraph(nodes)) is not None:
        return from_plain(bare)
    blocks = blocks_of(nodes, lost)
    told = "\n\n".join(_one_by_one(blocks))
    if all(map(_is_simple, blocks)) or blocks_in(told) == blocks:
        return told
    told = numbered(markdown_of(blocks))
    if blocks_in(told) != blocks:
        lost.add("formatting")
        return "\n\n".join(from_plain(_text_of(one)) for one in blocks)
    return told


def _one_paragraph(nodes: "list[Node | str]") -> str | None:
    """The text of a single paragraph without marks; None for anything else."""
    told = [one for one in nodes if not isinstance(one, str) or one.strip()]
    if len(told) != 1 or isinstance(told[0], str) or told[0].tag != "p":
        return None
    inner = told[0].children
    return " ".join("".join(map(str, inner)).split()) if all(isinstance(one, str) for one in inner) else None


def _is_simple(block: Block) -> bool:
    """A paragraph of calm text with one mark at most: what it says in Markdown needs no second look."""
    marks = sum(1 for one in block.pieces if one[0] != "t")
    return (
        block.kind == "p"
        and marks <= 2
        and all(one[0] in ("s", "e", "/s", "/e") or (one[0] == "t" and _CALM.fullmatch(one[1])) for one in block.pieces)
    )


def _one_by_one(blocks: tuple[Block, ...]) -> list[str]:
    """Paragraphs of bare text in as few signs as may be; the rest escaped throughout."""
    return [
        from_plain(one.pieces[0][1])
        if one.kind == "p" and len(one.pieces) == 1 and one.pieces[0][0] == "t"
        else numbered(markdown_of([one]))
        for one in blocks
    ]


def _text_of(block: Block) -> str:
    own = "".join(one[1] if one[0] in "tc" else " " * (one[0] == "b") for one in block.pieces)
    return " ".join([own, *(_text_of(one) for inner in block.inner for one in inner)]).strip()


@lru_cache(maxsize=1024)
def from_plain(text: str) -> str:
    """Markdown that shows just this text; a line's end stays one, a blank line parts paragraphs."""
    if SAFE.fullmatch(text):
        return text
    return "\n\n".join(_paragraph(one) for one in re.split(r"\n\s*\n", text.replace("\r", "")) if one.strip())


def _paragraph(text: str) -> str:
    lines = [" ".join(one.split()) for one in text.split("\n")]
    lines = [one for one in lines if one]
    wanted = [Block("p", tuple(piece for line in lines for piece in (("t", line), ("b",)))[:-1])]
    bare = "\\\n".join(lines)
    return bare if list(blocks_in(bare)) == wanted else inline(wanted[0].pieces)


def to_plain(text: str, lost: set[str]) -> str:
    """The bare text of Markdown, where a format takes no more: its marks are lost."""
    if SAFE.fullmatch(text):
        return text
    blocks = blocks_in(text)
    if any(one.kind != "p" or any(piece[0] != "t" for piece in one.pieces) for one in blocks) or len(blocks) > 1:
        lost.add("formatting")
    return " ".join(_text_of(one) for one in blocks)


@lru_cache(maxsize=1024)
def blocks_in(text: str) -> tuple[Block, ...]:
    return blocks_of(html_nodes(to_html(text)), set())


def renders_alike(one: str, other: str) -> bool:
    return one == other or blocks_in(one) == blocks_in(other)
