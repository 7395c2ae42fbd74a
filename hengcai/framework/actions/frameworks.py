from datetime import date
from typing import Any

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.base.errors import NotNow
from hengcai.framework import permissions, rules, states
from hengcai.framework.actions.building import build
from hengcai.framework.definitions import export_definition
from hengcai.framework.models import Framework, Profile

State = Framework.State


@action(permissions.EDIT)
def load_definition(centre: Centre, *, by: User, definition: Any, reason: str = "") -> Framework:
    """A new draft from a whole definition, as the seed files or an exported file hold it."""
    return build_draft(definition, reason=reason)


def build_draft(definition: Any, *, reason: str) -> Framework:
    """One draft at a time: of two, the one published last would silently undo the other."""
    _check_no_draft()
    checked = rules.normalised(definition)
    rules.check_definition(checked)
    return build(checked, reason=reason)


def _check_no_draft() -> None:
    open_draft = Framework.objects.filter(state=State.DRAFT).first()
    if open_draft:
        raise NotNow("framework.draft_open", number=open_draft.number)


@action(states.PUBLISH)
def publish_framework(
    framework: Framework, *, by: User, reason: str, changes: str, reviewed_by: str, today: date
) -> Framework:
    """From now on it is what people are judged by; the one before is retired, and what was judged by it stays."""
    before = Framework.objects.filter(state=State.PUBLISHED).first()
    _check_told(reason, changes if before else "-", reviewed_by)
    rules.check_definition(rules.normalised(export_definition(framework)))
    if before:
        _retire_framework(before, by=by)
    framework.reason, framework.changes, framework.reviewed_by = reason.strip(), changes.strip(), reviewed_by.strip()
    framework.published_on = today
    framework.save(update_fields=["reason", "changes", "reviewed_by", "published_on"])
    return framework


def _check_told(reason: str, changes: str, reviewed_by: str) -> None:
    rules.check_said(reason, "framework.reason_missing")
    rules.check_said(changes, "framework.changes_missing")
    rules.check_said(reviewed_by, "framework.reviewer_missing")


@action(states.RETIRE)
def _retire_framework(framework: Framework, *, by: User) -> Framework:
    return framework


@action(states.REVISE)
def revise_framework(framework: Framework, *, by: User, reason: str) -> Framework:
    """A draft with the same texts, to be changed and published in its turn."""
    rules.check_said(reason, "framework.reason_missing")
    return build_draft(export_definition(framework), reason=reason.strip())


@action(permissions.EDIT)
def discard_framework(framework: Framework, *, by: User) -> None:
    """A draft nobody was ever judged by goes, with the draft profiles that rest on it."""
    if framework.state != State.DRAFT:
        raise NotNow("framework.not_draft", number=framework.number)
    Profile.objects.filter(framework=framework, state=Profile.State.DRAFT).delete()
    Framework.objects.filter(pk=framework.pk).delete()
