"""What to do with a question after an item analysis; nothing is said of it before enough people have answered."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hengcai.measurement.items import Item

FEW = 30  # people, as item analysis itself warns below
TOO_EASY, TOO_HARD, WEAK = 0.95, 0.20, 0.10
FEW_SAID, NEGATIVE, WEAK_SAID, EASY, HARD, DRAWS, FINE = "few", "negative", "weak", "easy", "hard", "draws", "fine"
BAD = frozenset({NEGATIVE, DRAWS})


@dataclass(frozen=True)
class Advice:
    """`options`: wrong ones that draw more of the able than of the others."""

    codes: tuple[str, ...]
    options: tuple[str, ...] = ()

    @property
    def is_bad(self) -> bool:
        return bool(BAD & set(self.codes))


def advice_on(item: "Item") -> Advice:
    """`negative`: the able get it wrong more often, its interval included; `weak`: hardly tells them apart."""
    if item.n < FEW:
        return Advice((FEW_SAID,))
    estimate, high, share = item.discrimination.estimate, item.discrimination.high, item.difficulty.estimate
    draws = tuple(one.split(":", 1)[1] for one in item.cautions if one.startswith("option_draws_the_able:"))
    holds = {
        NEGATIVE: high is not None and high < 0, DRAWS: bool(draws),
        WEAK_SAID: estimate is not None and estimate < WEAK and not (high is not None and high < 0),
        EASY: share is not None and share >= TOO_EASY, HARD: share is not None and share <= TOO_HARD,
    }  # fmt: skip
    return Advice(tuple(code for code, true in holds.items() if true) or (FINE,), draws)
