"""Who works where on a day, as each reader may see it."""

from hengcai.people.queries.days import DayPlace, placement_on, placements_on, staff_on, team_of_day
from hengcai.people.queries.export import people_rows
from hengcai.people.queries.lines import led_directly, line_downwards, line_upwards
from hengcai.people.queries.organisation import TeamNode, team_tree
from hengcai.people.queries.pages import Dossier, Filters, dossier, people_listed
from hengcai.people.queries.seen import may_manage, people_seen_by, posts, sites, teams_seen_by

__all__ = [
    "DayPlace",
    "Dossier",
    "Filters",
    "TeamNode",
    "dossier",
    "led_directly",
    "line_downwards",
    "line_upwards",
    "may_manage",
    "people_listed",
    "people_rows",
    "people_seen_by",
    "placement_on",
    "placements_on",
    "posts",
    "sites",
    "staff_on",
    "team_of_day",
    "team_tree",
    "teams_seen_by",
]
