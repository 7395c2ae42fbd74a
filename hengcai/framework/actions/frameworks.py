from collections.abc import Mapping
from datetime import date
from typing import Any

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.base.errors import NotNow
from hengcai.framework import permissions, rules, states
from hengcai.framework.actions.building import build
from hengcai.framework.actions.profiles import restate_profiles
from hengcai.framework.definitions import export_definition
from hengcai.framework.models import Framework, Profile
from hengcai.framework.rules.texts import Definition
from hengcai.framework.scales import stands_at_three

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
    return _build(checked, reason=reason)


def _build(checked: Definition, *, reason: str) -> Framework:
    return build({"level_map": _moved_since_before(), **checked}, reason=reason)


def _moved_since_before() -> dict[str, str]:
    """Every new version says what 4 is: after one from the time when 3 was the standard, levels have moved."""
    before = Framework.objects.filter(state=State.PUBLISHED).first()
    return dict(rules.STANDARD_MOVED) if before and stands_at_three(before) else {}


def _check_no_draft() -> None:
    open_draft = Framework.objects.filter(state=State.DRAFT).first()
    if open_draft:
        raise NotNow("framework.draft_open", number=open_draft.number)


@action(states.PUBLISH)
def publish_framework(
    framework: Framework,
    *,
    by: User,
    reason: str,
    changes: str,
    reviewed_by: str,
    today: date,
    level_map: Mapping[str, str] | None = None,
) -> Framework:
    """From now on it is what people are judged by; the one before is retired, and what was judged by it stays.

    `level_map` says how the levels of the version before read in this one (default: as the draft has it); what posts
    ask for is restated by it at once.
    """
    before = Framework.objects.filter(state=State.PUBLISHED).first()
    _check_told(reason, changes if before else "-", reviewed_by)
    rules.check_definition(rules.normalised(export_definition(framework)))
    if before:
        _retire_framework(before, by=by)
    framework.reason, framework.changes, framework.reviewed_by = reason.strip(), changes.strip(), reviewed_by.strip()
    framework.published_on = today
    framework.level_map = _map(framework, level_map) if before else {}
    framework.state = State.PUBLISHED  # what posts ask for is published under it in the same breath
    framework.save(update_fields=["reason", "changes", "reviewed_by", "published_on", "level_map", "state"])
    restate_profiles(framework, by=by, today=today)
    return framework


def _map(framework: Framework, given: Mapping[str, str] | None) -> dict[str, str]:
    chosen = framework.level_map if given is None else given
    rules.check_level_map(chosen)
    return dict(chosen)


def _check_told(reason: str, changes: str, reviewed_by: str) -> None:
    rules.check_said(reason, "framework.reason_missing")
    rules.check_said(changes, "framework.changes_missing")
    rules.check_said(reviewed_by, "framework.reviewer_missing")


@action(states.RETIRE)
def _retire_framework(framework: Framework, *, by: User) -> Framework:
    return framework


@action(states.REVISE)
def revise_framework(framework: Framework, *, by: User, reason: str) -> Framework:
    """A draft with the same texts, to be changed and published in its turn; what they still lack is asked for then."""
    rules.check_said(reason, "framework.reason_missing")
    _check_no_draft()
    return _build(rules.normalised(export_definition(framework)), reason=reason.strip())


@action(permissions.EDIT)
def discard_framework(framework: Framework, *, by: User) -> None:
    """A draft nobody was ever judged by goes, with the draft profiles that rest on it."""
    if framework.state != State.DRAFT:
        raise NotNow("framework.not_draft", number=framework.number)
    Profile.objects.filter(framework=framework, state=Profile.State.DRAFT).delete()
    Framework.objects.filter(pk=framework.pk).delete()
