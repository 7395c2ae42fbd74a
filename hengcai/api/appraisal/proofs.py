"""What proves a policy's procedure: papers kept with its steps, and signatures on paper. Beside the other steps, on one
router: a path answers for all its methods at once."""

from datetime import datetime

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Field, File, Schema
from ninja.files import UploadedFile

from hengcai.api import files
from hengcai.api.appraisal.procedures import router
from hengcai.api.fields import Day, Text
from hengcai.api.rights import let_in
from hengcai.appraisal import actions, permissions
from hengcai.appraisal.models import Policy
from hengcai.appraisal.policy_files import path_of, receive_policy_file
from hengcai.appraisal.queries import procedure as queries
from hengcai.appraisal.queries.results import policies_seen_by
from hengcai.base.errors import NotValid

__all__ = ["router"]
MOST_NUMBERS = 20_000


class PolicyFileOut(Schema):
    """`step`: the state the policy was in when it was added; `sha256` of its bytes."""

    id: int
    step: str
    name: str
    media_type: str
    size: int
    sha256: str
    at: datetime


class PolicyPaperIn(Schema):
    """Employee numbers of those who signed on paper, and the day written beside their signatures."""

    numbers: list[Text] = Field(max_length=MOST_NUMBERS)
    signed_on: Day


class PolicySignedOut(Schema):
    """Of those employed today; `without` a sign-in are those whom only paper reaches."""

    signed: int
    people: int
    without: int


@router.get("/{int:pk}/files", response=list[PolicyFileOut])
def kept(request, pk: int):
    """Minutes, photographs, sign-up sheets, in the order in which they came."""
    let_in(permissions.KEEP_PROOF, request.user)
    return [_file(one) for one in queries.files_seen_by(request.user, _seen(request, pk))]


@router.post("/{int:pk}/files", response=PolicyFileOut)
def keep(request, pk: int, file: File[UploadedFile | None] = None):
    """One file, sent as a form; looked at by its content. PDF, PNG, JPG, Word and Excel up to 20 MB."""
    policy = _seen(request, pk)
    permissions.KEEP_PROOF.enter(policy, request.user)
    if file is None:
        raise NotValid("policy.file_missing")
    return _file(receive_policy_file(policy, file, by=request.user, name=file.name or ""))


@router.get("/{int:pk}/files/{int:number}", openapi_extra=files.described("application/octet-stream"))
def kept_file(request, pk: int, number: int):
    let_in(permissions.KEEP_PROOF, request.user)
    one = get_object_or_404(queries.files_seen_by(request.user, _seen(request, pk)), pk=number)
    path = path_of(one.place)
    if not path.is_file():
        raise Http404
    return FileResponse(path.open("rb"), as_attachment=True, filename=one.name, content_type=one.media_type)


@router.post("/{int:pk}/signatures", response=PolicySignedOut)
def take_in(request, pk: int, body: PolicyPaperIn):
    """Signatures on paper. Never the caller's own; whoever has signed before stays as they are."""
    let_in(permissions.SEE_SIGNATURES, request.user)
    policy, today = _seen(request, pk), localdate()
    made = actions.take_in_signatures(
        policy, by=request.user, numbers=body.numbers, signed_on=body.signed_on, today=today
    )
    counted = queries.signed_of(made, today=today)
    return {"signed": counted.done, "people": counted.people, "without": counted.without}


def _seen(request, pk: int) -> Policy:
    let_in(permissions.SEE_POLICY, request.user)
    return get_object_or_404(policies_seen_by(request.user), pk=pk)


def _file(one) -> dict:
    return {
        "id": one.pk, "step": one.step, "name": one.name, "media_type": one.media_type, "size": one.byte_count,
        "sha256": one.digest, "at": one.at,
    }  # fmt: skip
