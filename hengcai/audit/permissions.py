from django.db.models import Q

from hengcai.audit.confidential import confidential
from hengcai.base.permissions import Doer, Permission, everything
from hengcai.base.roles import ADMIN, HEAD


def not_about(user: Doer) -> Q:
    """Whoever reads the log does not see who acted on themselves: raters stay unknown there too. Entries that tell of
    nobody stay in, since the number left out would say that one was about the reader."""
    return confidential() | Q(subject__isnull=True) | ~Q(subject=user.pk) | Q(doer=str(user.pk))


SEE = Permission("audit.entry.see", {ADMIN: not_about, HEAD: not_about})
ERASE = Permission("audit.values.erase", {ADMIN: everything})
