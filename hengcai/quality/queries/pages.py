"""What the pages of scoring read: the work of one analyst, one contact on the desk, one evaluation with its sum."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, cast

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.functional import SimpleLazyObject

from hengcai.accounts.models import User
from hengcai.base.bilingual import Bilingual
from hengcai.base.decimals import rounded
from hengcai.base.ids import folded
from hengcai.base.permissions import Doer
from hengcai.framework.models import Framework, ServiceIndicator
from hengcai.interactions.models import Contact, Transcript
from hengcai.interactions.rules.contact import SHOWN
from hengcai.quality import permissions
from hengcai.quality.analysts import able_analysts
from hengcai.quality.cards import bare_card_of, card_of, marks_of
from hengcai.quality.models import Assignment, Evaluation, Scorecard
from hengcai.quality.queries.cases import reportable_by
from hengcai.quality.queries.lists import EXCELLENT, PASSED, VERDICTS, newest_seen, waiting_for_publication
from hengcai.quality.rules.card import DEDUCTION_CARD, Card, Mark
from hengcai.quality.rules.score import FULL, Score, score

Turns = Sequence[Mapping[str, Any]]
FIRST, PASS, FAIL = "excellent", "pass", "fail"


def work_given_to(user: Doer) -> QuerySet[Assignment]:
    """Everything this analyst was ever given and may still open."""
    rows = Assignment.objects.exclude(state=Assignment.State.WITHDRAWN)
    rows = rows.select_related(
        "contact__agent", "contact__transcript", "scorecard", "placement__team", "placement__post", "assigned_by"
    )
    return permissions.OPEN.rows(rows, user)


def work_sent_by(user: Doer) -> QuerySet[Assignment]:
    """The same for a form that is sent, not shown: what is said of it, and by whom it was given, is not looked up."""
    return work_given_to(user).select_related(None).select_related("contact__agent", "scorecard")


def _begun() -> Exists:
    return Exists(Evaluation.objects.filter(assignment=OuterRef("pk"), state=Evaluation.State.DRAFT))


@dataclass(frozen=True)
class Waiting:
    """One open piece, before its contact is looked up."""

    key: int
    is_begun: bool


def open_work(user: Doer) -> list[Waiting]:
    """By due day; of one day what was begun comes first. A correction begun and not handed in is open too."""
    rows = Assignment.objects.exclude(state=Assignment.State.WITHDRAWN)
    drafts = Evaluation.objects.filter(state=Evaluation.State.DRAFT).values("assignment")
    is_open = Q(state=Assignment.State.OPEN) | Q(
        pk__in=drafts
    )  # drafts are few: what is done need not be looked through
    rows = permissions.OPEN.rows(rows.filter(is_open), user).annotate(is_begun=_begun())
    found = rows.order_by("due_on", "-is_begun", "pk").values_list("pk", "is_begun")
    return [Waiting(key, is_begun) for key, is_begun in found]


def first_of(waiting: Sequence[Waiting]) -> Waiting | None:
    """What was left half done, the earliest due of it; else the earliest due of all."""
    return next((one for one in waiting if one.is_begun), waiting[0] if waiting else None)


def pieces(waiting: Iterable[Waiting]) -> dict[int, Assignment]:
    """Key → the piece with its contact."""
    return pieces_of(one.key for one in waiting)


def pieces_of(keys: Iterable[int]) -> dict[int, Assignment]:
    rows = Assignment.objects.select_related("contact__agent", "scorecard")
    return {row.pk: row for row in rows.filter(pk__in=set(keys))}


def pieces_among(waiting: Iterable[Waiting]) -> QuerySet[Assignment]:
    """The same to be sorted otherwise."""
    return Assignment.objects.filter(pk__in=[one.key for one in waiting])


def next_piece(user: Doer, *, without: int = 0) -> Assignment | None:
    """The first of the open work but for one piece, found without looking at the rest of it."""
    given = Assignment.objects.exclude(state=Assignment.State.WITHDRAWN).exclude(pk=without)
    rows = permissions.OPEN.rows(given.select_related("contact__agent", "scorecard"), user)
    drafts = Evaluation.objects.filter(state=Evaluation.State.DRAFT, assignment__analyst=user.pk).values("assignment")
    ordered = rows.order_by("due_on", "pk")
    return ordered.filter(pk__in=drafts).first() or ordered.filter(state=Assignment.State.OPEN).first()


def edit_count_of(assignment: Assignment) -> int:
    """What a page must name to save it now."""
    found = assignment.evaluations.order_by("-revision").values_list("edit_count", flat=True).first()
    return found or 0


@dataclass(frozen=True)
class Desk:
    """One contact as it lies before its analyst. `edit_count` is what the page must name to save."""

    assignment: Assignment
    card: Card
    marks: Mapping[str, Mark]
    comment: str
    edit_count: int
    latest: Evaluation | None
    is_revision: bool
    turns: Turns

    @property
    def seconds(self) -> int | None:
        return seconds_of(self.assignment.contact, self.turns)

    @property
    def seconds_spent(self) -> dict[str, int]:
        """On each item of the draft so far."""
        is_draft = self.latest is not None and self.latest.state == Evaluation.State.DRAFT
        return self.latest.item_seconds if self.latest and is_draft else {}

    @property
    def told(self) -> Mapping[str, str]:
        """What the contact's file said besides: direction, queue, skill group, where it did."""
        transcript: Transcript | None = getattr(self.assignment.contact, "transcript", None)
        told = transcript.told if transcript else {}
        return {name: told[name] for name in SHOWN if name in told}


