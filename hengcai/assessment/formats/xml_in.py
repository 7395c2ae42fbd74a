"""XML read as it comes, element by element, with lines; what is made to do harm is refused before it does any."""

from collections.abc import Iterator
from typing import IO, Any
from xml.parsers import expat

from hengcai.assessment.formats.markup.nodes import Node
from hengcai.base.errors import NotValid

DEEPEST, MOST_TEXT = 200, 64 << 20
_CHUNK = 1 << 16


class XmlReader:
    """Gives each element of the names in `whole` (None: the first of all) as a tree once it is closed."""

    def __init__(self, stream: IO[bytes], *, file: str, whole: frozenset[str] | None) -> None:
        self._stream, self._file, self._whole = stream, file, whole
        self.root: Node | None = None
        self._open: list[Node] = []
        self._done: list[Node] = []
        self._inside = 0
        self._depth = 0
        self._data: list[str] = []
        self._parser = self._made()

    def __iter__(self) -> Iterator[Node]:
        try:
            while chunk := self._stream.read(_CHUNK):
                self._parser.Parse(chunk)
                yield from self._taken()
            self._parser.Parse(b"", True)  # noqa: FBT003
            yield from self._taken()
        except expat.ExpatError as error:
            raise NotValid("questions.xml_broken", file=self._file, line=error.lineno) from None
        except (LookupError, ValueError):
            raise NotValid("questions.xml_broken", file=self._file, line=self._parser.CurrentLineNumber) from None

    def _taken(self) -> list[Node]:
        done, self._done = self._done, []
        return done

    def _made(self) -> Any:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._refuse_entity
        parser.UnparsedEntityDeclHandler = self._refuse_entity
        parser.ExternalEntityRefHandler = self._refuse_entity
        parser.SkippedEntityHandler = self._refuse_entity
        return parser

    def _refuse_entity(self, *_declared: object) -> int:
        raise NotValid("questions.entities", file=self._file, line=self._parser.CurrentLineNumber)

    def _start(self, tag: str, attrs: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise NotValid("questions.too_deep", file=self._file, line=self._parser.CurrentLineNumber, most=DEEPEST)
        if self._inside:
            node = Node(tag[tag.rfind(":") + 1 :], attrs, [], self._parser.CurrentLineNumber)
            self._open[-1].children.append(node)
            self._open.append(node)
            return
        node = Node(tag[tag.rfind(":") + 1 :], attrs, [], self._parser.CurrentLineNumber)
        self.root = self.root or node
        if self._whole is None or node.tag in self._whole:
            self._inside = self._depth
            self._open = [node]

    def _end(self, _tag: str) -> None:
        if self._inside:
            node = self._open.pop()
            if self._depth == self._inside:
                self._done.append(node)
                self._inside = 0
        self._depth -= 1

    def _text(self, data: str) -> None:
        if self._inside:
            self._open[-1].children.append(data)


def whole_tree(stream: IO[bytes], *, file: str) -> Node:
    """A document that is small: its first element with all that is in it."""
    found = list(XmlReader(stream, file=file, whole=None))
    if not found:
        raise NotValid("questions.xml_broken", file=file, line=1)
    return found[0]
