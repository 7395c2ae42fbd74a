from django.utils.translation import get_language

from hengcai.accounts.queries import demo_sign_ins, the_centre
from hengcai.base import clock
from hengcai.inbox.permissions import SEE
from hengcai.inbox.queries import centre_and_tally
from hengcai.web.shell.menu import menu


def shell(request):
    """What every page's frame needs; menu and inbox are worked out only for somebody signed in."""
    user = getattr(request, "user", None)
    is_in = user is not None and user.is_authenticated
    centre, inbox = _head(user) if is_in else (the_centre(), None)
    return {
        "centre": centre,
        "menu": menu(user, request.path) if is_in else None,
        "inbox": inbox,
        "language": get_language(),
        "demo_sign_ins": None if is_in else demo_sign_ins(),
    }


def _head(user):
    """Whoever holds no role has no inbox."""
    return centre_and_tally(user, today=clock.today()) if SEE.is_held_by(user) else (the_centre(), None)
