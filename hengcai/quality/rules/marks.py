"""Which marks a card takes, for a draft and for submission."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from hengcai.base.errors import NotValid
from hengcai.quality.rules import card as cards
from hengcai.quality.rules.card import Card, Item, Mark, Marks
from hengcai.quality.rules.score import UNANSWERED, UNMET, is_error, share_of, statuses_of


def check_marks(card: Card, marks: Marks, *, turn_count: int | None = None) -> None:
    """What even a draft may not hold."""
    strangers = sorted(set(marks) - set(card.by_code))
    if strangers:
        raise NotValid("quality.item_unknown", items=tuple(strangers), names=tuple(strangers))
    for code, mark in marks.items():
        _check_mark(card.by_code[code], mark, turn_count)


def check_submission(card: Card, marks: Marks, *, turn_count: int | None = None) -> None:
    """Beyond a draft's rules: nothing unanswered, and the words that a mark asks for."""
    check_marks(card, marks, turn_count=turn_count)
    statuses = statuses_of(card, marks)
    _refuse("quality.unanswered", card, lambda item: statuses[item.code] == UNANSWERED)
    _refuse("quality.comment_missing", card, lambda item: _lacks_comment(card, item, marks, statuses[item.code]))


def kept_marks(card: Card, marks: Marks) -> dict[str, Mark]:
    """What a submission records. Marks of items whose condition is not met fall away; an error nobody
    gave a cause is the person's."""
    statuses = statuses_of(card, marks)
    return {code: _with_cause(card, code, mark) for code, mark in marks.items() if statuses[code] != UNMET}


def _with_cause(card: Card, code: str, mark: Mark) -> Mark:
    is_unnamed = not mark.cause and is_error(card, card.by_code[code], mark.value)
    return replace(mark, cause=cards.PERSON) if is_unnamed else mark


def needs_comment(card: Card, item: Item, value: str) -> bool:
    """A mark that earns nothing, whatever its kind and whoever caused it; below the level set; at the mark named."""
    if value == cards.NA:
        return False
    below = item.comment_below is not None and item.kind == cards.ANCHORED and int(value) < item.comment_below
    return below or value == item.comment_if or item.kind == cards.NOTE or share_of(card, item, value) == 0


def are_alike(card: Card, given: Marks, held: Marks) -> bool:
    """Whether what is given says what is held already, as it came in or as a submission records it."""
    return _bare(held) in (_bare(given), _bare(kept_marks(card, given)))


def _bare(marks: Marks) -> dict[str, Mark]:
    return {code: replace(mark, comment=mark.comment.strip()) for code, mark in marks.items()}


def _check_mark(item: Item, mark: Mark, turn_count: int | None) -> None:
    if mark.value == cards.NA:
        if not item.may_be_na:
            raise _refusal("quality.na_not_allowed", [item])
    elif mark.value not in item.scale:
        raise _refusal("quality.mark_unknown", [item], value=mark.value, scale=item.scale)
    if mark.cause and mark.cause not in cards.CAUSES:
        raise _refusal("quality.cause_unknown", [item], cause=mark.cause)
    if mark.turn is not None and not 0 <= mark.turn < (mark.turn + 1 if turn_count is None else turn_count):
        raise _refusal("quality.turn_unknown", [item], turn=mark.turn + 1)


def _lacks_comment(card: Card, item: Item, marks: Marks, status: str) -> bool:
    mark = marks.get(item.code)
    if mark is None or status == UNMET:
        return False
    return needs_comment(card, item, mark.value) and not mark.comment.strip()


def _refuse(code: str, card: Card, is_wrong: Callable[[Item], bool]) -> None:
    found = [item for item in card.items() if is_wrong(item)]
    if found:
        raise _refusal(code, found)


def _refusal(code: str, items: Iterable[Item], **facts: object) -> NotValid:
    """Codes for a page to find the place, names for a sentence to say."""
    found = list(items)
    codes, names = tuple(item.code for item in found), tuple(item.name or item.code for item in found)
    return NotValid(code, items=codes, names=names, count=len(found), **facts)
