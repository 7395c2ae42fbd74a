"""The kinds of duty. Each package registers its own, in its module `duties`, when the application starts."""

from dataclasses import dataclass

KINDS: dict[str, "Kind"] = {}


@dataclass(frozen=True)
class Kind:
    """`source`: the kind of row it hangs on (`quality.dispute`). `page` opens that row, `listing` all of them,
    `watched` those of others.

    `up`: to whom a late one goes, the first of them that is there: `lead` is the lead of whoever is late, every other
    name a role; nobody where it is empty. `lapses`: after its last day there is nothing left to do. Where `is_discreet`,
    leads are not shown it: with one open, it would tell who rates whom. Its words stand under `duty.CODE`.
    """

    code: str
    source: str
    page: str
    listing: str
    watched: str = ""
    up: tuple[str, ...] = ()
    lapses: bool = False
    is_discreet: bool = False

    @property
    def says(self) -> str:
        return f"duty.{self.code}"


def register(*kinds: Kind) -> None:
    """The same code may not be given two meanings."""
    for kind in kinds:
        if KINDS.setdefault(kind.code, kind) != kind:
            raise ValueError(f"two kinds of duty called {kind.code}")


def lapsing() -> list[str]:
    return sorted(code for code, kind in KINDS.items() if kind.lapses)


def discreet() -> list[str]:
    return sorted(code for code, kind in KINDS.items() if kind.is_discreet)
