"""What changed between two versions of anything that can be laid out in rows with named fields."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

ADDED, REMOVED, CHANGED, MOVED = "added", "removed", "changed", "moved"
SAME, GONE, NEW = "same", "gone", "new"
PIECES = re.compile(r"[A-Za-z0-9']+|\s+|.", re.DOTALL)
NUMBER = re.compile(r"[0-9.]+")  # half a number is none
Key = tuple[str, str]
LONGEST_COMPARED = 4000  # beyond, a text is shown whole before and after


@dataclass(frozen=True)
class Line:
    """One row: its kind and key say which row of the other version it is; fields hold only what is set."""

    kind: str
    key: str
    name: object
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class FieldChange:
    name: str
    before: str
    after: str

    @property
    def pieces(self) -> list[tuple[str, str]]:
        """(same, gone or new, text) in reading order."""
        return list(_pieces(self.before, self.after))


@dataclass(frozen=True)
class Difference:
    what: str
    kind: str
    name: object
    changes: tuple[FieldChange, ...] = ()


def differences(before: Sequence[Line], after: Sequence[Line]) -> list[Difference]:
    """In the later version's order; rows that are gone stand where they were."""
    old = {(line.kind, line.key): line for line in before}
    new = {(line.kind, line.key): line for line in after}
    moved = {key for kind in dict.fromkeys(line.kind for line in before) for key in _moved(kind, old, new)}
    gone = _gone_after(list(old), set(new))
    found = [_of_removed(old[key]) for key in gone.get(None, ())]
    for key, line in new.items():
        found += [_of_added(line)] if key not in old else _of_kept(old[key], line, is_moved=key in moved)
        found += [_of_removed(old[one]) for one in gone.get(key, ())]
    return found


def _of_removed(line: Line) -> Difference:
    return Difference(REMOVED, line.kind, line.name)


def _of_added(line: Line) -> Difference:
    return Difference(ADDED, line.kind, line.name, tuple(FieldChange(n, "", text) for n, text in line.fields.items()))


def _of_kept(old: Line, new: Line, *, is_moved: bool) -> list[Difference]:
    names = dict.fromkeys([*old.fields, *new.fields])
    pairs = [(name, old.fields.get(name, ""), new.fields.get(name, "")) for name in names]
    changes = tuple(FieldChange(*pair) for pair in pairs if pair[1] != pair[2])
    if not changes and not is_moved:
        return []
    return [Difference(CHANGED if changes else MOVED, new.kind, new.name, changes)]


def _gone_after(old: list[Key], new: set[Key]) -> dict[Key | None, list[Key]]:
    """The last row still there → the rows gone right behind it."""
    found: dict[Key | None, list[Key]] = {}
    last: Key | None = None
    for key in old:
        if key in new:
            last = key
        else:
            found.setdefault(last, []).append(key)
    return found


def _moved(kind: str, old: Mapping[Key, Line], new: Mapping[Key, Line]) -> set[Key]:
    """Of one kind, the fewest rows whose moving explains the order: all outside a longest run that kept it."""
    place = {key: at for at, key in enumerate(old)}
    kept = [key for key in new if key in old and key[0] == kind]
    ends: list[int] = []
    runs: list[list[Key]] = []
    for key in kept:
        at = bisect_left(ends, place[key])
        run: list[Key] = [*(runs[at - 1] if at else []), key]
        ends[at : at + 1], runs[at : at + 1] = [place[key]], [run]
    return set(kept) - set(runs[-1] if runs else [])


def _pieces(before: str, after: str) -> Iterator[tuple[str, str]]:
    is_whole = NUMBER.fullmatch(before) or max(len(before), len(after)) > LONGEST_COMPARED
    if not before or not after or is_whole:
        yield from ((what, text) for what, text in ((GONE, before), (NEW, after)) if text)
        return
    old, new = PIECES.findall(before), PIECES.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < 0.4:  # little in common: two texts read better than shreds of both
        yield from ((GONE, before), (NEW, after))
        return
    for what, i, j, k, m in matcher.get_opcodes():
        if what == "equal":
            yield SAME, "".join(old[i:j])
            continue
        yield from ((sort, text) for sort, text in ((GONE, "".join(old[i:j])), (NEW, "".join(new[k:m]))) if text)
