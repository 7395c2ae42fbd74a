"""The people of the tests. Each is made on first use within a test's database.

Li and Wang are inbound agents in Zhao's team; He is an agent of another team under Lin; Chen scores,
Feng supervises quality, Zhou trains, Wu is HR, Zheng sits in the appraisal group, Qian heads the
centre, Sun administers.
"""

from datetime import date

from hengcai.accounts.models import Centre, RoleGrant, User
from hengcai.accounts.queries import the_centre
from hengcai.base.bilingual import Bilingual
from hengcai.framework.models import Post
from hengcai.people.models import Employment, Person, Placement, Site, Team

HIRED = date(2025, 3, 3)
MONDAY = date(2026, 3, 16)
ROLES = {
    "li": ["agent"], "wang": ["agent"], "he": ["agent"], "zhao": ["lead"], "lin": ["lead"], "chen": ["analyst"],
    "cao": ["analyst"], "feng": ["quality_supervisor"], "zhou": ["trainer"], "wu": ["hr"], "zheng": ["appraisal_group"],
    "qian": ["head"], "sun": ["admin"],
}  # fmt: skip
TEAMS = {"li": "one", "wang": "one", "zhao": "one", "he": "two", "lin": "two"}
LEADS = {"li": "zhao", "wang": "zhao", "he": "lin"}


def centre() -> Centre:
    return the_centre()


def user(name: str) -> User:
    found, made = User.objects.get_or_create(username=name, defaults={"name": name.title()})
    if made:
        found.set_unusable_password()
        found.save()
        RoleGrant.objects.bulk_create([RoleGrant(user=found, role=role) for role in ROLES[name]])
    return User.objects.get(pk=found.pk)


def site() -> Site:
    return Site.objects.get_or_create(name="Chengdu")[0]


def team(name: str) -> Team:
    return Team.objects.get_or_create(name=f"Team {name}", site=site())[0]


def post(code: str = "inbound") -> Post:
    defaults = {"name": Bilingual("呼入客服", "Inbound agent"), "model_code": "two_part"}
    return Post.objects.get_or_create(code=code, defaults=defaults)[0]


def person(name: str) -> Person:
    found = Person.objects.filter(number=name).first()
    if found:
        return found
    made = Person.objects.create(number=name, name=name.title(), user=user(name))
    Employment.objects.create(person=made, hired_on=HIRED)
    lead = person(LEADS[name]) if name in LEADS else None
    where = team(TEAMS[name]) if name in TEAMS else None
    Placement.objects.create(person=made, since=HIRED, team=where, post=post(), lead=lead)
    return made


def li() -> Person:
    return person("li")


def wang() -> Person:
    return person("wang")


def he() -> Person:
    return person("he")


def zhao() -> Person:
    return person("zhao")


def lin() -> Person:
    return person("lin")