def desk_of(assignment: Assignment) -> Desk:
    evaluations = list(assignment.evaluations.prefetch_related("answers__item").order_by("revision"))
    latest = evaluations[-1] if evaluations else None
    return Desk(
        assignment=assignment,
        card=card_of(assignment.scorecard),
        marks=marks_of(latest.answers.all()) if latest else {},
        comment=latest.comment if latest else "",
        edit_count=latest.edit_count if latest else 0,
        latest=latest,
        is_revision=any(one.is_current for one in evaluations),
        turns=turns_of(assignment),
    )


def bare_desk_of(assignment: Assignment) -> Desk:
    """For a form that is sent, not shown: without what was saved before; what was said is read once a mark points at it."""
    turns = cast("Turns", SimpleLazyObject(lambda: turns_of(assignment)))
    return Desk(assignment, bare_card_of(assignment.scorecard), {}, "", 0, None, is_revision=False, turns=turns)


def turns_of(assignment: Assignment) -> Turns:
    transcript: Transcript | None = getattr(assignment.contact, "transcript", None)
    return transcript.turns if transcript else ()


def seconds_of(contact: Contact, turns: Turns) -> int | None:
    """How long it was: from the clock, else to the last word; unknown where neither is there."""
    if contact.ended_at:
        return int((contact.ended_at - contact.started_at).total_seconds())
    return max((int(turn["end"]) for turn in turns if turn.get("end") is not None), default=None)


def standing(lines: Card | Scorecard, total: Fraction | None) -> str:
    """Against the card's own lines, by the total as shown; nothing where there is no score."""
    if total is None:
        return ""
    shown = rounded(total, places=1)
    return FIRST if shown >= lines.excellence_line else PASS if shown >= lines.pass_line else FAIL


@dataclass(frozen=True)
class Line:
    """One step of the sum: a section's weight among those that count, what was earned of it, what that gives."""

    code: str
    weight: Fraction
    share: Fraction
    points: Fraction
    is_fatal: bool


@dataclass(frozen=True)
class Sum:
    """From the sections to the total: `base`, then what is taken off and added, then the veto."""

    lines: Sequence[Line]
    base: Fraction | None
    score: Score

    @property
    def is_vetoed(self) -> bool:
        return self.score.total != self.score.without_fatal


def sum_of(card: Card, found: Score) -> Sum:
    """Without fatal errors; the veto is a line of its own on the page."""
    weights = {section.code: section.weight for section in card.sections}
    counting = [one for one in found.sections if one.without_fatal is not None]
    whole = sum((weights[one.code] for one in counting), Fraction(0))
    if card.kind == DEDUCTION_CARD or not whole:
        return Sum((), None if found.without_fatal is None else FULL, found)
    lines = [_line(one.code, weights[one.code] / whole, one.without_fatal, one.is_fatal) for one in counting]
    return Sum(lines, sum((line.points for line in lines), Fraction(0)), found)


def _line(code: str, weight: Fraction, share: Fraction | None, is_fatal: bool) -> Line:  # noqa: FBT001
    earned = share or Fraction(0)
    return Line(code, weight, earned, FULL * weight * earned, is_fatal)


def evaluations_listed(user: Doer) -> QuerySet[Evaluation]:
    """One revision of each contact, as far as this user sees it; the latest contact first."""
    was_scored = Evaluation.objects.filter(agent__user=user.pk).exists()  # others need not look for older revisions
    shown = newest_seen(user) if was_scored else Q(is_current=True)
    rows = Evaluation.objects.filter(shown).order_by("-contact_on", "-pk")
    return permissions.SEE.rows(rows, user).select_related(
        "agent", "placement__team", "scorecard", "evaluator", "assignment__contact"
    )


@dataclass(frozen=True)
class Listed:
    evaluation: Evaluation
    band: str
    may_publish: bool


def listed(page: Iterable[Evaluation], user: Doer) -> list[Listed]:
    """One page of the list; which of it this user may publish takes one query at most."""
    rows = list(page)
    ready: set[int] = set()
    if permissions.PUBLISH.is_held_by(user):
        ready = set(waiting_for_publication(user).filter(pk__in=[row.pk for row in rows]).values_list("pk", flat=True))
    return [Listed(row, standing(row.scorecard, _total(row)), row.pk in ready) for row in rows]


@dataclass(frozen=True)
class Counts:
    """`passed` holds the excellent ones too."""

    all: int
    excellent: int
    passed: int
    failed: int
    fatal: int


