"""A centre of any size, written row by row past the actions: only for measuring pages and commands."""

import random
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from django.utils import timezone
from django.utils.timezone import localdate

from hengcai.accounts.models import RoleGrant, User, system_user
from hengcai.accounts.queries import the_centre
from hengcai.appraisal.actions import load_shipped_policies, sum_up_teams
from hengcai.appraisal.models import Cycle, Participant, Policy, RatingTask, Result
from hengcai.base.bilingual import Bilingual
from hengcai.base.days import months_after
from hengcai.evidence.models import Evidence
from hengcai.framework.actions import load_shipped
from hengcai.framework.models import Competency, Framework, Post
from hengcai.interactions.models import Contact, LakePart, Transcript
from hengcai.people.models import Employment, Person, Placement, Site, Team
from hengcai.quality.actions import draw_plan, make_plan, sum_up_measures, sum_up_months
from hengcai.quality.actions.seeds import load_seed_scorecards
from hengcai.quality.measure_models import QualityMonth
from hengcai.quality.models import Answer, Assignment, Evaluation, Item, Scorecard
from hengcai.quality.rules.measures import shown_months
from hengcai.records.actions import open_records

TODAY = date(2026, 4, 9)
QUARTER = (date(2026, 1, 1), date(2026, 3, 31))
HIRED = date(2024, 1, 8)
PER_TEAM = 15
CODES = (
    "communication",
    "problem_solving",
    "service_awareness",
    "emotion_management",
    "collaboration",
    "fast_response",
    "problem_classifying",
)


