"""Flags on contacts: brought by a file, changed by hand."""

from collections.abc import Collection, Mapping

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.interactions import permissions
from hengcai.interactions.flag_models import ContactFlag
from hengcai.interactions.lookups import slices
from hengcai.interactions.models import Contact
from hengcai.interactions.rules.flags import check_flags, flags_of
from hengcai.interactions.unlogged import unlogged_action


@unlogged_action(permissions.IMPORT, is_part=True)
def note_flags(told: Mapping[str, str], *, by: User, changed: Collection[int]) -> None:
    """Contact's key → what its file marks it with. Of `changed` contacts a file's flags take the place of a file's."""
    for keys in slices(list(changed)):
        ContactFlag.objects.filter(contact__in=keys, set_by=None).delete()
    for names in slices(list(told)):
        there = dict(Contact.objects.filter(key__in=names).values_list("key", "pk"))
        rows = [ContactFlag(contact_id=there[key], name=name) for key in names for name in sorted(flags_of(told[key]))]
        ContactFlag.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)


@action(permissions.FLAG)
def change_flags(contact: Contact, *, by: User, add: str = "", remove: str = "") -> list[str]:
    """Names with `;` between. What to add and what to remove are told apart, so that two at once keep both changes.

    Returns all flags of the contact, sorted. Raises NotValid for a name that is too long and for too many.
    """
    new, old = flags_of(add), flags_of(remove)
    there = set(contact.flags.values_list("name", flat=True))
    check_flags((there - old) | new)
    contact.flags.filter(name__in=old - new).delete()
    rows = [ContactFlag(contact=contact, name=name, set_by=by) for name in sorted(new - there)]
    ContactFlag.objects.bulk_create(rows, ignore_conflicts=True)
    return sorted((there - old) | new)
