from django.conf import settings
from ninja import Router, Schema
from pydantic import field_validator

from hengcai.accounts import permissions
from hengcai.accounts.actions import choose_keys, choose_language, choose_rows
from hengcai.api.rights import let_in

router = Router()
LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)


class AccountOut(Schema):
    username: str
    name: str
    roles: list[str]
    language: str
    has_compact_rows: bool
    has_single_keys: bool


class ChoicesIn(Schema):
    """What is left out stays as it is."""

    language: str | None = None
    has_compact_rows: bool | None = None
    has_single_keys: bool | None = None

    @field_validator("language")
    @classmethod
    def _known(cls, language: str | None) -> str | None:
        if language is not None and language not in LANGUAGES:
            raise ValueError(f"one of {', '.join(LANGUAGES)}")
        return language


@router.get("", response=AccountOut)
def account(request):
    """Who is signed in, and what they chose for themselves."""
    return _told(request.user)


@router.patch("", response=AccountOut)
def choose(request, chosen: ChoicesIn):
    """The language of the pages, low rows in lists, and whether keys of one character work."""
    let_in(permissions.CHANGE_OWN, request.user)
    if chosen.language is not None:
        choose_language(request.user, by=request.user, language=chosen.language)
    if chosen.has_compact_rows is not None:
        choose_rows(request.user, by=request.user, is_compact=chosen.has_compact_rows)
    if chosen.has_single_keys is not None:
        choose_keys(request.user, by=request.user, has_single_keys=chosen.has_single_keys)
    return _told(request.user)


def _told(user) -> dict:
    facts = {
        name: getattr(user, name) for name in ("username", "name", "language", "has_compact_rows", "has_single_keys")
    }
    return {**facts, "roles": sorted(user.roles)}
