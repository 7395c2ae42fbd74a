"""Strips of a page: as wide as their place, with text that never scales. The shapes are those of all charts."""

from collections.abc import Iterable

from hengcai.measurement.plots.lettering import safe


def strip(height: float, parts: Iterable[str], *, label: str = "", css: str = "c-ink") -> str:
    """A row as wide as its place: x in per cent, y in pixels."""
    named = f'role="img" aria-label="{safe(label)}"' if label else 'aria-hidden="true"'
    return f'<svg class="{css}" width="100%" height="{height:g}" {named}>{"".join(parts)}</svg>'


def round_at(share: float, y: float, shape: str) -> str:
    """A shape that stays round, set at a per cent of the row's width."""
    return f'<svg class="o" x="{share:.2f}%" y="{y:g}" width="1" height="1">{shape}</svg>'


def rule(start: float, end: float, y: float, *, css: str = "c-line") -> str:
    return f'<line class="{css}" x1="{start:.2f}%" x2="{end:.2f}%" y1="{y:g}" y2="{y:g}"/>'


def tick(place: float, top: float, bottom: float, *, css: str = "c-line") -> str:
    return f'<line class="{css}" x1="{place:.2f}%" x2="{place:.2f}%" y1="{top:g}" y2="{bottom:g}"/>'
