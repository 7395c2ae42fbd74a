"""A quarter of any size in which every form has come in, written row by row past the actions: to be closed.

Ten forms an agent: their own, two superiors', six peers', one examiner's. Everybody signs in, so everybody is told. It uses
nothing that an older build has not: `tools/bench_quarter.py` lays it before both.
"""

import random
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from hengcai.accounts.models import RoleGrant, User, system_user
from hengcai.accounts.queries import the_centre
from hengcai.appraisal.actions import load_shipped_policies
from hengcai.appraisal.models import Cycle, Participant, Policy, Rating, RatingTask, TestMark
from hengcai.base.bilingual import Bilingual
from hengcai.evidence.models import Evidence
from hengcai.framework.actions import load_shipped
from hengcai.framework.models import Competency, Framework, Post
from hengcai.interactions.models import Contact, LakePart
from hengcai.people.models import Employment, Person, Placement, Site, Team
from hengcai.quality.actions.seeds import load_seed_scorecards
from hengcai.quality.models import Assignment, Evaluation, Scorecard

START, END, HIRED = date(2026, 1, 1), date(2026, 3, 31), date(2024, 1, 8)
SENT_AT = datetime(2026, 4, 3, 2, tzinfo=UTC)
PER_TEAM, PER_ANALYST = 15, 50
PEERS, CONTACTS, SCORED = 6, 12, 6  # an agent
CODES = (
    "communication", "problem_solving", "service_awareness", "emotion_management", "collaboration", "fast_response",
    "problem_classifying",
)  # fmt: skip


