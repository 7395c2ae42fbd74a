"""One person's rows of a file laid over what is known of them; applied together or not at all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from hengcai.base.errors import NotValid
from hengcai.people.rules.history import Episode, Span, Stand, check_episodes, check_stands, spans
from hengcai.people.rules.rows import FileRow

TeamKey = tuple[str, str]
"""Site and team by name."""

COLUMN_OF = {
    "people.left_before_hired": "left_on",
    "people.still_employed": "hired_on",
    "people.hired_before_left": "hired_on",
}


@dataclass(frozen=True, slots=True)
class Employed:
    """One employment; `was` is its first day as stored, None when it is new."""

    hired_on: date
    left_on: date | None = None
    left_reason: str = ""
    was: date | None = None

    @property
    def episode(self) -> Episode:
        return Episode(self.hired_on, self.left_on)


@dataclass(slots=True)
class Known:
    """A person as far as stored; teams by site and name, posts by code, leads by number."""

    number: str
    name: str = ""
    email: str = ""
    language: str = ""
    employments: dict[date, Employed] = field(default_factory=dict)
    stands: dict[date, Stand] = field(default_factory=dict)
    is_new: bool = False

    @property
    def episodes(self) -> list[Episode]:
        return [employed.episode for employed in self.employments.values()]

    @property
    def history(self) -> list[Span]:
        return spans(self.stands.values(), self.episodes)

    def copy(self) -> "Known":
        return replace(self, employments=dict(self.employments), stands=dict(self.stands))


@dataclass(slots=True)
class Merge:
    """A person with rows laid over them, and which row did what."""

    person: Known
    is_update: bool
    added: list[FileRow] = field(default_factory=list)
    updated: list[FileRow] = field(default_factory=list)
    passed_over: list[FileRow] = field(default_factory=list)
    since_of: dict[int, date] = field(default_factory=dict)
    _said: dict[tuple[str, date | None], tuple[object, int]] = field(default_factory=dict)
    _by_row: dict[date, int] = field(default_factory=dict)

    @property
    def changed(self) -> list[FileRow]:
        return [*self.added, *self.updated]

    def lay(self, row: FileRow, team: TeamKey | None, post: str | None) -> None:
        """Refuses with the column at fault; the person is then given up as a whole."""
        stand = Stand(row.hired_on, team, post, row.lead or None)
        since = self._since(row, stand)
        stand = replace(stand, since=since)
        self.since_of[row.number] = since
        self._check_said(row)
        here = self.person.stands.get(since) or self._nowhere(stand)
        _check_place(row, here, stand)
        if here is None:
            self._add(row, stand)
        else:
            self._compare(row, here, stand)

    def _nowhere(self, stand: Stand) -> Stand | None:
        """Who is employed and was never placed stands nowhere: a row that says so is not news."""
        employed = self.person.employments.get(stand.since)
        if stand != Stand(stand.since) or employed is None:
            return None
        return None if any(map(employed.episode.holds, self.person.stands)) else stand

    def check(self) -> None:
        """The whole history must hold once all rows are in."""
        check_episodes(self.person.episodes)
        check_stands(self.person.stands.values(), self.person.episodes)

    def blamed(self, refusal: NotValid) -> tuple[FileRow, str]:
        """The changed row a refusal of `check` is about, and its column."""
        facts = refusal.facts
        for row in self.changed:
            if facts.get("since") == self.since_of[row.number] or facts.get("hired_on") == row.hired_on:
                return row, COLUMN_OF.get(refusal.code, "since")
        return self.changed[-1], COLUMN_OF.get(refusal.code, "since")

    def _since(self, row: FileRow, stand: Stand) -> date:
        """A row without `since` is the first of its employment, or says what holds already."""
        if row.since is not None:
            return row.since
        episode = next((one for one in self.person.episodes if one.hired_on == row.hired_on), None)
        there = sorted(since for since in self.person.stands if episode and episode.holds(since))
        if not there or (row.hired_on in self.person.stands and _same(self.person.stands[row.hired_on], stand)):
            return row.hired_on
        if _same(self.person.stands[there[-1]], stand):
            return there[-1]
        raise NotValid("people.since_missing", column="since")

    def _check_said(self, row: FileRow) -> None:
        """Two rows of one file must agree on the person and on each employment."""
        for column, episode, value in _facts(row):
            earlier, number = self._said.setdefault((column, episode), (value, row.number))
            if earlier != value:
                raise NotValid("people.rows_disagree", column=column, other=number, known=str(earlier))

    def _add(self, row: FileRow, stand: Stand) -> None:
        different = [] if self.person.is_new else self._contradicted(row)
        if different and not self.is_update:
            self._refuse(different[0])
        self._take(row, stand)
        self._by_row[stand.since] = row.number
        self.added.append(row)

    def _compare(self, row: FileRow, here: Stand, stand: Stand) -> None:
        different = [*_stand_differences(here, stand), *self._differences(row)]
        if not different:
            self.passed_over.append(row)
            return
        if stand.since in self._by_row:
            raise NotValid("people.row_twice", column=different[0][0], other=self._by_row[stand.since])
        if not self.is_update:
            self._refuse(different[0])
        self._correct_hiring(row, stand.since)
        self._take(row, replace(stand, lead=stand.lead or here.lead))
        self._by_row[stand.since] = row.number
        self.updated.append(row)

    def _refuse(self, difference: tuple[str, object]) -> None:
        column, known = difference
        raise NotValid("people.content_differs", column=column, known="" if known is None else str(known))

    def _differences(self, row: FileRow) -> list[tuple[str, object]]:
        """Columns that say something else than is stored, with what is stored."""
        if row.hired_on in self.person.employments:
            return [(column, known) for column, known, said in self._pairs(row) if said and said != known]
        days = ", ".join(map(str, sorted(self.person.employments)))
        return [*self._contradicted(row), ("hired_on", days)]

    def _contradicted(self, row: FileRow) -> list[tuple[str, object]]:
        """Differences other than a blank being filled."""
        return [(column, known) for column, known, said in self._pairs(row) if said and known and said != known]

    def _pairs(self, row: FileRow) -> list[tuple[str, object, object]]:
        person = self.person
        employed = person.employments.get(row.hired_on, Employed(row.hired_on))
        return [
            ("name", person.name, row.name),
            ("email", person.email, row.email),
            ("language", person.language, row.language),
            ("left_on", employed.left_on, row.left_on),
            ("left_reason", employed.left_reason, row.left_reason),
        ]

    def _correct_hiring(self, row: FileRow, since: date) -> None:
        """An update of a stored row may move the first day of the employment it lies in."""
        if row.hired_on in self.person.employments:
            return
        employments = self.person.employments
        inside = next((day for day, one in employments.items() if one.episode.holds(since)), None)
        if inside is not None:
            employments[row.hired_on] = replace(employments.pop(inside), hired_on=row.hired_on)

    def _take(self, row: FileRow, stand: Stand) -> None:
        person = self.person
        person.name = row.name
        person.email = row.email or person.email
        person.language = row.language or person.language
        employed = person.employments.get(row.hired_on, Employed(row.hired_on))
        left_on, reason = row.left_on or employed.left_on, row.left_reason or employed.left_reason
        person.employments[row.hired_on] = replace(employed, left_on=left_on, left_reason=reason)
        person.stands[stand.since] = stand


def _facts(row: FileRow) -> list[tuple[str, date | None, object]]:
    facts = [("name", None, row.name), ("email", None, row.email), ("language", None, row.language),
             ("left_on", row.hired_on, row.left_on), ("left_reason", row.hired_on, row.left_reason)]  # fmt: skip
    return [(column, episode, value) for column, episode, value in facts if value]


def _check_place(row: FileRow, here: Stand | None, said: Stand) -> None:
    """A post without a team, or a team without a post, is taken for a slip unless it is what is stored."""
    if bool(row.team) != bool(row.post) and not (here and _same(here, said)):
        raise NotValid("table.value_missing", column="post" if row.team else "team")


def _same(here: Stand, said: Stand) -> bool:
    return not _stand_differences(here, said)


def _stand_differences(here: Stand, said: Stand) -> list[tuple[str, object]]:
    """A blank lead says nothing about the lead."""
    found: list[tuple[str, object]] = []
    if here.team != said.team:
        found.append(("team", here.team[1] if isinstance(here.team, tuple) else ""))
    if here.post != said.post:
        found.append(("post", here.post))
    if said.lead is not None and here.lead != said.lead:
        found.append(("lead", here.lead))
    return found


def by_person(rows: Sequence[FileRow]) -> Mapping[str, list[FileRow]]:
    """Each person's rows in the order of their days."""
    found: dict[str, list[FileRow]] = {}
    for row in sorted(rows, key=lambda one: one.order):
        found.setdefault(row.id, []).append(row)
    return found
