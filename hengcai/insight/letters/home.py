"""The home page in words: a headline that counts the work, one line a thing, and the card beside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hengcai.insight.queries.task import Task
from hengcai.insight.rules import due
from hengcai.paper.telling import Teller

WEEKDAYS = "一二三四五六日"
ENGLISH_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
NOON, AFTERNOON, EVENING = 11, 13, 18
DUTY = "duty."  # of the inbox, said by its own kind
GREETINGS = ((EVENING, "evening"), (AFTERNOON, "afternoon"), (NOON, "noon"), (0, "morning"))


@dataclass(frozen=True)
class Line:
    task: Task
    what: str
    more: str
    who: str
    due: str
    is_late: bool
    go: str
    is_next: bool


@dataclass(frozen=True)
class Home:
    greeting: str
    clauses: Sequence[str]
    groups: Sequence[tuple[str, Sequence[Line]]]
    first: Line | None


@dataclass(frozen=True)
class Now:
    """The moment of looking and the zone it is looked at from."""

    at: datetime
    zone: str

    @property
    def local(self) -> datetime:
        return self.at.astimezone(ZoneInfo(self.zone))

    @property
    def today(self) -> date:
        return self.local.date()


def home(tasks: Sequence[Task], *, name: str, now: Now, language: str) -> Home:
    tell = Teller(language)
    chosen = due.first(tasks)
    said = {id(task): _line(task, task is chosen, now, tell) for task in tasks}
    groups = [
        (tell.say(f"home.group.{group}", n=len(ones)), [said[id(one)] for one in ones])
        for group, ones in due.grouped(tasks, today=now.today)
    ]
    load = due.workload(tasks, today=now.today)
    counts = {"today": load.today, "late": load.late, "week": load.week, "later": load.later}
    title = tell.say(f"home.title.{load.headline}", **counts)
    return Home(
        _greeting(name, now, tell), clauses_of(title, tell.language), groups, said[id(chosen)] if chosen else None
    )


def clauses_of(title: str, language: str) -> list[str]:
    """A heading breaks between clauses only."""
    comma = "，" if Teller(language).tongue == "zh" else ", "
    parts = title.split(comma)
    return [f"{part}{comma}" for part in parts[:-1]] + parts[-1:]


def _greeting(name: str, now: Now, tell: Teller) -> str:
    hour = now.local.hour
    part = next(part for start, part in GREETINGS if hour >= start)
    facts = {"day": now.today, "weekday": weekday(now.today, tell), "name": name, "greeting": tell.say(f"home.{part}")}
    return tell.say("home.greeting", **facts)


def weekday(day: date, tell: Teller) -> str:
    return ENGLISH_WEEKDAYS[day.weekday()] if tell.tongue == "en" else f"周{WEEKDAYS[day.weekday()]}"


def _line(task: Task, is_next: bool, now: Now, tell: Teller) -> Line:  # noqa: FBT001
    facts = _facts(task.facts, now, tell)
    code = f"home.task.{task.kind}"
    if task.kind.startswith(DUTY):
        facts["duty"] = tell.say(task.kind)
        code = "home.task.duty.one" if task.key else "home.task.duty.several"
    return Line(
        task=task, what=tell.say(code, **facts), more=tell.say(f"{code}.more", **facts), who=_who(task, tell),
        due=_due(task.due_on, now.today, tell), is_late=task.due_on is not None and task.due_on < now.today,
        go=tell.say(f"{code}.go"), is_next=is_next,
    )  # fmt: skip


def _facts(facts: Mapping[str, object], now: Now, tell: Teller) -> dict[str, object]:
    """Moments become the day they fell on here; days stand without their year."""
    shown = {name: tell.short_day(value) if isinstance(value, date) else value for name, value in facts.items()}
    at = facts.get("at")
    if isinstance(at, datetime):
        shown["day"] = tell.short_day(at.astimezone(ZoneInfo(now.zone)).date())
    return shown


def _who(task: Task, tell: Teller) -> str:
    if task.kind.startswith("import"):
        return tell.say("home.who.system")
    if task.kind.startswith(DUTY):
        return ""
    if task.kind in ("publish.evaluations", "answer"):
        return tell.say("home.who.analysts")
    return str(task.facts["by"]) if "by" in task.facts else tell.say("home.who.group")


def _due(day: date | None, today: date, tell: Teller) -> str:
    if day is None:
        return tell.say("home.due.none")
    if day < today:
        code = "home.due.yesterday" if day == today - timedelta(days=1) else "home.due.late"
        return tell.say(code, day=tell.short_day(day))
    if day <= today + timedelta(days=1):
        return tell.say("home.due.today" if day == today else "home.due.tomorrow")
    return tell.say("home.due.day", day=tell.short_day(day), weekday=weekday(day, tell))
