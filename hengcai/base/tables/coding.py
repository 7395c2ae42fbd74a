"""Cells of a block of text turned into codes, by their bytes: no object is made for a cell, and none sorted as text."""

import secrets
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from hengcai.base.tables.blocks import Codes, Texts

Places = npt.NDArray[np.int64]
Keys = npt.NDArray[np.uint64]
WORD = 8
LONGEST = 4096
_MASKS = np.array([(1 << 8 * n) - 1 for n in range(WORD + 1)], np.uint64)
_SLOTS = 16
_LINE_END = ord("\n")
# drawn anew in each process, so that no table can be made in which two texts are taken for one
_FIRST, _SECOND, _SLOT = (np.uint64(secrets.randbits(64) | 1) for _ in range(3))


class UnusualError(Exception):
    """Left to the row reader."""


class Coder:
    """Takes one column block by block; equal cells get one code, in the order of their first rows."""

    def __init__(self) -> None:
        self._keys: Keys = np.empty(0, np.uint64)
        self._checks: Keys = np.empty(0, np.uint64)
        self._codes: Codes = np.empty(0, np.int32)
        self._texts: list[bytes] = []
        self._rows: list[Codes] = []

    def add(self, block: bytes, starts: Places, lengths: Places) -> None:
        """`block` ends with a word's bytes that belong to no cell."""
        keys, checks = _keys(block, starts, lengths)
        rows, group = _grouped(keys)
        if (checks != checks[rows][group]).any():
            raise UnusualError
        codes = self._coded(keys[rows], checks[rows], rows)
        fresh = np.flatnonzero(codes >= self._codes.size)
        self._learn(keys[rows], checks[rows], codes)
        if fresh.size:
            new = rows[fresh[np.argsort(codes[fresh])]]
            self._texts.append(_cut(block, starts[new], lengths[new]))
        self._rows.append(codes[group])

    def finished(self) -> tuple[Codes, Sequence[str]]:
        codes = np.concatenate(self._rows) if self._rows else np.empty(0, np.int32)
        joined = b"".join(self._texts)[:-1].decode()
        return codes, Texts(joined) if self._texts else []

    def _coded(self, keys: Keys, checks: Keys, rows: Places) -> Codes:
        """The code of each key, known from earlier blocks or new."""
        codes = np.full(keys.size, -1, np.int32)
        if self._keys.size:
            place = np.minimum(np.searchsorted(self._keys, keys), self._keys.size - 1)
            known = self._keys[place] == keys
            if (self._checks[place] != checks)[known].any():
                raise UnusualError
            codes[known] = self._codes[place[known]]
        new = np.flatnonzero(codes < 0)
        codes[new[np.argsort(rows[new])]] = self._codes.size + np.arange(new.size, dtype=np.int32)
        return codes

    def _learn(self, keys: Keys, checks: Keys, codes: Codes) -> None:
        """The keys known stay sorted."""
        new = np.flatnonzero(codes >= self._codes.size)
        new = new[np.argsort(keys[new])]
        place = np.searchsorted(self._keys, keys[new])
        self._keys = np.insert(self._keys, place, keys[new])
        self._checks = np.insert(self._checks, place, checks[new])
        self._codes = np.insert(self._codes, place, codes[new])


def _keys(block: bytes, starts: Places, lengths: Places) -> tuple[Keys, Keys]:
    """Two numbers for each cell. Up to eight bytes they are those bytes; beyond, two different digests of them."""
    longest = int(lengths.max())
    if longest > LONGEST:
        raise UnusualError
    words = np.ndarray((len(block) - WORD + 1,), np.uint64, block, strides=(1,))
    keys = words[starts] & _MASKS[np.minimum(lengths, WORD)]
    checks = keys * _SECOND
    for at in range(WORD, longest, WORD):
        rows = np.flatnonzero(lengths > at)
        word = words[starts[rows] + at] & _MASKS[np.minimum(lengths[rows] - at, WORD)]
        keys[rows] = _mixed(keys[rows], word, _FIRST)
        checks[rows] = _mixed(checks[rows], word, _SECOND)
    return keys, checks


def _mixed(keys: Keys, word: Keys, by: np.uint64) -> Keys:
    found = (keys ^ (keys >> np.uint64(29))) * by + word
    return (found ^ (found >> np.uint64(32))) * by


def _grouped(keys: Keys) -> tuple[Places, Places]:
    """The first row of each different key, and which of them every row has."""
    slot = (keys * _SLOT >> np.uint64(64 - _SLOTS)).astype(np.int64)
    first = np.full(1 << _SLOTS, -1, np.int64)
    first[slot[::-1]] = np.arange(keys.size - 1, -1, -1)
    if (keys[first[slot]] == keys).all():
        there = np.flatnonzero(first >= 0)
        place = np.empty(first.size, np.int64)
        place[there] = np.arange(there.size)
        return first[there], place[slot]
    order = np.argsort(keys)
    ordered = keys[order]
    begins = np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1])))
    group = np.empty(keys.size, np.int64)
    group[order] = np.repeat(np.arange(begins.size), np.diff(begins, append=keys.size))
    return np.minimum.reduceat(order, begins), group


def _cut(block: bytes, starts: Places, lengths: Places) -> bytes:
    """The cells one after another, each with a line end."""
    ends = np.cumsum(lengths + 1)
    signs = np.frombuffer(block, np.uint8)[np.repeat(starts - (ends - lengths - 1), lengths + 1) + np.arange(ends[-1])]
    signs[ends - 1] = _LINE_END
    return bytes(signs)
