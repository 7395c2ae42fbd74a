"""Who works in the demo centre, made through the people file and the account actions."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from hengcai.accounts.actions import add_user, show_sign_in
from hengcai.accounts.models import Centre, User
from hengcai.base import roles
from hengcai.people.actions.files import apply_people_rows
from hengcai.people.actions.staff import NewPerson, add_person, link_user, link_users_by_number, place_person
from hengcai.people.models import Person
from hengcai.people.rules.rows import PeopleRow

NAMES = Path(__file__).parent / "names.yaml"
SIGN_INS = (
    ("li", "李娜", roles.AGENT), ("wang", "王芳", roles.AGENT), ("zhao", "赵建国", roles.LEAD), ("chen", "陈静", roles.ANALYST),
    ("feng", "冯敏", roles.QUALITY_SUPERVISOR), ("zhou", "周琳", roles.TRAINER), ("wu", "吴倩", roles.HR),
    ("zheng", "郑远山", roles.GROUP), ("qian", "钱立群", roles.HEAD), ("sun", "孙昊", roles.ADMIN),
)  # fmt: skip
ANALYSTS = ("曹雪梅", "罗晓峰", "丁慧敏", "沈家豪", "姚珊")
OFFICE = ("feng", "wu", "zheng", "qian", "sun")
SITE_LEADS = ("1900", "1901")
NEWCOMERS, LEAVERS = 9, 5


@dataclass
class Staff:
    """People by number, with what the demo needs to know of each."""

    rows: list[dict[str, str]]
    levels: dict[str, float]
    languages: dict[str, str]
    users: dict[str, User]

    def frontline(self) -> list[dict[str, str]]:
        return [row for row in self.rows if row["post"] in {"inbound", "outbound", "online"}]


def add_office(centre: Centre, *, by: User, password: str) -> dict[str, User]:
    """The ten people one can sign in as; the password is set for these alone."""
    users = {}
    for order, (username, name, role) in enumerate(SIGN_INS):
        users[username] = add_user(centre, by=by, username=username, name=name, roles=[role], password=password)
        show_sign_in(users[username], by=by, role=role, order=order)
    return users


def add_staff(
    centre: Centre, *, by: User, users: dict[str, User], agents: int, today: date, dice: random.Random
) -> Staff:
    rows = people_rows(agents, today, dice)
    outcome = apply_people_rows(centre, by=by, rows=[PeopleRow(n, row) for n, row in enumerate(rows, start=2)])
    if outcome.rejected:
        raise RuntimeError(f"the demo's own people file was refused: {outcome.rejected[0]}")
    _add_accounts(centre, rows, by=by, users=users)
    _add_office_people(centre, by=by, users=users, since=today - timedelta(days=900))
    levels = {row["id"]: dice.gauss(0.7, 0.75) for row in rows}
    languages = {row["id"]: row["language"] for row in rows}
    return Staff(rows, levels, languages, users)


def people_rows(agents: int, today: date, dice: random.Random) -> list[dict[str, str]]:
    """The people file of the demo: leads first, then everybody else by team."""
    names = yaml.safe_load(NAMES.read_text("utf-8"))
    fresh = _fresh_names(names, dice)
    teams = names["teams"]
    rows = [
        _row(str(1000 + n), _lead_name(n, fresh), team, "lead", today, dice, lead="1900")
        for n, team in enumerate(teams)
    ]
    rows += [_row(number, next(fresh), None, "lead", today, dice) for number in SITE_LEADS]
    for row in rows[: len(teams)]:
        row["lead"] = SITE_LEADS[row["site"] != "成都"]
    for number in range(agents):
        team = teams[number % len(teams)]
        rows.append(_row(str(2000 + number), _agent_name(number, fresh), team, team["post"], today, dice))
        rows[-1]["lead"] = str(1000 + number % len(teams))
    rows += [
        _row(str(1800 + n), name, None, "analyst", today, dice, lead="1900")
        for n, name in enumerate(("陈静", *ANALYSTS))
    ]
    rows += [
        _row(str(1700 + n), name, None, "trainer", today, dice, lead="1901")
        for n, name in enumerate(("周琳", next(fresh)))
    ]
    _vary_episodes(rows[-agents - 8 : -8], today, dice)
    return rows


def _row(
    number: str, name: str, team: dict[str, Any] | None, post: str, today: date, dice: random.Random, lead: str = ""
) -> dict[str, str]:
    hired = today - timedelta(days=dice.randint(400, 2200))
    site = {"chengdu": "成都", "dalian": "大连"}[team["site"]] if team else "成都"
    is_english = bool(team) and site == "大连" and post in {"inbound", "online"} and dice.random() < 0.6
    where = team["zh"] if team else {"lead": "现场管理组", "analyst": "质检组", "trainer": "培训组"}[post]
    return {"id": number, "name": name, "team": where, "post": post, "hired_on": hired.isoformat(), "site": site,
            "lead": lead, "language": "en" if is_english else "zh"}  # fmt: skip


def _fresh_names(names: dict[str, Any], dice: random.Random):
    taken = {name for _username, name, _role in SIGN_INS} | set(ANALYSTS)
    while True:
        name = dice.choice(names["zh"]["family"]) + dice.choice(names["zh"]["given"])
        if name not in taken:
            taken.add(name)
            yield name


def _lead_name(number: int, fresh) -> str:
    return "赵建国" if number == 0 else next(fresh)


def _agent_name(number: int, fresh) -> str:
    """Li and Wang are in the first team: every teams-many-th agent."""
    return {0: "李娜", 12: "王芳"}.get(number) or next(fresh)


def _vary_episodes(rows: list[dict[str, str]], today: date, dice: random.Random) -> None:
    """Some are new, a few have left; neither Li nor Wang."""
    chosen = dice.sample(rows[24:] or rows[2:], k=min(NEWCOMERS + LEAVERS, len(rows[24:] or rows[2:])))
    for row in chosen[:NEWCOMERS]:
        row["hired_on"] = (today - timedelta(days=dice.randint(60, 150))).isoformat()
    for row in chosen[NEWCOMERS:]:
        row["left_on"] = (today - timedelta(days=dice.randint(5, 40))).isoformat()
        row["left_reason"] = dice.choice(["找到离家近的工作", "倒夜班身体吃不消", "家里孩子没人带", "回老家发展"])


def _add_accounts(centre: Centre, rows: list[dict[str, str]], *, by: User, users: dict[str, User]) -> None:
    """Everybody who rates or is rated needs an account; only those of the office have a password."""
    named = {name: users[username] for username, name, _role in SIGN_INS}
    role_of = {"lead": roles.LEAD, "analyst": roles.ANALYST, "trainer": roles.TRAINER}
    for row in rows:
        if row["name"] in named:
            link_user(Person.objects.get(number=row["id"]), by=by, user=named[row["name"]])
        else:
            role = role_of.get(row["post"], roles.AGENT)
            users[row["id"]] = add_user(centre, by=by, username=row["id"], name=row["name"], roles=[role])
    link_users_by_number(centre, by=by)


def _add_office_people(centre: Centre, *, by: User, users: dict[str, User], since: date) -> None:
    """Supervisor, HR, the group and the head have no post that is appraised here."""
    names = {username: name for username, name, _role in SIGN_INS}
    for number, username in enumerate(OFFICE, start=1600):
        person = add_person(centre, by=by, new=NewPerson(str(number), names[username], hired_on=since))
        place_person(person, by=by, since=since)
        link_user(person, by=by, user=users[username])
    head = Person.objects.get(user=users["qian"])
    for one in Person.objects.filter(number__in=SITE_LEADS):
        stand = one.placements.get()
        place_person(one, by=by, since=stand.since, team=stand.team, post=stand.post, lead=head)
