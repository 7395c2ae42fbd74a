"""Questions of the bank: listed, read, written, reviewed, revised, withdrawn; their recordings; duplicates."""

from datetime import datetime
from typing import Any

from django.shortcuts import get_object_or_404
from ninja import Field, File, Form, Query, Router, Schema
from ninja.files import UploadedFile

from hengcai.accounts.queries import the_centre
from hengcai.api.fields import Code, Comment, Text, names
from hengcai.api.paging import PLACE, Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.assessment import actions, permissions
from hengcai.assessment.alike import all_twins
from hengcai.assessment.bank_rows import Beside, beside_of
from hengcai.assessment.queries.bank import ORDERS, BankFilter, bank_moves_of, bank_seen_by
from hengcai.assessment.receiving import keep_sound
from hengcai.base.errors import NotValid

router = Router()


class QuestionsWanted(Sorted):
    """`tag` and `course` are exact; `language` is zh or en."""

    text: Text = ""
    kind: Text = ""
    state: Text = ""
    competency: Text = ""
    level: int | None = Field(None, ge=1, le=3)
    course: Text = ""
    tag: Text = ""
    language: Text = ""


class BankQuestionIn(Schema):
    """`definition` is a question as files of JSON lines hold it; its `id` becomes the code."""

    definition: dict[str, Any]
    course_code: Code = ""


class BankQuestionChangeIn(Schema):
    """`definition` whole; its `id` is left aside. Without `course_code` it stays."""

    definition: dict[str, Any]
    edit_count: int
    course_code: Code | None = None


class SendBackIn(Schema):
    reason: Comment


class ApproveIn(Schema):
    """`despite_alike`: those that look alike were compared, and ask something else."""

    despite_alike: bool = False


class ApartIn(Schema):
    other: Text


class SoundIn(Schema):
    """`edit_count` as it was read; an older one is refused."""

    edit_count: int = -1
    most_plays: int | None = Field(None, ge=1, le=20)


class BankQuestionOut(Schema):
    id: int
    code: str
    number: int
    kind: str
    state: str
    title: dict[str, str]
    competency: str
    level: int | None
    tags: list[str]
    course: str
    has_sound: bool
    most_plays: int | None
    made_at: datetime


class WholeBankQuestionOut(BankQuestionOut):
    definition: dict[str, Any]
    edit_count: int
    sent_back_for: str
    moves: list[str]


class TwinsOut(Schema):
    one: str
    other: str
    how: str
    share: str


class PlayOut(Schema):
    """`address` can be fetched for a minute; `left` is null without a limit."""

    address: str
    left: int | None


@router.get("", response=Page[BankQuestionOut])
def questions(request, wanted: Query[QuestionsWanted]):
    """Every version of every question; `state=published` for those that tests draw from."""
    let_in(permissions.SEE_BANK, request.user)
    narrowed = BankFilter(**wanted.dict(exclude=PLACE))
    return sorted_page(bank_seen_by(request.user).filter(narrowed.condition()), _head, wanted, ORDERS)


@router.post("", response=WholeBankQuestionOut)
def add(request, body: BankQuestionIn):
    """Adds a question as a draft, under a code of its own."""
    let_in(permissions.WRITE_BANK, request.user)
    beside = Beside(course=body.course_code)
    return _whole(
        actions.add_bank_question(the_centre(), by=request.user, content=body.definition, beside=beside), request
    )


@router.get("/duplicates", response=list[TwinsOut])
def duplicates(request):
    """Pairs of questions that ask the same, or nearly, and were not told apart; the most alike first."""
    let_in(permissions.LOOK_AFTER_BANK, request.user)
    return [
        {"one": one.one, "other": one.other, "how": one.likeness.how, "share": f"{one.likeness.share:.2f}"}
        for one in all_twins()
    ]


@router.get("/{int:pk}", response=WholeBankQuestionOut)
def question(request, pk: int):
    """One version, with its key."""
    return _whole(_found(request, pk), request)


