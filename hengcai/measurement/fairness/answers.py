"""Answers of persons to items, each person in one group: what differential item functioning is looked for in."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from hengcai.measurement.columns import Codes, Column, Floats, check_lengths, codes, compact, numbers
from hengcai.measurement.errors import NotATable, OutOfRange, TooLittleData


@dataclass(frozen=True)
class AnswerColumns:
    """A long table: one row for each answer; `total` is the score on which persons are matched, if it is given."""

    group: Column
    person: Column
    item: Column
    score: Column
    total: Column | None = None


@dataclass(frozen=True)
class Answers:
    """Coded rows, at most one for each person and item; group and given total by person."""

    person: Codes
    item: Codes
    score: Floats
    group: Codes
    total: Floats | None
    groups: tuple[object, ...]
    items: tuple[object, ...]
    cautions: tuple[str, ...]

    @property
    def n_persons(self) -> int:
        return int(self.group.size)

    def group_code(self, wanted: object | None) -> int:
        return group_place(self.group, self.groups, wanted)


def answers_of(columns: AnswerColumns, *, averaged: bool = False) -> Answers:
    """Coded and checked; answers left empty do not count. A repeated answer is refused, or averaged when asked for."""
    given, score = _given(columns)
    person, _ = kept_codes(columns.person, given)
    item, items = kept_codes(columns.item, given)
    group, groups = group_of_persons(columns.group, person, given)
    total = None if columns.total is None else _total_of_persons(columns.total, person, given)
    cautions: tuple[str, ...] = ()
    cell = person * len(items) + item
    if np.bincount(cell).max() > 1:
        if not averaged:
            raise NotATable("impact.answer_repeated", column="item", position=_repeat(cell, given))
        cell, score, cautions = *_averaged(cell, score), ("answers_averaged",)
        person, item = cell // len(items), cell % len(items)
    return Answers(person, item, score, group, total, groups, items, cautions)


def group_place(group: Codes, groups: tuple[object, ...], wanted: object | None) -> int:
    """The group named, or the one with most persons; of several the first by name, whatever the order of rows."""
    if wanted is None:
        sizes = np.bincount(group, minlength=len(groups))
        return min(range(len(groups)), key=lambda place: (-sizes[place], str(groups[place])))
    if wanted not in groups:
        raise OutOfRange("impact.unknown_reference", reference=wanted, groups=list(groups))
    return groups.index(wanted)


def _given(columns: AnswerColumns) -> tuple[Codes, Floats]:
    """Rows that hold an answer."""
    others = {} if columns.total is None else {"total": columns.total}
    check_lengths(group=columns.group, person=columns.person, item=columns.item, score=columns.score, **others)
    score = numbers(columns.score, name="score")
    given = np.flatnonzero(~np.isnan(score))
    if not given.size:
        raise TooLittleData("ratings.none", n=0)
    return given, score[given]


def kept_codes(column: Column, given: Codes) -> tuple[Codes, tuple[object, ...]]:
    """Codes of the given rows, and the labels that occur there."""
    coded, names = codes(column)
    if given.size == coded.size:
        return coded, tuple(names)
    return compact(coded[given])[0], tuple(names[code] for code in np.unique(coded[given]))


def group_of_persons(column: Column, person: Codes, given: Codes) -> tuple[Codes, tuple[object, ...]]:
    """One group for each person, and the groups that occur."""
    group, groups = kept_codes(column, given)
    if len(groups) < 2:
        raise TooLittleData("impact.one_group", groups=list(groups), needed=2)
    of_person = group[_first_rows(person)]
    _refuse_two(of_person[person] != group, given, code="impact.person_in_two_groups", column="group")
    return of_person, groups


def _total_of_persons(column: Column, person: Codes, given: Codes) -> Floats:
    """NaN for a person whose total is left empty."""
    total = numbers(column, name="total")[given]
    of_person = total[_first_rows(person)]
    same = (of_person[person] == total) | (np.isnan(of_person[person]) & np.isnan(total))
    _refuse_two(~same, given, code="impact.two_totals", column="total")
    return of_person


def _first_rows(person: Codes) -> Codes:
    """The first row of each person."""
    found = np.empty(int(person.max()) + 1, np.int64)
    found[person[::-1]] = np.arange(person.size)[::-1]
    return found


def _refuse_two(differs: npt.NDArray[np.bool_], given: Codes, *, code: str, column: str) -> None:
    places = np.flatnonzero(differs)
    if places.size:
        raise NotATable(code, column=column, position=int(given[places[0]]))


def _repeat(cell: Codes, given: Codes) -> int:
    """The first row that repeats another."""
    order = np.argsort(cell, kind="stable")
    return int(given[order[1:][np.diff(cell[order]) == 0].min()])


def _averaged(cell: Codes, score: Floats) -> tuple[Codes, Floats]:
    """Cells that occur, in order, with their mean scores; rounded, so that equal means are one score."""
    distinct, place = np.unique(cell, return_inverse=True)
    mean = np.bincount(place.ravel(), weights=score) / np.bincount(place.ravel())
    return distinct, np.round(mean, 9)
