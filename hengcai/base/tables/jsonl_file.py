"""Files with one JSON object a line."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from hengcai.base.errors import NotValid
from hengcai.base.tables.cell_values import why_value_is_no_id
from hengcai.base.tables.lines import Lines, Position
from hengcai.base.tables.rows import NO_REASONS, Record, check_width, twice_among


class JsonlFile:
    columns: tuple[str, ...] = ()
    sheet = ""

    def __init__(self, path: Path, *, flat: bool) -> None:
        """`flat` keeps numbers as the text that was written, so that no digit is lost."""
        self._file = path.name
        self._flat = flat
        self._lines = Lines(path)
        self._decode = _decoder(flat=flat)

    @property
    def next(self) -> Position:
        return self._lines.next

    def go_to(self, position: Position) -> None:
        self._lines.go_to(position)

    def close(self) -> None:
        self._lines.close()

    def below(self) -> Iterator[tuple[int, list[str]]]:
        """Column names stand nowhere else in such a file."""
        return iter(())

    def records(self) -> Iterator[Record]:
        lines = self._lines
        for line in lines:
            if line.strip():
                yield self._record(lines.number, line)
        if lines.number == 0:
            raise NotValid("table.empty", file=self._file)

    def _record(self, number: int, line: str) -> Record:
        try:
            value = self._decode(line)
            _check_names(value if isinstance(value, dict) else {})
            if "\\u" in line:
                json.dumps(value, ensure_ascii=False).encode()
        except NotValid as problem:
            return Record(number, {}, problem)
        except UnicodeEncodeError:
            return Record(number, {}, NotValid("table.half_character"))
        except (ValueError, RecursionError):
            return Record(number, {}, self._broken(number, line))
        if not isinstance(value, dict):
            return Record(number, {}, self._broken(number, line))
        odd = ((name, item) for name, item in value.items() if type(item) is not str or "+" in item)
        codes = {name: code for name, item in odd if (code := why_value_is_no_id(item))} or NO_REASONS
        cells = {name: _flattened(item) for name, item in value.items()} if self._flat else value
        return Record(number, cells, not_ids=codes)

    def _broken(self, number: int, line: str) -> NotValid:
        if number == 1 and line.lstrip().startswith("["):
            raise NotValid("table.json_list", file=self._file)
        return NotValid("table.json_broken")


def _decoder(*, flat: bool) -> Callable[[str], Any]:
    if not flat:
        return json.JSONDecoder(parse_constant=_refuse_constant).decode
    return json.JSONDecoder(
        parse_float=str, parse_int=str, parse_constant=_refuse_constant, object_pairs_hook=_without_repeats
    ).decode


def _check_names(value: dict[str, Any]) -> None:
    check_width(len(value))
    if (twice := twice_among(tuple(value))) is not None:
        raise NotValid("table.key_twice", column=twice)


def _refuse_constant(name: str) -> object:
    raise NotValid("table.json_constant", value=name)


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        counted = Counter(name for name, _ in pairs)
        raise NotValid("table.key_twice", column=next(name for name, count in counted.items() if count > 1))
    return found


def _flattened(value: Any) -> Any:
    """Lists and objects stay what they are: dotted paths may lead into them."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else value
