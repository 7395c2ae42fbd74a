"""A small tree of elements, whether they come from XML or from HTML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser

from hengcai.base.errors import NotValid

DEEPEST = 100
_TAGS = re.compile(r"<(/?(?:p|strong|b|em|i|code)|br ?/?)>")
VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"))
_CLOSES = {
    "p": ("p",),
    "li": ("li",),
    "td": ("td", "th"),
    "th": ("td", "th"),
    "tr": ("tr", "td", "th"),
    "option": ("option",),
}
_OPENS_NEW = {"li": ("ul", "ol"), "td": ("table",), "th": ("table",), "tr": ("table",)}
_ENDS_P = frozenset(("div", "ul", "ol", "p", "pre", "blockquote", "table", "hr", "h1", "h2", "h3", "h4", "h5", "h6"))


@dataclass(slots=True, eq=False)
class Node:
    tag: str
    attrs: dict[str, str]
    children: "list[Node | str]" = field(default_factory=list)
    line: int = 0

    def all(self, tag: str) -> "Iterator[Node]":
        """Children of this name."""
        return (one for one in self.children if isinstance(one, Node) and one.tag == tag)

    def first(self, tag: str) -> "Node | None":
        return next(self.all(tag), None)

    def below(self, *tags: str) -> "Iterator[Node]":
        """At any depth, in the order of the document."""
        for one in self.children:
            if isinstance(one, Node):
                if one.tag in tags:
                    yield one
                yield from one.below(*tags)

    def text(self) -> str:
        return "".join(one if isinstance(one, str) else one.text() for one in self.children)


def html_nodes(source: str) -> list[Node | str]:
    """As a browser would read it, but for what nobody writes; script is left in for `check_harmless` to find."""
    if (simple := _simple(source)) is not None:
        return simple
    builder = _Builder()
    builder.feed(source)
    builder.close()
    return builder.root.children


def _simple(source: str) -> list[Node | str] | None:
    """The same of bare marks that open and close in turn, without a parser for all there is."""
    root = Node("", {})
    opened = [root]
    for place, part in enumerate(_TAGS.split(source)):
        if place % 2 == 0:
            if "<" in part:
                return None
            if part:
                opened[-1].children.append(unescape(part) if "&" in part else part)
        elif part.startswith("/"):
            if opened[-1].tag != part[1:]:
                return None
            opened.pop()
        else:
            node = Node(part.rstrip(" /"), {})
            opened[-1].children.append(node)
            if node.tag != "br":
                opened.append(node)
    return root.children if len(opened) == 1 and not _is_nested(root) else None


def _is_nested(node: Node) -> bool:
    """A paragraph in a paragraph is what a browser would end first; deep ones are left to the parser too."""
    return any(
        isinstance(one, Node) and (any(True for _ in one.below("p")) if one.tag == "p" else _is_nested(one))
        for one in node.children
    )


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._close_implied(tag)
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(node)
        if tag not in VOID:
            self._open.append(node)
            if len(self._open) > DEEPEST:
                raise NotValid("questions.too_deep", most=DEEPEST)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place].tag == tag:
                del self._open[place:]
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)

    def _close_implied(self, tag: str) -> None:
        if tag in _ENDS_P and self._open[-1].tag == "p":
            self._open.pop()
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place].tag in _OPENS_NEW.get(tag, ()):
                return
            if self._open[place].tag in _CLOSES.get(tag, ()):
                del self._open[place:]
                return