def counts_of(rows: QuerySet[Evaluation]) -> Counts:
    """Over the whole list in one query, cheaply: means and deviations are for those who ask for them."""
    counted = rows.order_by().aggregate(
        all=Count("pk"),
        excellent=Count("pk", filter=EXCELLENT),
        passed=Count("pk", filter=PASSED),
        scored=Count("total"),
        fatal=Count("pk", filter=Q(has_fatal=True)),
    )
    failed = counted.pop("scored") - counted["passed"]
    return Counts(**counted, failed=failed)


def _total(evaluation: Evaluation) -> Fraction | None:
    return Fraction(evaluation.exact) if evaluation.exact else None


def evaluations_seen_by(user: Doer) -> QuerySet[Evaluation]:
    """Every revision, for one page of its own."""
    rows = Evaluation.objects.select_related(
        "agent", "placement__team", "scorecard", "evaluator", "assignment__contact__transcript", "decided_by"
    )
    return permissions.SEE.rows(rows.prefetch_related("answers__item"), user)


@dataclass(frozen=True)
class EvaluationFilter:
    """What the list is narrowed by; None or empty leaves it as it is."""

    agent: str = ""
    team: int | None = None
    card: str = ""
    analyst: int | None = None
    first_day: date | None = None
    last_day: date | None = None
    state: str = ""
    verdict: str = ""
    fatal: bool = False

    def condition(self) -> Q:
        rows = VERDICTS.get(self.verdict, Q())
        if self.agent:
            rows &= Q(agent__number=folded(self.agent)) | Q(agent__name__icontains=self.agent)
        for path, value in self._plain().items():
            if value not in (None, "", False):
                rows &= Q(**{path: value})
        return rows

    def _plain(self) -> dict[str, Any]:
        return {
            "placement__team": self.team,
            "scorecard__code": self.card,
            "evaluator": self.analyst,
            "contact_on__gte": self.first_day,
            "contact_on__lte": self.last_day,
            "state": self.state,
            "has_fatal": self.fatal,
        }


@dataclass(frozen=True)
class Reading:
    """One evaluation laid open: its marks and how they come to its score."""

    evaluation: Evaluation
    card: Card
    marks: Mapping[str, Mark]
    score: Score
    turns: Turns

    @property
    def seconds(self) -> int | None:
        return seconds_of(self.evaluation.assignment.contact, self.turns)

    @property
    def sum(self) -> Sum:
        return sum_of(self.card, self.score)


def reading_of(evaluation: Evaluation) -> Reading:
    card, marks = card_of(evaluation.scorecard), marks_of(evaluation.answers.all())
    return Reading(evaluation, card, marks, score(card, marks), turns_of(evaluation.assignment))


def may_know_analyst(evaluation: Evaluation, user: Doer) -> bool:
    """The one it is about reads who scored by role only."""
    return bool(evaluation.agent.user_id != user.pk)


def may_know_seconds(evaluation: Evaluation, user: Doer) -> bool:
    """How long it took is for the one who scored and for those who plan the work."""
    return bool(evaluation.evaluator_id == user.pk or permissions.WATCH.is_held_by(user))


def revisions_of(evaluation: Evaluation, user: Doer) -> list[Evaluation]:
    """Of the same contact, as far as this user sees them; the newest first."""
    rows = Evaluation.objects.filter(assignment=evaluation.assignment_id).select_related(
        "evaluator", "scorecard", "decided_by"
    )
    return list(permissions.SEE.rows(rows, user).order_by("-revision"))


@dataclass(frozen=True)
class Doings:
    """What this reader may do from the page of one evaluation."""

    may_revise: bool
    may_publish: bool
    may_report: bool


def doings_of(evaluation: Evaluation, user: Doer) -> Doings:
    own = permissions.OPEN.rows(Assignment.objects.exclude(state=Assignment.State.WITHDRAWN), user)
    return Doings(
        may_revise=evaluation.is_current and own.filter(pk=evaluation.assignment_id).exists(),
        may_publish=waiting_for_publication(user).filter(pk=evaluation.pk).exists(),
        may_report=reportable_by(user).filter(pk=evaluation.pk).exists(),
    )


def scorecards_seen_by(user: Doer) -> QuerySet[Scorecard]:
    rows = Scorecard.objects.order_by("channel", "code", "-number")
    return permissions.SEE_SCORECARDS.rows(rows, user)


def indicator_names(codes: Iterable[str]) -> dict[str, Bilingual]:
    """Of the service-quality indicators in force."""
    rows = ServiceIndicator.objects.filter(group__framework__state=Framework.State.PUBLISHED, code__in=set(codes))
    return dict(rows.values_list("code", "name"))


def analysts_with_load() -> QuerySet[User]:
    """With how much of their work still lies open."""
    lying = Assignment.objects.filter(analyst=OuterRef("pk"), state=Assignment.State.OPEN).order_by()
    counted = lying.values("analyst").annotate(n=Count("pk")).values("n")
    return able_analysts().annotate(open_count=Coalesce(Subquery(counted, output_field=IntegerField()), 0))
