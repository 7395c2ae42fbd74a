"""What posts require, zh and en side by side, as `hengcai import profile` takes it."""

import argparse
from pathlib import Path
from typing import Any, TextIO

from hengcai.cli.rows import noted

ENDINGS = (".yaml", ".yml", ".json", ".xlsx")
TAKES = frozenset({"post", "version"})


def write(stream: TextIO, chosen: argparse.Namespace) -> int:
    from hengcai.framework.files import yaml_text

    definition = _given(chosen)
    stream.write(yaml_text(definition))
    return len(definition["posts"])


def save(path: Path, chosen: argparse.Namespace) -> int:
    from hengcai.framework.files import write_definition

    definition = _given(chosen)
    write_definition(definition, path)
    return len(definition["posts"])


def _given(chosen: argparse.Namespace) -> dict[str, Any]:
    from hengcai.accounts.models import system_user
    from hengcai.accounts.queries import the_centre
    from hengcai.framework.given import profiles_definition, profiles_given

    profiles = profiles_given(system_user(), post=chosen.post, number=chosen.version)
    noted("export_profiles", the_centre(), post=chosen.post, version=chosen.version)
    return profiles_definition(profiles)
