"""One person against the post's profile: the profile dashed, the person filled."""

from collections.abc import Sequence
from math import cos, pi, sin

from hengcai.measurement.plots.svg import INK, MUTED, SHADE, TONES, drawing, line, text
from hengcai.paper.drawing.levels import Level, share

WIDTH, HEIGHT, RADIUS = 460.0, 330.0, 108.0
CENTRE = (WIDTH / 2, HEIGHT / 2)
RINGS = (2, 3, 4, 5)
LEAST = 3  # fewer corners make no area
LONGEST = 16  # letters of a line of a name
Points = Sequence[tuple[int, float]]


def radar(levels: Sequence[Level], *, label: str) -> str:
    count = len(levels)
    required = [(index, level.required) for index, level in enumerate(levels) if level.required is not None]
    reached = [(index, level.value) for index, level in enumerate(levels) if level.value is not None]
    parts = [*_web(count)]
    parts.append(_area(required, count, f'class="c-profile" fill="none" stroke="{MUTED}" stroke-dasharray="4 3"'))
    blue = TONES["good"]
    parts.append(_area(reached, count, f'class="c-area" fill="{blue}" fill-opacity=".16" stroke="{blue}"'))
    parts += [_name(index, level, count) for index, level in enumerate(levels)]
    return drawing(WIDTH, HEIGHT, parts, label=label)


def _at(index: int, part: float, count: int) -> tuple[float, float]:
    angle = 2 * pi * index / count - pi / 2
    return CENTRE[0] + RADIUS * part * cos(angle), CENTRE[1] + RADIUS * part * sin(angle)


def _web(count: int) -> list[str]:
    parts = [_area([(index, float(level)) for index in range(count)], count, _web_look()) for level in RINGS]
    parts += [line(CENTRE, _at(index, 1, count), css="c-web", width=0.8) for index in range(count)]
    x, y = CENTRE
    return parts + [text(x + 3, y - RADIUS * share(level) + 4, level, size=10) for level in RINGS]


def _web_look() -> str:
    return f'class="c-web" fill="none" stroke="{SHADE}" stroke-width=".8"'


def _area(points: Points, count: int, look: str) -> str:
    if len(points) < LEAST:
        return ""
    joined = " ".join(f"{x:.1f},{y:.1f}" for x, y in (_at(index, share(value), count) for index, value in points))
    return f'<polygon {look} points="{joined}"/>'


def _name(index: int, level: Level, count: int) -> str:
    x, y = _at(index, 1.14, count)
    anchor = "middle" if abs(x - CENTRE[0]) < 12 else ("start" if x > CENTRE[0] else "end")
    lines = _lines(level.name)
    top = y - 6 - 13 * (len(lines) - 1) if y < CENTRE[1] else y
    parts = [text(x, top + 13 * number, one, anchor=anchor, size=11, tone=INK) for number, one in enumerate(lines)]
    figure = "–" if level.value is None else f"{level.value:.1f}"
    return "".join(parts) + text(x, top + 13 * len(lines), figure, anchor=anchor, size=11)


def _lines(name: str) -> list[str]:
    """A long English name stands on two lines."""
    words = name.split()
    if len(name) <= LONGEST or len(words) == 1:
        return [name]
    half = min(range(1, len(words)), key=lambda cut: abs(len(" ".join(words[:cut])) - len(" ".join(words[cut:]))))
    return [" ".join(words[:half]), " ".join(words[half:])]
