"""A run over all conversations: resumed where it was broken off, the same bytes whatever happened on the way.

The manifest has a line for each finished part, in their order. At the start, files it does not name are removed and those it
names are looked at; a part whose file is not what was written is done again."""

import hashlib
import json
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from dataclasses import asdict, dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from hengcai.autoscore.reading_input import Part, digest_of, files_in, parts_of
from hengcai.autoscore.rules.reading import rules_in
from hengcai.autoscore.scoring import Outcome, Place, Refused, Source, score_part
from hengcai.base.errors import NotValid

MANIFEST = "manifest.jsonl"
AHEAD = 4  # parts handed out before the first of them is back
ENGINES = ("local", "serial")


@dataclass
class Run:
    """What a run came to in all."""

    run: str
    folder: Path
    contacts: int = 0
    counts: dict[str, list[int]] = field(default_factory=dict)
    refused: list[Refused] = field(default_factory=list)


def run_rules(
    rules: Sequence[Path], source: Path, output: Path, *, zone: str, engine: str = "local", tell: Callable[[int], None]
) -> Run:
    """`tell` is called with how many conversations are done."""
    sources = [(path.name, path.read_text("utf-8")) for path in rules]
    items = _item_ids(sources)
    files = files_in(source)
    name = run_id(sources, files)
    place = Place(output / name, name, zone)
    place.folder.mkdir(parents=True, exist_ok=True)
    done = finished(place.folder)
    run, ids = Run(name, place.folder, counts={one: [0, 0, 0] for one in items}), set[bytes]()
    for outcome in _outcomes(sources, files, place, done, engine):
        _check_ids(outcome, ids)
        if outcome.number not in done:
            _note(place.folder, outcome)
        _add(run, outcome)
        tell(run.contacts)
    return run


def run_id(sources: Sequence[Source], files: list[Path]) -> str:
    """Of rules and input: the same again is the same run."""
    told = hashlib.sha256("\0".join(text for _name, text in sources).encode())
    told.update(digest_of(files).encode())
    return told.hexdigest()[:20]


def _item_ids(sources: Sequence[Source]) -> list[str]:
    ids: list[str] = []
    for name, text in sources:
        for item in rules_in(text, file=name).items:
            if item.id in ids:
                raise NotValid("autoscore.item_in_two_files", id=item.id, file=name)
            ids.append(item.id)
    return ids


def finished(folder: Path) -> dict[int, Outcome]:
    """Parts that are whole; what is not of them is removed, and the manifest written anew without it."""
    found = {one.number: one for one in _noted(folder)}
    whole = {number: one for number, one in found.items() if all(_is_whole(folder, file) for file in one.files)}
    named = {folder / file["path"] for one in whole.values() for file in one.files}
    for path in folder.rglob("part-*"):
        if path not in named:
            path.unlink()
    if len(whole) < len(found) or _has_more(folder, found):
        _write_manifest(folder, list(whole.values()))
    return whole


def _noted(folder: Path) -> Iterator[Outcome]:
    """A last line that was broken off is no line."""
    path = folder / MANIFEST
    for line in path.read_text("utf-8").splitlines() if path.exists() else ():
        try:
            told = json.loads(line)
        except ValueError:
            return
        refused = [Refused(**one) for one in told.pop("refused")]
        yield Outcome(**told, refused=refused)


def _has_more(folder: Path, found: dict[int, Outcome]) -> bool:
    path = folder / MANIFEST
    return path.exists() and len(path.read_text("utf-8").splitlines()) != len(found)


def _is_whole(folder: Path, file: dict[str, Any]) -> bool:
    path = folder / file["path"]
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == str(file["sha256"])


def _write_manifest(folder: Path, outcomes: list[Outcome]) -> None:
    working = folder / f"{MANIFEST}.tmp"
    working.write_text("".join(_line(one) for one in sorted(outcomes, key=lambda one: one.number)), "utf-8")
    working.replace(folder / MANIFEST)


def _line(outcome: Outcome) -> str:
    told = asdict(outcome)
    return json.dumps(told, ensure_ascii=False, default=str) + "\n"


def _note(folder: Path, outcome: Outcome) -> None:
    with (folder / MANIFEST).open("a", encoding="utf-8") as stream:
        stream.write(_line(outcome))
        stream.flush()
        os.fsync(stream.fileno())


def _outcomes(
    sources: Sequence[Source], files: list[Path], place: Place, done: dict[int, Outcome], engine: str
) -> Iterator[Outcome]:
    """In the order of the parts, a few of them at work at a time."""
    parts = parts_of(files)
    if engine == "serial":
        yield from (done.get(part.number) or score_part(sources, part, place) for part in parts)
        return
    with ProcessPoolExecutor(os.cpu_count() or 1, mp_context=get_context("spawn")) as pool:
        yield from _ahead(pool, sources, parts, place, done)


def _ahead(
    pool: Executor, sources: Sequence[Source], parts: Iterator[Part], place: Place, done: dict[int, Outcome]
) -> Iterator[Outcome]:
    waiting: deque[Outcome | Future[Outcome]] = deque()
    for part in parts:
        waiting.append(done.get(part.number) or pool.submit(score_part, sources, part, place))
        if len(waiting) > AHEAD * (os.cpu_count() or 1):
            yield _back(waiting.popleft())
    while waiting:
        yield _back(waiting.popleft())


def _back(one: "Outcome | Future[Outcome]") -> Outcome:
    return one if isinstance(one, Outcome) else one.result()


def _check_ids(outcome: Outcome, ids: set[bytes]) -> None:
    """A conversation comes once; kept as short digests, so that millions of them fit."""
    for name in outcome.ids:
        short = hashlib.blake2b(name.encode(), digest_size=12).digest()
        if short in ids:
            raise NotValid("autoscore.id_twice", id=name)
        ids.add(short)


def _add(run: Run, outcome: Outcome) -> None:
    run.contacts += outcome.contacts
    run.refused += outcome.refused
    for item, counts in outcome.counts.items():
        run.counts[item] = [a + b for a, b in zip(run.counts[item], counts, strict=True)]
