"""Essays as their markers see them: never who wrote one, and nobody else's mark before one's own."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.db.models import QuerySet

from hengcai.assessment import permissions
from hengcai.assessment.models import Answer, Essay, EssayMark, Exam, Sitting
from hengcai.assessment.rules.essays import are_apart
from hengcai.assessment.rules.question_objects import question_of
from hengcai.assessment.rules.questions import ESSAY
from hengcai.base.permissions import Doer
from hengcai.measurement.results import Estimate

FEWEST, MOST, NEWEST = 5, 200, 5
TO_MARK, TO_AGREE, WAITS = "mark", "agree", "waits"


@dataclass(frozen=True)
class Waiting:
    """One essay for this reader: to be marked, to be agreed on, or given and waiting for the other."""

    answer: Answer
    what: str
    is_third: bool


def essays_for(user: Doer) -> QuerySet[Answer]:
    rows = Answer.objects.filter(question__kind=ESSAY, points="", sitting__state=Sitting.State.SUBMITTED).exclude(
        response=""
    )
    return permissions.MARK_ESSAYS.rows(rows.select_related("question", "sitting__exam"), user)


def waiting_for(user: Doer) -> list[Waiting]:
    """In the order of the tests; what one can do stands before what one waits for."""
    rows = list(essays_for(user).select_related("essay").order_by("sitting__exam", "question__code", "pk")[:MOST])
    marks: dict[int, set[int]] = {}
    for answer, marker in EssayMark.objects.filter(essay__answer__in=rows).values_list("essay__answer", "marker"):
        marks.setdefault(answer, set()).add(marker)
    found = [one for row in rows if (one := _waiting(row, marks.get(row.pk, set()), user))]
    return sorted(found, key=lambda one: one.what == WAITS)


def _waiting(answer: Answer, markers: set[int], user: Doer) -> Waiting | None:
    essay = getattr(answer, "essay", None)
    is_apart = essay is not None and essay.state == Essay.State.APART
    if user.pk in markers:
        return Waiting(answer, TO_AGREE if is_apart else WAITS, is_third=False)
    if len(markers) < 2 or is_apart:
        return Waiting(answer, TO_MARK, is_third=is_apart)
    return None


@dataclass(frozen=True)
class Marking:
    """`marks`: those of others only once one has given one's own."""

    answer: Answer
    out_of: Fraction
    what: str
    is_third: bool
    own: EssayMark | None
    marks: Sequence[EssayMark]


def marking_of(answer: Answer, user: Doer) -> Marking:
    essay = Essay.objects.filter(answer=answer).first()
    marks = list(essay.marks.order_by("place")) if essay else []
    own = next((one for one in marks if one.marker_id == user.pk), None)
    found = _waiting(answer, {one.marker_id for one in marks}, user)
    what, is_third = (found.what, found.is_third) if found else ("", False)
    shown = marks if own and essay and essay.state != Essay.State.HALF else [own] if own else []
    return Marking(answer, question_of(answer.question.content).points, what, is_third, own, shown)


@dataclass(frozen=True)
class EssayAgreement:
    """Of two blind marks each: ICC(1,1) of the shares, None where too few; how many went apart; how each was settled."""

    n: int
    icc: Estimate | None
    n_apart: int
    hows: dict[str, int]


def agreement_of(exam: Exam) -> EssayAgreement:
    """Markers differ from essay to essay, so that the one-way coefficient is the one that holds."""
    rows = EssayMark.objects.filter(essay__answer__sitting__exam=exam, place__lte=2).select_related(
        "essay__answer__question"
    )
    pairs: dict[int, list[Fraction]] = {}
    out_of: dict[int, Fraction] = {}
    for one in rows.order_by("essay", "place"):
        pairs.setdefault(one.essay_id, []).append(Fraction(one.points))
        out_of[one.essay_id] = question_of(one.essay.answer.question.content).points
    whole = {key: two for key, two in pairs.items() if len(two) == 2}
    shares = [[float(one / out_of[key]) for one in two] for key, two in whole.items()]
    icc = _icc(shares) if len(whole) >= FEWEST else None
    hows = Counter(
        Essay.objects.filter(answer__sitting__exam=exam, state=Essay.State.DONE).values_list("how", flat=True)
    )
    apart = sum(are_apart(two[0], two[1], out_of[key]) for key, two in whole.items())
    return EssayAgreement(len(whole), icc, apart, dict(hows))


def _icc(shares: list[list[float]]) -> Estimate:
    """Read in here: what starts the server has no use for linear algebra."""
    import numpy as np

    from hengcai.measurement.agreement.icc import icc_of_matrix

    return icc_of_matrix(np.array(shares))["ICC(1,1)"]


def essay_agreements() -> list[tuple[Exam, EssayAgreement]]:
    """Of the newest tests with essays marked by two."""
    there = EssayMark.objects.filter(place=2).values("essay__answer__sitting__exam")
    exams = Exam.objects.filter(pk__in=there).order_by("-opens_at", "-pk")[:NEWEST]
    return [(one, agreement_of(one)) for one in exams]
