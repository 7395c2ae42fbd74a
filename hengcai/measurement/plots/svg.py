"""The few shapes every chart is made of. Colours stand as attributes for print; a page's sheet overrides them."""

from collections.abc import Iterable, Sequence

from hengcai.measurement.plots.lettering import clean, fitted, safe

INK, MUTED, LINE, SHADE, PAPER = "#1f2937", "#566173", "#8792a3", "#c9d0da", "#ffffff"
TONES = {"excellent": "#0f6e66", "good": "#3b6fb5", "pass": "#3b6fb5", "improve": "#b45309", "ink": INK, "grey": LINE}
FONT = "PingFang SC, HarmonyOS Sans SC, Microsoft YaHei, Noto Sans SC, Noto Sans CJK SC, sans-serif"
DASH = "4 3"
Point = tuple[float, float]


def drawing(width: float, height: float, parts: Iterable[str], *, label: str, desc: str | None = None) -> str:
    """A picture that scales as a whole; `label` is its name for who hears it, `desc` what it shows in words."""
    size = f'viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}"'
    told = f"<title>{safe(label)}</title><desc>{safe(desc)}</desc>" if desc is not None else ""
    name = f'role="img" aria-label="{safe(label)}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" class="hc-chart" {size} font-family="{FONT}" {name}>'
    return f"{head}{told}{''.join(parts)}</svg>"


def as_file(picture: str) -> str:
    """The same as a file of its own: on paper, whatever stands behind it."""
    paper = f'<rect class="c-paper" width="100%" height="100%" fill="{PAPER}"/>'
    opened = picture.index(">") + 1
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{picture[:opened]}{paper}{picture[opened:]}\n'


def text(x: float, y: float, words: object, *, anchor: str = "start", size: float = 12, tone: str = MUTED) -> str:
    css = ' class="t-ink"' if tone == INK else ""
    look = f'text-anchor="{anchor}" font-size="{size:g}" fill="{tone}"'
    return f'<text{css} x="{x:.1f}" y="{y:.1f}" {look}>{safe(words)}</text>'


def label(place: Point, words: object, room: float, *, anchor: str = "start", size: float = 12, tone: str = INK) -> str:
    """Words in a given room; what does not fit is cut, and stands whole in the title shown on pointing."""
    shown, (x, y) = fitted(words, room, size), place
    drawn = text(x, y, shown, anchor=anchor, size=size, tone=tone)
    if shown == clean(words):
        return drawn
    return drawn.replace("</text>", f"<title>{safe(words)}</title></text>")


def strong(x: float, y: float, words: object, *, size: float = 15, anchor: str = "start") -> str:
    look = f'text-anchor="{anchor}" font-size="{size:g}" font-weight="600" fill="{INK}"'
    return f'<text class="t-strong" x="{x:.1f}" y="{y:.1f}" {look}>{safe(words)}</text>'


def line(start: Point, end: Point, *, css: str = "c-line", stroke: str = SHADE, width: float = 1) -> str:
    dash = f' stroke-dasharray="{DASH}"' if css == "c-dash" else ""
    (x1, y1), (x2, y2) = start, end
    place = f'x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
    return f'<line class="{css}" {place} stroke="{stroke}" stroke-width="{width:g}"{dash}/>'


def polyline(points: Sequence[Point], *, tone: str = "ink", dash: str = "", width: float = 2) -> str:
    """A curve; curves of one chart differ by dash and by the words at their ends, not by colour alone."""
    css = f"c-ci {tone_class(tone)}"
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<polyline class="{css}" points="{_joined(points)}" fill="none" stroke="{TONES[tone]}" '
        f'stroke-width="{width:g}" stroke-linejoin="round"{dashed}/>'
    )


def area(points: Sequence[Point]) -> str:
    """A band round a curve."""
    return f'<polygon class="p-band" points="{_joined(points)}" fill="{INK}" fill-opacity=".09"/>'


def mark(x: float, y: float, *, tone: str = "ink", size: float = 5) -> str:
    """Triangle up for excellent, down for to improve, ring for passed, circle otherwise: shape beside colour."""
    look = f'class="c-dot {tone_class(tone)}" fill="{TONES[tone]}"'
    if tone in {"excellent", "improve"}:
        up = -1 if tone == "excellent" else 1
        points = f"M{x:.1f} {y + up * size:.1f}L{x + size:.1f} {y - up * size * 0.8:.1f}H{x - size:.1f}z"
        return f'<path {look} d="{points}"/>'
    if tone == "pass":
        around = f'class="c-hollow {tone_class(tone)}" fill="{PAPER}" stroke="{TONES[tone]}" stroke-width="1.8"'
        return f'<circle {around} cx="{x:.1f}" cy="{y:.1f}" r="{size * 0.8:.1f}"/>'
    return f'<circle {look} cx="{x:.1f}" cy="{y:.1f}" r="{size * 0.9:.1f}"/>'


def ring(x: float, y: float, *, radius: float = 4) -> str:
    return f'<circle class="c-ghost" cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}" fill="{PAPER}" stroke="{LINE}"/>'


def tone_class(tone: str) -> str:
    return f"c-{tone}" if tone in {"ink", "grey"} else f"hc-{tone}"


def _joined(points: Sequence[Point]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
