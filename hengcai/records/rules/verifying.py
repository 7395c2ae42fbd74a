"""Whole files of the archive: one record, or many with the line that lists them all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hengcai.records.rules.sealing import BATCH, VERSION, Fault, canonical, head_of, judged, read_line, sha256


@dataclass(frozen=True)
class Told:
    """What a file turned out to hold. `head` is empty where its last line lists nothing."""

    records: int
    erased: int
    head: str
    faults: Sequence[Fault]


@dataclass(frozen=True, kw_only=True)
class Found:
    """What one file of the archive turned out to be; `is_file` not where the log alone knows of it."""

    is_file: bool = True
    records: int = 0
    erased: int = 0
    faults: Sequence[Mapping[str, Any]]


def verified(data: bytes, *, is_batch: bool) -> Told:
    """`is_batch`: the file holds many, so that the line that lists them must be there."""
    lines = data.split(b"\n")
    if lines.pop() != b"" or not lines:
        return Told(0, 0, "", (Fault("cut_off", max(len(lines), 1)),))
    batch = _batch(lines[-1])
    records = lines[:-1] if batch is not None else lines
    found = [judged(line, number) for number, line in enumerate(records, start=1)]
    faults = [fault for one in found for fault in one.faults]
    digests = [one.digest for one in found]
    if batch is not None:
        faults += _listed(batch, digests, lines[-1], len(lines))
    elif is_batch or len(records) > 1:
        faults.append(Fault("no_list", len(lines)))
    erased = sum(bool(one.erased) for one in found)
    return Told(len(found), erased, head_of(digests) if batch is not None else "", faults)


def _batch(line: bytes) -> Any:
    read = read_line(line)
    return read if isinstance(read, dict) and set(read) == {"batch", "sha256"} else None


def _listed(read: Any, digests: Sequence[str], line: bytes, number: int) -> Iterator[Fault]:
    batch = read["batch"]
    if canonical(read) != line:
        yield Fault("form", number)
    if not isinstance(batch, dict) or (batch.get("format"), batch.get("version")) != (BATCH, VERSION):
        yield Fault("version", number)
        return
    if sha256(canonical(batch)) != read["sha256"]:
        yield Fault("content", number)
    if batch.get("records") != list(digests) or batch.get("count") != len(digests):
        yield Fault("list", number, {"listed": batch.get("count"), "found": len(digests)})
