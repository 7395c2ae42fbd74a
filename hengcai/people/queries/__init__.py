"""Who works where on a day, as each reader may see it."""

from hengcai.people.queries.calendar import own_days, the_calendar, unusual_days
from hengcai.people.queries.days import DayPlace, placement_on, placements_on, staff_on, team_of_day
from hengcai.people.queries.export import people_rows
from hengcai.people.queries.lines import led_directly, line_downwards, line_upwards
from hengcai.people.queries.organisation import SiteTree, TeamNode, team_tree
from hengcai.people.queries.pages import Dossier, Filters, Staying, dossier, people_listed, people_orders
from hengcai.people.queries.seen import (
    account_named,
    leads_on,
    may_manage,
    people_seen_by,
    person_meant,
    posts,
    sites,
    teams_seen_by,
)

__all__ = [
    "DayPlace",
    "Dossier",
    "Filters",
    "SiteTree",
    "Staying",
    "TeamNode",
    "account_named",
    "dossier",
    "leads_on",
    "led_directly",
    "line_downwards",
    "line_upwards",
    "may_manage",
    "own_days",
    "people_listed",
    "people_orders",
    "people_rows",
    "people_seen_by",
    "person_meant",
    "placement_on",
    "placements_on",
    "posts",
    "sites",
    "staff_on",
    "team_of_day",
    "team_tree",
    "teams_seen_by",
    "the_calendar",
    "unusual_days",
]
