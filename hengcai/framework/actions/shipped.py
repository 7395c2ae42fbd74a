from datetime import date

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.base.errors import NotNow
from hengcai.framework import permissions, shipped
from hengcai.framework.actions.frameworks import build_draft, publish_framework
from hengcai.framework.actions.profiles import build_posts, publish_profile
from hengcai.framework.models import Framework

REASON = "随系统自带 / Shipped with the system"
REVIEWER = "衡才 / Hengcai"


@action(permissions.EDIT)
def take_shipped(centre: Centre, *, by: User) -> Framework:
    """The library as this program brings it, as a draft of the next version: to be read, changed and published.

    Posts keep what they ask for; the levels are restated when it is published.
    """
    return build_draft(shipped.shipped_definition(), reason=REASON)


@action(permissions.PUBLISH)
def load_shipped(centre: Centre, *, by: User, today: date) -> Framework:
    """The library, models, indicators, posts and profiles that come with the program, published and ready to use."""
    if Framework.objects.exists():
        raise NotNow("framework.already_there")
    framework = build_draft(shipped.shipped_definition(), reason=REASON)
    profiles = build_posts(framework, shipped.shipped_posts())
    publish_framework(framework, by=by, reason=REASON, changes="", reviewed_by=REVIEWER, today=today)
    for profile in profiles:
        profile.framework = framework
        publish_profile(profile, by=by, today=today)
    return framework
