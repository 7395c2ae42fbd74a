"""Names of doers, as the pages say them."""

from django.utils.translation import get_language

from hengcai.accounts.models import SYSTEM, User
from hengcai.base.say import sentence


def called(user: User | None) -> str | None:
    """What the machine did by itself stands under a user nobody signs in as."""
    if user is None:
        return None
    return sentence("accounts.the_system", get_language() or "zh-hans", {}) if user.username == SYSTEM else user.name
