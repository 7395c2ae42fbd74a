"""What `hengcai archive export` writes: one file of many records, or a folder with one file each and their list."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hengcai.base.errors import NotNow
from hengcai.cli.appraise_output import told
from hengcai.cli.program import DONE
from hengcai.cli.rows import noted
from hengcai.records.rules.manifests import MANIFEST, manifest
from hengcai.records.rules.sealing import batch_line, line_of, sha256

LANGUAGES = {"zh": "zh-hans", "en": "en"}


def export(chosen: argparse.Namespace) -> int:
    from hengcai.records.models import Record
    from hengcai.records.queries.archives import seals_to_export

    seals = list(seals_to_export(cycle=chosen.cycle, person=chosen.agent))
    if not seals:
        raise NotNow("archive_cli.nothing")
    noted("export_archive", Record(), cycle=chosen.cycle, agent=chosen.agent, records=len(seals))
    if chosen.to.suffix.lower() == ".jsonl":
        _one_file(chosen.to, seals, chosen)
    else:
        _folder(chosen.to, seals, chosen)
    facts = {"file": str(chosen.to), "records": len(seals)}
    print(
        json.dumps(facts, ensure_ascii=False)
        if chosen.json
        else told("archive_cli.exported", path=chosen.to, records=len(seals))
    )
    return DONE


def _one_file(to: Path, seals: list[Any], chosen: argparse.Namespace) -> None:
    last = batch_line({"cycle": chosen.cycle, "agent": chosen.agent}, [one.digest for one in seals])
    lines = [*(line_of(one.content, one.digest, one.values) for one in seals), last]
    to.write_bytes(b"".join(line + b"\n" for line in lines))


def _folder(to: Path, seals: list[Any], chosen: argparse.Namespace) -> None:
    to.mkdir(parents=True, exist_ok=True)
    files = [one for seal in seals for one in _files(to, seal, chosen)]
    (to / MANIFEST).write_bytes(manifest(files))


def _files(to: Path, seal: Any, chosen: argparse.Namespace) -> Iterator[dict[str, Any]]:
    """Named by the cycle and the record's number: a name or a staff number would outlive their erasure."""
    name = f"{seal.record.cycle.code}-{seal.record_id}"
    (to / f"{name}.json").write_bytes(line_of(seal.content, seal.digest, seal.values) + b"\n")
    yield {"file": f"{name}.json", "record": seal.digest}
    if chosen.pdf:
        data = _pdf(seal.record_id, LANGUAGES[chosen.language])
        (to / f"{name}.pdf").write_bytes(data)
        yield {"file": f"{name}.pdf", "record": seal.digest, "sha256": sha256(data)}


def _pdf(record: int, language: str) -> bytes:
    from django.utils.timezone import localdate

    from hengcai.accounts.models import system_user
    from hengcai.insight.forms import form_of
    from hengcai.paper.forms.form import Choice
    from hengcai.paper.pdf import as_pdf
    from hengcai.records.papers.confirmation import FORM

    choice = Choice({"record": record})
    return as_pdf(form_of(FORM, choice, user=system_user(), language=language, today=localdate()).paper)
