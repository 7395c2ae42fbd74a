from django.utils.translation import get_language

from hengcai.accounts.queries import demo_sign_ins, the_centre
from hengcai.web.shell.menu import menu


def shell(request):
    """What every page's frame needs; the menu is worked out only for somebody signed in."""
    user = getattr(request, "user", None)
    is_in = user is not None and user.is_authenticated
    return {
        "centre": the_centre(),
        "menu": menu(user, request.path) if is_in else None,
        "language": get_language(),
        "demo_sign_ins": None if is_in else demo_sign_ins(),
    }
