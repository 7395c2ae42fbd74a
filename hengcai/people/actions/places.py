"""Sites and teams."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.db.models import QuerySet

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.base.errors import NotValid
from hengcai.base.ids import folded, shown
from hengcai.people import permissions
from hengcai.people.models import Site, Team

LONGEST_NAME = 80


@action(permissions.MANAGE)
def add_site(centre: Centre, *, by: User, name: str, time_zone: str = "") -> Site:
    """Without a zone the site keeps the centre's clock."""
    name, zone = _name(name), time_zone.strip() or settings.TIME_ZONE
    if _is_taken(name, Site.objects.all()):
        raise NotValid("people.site_taken", name=name)
    _check_zone(zone)
    return Site.objects.create(name=name, time_zone=zone)


@action(permissions.MANAGE)
def add_team(site: Site, *, by: User, name: str, parent: Team | None = None) -> Team:
    """`parent` is the supervisor's group the team belongs to, at the same site."""
    name = _name(name)
    if _is_taken(name, Team.objects.filter(site=site)):
        raise NotValid("people.team_taken", name=name, site=site.name)
    if parent is not None and parent.site_id != site.pk:
        raise NotValid("people.group_elsewhere", name=parent.name, site=site.name)
    return Team.objects.create(site=site, name=name, parent=parent)


def _is_taken(name: str, among: QuerySet[Site] | QuerySet[Team]) -> bool:
    """Also by a name that is only spelled another way."""
    return folded(name) in {folded(one) for one in among.values_list("name", flat=True)}


def _name(text: str) -> str:
    name = shown(text)
    if not name:
        raise NotValid("people.name_missing")
    if len(name) > LONGEST_NAME:
        raise NotValid("people.text_too_long", longest=LONGEST_NAME)
    return name


def _check_zone(zone: str) -> None:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise NotValid("people.zone_unknown", zone=zone) from None
