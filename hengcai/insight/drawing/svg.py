"""The few shapes every chart is made of."""

from html import escape

INK, MUTED, LINE, SHADE = "#1f2937", "#566173", "#8792a3", "#c9d0da"
TONES = {"excellent": "#0f6e66", "good": "#3b6fb5", "improve": "#b45309", "ink": INK, "grey": LINE}
FONT = "Noto Sans SC"
BAND_TONE = {"excellent": "excellent", "good": "good", "to_improve": "improve", "pass": "good", "fail": "improve"}


def drawing(width: float, height: float, parts: list[str], *, label: str) -> str:
    body = "".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="hc-chart" viewBox="0 0 {width:g} {height:g}" '
        f'width="{width:g}" height="{height:g}" role="img" aria-label="{escape(label, quote=True)}">{body}</svg>'
    )


def text(x: float, y: float, words: object, *, anchor: str = "start", size: float = 12, tone: str = MUTED, weight: int = 400) -> str:
    css = "t-ink" if tone == INK else ""
    return (
        f'<text class="{css}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size:g}" font-weight="{weight}" '
        f'font-family="{FONT}" fill="{tone}">{escape(str(words))}</text>'
    )


def line(x1: float, y1: float, x2: float, y2: float, *, css: str = "c-axis", stroke: str = SHADE, width: float = 1, dash: str = "") -> str:
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<line class="{css}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{stroke}" stroke-width="{width:g}"{dashed}/>'


def mark(x: float, y: float, *, tone: str = "ink", size: float = 5) -> str:
    """Triangle up for excellent, down for to improve, circle otherwise: shape beside colour."""
    colour = TONES[tone]
    if tone == "excellent":
        return f'<path class="c-dot hc-{tone}" d="M{x:.1f} {y - size:.1f}L{x + size:.1f} {y + size * .8:.1f}H{x - size:.1f}z" fill="{colour}"/>'
    if tone == "improve":
        return f'<path class="c-dot hc-{tone}" d="M{x:.1f} {y + size:.1f}L{x + size:.1f} {y - size * .8:.1f}H{x - size:.1f}z" fill="{colour}"/>'
    return f'<circle class="c-dot c-{tone}" cx="{x:.1f}" cy="{y:.1f}" r="{size * .9:.1f}" fill="{colour}"/>'


def ring(x: float, y: float, *, radius: float = 4) -> str:
    return f'<circle class="c-ghost" cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}" fill="#ffffff" stroke="{LINE}"/>'
