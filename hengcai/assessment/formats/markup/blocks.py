"""What a tree of elements says: paragraphs, lists, code, quotations, and in them text with its marks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from hengcai.assessment.formats.markup.nodes import Node
from hengcai.base.errors import NotValid

Piece = tuple[str, ...]
"""`t` text, `b` line break, `c` code, `i` image (address, text), `s`/`/s` strong, `e`/`/e` emphasis, `l`/`/l` link."""
MARKS = {"strong": "s", "b": "s", "em": "e", "i": "e"}
HEADINGS = {f"h{n}": n for n in range(1, 7)}
LISTS = ("ul", "ol")
TABLES = ("table",)
BLOCKS = frozenset((*HEADINGS, *LISTS, *TABLES, "p", "pre", "blockquote", "hr", "div", "section", "article", "dl", "dt", "dd",
                    "figure", "center", "address", "tbody", "thead", "tr", "td", "th", "caption", "li"))  # fmt: skip
MEDIA = frozenset(("audio", "video", "object", "iframe", "embed", "svg", "math", "canvas", "applet"))
UNHELD = frozenset(("sub", "sup", "u", "s", "strike", "del", "font", "style", "ruby"))
SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Block:
    """`kind`: p, h1 … h6, pre, quote, ul, ol, hr. A list's `inner` has a tuple of blocks for each entry."""

    kind: str
    pieces: tuple[Piece, ...] = ()
    inner: "tuple[tuple[Block, ...], ...]" = ()
    start: int = 1


def check_harmless(nodes: Sequence[Node | str]) -> None:
    """Script in a text is nobody's question: the whole file is refused."""
    for one in nodes:
        if isinstance(one, Node):
            runs = any(name.startswith("on") or _runs(value) for name, value in one.attrs.items())
            if one.tag.lower() in ("script", "base", "meta") or runs:
                raise NotValid("questions.script", found=one.tag)
            check_harmless(one.children)


def _runs(value: str) -> bool:
    if ":" not in value:
        return False
    bare = re.sub(r"[\s\0-\x1f]", "", value[:200]).lower()
    return bare.startswith(("javascript:", "vbscript:", "data:text/html"))


def blocks_of(nodes: Sequence[Node | str], lost: set[str]) -> tuple[Block, ...]:
    """What cannot be said in Markdown goes to `lost` by its name."""
    found: list[Block] = []
    run: list[Node | str] = []
    for one in [*nodes, None]:
        if one is not None and not (isinstance(one, Node) and _holds_block(one)):
            run.append(one)
            continue
        if pieces := tidied(list(_pieces(run, lost))):
            found.append(Block("p", pieces))
        run = []
        if isinstance(one, Node):
            found += _block(one, lost)
    return tuple(found)


def _holds_block(node: Node) -> bool:
    return node.tag in BLOCKS or any(isinstance(one, Node) and _holds_block(one) for one in node.children)


def _block(node: Node, lost: set[str]) -> list[Block]:
    if node.tag in HEADINGS:
        pieces = tidied([one for one in _pieces(node.children, lost) if one[0] != "b"])
        return [Block(node.tag, pieces)] if pieces else []
    if node.tag == "pre":
        text = node.text().removesuffix("\n")
        return [Block("pre", (("t", text),))] if text.strip() else []
    if node.tag == "hr":
        return [Block("hr")]
    if node.tag == "blockquote":
        inner = blocks_of(node.children, lost)
        return [Block("quote", inner=(inner,))] if inner else []
    if node.tag in LISTS:
        return _list(node, lost)
    if node.tag in TABLES:
        lost.add("table")
    return list(blocks_of(node.children, lost))


def _list(node: Node, lost: set[str]) -> list[Block]:
    entries = [one for one in node.children if isinstance(one, Node)]
    inner = tuple(blocks for one in entries if (blocks := blocks_of(one.children if one.tag == "li" else [one], lost)))
    start = node.attrs.get("start", "1")
    number = int(start) if start.isascii() and start.isdigit() and len(start) < 10 else 1
    return [Block(node.tag, inner=inner, start=number if node.tag == "ol" else 1)] if inner else []


def _pieces(nodes: Sequence[Node | str], lost: set[str]) -> Iterator[Piece]:
    for one in nodes:
        if isinstance(one, str):
            yield ("t", SPACE.sub(" ", one))
        else:
            yield from _of_node(one, lost)


