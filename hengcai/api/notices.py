"""Notices: what reaches oneself and where; robots of groups, for whoever sets the place up."""

from datetime import datetime, time
from typing import Annotated

from django.shortcuts import get_object_or_404
from ninja import Router, Schema
from pydantic import Field

from hengcai.accounts.queries import the_centre
from hengcai.api.fields import Code, Key, Text
from hengcai.api.rights import let_in
from hengcai.inbox import permissions
from hengcai.inbox.channels import actions, queries
from hengcai.inbox.models import Channel, Hook

router = Router()


class NoticeChoice(Schema):
    """`stages`: new, reminder, escalation; if empty, nothing is sent this way. `hook` and `handle` apply to a robot."""

    stages: list[Code]
    hook: Key | None = None
    handle: Annotated[Text, Field(max_length=64)] = ""


class NoticeChoices(Schema):
    mail: NoticeChoice
    robot: NoticeChoice


class HookGoneOut(Schema):
    id: int


class HookOut(Schema):
    """Never includes the address or the secret. `unsure`: notices of the last 90 days that may not have arrived."""

    id: int
    name: str
    robot: str
    host: str
    is_on: bool
    refused: str
    failures: int
    waiting: int
    unsure: int
    last_sent_at: datetime | None


class NoticeHours(Schema):
    quiet_from: time
    quiet_to: time
    only_working_days: bool
    mails_everybody: bool


class NoticesOut(Schema):
    hours: NoticeHours
    mail_host: str
    mail_waiting: int
    hooks: list[HookOut]


class HookBody(Schema):
    name: Annotated[Text, Field(max_length=60)]
    robot: Code
    url: Annotated[Text, Field(max_length=400)]
    secret: Annotated[Text, Field(max_length=200)] = ""


class HookSwitch(Schema):
    is_on: bool


@router.get("/mine", response=NoticeChoices)
def own(request):
    let_in(permissions.CHOOSE_CHANNELS, request.user)
    return _own(request.user)


@router.put("/mine/{channel}", response=NoticeChoices)
def choose(request, channel: Channel, body: NoticeChoice):
    let_in(permissions.CHOOSE_CHANNELS, request.user)
    hook = next((one for one in queries.hooks_to_choose() if one.pk == body.hook), None)
    actions.choose_notices(
        request.user, by=request.user, channel=channel, stages=body.stages, hook=hook, handle=body.handle
    )
    return _own(request.user)


@router.get("", response=NoticesOut)
def notices(request):
    let_in(permissions.SETTLE_CHANNELS, request.user)
    sight = queries.sight_of(request.user)
    hours = {name: getattr(sight.terms, name) for name in NoticeHours.model_fields}
    hooks = [_hook(one) for one in sight.hooks]
    return {"hours": hours, "mail_host": sight.mail.host, "mail_waiting": sight.mail.waiting, "hooks": hooks}


@router.put("/hours", response=NoticeHours)
def settle(request, body: NoticeHours):
    let_in(permissions.SETTLE_CHANNELS, request.user)
    made = actions.settle_notices(the_centre(), by=request.user, hours=actions.Hours(**body.dict()))
    return {name: getattr(made, name) for name in NoticeHours.model_fields}


@router.post("/hooks", response=HookOut)
def add(request, body: HookBody):
    let_in(permissions.SETTLE_CHANNELS, request.user)
    return _hook(actions.add_hook(the_centre(), by=request.user, **body.dict()))


@router.put("/hooks/{int:pk}", response=HookOut)
def switch(request, pk: int, body: HookSwitch):
    return _hook(actions.switch_hook(_found(request, pk), by=request.user, is_on=body.is_on))


@router.post("/hooks/{int:pk}/try", response=HookOut)
def attempt(request, pk: int):
    """Sends a test message to the group."""
    return _hook(actions.try_hook(_found(request, pk), by=request.user))


@router.delete("/hooks/{int:pk}", response=HookGoneOut)
def remove(request, pk: int):
    actions.remove_hook(_found(request, pk), by=request.user)
    return {"id": pk}


def _found(request, pk: int) -> Hook:
    let_in(permissions.SETTLE_CHANNELS, request.user)
    return get_object_or_404(Hook, pk=pk)


def _hook(one) -> dict:
    names = ("name", "robot", "host", "is_on", "refused", "failures", "last_sent_at")
    counted = {name: getattr(one, name, 0) for name in ("waiting", "unsure")}
    return {"id": one.pk, **counted, **{name: getattr(one, name) for name in names}}


def _own(user) -> dict:
    held = queries.choices_of(user)
    return {channel: _choice(held.get(channel)) for channel in Channel.values}


def _choice(one) -> dict:
    return {"stages": one.stages, "hook": one.hook_id, "handle": one.handle} if one else {"stages": []}
