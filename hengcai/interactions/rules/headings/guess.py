"""Which of our columns each heading of a file means: said where there is no doubt, asked where there is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hengcai.interactions.rules.headings.heading import Heading, plain, readings

LASTING = "duration"
"""No column of ours: seconds after `started_at`, from which `ended_at` follows."""


@dataclass
class Guess:
    """`found`: our column → heading; `asked`: heading → the columns it may mean; `left`: headings that mean none."""

    found: dict[str, str] = field(default_factory=dict)
    asked: dict[str, tuple[str, ...]] = field(default_factory=dict)
    left: tuple[str, ...] = ()

    def lacks(self, required: Sequence[str]) -> list[str]:
        return [name for name in required if name not in self.found]


def guess(columns: Sequence[str], headings: Mapping[str, Heading], ours: Sequence[str]) -> Guess:
    """Our own names first, which never mean anything else; then the names of the table."""
    made = Guess({name: name for name in ours if name in columns})
    known = _known(headings)
    open_now = {one: _meant(one, known, made.found) for one in columns if one and one not in made.found.values()}
    claims: dict[str, list[str]] = {}
    for heading, meant in open_now.items():
        if len(meant) == 1:
            claims.setdefault(meant[0], []).append(heading)
    made.found.update({column: several[0] for column, several in claims.items() if len(several) == 1})
    for heading, meant in open_now.items():
        if rest := _still_open(heading, meant, made.found):
            made.asked[heading] = rest
    settled = {*made.found.values(), *made.asked}
    made.left = tuple(one for one in columns if one and one not in settled)
    return made


def _known(headings: Mapping[str, Heading]) -> dict[str, list[str]]:
    known: dict[str, list[str]] = {}
    for column, heading in headings.items():
        for name in {plain(name) for name in heading.names}:
            known.setdefault(name, []).append(column)
    return known


def _meant(heading: str, known: Mapping[str, Sequence[str]], taken: Mapping[str, str]) -> tuple[str, ...]:
    """The columns its first telling reading names; of readings as good as one another, those of all."""
    said = readings(heading)
    whole = [column for column in known.get(said[0], ()) if column not in taken] if said else []
    if whole:
        return tuple(whole)
    parts = [column for part in said[1:] for column in known.get(part, ()) if column not in taken]
    return tuple(dict.fromkeys(parts))


def _still_open(heading: str, meant: Sequence[str], found: Mapping[str, str]) -> tuple[str, ...]:
    if heading in found.values():
        return ()
    return tuple(column for column in meant if column not in found)
