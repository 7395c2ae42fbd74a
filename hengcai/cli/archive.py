"""`hengcai archive verify FILE…` needs no database; `export` and `now` do."""

import argparse
import json
from pathlib import Path
from typing import Any

from hengcai.base.errors import NotValid
from hengcai.cli import archive_words  # noqa: F401 - its sentences register themselves
from hengcai.cli.appraise_output import told
from hengcai.cli.program import DONE, REFUSED
from hengcai.cli.subcommands import subcommand
from hengcai.records.rules.manifests import MANIFEST, manifest_faults
from hengcai.records.rules.sealing import Fault
from hengcai.records.rules.verifying import Told, verified

PDF = ".pdf"


def add_parser(commands: Any) -> None:
    group = commands.add_parser("archive", help=told("archive_cli.help"), description=told("archive_cli.help"))
    kinds = group.add_subparsers(dest="archive", metavar="verify|export|erase|now", required=True)
    verify = subcommand(kinds, "archive", "verify", "var/archive/*.jsonl", words="archive_cli")
    verify.add_argument("file", metavar="FILE", nargs="+", type=Path, help=told("archive_cli.file"))
    verify.add_argument("--head", metavar="SHA256", default="", help=told("archive_cli.head"))
    verify.set_defaults(run=run_verify)
    export = subcommand(kinds, "archive", "export", "--cycle 2026-Q1 --to archive-2026-Q1.jsonl", words="archive_cli")
    export.add_argument("--to", metavar="FILE", type=Path, required=True, help=told("archive_cli.to"))
    export.add_argument("--cycle", metavar="CODE", default="", help=told("archive_cli.cycle"))
    export.add_argument("--agent", metavar="NUMBER", default="", help=told("archive_cli.agent"))
    export.add_argument("--pdf", action="store_true", help=told("archive_cli.pdf"))
    export.add_argument(
        "--language", metavar="zh|en", choices=("zh", "en"), default="zh", help=told("archive_cli.language")
    )
    export.set_defaults(run=run_export)
    erase = subcommand(
        kinds, "archive", "erase", "--agent 2031 --reason 'left, asked for erasure'", words="archive_cli"
    )
    erase.add_argument("--agent", metavar="NUMBER", required=True, help=told("archive_cli.agent"))
    erase.add_argument("--reason", metavar="TEXT", required=True, help=told("archive_cli.reason"))
    erase.set_defaults(run=run_erase)
    now = subcommand(kinds, "archive", "now", "", words="archive_cli")
    now.set_defaults(run=run_now)


def run_verify(chosen: argparse.Namespace) -> int:
    """Every file is read, whatever was wrong with the one before."""
    found = [(path, _verified(path, chosen.head)) for path in chosen.file]
    if chosen.json:
        print(json.dumps({"files": [_as_json(path, one) for path, one in found]}, ensure_ascii=False))
    else:
        for path, one in found:
            _print(path, one)
    return REFUSED if any(one.faults for _path, one in found) else DONE


def _verified(path: Path, head: str) -> Told:
    try:
        data = path.read_bytes()
    except (FileNotFoundError, IsADirectoryError):
        raise NotValid("archive_cli.missing", path=path) from None
    if path.suffix.lower() == PDF or path.name == MANIFEST:
        return _listed(path, data)
    one = verified(data, is_batch=path.suffix.lower() == ".jsonl")
    if head and one.head != head:
        return Told(one.records, one.erased, one.head, [*one.faults, Fault("foreign_head", 0)])
    return one


def _listed(path: Path, data: bytes) -> Told:
    """A PDF by the manifest beside it; a manifest with every file that it lists."""
    if path.name == MANIFEST:
        return manifest_faults(data, read=lambda name: _bytes(path.parent / name))
    try:
        manifest = (path.parent / MANIFEST).read_bytes()
    except FileNotFoundError:
        raise NotValid("archive_cli.no_manifest", path=path) from None
    return manifest_faults(manifest, read=lambda name: _bytes(path.parent / name), only=path.name)


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _as_json(path: Path, one: Told) -> dict[str, Any]:
    faults = [{"line": fault.line, "code": fault.code, **fault.facts} for fault in one.faults]
    return {"file": str(path), "records": one.records, "erased": one.erased, "head": one.head, "faults": faults}


def _print(path: Path, one: Told) -> None:
    for fault in one.faults:
        said = told(f"archive.fault.{fault.code}")
        named = f"{path} {fault.facts['file']}" if "file" in fault.facts else str(path)
        print(told(f"archive_cli.{'fault' if fault.line else 'whole'}", path=named, row_number=fault.line, told=said))
    if not one.faults:
        print(told("archive_cli.sound", path=path, records=one.records))
    if one.erased:
        print(told("archive_cli.erased", path=path, erased=one.erased))


def run_export(chosen: argparse.Namespace) -> int:
    from hengcai.cli.prepare import prepared

    prepared()
    from hengcai.cli.archive_export import export

    return export(chosen)


def run_erase(chosen: argparse.Namespace) -> int:
    """By number, so that nobody is erased by a name two people have."""
    from hengcai.cli.prepare import prepared

    prepared()
    from hengcai.accounts.models import system_user
    from hengcai.insight.queries.held import person_called
    from hengcai.records.actions import erase_personal_texts
    from hengcai.records.queries.archives import records_to_erase

    found = records_to_erase(person_called(chosen.agent))
    if not found:
        raise NotValid("archive_cli.nothing")
    erase_personal_texts(found, by=system_user(), reason=chosen.reason)
    print(json.dumps({"erased": len(found)}) if chosen.json else told("archive_cli.erasing", count=len(found)))
    return DONE


def run_now(chosen: argparse.Namespace) -> int:
    from hengcai.cli.prepare import prepared

    prepared()
    from hengcai.records.tasks import round_to_its_end

    count = round_to_its_end()
    print(json.dumps({"count": count}) if chosen.json else told("archive_cli.rounded", count=count))
    return DONE
