"""Results as the arithmetic makes them, from forms that raters sent: nothing here is invented."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal

from hengcai.appraisal.actions import add_cycle, load_shipped_policies
from hengcai.appraisal.actions.cycles import Dates
from hengcai.appraisal.computing import computed
from hengcai.appraisal.forms import form_items
from hengcai.appraisal.models import Cycle, Participant, Rating, RatingTask, Remark, Result, TestMark
from hengcai.base.bilingual import Bilingual
from hengcai.evidence.actions import Observation, note_evidence
from hengcai.framework.models import Competency, Post
from hengcai.interactions.models import Contact
from hengcai.people.models import Employment, Person, Placement
from hengcai.quality.models import Answer, Assignment, Evaluation, Item, Scorecard, Section
from tests import cast
from tests.framework.stage import in_force

Q4, Q1 = (date(2025, 10, 1), date(2025, 12, 31)), (date(2026, 1, 1), date(2026, 3, 31))
PUBLISHED_AT = datetime(2026, 4, 13, 1, 0, tzinfo=UTC)
UNEVEN = ("4", "4", "5", "5", "3", "4")  # customers whose mean makes an exact score of four places
SUPERIORS = {"li": "zhao", "wang": "zhao", "he": "lin"}


MARCH = (date(2026, 3, 1), date(2026, 3, 31))
POSTS = {"zhao": "lead", "lin": "lead", "zhou": "trainer", "chen": "analyst", "zheng": "analyst"}


def standards() -> None:
    """Framework, posts and policies in force."""
    in_force()
    load_shipped_policies(cast.centre(), by=cast.user("zheng"), today=cast.HIRED)


def person(name: str) -> Person:
    """One of the cast, in the post that fits."""
    found = cast.person(name)
    if name in POSTS:
        Placement.objects.filter(person=found).update(post=Post.objects.get(code=POSTS[name]))
    return found


def cycle(kind: str, code: str, period: tuple[date, date], state: str) -> Cycle:
    standards()
    name = Bilingual("一季度技能评价", "First quarter") if kind == "quarter" else Bilingual("三月考核", "March")
    made = add_cycle(
        cast.centre(), by=cast.user("zheng"), kind=kind, code=code, name=name, period=period, dates=Dates()
    )
    made.state, made.published_at = state, PUBLISHED_AT if state == "published" else None
    made.save()
    return made


def quarter(*, code: str = "2026-Q1", period: tuple[date, date] = Q1, state: str = "published") -> Cycle:
    return cycle("quarter", code, period, state)


def month(*, code: str = "2026-03", state: str = "published") -> Cycle:
    return cycle("month", code, MARCH, state)


def probation(*, code: str = "2026-03-P", state: str = "published") -> Cycle:
    return cycle("probation", code, MARCH, state)


def counted_from_one_on(cycle: Cycle) -> Cycle:
    """Under a policy that lets fewer peers count than the veil thinks enough."""
    cycle.policy.text = cycle.policy.text.replace("peer_minimum: 3", "peer_minimum: 1")
    cycle.policy.save(update_fields=["text"])
    return cycle


def contact(who: Person, number: int, *, on: date = date(2026, 3, 5), **facts: object) -> Contact:
    at = datetime(on.year, on.month, on.day, 3, 0, tzinfo=UTC)
    values = {"started_at": at, "channel": "call", "digest": "-", **facts}
    return Contact.objects.create(key=f"{who.number}-{number}", agent=who, **values)


def observe(who: Person, code: str, levels: Sequence[str], *, first_id: int = 1, on: date = date(2026, 2, 10)) -> None:
    competency = Competency.objects.get(framework__state="published", code=code)
    seen = [
        Observation(who.pk, competency, "observed", one, "test", first_id + n, 1, on, None, None)
        for n, one in enumerate(levels)
    ]
    note_evidence(seen, by=cast.user("chen"))


def colleague(number: str, *, post: str = "online", team: str = "one") -> Person:
    """Somebody without a sign-in."""
    made = Person.objects.create(number=number, name=number.title())
    Employment.objects.create(person=made, hired_on=cast.HIRED)
    facts = {"team": cast.team(team), "post": Post.objects.get(code=post), "lead": person("zhao")}
    Placement.objects.create(person=made, since=cast.HIRED, **facts)
    return made


def joined(cycle: Cycle, name: str) -> Participant:
    who = person(name) if name in cast.ROLES else Person.objects.get(number=name)
    placement = Placement.objects.get(person=who)
    return Participant.objects.create(cycle=cycle, person=who, placement=placement, post=placement.post)


def form(participant: Participant, source: str, rater: Person, levels: Mapping[str, int | None] | int) -> RatingTask:
    """`levels`: one for all, or by competency with 4 elsewhere."""
    task = RatingTask.objects.create(participant=participant, source=source, rater=rater, state="sent")
    given = levels if isinstance(levels, Mapping) else dict.fromkeys((i.code for i in form_items(task)), levels)
    rows = [Rating(task=task, competency=item, level=given.get(item.code, 4)) for item in form_items(task)]
    Rating.objects.bulk_create(rows)
    return task


def peer(number: int) -> Person:
    name = f"secret-peer-{number}"
    return Person.objects.filter(number=name).first() or colleague(name)


def rated(
    cycle: Cycle, name: str = "li", *, superior: Mapping[str, int | None] | int | None = 4, own: int | None = 4,
    peers: Sequence[int] = (4, 5, 4, 5), practical: int | None = 3, customers: Sequence[str] = ("4",) * 5,
    marks: Sequence[tuple[str, int, str]] = (("业务知识", 1, "80"),),
) -> Result:  # fmt: skip
    one = joined(cycle, name)
    if superior is not None:
        form(one, "superior", person(SUPERIORS.get(name, "zhao")), superior)
    if own is not None:
        form(one, "self", one.person, own)
    for number, level in enumerate(peers):
        form(one, "peer", peer(number), level)
    if practical is not None:
        form(one, "practical", person("zhou"), practical)
    for test, attempt, mark in marks:
        TestMark.objects.create(participant=one, test=test, attempt=attempt, mark=Decimal(mark))
    for number, score in enumerate(customers):
        key = int(f"{one.pk}{number}")
        contact(one.person, key, csat=Decimal(score), on=cycle.period_end.replace(day=5))
    return computed_for(one)


def computed_for(one: Participant) -> Result:
    result = next(iter(computed(one.cycle, [one.pk]))).result
    result.save()
    return Result.objects.get(pk=result.pk)


def counted(cycle: Cycle, name: str = "li", *, csat: Sequence[str] = ("5", "5", "2"), resolved: int = 3) -> Result:
    """A month from contacts: satisfaction, first-contact resolution, one upheld complaint."""
    one = joined(cycle, name)
    for number, score in enumerate(csat):
        contact(one.person, 700 + number, csat=Decimal(score), is_resolved_first=number < resolved)
    contact(one.person, 790, complaint="upheld")
    return computed_for(one)


def remark(result: Result, source: str, text: str, author: Person) -> Remark:
    at = PUBLISHED_AT
    return Remark.objects.create(participant=result.participant, source=source, author=author, text=text, written_at=at)


def mates(*names: str) -> list[Person]:
    """More people of Zhao's team, named so that order by name is the order given."""
    return [colleague(name, post="inbound") for name in names]


