from django.utils.translation import get_language

from hengcai.accounts.queries import demo_sign_ins, the_centre
from hengcai.web.shell.menu import SHOWN_NARROW, SHOWN_WIDE, menu


def shell(request):
    """What every page's frame needs; the menu is worked out only for somebody signed in."""
    user = getattr(request, "user", None)
    entries = menu(user, request.path) if user is not None and user.is_authenticated else []
    return {
        "centre": the_centre(),
        "menu": entries,
        "menu_wide": SHOWN_WIDE,
        "menu_narrow": SHOWN_NARROW,
        "language": get_language(),
        "demo_sign_ins": demo_sign_ins() if user is None or not user.is_authenticated else None,
    }
