"""The moves of a framework version and of a post's profile: both go from draft to published to retired."""

from hengcai.base.states import Move
from hengcai.framework import permissions
from hengcai.framework.models import Framework, Profile

State, ProfileState = Framework.State, Profile.State

EDIT = Move("edit", frozenset({State.DRAFT}), State.DRAFT, permissions.EDIT)
PUBLISH = Move("publish", frozenset({State.DRAFT}), State.PUBLISHED, permissions.PUBLISH)
REVISE = Move("revise", frozenset({State.PUBLISHED}), State.PUBLISHED, permissions.EDIT)
RETIRE = Move("retire", frozenset({State.PUBLISHED}), State.RETIRED, permissions.PUBLISH)
MOVES = (EDIT, PUBLISH, REVISE, RETIRE)
PAGE_MOVES = (EDIT, PUBLISH, REVISE)
"""The buttons: a version is retired by its successor, never by hand."""
