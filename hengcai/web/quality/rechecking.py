"""What the forms of a recheck bring and show: the blind sheet, both scores beside each other, the ruling."""

from dataclasses import dataclass
from typing import Any

from hengcai.base.errors import NotValid
from hengcai.quality.models import Item
from hengcai.quality.queries.rechecks import Compared, RecheckSight
from hengcai.quality.rules import card as cards
from hengcai.quality.rules.card import Mark
from hengcai.quality.rules.rechecks import ITEMS, RULINGS, Ruling
from hengcai.web.quality.disputing import Option, Post, error_of, options_of
from hengcai.web.quality.lines import label_of
from hengcai.web.shell.says import word


@dataclass(frozen=True)
class BothRow:
    """One item with the mark of either sheet in words, and the marks to choose from where they differ."""

    item: Item
    first: str
    first_words: str
    second: str
    second_words: str
    settled: str
    is_apart: bool
    marks: list[Option]
    error: str


def both_rows(sight: RecheckSight, post: Post, refusal: NotValid | None) -> list[BothRow]:
    return [_both_row(sight, one, post, refusal) for one in sight.items]


def _both_row(sight: RecheckSight, one: Compared, post: Post, refusal: NotValid | None) -> BothRow:
    rule = sight.card.by_code[one.item.code]
    values = [*rule.scale, cards.NA] if rule.may_be_na else [*rule.scale]
    chosen = post.get(f"mark-{one.item.code}", one.first.value if one.first else "")
    return BothRow(
        item=one.item, first=_said(one.item, one.first), first_words=one.first.comment if one.first else "",
        second=_said(one.item, one.second), second_words=one.second.comment if one.second else "",
        settled=_said(one.item, one.settled), is_apart=one.is_apart,
        marks=options_of(rule, one.item, values, chosen) if one.is_apart else [], error=error_of(refusal, one.item.code),
    )  # fmt: skip


def _said(item: Item, mark: Mark | None) -> str:
    return label_of(item, mark.value) if mark else ""


def ruling_posted(sight: RecheckSight, post: Post) -> Ruling:
    outcome = post.get("outcome", "")
    apart = [one.item.code for one in sight.items if one.is_apart] if outcome == ITEMS else []
    return Ruling(outcome, post.get("reason", ""), {code: post.get(f"mark-{code}", "") for code in apart})


def rulings_offered(post: Post) -> list[Any]:
    chosen = post.get("outcome", "")
    return [(value, word(f"quality.recheck.outcome.{value}"), value == chosen) for value in RULINGS]


def why_said(sight: RecheckSight) -> str:
    return word(f"quality.recheck.why.{sight.recheck.why}")
