"""Files of questions: looked at, chosen from, taken into the bank or dropped. What comes in is a draft, to be reviewed."""

from collections.abc import Collection

from hengcai.accounts.models import Centre, User
from hengcai.assessment import permissions, states
from hengcai.assessment.bank_rows import add_drafts, add_version
from hengcai.assessment.intake import Looked
from hengcai.assessment.models import BankQuestion, FileQuestion, QuestionFile
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotValid

Standing = FileQuestion.Standing
TAKEABLE = (Standing.NEW, Standing.SAME, Standing.NEAR, Standing.KNOWN)


@action(permissions.WRITE_BANK, unsaid={"looked"})
def look_at_questions(centre: Centre, *, by: User, name: str, looked: Looked) -> QuestionFile:
    """Keeps what was found; nothing is in the bank yet."""
    made = QuestionFile.objects.create(
        name=name[:200], form=looked.form, counts=looked.counts, by=by, at=clock.now()
    )  # fmt: skip
    for row in looked.rows:
        row.file = made
    FileQuestion.objects.bulk_create(looked.rows, batch_size=500)
    return made


@action(states.WISH_FILE)
def choose_questions(file: QuestionFile, *, by: User, wanted: Collection[int], among: Collection[int]) -> QuestionFile:
    """Of the places in `among`, those in `wanted` are to come in and the others are not."""
    rows = file.questions.filter(place__in=among, standing__in=TAKEABLE)
    rows.filter(place__in=wanted).update(is_wanted=True)
    rows.exclude(place__in=wanted).update(is_wanted=False)
    return file


@action(states.TAKE_FILE)
def take_question_file(file: QuestionFile, *, by: User) -> QuestionFile:
    """New codes become drafts; of a code that is known the next version becomes one, unless one is in work already."""
    rows = list(file.questions.filter(is_wanted=True, standing__in=TAKEABLE).order_by("place"))
    if not rows:
        raise NotValid("bank.nothing_chosen")
    known = set(BankQuestion.objects.values_list("code", flat=True))
    fresh = [one for one in rows if one.code not in known]
    add_drafts([one.content or {} for one in fresh], by)
    taken = [one.pk for one in fresh]
    taken += [one.pk for one in rows if one.code in known and add_version(one.content or {}, by) is not None]
    file.questions.filter(pk__in=taken).update(is_taken=True)
    return _closed(file, taken=len(taken), in_work=len(rows) - len(taken))


@action(states.DROP_FILE)
def drop_question_file(file: QuestionFile, *, by: User) -> QuestionFile:
    """Nothing of it comes in."""
    return _closed(file, taken=0, in_work=0)


def _closed(file: QuestionFile, *, taken: int, in_work: int) -> QuestionFile:
    """The report stays; the contents go."""
    file.counts = {**file.counts, "taken": taken, "in_work": in_work}
    file.save(update_fields=["counts"])
    file.questions.update(content=None)
    return file
