"""`hengcai certificates verify FILE`: needs no database and no network."""

import argparse
import json
from pathlib import Path
from typing import Any

from hengcai.base.errors import NotValid
from hengcai.cli import certificates_words  # noqa: F401 - its sentences register themselves
from hengcai.cli.appraise_output import told
from hengcai.cli.program import DONE, REFUSED
from hengcai.cli.subcommands import subcommand
from hengcai.training.rules.credentials import verified


def add_parser(commands: Any) -> None:
    group = commands.add_parser("certificates", help=told("cert_cli.help"), description=told("cert_cli.help"))
    kinds = group.add_subparsers(dest="certificates", metavar="verify", required=True)
    verify = subcommand(kinds, "certificates", "verify", "certificate.svg --key keys.json", words="cert_cli")
    verify.add_argument("file", metavar="FILE", type=Path, help=told("cert_cli.file"))
    verify.add_argument("--key", metavar="FILE", type=Path, help=told("cert_cli.key"))
    verify.set_defaults(run=run_verify)


def run_verify(chosen: argparse.Namespace) -> int:
    keys = _keys(chosen.key) if chosen.key else []
    found = verified(_text(chosen.file), keys)
    if chosen.json:
        told_as = {
            "file": str(chosen.file),
            "fault": found.fault,
            "own_key": found.is_own_key,
            "credential": found.credential,
        }
        print(json.dumps(told_as, ensure_ascii=False))
    elif found.fault:
        print(told(f"cert_cli.fault.{found.fault}", file=str(chosen.file)))
    else:
        facts = found.credential
        print(told("cert_cli.whole", file=str(chosen.file), name=facts["name"], until=facts.get("validUntil", "–")))
        print(told("cert_cli.own_key" if found.is_own_key else "cert_cli.given_key"))
    return REFUSED if found.fault else DONE


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise NotValid("cert_cli.missing", path=str(path)) from None


def _keys(path: Path) -> list[dict[str, str]]:
    try:
        return list(json.loads(_text(path))["keys"])
    except (ValueError, KeyError, TypeError):
        raise NotValid("cert_cli.no_keys", path=str(path)) from None
