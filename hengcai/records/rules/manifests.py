"""The list beside exported files: which file holds which record, and the hash of every PDF."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from hengcai.records.rules.sealing import BATCH, VERSION, Fault, canonical, sha256
from hengcai.records.rules.verifying import Told, verified

MANIFEST = "manifest.json"
Read = Callable[[str], bytes | None]


def manifest(files: Sequence[Mapping[str, Any]]) -> bytes:
    """Each: `file`, `record` (the hash of the record it holds or shows), and of a PDF `sha256` of its bytes."""
    body = {"format": BATCH, "version": VERSION, "files": list(files)}
    return canonical({"manifest": body, "sha256": sha256(canonical(body))}) + b"\n"


def manifest_faults(data: bytes, *, read: Read, only: str = "") -> Told:
    """Every file that is listed, or the one named."""
    files = _files(data)
    if files is None:
        return Told(0, 0, "", [Fault("manifest", 0)])
    listed = [one for one in files if not only or one["file"] == only]
    if not listed:
        return Told(0, 0, "", [Fault("not_listed", 0, {"file": only})])
    found = [_judged(one, read(one["file"])) for one in listed]
    faults = [fault for _records, _erased, some in found for fault in some]
    return Told(sum(one[0] for one in found), sum(one[1] for one in found), "", faults)


def _judged(one: Mapping[str, Any], data: bytes | None) -> tuple[int, int, list[Fault]]:
    name = {"file": one["file"]}
    if data is None:
        return 0, 0, [Fault("file_gone", 0, name)]
    if "sha256" in one:
        return 0, 0, [] if sha256(data) == one["sha256"] else [Fault("pdf", 0, name)]
    told = verified(data, is_batch=False)
    faults = [Fault(fault.code, fault.line, {**fault.facts, **name}) for fault in told.faults]
    if not faults and json.loads(data)["sha256"] != one["record"]:
        faults.append(Fault("foreign_head", 0, name))
    return told.records, told.erased, faults


def _files(data: bytes) -> list[dict[str, Any]] | None:
    try:
        read = json.loads(data.decode())
        body, hashed = read["manifest"], read["sha256"]
        is_right = canonical(read) + b"\n" == data and sha256(canonical(body)) == hashed
        return list(_named(body["files"])) if is_right else None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _named(files: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """A name with a folder in it would read elsewhere."""
    for one in files:
        if "/" in one["file"] or "\\" in one["file"]:
            raise ValueError(one["file"])
        yield one
