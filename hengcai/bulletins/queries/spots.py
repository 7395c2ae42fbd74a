"""Spot tests: one's own paper, what was understood by question and by team."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.base.states import moves_open
from hengcai.bulletins import permissions, states
from hengcai.bulletins.models import Bulletin, Paper, SpotTest
from hengcai.bulletins.rules.figures import FEWEST_PEOPLE, Share, share_of

ORDERS = Orders(
    {
        "person": ("person__name_key", "person__number", "pk"),
        "team": ("team__name?", "person__name_key", "pk"),
        "passed": ("is_passed?", "person__name_key", "pk"),
        "answered": ("-answered_at?", "pk"),
    }
)
TEST_ORDERS = Orders({"opened": ("-opened_at", "-pk")})
MISSED = 0.7  # a question fewer than so many got right was misunderstood


@dataclass(frozen=True)
class Understood:
    """One question: the share that had it right, and the wrong answer given most."""

    item: dict[str, Any]
    share: Share
    most_wrong: str
    n_wrong: int

    @property
    def is_misunderstood(self) -> bool:
        """Said only where even the upper end of what can be told is not good."""
        return self.share.share is not None and self.share.share < MISSED


@dataclass(frozen=True)
class Passed:
    team: str
    share: Share


def own_papers(user: Doer) -> QuerySet[Paper]:
    return permissions.ANSWER.rows(Paper.objects.select_related("test__bulletin", "person"), user)


def waiting_papers(user: Doer, today: date) -> QuerySet[Paper]:
    rows = own_papers(user).filter(answered_at=None, test__state=SpotTest.State.OPEN, test__closes_on__gte=today)
    return rows.order_by("test__closes_on", "pk")


def tests_of(bulletin: Bulletin) -> QuerySet[SpotTest]:
    return bulletin.tests.select_related("made_by").order_by("-opened_at", "-pk")


def tests_seen_by(user: Doer) -> QuerySet[SpotTest]:
    """Where one may see the papers of somebody it was put to."""
    papers = permissions.SEE_PAPERS.rows(Paper.objects.all(), user)
    rows = SpotTest.objects.select_related("bulletin", "made_by")
    return rows.filter(pk__in=papers.values("test")).order_by("-opened_at", "-pk")


def papers_seen_by(user: Doer, test: SpotTest) -> QuerySet[Paper]:
    rows = test.papers.select_related("person", "team", "test")
    return permissions.SEE_PAPERS.rows(rows, user).order_by("person__name_key", "person__number")


def moves_of(test: SpotTest, user: Doer) -> list[str]:
    return [one.name for one in moves_open(states.TEST_MOVES, test, user)]


def understood(test: SpotTest, papers: Sequence[Paper]) -> list[Understood]:
    """Least understood first."""
    answered = [one for one in papers if one.answered_at]
    found = [_understood(item, answered) for item in test.items]
    return sorted(found, key=lambda one: (one.share.share if one.share.share is not None else 2, one.item["id"]))


def passed_by_team(papers: Sequence[Paper]) -> list[Passed]:
    answered = [one for one in papers if one.answered_at]
    teams = sorted({one.team.name if one.team else "" for one in answered})
    found = []
    for team in teams:
        rows = [one for one in answered if (one.team.name if one.team else "") == team]
        found.append(Passed(team, share_of(sum(1 for one in rows if one.is_passed), len(rows), len(rows))))
    return found


def _understood(item: dict[str, Any], papers: Sequence[Paper]) -> Understood:
    right = sum(1 for one in papers if item["id"] in one.right)
    wrong = Counter(one.answers.get(item["id"], "") for one in papers if item["id"] not in one.right)
    wrong.pop("", None)
    answer, n = wrong.most_common(1)[0] if wrong and len(papers) >= FEWEST_PEOPLE else ("", 0)
    return Understood(item, share_of(right, len(papers), len(papers)), answer, n)
