"""Files that `hengcai import` takes whole: all of it comes in or nothing does, and there are no rejected rows."""

import argparse
import json
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from hengcai.base.errors import NotValid
from hengcai.base.say import sentence
from hengcai.cli import imports
from hengcai.cli.program import DONE, SOME_REJECTED, language

FOR_TABLES = ("mapping", "rejects", "people", "update")


def kinds() -> list[str]:
    """A module in `imports` is a kind."""
    return sorted(module.name for module in iter_modules(imports.__path__))


def bring(chosen: argparse.Namespace) -> int:
    for name in FOR_TABLES:
        if getattr(chosen, name):
            raise NotValid("import.option_unknown", value=f"--{name}", kind=chosen.kind)
    made = import_module(f"hengcai.cli.imports.{chosen.kind}").bring(chosen)
    state = "dry_run" if chosen.dry_run else "draft"
    if chosen.json:
        facts = {"kind": chosen.kind, "file": chosen.file.name, "state": state, **made}
        print(json.dumps(facts, ensure_ascii=False))
    else:
        print(_told(chosen, state, made))
    return SOME_REJECTED if made.get("lost") or made.get("left_out") else DONE


def _told(chosen: argparse.Namespace, state: str, made: dict[str, Any]) -> str:
    posts = [f"{post} v{number}" for post, number in made.get("versions", {}).items()]
    facts = {**made, "posts": posts, "count": len(posts), "name": chosen.file.name}
    return sentence(f"cli_import.{chosen.kind}.{state}", language(), facts)
