"""A version of the competency library, zh and en side by side, as `hengcai import framework` takes it."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from hengcai.cli.rows import noted

if TYPE_CHECKING:
    from hengcai.framework.models import Framework

ENDINGS = (".yaml", ".yml", ".json", ".xlsx")
TAKES = frozenset({"version", "shipped"})


def write(stream: TextIO, chosen: argparse.Namespace) -> int:
    from hengcai.framework.files import yaml_text

    definition = _given(chosen)
    stream.write(yaml_text(definition))
    return _count(definition)


def save(path: Path, chosen: argparse.Namespace) -> int:
    from hengcai.framework.files import write_definition

    definition = _given(chosen)
    write_definition(definition, path)
    return _count(definition)


def _given(chosen: argparse.Namespace) -> dict[str, Any]:
    from hengcai.accounts.models import system_user
    from hengcai.framework.given import framework_given
    from hengcai.framework.queries import definition_of
    from hengcai.framework.shipped import shipped_definition

    if chosen.shipped:
        return shipped_definition()
    framework: Framework = framework_given(system_user(), chosen.version)
    noted("export_framework", framework)
    return definition_of(framework)


def _count(definition: dict[str, Any]) -> int:
    return sum(len(document["competencies"]) for document in definition["library"])
