"""Conversations and role plays: what stands on their pages, for the agent and for whoever marks."""

from dataclasses import dataclass
from fractions import Fraction

from django.db.models import QuerySet

from hengcai.base.permissions import Doer
from hengcai.people.models import Person
from hengcai.simulation import permissions
from hengcai.simulation.definitions import story_of
from hengcai.simulation.models import Run, Sheet, Take, Turn
from hengcai.simulation.rules import checklist
from hengcai.simulation.rules.conversation import AGENT
from hengcai.simulation.rules.scenario import Customer, Item

FEW = ("scenario", "person", "sheet", "sheet__partner", "sheet__observer")


@dataclass(frozen=True)
class Talk:
    turns: tuple[Turn, ...]
    most: int

    @property
    def n_said(self) -> int:
        return sum(one.who == AGENT for one in self.turns)

    @property
    def is_waiting(self) -> bool:
        """For the customer's answer."""
        return bool(self.turns) and self.turns[-1].who == AGENT

    @property
    def left(self) -> int:
        return max(0, self.most - self.n_said)


def talk_of(run: Run) -> Talk:
    return Talk(tuple(run.turns.order_by("number")), story_of(run.scenario).turns)


@dataclass(frozen=True)
class Marked:
    item: Item
    mark: str  # "" while it is not marked

    @property
    def is_missed(self) -> bool:
        return self.item.is_critical and self.mark == checklist.MISSED


@dataclass(frozen=True)
class SheetSeen:
    sheet: Sheet
    customer: Customer | None
    lines: tuple[Marked, ...]
    proposed: frozenset[str]  # lines a rule found said


def sheet_seen(run: Run, sheet: Sheet) -> SheetSeen:
    story = story_of(run.scenario)
    said = [one.text for one in run.turns.all() if one.who == AGENT]
    lines = tuple(Marked(one, str(sheet.marks.get(one.id, ""))) for one in story.checklist)
    return SheetSeen(sheet, story.customer, lines, frozenset(checklist.proposed(story.checklist, said)))


@dataclass(frozen=True)
class Told:
    """The debrief of a run that was marked by a check-list."""

    lines: tuple[Marked, ...]
    turns: tuple[Turn, ...]
    scores: dict[str, Fraction]
    counts: dict[str, int]
    total: Fraction
    is_critical: bool
    sheet: Sheet
    takes: tuple[Take, ...]


def told_of(run: Run) -> Told:
    items, sheet = story_of(run.scenario).checklist, run.sheet
    lines = tuple(Marked(one, str(sheet.marks.get(one.id, checklist.ABSENT))) for one in items)
    counts = {
        code: sum(line.item.competency == code and line.mark != checklist.ABSENT for line in lines) for code in run.scores
    }  # fmt: skip
    return Told(
        lines, tuple(run.turns.order_by("number")), {code: Fraction(share) for code, share in run.scores.items()}, counts,
        Fraction(run.exact), checklist.has_critical(items, sheet.marks), sheet, tuple(run.takes.order_by("pk")),
    )  # fmt: skip


def runs_observed_by(user: Doer) -> QuerySet[Run]:
    """Those they may mark: role plays they began, and conversations that are over."""
    rows = Run.objects.select_related(*FEW).order_by("-started_at", "-pk")
    return permissions.OBSERVE.rows(rows, user)


def people_observed_by(user: Doer) -> QuerySet[Person]:
    return permissions.OBSERVE_PERSON.rows(Person.objects.order_by("number"), user)


def going_of(user: Doer) -> QuerySet[Run]:
    """Role plays this user observes and has not handed in."""
    rows = Run.objects.filter(sheet__observer=user.pk, way=Run.Way.LIVE, state=Run.State.PLAYING)
    return rows.select_related(*FEW).order_by("-started_at")


def takes_heard_by(user: Doer, run: int) -> QuerySet[Take]:
    """By the agent once it is marked, and by those who may see the run."""
    seen = permissions.SEE_RUNS.rows(Run.objects.filter(pk=run), user)
    return Take.objects.filter(run__in=seen)
