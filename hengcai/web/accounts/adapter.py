import hashlib
import time
from dataclasses import replace

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from hengcai.accounts import rules

SAID = {
    "username_password_mismatch": _("The employee number (or sign-in name) and the password do not match."),
    "account_inactive": _("This account is closed. Contact the administrator if you need it."),
    "enter_current_password": _("Enter your current password."),
    "incorrect_password": _("Your current password is not correct."),
    "incorrect_code": _("This code is not correct; codes change every 30 seconds."),
    "too_many_login_attempts": _("Too many failed sign-ins. Please try again later."),
    "rate_limited": _("Too many attempts. Please try again later."),
}


class Adapter(DefaultAccountAdapter):
    """Accounts are made by the administrator; whoever guesses waits ever longer. The library's own sentences speak of
    mail addresses and in another tone."""

    error_messages = {**DefaultAccountAdapter.error_messages, **SAID}

    def is_open_for_signup(self, request):
        return False

    def get_client_ip(self, request):
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
        return rules.client_address(request.META.get("REMOTE_ADDR", ""), forwarded, settings.TRUSTED_PROXIES)

    def pre_authenticate(self, request, **credentials):
        here, anywhere, address = (cache.get(key, rules.NONE) for key in self._keys(request, credentials))
        seconds = rules.wait_seconds(of_name_here=here, of_name=anywhere, of_address=address, now=time.time())
        if seconds:
            raise ValidationError(_wait_words(seconds))

    def authentication_failed(self, request, **credentials):
        for key in self._keys(request, credentials):
            before = cache.get(key, rules.NONE)
            after = replace(before, count=before.count + 1, last_at=time.time())
            cache.set(key, after, rules.REMEMBERED_SECONDS)

    def authenticate(self, request, **credentials):
        """A right password forgives that name at that address; what the address did to others stays."""
        user = super().authenticate(request, **credentials)
        if user is not None:
            cache.delete(self._keys(request, credentials)[0])
        return user

    def clean_password(self, password, user=None):
        """The one that is to be replaced is none of one's own."""
        if user is not None and user.check_password(password):
            raise ValidationError(_("The new password must differ from the current one."))
        return super().clean_password(password, user=user)

    def set_password(self, user, password):
        """Chosen by the person: nothing is left to change."""
        user.must_change_password = False
        super().set_password(user, password)

    def _keys(self, request, credentials):
        name = str(credentials.get("username", "")).strip().casefold()
        address = self.get_client_ip(request)
        told = {"here": f"{name}\n{address}", "name": name, "address": address}
        return [f"wrong-sign-in:{kind}:{hashlib.sha256(text.encode()).hexdigest()}" for kind, text in told.items()]


def _wait_words(seconds):
    minutes = -(-seconds // 60)
    if seconds < 60:
        return ngettext(
            "Too many failed sign-ins: the account is locked for %(n)d second.",
            "Too many failed sign-ins: the account is locked for %(n)d seconds.",
            seconds,
        ) % {"n": seconds}
    return ngettext(
        "Too many failed sign-ins: the account is locked for %(n)d minute. The administrator can reset the password.",
        "Too many failed sign-ins: the account is locked for %(n)d minutes. The administrator can reset the password.",
        minutes,
    ) % {"n": minutes}
