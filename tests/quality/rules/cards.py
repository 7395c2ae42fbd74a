"""Small cards for the tests of the arithmetic, and generators of any card with any marks."""

from fractions import Fraction

from hypothesis import strategies as st

from hengcai.quality.rules import card as cards
from hengcai.quality.rules.card import Card, Condition, Item, Mark, Section


def item(code: str, kind: str = cards.ANCHORED, weight: int = 10, **more) -> Item:
    rated = kind in cards.RATED
    if kind in (cards.DEDUCTION, cards.BONUS):
        more.setdefault("points", Fraction(5))
    if kind == cards.CHOICE:
        more.setdefault("options", {"best": Fraction(2), "half": Fraction(1), "none": Fraction(0)})
    return Item(code, kind, Fraction(weight if rated else 0), **more)


def section(code: str, weight: int, *items: Item) -> Section:
    return Section(code, Fraction(weight), items)


def card(*sections: Section, kind: str = cards.WEIGHTED, **more) -> Card:
    settings = {
        "pass_line": Fraction(60),
        "excellence_line": Fraction(90),
        "bonus_cap": Fraction(5),
        "level_shares": cards.DEFAULT_SHARES,
        **more,
    }
    return Card(kind=kind, sections=sections, **settings)


def two_sections(*more: Item) -> Card:
    return card(
        section("talk", 40, item("listening", weight=6), item("wording", weight=2)),
        section("rules", 60, item("identity", cards.YES_NO, weight=5), item("record", weight=5), *more),
    )


def taking_off(*more: Item) -> Card:
    faults = (item("late", cards.DEDUCTION), item("unclear", cards.DEDUCTION, points=Fraction(98)))
    return card(section("ticket", 0, *faults, *more), kind=cards.DEDUCTION_CARD)


def marks(**values: str | Mark) -> dict[str, Mark]:
    return {code: value if isinstance(value, Mark) else Mark(value) for code, value in values.items()}


WEIGHTS = st.integers(1, 9).map(Fraction)
POINTS = st.integers(1, 40).map(Fraction)


@st.composite
def items(draw, code: str, earlier: list[Item]) -> Item:
    kind = draw(st.sampled_from(cards.ITEM_KINDS))
    more = {"points": draw(POINTS)} if kind in (cards.DEDUCTION, cards.BONUS) else {}
    weight = draw(WEIGHTS) if kind in cards.RATED else Fraction(0)
    if kind in (cards.ANCHORED, cards.YES_NO, cards.CHOICE, cards.DEDUCTION) and draw(st.integers(0, 5)) == 0:
        more |= {"critical_scope": draw(st.sampled_from(cards.CRITICAL_SCOPES)), "critical_class": "customer"}
        weight = weight if draw(st.booleans()) else Fraction(0)
    if kind == cards.CHOICE:
        more["options"] = {"a": Fraction(0), "b": draw(POINTS), "c": draw(POINTS)}
    sources = [one for one in earlier if one.kind not in (cards.BONUS, cards.NOTE)]
    if sources and draw(st.integers(0, 4)) == 0:
        source = draw(st.sampled_from(sources))
        values = draw(st.lists(st.sampled_from((*source.scale, cards.NA)), min_size=1, max_size=2, unique=True))
        more["condition"] = Condition(source.code, tuple(values))
    return Item(code, kind, weight, **more)


@st.composite
def any_card(draw, kind: str = cards.WEIGHTED) -> Card:
    known: list[Item] = []
    sections = []
    for number in range(draw(st.integers(1, 3))):
        inside = []
        for place in range(draw(st.integers(1, 4))):
            made = draw(items(f"i{number}{place}", known))
            known.append(made)
            inside.append(made)
        sections.append(Section(f"s{number}", draw(st.integers(0, 50).map(Fraction)), tuple(inside)))
    cap = draw(st.integers(0, 10).map(Fraction))
    return card(*sections, kind=kind, bonus_cap=cap)


@st.composite
def any_marks(draw, made: Card, *, is_complete: bool = False, causes: bool = True) -> dict[str, Mark]:
    found = {}
    for one in made.items():
        values = [*one.scale, cards.NA] if is_complete else [None, *one.scale, cards.NA]
        value = draw(st.sampled_from(values))
        cause = draw(st.sampled_from(["", "", "", *cards.CAUSES])) if causes else ""
        if value is not None:
            found[one.code] = Mark(value, cause=cause)
    return found


@st.composite
def marked_cards(draw, **how) -> tuple[Card, dict[str, Mark]]:
    made = draw(any_card(draw(st.sampled_from(cards.CARD_KINDS))))
    return made, draw(any_marks(made, **how))
