"""The few shapes every chart is made of. Colours stand as attributes for print; a page's sheet overrides them."""

from collections.abc import Iterable
from html import escape

INK, MUTED, LINE, SHADE, PAPER = "#1f2937", "#566173", "#8792a3", "#c9d0da", "#ffffff"
TONES = {"excellent": "#0f6e66", "good": "#3b6fb5", "improve": "#b45309", "ink": INK, "grey": LINE}
FONT = "Noto Sans SC"


def drawing(width: float, height: float, parts: Iterable[str], *, label: str) -> str:
    """A picture that scales as a whole."""
    size = f'viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" class="hc-chart" {size} {_named(label)}>{"".join(parts)}</svg>'


def strip(height: float, parts: Iterable[str], *, label: str = "", css: str = "c-ink") -> str:
    """A row as wide as its place: x in per cent, y in pixels, so that text never scales."""
    named = _named(label) if label else 'aria-hidden="true"'
    return f'<svg class="{css}" width="100%" height="{height:g}" {named}>{"".join(parts)}</svg>'


def _named(label: str) -> str:
    return f'role="img" aria-label="{escape(label, quote=True)}"'


def text(x: float, y: float, words: object, *, anchor: str = "start", size: float = 12, tone: str = MUTED) -> str:
    css = ' class="t-ink"' if tone == INK else ""
    look = f'text-anchor="{anchor}" font-size="{size:g}" font-family="{FONT}" fill="{tone}"'
    return f'<text{css} x="{x:.1f}" y="{y:.1f}" {look}>{escape(str(words))}</text>'


def line(
    start: tuple[float, float], end: tuple[float, float], *, css: str = "c-line", stroke: str = SHADE, width: float = 1
) -> str:
    dash = ' stroke-dasharray="4 3"' if css == "c-dash" else ""
    (x1, y1), (x2, y2) = start, end
    place = f'x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
    return f'<line class="{css}" {place} stroke="{stroke}" stroke-width="{width:g}"{dash}/>'


def mark(x: float, y: float, *, tone: str = "ink", size: float = 5) -> str:
    """Triangle up for excellent, down for to improve, circle otherwise: shape beside colour."""
    look = f'class="c-dot {_css(tone)}" fill="{TONES[tone]}"'
    if tone in {"excellent", "improve"}:
        up = -1 if tone == "excellent" else 1
        points = f"M{x:.1f} {y + up * size:.1f}L{x + size:.1f} {y - up * size * 0.8:.1f}H{x - size:.1f}z"
        return f'<path {look} d="{points}"/>'
    return f'<circle {look} cx="{x:.1f}" cy="{y:.1f}" r="{size * 0.9:.1f}"/>'


def _css(tone: str) -> str:
    return f"c-{tone}" if tone in {"ink", "grey"} else f"hc-{tone}"


def ring(x: float, y: float, *, radius: float = 4) -> str:
    return f'<circle class="c-ghost" cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}" fill="{PAPER}" stroke="{LINE}"/>'


def round_at(share: float, y: float, shape: str) -> str:
    """A shape that stays round, set at a per cent of the row's width."""
    return f'<svg class="o" x="{share:.2f}%" y="{y:g}" width="1" height="1">{shape}</svg>'
