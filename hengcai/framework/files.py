"""A definition as a file: YAML and JSON hold it as it is, a workbook holds one text a row.

In a workbook `place` says where a text belongs; `where` is for the reader's eye and is not read back.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from hengcai.base.errors import NotValid
from hengcai.base.sheets import Sheet, write_sheet
from hengcai.base.tables.reading import Columns, open_table
from hengcai.framework.rules.texts import LANGUAGES, Definition

LARGEST = 8 << 20
PLACE = re.compile(r"[a-z0-9_]+(?:\[[1-9][0-9]{0,3}\])?(?:\.[a-z0-9_]+(?:\[[1-9][0-9]{0,3}\])?){0,9}")
_STEP = re.compile(r"([a-z0-9_]+)|\[([0-9]+)\]")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def read_definition(path: Path) -> Any:
    """What the file says, not yet checked."""
    return _kind(path, _READERS)(path)


def write_definition(definition: Definition, path: Path) -> None:
    _kind(path, _WRITERS)(definition, path)


def _kind(path: Path, table: dict[str, Callable[..., Any]]) -> Callable[..., Any]:
    if path.suffix.lower() not in table:
        raise NotValid("framework.file_kind", file=path.name)
    return table[path.suffix.lower()]


def _read_yaml(path: Path) -> Any:
    content = _content(path)
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(content, _LOADER)):
            raise NotValid("framework.file_broken", file=path.name, why="*")
        return yaml.load(content, _LOADER)  # noqa: S506 - a safe loader, the fast one
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise NotValid("framework.file_broken", file=path.name, why=_where(error)) from error


def _where(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    return f"{mark.line + 1}:{mark.column + 1}" if mark else type(error).__name__


def _read_json(path: Path) -> Any:
    try:
        return json.loads(_content(path))
    except (ValueError, RecursionError) as error:
        raise NotValid("framework.file_broken", file=path.name, why=str(error)) from error


def _content(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST + 1)
        if len(content) <= LARGEST:
            return content.decode("utf-8-sig")
    except FileNotFoundError as error:
        raise NotValid("table.file_missing", file=str(path)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise NotValid("framework.file_broken", file=path.name, why=type(error).__name__) from error
    raise NotValid("framework.file_broken", file=path.name, why="> 8 MB")


def _read_workbook(path: Path) -> Definition:
    found: Definition = {}
    with open_table(path, Columns(required=("place", "zh", "en", "value"))) as table:
        for row in table:
            place = row.values["place"].strip()
            if not PLACE.fullmatch(place):
                raise NotValid("framework.place_malformed", file=path.name, row=row.number, place=place)
            _put(found, _steps(place), _leaf(row.values, place))
    return _listed(found)  # type: ignore[no-any-return]


def _leaf(values: Mapping[str, Any], place: str) -> Any:
    """Texts stand under zh and en; what is no text, under value."""
    if values["zh"] or values["en"]:
        return {language: values[language] for language in LANGUAGES if values[language]}
    value = values["value"].strip()
    if place.endswith(".rank") and value.isascii() and value.isdigit():
        return int(value)
    return {"true": True, "false": False}.get(value, value) if place.endswith(".frontline") else value


def _steps(place: str) -> list[str | int]:
    return [int(number) if number else name for name, number in _STEP.findall(place)]


def _put(found: dict[Any, Any], steps: list[str | int], leaf: Any) -> None:
    for step in steps[:-1]:
        inner = found.setdefault(step, {})
        if not isinstance(inner, dict):
            raise NotValid("framework.not_mapping", where=str(step))
        found = inner
    found[steps[-1]] = leaf


def _listed(value: Any) -> Any:
    """Numbered places become lists, in the order of their numbers."""
    if not isinstance(value, dict):
        return value
    if value and all(isinstance(key, int) for key in value):
        return [_listed(value[key]) for key in sorted(value)]
    return {str(key): _listed(part) for key, part in value.items()}


def _write_yaml(definition: Definition, path: Path) -> None:
    path.write_text(yaml_text(definition), "utf-8")


def yaml_text(definition: Definition) -> str:
    return str(yaml.dump(definition, Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=110))


def _write_json(definition: Definition, path: Path) -> None:
    path.write_text(json.dumps(definition, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _write_workbook(definition: Definition, path: Path) -> None:
    rows = [(place, where, *texts) for place, where, texts in _leaves(definition, "", "")]
    columns = ("place", "where", "zh", "en", "value")
    write_sheet(path, Sheet("framework", columns, rows, widths=(46, 40, 60, 70, 20)))


def _leaves(value: Any, place: str, where: str) -> Iterator[tuple[str, str, tuple[str, str, str]]]:
    if isinstance(value, dict) and set(value) == set(LANGUAGES):
        yield place, where, (value["zh"], value["en"], "")
    elif isinstance(value, dict):
        named = _named(value, where)
        for key, part in value.items():
            yield from _leaves(part, f"{place}.{key}".lstrip("."), named)
    elif isinstance(value, list):
        for number, part in enumerate(value, start=1):
            yield from _leaves(part, f"{place}[{number}]", where)
    else:
        yield place, where, ("", "", str(value).lower() if isinstance(value, bool) else str(value))


def _named(value: Definition, where: str) -> str:
    named = value.get("dimension", value)
    name = named.get("name", {}).get("zh", "") if isinstance(named, dict) else ""
    return " › ".join(filter(None, (where, name)))


_READERS = {".yaml": _read_yaml, ".yml": _read_yaml, ".json": _read_json, ".xlsx": _read_workbook}
_WRITERS = {".yaml": _write_yaml, ".yml": _write_yaml, ".json": _write_json, ".xlsx": _write_workbook}
