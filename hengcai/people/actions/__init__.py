"""Everything that changes who works where: places, people one by one, and people by file."""

from hengcai.people.actions.days import remove_day, settle_day
from hengcai.people.actions.files import apply_people_rows
from hengcai.people.actions.leaving import end_employment, rehire, withdraw_leaving
from hengcai.people.actions.places import add_site, add_team
from hengcai.people.actions.staff import (
    NewPerson,
    add_person,
    change_person,
    link_new_users,
    link_user,
    link_users_by_number,
    place_person,
)
from hengcai.people.actions.withdrawing import withdraw_people, withdraw_places
from hengcai.people.rules.rows import PeopleOutcome, PeopleRow, Rejected

__all__ = [
    "NewPerson",
    "PeopleOutcome",
    "PeopleRow",
    "Rejected",
    "add_person",
    "add_site",
    "add_team",
    "apply_people_rows",
    "change_person",
    "end_employment",
    "link_new_users",
    "link_user",
    "link_users_by_number",
    "place_person",
    "rehire",
    "remove_day",
    "settle_day",
    "withdraw_leaving",
    "withdraw_people",
    "withdraw_places",
]
