"""Policies: every version with its text, drafts read and written whole."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from django.utils.translation import get_language
from ninja import Field, Query, Router, Schema

from hengcai.accounts.queries import the_centre
from hengcai.api.fields import Text
from hengcai.api.paging import Cut, Page, paged
from hengcai.api.problems import told
from hengcai.api.quality.scorecards import FaultOut
from hengcai.api.rights import let_in
from hengcai.appraisal import permissions
from hengcai.appraisal.actions import add_policy, delete_policy, publish_policy
from hengcai.appraisal.models import Policy
from hengcai.appraisal.policy_faults import in_words, place_of
from hengcai.appraisal.policy_writing import write_policy
from hengcai.appraisal.queries.results import policies_seen_by
from hengcai.appraisal.rules.policy_drafts import LONGEST, faults_of, fits_rows, text_of, whole_document
from hengcai.framework.queries import indicator_names

router = Router()


class PolicyKind(StrEnum):
    QUARTERLY = "quarterly"
    MONTHLY = "monthly"


class PolicyOut(Schema):
    id: int
    kind: str
    number: int
    name: str
    state: str
    published_on: date | None
    in_force_from: date | None


class WholePolicyOut(PolicyOut):
    """`text` is the policy file. `definition` is the same as a document, with defaults filled in; it is empty if the
    text cannot be read that way. `faults` prevent a draft from being put in force."""

    edit_count: int
    saved_at: datetime | None
    text: str
    definition: dict[str, Any]
    faults: list[FaultOut]


class PolicyIn(Schema):
    kind: PolicyKind
    text: Text = Field(max_length=LONGEST)


class PolicyTextIn(Schema):
    """`edit_count` is what the last read or save returned; an older one is refused with 409."""

    text: Text = Field(max_length=LONGEST)
    edit_count: int


class PolicyDefinitionIn(Schema):
    definition: dict[str, Any]
    edit_count: int


class PolicyGoneOut(Schema):
    id: int


@router.get("", response=Page[PolicyOut])
def policies(request, cut: Query[Cut]):
    """Policies by type, newest first."""
    let_in(permissions.SEE_POLICY, request.user)
    return paged(policies_seen_by(request.user), _policy, cut)


@router.post("", response=WholePolicyOut)
def add(request, body: PolicyIn):
    """Adds a draft; text with an error is refused, and the line is named."""
    let_in(permissions.DRAFT_POLICY, request.user)
    return _whole(add_policy(the_centre(), by=request.user, kind=body.kind.value, text=body.text))


@router.get("/{int:pk}", response=WholePolicyOut)
def policy(request, pk: int):
    let_in(permissions.SEE_POLICY, request.user)
    return _whole(get_object_or_404(policies_seen_by(request.user), pk=pk))


@router.get("/{int:pk}/definition", response=WholePolicyOut)
def definition(request, pk: int):
    """The same as rewriting the text, at the address where the definition is stored."""
    return policy(request, pk)


@router.put("/{int:pk}/definition", response=WholePolicyOut)
def rewrite(request, pk: int, body: PolicyDefinitionIn):
    """Replaces the text; comments in it are not kept."""
    return _rewritten(request, pk, text_of(body.definition), body.edit_count)


@router.put("/{int:pk}/text", response=WholePolicyOut)
def rewrite_text(request, pk: int, body: PolicyTextIn):
    return _rewritten(request, pk, body.text, body.edit_count)


@router.post("/{int:pk}/publish", response=PolicyOut)
def publish(request, pk: int, edit_count: int | None = None):
    """Puts the policy in force from the announced date; normally this happens automatically."""
    let_in(permissions.APPROVE_POLICY, request.user)
    row = get_object_or_404(policies_seen_by(request.user), pk=pk)
    return _policy(publish_policy(row, by=request.user, today=localdate(), edit_count=edit_count))


@router.delete("/{int:pk}", response=PolicyGoneOut)
def delete(request, pk: int):
    """Deletes a draft."""
    delete_policy(_drafted(request, pk), by=request.user)
    return {"id": pk}


def _drafted(request, pk: int) -> Policy:
    let_in(permissions.DRAFT_POLICY, request.user)
    return get_object_or_404(policies_seen_by(request.user), pk=pk)


def _rewritten(request, pk: int, text: str, edit_count: int) -> dict:
    row = _drafted(request, pk)
    return _whole(write_policy(row, by=request.user, text=text, edit_count=edit_count, today=localdate()))


def _policy(row) -> dict:
    return {
        "id": row.pk, "kind": row.kind, "number": row.number, "name": row.name, "state": row.state,
        "published_on": row.published_on, "in_force_from": row.in_force_from,
    }  # fmt: skip


def _whole(row) -> dict:
    faults, names, language = list(faults_of(row.kind, row.text)), indicator_names(), get_language() or "zh-hans"
    return {
        **_policy(row), "edit_count": row.edit_count, "saved_at": row.saved_at, "text": row.text,
        "definition": whole_document(row.kind, row.text) if fits_rows(faults) else {},
        "faults": [
            {"where": place_of(one), "code": one.code, "detail": told(in_words(one, language, names))} for one in faults
        ],
    }  # fmt: skip