def card() -> Item:
    """One anchored item on listening, on a card in force."""
    known = Item.objects.filter(code="listening").first()
    if known:
        return known
    facts = {"channel": "call", "kind": "weighted", "pass_line": 60, "excellence_line": 90, "state": "published"}
    made = Scorecard.objects.create(
        code="call", name={"zh": "语音评分表", "en": "Call card"}, level_shares=["0", ".3", ".6", ".8", "1"], **facts
    )
    section = Section.objects.create(
        scorecard=made, code="talk", name={"zh": "沟通", "en": "Talk"}, weight=100, order=1
    )
    competency = in_force().competencies.get(code="listening")
    return Item.objects.create(
        section=section, code="listening", kind="anchored", name={"zh": "倾听", "en": "Listening"},
        guidance={"zh": "看有没有复述", "en": "Was it restated?"}, weight=100, competency=competency, order=1,
        anchors={"1": {"zh": "没有", "en": "No"}, "5": {"zh": "有", "en": "Yes"}},
    )  # fmt: skip


def evaluated(
    name: str, value: str, *, comment: str = "", turn: int | None = None, state: str = "published",
    on: date = date(2026, 3, 12), number: int = 0,
) -> Evaluation:  # fmt: skip
    """One contact scored on one item; its level goes to the ledger as the desk would put it there."""
    item, agent = card(), person(name)
    seen = contact(agent, 900 + number, on=on)
    facts = {"contact": seen, "scorecard": item.section.scorecard, "analyst": cast.user("chen")}
    given = Assignment.objects.create(
        **facts, assigned_by=cast.user("feng"), assigned_at=seen.started_at, due_on=on, state="done"
    )
    made = Evaluation.objects.create(
        assignment=given, agent=agent, scorecard=item.section.scorecard, evaluator=cast.user("chen"), contact_on=on,
        is_current=True, state=state, exact="80", total=80, submitted_at=seen.started_at, published_at=seen.started_at,
    )  # fmt: skip
    Answer.objects.create(evaluation=made, item=item, value=value, comment=comment, turn=turn)
    return made
