"""Files of questions that were looked at, with what was found in each."""

from django.db.models import QuerySet

from hengcai.assessment import permissions, states
from hengcai.assessment.models import BankQuestion, FileQuestion, QuestionFile
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.base.states import moves_open

ORDERS = Orders({"at": ("-at", "-pk"), "name": ("name", "-pk"), "state": ("state", "-pk")})
Standing = FileQuestion.Standing
TO_DECIDE = (Standing.SAME, Standing.NEAR, Standing.KNOWN)


def question_files_seen_by(user: Doer) -> QuerySet[QuestionFile]:
    return permissions.WRITE_BANK.rows(QuestionFile.objects.select_related("by").order_by("-at", "-pk"), user)


def file_moves_of(file: QuestionFile, user: Doer) -> list[str]:
    return [one.name for one in moves_open(states.FILE_MOVES, file, user)]


def questions_in(file: QuestionFile, *, standing: str = "", is_lost: bool = False) -> QuerySet[FileQuestion]:
    """What somebody has to decide, where nothing else is asked for."""
    rows = file.questions.order_by("place")
    if is_lost:
        return rows.exclude(notes=[]).exclude(standing=Standing.REFUSED)
    if standing in Standing.values:
        return rows.filter(standing=standing)
    return rows.filter(standing__in=TO_DECIDE)


def ids_of(codes: set[str]) -> dict[str, int]:
    """Code → the row of the bank to show for it: the newest version."""
    rows = BankQuestion.objects.filter(code__in=codes).order_by("number").values_list("code", "pk")
    return dict(rows)
