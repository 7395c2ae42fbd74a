"""YAML read part by part, each knowing its line for refusals to name; nothing is ever constructed from tags."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import yaml

from hengcai.base.decimals import Exact, written
from hengcai.base.errors import NotValid

_LARGEST = 1 << 20
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Part:
    """One value of a document; `key` is the dotted way to it."""

    node: yaml.Node | None
    file: str
    key: str = ""

    @property
    def line(self) -> int:
        return self.node.start_mark.line + 1 if self.node else 1

    def refuse(self, code: str, **facts: object) -> NotValid:
        named: dict[str, object] = {"file": self.file, "line": self.line}
        return NotValid(code, **{**named, "key": self.key, **facts})

    def mapping(self, *, known: Iterable[str] | None = None) -> dict[str, Self]:
        """Keys in their order; a key given twice is refused, and so is one not among `known`."""
        if self.node is None:
            return {}
        if not isinstance(self.node, yaml.MappingNode):
            raise self.refuse("yaml.not_mapping")
        found: dict[str, Self] = {}
        for key_node, node in self.node.value:
            name = type(self)(key_node, self.file, self.key).text()
            part = type(self)(key_node, self.file, f"{self.key}.{name}".lstrip("."))
            if name in found:
                raise part.refuse("yaml.key_twice")
            if known is not None and name not in known:
                raise part.refuse("yaml.key_unknown", known=tuple(known))
            found[name] = type(self)(node, self.file, part.key)
        return found

    def whole_mapping(self, *, needed: Iterable[str], optional: Iterable[str] = ()) -> dict[str, Self]:
        """A mapping of a fixed shape: given at all, it is given whole."""
        found = self.mapping(known=(*needed, *optional))
        for name in needed:
            if name not in found:
                raise self.refuse("yaml.key_missing", missing=name)
        return found

    def items(self) -> list[Self]:
        if not isinstance(self.node, yaml.SequenceNode):
            raise self.refuse("yaml.not_list")
        return [
            type(self)(node, self.file, f"{self.key}[{place}]") for place, node in enumerate(self.node.value, start=1)
        ]

    def pair(self) -> tuple[Self, Self]:
        both = self.items()
        if len(both) != 2:
            raise self.refuse("yaml.not_pair")
        return both[0], both[1]

    def text(self) -> str:
        if not isinstance(self.node, yaml.ScalarNode) or self.node.tag == "tag:yaml.org,2002:null":
            raise self.refuse("yaml.not_text")
        return str(self.node.value)

    def whole_number(self, *, least: int, most: int) -> int:
        value = self.text()
        if not (value.isascii() and value.isdigit() and len(value) < 10 and least <= int(value) <= most):
            raise self.refuse("yaml.not_whole_number", value=value, least=least, most=most)
        return int(value)

    def decimal(self) -> Exact:
        """Must be quoted: an unquoted number would already have lost its exact text for other readers."""
        value = self.text()
        if isinstance(self.node, yaml.ScalarNode) and self.node.style not in ("'", '"'):
            raise self.refuse("yaml.number_unquoted", value=value)
        try:
            return written(value)
        except NotValid:
            raise self.refuse("yaml.not_decimal", value=value) from None

    def is_text(self) -> bool:
        return isinstance(self.node, yaml.ScalarNode)

    def truth(self) -> bool | None:
        """None for what is neither true nor false; quoted it is a text."""
        if not isinstance(self.node, yaml.ScalarNode) or self.node.tag != "tag:yaml.org,2002:bool":
            return None
        return bool(yaml.SafeLoader.bool_values[self.node.value.lower()])

    def is_list(self) -> bool:
        return isinstance(self.node, yaml.SequenceNode)


class PlacedPart(Part):
    """Whose refusals name the column too."""

    __slots__ = ()

    @property
    def column(self) -> int:
        return self.node.start_mark.column + 1 if self.node else 1

    def refuse(self, code: str, **facts: object) -> NotValid:
        return Part.refuse(self, code, **{"at": self.column, **facts})

    @classmethod
    def of(cls, part: Part) -> "PlacedPart":
        return cls(part.node, part.file, part.key)


def read_yaml(path: Path) -> Part:
    """The whole document; an empty file is an empty mapping."""
    try:
        with path.open("rb") as stream:
            content = stream.read(_LARGEST + 1)
    except OSError as error:
        code = "table.file_missing" if isinstance(error, FileNotFoundError) else "table.unreadable"
        raise NotValid(code, file=str(path), why=error.strerror or "") from error
    if len(content) > _LARGEST:
        raise NotValid("yaml.too_large", file=path.name)
    return parse_yaml(content, file=path.name)


def parse_yaml(content: bytes | str, *, file: str) -> Part:
    try:
        return Part(yaml.compose(content, Loader=_LOADER), file)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise NotValid("yaml.broken", file=file, line=mark.line + 1 if mark else 1) from error
    except (yaml.YAMLError, UnicodeError, RecursionError) as error:
        raise NotValid("yaml.broken", file=file, line=1) from error
