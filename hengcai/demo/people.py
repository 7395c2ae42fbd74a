"""Who works in the demo centre, made through the people file and the account actions."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil
from pathlib import Path
from typing import Any

import yaml

from hengcai.accounts.actions import add_user, show_sign_in
from hengcai.accounts.models import Centre, User
from hengcai.base import roles
from hengcai.base.errors import NotValid
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
SUPPORT = ("second_line", "second_line", "back_office", "scheduling")
TEAM_OF = {"lead": "现场管理组", "analyst": "质检组", "trainer": "培训组"} | dict.fromkeys(SUPPORT, "支撑组")
SITE_LEADS = ("1900", "1901")
LEAST_AGENTS = 3
TEAM_SIZE = 10
NEWCOMERS, LEAVERS = Fraction(9, 120), Fraction(5, 120)  # of the agents
LEAVING = ("left_on", "left_reason")


@dataclass
class Staff:
    """People by number, with what the demo needs to know of each."""

    rows: list[dict[str, str]]
    levels: dict[str, float]
    users: dict[str, User]

    def frontline(self) -> list[dict[str, str]]:
        return [row for row in self.rows if row["post"] in {"inbound", "outbound", "online", "second_line"}]

    def last_team(self) -> str:
        """None where there is only that of the visitors."""
        teams = list(dict.fromkeys(row["team"] for row in self.frontline() if row["post"] not in SUPPORT))
        return teams[-1] if len(teams) > 1 else ""

    def here_by(self, day: date) -> list[dict[str, str]]:
        return [row for row in self.rows if row["hired_on"] <= day.isoformat()]

    def newcomers(self, since: date) -> list[dict[str, str]]:
        return [row for row in self.rows if row["hired_on"] > since.isoformat()]

    def leavers(self) -> list[dict[str, str]]:
        return [row for row in self.rows if "left_on" in row]


def check_agents(agents: int) -> None:
    """Li, Wang and somebody to compare them with."""
    if agents < LEAST_AGENTS:
        raise NotValid("demo.too_few_agents", least=LEAST_AGENTS, agents=agents)


def add_office(centre: Centre, *, by: User, password: str) -> dict[str, User]:
    """The ten people one can sign in as; the password is set for these alone."""
    users = {}
    for order, (username, name, role) in enumerate(SIGN_INS):
        users[username] = add_user(centre, by=by, username=username, name=name, roles=[role], password=password)
        show_sign_in(users[username], by=by, role=role, order=order)
    return users


def staff_of(agents: int, *, users: dict[str, User], today: date, dice: random.Random) -> Staff:
    rows = people_rows(agents, today, dice)
    return Staff(rows, {row["id"]: dice.gauss(0.7, 0.75) for row in rows}, users)


def take_in(centre: Centre, staff: Staff, rows: Sequence[dict[str, str]], *, by: User) -> list[User]:
    """Rows of the people file, without what nobody knows yet, and the accounts that go with them; returns the new."""
    plain = [{name: value for name, value in row.items() if name not in LEAVING} for row in rows]
    _apply(centre, plain, by=by)
    return _add_accounts(centre, plain, by=by, users=staff.users)


def let_go(centre: Centre, row: dict[str, str], *, by: User) -> None:
    _apply(centre, [row], by=by)


def _apply(centre: Centre, rows: Sequence[dict[str, str]], *, by: User) -> None:
    outcome = apply_people_rows(
        centre, by=by, rows=[PeopleRow(n, row) for n, row in enumerate(rows, start=2)], is_update=True
    )
    if outcome.rejected:
        raise RuntimeError(f"the demo's own people file was refused: {outcome.rejected[0]}")


def people_rows(agents: int, today: date, dice: random.Random) -> list[dict[str, str]]:
    """The people file of the demo: leads first, then everybody else by team."""
    names = yaml.safe_load(NAMES.read_text("utf-8"))
    fresh = Names(names, dice)
    teams = _teams(names["teams"], agents)
    rows = [
        _row(str(1000 + n), "赵建国" if n == 0 else fresh.zh(), team, "lead", today, dice, lead="1900")
        for n, team in enumerate(teams)
    ]
    rows += [_row(number, fresh.zh(), None, "lead", today, dice) for number in SITE_LEADS]
    for row in rows[: len(teams)]:
        row["lead"] = SITE_LEADS[row["site"] != "成都"]
    at_the_desk = [_agent(number, teams, fresh, today, dice) for number in range(agents)]
    analysts, trainers = ("陈静", *ANALYSTS), ("周琳", fresh.zh())
    rows += at_the_desk
    rows += [_row(str(1800 + n), name, None, "analyst", today, dice, lead="1900") for n, name in enumerate(analysts)]
    rows += [_row(str(1700 + n), name, None, "trainer", today, dice, lead="1901") for n, name in enumerate(trainers)]
    rows += [
        _row(str(1750 + n), fresh.zh(), None, post, today, dice, lead=SITE_LEADS[0]) for n, post in enumerate(SUPPORT)
    ]
    _vary_episodes([row for row in at_the_desk if row["name"] not in {"李娜", "王芳"}], agents, today, dice)
    return rows


def _teams(listed: list[dict[str, Any]], agents: int) -> list[dict[str, Any]]:
    """About ten agents each; no team stands alone at its site, where nobody of another post could be its peer."""
    count = min(len(listed), ceil(agents / TEAM_SIZE))
    sites = [team["site"] for team in listed[:count]]
    return listed[: count + (count > 1 and sites.count(sites[-1]) == 1)]


def _agent(
    number: int, teams: list[dict[str, Any]], fresh: "Names", today: date, dice: random.Random
) -> dict[str, str]:
    """Li and Wang are the first two of the first team; who serves customers in English has an English name."""
    place = number % len(teams)
    row = _row(str(2000 + number), "", teams[place], teams[place]["post"], today, dice, lead=str(1000 + place))
    own = fresh.en() if row["language"] == "en" else fresh.zh()
    row["name"] = {0: "李娜", len(teams): "王芳"}.get(number) or own
    return row


def _row(
    number: str, name: str, team: dict[str, Any] | None, post: str, today: date, dice: random.Random, lead: str = ""
) -> dict[str, str]:
    hired = today - timedelta(days=dice.randint(400, 2200))
    site = {"chengdu": "成都", "dalian": "大连"}[team["site"]] if team else "成都"
    is_english = bool(team) and site == "大连" and post in {"inbound", "online"} and dice.random() < 0.6
    where = team["zh"] if team else TEAM_OF[post]
    return {"id": number, "name": name, "team": where, "post": post, "hired_on": hired.isoformat(), "site": site,
            "lead": lead, "language": "en" if is_english else "zh"}  # fmt: skip


class Names:
    """Invented names, each once as long as there are others; never one of the sign-ins' or analysts'."""

    DRAWS = 200  # a centre larger than the list of names has namesakes, as centres have

    def __init__(self, lists: dict[str, Any], dice: random.Random) -> None:
        self.lists, self.dice = lists, dice
        self.reserved = {name for _username, name, _role in SIGN_INS} | set(ANALYSTS)
        self.taken: set[str] = set()

    def zh(self) -> str:
        return self._fresh(
            lambda: self.dice.choice(self.lists["zh"]["family"]) + self.dice.choice(self.lists["zh"]["given"])
        )

    def en(self) -> str:
        return self._fresh(
            lambda: f"{self.dice.choice(self.lists['en']['given'])} {self.dice.choice(self.lists['en']['family'])}"
        )

    def _fresh(self, draw: Callable[[], str]) -> str:
        drawn = (name for name in iter(draw, None) if name not in self.reserved)
        name = next(drawn)
        for _draw in range(self.DRAWS):
            if name not in self.taken:
                break
            name = next(drawn)
        self.taken.add(name)
        return name


def _vary_episodes(rows: list[dict[str, str]], agents: int, today: date, dice: random.Random) -> None:
    """Some are new, a few have left."""
    newcomers, leavers = round(NEWCOMERS * agents), round(LEAVERS * agents)
    chosen = dice.sample(rows, k=min(newcomers + leavers, len(rows)))
    for row in chosen[:newcomers]:
        row["hired_on"] = (today - timedelta(days=dice.randint(60, 150))).isoformat()
    for row in chosen[newcomers:]:
        row["left_on"] = (today - timedelta(days=dice.randint(5, 40))).isoformat()
        row["left_reason"] = dice.choice(["找到离家近的工作", "倒夜班身体吃不消", "家里孩子没人带", "回老家发展"])


def _add_accounts(centre: Centre, rows: Sequence[dict[str, str]], *, by: User, users: dict[str, User]) -> list[User]:
    """Everybody who rates or is rated needs an account; only those of the office have a password."""
    named = {name: users[username] for username, name, _role in SIGN_INS}
    role_of = {"lead": roles.LEAD, "analyst": roles.ANALYST, "trainer": roles.TRAINER}
    made = []
    for row in rows:
        if row["name"] in named:
            link_user(Person.objects.get(number=row["id"]), by=by, user=named[row["name"]])
        else:
            role = role_of.get(row["post"], roles.AGENT)
            users[row["id"]] = add_user(centre, by=by, username=row["id"], name=row["name"], roles=[role])
            made.append(users[row["id"]])
    link_users_by_number(centre, by=by)
    return made


def add_office_people(centre: Centre, *, by: User, users: dict[str, User], since: date) -> None:
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