def _of_node(node: Node, lost: set[str]) -> Iterator[Piece]:
    if node.tag == "br":
        yield ("b",)
    elif node.tag in ("code", "tt", "kbd", "samp"):
        if text := SPACE.sub(" ", node.text()):
            yield ("c", text)
    elif node.tag == "img":
        yield from _image(node, lost)
    elif node.tag in MARKS:
        yield from _marked((MARKS[node.tag],), node, lost)
    elif node.tag == "a" and urlsplit_safe(node.attrs.get("href", "")):
        yield from _marked(("l", node.attrs["href"], node.attrs.get("title", "")), node, lost)
    elif node.tag in MEDIA:
        lost.add("media")
    elif node.tag != "style":
        if node.tag in UNHELD:
            lost.add("formatting")
        yield from _pieces(node.children, lost)


def _marked(opening: Piece, node: Node, lost: set[str]) -> Iterator[Piece]:
    yield opening
    yield from _pieces(node.children, lost)
    yield (f"/{opening[0]}",)


def _image(node: Node, lost: set[str]) -> Iterator[Piece]:
    address, told = node.attrs.get("src", ""), SPACE.sub(" ", node.attrs.get("alt", "")).strip()
    if address.startswith(("http://", "https://")):
        yield ("i", address, told)
    else:
        lost.add("image")
        yield ("t", told)


def urlsplit_safe(address: str) -> bool:
    """Addresses a link may have: those of the web and of mail, and ones within."""
    try:
        scheme = urlsplit(address.strip()).scheme
    except ValueError:
        return False
    return bool(address.strip()) and scheme in ("", "http", "https", "mailto", "tel")


def tidied(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Spaces stand outside marks and once, marks are not doubled and not empty, texts beside each other are one."""
    found = _merged(_not_doubled(pieces))
    while (again := _merged(_without_empty(_spaces_outside(found)))) != found:
        found = again
    return tuple(_trimmed(found))


def _not_doubled(pieces: list[Piece]) -> list[Piece]:
    found: list[Piece] = []
    depth = {"s": 0, "e": 0, "l": 0}
    for one in pieces:
        name = one[0].removeprefix("/")
        if name not in depth:
            found.append(one)
            continue
        opens = one[0] == name
        depth[name] += 1 if opens else 0
        if depth[name] == 1:
            found.append(one)
        depth[name] -= 0 if opens else 1
    return found


def _merged(pieces: list[Piece]) -> list[Piece]:
    found: list[Piece] = []
    for one in pieces:
        if one[0] == "t" and found and found[-1][0] == "t":
            found[-1] = ("t", SPACE.sub(" ", found[-1][1] + one[1]))
        elif one != ("t", ""):
            found.append(one)
    return found


def _spaces_outside(pieces: list[Piece]) -> list[Piece]:
    found = list(pieces)
    for place in range(len(found) - 1):
        one, after = found[place], found[place + 1]
        if one[0] in "sel" and after[0] == "t" and after[1].startswith(" "):
            found[place], found[place + 1] = ("t", " "), one
            found.insert(place + 2, ("t", after[1][1:]))
        elif one[0] == "t" and one[1].endswith(" ") and after[0].startswith("/"):
            found[place], found[place + 1] = ("t", one[1][:-1]), after
            found.insert(place + 2, ("t", " "))
    return found


def _without_empty(pieces: list[Piece]) -> list[Piece]:
    """Neither a mark around nothing nor one that ends where the same begins again; none around a break alone."""
    found: list[Piece] = []
    for one in pieces:
        last = found[-1][0] if found else ""
        if one[0] == f"/{last}" or (last in ("/s", "/e") and one[0] == last[1:]):
            found.pop()
        else:
            found.append(one)
    return found


def _trimmed(pieces: list[Piece]) -> list[Piece]:
    """No space and no break at the ends, none around a break."""
    found: list[Piece] = []
    for one in pieces:
        if one[0] == "t" and _at_edge(found):
            one = ("t", one[1].lstrip())
        elif one[0] == "b":
            _strip_end(found)
        if one != ("t", "") and (one[0] != "b" or _has_text(found)):
            found.append(one)
    _strip_end(found)
    while found and found[-1][0] == "b":
        found.pop()
        _strip_end(found)
    return found


def _at_edge(found: list[Piece]) -> bool:
    before = [one for one in found if one[0] not in ("s", "e", "l", "/s", "/e", "/l")]
    return not before or before[-1][0] == "b"


def _has_text(found: list[Piece]) -> bool:
    return any(one[0] in "tci" for one in found)


def _strip_end(found: list[Piece]) -> None:
    if found and found[-1][0] == "t":
        text = found[-1][1].rstrip()
        found[-1:] = [("t", text)] if text else []
