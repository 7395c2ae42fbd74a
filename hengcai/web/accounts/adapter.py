from allauth.account.adapter import DefaultAccountAdapter


class Adapter(DefaultAccountAdapter):
    """Accounts are made by the administrator; nobody signs up by themselves."""

    def is_open_for_signup(self, request):
        return False
