"""Counts a month of quality work, by team and of the whole centre: what the measures are read from."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Count as Tally
from django.db.models import F, Min, Q, QuerySet

from hengcai.base.days import bounds, day_of, months_after
from hengcai.interactions.models import Contact
from hengcai.people.models import Placement
from hengcai.people.queries.calendar import the_calendar
from hengcai.quality.calibration_models import Calibration
from hengcai.quality.cards import PARTS, card_of, items_of
from hengcai.quality.measure_models import CauseReport
from hengcai.quality.models import Answer, Dispute, Evaluation, Item, Scorecard
from hengcai.quality.recheck_models import Recheck
from hengcai.quality.rules.card import CRITICAL_CLASSES, OUTSIDE_CAUSES, Card
from hengcai.quality.rules.card import Item as CardItem
from hengcai.quality.rules.measures import Count, Counted, is_on_time, mean_of
from hengcai.quality.rules.score import is_error, is_fatal

SENT = (Evaluation.State.SUBMITTED, Evaluation.State.PUBLISHED)
PUBLISHED = Evaluation.State.PUBLISHED
TEAM = "placement__team"
Place = int | None  # a team; None: none was noted
Test = Callable[[Card, CardItem, str], bool]


@dataclass(frozen=True)
class Month:
    first: date

    @property
    def days(self) -> tuple[date, date]:
        return self.first, months_after(self.first, 1) - timedelta(days=1)

    @property
    def moments(self) -> tuple[datetime, datetime]:
        return bounds(*self.days, settings.TIME_ZONE)


@dataclass
class Sheet:
    """What was counted so far; the whole centre's is the sum, but where people would count twice."""

    counts: dict[Place, dict[str, Count]] = field(default_factory=lambda: defaultdict(dict))
    whole: dict[str, Count] = field(default_factory=dict)
    causes: dict[Place, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    seconds: dict[Place, list[float]] = field(default_factory=lambda: defaultdict(list))

    def add(self, place: Place, code: str, top: int, of: int) -> None:
        if of:
            self.counts[place][code] = Count(min(top, of), of)

    def counted(self) -> dict[Place, Counted]:
        """By team, and the whole centre under None."""
        teams = [one for one in {*self.counts, *self.causes, *self.seconds} if one is not None]
        found: dict[Place, Counted] = {
            one: Counted(self.counts[one], mean_of(self.seconds[one]), self.causes[one]) for one in teams
        }
        sums: dict[str, Count] = {}
        for counts in self.counts.values():
            for code, one in counts.items():
                sums[code] = sums.get(code, Count()) + one
        causes: dict[str, int] = defaultdict(int)
        for some in self.causes.values():
            for cause, n in some.items():
                causes[cause] += n
        every = mean_of(value for some in self.seconds.values() for value in some)
        return {**found, None: Counted({**sums, **self.whole}, every, dict(causes))}


def count_month(first: date, *, today: date) -> dict[Place, Counted]:
    month, sheet = Month(first), Sheet()
    _contacts(sheet, month)
    _rechecks(sheet, month)
    _disputes(sheet, month)
    _results(sheet, month)
    _errors(sheet, month)
    _feedback(sheet, month, today)
    _handling(sheet, month)
    _of_the_centre(sheet, month)
    found = sheet.counted()
    return {**found, None: _with_alpha(found[None], month)}


def _sent(month: Month) -> QuerySet[Evaluation]:
    return Evaluation.objects.filter(is_current=True, state__in=SENT, contact_on__range=month.days).order_by()


def _results_of(month: Month) -> QuerySet[Evaluation]:
    rows = Evaluation.objects.filter(is_current=True, state=PUBLISHED, contact_on__range=month.days)
    return rows.filter(total__isnull=False).order_by()


def _contacts(sheet: Sheet, month: Month) -> None:
    """How many there were, with whom, and of how many of them anything was scored."""
    taken = _taken(month)
    heard = _sent(month).values_list(TEAM).annotate(Tally("assignment__contact", distinct=True))
    scored = {place: (n, people) for place, n, people in heard.annotate(people=Tally("agent", distinct=True))}
    everybody: set[int] = set()
    for place, by_agent in taken.items():
        n, people = scored.get(place, (0, 0))
        sheet.add(place, "heard", n, sum(by_agent.values()))
        sheet.add(place, "covered", people, len(by_agent))
        everybody |= by_agent.keys()
    agents = _sent(month).values("agent").distinct().count()
    if everybody:
        sheet.whole["covered"] = Count(min(agents, len(everybody)), len(everybody))


def _taken(month: Month) -> dict[Place, dict[int, int]]:
    """Team → agent → contacts. Whoever changed teams within the month is counted stretch by stretch."""
    start, end = month.moments
    rows = Contact.objects.filter(started_at__gte=start, started_at__lt=end).order_by()
    by_agent = dict(rows.values_list("agent").annotate(Tally("pk")))
    stretches = _stretches(month)
    found: dict[Place, dict[int, int]] = defaultdict(dict)
    for agent, n in by_agent.items():
        held = stretches.get(agent, [])
        for team, count in _by_stretch(agent, held) if len(held) > 1 else [(held[0][0] if held else None, n)]:
            found[team][agent] = found[team].get(agent, 0) + count
    return found


def _stretches(month: Month) -> dict[int, list[tuple[Place, date, date]]]:
    first, last = month.days
    rows = Placement.objects.filter(since__lte=last).filter(Q(until=None) | Q(until__gte=first)).order_by("since")
    found: dict[int, list[tuple[Place, date, date]]] = defaultdict(list)
    for person, team, since, until in rows.values_list("person", "team", "since", "until"):
        found[person].append((team, max(since, first), min(until or last, last)))
    return found


def _by_stretch(agent: int, held: Iterable[tuple[Place, date, date]]) -> Iterable[tuple[Place, int]]:
    for team, since, until in held:
        start, end = bounds(since, until, settings.TIME_ZONE)
        n = Contact.objects.filter(agent=agent, started_at__gte=start, started_at__lt=end).count()
        if n:
            yield team, n


def _rechecks(sheet: Sheet, month: Month) -> None:
    sent = dict(_sent(month).values_list(TEAM).annotate(Tally("assignment", distinct=True)))
    settled = Q(state=Recheck.State.SETTLED, is_random=True)
    rows = Recheck.objects.filter(evaluation__contact_on__range=month.days).order_by()
    done = rows.values_list(f"evaluation__{TEAM}").annotate(
        scored=Tally("pk", filter=Q(state__in=(Recheck.State.MARKED, Recheck.State.SETTLED))),
        settled=Tally("pk", filter=settled),
        kept=Tally("pk", filter=settled & Q(result=None)),
    )
    found = {place: some for place, *some in done}
    for place, n in sent.items():
        scored, _settled, _kept = found.get(place, (0, 0, 0))
        sheet.add(place, "rechecked", scored, n)
    for place, (_scored, settled_count, kept) in found.items():
        sheet.add(place, "accurate", kept, settled_count)


def _disputes(sheet: Sheet, month: Month) -> None:
    open_to = Evaluation.objects.filter(
        contact_on__range=month.days, state=PUBLISHED, dispute_closes_on__isnull=False
    ).order_by()
    rows = Dispute.objects.filter(evaluation__contact_on__range=month.days).order_by()
    ended = rows.values_list(f"evaluation__{TEAM}").annotate(
        raised=Tally("pk"),
        decided=Tally("pk", filter=Q(state=Dispute.State.DECIDED)),
        changed=Tally("pk", filter=Q(outcome__isnull=False)),
    )
    found = {place: some for place, *some in ended}
    for place, n in open_to.values_list(TEAM).annotate(Tally("pk")):
        raised, decided, changed = found.get(place, (0, 0, 0))
        sheet.add(place, "disputed", raised, n)
        sheet.add(place, "changed", changed, decided)


def _results(sheet: Sheet, month: Month) -> None:
    rows = (
        _results_of(month)
        .values_list(TEAM)
        .annotate(
            n=Tally("pk"),
            passed=Tally("pk", filter=Q(total__gte=F("scorecard__pass_line"))),
            excellent=Tally("pk", filter=Q(total__gte=F("scorecard__excellence_line"))),
            fatal=Tally("pk", filter=Q(has_fatal=True)),
        )
    )
    for place, n, *tops in rows:
        for code, top in zip(("passed", "excellent", "fatal"), tops, strict=True):
            sheet.add(place, code, top, n)


def errors_of(first: date) -> QuerySet[Answer]:
    """Every mark below what is required, of the published evaluations of the month's contacts."""
    rows = Answer.objects.filter(evaluation__in=_results_of(Month(first)).values("pk"))
    return rows.filter(_marked(is_error)).order_by()


def _errors(sheet: Sheet, month: Month) -> None:
    """Apart by what they endanger. What lies outside the agent costs them nothing and is told by its cause."""
    team, of = f"evaluation__{TEAM}", dict(_results_of(month).values_list(TEAM).annotate(Tally("pk")))
    wrong = errors_of(month.first)
    for place, cause, n in wrong.values_list(team, "cause").annotate(Tally("pk")):
        sheet.causes[place][cause] = n
    fatal = _marked(is_fatal)
    charged = wrong.exclude(cause__in=OUTSIDE_CAUSES)
    classes = charged.filter(fatal).values_list(team, "item__critical_class")
    _add_errors(sheet, of, classes.annotate(Tally("evaluation", distinct=True)), CRITICAL_CLASSES)
    rest = charged.exclude(fatal).values_list(team).annotate(Tally("evaluation", distinct=True))
    _add_errors(sheet, of, ((place, "nonfatal", n) for place, n in rest), ("nonfatal",))


def _add_errors(
    sheet: Sheet, of: Mapping[Place, int], rows: Iterable[tuple[Place, str, int]], codes: Iterable[str]
) -> None:
    found = {(place, code): n for place, code, n in rows}
    for place, n in of.items():
        for code in codes:
            sheet.add(place, code, found.get((place, code), 0), n)


def _marked(test: Test) -> Q:
    """Answers whose value passes, as a condition on item and value: items with the same values stand together."""
    groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for scorecard in Scorecard.objects.exclude(state=Scorecard.State.DRAFT).prefetch_related(PARTS):
        card = card_of(scorecard)
        for row in items_of(scorecard):
            groups[_values(card, row, test)].append(row.pk)
    found = Q(pk__in=[])
    for values, items in groups.items():
        if values:
            found |= Q(item__in=items, value__in=values)
    return found


def _values(card: Card, row: Item, test: Test) -> tuple[str, ...]:
    item = card.by_code[row.code]
    return tuple(value for value in item.scale if test(card, item, value))


def _feedback(sheet: Sheet, month: Month, today: date) -> None:
    """Published so many working days after submission; what still has time does not count yet."""
    calendar, zone = the_calendar(), settings.TIME_ZONE
    rows = Evaluation.objects.filter(state__in=SENT, contact_on__range=month.days).order_by()
    ends = rows.values_list(TEAM, "assignment").annotate(sent=Min("submitted_at"), out=Min("published_at"))
    last: dict[date, date] = {}
    found: dict[Place, list[int]] = defaultdict(lambda: [0, 0])
    for place, _assignment, sent, out in ends:
        on = day_of(sent, zone)
        if on not in last:
            last[on] = calendar.add(on, settings.FEEDBACK_DAYS).date
        verdict = is_on_time(day_of(out, zone) if out else None, last=last[on], today=today)
        found[place][0] += bool(verdict)
        found[place][1] += verdict is not None
    for place, (top, of) in found.items():
        sheet.add(place, "prompt", top, of)


def _handling(sheet: Sheet, month: Month) -> None:
    """Seconds at the desk, of evaluations that were scored there."""
    for place, seconds in _sent(month).exclude(item_seconds={}).values_list(TEAM, "item_seconds").iterator():
        sheet.seconds[place].append(sum(seconds.values()))


def _of_the_centre(sheet: Sheet, month: Month) -> None:
    asked = Q(state=CauseReport.State.OPEN, due_on__range=month.days)
    answered = ~Q(state=CauseReport.State.OPEN) & Q(measure_on__range=month.days)
    due = CauseReport.objects.filter(asked | answered)
    of, closed = due.count(), due.filter(state=CauseReport.State.CLOSED).count()
    if of:
        sheet.whole["mended"] = Count(closed, of)
    like = [found for one in _sessions(month) if (found := one.findings.get("consistency")) and found["n"]]
    if like:
        top = sum(round(one["estimate"] * one["n"]) for one in like)
        units = sum(one.contacts.count() for one in _sessions(month) if one.findings.get("consistency"))
        of = sum(one["n"] for one in like)
        sheet.whole["consistent"] = Count(top, of, min(units, of))


def _sessions(month: Month) -> list[Calibration]:
    start, end = month.moments
    return list(Calibration.objects.filter(agreed_at__gte=start, agreed_at__lt=end).order_by("agreed_at", "pk"))


def _with_alpha(counted: Counted, month: Month) -> Counted:
    """The chance-corrected figure beside the trade's own."""
    told: list[dict[str, Any]] = [one.findings["overall"] for one in _sessions(month) if one.findings.get("overall")]
    alpha = told[-1].get("krippendorff_alpha") if told else None
    return Counted(counted.counts, counted.handling, counted.causes, alpha)