@router.put("/{int:pk}", response=WholeBankQuestionOut)
def edit(request, pk: int, body: BankQuestionChangeIn):
    """Changes a draft; refused if someone else has changed it since it was read."""
    found = _found(request, pk)
    kept = beside_of(found)
    beside = kept if body.course_code is None else Beside(body.course_code, kept.sound, kept.most_plays)
    made = actions.edit_bank_question(
        found, by=request.user, content=body.definition, edit_count=body.edit_count, beside=beside
    )
    return _whole(made, request)


@router.post("/{int:pk}/submit", response=WholeBankQuestionOut)
def submit(request, pk: int):
    """Sends a draft to review."""
    return _whole(actions.submit_bank_question(_found(request, pk), by=request.user), request)


@router.post("/{int:pk}/send-back", response=WholeBankQuestionOut)
def send_back(request, pk: int, body: SendBackIn):
    """Back to its author, with the reason."""
    return _whole(actions.send_back_bank_question(_found(request, pk), by=request.user, reason=body.reason), request)


@router.post("/{int:pk}/approve", response=WholeBankQuestionOut)
def approve(request, pk: int, body: ApproveIn):
    """From now on tests can draw it; the version before is withdrawn."""
    found = _found(request, pk)
    return _whole(actions.publish_bank_question(found, by=request.user, despite_alike=body.despite_alike), request)


@router.post("/{int:pk}/withdraw", response=WholeBankQuestionOut)
def withdraw(request, pk: int):
    """No new test draws it; tests that hold it keep it."""
    return _whole(actions.retire_bank_question(_found(request, pk), by=request.user), request)


@router.post("/{int:pk}/revise", response=WholeBankQuestionOut)
def revise(request, pk: int):
    """The next version as a draft; the one in force stays until the new one is approved."""
    return _whole(actions.revise_bank_question(_found(request, pk), by=request.user), request)


@router.post("/{int:pk}/apart", response=WholeBankQuestionOut)
def apart(request, pk: int, body: ApartIn):
    """This question and the one with the code `other` look alike and ask different things."""
    return _whole(actions.tell_apart(_found(request, pk), by=request.user, other=body.other), request)


@router.post("/{int:pk}/sound", response=WholeBankQuestionOut)
def sound(request, pk: int, body: Form[SoundIn], file: File[UploadedFile | None] = None):
    """Gives a draft a recording (WAV, MP3 or Ogg) and says how often it can be played; without a file the recording stays."""
    let_in(permissions.WRITE_BANK, request.user)
    found = _found(request, pk)
    place = keep_sound(file) if file is not None else found.sound
    if not place:
        raise NotValid("bank.file_empty")
    beside = Beside(found.course, place, body.most_plays)
    made = actions.edit_bank_question(
        found, by=request.user, content=found.content, edit_count=body.edit_count, beside=beside
    )
    return _whole(made, request)


@router.post("/{int:pk}/play", response=PlayOut)
def play(request, pk: int):
    """Counts one trial play of the recording and says where to fetch it."""
    found = _found(request, pk)
    granted = actions.hear_bank_question(found, by=request.user)
    return {"address": f"/questions/{found.pk}/sound/{granted.ticket}/", "left": granted.left}


def _found(request, pk):
    let_in(permissions.SEE_BANK, request.user)
    return get_object_or_404(bank_seen_by(request.user), pk=pk)


def _head(one):
    return {
        "id": one.pk, "code": one.code, "number": one.number, "kind": one.kind, "state": one.state, "title": names(one.title),
        "competency": one.competency, "level": one.level, "tags": one.tags, "course": one.course, "has_sound": bool(one.sound),
        "most_plays": one.most_plays, "made_at": one.made_at,
    }  # fmt: skip


def _whole(one, request):
    more = {"definition": one.content, "edit_count": one.edit_count, "sent_back_for": one.sent_back_for}
    return {**_head(one), **more, "moves": bank_moves_of(one, request.user)}
