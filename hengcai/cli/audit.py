"""`hengcai audit verify` walks the chain; `hengcai audit head` prints what one keeps elsewhere."""

import argparse
import json
from pathlib import Path
from typing import Any

from hengcai.base.errors import NotValid
from hengcai.cli import archive_words, site_words  # noqa: F401 - their sentences register themselves
from hengcai.cli.appraise_output import told
from hengcai.cli.prepare import prepared


def add_parser(commands: Any) -> None:
    audit = commands.add_parser("audit", help=told("site.audit"), epilog="hengcai audit verify --head head.json")
    verbs = audit.add_subparsers(dest="verb", metavar="verify|head", required=True)
    verify = verbs.add_parser("verify", help=told("site.verify"), epilog="hengcai audit verify")
    verify.add_argument("--head", help=told("site.head_file"))
    verify.add_argument("--json", metavar="-", choices=["-"], help=told("site.json"))
    verify.set_defaults(run=run_verify)
    head = verbs.add_parser("head", help=told("site.head"), epilog="hengcai audit head > head.json")
    head.set_defaults(run=run_head)


def run_head(_chosen: argparse.Namespace) -> int:
    prepared()
    from hengcai.audit.heads import SAVED
    from hengcai.audit.models import Head
    from hengcai.audit.queries import head
    from hengcai.cli.rows import noted

    noted(SAVED, Head(pk=1))
    number, digest = head()
    print(json.dumps({"number": number, "hash": digest}))
    return 0


def run_verify(chosen: argparse.Namespace) -> int:
    prepared()
    from hengcai.audit import queries
    from hengcai.records.queries.archives import archive_faults

    faults = queries.verify(_read_head(chosen.head) if chosen.head else None)
    archive = [vars(fault) for fault in archive_faults()]
    kept = len(queries.heads_elsewhere()) + bool(chosen.head)
    number, digest = queries.head()
    facts = {
        "entries": number,
        "head": digest,
        "kept_heads": kept,
        "faults": [{"number": fault.number, "code": fault.code} for fault in faults],
        "archive_faults": archive,
        "erased": [{"number": number, "by": by} for number, by in queries.erasures()],
    }
    _print(facts, as_json=bool(chosen.json))
    return 1 if faults or archive else 0


def _print(facts: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(facts))
        return
    for one in facts["erased"]:
        print(told("audit.erased", **one))
    for fault in facts["faults"]:
        print(
            told("audit.fault", number=fault["number"], fault=fault["code"], told=told(f"audit.fault.{fault['code']}"))
        )
    for one in facts["archive_faults"]:
        said = told(f"archive.fault.{one['code']}")
        print(told("archive_cli.fault", path=one["file"], row_number=one["line"], told=said))
    print(told("audit.sum", entries=facts["entries"], faults=len(facts["faults"]), head=facts["head"]))
    print(told("audit.held_against", heads=facts["kept_heads"]) if facts["kept_heads"] else told("audit.none_kept"))
    if facts["faults"] or facts["archive_faults"]:
        print(told("audit.look"))


def _read_head(name: str) -> tuple[int, str]:
    from hengcai.audit.heads import head_read

    try:
        return head_read(json.loads(Path(name).read_text("utf-8")))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise NotValid("audit.head_unreadable", file=name) from error
