"""Versions as files give and bring them: the library by its number, profiles by their post."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from django.db import transaction

from hengcai.accounts.models import User
from hengcai.accounts.queries import the_centre
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.permissions import Doer
from hengcai.framework import actions
from hengcai.framework.definitions import export_posts
from hengcai.framework.files import read_definition
from hengcai.framework.models import Framework, Post, Profile
from hengcai.framework.queries import frameworks_seen_by, posts_in_order, profiles_seen_by, the_framework
from hengcai.framework.rules.texts import Definition

Made = TypeVar("Made")


def framework_given(user: Doer, number: int | None = None) -> Framework:
    """The one in force unless a number is named."""
    if number is None:
        return the_framework()
    found = frameworks_seen_by(user).filter(number=number).first()
    if found is None:
        known = [str(one.number) for one in frameworks_seen_by(user)]
        raise NotValid("framework.version_unknown", number=number, known=known)
    return found


def profiles_given(user: Doer, *, post: str | None = None, number: int | None = None) -> Sequence[Profile]:
    """Those in force, of every post or of one; of one post any version."""
    rows = profiles_seen_by(user)
    if post is None:
        if number is not None:
            raise NotValid("profile.version_of_which_post", number=number)
        return list(rows.filter(state=Profile.State.PUBLISHED))
    wanted = _post_called(post)
    if number is not None:
        rows = rows.filter(number=number)
    found = rows.filter(post=wanted, **({} if number else {"state": Profile.State.PUBLISHED})).first()
    if found is None and number is None:
        raise NotNow("profile.none_in_force", post=wanted.name)
    if found is None:
        raise NotValid("profile.version_unknown", post=wanted.name, number=number)
    return [found]


def _post_called(code: str) -> Post:
    posts = {post.code: post for post in posts_in_order()}
    if code not in posts:
        raise NotValid("profile.post_unknown", value=code, known=list(posts))
    return posts[code]


def profiles_definition(profiles: Sequence[Profile]) -> Definition:
    """As `bring_profiles` takes it."""
    return export_posts(profiles)


@dataclass(frozen=True)
class LibraryBrought:
    number: int
    competencies: int


@dataclass(frozen=True)
class ProfilesBrought:
    """Post code → the version that is a draft now."""

    versions: Mapping[str, int]


def bring_framework(path: Path, *, by: User, is_dry: bool = False) -> LibraryBrought:
    """A whole library as a new draft; what is there already stays as it is."""
    definition = read_definition(path)

    def make() -> LibraryBrought:
        made = actions.load_definition(the_centre(), by=by, definition=definition)
        return LibraryBrought(made.number, made.competencies.count())

    return _made(path, make, is_dry=is_dry)


def bring_profiles(path: Path, *, by: User, is_dry: bool = False) -> ProfilesBrought:
    """Drafts of profiles on the library in force, one for each post of the file."""
    definition = read_definition(path)

    def make() -> ProfilesBrought:
        made = actions.load_posts(the_framework(), by=by, definition=definition)
        return ProfilesBrought({profile.post.code: profile.number for profile in made})

    return _made(path, make, is_dry=is_dry)


def _made(path: Path, make: Callable[[], Made], *, is_dry: bool) -> Made:
    """A trial is rolled back. What is wrong in the file is said with its name."""
    try:
        with transaction.atomic():
            made = make()
            transaction.set_rollback(is_dry)
            return made
    except NotValid as refusal:
        facts: dict[str, Any] = {"file": path.name, **refusal.facts}
        raise NotValid(refusal.code, **facts) from refusal
