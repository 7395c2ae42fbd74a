"""How a record is written so that anybody can recompute its hash, and how one is judged. Described in docs, use/archive.md.

A record is one line of canonical JSON: keys sorted, no spaces, UTF-8, numbers that decide as text. `content` holds ids, days
and figures; of every personal text it holds SHA-256(salt + canonical JSON) only. The texts and their salts stand beside it in
`values`; one that was erased is null. `sha256` is that of the canonical `content`.
"""

import hashlib
import json
import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

FORMAT, VERSION = "hengcai-record", 1
BATCH = "hengcai-archive"
KEYS = {"content", "sha256", "values"}
Values = Mapping[str, Mapping[str, Any] | None]


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def canonical(value: Any) -> bytes:
    return _ENCODER.encode(value).encode(errors="surrogatepass")


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def digest(salt: str, value: Any) -> str:
    """So that a short text, or a level of five, cannot be guessed from it."""
    return sha256(salt.encode() + canonical(value))


def salted(value: Any) -> dict[str, Any]:
    return {"salt": secrets.token_hex(16), "value": value}


@dataclass(frozen=True)
class Sealed:
    content: str
    digest: str
    values: Values


def sealed(facts: Mapping[str, Any], values: Mapping[str, Any]) -> Sealed:
    """`facts`: what stands in the clear; `values`: personal texts by name."""
    kept = {name: salted(value) for name, value in values.items()}
    texts = {name: digest(one["salt"], one["value"]) for name, one in kept.items()}
    written = canonical({"format": FORMAT, "version": VERSION, **facts, "texts": texts})
    return Sealed(written.decode(errors="surrogatepass"), sha256(written), kept)


def line_of(content: str, hashed: str, values: Values) -> bytes:
    """As it stands in a file, without the end of the line. `content` is canonical as it was sealed."""
    return b"".join((
        b'{"content":', content.encode(errors="surrogatepass"), b',"sha256":', canonical(hashed), b',"values":',
        canonical(values), b"}",
    ))  # fmt: skip


def withheld(values: Values, names: Sequence[str]) -> Values:
    """For a copy in which some texts are left out; it can be verified like one in which they were erased."""
    return {name: None if name in names else one for name, one in values.items()}


def head_of(digests: Sequence[str]) -> str:
    """Of a batch: SHA-256 of its records' digests in their order, one a line."""
    return sha256("".join(f"{one}\n" for one in digests).encode())


def batch_line(facts: Mapping[str, Any], digests: Sequence[str]) -> bytes:
    """The last line of a file of several records."""
    batch = {"format": BATCH, "version": VERSION, **facts, "count": len(digests), "records": list(digests)}
    return canonical({"batch": batch, "sha256": sha256(canonical(batch))})


@dataclass(frozen=True)
class Fault:
    """`code` is told in words; `line` counts from 1."""

    code: str
    line: int = 1
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Judged:
    """One record: whose id and hash, which of its texts are not there any more, what does not match."""

    digest: str
    record: Any
    erased: Sequence[str]
    faults: Sequence[Fault]


def judged(line: bytes, number: int = 1) -> Judged:
    """One line without its end."""
    read = read_line(line)
    if not _is_record(read):
        return Judged("", None, (), (Fault("unreadable", number),))
    content, values = read["content"], read["values"]
    faults = [Fault(code, number, facts) for code, facts in _differing(read, line)]
    record = content.get("record")
    erased = sorted(name for name, one in values.items() if one is None)
    return Judged(read["sha256"], record.get("id") if isinstance(record, dict) else None, erased, faults)


def _differing(read: Mapping[str, Any], line: bytes) -> Iterator[tuple[str, dict[str, Any]]]:
    content, values = read["content"], read["values"]
    if canonical(read) != line:
        yield "form", {}
    if (content.get("format"), content.get("version")) != (FORMAT, VERSION):
        yield "version", {}
    if sha256(canonical(content)) != read["sha256"]:
        yield "content", {}
    if set(values) != set(content["texts"]):
        yield "names", {}
    for name in sorted(set(values) & set(content["texts"])):
        if values[name] is not None and not _matches(values[name], content["texts"][name]):
            yield "text", {"name": name}


def _matches(kept: Any, wanted: Any) -> bool:
    is_kept = isinstance(kept, dict) and set(kept) == {"salt", "value"} and isinstance(kept["salt"], str)
    return is_kept and digest(kept["salt"], kept["value"]) == wanted


def _is_record(read: Any) -> bool:
    if not isinstance(read, dict) or set(read) != KEYS or not isinstance(read["values"], dict):
        return False
    content = read["content"]
    return isinstance(content, dict) and isinstance(content.get("texts"), dict)


def read_line(line: bytes) -> Any:
    """None where it is no JSON that we wrote; a number that is none (NaN) neither."""
    try:
        return json.loads(line.decode(), parse_constant=_refused)
    except (ValueError, RecursionError):
        return None


def _refused(_text: str) -> None:
    raise ValueError
