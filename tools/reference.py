"""Writes docs/*/reference from the code: rights, moves, commands, settings and words. A test finds pages that are behind.

python tools/reference.py          # all pages in both languages
"""

import argparse
import ast
import os
import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hengcai.settings")

LANGUAGES = ("zh", "en")
NAMES = yaml.safe_load((ROOT / "tools" / "reference.yaml").read_text("utf-8"))
WORDS = yaml.safe_load((ROOT / "tools" / "words.yaml").read_text("utf-8"))
READERS = {"text": "text", "folder": "folder", "flag": "switch", "number": "number"}
Files = dict[Path, str]


def said(key: str, language: str) -> str:
    return str(NAMES["said"][key][language])


def named(kind: str, key: str, language: str) -> str:
    """A name of tools/reference.yaml, else the code itself in words."""
    return str(NAMES[kind].get(key, {}).get(language) or key.replace("_", " "))


def registered(codes: list[str], language: str) -> str | None:
    from hengcai.base.say import knows, sentence

    return next((sentence(code, language, {}) for code in codes if knows(code)), None)


def table(head: list[str], rows: list[list[str]]) -> list[str]:
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return [
        *lines,
        *("| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in row) + " |" for row in rows),
    ]


def page(title: str, lead: str, lines: list[str]) -> str:
    return "\n".join([f"# {title}", "", lead, "", *lines]).rstrip() + "\n"


# Rights -------------------------------------------------------------------------------------------------------------


def rights(language: str) -> str:
    """Every permission of the registry by package: who holds it for all rows, who for some, whom it never admits."""
    from hengcai.base.permissions import REGISTRY
    from hengcai.base.roles import ROLES

    packages: dict[str, list[str]] = {}
    for code in sorted(REGISTRY):
        packages.setdefault(code.split(".")[0], []).append(code)
    heads = [said("right", language), *(str(registered([f"role.{role}"], language)) for role in ROLES)]
    lines = []
    for package, codes in packages.items():
        rows = [[_right(code, language), *(_reach(REGISTRY[code], role) for role in ROLES)] for code in codes]
        lines += [f"## {named('packages', package, language)}", "", *table(heads, rows), ""]
    return page(said("rights", language), said("rights_lead", language), lines)


def _right(code: str, language: str) -> str:
    name = registered([f"right.{code}"], language)
    return f"{name}<br>`{code}`" if name else f"`{code}`"


def _reach(permission: Any, role: str) -> str:
    from hengcai.base.permissions import everything

    if role in permission.never:
        return "✕"
    if role not in permission.reach:
        return ""
    return "●" if permission.reach[role] is everything else "◐"


# Moves --------------------------------------------------------------------------------------------------------------


def machines() -> Iterator[tuple[str, Any, list[Any]]]:
    """For each package its state classes with the moves that lead to them."""
    from hengcai.base.states import Move

    for path in sorted((ROOT / "hengcai").glob("*/states.py")):
        package = path.parent.name
        if package == "base":
            continue
        listed = [one for one in vars(import_module(f"hengcai.{package}.states")).values() if isinstance(one, tuple)]
        moves = list(dict.fromkeys(one for moves in listed for one in moves if isinstance(one, Move)))
        for states in dict.fromkeys(type(move.target) for move in moves):
            yield package, states, [move for move in moves if type(move.target) is states]


def states(language: str) -> Files:
    from hengcai.measurement.plots.svg import as_file
    from tools.moves_drawing import Arrow, moves_drawing

    lines: list[str] = []
    files: Files = {}
    for package, kind, moves in machines():
        model = re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__qualname__.split(".")[0]).lower()
        values = [str(one.value) for one in kind]
        labels = [_state(package, model, value, language) for value in values]
        title = f"{named('packages', package, language)}: {named('things', model, language)}"
        title = title.replace(": ", "：") if language == "zh" else title
        arrows, rows = [], []
        for move in moves:
            name = _move(package, move.name, language)
            sources = [place for place, value in enumerate(values) if value in move.sources]
            arrows.append(Arrow(name, sources, values.index(str(move.target))))
            rows.append(
                [name, " / ".join(labels[at] for at in sources), labels[arrows[-1].target], _who(move, language)]
            )
        picture = Path("docs/images/reference") / f"{package}-{model}-{language}.svg"
        files[picture] = as_file(moves_drawing(labels, arrows, label=title))
        heads = [said(key, language) for key in ("move", "from", "to", "who")]
        lines += [f"## {title}", "", f"![{title}](../../{picture.relative_to('docs')})", "", *table(heads, rows), ""]
    files[Path(f"docs/{language}/reference/states.md")] = page(
        said("states", language), said("states_lead", language), lines
    )
    return files


def _who(move: Any, language: str) -> str:
    from hengcai.base.roles import ROLES

    held = [str(registered([f"role.{role}"], language)) for role in ROLES if role in move.may.reach]
    return said("everybody", language) if len(held) == len(ROLES) else ("、" if language == "zh" else ", ").join(held)


def _state(package: str, model: str, value: str, language: str) -> str:
    spoken = NAMES["spoken"].get(model, model)
    codes = [f"{package}.{spoken}.state.{value}", f"{model}.{value}", f"{model.rsplit('_', maxsplit=1)[-1]}.{value}"]
    return registered([*codes, f"{package}.state.{value}"], language) or value


