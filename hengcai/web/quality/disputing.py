"""What the forms of a dispute bring and show: one row an item, with what was typed and what was wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hengcai.base.errors import NotValid
from hengcai.quality.cards import items_of
from hengcai.quality.models import Item
from hengcai.quality.queries.disputes import Sight
from hengcai.quality.queries.pages import Reading
from hengcai.quality.rules import card as cards
from hengcai.quality.rules.card import Card, Mark
from hengcai.quality.rules.disputes import OUTCOMES, PARTLY, Ruling, Wish, disputable, wishable
from hengcai.web.quality.lines import Rung, label_of, rungs_of, spoken_of
from hengcai.web.quality.transcript import Moments
from hengcai.web.shell.says import sentence, word

Option = tuple[str, str, bool]  # value, words, chosen
Post = Mapping[str, str]


@dataclass(frozen=True)
class WishRow:
    """An item its agent may dispute."""

    item: Item
    mark: Mark
    told: str
    options: list[Option]
    words: str
    line: str
    error: str

    @property
    def is_open(self) -> bool:
        return any(chosen for _value, _words, chosen in self.options) or bool(self.words or self.error)


def wish_rows(reading: Reading, post: Post, refusal: NotValid | None) -> list[WishRow]:
    card, by_code = reading.card, {item.code: item for item in items_of(reading.evaluation.scorecard)}
    return [_wish_row(card, by_code[rule.code], reading.marks[rule.code], post, refusal)
            for rule in disputable(card, reading.marks)]  # fmt: skip


def _wish_row(card: Card, item: Item, mark: Mark, post: Post, refusal: NotValid | None) -> WishRow:
    rule, typed = card.by_code[item.code], _typed(post, item.code)
    values = wishable(card, rule, mark.value)
    return WishRow(
        item, mark, label_of(item, mark.value), options_of(rule, item, values, typed["wish"]), typed["words"],
        typed["line"], error_of(refusal, item.code),
    )  # fmt: skip


def _typed(post: Post, code: str) -> dict[str, str]:
    return {name: post.get(f"{name}-{code}", "").strip() for name in ("wish", "words", "line")}


def wishes_posted(reading: Reading, post: Post) -> dict[str, Wish]:
    """Items for which a mark was chosen or words were typed; a line that is none is the rules' to refuse."""
    moments = Moments(reading.evaluation.assignment.contact, reading.turns)
    found = {item.code: _typed(post, item.code) for item in reading.card.items()}
    return {
        code: Wish(typed["wish"], typed["words"], moments.place(typed["line"]) if typed["line"] else None)
        for code, typed in found.items()
        if typed["wish"] or typed["words"]
    }


def options_of(rule: cards.Item, item: Item, values: list[str], chosen: str) -> list[Option]:
    return [(value, spoken_of(rule, item, value), value == chosen) for value in values]


def error_of(refusal: NotValid | None, code: str) -> str:
    """Beside the item it is about."""
    items: Any = refusal.facts.get("items", ()) if refusal else ()
    return sentence(refusal) if refusal and code in items else ""


def error_of_all(refusal: NotValid | None) -> str:
    """What is about no single item."""
    return sentence(refusal) if refusal and not refusal.facts.get("items") else ""


@dataclass(frozen=True)
class DisputedRow:
    """A disputed item on the page of its dispute, with the fields of whatever its reader may do next."""

    item: Item
    mark: Mark
    row: Any
    first: str
    wished: str
    blind: str
    decided: str
    outcome: str
    rungs: list[Rung]
    marks: list[Option]
    outcomes: list[Option]
    parts: list[Option]
    reasons: str
    error: str


def disputed_rows(sight: Sight, post: Post, refusal: NotValid | None) -> list[DisputedRow]:
    return [_disputed_row(sight, one, post, refusal) for one in sight.items]


def _disputed_row(sight: Sight, one: Any, post: Post, refusal: NotValid | None) -> DisputedRow:
    row, item, code = one.row, one.row.item, one.code
    rule = sight.card.by_code[code]
    values = [*rule.scale, cards.NA] if rule.may_be_na else [*rule.scale]
    outcomes = [one for one in OUTCOMES if one != PARTLY or _has_parts(sight, code)]
    chosen = post.get(f"outcome-{code}", "")
    return DisputedRow(
        item=item, mark=one.mark, row=row, first=label_of(item, row.first), wished=label_of(item, row.wished),
        blind=label_of(item, row.blind) if row.blind and sight.shows_blind else "",
        decided=label_of(item, row.decided) if row.decided else "",
        outcome=word(f"quality.outcome.{row.outcome}") if row.outcome else "",
        rungs=rungs_of(sight.card, item), marks=options_of(rule, item, values, post.get(f"mark-{code}", "")),
        outcomes=[(value, word(f"quality.outcome.{value}"), value == chosen) for value in outcomes],
        parts=options_of(rule, item, list(one.between), post.get(f"value-{code}", "")),
        reasons=post.get(f"reasons-{code}", ""), error=error_of(refusal, code),
    )  # fmt: skip


def _has_parts(sight: Sight, code: str) -> bool:
    return any(one.code == code and one.between for one in sight.items)


def marks_posted(sight: Sight, post: Post) -> dict[str, str]:
    found = {one.code: post.get(f"mark-{one.code}", "") for one in sight.items}
    return {code: value for code, value in found.items() if value}


def rulings_posted(sight: Sight, post: Post) -> dict[str, Ruling]:
    return {
        one.code: Ruling(*(post.get(f"{name}-{one.code}", "").strip() for name in ("outcome", "reasons", "value")))
        for one in sight.items
    }
