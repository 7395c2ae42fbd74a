from hengcai.audit import permissions
from hengcai.audit.action import action, next_number
from hengcai.audit.models import Entry, Values


@action(permissions.ERASE)
def erase_values(entry: Entry, *, by: object, reason: str) -> Entry:
    """Empties what stands behind one entry; the chain holds, and verification names this erasure."""
    Values.objects.filter(entry=entry).update(salt=None, values=None, erased_by=next_number())
    return entry
