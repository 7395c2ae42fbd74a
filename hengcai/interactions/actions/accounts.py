"""Accounts for the people of an import, in one step."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from hengcai.accounts.actions import NewUser, add_users, renew_passwords
from hengcai.accounts.first_passwords import first_password
from hengcai.accounts.models import User
from hengcai.accounts.permissions import MANAGE
from hengcai.accounts.queries import the_centre
from hengcai.audit.action import action
from hengcai.base.errors import NotNow, NotValid
from hengcai.interactions import givings
from hengcai.interactions.models import Brought, ImportRun
from hengcai.interactions.undoing import USER
from hengcai.people.actions import link_new_users
from hengcai.people.models import Person

LONGEST_PREFIX = 12


@dataclass(frozen=True)
class FirstSignIn:
    """Shown once, and kept nowhere in clear."""

    number: str
    name: str
    username: str
    password: str = field(repr=False)


@action(MANAGE)
def give_accounts(run: ImportRun, *, by: User, roles: Sequence[str], prefix: str = "") -> list[FirstSignIn]:
    """For everybody of the run who is employed and has none; sign-in names are numbers, perhaps with a prefix.

    Names that are taken are left out: whose they are nobody can tell from here. A second time nobody is left.
    """
    if run.state != ImportRun.State.DONE:
        raise NotNow("accounts_given.not_done")
    _check(roles, prefix)
    people = givings.without_account(run, prefix=prefix).free
    given = _signs(people, prefix)
    new = [NewUser(one.username, one.name, one.password) for one in given]
    users = add_users(the_centre(), by=by, new=new, roles=roles)
    link_new_users(people, by=by, users=users)
    Brought.objects.bulk_create([Brought(run=run, thing=USER, row=user.pk) for user in users], batch_size=500)
    return given


@action(MANAGE)
def renew_accounts(run: ImportRun, *, by: User) -> list[FirstSignIn]:
    """New first passwords for those accounts of the run nobody has signed in with: the list was lost."""
    people = list(givings.never_signed_in(run))
    passwords = {int(one.user_id or 0): first_password() for one in people}
    renew_passwords([one.user for one in people if one.user], by=by, passwords=passwords)
    return [
        FirstSignIn(one.number, one.name, str(one.user.username), passwords[one.user.pk]) for one in people if one.user
    ]


def _signs(people: Iterable[Person], prefix: str) -> list[FirstSignIn]:
    return [FirstSignIn(one.number, one.name, prefix + one.number, first_password()) for one in people]


def _check(roles: Sequence[str], prefix: str) -> None:
    if not roles:
        raise NotValid("accounts_given.no_role")
    if len(prefix) > LONGEST_PREFIX or prefix != "".join(prefix.split()):
        raise NotValid("accounts_given.prefix_malformed", value=prefix, most=LONGEST_PREFIX)
