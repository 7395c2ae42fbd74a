"""A ten-minute call scored without a hand on the mouse: how many keys that takes, the typed words apart."""

import pytest

from hengcai.quality.models import Evaluation
from tests.journeys.test_desk_ahead import READY, until
from tests.quality import scene

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MOST_KEYS = 45
GIVEN = "45342545y3n421415"  # y and n: pass, not applicable
WATCH = """() => {
  window.heard = { keys: 0, mouse: 0 };
  for (const name of ["mousedown", "mouseup", "click", "pointerdown", "mousemove", "wheel"])
    addEventListener(name, (event) => { if (event.isTrusted && event.detail !== 0) window.heard.mouse += 1; }, true);
  addEventListener("keydown", (event) => { if (event.key !== "Control") window.heard.keys += 1; }, true);
}"""


def card():
    def rated(number):
        kind = "yes_no" if number == 9 else "anchored"
        return scene.item(f"item{number}", kind, comment_below=3 if kind == "anchored" else None)

    parts = [range(1, 5), range(5, 9), range(9, 14), range(14, 18)]
    sections = [
        {"id": f"part{place}", "name": scene.text(f"第{place}部分", f"Part {place}"), "weight": "25",
         "items": [{key: value for key, value in rated(number).items() if value is not None} for number in part]}
        for place, part in enumerate(parts, start=1)
    ]  # fmt: skip
    return scene.scorecard(definition=scene.definition(code="long") | {"sections": sections})


def call(*, turns=96, seconds=600):
    said = [
        {
            "speaker": ("agent", "customer")[place % 2],
            "start": place * seconds / turns,
            "text": f"第{place}句，说到套餐和宽带的事。",
        }
        for place in range(turns)
    ]
    said[40]["text"] = "这个月多扣了二十块，麻烦您查一下。"
    said[77]["text"] = "我马上给您登记，明天上午之前回复。"
    return scene.contact(turns=said)


class Hands:
    """Counts what is pressed; words typed into a field are not keys of the desk."""

    def __init__(self, page):
        self.page, self.count = page, 0

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)
            self.count += 1

    def write(self, words):
        self.page.keyboard.insert_text(words)

    def find(self, words):
        self.press("/")
        self.write(words)
        self.press("Escape")


def score(hands):
    """Three pins: the first line, a phrase of the 41st and one of the 78th; two low marks with their grounds."""
    for place, mark in enumerate(GIVEN):
        if place == 0:
            hands.press("]", "p")
        if words := {4: "多扣了二十块", 13: "明天上午之前"}.get(place):
            hands.find(words)
            hands.press("p")
        hands.press("1" if mark == "y" else mark)
        if mark in "12":
            hands.write("没有复述客户的要求")
            hands.press("Escape", "ArrowDown")
    hands.press("Control+Enter")


def test_a_ten_minute_call_is_scored_by_few_keys_and_no_mouse(visit):
    long = card()
    given, after = scene.assignment(call(), card=long), scene.assignment(card=long)
    page = visit("chen", width=1280).go(f"/quality/assignments/{given.pk}/")
    assert page.locator("input[type=radio]:checked").count() == 0  # nothing is marked beforehand
    assert page.locator("tr.item").count() == len(GIVEN) == 17
    page.evaluate(WATCH)
    until(page, READY)
    hands = Hands(page)
    score(hands)
    page.wait_for_url(f"**/quality/assignments/{after.pk}/")
    page.wait_for_selector("form[data-undo]")
    made = Evaluation.objects.get(assignment=given)
    marks = {int(one.item.code[4:]): one for one in made.answers.select_related("item")}
    assert "".join({"yes": "y", "na": "n"}.get(marks[key].value, marks[key].value) for key in sorted(marks)) == GIVEN
    pinned = [(key, one.turn, one.quote) for key, one in sorted(marks.items()) if one.turn is not None]
    assert pinned == [(1, 0, ""), (5, 40, "多扣了二十块"), (14, 77, "明天上午之前")]
    assert (made.state, hands.count <= MOST_KEYS) == ("submitted", True), hands.count
    assert page.evaluate("window.heard") == {
        "keys": hands.count,
        "mouse": 0,
    }  # the same page still: nothing was loaded anew
