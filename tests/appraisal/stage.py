"""A small centre in its first quarter: two teams, two posts, a trainer, everything in force."""

from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

from hengcai.accounts.models import system_user
from hengcai.appraisal.actions import (
    Dates,
    add_cycle,
    confirm_publication,
    load_shipped_policies,
    open_cycle,
    pass_rater_training,
    propose_publication,
    publish_cycle,
    send_rating,
)
from hengcai.appraisal.forms import form_items
from hengcai.appraisal.models import Cycle, Participant, RatingTask
from hengcai.appraisal.rules.publication import TAKE_BACK
from hengcai.appraisal.rules.raters import Given
from hengcai.appraisal.rules.training import RIGHT_ANSWERS
from hengcai.base import clock
from hengcai.base.bilingual import Bilingual
from hengcai.evidence.actions import Observation, note_evidence
from hengcai.framework.models import Competency, Post
from hengcai.interactions.models import Contact
from hengcai.people.models import Employment, Person, Placement
from tests import cast
from tests.framework.stage import in_force

START, END = date(2026, 1, 1), date(2026, 3, 31)
MONTH = (date(2026, 3, 1), date(2026, 3, 31))
SELF_DUE, OTHERS_DUE, SUPERIOR_DUE, PUBLISH_DUE = (
    date(2026, 4, 2),
    date(2026, 4, 3),
    date(2026, 4, 8),
    date(2026, 4, 13),
)
IN_TIME, AFTER_SELF = date(2026, 4, 1), date(2026, 4, 3)
DATES = Dates(SELF_DUE, OTHERS_DUE, SUPERIOR_DUE, PUBLISH_DUE)
POSTS = {"zhao": "lead", "lin": "lead", "zhou": "trainer", "chen": "analyst", "zheng": "analyst"}


def in_force_everything():
    framework = in_force()
    load_shipped_policies(cast.centre(), by=cast.user("zheng"), today=cast.HIRED)
    return framework


def person(name: str) -> Person:
    """One of the cast; whoever came along with them stands in the post that fits, too."""
    found = cast.person(name)
    for number, code in POSTS.items():
        Placement.objects.filter(person__number=number).update(post=Post.objects.get(code=code))
    return found


def colleague(number: str, *, post: str = "online", team: str = "one", lead: str | None = "zhao") -> Person:
    """Somebody without a sign-in, to be a peer or to be many."""
    made = Person.objects.create(number=number, name=number.title())
    Employment.objects.create(person=made, hired_on=cast.HIRED)
    place = {"team": cast.team(team), "post": Post.objects.get(code=post), "lead": person(lead) if lead else None}
    Placement.objects.create(person=made, since=cast.HIRED, **place)
    return made


def cycle(*, kind: str = "quarter", code: str = "2026-Q1", period: tuple[date, date] = (START, END)) -> Cycle:
    """Laid out, not yet open."""
    in_force_everything()
    dates = Dates() if kind == "month" else DATES
    name = Bilingual("考核", "Appraisal")
    return add_cycle(cast.centre(), by=cast.user("zheng"), kind=kind, code=code, name=name, period=period, dates=dates)


def open_quarter(*, peers: int = 3) -> Cycle:
    """Li and Wang under Zhao, He under Lin, three online agents who rate as peers, Zhou who examines."""
    in_force_everything()
    for name in ("li", "wang", "he", "zhou"):
        person(name)
    for number in range(peers):
        colleague(f"online{number}")
    return open_cycle(cycle(), by=cast.user("zheng"), today=END)


def open_month() -> Cycle:
    in_force_everything()
    for name in ("li", "wang", "he"):
        person(name)
    made = cycle(kind="month", code="2026-03", period=MONTH)
    return open_cycle(made, by=cast.user("zheng"), today=END)


def publish(of: Cycle, *, proposer: str = "zheng", by: str = "qian", reason: str = "they will not come") -> Cycle:
    """Proposed, confirmed by a second person, and out when the ten minutes are over."""
    propose_publication(of, by=cast.user(proposer), reason=reason, today=clock.today())
    confirm_publication(of, by=cast.user(by), today=clock.today())
    return finish(of)


def finish(of: Cycle) -> Cycle:
    with clock.set_to(clock.now() + TAKE_BACK):
        return publish_cycle(of, by=system_user())


def participant(of: Cycle, name: str = "li") -> Participant:
    return Participant.objects.get(cycle=of, person__number=name)


def task(of: Cycle, name: str = "li", source: str = "superior") -> RatingTask:
    rows = RatingTask.objects.select_related("participant__cycle", "participant__person", "participant__post", "rater")
    return rows.filter(participant__cycle=of, participant__person__number=name, source=source).order_by("pk")[0]


def train(name: str) -> None:
    pass_rater_training(cast.user(name), by=cast.user(name), answers=RIGHT_ANSWERS, today=IN_TIME)


def all_at(form: RatingTask, level: int | None = 4, **others: Given) -> dict[str, Given]:
    given = {item.code: Given(None if level is None else Fraction(level)) for item in form_items(form)}
    return {**given, **others}


def send(form: RatingTask, *, by: str, level: int = 4, today: date = AFTER_SELF, **others: Given) -> RatingTask:
    if form.source != "self":
        train(by)
    given = all_at(form, level, **others)
    return send_rating(form, by=cast.user(by), given=given, comment="", edit_count=form.edit_count, today=today)


def rate_by_file(form: RatingTask, level: int = 4) -> None:
    """A form sent by somebody without a sign-in: written past the page."""
    rows = [{"task": form, "competency": item, "level": level} for item in form_items(form)]
    form.ratings.model.objects.bulk_create(form.ratings.model(**row) for row in rows)
    RatingTask.objects.filter(pk=form.pk).update(state="sent", is_imported=True)


def observe(who: Person, code: str, levels: list[str], *, on: date = date(2026, 2, 10), first_id: int = 1) -> None:
    competency = Competency.objects.get(framework__state="published", code=code)
    seen = [
        Observation(who.pk, competency, "observed", level, "test", first_id + number, 1, on, None, None)
        for number, level in enumerate(levels)
    ]
    note_evidence(seen, by=cast.user("chen"))


def contact(
    who: Person, number: int, *, csat: str | None = None, on: date = date(2026, 3, 5), **facts: object
) -> Contact:
    at = datetime(on.year, on.month, on.day, 3, 0, tzinfo=UTC)
    score = None if csat is None else Decimal(csat)
    values = {"started_at": at, "channel": "call", "csat": score, "digest": "-", **facts}
    return Contact.objects.create(key=f"{who.number}-{number}", agent=who, **values)
