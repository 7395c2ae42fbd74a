"""Who is in the small centre of the permission tests, and where what was made is found."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from hengcai.accounts.models import User
from hengcai.people.models import Person
from tests import cast

ROLES = {
    **{name: tuple(roles) for name, roles in cast.ROLES.items()},
    "peng": ("agent",), "hua": ("liaison",), "gu": (),
}  # fmt: skip
NAMES = {
    "li": "李晴川", "wang": "王若溪", "he": "何知远", "peng": "彭不言", "zhao": "赵恒山", "lin": "林致和", "chen": "陈若水",
    "cao": "曹子谦", "feng": "冯守正", "zhou": "周惟学", "wu": "吴知人", "zheng": "郑公允", "qian": "钱总揽", "sun": "孙管事",
}  # fmt: skip
NUMBERS = {name: f"70{810 + place}" for place, name in enumerate(NAMES)}
PLACES = {  # post, team, lead; whoever leads stands before those led
    "zhao": ("lead", "one", None), "lin": ("lead", "two", None), "li": ("inbound", "one", "zhao"),
    "wang": ("inbound", "one", "zhao"), "he": ("inbound", "two", "lin"), "peng": ("online", "three", None),
    "chen": ("analyst", None, None), "cao": ("analyst", None, None), "feng": ("analyst", None, None),
    "zhou": ("trainer", None, None), "wu": ("trainer", None, None), "zheng": ("analyst", None, None),
    "qian": ("lead", None, None), "sun": (None, None, None),
}  # fmt: skip
AGENTS = {"li": "chen", "wang": "chen", "he": "cao"}  # and who scores them
LED = {"zhao": {"zhao", "li", "wang"}, "lin": {"lin", "he"}}
SCORED = {"chen": {"li", "wang"}, "cao": {"he"}}
DECIDERS = {"li": "cao", "wang": "cao", "he": "chen"}  # of disputes
WISHED = "我当时听完了"  # what an agent says against a mark
DRAFTED, LEVELLED = "草稿里的评语", "评价人的原话"  # words of unsent marks, and of peers
JUDGED = "上级和考官的评语"  # which the person rated may read
CYCLES = {"published": "2026-Q1", "preliminary": "2026-Q2", "collecting": "2026-Q3", "draft": "2026-Q4"}
MONTHS = {"month": "2026-03", "open month": "2026-08"}
PERIODS = {
    "2026-Q1": (date(2026, 1, 1), date(2026, 3, 31)), "2026-Q2": (date(2026, 4, 1), date(2026, 6, 30)),
    "2026-Q3": (date(2026, 7, 1), date(2026, 9, 30)), "2026-Q4": (date(2026, 10, 1), date(2026, 12, 31)),
    "2026-03": (date(2026, 3, 1), date(2026, 3, 31)), "2026-08": (date(2026, 8, 1), date(2026, 8, 31)),
}  # fmt: skip
DUE = date(2026, 4, 9)


@dataclass(frozen=True)
class Thing:
    """Rows of one kind by the name of the one they belong to; `shared`: whose rows a user answers for besides."""

    keys: Mapping[str, Any]
    shared: Mapping[str, set[str]] = field(default_factory=dict)

    def owned(self, user: str) -> list[Any]:
        mine = self.shared.get(user, set()) | {user}
        return [key for name, key in self.keys.items() if name in mine]

    def others(self, user: str) -> list[Any]:
        owned = self.owned(user)
        return [key for key in self.keys.values() if key not in owned]


@dataclass
class World:
    users: dict[str, User] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    things: dict[str, Thing] = field(default_factory=dict)
    texts: dict[str, dict[str, str]] = field(default_factory=dict)  # what in a list gives each owner's row away

    def add(self, name: str, keys: Mapping[str, Any], *, shared: Mapping[str, set[str]] | None = None) -> None:
        self.things[name] = Thing(dict(keys), shared or {})

    def sees(self, user: str) -> set[str]:
        """Whose rows a list of one's own may show."""
        return {user, *LED.get(user, ()), *SCORED.get(user, ())}
