"""What a page paints, counted from computed styles: five sizes of text, one accent colour beside those that mean something."""

import re
from colorsys import rgb_to_hls
from pathlib import Path

import pytest

from tests.factories.standing_centre import standing_centre
from tests.web.budgets import address

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SIGHT = Path(__file__).with_name("sight.js").read_text("utf-8")
PAGES = (
    ("home", "zheng"), ("home", "li"), ("home", "qian"), ("see-result", "zhao"), ("see-my-results", "li"),
    ("list-evaluations", "feng"), ("score-contact", "chen"), ("see-evaluation", "feng"), ("see-team-gaps", "zhao"),
    ("see-cycle", "zheng"), ("list-people", "wu"), ("see-scorecard", "feng"), ("see-framework", "zheng"),
    ("fill-rating", "zhao"), ("list-imports", "sun"),
)  # fmt: skip
SIZES = {"13px", "15px", "18px", "22px", "32px"}
TYPED = "16px"  # what one types in on a phone: below it the page would be enlarged
MEANINGS = {"good": 215, "to improve": 29, "critical": 5}  # hues, each with a shape beside it
SAME_HUE, COLOURED = 8, 40  # degrees; how far apart red, green and blue must lie to be a colour at all


def rgb(colour: str) -> tuple[float, ...]:
    return tuple(float(part) for part in re.findall(r"[\d.]+", colour)[:3])


def hue(colour: str) -> float:
    return rgb_to_hls(*(part / 255 for part in rgb(colour)))[0] * 360


def accents(colours: dict[str, str]) -> dict[str, float]:
    """Colours that are neither a grey nor a meaning, with their hue."""
    found = {one: hue(one) for one in colours if max(rgb(one)) - min(rgb(one)) > COLOURED}
    return {one: at for one, at in found.items() if all(abs(at - known) > SAME_HUE for known in MEANINGS.values())}


@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), pytest.param("dark", 360, marks=pytest.mark.slow)])
def test_pages_have_five_sizes_of_text_and_one_accent(visit, scheme, width):
    centre = standing_centre(agents=16, contacts=60, evaluations=40)
    visitors, sizes, colours = {}, {}, {}
    for name, who in PAGES:
        if who not in visitors:
            visitors[who] = visit(who, width=width)
            visitors[who].tab.emulate_media(color_scheme=scheme)
        seen = visitors[who].go(address(name, centre)).evaluate(SIGHT)
        sizes |= {size: f"{name}: {first}" for size, first in seen["sizes"].items() if size not in sizes}
        colours |= {colour: f"{name}: {first}" for colour, first in seen["colours"].items() if colour not in colours}
    typed = {TYPED} if width == 360 else set()
    assert {size: where for size, where in sizes.items() if size not in SIZES | typed} == {}
    assert set(sizes) >= SIZES or width == 360
    found = accents(colours)
    assert max(found.values()) - min(found.values()) < SAME_HUE, {one: colours[one] for one in found}
