"""What every plot shares: its words, its title, keys to its marks, and a field with two axes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from hengcai.measurement.plots import svg
from hengcai.measurement.plots.axis import Axis, axis
from hengcai.measurement.plots.lettering import broken, fitted, width_of

WIDTH, EDGE = 680.0, 16.0
TITLE, LINE_HEIGHT, SMALL = 15.0, 21.0, 11.0
KEY_HEIGHT, KEY_GAP = 22.0, 22.0
DASHES = ("", "7 4", "2 3", "9 3 2 3", "4 4")
TONES = ("ink", "good", "improve", "excellent", "grey")
Mark = Callable[[float, float], str]


@dataclass(frozen=True, slots=True)
class Words:
    """`title` states the finding; `desc` tells the picture to who cannot see it; `main` and `ghost` name its marks,
    `x` and `y` its axes, `note` what stands at its foot."""

    title: str
    desc: str = ""
    x: str = ""
    y: str = ""
    main: str = ""
    ghost: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """The ground on which points are set: an axis below and one at the left."""

    x: Axis
    y: Axis

    def at(self, x: float, y: float) -> svg.Point:
        return self.x.at(x), self.y.at(y)

    @property
    def ends(self) -> tuple[float, float, float, float]:
        """Left, right, top, base."""
        return self.x.start, self.x.end, self.y.end, self.y.start


def head(words: Words, *, marks: tuple[Mark, Mark] | None = None) -> tuple[list[str], float]:
    """The title in at most two lines and the keys to both marks; and how far down they reach."""
    lines = broken(words.title, WIDTH - 2 * EDGE, TITLE)
    parts = [svg.strong(EDGE, 26 + LINE_HEIGHT * number, line) for number, line in enumerate(lines)]
    top = 26 + LINE_HEIGHT * max(len(lines) - 1, 0) + 10
    main, ghost = marks or (_dot, svg.ring)
    keys = [(drawn, told) for drawn, told in ((main, words.main), (ghost, words.ghost)) if told]
    place = EDGE
    for drawn, told in keys:
        room = max(WIDTH - EDGE - place - 20, 0)
        parts += [drawn(place + 8, top + 9), svg.label((place + 20, top + 13), told, room, tone=svg.MUTED)]
        place += 20 + min(width_of(fitted(told, room, 12), 12), room) + KEY_GAP
    return parts, top + (KEY_HEIGHT if keys else 0)


def _dot(x: float, y: float) -> str:
    return svg.line((x - 8, y), (x + 8, y), css="c-ci c-ink", stroke=svg.INK, width=2) + svg.mark(x, y)


def field(x: Iterable[float | None], y: Iterable[float | None], *, top: float, height: float = 260.0) -> Field:
    """Axes round all figures, with room for numbers at the left and below."""
    return Field(axis(x, EDGE + 44, WIDTH - EDGE), axis(y, top + 26 + height, top + 26))


def grounds(ground: Field, words: Words, *, x_names: Mapping[float, str] | None = None) -> list[str]:
    """Lines of the field with their figures and the names of both axes; `x_names` replaces the figures below."""
    left, right, top, base = ground.ends
    parts = [svg.line((left, ground.y.at(tick)), (right, ground.y.at(tick))) for tick in ground.y.ticks]
    parts += upright(ground.y, left - 8)
    parts += [svg.line((left, base), (right, base), css="c-axis", stroke=svg.MUTED)]
    parts += along(ground.x, base + 16, x_names)
    parts.append(svg.label((left - 36, top - 8), words.y, right - left, tone=svg.MUTED, size=SMALL))
    parts.append(svg.label((right, base + 34), words.x, right - left, anchor="end", tone=svg.MUTED, size=SMALL))
    return parts


def upright(scale: Axis, right: float, *, ticks: Sequence[float] | None = None, signed: bool = False) -> list[str]:
    """Figures at the left of an axis; one that is too long for its place is cut."""
    told = scale.ticks if ticks is None else ticks
    return [_figure((right, scale.at(tick) + 4), scale.shown(tick, signed=signed)) for tick in told]


def _figure(place: svg.Point, figure: str) -> str:
    return svg.label(place, figure, place[0] - 2, anchor="end", tone=svg.MUTED, size=SMALL)


def along(scale: Axis, y: float, names: Mapping[float, str] | None = None) -> list[str]:
    """Figures or names under an axis; names that would meet their neighbours are left out, the last one stays."""
    told = {tick: scale.shown(tick) for tick in scale.ticks} if names is None else dict(names)
    kept = _apart([(scale.at(place), name) for place, name in told.items()])
    return [_under(scale, x, y, name) for x, name in kept]


def _under(scale: Axis, x: float, y: float, name: str) -> str:
    half = width_of(fitted(name, 120, SMALL), SMALL) / 2
    low, high = min(scale.start, scale.end) - 36, max(scale.start, scale.end) + EDGE - 2
    place = min(max(x, low + half), high - half)
    return svg.label((place, y), name, 120, anchor="middle", tone=svg.MUTED, size=SMALL)


def _apart(names: Sequence[tuple[float, str]]) -> list[tuple[float, str]]:
    kept: list[tuple[float, str]] = []
    for x, name in sorted(names, reverse=True):
        room = width_of(fitted(name, 120, SMALL), SMALL)
        if not kept or kept[-1][0] - x >= (room + width_of(fitted(kept[-1][1], 120, SMALL), SMALL)) / 2 + 6:
            kept.append((x, name))
    return kept[::-1]


def spread(places: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Places moved apart as little as needed so that neighbours keep the gap, in their order, within the ends.

    Neighbours that are too near become one block round their mean (pool adjacent violators, Barlow et al. 1972).
    """
    order = sorted(range(len(places)), key=lambda number: places[number])
    gap = min(gap, (high - low) / max(len(places) - 1, 1))
    blocks: list[tuple[float, int]] = []
    for rank, number in enumerate(order):
        blocks.append((places[number] - rank * gap, 1))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (one, n), (other, m) = blocks[-2:]
            blocks[-2:] = [((one * n + other * m) / (n + m), n + m)]
    starts = [start for start, n in blocks for _ in range(n)]
    moved = [0.0] * len(places)
    last = high - (len(places) - 1) * gap
    for rank, number in enumerate(order):
        moved[number] = min(max(starts[rank], low), last) + rank * gap
    return moved


def footnote(words: Words, y: float) -> tuple[list[str], float]:
    """The note at the foot, and how far down the picture then goes."""
    if not words.note:
        return [], y - 6
    return [svg.label((EDGE, y), words.note, WIDTH - 2 * EDGE, tone=svg.MUTED, size=SMALL)], y + 12


def finished(height: float, parts: Sequence[str], words: Words) -> str:
    return svg.drawing(WIDTH, height, parts, label=words.title, desc=words.desc or words.title)


def style_of(number: int) -> tuple[str, str]:
    """Tone and dash of the next curve: no two of the first five share either."""
    return TONES[number % len(TONES)], DASHES[number % len(DASHES)]