def _move(package: str, name: str, language: str) -> str:
    return registered([f"move.{name}", f"{package}.move.{name}"], language) or named("moves", name, language)


# Commands -----------------------------------------------------------------------------------------------------------


def commands(language: str) -> str:
    """Every command with its arguments, read from the parser itself."""
    from hengcai.cli.program import parser

    os.environ["HENGCAI_LANGUAGE"] = language
    lines: list[str] = []
    for name, command, helped in leaves(parser(), "hengcai"):
        lines += [f"## {name}", "", _sentence(command.description or helped, language), ""]
        lines += _example(command.epilog or "")
        rows = [_argument(action, language) for action in command._actions if action.dest != "help"]
        lines += [*table([said("argument", language), said("does", language)], rows), ""] if rows else []
    return page(said("commands", language), said("commands_lead", language), lines)


def leaves(parser: argparse.ArgumentParser, name: str) -> Iterator[tuple[str, argparse.ArgumentParser, str]]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            helped = {one.dest: one.help or "" for one in action._choices_actions}
            for child, command in action.choices.items():
                inner = list(leaves(command, f"{name} {child}"))
                yield from inner or [(f"{name} {child}", command, helped.get(child, ""))]


def _sentence(text: str, language: str) -> str:
    told = " ".join(text.split())
    end = "。" if language == "zh" else "."
    return told if told.endswith((".", "。")) or not told else (told[0].upper() + told[1:] + end)


def _example(epilog: str) -> list[str]:
    found = [line.strip() for line in epilog.splitlines() if line.strip().startswith("hengcai ")]
    return ["```sh", *found, "```", ""] if found else []


def _argument(action: argparse.Action, language: str) -> list[str]:
    if action.choices is not None and action.metavar is None:
        value = "|".join(str(one) for one in action.choices)
    else:
        value = "" if action.nargs == 0 else str(action.metavar or action.dest.upper())
    name = " ".join(part for part in (", ".join(action.option_strings), value) if part)
    told = [(action.help or "").replace("%(default)s", str(action.default))]
    if action.required and action.option_strings:
        told.append(said("needed", language))
    default = f"{action.default:g}" if isinstance(action.default, float) else str(action.default)
    is_told = told[0].endswith(default)  # most helps say it themselves: a terminal shows no other
    if action.option_strings and action.default not in (None, False, (), argparse.SUPPRESS) and not is_told:
        told.append(f"{said('default', language)} `{default}`")
    comma = "；" if language == "zh" else "; "
    return [f"`{name}`", comma.join(part for part in told if part)]


# Settings -----------------------------------------------------------------------------------------------------------


def settings(language: str) -> str:
    """What settings.py reads and with which default, beside the words of docs/*/run/settings.md."""
    told = dict(_described(language))
    rows = [
        [f"`{name}`", said(kind, language), f"`{default}`" if default else "", told.get(name, "")]
        for name, kind, default in sorted(set(read_settings()))
    ]
    heads = [said(key, language) for key in ("variable", "kind", "in_code", "does")]
    return page(said("settings", language), said("settings_lead", language), table(heads, rows))


def read_settings() -> Iterator[tuple[str, str, str]]:
    tree = ast.parse((ROOT / "hengcai" / "settings.py").read_text("utf-8"))
    for node in ast.walk(tree):
        if not (
            isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in READERS and node.args
        ):
            continue
        name = node.args[0]
        if isinstance(name, ast.Constant) and str(name.value).startswith("HENGCAI_"):
            after = node.args[1:] or [keyword.value for keyword in node.keywords]
            default = (
                after[0].value
                if after and isinstance(after[0], ast.Constant)
                else ast.unparse(after[0])
                if after
                else ""
            )
            yield str(name.value), READERS[node.func.id], str(default)


def _described(language: str) -> Iterator[tuple[str, str]]:
    for line in (ROOT / "docs" / language / "run" / "settings.md").read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split(" | ")]
        if line.startswith("|") and len(cells) >= 3:
            for name in re.findall(r"`(HENGCAI_\w+)`", cells[0]):
                yield name, cells[-1]


# Words --------------------------------------------------------------------------------------------------------------


def words(language: str) -> str:
    """The terms of tools/words.yaml, each with what it means and the words that are no longer used for it."""
    other = "en" if language == "zh" else "zh"
    comma = "、" if language == "zh" else ", "
    rows = [
        [term[language], term[other], term["told"][language], comma.join(term["replaces"][language])] for term in WORDS
    ]
    heads = [said(key, language) for key in ("term", "other", "means", "instead_of")]
    return page(said("words", language), said("words_lead", language), table(heads, rows))


def written() -> Files:
    """Every file of the reference as it should stand."""
    import django

    django.setup()
    import hengcai.urls  # noqa: F401 - brings in every package's permissions and words

    files: Files = {}
    kept = {name: os.environ.pop(name, None) for name in ("HENGCAI_LANGUAGE", "PORT")}
    for language in LANGUAGES:
        folder = Path(f"docs/{language}/reference")
        files |= states(language)
        files[folder / "roles.md"] = rights(language)
        files[folder / "commands.md"] = commands(language)
        files[folder / "settings.md"] = settings(language)
        files[folder / "words.md"] = words(language)
    os.environ.pop("HENGCAI_LANGUAGE", None)
    os.environ.update({name: value for name, value in kept.items() if value is not None})
    return files


def main() -> None:
    for path, text in written().items():
        target = ROOT / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
