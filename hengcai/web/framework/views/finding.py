"""The version, competency or profile a page is about, and what this reader may do with it."""

from django.shortcuts import get_object_or_404

from hengcai.accounts.queries import the_centre
from hengcai.base.errors import NotAllowed
from hengcai.base.states import moves_open
from hengcai.framework import permissions, queries, states


def check_reader(user):
    """Somebody without any role reads nothing here."""
    if not permissions.SEE.is_held_by(user):
        raise NotAllowed("permission.role", permission=permissions.SEE.code)


def check_editor(user):
    permissions.EDIT.enter(the_centre(), user)


def version(request, number=None):
    """The version asked for; without a number the one in force, and None when there is none."""
    check_reader(request.user)
    if number is None:
        return queries.framework_in_force()
    return get_object_or_404(queries.frameworks_seen_by(request.user), number=number)


def competency(framework, code):
    return get_object_or_404(queries.competencies_of(framework), code=code)


def profile(request, code, number=None):
    """The profile of a post: the numbered one, or the one in force."""
    check_reader(request.user)
    rows = queries.profiles_seen_by(request.user).filter(post__code=code)
    return get_object_or_404(rows, number=number) if number else get_object_or_404(rows, state="published")


def may(thing, user):
    """Names of the moves open to this reader: the buttons."""
    return {move.name for move in moves_open(states.PAGE_MOVES, thing, user)}