class BigCentre:
    """Sizes in; people, contacts, evaluations, a published quarter and a collecting one out."""

    def __init__(self, *, agents: int, contacts: int, evaluations: int, seed: int = 1) -> None:
        self.dice = random.Random(seed)
        system = system_user()
        load_shipped(the_centre(), by=system, today=HIRED)
        load_seed_scorecards(the_centre(), by=system, on=HIRED)
        load_shipped_policies(the_centre(), by=system, today=HIRED)
        self.users = {name: self._user(name, role) for name, role in USERS.items()}
        self._people(agents)
        self._contacts(contacts)
        self._evaluations(evaluations)
        self._plans()
        self.published = self._cycle("2026-Q1", Cycle.State.PUBLISHED)
        self.collecting = self._cycle("2026-Q2", Cycle.State.COLLECTING)
        sum_up_months(the_centre(), by=system, today=TODAY)
        sum_up_teams(self.published, by=system)
        self._measures(system)

    def _measures(self, system: User) -> None:
        """What was counted last, told of every team in the months that pages show today."""
        sum_up_measures(the_centre(), by=system, today=TODAY)
        told = QualityMonth.objects.filter(team=None).latest("month").told
        QualityMonth.objects.all().delete()
        for month in shown_months(localdate()):
            rows = [QualityMonth(month=month, team=team, told=told) for team in (None, *self.teams)]
            QualityMonth.objects.bulk_create(rows)

    def _user(self, name: str, role: str) -> User:
        user = User(username=name, name=name.title())
        user.set_unusable_password()
        user.save()
        RoleGrant.objects.create(user=user, role=role)
        return user

    def _people(self, agents: int) -> None:
        self.post = Post.objects.get(code="inbound")
        site = Site.objects.create(name="Chengdu")
        count = max(1, agents // PER_TEAM)
        self.teams = Team.objects.bulk_create([Team(name=f"Team {n:04d}", site=site) for n in range(count)])
        leads = [Person(number=f"L{n:05d}", name=f"Lead {n:05d}") for n in range(count)]
        leads[0].user = self.users["zhao"]
        self.leads = Person.objects.bulk_create(leads)
        people = [Person(number=f"A{n:06d}", name=f"Agent {n:06d}") for n in range(agents)]
        people[0].user = self.users["li"]
        self.people = Person.objects.bulk_create(people, batch_size=1000)
        everyone = [*self.leads, *self.people]
        Employment.objects.bulk_create([Employment(person=p, hired_on=HIRED) for p in everyone], batch_size=1000)
        lead_post = Post.objects.get(code="lead")
        placed = [
            Placement(person=p, since=HIRED, team=self.teams[n], post=lead_post) for n, p in enumerate(self.leads)
        ]
        placed += [
            Placement(person=p, since=HIRED, team=self.teams[n % count], post=self.post, lead=self.leads[n % count])
            for n, p in enumerate(self.people)
        ]
        Placement.objects.bulk_create(placed, batch_size=1000)
        self.placements = {p.person_id: p for p in Placement.objects.filter(person__in=self.people[:1]).all()} or {}
        self.placements = dict(Placement.objects.values_list("person_id", "pk"))

    def _contacts(self, count: int) -> None:
        part = LakePart.objects.create(path="none.parquet", day=QUARTER[0], row_count=0)
        start = datetime(2026, 1, 1, tzinfo=UTC)
        rows = (
            Contact(
                key=f"C{n:08d}", agent=self.people[n % len(self.people)], channel="call", language="zh",
                started_at=start + timedelta(minutes=(n * 37) % (90 * 1440)), turn_count=8, digest="0" * 32, part=part,
                csat=Decimal(1 + n % 5) if n % 2 else None, is_resolved_first=bool(n % 3),
            )
            for n in range(count)
        )  # fmt: skip
        _in_batches(Contact, rows)

    def _plans(self) -> None:
        """One drawn, with a pick of nearly every contact, and a draft."""
        text = "name: Quarter\nperiod: [2026-01-01, 2026-03-31]\nper_agent: 10\n"
        feng, rows = self.users["feng"], [{"analyst": "chen", "capacity": "1", "excluded": ""}]
        made, self.draft_plan = (
            make_plan(the_centre(), by=feng, text=text, analysts=rows, seed=seed) for seed in (7, 8)
        )
        self.plan = draw_plan(made, by=feng, today=TODAY)

    def _evaluations(self, count: int) -> None:
        card = Scorecard.objects.get(code="call")
        items = list(Item.objects.filter(section__scorecard=card, kind="anchored"))
        library = {c.code: c for c in Competency.objects.all()}
        contacts = list(Contact.objects.order_by("pk")[:count])
        chen, zheng = self.users["chen"], self.users["zheng"]
        given = [
            Assignment(contact=c, analyst=chen, scorecard=card, placement_id=self.placements[c.agent_id], assigned_by=zheng,
                       assigned_at=timezone.now(), due_on=TODAY, state="open" if n % 50 == 0 else "done")
            for n, c in enumerate(contacts)
        ]  # fmt: skip
        given = Assignment.objects.bulk_create(given, batch_size=1000)
        words = [{"speaker": "agent", "text": "您好，请讲。", "start": 0}]
        _in_batches(
            Transcript, (Transcript(contact=one, turns=words) for one in contacts)
        )  # what is given out has a copy
        self.open_assignment = next(one for one in given if one.state == "open")
        made = [
            Evaluation(assignment=a, agent_id=a.contact.agent_id, placement_id=a.placement_id, scorecard=card, evaluator=chen,
                       contact_on=a.contact.started_at.date(), state="published", exact="80", exact_without_fatal="80",
                       total=Decimal(60 + n * 7 % 40), submitted_at=timezone.now(), published_at=timezone.now())
            for n, a in enumerate(given) if a.state == "done"
        ]  # fmt: skip
        made = Evaluation.objects.bulk_create(made, batch_size=1000)
        _in_batches(Answer, (
            Answer(evaluation=e, item=item, value=str(1 + (e.pk + n) % 5), comment="said at the start" if (e.pk + n) % 5 < 2 else "")
            for e in made for n, item in enumerate(items)
        ))  # fmt: skip
        observed = [library[code] for code in CODES]
        _in_batches(Evidence, (
            Evidence(person_id=e.agent_id, competency=c, kind="observed", value=Decimal(1 + (e.pk + n) % 5), exact=str(1 + (e.pk + n) % 5),
                     source_kind="quality.assignment", source_id=e.assignment_id, source_revision=1, on=e.contact_on,
                     team_id=self.teams[0].pk, post=self.post)
            for e in made for n, c in enumerate(observed)
        ))  # fmt: skip

    def earlier_quarters(self, count: int) -> list[Cycle]:
        """Published ones before the one there is, each with its results and records."""
        found = []
        for back in range(1, count + 1):
            number = QUARTER[0].year * 4 - back
            first = date(number // 4, number % 4 * 3 + 1, 1)
            period = (first, months_after(first, 3) - timedelta(days=1))
            code = f"{first.year}-Q{number % 4 + 1}"
            found.append(self._cycle(code, Cycle.State.PUBLISHED, period))
            sum_up_teams(found[-1], by=system_user())
        return found

    def _cycle(self, code: str, state: str, period: tuple[date, date] = QUARTER) -> Cycle:
        cycle = Cycle.objects.create(
            code=code, kind="quarter", name=Bilingual(code, code), period_start=period[0], period_end=period[1], state=state,
            policy=Policy.objects.get(kind="quarterly"), framework=Framework.objects.get(), seed=code, self_due_on=TODAY,
            superior_due_on=TODAY, others_due_on=TODAY, publish_due_on=TODAY,
        )  # fmt: skip
        members = Participant.objects.bulk_create(
            [
                Participant(cycle=cycle, person=p, placement_id=self.placements[p.pk], post=self.post)
                for p in self.people
            ],
            batch_size=1000,
        )
        lead_of = {p.pk: self.leads[n % len(self.leads)] for n, p in enumerate(self.people)}
        _in_batches(RatingTask, (
            RatingTask(participant=m, source=source, rater=m.person if source == "self" else lead_of[m.person_id], due_on=TODAY,
                       state="sent" if state == Cycle.State.PUBLISHED else "open")
            for m in members for source in ("self", "superior")
        ))  # fmt: skip
        if state == Cycle.State.PUBLISHED:
            _in_batches(Result, (self._result(m) for m in members))
            open_records(cycle, by=system_user())
        return cycle

    def _result(self, member: Participant) -> Result:
        final = Decimal(self.dice.randint(28, 47)) / 10
        band = "excellent" if final >= Decimal("4.5") else "good" if final >= Decimal("3.5") else "to_improve"
        sources = {
            name: {"score": "4.0000", "weight": weight, "used_weight": weight + "00", "n_raters": 3, "n_ratings": 7}
            for name, weight in (
                ("superior", "0.40"),
                ("self", "0.20"),
                ("peer", "0.10"),
                ("customer", "0.20"),
                ("practical", "0.10"),
            )
        }
        detail = {"agent": member.person.number, "status": "scored", "final": str(final), "exact": f"{final}000", "band": band,
                  "sources": sources, "reasons": []}  # fmt: skip
        levels = {
            c: {"exact": str(self.dice.randint(2, 5)), "level": "3.0000", "n_raters": 3, "reasons": []} for c in CODES
        }
        return Result(participant=member, status="scored", exact=str(final), final=final, band=band, detail=detail, levels=levels,
                      computed_at=timezone.now())  # fmt: skip


USERS = {
    "li": "agent", "zhao": "lead", "chen": "analyst", "feng": "quality_supervisor", "zhou": "trainer", "wu": "hr",
    "zheng": "appraisal_group", "qian": "head", "sun": "admin",
}  # fmt: skip


def _in_batches(model, rows, size: int = 2000) -> None:
    batch = []
    for row in rows:
        batch.append(row)
        if len(batch) == size:
            model.objects.bulk_create(batch)
            batch = []
    model.objects.bulk_create(batch)
