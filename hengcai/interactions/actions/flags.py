"""Flags on contacts, brought by a file."""

from collections.abc import Collection, Mapping

from hengcai.accounts.models import User
from hengcai.interactions import permissions
from hengcai.interactions.flag_models import ContactFlag
from hengcai.interactions.lookups import slices
from hengcai.interactions.models import Contact
from hengcai.interactions.rules.flags import flags_of
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
