"""Who handles an appeal: drawn by hash from those who had no part in the score, so that nobody picks the members.

Candidates of a circle stand in the order of SHA-256 of `seed|user name`; a circle is asked only where those before it do
not give enough. Anyone who knows seed and names can repeat it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

WANTED, FEWEST = 3, 2
SEED_LENGTH = 16
CIRCLES = ("group", "staff", "leads")  # 考核小组与中心负责人; HR, quality supervisors, trainers; leads

# why somebody takes no part, the plainest first
APPELLANT, SUPERIOR, RATER, EVALUATOR, SETTLER, PUBLISHER, CORRECTOR = (
    "appellant", "superior", "rater", "evaluator", "settler", "publisher", "corrector",
)  # fmt: skip
PARTS = (APPELLANT, SUPERIOR, RATER, EVALUATOR, SETTLER, PUBLISHER, CORRECTOR)


@dataclass(frozen=True)
class Drawn:
    """`order`: everybody of the circles asked, by whom one who steps back is followed. `left_out`: of those circles, how
    many for which reason; never who, since that would tell who rated."""

    order: tuple[str, ...]
    circles: tuple[str, ...]
    left_out: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_short(self) -> bool:
        return len(self.order) < FEWEST

    @property
    def is_widened(self) -> bool:
        return len(self.circles) > 1


def seed_of(head: str, appeal: str) -> str:
    """From the audit chain as it stood before, which nobody can choose."""
    return sha256(f"{head}|{appeal}".encode()).hexdigest()[:SEED_LENGTH]


def draw(circles: Mapping[str, Sequence[str]], parts: Mapping[str, str], *, seed: str) -> Drawn:
    """`circles`: names by circle in the order they are asked; `parts`: name → why they take no part."""
    order: list[str] = []
    asked: list[str] = []
    left_out: dict[str, int] = {}
    seen: set[str] = set()
    for circle, names in circles.items():
        if len(order) >= FEWEST:
            break
        asked.append(circle)
        fresh = [name for name in dict.fromkeys(names) if name not in seen]
        seen.update(fresh)
        for name in fresh:
            if name in parts:
                left_out[parts[name]] = left_out.get(parts[name], 0) + 1
        order += ordered([name for name in fresh if name not in parts], seed=seed)
    return Drawn(tuple(order), tuple(asked), {part: left_out[part] for part in PARTS if part in left_out})


def ordered(names: Sequence[str], *, seed: str) -> list[str]:
    return sorted(names, key=lambda name: (sha256(f"{seed}|{name}".encode()).hexdigest(), name))


def needed(members: int) -> int:
    """More than half of them, two at least."""
    return max(FEWEST, members // 2 + 1)


def is_carried(agreed: int, *, members: int) -> bool:
    return agreed >= needed(members)


def is_fallen(disagreed: int, *, members: int) -> bool:
    """It cannot be carried any more, whoever has not spoken yet."""
    return members - disagreed < needed(members)