class BigQuarter:
    """How many agents in; the cycle, still collecting, out."""

    def __init__(self, agents: int, *, seed: int = 1) -> None:
        self.dice = random.Random(seed)
        system = system_user()
        load_shipped(the_centre(), by=system, today=HIRED)
        load_seed_scorecards(the_centre(), by=system, on=HIRED)
        load_shipped_policies(the_centre(), by=system, today=HIRED)
        self.post, self.lead_post = Post.objects.get(code="inbound"), Post.objects.get(code="lead")
        self.items = [Competency.objects.get(code=code) for code in CODES]
        self.group, self.head, self.hr = (
            self._users(name, 1, role)[0] for name, role in (("zheng", "appraisal_group"), ("qian", "head"), ("wu", "hr"))
        )  # fmt: skip
        self._people(agents)
        self._evaluations()
        self.cycle = self._cycle()
        self._forms()

    def _users(self, name: str, count: int, role: str) -> list[User]:
        names = [name] if count == 1 else [f"{name}{n:05d}" for n in range(count)]
        made = User.objects.bulk_create([User(username=one, name=one.title(), password="!") for one in names])
        RoleGrant.objects.bulk_create([RoleGrant(user=one, role=role) for one in made])
        return made

    def _people(self, agents: int) -> None:
        count = max(2, agents // PER_TEAM)
        site = Site.objects.create(name="Chengdu")
        self.teams = Team.objects.bulk_create([Team(name=f"Team {n:04d}", site=site) for n in range(count)])
        self.analysts = self._users("chen", max(2, agents // PER_ANALYST), "analyst")
        self.leads = self._persons("L", self._users("zhao", count, "lead"))
        self.people = self._persons("A", self._users("li", agents, "agent"))
        placed = [
            Placement(person=p, since=HIRED, team=self.teams[n], post=self.lead_post) for n, p in enumerate(self.leads)
        ]
        placed += [
            Placement(person=p, since=HIRED, team=self.teams[n % count], post=self.post, lead=self.leads[n % count])
            for n, p in enumerate(self.people)
        ]
        self.places = {one.person_id: one.pk for one in Placement.objects.bulk_create(placed)}
        self.ability = [self.dice.gauss(3.6, 0.5) for _one in self.people]

    def _persons(self, letter: str, users: list[User]) -> list[Person]:
        rows = [Person(number=f"{letter}{n:06d}", name=f"{letter} {n:06d}", user=one) for n, one in enumerate(users)]
        made = Person.objects.bulk_create(rows)
        Employment.objects.bulk_create([Employment(person=one, hired_on=HIRED) for one in made])
        return made

    def _evaluations(self) -> None:
        """Half of the contacts were scored, each person's by several analysts."""
        card, part = Scorecard.objects.get(code="call"), LakePart.objects.create(path="none", day=START, row_count=0)
        begun = datetime(2026, 1, 2, tzinfo=UTC)
        contacts = _created(Contact, (
            Contact(
                key=f"C{at:06d}-{n}", agent=one, channel="call", language="zh", turn_count=8, digest="0" * 32, part=part,
                started_at=begun + timedelta(days=n * 7, minutes=at % 600), csat=Decimal(self.dice.randint(2, 5)),
                is_resolved_first=True,
            )
            for at, one in enumerate(self.people) for n in range(CONTACTS)
        ))  # fmt: skip
        scored = [one for at, one in enumerate(contacts) if at % CONTACTS < SCORED]
        given = _created(Assignment, (
            Assignment(
                contact=one, analyst=self.analysts[(at // SCORED + at * 7) % len(self.analysts)], scorecard=card, state="done",
                placement_id=self.places[one.agent_id], assigned_by=self.group, assigned_at=SENT_AT, due_on=END,
            )
            for at, one in enumerate(scored)
        ))  # fmt: skip
        made = _created(Evaluation, (
            Evaluation(
                assignment=one, agent_id=one.contact.agent_id, placement_id=one.placement_id, scorecard=card,
                evaluator=one.analyst, contact_on=one.contact.started_at.date(), state="published", submitted_at=SENT_AT,
                published_at=SENT_AT, **self._total(at // SCORED, one.analyst_id),
            )
            for at, one in enumerate(given)
        ))  # fmt: skip
        _created(Evidence, (
            Evidence(
                person_id=one.agent_id, competency=item, kind="observed", value=Decimal(level), exact=str(level),
                source_kind="quality.assignment", source_id=one.assignment_id, source_revision=1, on=one.contact_on, post=self.post,
            )
            for at, one in enumerate(made) for item in self.items[:5] for level in [self._level(at // SCORED)]
        ))  # fmt: skip

    def _total(self, at: int, analyst: int) -> dict[str, Any]:
        exact = max(40, min(100, round(20 * self.ability[at] + analyst % 5 + self.dice.gauss(0, 4))))
        return {"exact": str(exact), "exact_without_fatal": str(exact), "total": Decimal(exact)}

    def _level(self, at: int, *, off: float = 0.0) -> int:
        return max(1, min(5, round(self.ability[at] + off + self.dice.gauss(0, 0.6))))

    def _cycle(self) -> Cycle:
        return Cycle.objects.create(
            code="2026-Q1", kind="quarter", name=Bilingual("季度考核", "Quarter"), period_start=START, period_end=END,
            state="collecting", policy=Policy.objects.get(kind="quarterly"), framework=Framework.objects.get(), seed="1",
            self_due_on=END, superior_due_on=END, others_due_on=END, publish_due_on=END,
        )  # fmt: skip

    def _forms(self) -> None:
        members = _created(Participant, (
            Participant(cycle=self.cycle, person=one, placement_id=self.places[one.pk], post=self.post) for one in self.people
        ))  # fmt: skip
        tasks = _created(RatingTask, (
            RatingTask(participant=member, source=source, rater=rater, due_on=END, state="sent", sent_at=SENT_AT, saved_at=SENT_AT)
            for at, member in enumerate(members) for source, rater in self._raters(at)
        ))  # fmt: skip
        _created(Rating, (rating for at, task in enumerate(tasks) for rating in self._ratings(at // 10, task)))
        _created(TestMark, (
            TestMark(participant=one, test="knowledge", mark=Decimal(self.dice.randint(55, 100))) for one in members
        ))  # fmt: skip

    def _raters(self, at: int) -> Iterator[tuple[str, Person]]:
        count = len(self.leads)
        yield "self", self.people[at]
        yield "superior", self.leads[at % count]
        yield "superior", self.leads[(at + 1 + at // count % 2) % count]
        for n in range(PEERS):
            yield "peer", self.people[(at + 1 + n * count) % len(self.people)]
        yield "practical", self.leads[(at + 2) % count]

    def _ratings(self, at: int, task: RatingTask) -> Iterator[Rating]:
        off = 0.4 if task.source == "self" else (task.rater_id % 5 - 2) / 8
        items = [self.items[4]] if task.source == "peer" else self.items
        for item in items:
            yield Rating(task=task, competency=item, level=Decimal(self._level(at, off=off)), comment="看过")


def _created(model: Any, rows: Iterable[Any], size: int = 5000) -> list[Any]:
    made: list[Any] = []
    batch: list[Any] = []
    for row in rows:
        batch.append(row)
        if len(batch) == size:
            made += model.objects.bulk_create(batch)
            batch = []
    return made + model.objects.bulk_create(batch)
