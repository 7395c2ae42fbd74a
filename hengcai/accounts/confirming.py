"""A signature: whoever is signed in gives their password once more. Guessing waits as it does at the door."""

import time
from dataclasses import replace

from django.core.cache import cache

from hengcai.accounts import rules
from hengcai.accounts.models import User
from hengcai.base.errors import NotNow, NotValid


def confirm_password(user: User, password: str) -> None:
    """Refused where it is not theirs, and for a while after several that were not. A right one forgives those before."""
    key = f"wrong-confirmation:{user.pk}"
    before = cache.get(key, rules.NONE)
    now = time.time()
    wait = rules.wait_seconds(of_name_here=before, of_name=rules.NONE, of_address=rules.NONE, now=now)
    if wait:
        raise NotNow("accounts.confirmation_waits", seconds=wait)
    if not password or not user.check_password(password):
        cache.set(key, replace(before, count=before.count + 1, last_at=now), rules.REMEMBERED_SECONDS)
        raise NotValid("accounts.password_wrong")
    cache.delete(key)
