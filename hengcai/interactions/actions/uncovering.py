"""What a customer said, read with personal data in it: by right, for a reason, on record."""

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base.errors import NotValid
from hengcai.interactions import permissions
from hengcai.interactions.models import Contact

LONGEST_REASON = 200


@action(permissions.READ_UNMASKED)
def uncover_contact(contact: Contact, *, by: User, reason: str) -> Contact:
    """Nothing changes but the log: who, which, why."""
    if not reason.strip() or len(reason) > LONGEST_REASON:
        raise NotValid("contact.reason_missing", most=LONGEST_REASON)
    return contact
