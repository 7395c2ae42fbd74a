"""A policy as chapters and numbered articles. Keys are stable from version to version, numbers follow from the order."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from hengcai.appraisal.rules.policy import MonthPolicy, SkillPolicy

GENERAL, CONTENT, SCORING, PUBLISHING, HEARING, USE, FINAL = (
    "general", "content", "scoring", "publishing", "hearing", "use", "final",
)  # fmt: skip
CHAPTERS = (GENERAL, CONTENT, SCORING, PUBLISHING, HEARING, USE, FINAL)


@dataclass(frozen=True, slots=True)
class Article:
    """`key` names it in every version that has it: what a comment or a suggestion points at."""

    key: str
    chapter: str
    number: int


def articles_of(policy: SkillPolicy | MonthPolicy) -> tuple[Article, ...]:
    numbers = count(1)
    return tuple(Article(key, chapter, next(numbers)) for chapter, key in _keys(policy))


def _keys(policy: SkillPolicy | MonthPolicy) -> Iterator[tuple[str, str]]:
    for key in ("purpose", "scope", "levels", "panel"):
        yield GENERAL, key
    for key in _content(policy):
        yield CONTENT, key
    for key in ("missing", "rounding", "bands", "remarks"):
        yield SCORING, key
    yield (SCORING, "year") if isinstance(policy, MonthPolicy) else (PUBLISHING, "workload")
    yield PUBLISHING, "publication"
    yield PUBLISHING, "two_people"
    for key in ("silence", "appeal", "answer"):
        yield HEARING, f"windows.{key}"
    for key in ("coefficients", "probability", "order", "rank", "notice"):
        yield USE, "windows.notice" if key == "notice" else f"consequences.{key}"
    for key in ("procedure", "versions", "example"):
        yield FINAL, key


def _content(policy: SkillPolicy | MonthPolicy) -> Iterator[str]:
    if isinstance(policy, SkillPolicy):
        yield from (f"sources.{source}" for source in policy.sources)
        yield "items"
        return
    yield "groups"
    if any(code not in policy.rules for code in policy.indicators):
        yield "rated"
    yield from (f"rules.{code}" for code in policy.indicators if code in policy.rules)
