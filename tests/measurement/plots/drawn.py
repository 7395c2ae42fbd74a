"""What every picture must keep, read from its text: well formed, named, told, inside, without NaN."""

import re
from xml.etree import ElementTree

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from hengcai.measurement.plots.lettering import width_of
from hengcai.measurement.plots.rows import Interval, Row

SVG = "{http://www.w3.org/2000/svg}"
NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e[+-]?\d+)?")
HOSTILE = '<script>alert("1")</script>&\'\x00\u202e]]>'

MANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

figures = st.floats(allow_nan=False, allow_infinity=False)
maybe = st.none() | st.floats()
names = st.text(max_size=40) | st.just(HOSTILE)
intervals = st.builds(Interval, maybe, maybe, maybe, st.none() | st.integers(0, 10**9)).map(
    lambda one: Interval(*(value if value is not None and abs(value) < float("inf") else None for value in one.values))
)
rows = st.lists(st.builds(Row, names, intervals, intervals, names), max_size=8)


def parsed(picture: str) -> ElementTree.Element:
    return ElementTree.fromstring(picture)  # noqa: S314 - our own text


def check(picture: str) -> ElementTree.Element:
    """Parses, has a name and a description, holds no figure that is none, and nothing lies outside."""
    root = parsed(picture)
    assert (root.get("role"), root[0].tag, root[1].tag) == ("img", f"{SVG}title", f"{SVG}desc")
    assert "<script" not in picture
    attributes = " ".join(value for node in root.iter() for name, value in node.items() if name != "aria-label")
    assert not re.search(r"\b(nan|NaN|inf|None)\b", attributes)
    left, top, width, height = (float(part) for part in root.get("viewBox").split())
    for node in root.iter():
        for x, y in corners(node):
            assert left - 1 <= x <= left + width + 1, ElementTree.tostring(node, "unicode")
            assert top - 1 <= y <= top + height + 1, ElementTree.tostring(node, "unicode")
    return root


def corners(node: ElementTree.Element) -> list[tuple[float, float]]:
    """The outermost places of one shape; of words as far as their width is guessed."""
    kind = node.tag.removeprefix(SVG)
    if kind == "line":
        return [(float(node.get("x1")), float(node.get("y1"))), (float(node.get("x2")), float(node.get("y2")))]
    if kind == "circle":
        x, y, r = (float(node.get(name)) for name in ("cx", "cy", "r"))
        return [(x - r, y - r), (x + r, y + r)]
    if kind == "rect":
        x, y, width, height = (float(node.get(name)) for name in ("x", "y", "width", "height"))
        return [(x, y), (x + width, y + height)]
    if kind in {"polyline", "polygon"}:
        return [tuple(float(part) for part in pair.split(",")) for pair in node.get("points").split()]
    if kind == "text":
        return words_of(node)
    return []


def words_of(node: ElementTree.Element) -> list[tuple[float, float]]:
    x, y, size = (float(node.get(name)) for name in ("x", "y", "font-size"))
    width = width_of(node.text or "", size)
    start = x - {"start": 0.0, "middle": 0.5, "end": 1.0}[node.get("text-anchor")] * width
    return [(start, y - 0.8 * size), (start + width, y + 0.2 * size)]


def said(root: ElementTree.Element) -> list[str]:
    """Every word of the picture: what is written, or the whole of it where it was cut."""
    return [node.findtext(f"{SVG}title") or node.text or "" for node in root.iter(f"{SVG}text")]


def count(root: ElementTree.Element, css: str) -> int:
    return sum(css in (node.get("class") or "").split() for node in root.iter())
