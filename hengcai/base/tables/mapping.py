"""Where each of our columns is found in somebody's file: by name, constant, path, or a moment plus seconds."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hengcai.base.dates import written_moment
from hengcai.base.decimals import exact
from hengcai.base.errors import NotValid
from hengcai.base.quantities import clock_seconds
from hengcai.base.yaml_parts import Part, read_yaml

_ABSENT = object()


@dataclass(frozen=True, slots=True)
class Origin:
    """`path` is a column, or a dotted way into a JSON object; without one `constant` is the value of every row."""

    path: str | None = None
    constant: str | None = None
    default: str | None = None
    add_seconds_to: datetime.datetime | None = None
    seconds_after: str | None = None
    """The column whose moment the seconds are counted from."""


def read_mapping(path: Path) -> dict[str, Origin]:
    """A YAML file of `ours: theirs`."""
    return mapping_of(read_yaml(path))


def mapping_of(part: Part) -> dict[str, Origin]:
    return {name: _origin(value) for name, value in part.mapping().items()}


def origins(
    mapping: Mapping[str, Origin | str] | None, *, required: tuple[str, ...], optional: tuple[str, ...]
) -> dict[str, Origin]:
    """One origin for each of our columns; a column not mapped keeps its own name."""
    given = {name: Origin(path=to) if isinstance(to, str) else to for name, to in (mapping or {}).items()}
    ours = required + optional
    for name in given:
        if name not in ours:
            raise NotValid("mapping.column_unknown", column=name, known=ours)
    return {name: given.get(name, Origin(path=name)) for name in ours}


def finder(origin: Origin, *, dotted: bool) -> Callable[[Mapping[str, Any]], Any]:
    """Reads one value out of a row; None where the row has nothing at that place."""
    if origin.path is None:
        return lambda _cells: origin.constant
    find = _plain_finder(origin, dotted=dotted)
    if origin.seconds_after is not None:
        return _later_finder(find, _plain_finder(Origin(path=origin.seconds_after), dotted=dotted))
    return find if origin.add_seconds_to is None else _moment_finder(find, origin.add_seconds_to)


def _plain_finder(origin: Origin, *, dotted: bool) -> Callable[[Mapping[str, Any]], Any]:
    path, default = origin.path or "", origin.default

    def find(cells: Mapping[str, Any]) -> Any:
        value = cells.get(path, _ABSENT)
        if value is _ABSENT and dotted and "." in path:
            value = _followed(cells, path)
        if value is _ABSENT:
            return default
        return default if default is not None and value in ("", None) else value

    return find


def _moment_finder(
    find_seconds: Callable[[Mapping[str, Any]], Any], start: datetime.datetime
) -> Callable[[Mapping[str, Any]], Any]:
    def find(cells: Mapping[str, Any]) -> Any:
        seconds = find_seconds(cells)
        return seconds if seconds in ("", None) else _moment(start, seconds)

    return find


def _later_finder(
    find_seconds: Callable[[Mapping[str, Any]], Any], find_start: Callable[[Mapping[str, Any]], Any]
) -> Callable[[Mapping[str, Any]], Any]:
    def find(cells: Mapping[str, Any]) -> Any:
        seconds, start = find_seconds(cells), find_start(cells)
        if start is None:
            raise NotValid("table.value_missing")
        return "" if seconds in ("", None) or start in ("", None) else _later(str(start), str(seconds))

    return find


def _later(start: str, seconds: str) -> str:
    """Where the start is no moment its own column says so. `5:20` is five hours to a clock and five minutes to a
    telephone: with all three parts it is neither."""
    if seconds.count(":") == 1:
        raise NotValid("mapping.seconds_malformed", value=seconds)
    try:
        return _moment(written_moment(start), seconds)
    except ValueError:
        return ""


def _moment(start: datetime.datetime, seconds: object) -> str:
    try:
        passed = clock_seconds(str(seconds))
        passed = exact(str(seconds), signed=True) if passed is None else passed
        return (start + datetime.timedelta(microseconds=round(passed * 1_000_000))).isoformat()
    except (NotValid, OverflowError):
        raise NotValid("mapping.seconds_malformed", value=seconds) from None


def _followed(cells: Mapping[str, Any], path: str) -> Any:
    """Numbers in a path count the places of a list from 0."""
    value: Any = cells
    for step in path.split("."):
        if isinstance(value, Mapping) and step in value:
            value = value[step]
        elif isinstance(value, list) and step.isdecimal() and int(step) < len(value):
            value = value[int(step)]
        else:
            return _ABSENT
    return value


def _origin(part: Part) -> Origin:
    if part.is_text():
        return Origin(path=part.text())
    found = part.mapping(known=("const", "path", "default", "add_seconds_to", "seconds_after"))
    if ("const" in found) == ("path" in found) or ("const" in found and len(found) > 1):
        raise part.refuse("mapping.const_or_path")
    texts = {name: value.text() for name, value in found.items() if name != "add_seconds_to"}
    start = found.get("add_seconds_to")
    if start and "seconds_after" in found:
        raise part.refuse("mapping.one_start")
    return Origin(
        texts.get("path"),
        texts.get("const"),
        texts.get("default"),
        _start(start) if start else None,
        texts.get("seconds_after"),
    )


def _start(part: Part) -> datetime.datetime:
    try:
        return written_moment(part.text())
    except ValueError:
        raise part.refuse("mapping.moment_malformed", value=part.text()) from None
