"""Writes docs/examples: little tables of the demo centre for the explain pages, the same in both languages.

    HENGCAI_HOME=var python tools/examples.py

Marks are those of the demo's six analysts; the calibration has them mark the same contacts with the demo's own rules.
What the demo has none of (automated scores, openings, courses) is drawn at random with the seed below.
"""

import csv
import os
import random
from collections.abc import Iterable, Mapping
from pathlib import Path
from statistics import fmean, median_low

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "examples"
SEED = 20261122
SURNAMES = {"陈": "Chen", "曹": "Cao", "罗": "Luo", "丁": "Ding", "沈": "Shen", "姚": "Yao"}
ITEMS = {
    "restate": ("复述确认", "restating"),
    "guiding": ("引导应变", "guiding"),
    "diagnosis": ("找准原因", "diagnosis"),
    "initiative": ("主动服务", "initiative"),
    "empathy": ("耐心同理", "empathy"),
    "ownership": ("责任担当", "ownership"),
}
HEADS = {
    "agent": ("客服", "agent"),
    "rater": ("质检员", "analyst"),
    "contact": ("录音", "contact"),
    "item": ("评分项", "item"),
    "score": ("得分", "score"),
    "machine": ("机评", "machine"),
    "person": ("人评", "person"),
    "chance": ("抽中概率", "chance"),
    "applicant": ("应聘者", "applicant"),
    "gender": ("性别", "gender"),
    "age": ("年龄段", "age"),
    "hired": ("录用", "hired"),
    "site": ("职场", "site"),
    "question": ("题", "question"),
    "right": ("答对", "right"),
    "before": ("训前", "before"),
    "trained": ("参训", "trained"),
    "after": ("训后", "after"),
    "month": ("月份", "month"),
    "first": ("首训月", "first"),
    "starter": ("新人", "starter"),
    "shift": ("班次", "shift"),
    "days": ("天数", "days"),
    "left": ("离职", "left"),
    "total": ("总分", "total"),
    "fatal": ("致命错误", "fatal"),
    "id": ("流水号", "id"),
    "number": ("坐席工号", "agent"),
    "started_at": ("开始时间", "started_at"),
    "channel": ("渠道", "channel"),
    "csat": ("满意度", "csat"),
    "complaint": ("投诉", "complaint"),
    "analyst": ("质检员", "analyst"),
    "capacity": ("工作量", "capacity"),
    "excluded": ("回避", "excluded"),
    "hired_on": ("入职日期", "hired_on"),
    "staff": ("工号", "id"),
    "member": ("成员", "member"),
    "competency": ("能力", "competency"),
    "rank": ("名次", "rank"),
}
SHARES = {1: 0, 2: 30, 3: 60, 4: 80, 5: 100}
AGREED = ("标准分", "calibrated")
VAGUE = {"empathy": 0.45, "initiative": 0.3}  # anchors that two analysts read differently
CALIBRATED, TEAMS = 20, ("呼入一班", "呼入二班", "呼入三班", "呼入四班")
Row = Mapping[str, object]


def write(name: str, rows: Iterable[Row]) -> None:
    """One file a language; a value that differs is a pair (zh, en)."""
    told = list(rows)
    for place, language in enumerate(("zh", "en")):
        path = FOLDER / language / f"{name}.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as stream:
            out = csv.writer(stream, lineterminator="\n")
            out.writerow([HEADS[column][place] for column in told[0]])
            out.writerows([_in(value, place) for value in row.values()] for row in told)


def _in(value: object, place: int) -> object:
    return value[place] if isinstance(value, tuple) else value


def rater(name: str) -> tuple[str, str]:
    return name, SURNAMES[name[0]]


def marks() -> list[Row]:
    """Calls of the third and fourth quarter of four teams, as the demo's analysts marked them."""
    from hengcai.quality.models import Answer

    found = Answer.objects.filter(
        evaluation__scorecard__code="call",
        evaluation__is_current=True,
        evaluation__contact_on__gte="2026-07-01",
        evaluation__placement__team__name__in=TEAMS,
        item__code__in=ITEMS,
        value__in=["1", "2", "3", "4", "5"],
    ).order_by("evaluation__agent__number", "evaluation__contact_on", "evaluation_id", "item__order")
    rows = found.values_list(
        "evaluation__agent__number", "evaluation__evaluator__person__name", "evaluation_id", "item__code", "value"
    )
    numbers: dict[int, str] = {}
    return [
        {
            "agent": agent,
            "rater": rater(name),
            "contact": numbers.setdefault(evaluation, f"c{len(numbers) + 1:03}"),
            "item": ITEMS[item],
            "score": value,
        }
        for agent, name, evaluation, item, value in rows
    ]


def calibration(dice: random.Random) -> list[Row]:
    """Four analysts mark the same two calls of each of twenty agents; on vague anchors each reads a little differently."""
    from hengcai.demo.marking import marks_for
    from hengcai.demo.scoring import SEVERITIES
    from hengcai.demo.talk import pick, tell
    from hengcai.people.models import Person
    from hengcai.quality.cards import card_of
    from hengcai.quality.models import Scorecard

    card = card_of(Scorecard.objects.get(code="call", state=Scorecard.State.PUBLISHED))
    names = [Person.objects.get(number=number).name for number in ("1800", "1801", "1802", "1805")]
    severities = [SEVERITIES[number] for number in (0, 1, 2, 5)]
    rows = []
    for number in range(CALIBRATED):
        level = dice.gauss(0, 0.9)
        for call in range(2):
            told = tell(pick("inbound", "zh", level=level, dice=dice), badge="", agent="", dice=dice)
            for name, severity in zip(names, severities, strict=True):
                given = marks_for(card, told, severity=severity, dice=dice)
                place = {"agent": str(2001 + number), "rater": rater(name), "contact": f"k{2 * number + call + 1:02}"}
                rows += [{**place, **one} for one in _read(given, dice)]
    return rows


def _read(given: Mapping[str, object], dice: random.Random) -> list[Row]:
    rows = []
    for code, item in ITEMS.items():
        value = str(getattr(given.get(code), "value", ""))
        if value.isdigit():
            shift = dice.choice((-1, 0, 1, 1)) if dice.random() < VAGUE.get(code, 0) * 2 else 0
            rows.append({"item": item, "score": min(5, max(1, int(value) + shift))})
    return rows


def totals(rows: list[Row], dice: random.Random) -> list[Row]:
    """The calibration as totals out of 100, with what the four settled on afterwards; a fatal error may be missed."""
    given: dict[object, dict[object, dict[object, int]]] = {}
    for row in rows:
        marks = given.setdefault((row["agent"], row["contact"]), {}).setdefault(row["rater"], {})
        marks[row["item"]] = int(str(row["score"]))
    told = []
    for (agent, contact), by_rater in given.items():
        items = {item for marks in by_rater.values() for item in marks}
        agreed = {item: median_low([marks[item] for marks in by_rater.values() if item in marks]) for item in items}
        fatal = dice.random() < 0.12
        for name, marks in ((AGREED, agreed), *by_rater.items()):
            seen = fatal if name is AGREED else dice.random() < (0.8 if fatal else 0.02)
            total = round(fmean(SHARES[mark] for mark in marks.values()))
            told.append({"agent": agent, "contact": contact, "rater": name, "total": total, "fatal": int(seen)})
    return told


def automated(dice: random.Random) -> list[Row]:
    """Forty calls an agent marked by the machine, a few of them by a person, likelier where the machine was low."""
    rows = []
    for number in range(24):
        able = dice.gauss(3.7, 0.4)
        for call in range(40):
            true = able + dice.gauss(0, 0.55)
            machine = _level(0.85 * true + 0.95 + dice.gauss(0, 0.33))
            chance = 0.5 if machine < 3.5 else 0.15
            person = _level(true + dice.gauss(0, 0.25)) if dice.random() < chance else ""
            place = {"agent": str(2001 + number), "contact": f"a{40 * number + call + 1:03}"}
            rows.append({**place, "machine": machine, "person": person, "chance": chance})
    return rows


WOMAN, MAN, YOUNG, OLD = ("女", "woman"), ("男", "man"), ("35 岁以下", "under 35"), ("35 岁及以上", "35 and over")


def hiring(dice: random.Random) -> list[Row]:
    """Two hundred applicants; a typing test that nobody needs on the phones holds older ones back."""
    rows = []
    for number in range(200):
        age, gender = (OLD, YOUNG)[dice.random() < 0.65], (MAN, WOMAN)[dice.random() < 0.6]
        hired = dice.random() < (0.2 if age is OLD else 0.46)
        rows.append({"applicant": f"h{number + 1:03}", "gender": gender, "age": age, "hired": int(hired)})
    return rows


def answers(dice: random.Random) -> list[Row]:
    """A written test of ten questions at two sites; question 7 names a product that one site has never sold."""
    rows = []
    for number in range(240):
        site, able = (("成都", "Chengdu"), ("西安", "Xi’an"))[number % 2], dice.gauss(0.6, 1.0)
        for question in range(1, 11):
            hard = -1.2 + 0.28 * question + (1.3 if question == 7 and number % 2 else 0)
            right = dice.random() < 1 / (1 + 2.718281828 ** (hard - able))
            rows.append({"agent": str(2001 + number), "site": site, "question": f"q{question:02}", "right": int(right)})
    return rows


RANKED = (
    ("倾听理解", "listening"), ("同理心", "empathy"), ("表达清楚", "clear speech"), ("业务知识", "product knowledge"),
    ("情绪稳定", "calm under pressure"), ("主动服务", "initiative"), ("学习能力", "learning"), ("团队协作", "teamwork"),
)  # fmt: skip
WORTH = (1.0, 1.6, 3.0, 4.2, 4.8, 5.2, 6.8, 7.4)
MEMBERS = (
    ("陈", "Chen"),
    ("赵", "Zhao"),
    ("冯", "Feng"),
    ("周", "Zhou"),
    ("吴", "Wu"),
    ("钱", "Qian"),
    ("郑", "Zheng"),
)


def panel(dice: random.Random) -> list[Row]:
    """Seven members rank eight competencies for a post; the last of them sees it the other way round."""
    rows = []
    for place, member in enumerate(MEMBERS):
        sense = -0.5 if place == len(MEMBERS) - 1 else 1.0
        order = sorted(range(len(RANKED)), key=lambda one: sense * WORTH[one] + dice.gauss(0, 1.3))
        rows += [{"member": member, "competency": RANKED[one], "rank": rank} for rank, one in enumerate(order, start=1)]
    return rows


def course(dice: random.Random) -> list[Row]:
    """Composure before and after: who was under 3.5 took the course, without exception."""
    rows = []
    for number in range(150):
        true = dice.gauss(3.6, 0.42)
        before = round(true + dice.gauss(0, 0.22), 2)
        after = min(5.0, round(true + (0.28 if before < 3.5 else 0) + dice.gauss(0, 0.22), 2))
        rows.append({"agent": str(2001 + number), "before": before, "trained": int(before < 3.5), "after": after})
    return rows


def volunteers(dice: random.Random) -> list[Row]:
    """Nobody was sent: those already good came more often."""
    rows = []
    for number in range(140):
        true = dice.gauss(3.6, 0.45)
        trained = dice.random() < 1 / (1 + 2.718281828 ** (-2.2 * (true - 3.6)))
        before, gain = true + dice.gauss(0, 0.26), 0.15 if trained else 0.0
        rows.append(
            {
                "agent": str(2001 + number),
                "before": round(before, 2),
                "trained": int(trained),
                "after": round(true + gain + dice.gauss(0, 0.26), 2),
            }
        )
    return rows


def months(dice: random.Random) -> list[Row]:
    """Forty-eight agents over nine months: three rounds of a course, one group without; scores drift up for all."""
    starts = ("2026-04", "2026-05", "2026-07", "")
    rows = []
    for number in range(48):
        level, first = dice.gauss(3.5, 0.3), starts[number % 4]
        for month in range(1, 10):
            name = f"2026-{month:02}"
            since = month - int(first[-2:]) if first and name >= first else -1
            gain = min(0.12 + 0.09 * since, 0.35) if since >= 0 else 0.0
            score = round(level + 0.02 * month + gain + dice.gauss(0, 0.2), 2)
            rows.append({"agent": str(2001 + number), "month": name, "first": first, "score": score})
    return rows


def tenure(dice: random.Random) -> list[Row]:
    """Starters of a year and a half, watched to the last day of September 2026; nights lose them sooner."""
    rows = []
    for number in range(150):
        night = number % 5 < 2
        watched, stays = dice.randint(30, 540), dice.weibullvariate(420 if night else 900, 0.9)
        days = max(1, round(min(watched, stays)))
        shift = ("夜班", "night") if night else ("白班", "day")
        rows.append({"starter": f"s{number + 1:03}", "shift": shift, "days": days, "left": int(stays < watched)})
    return rows


def contacts(dice: random.Random) -> list[Row]:
    """The calls of seven agents in July 2026; 2006 began on the 13th, 2007 took three."""
    calls = []
    for number in range(2001, 2008):
        first, count = (13, 14) if number == 2006 else (1, 3) if number == 2007 else (1, dice.randint(24, 36))
        for _ in range(count):
            moment = f"2026-07-{dice.randint(first, 31):02} {dice.randint(9, 17):02}:{dice.randint(0, 59):02}:00"
            csat = dice.choice(("", "", "5", "5", "4", "4", "3", "2", "1"))
            complaint = ("待认定", "open") if csat == "1" and dice.random() < 0.5 else ("无", "none")
            calls.append((moment, number, csat, complaint))
    names = ("id", "number", "started_at", "channel", "csat", "complaint")
    return [
        dict(zip(names, (f"C{place:04}", number, moment, ("电话", "call"), csat, complaint), strict=True))
        for place, (moment, number, csat, complaint) in enumerate(sorted(calls, key=lambda call: call[:2]), start=1)
    ]


def people(_dice: random.Random) -> list[Row]:
    days = dict.fromkeys(range(2001, 2008), "2024-03-01") | {2006: "2026-07-13"}
    return [{"staff": number, "hired_on": day} for number, day in days.items()]


def analysts(_dice: random.Random) -> list[Row]:
    """The second does not hear the team she came from."""
    table = ((("陈静", "Chen"), 2, ""), (("罗敏", "Luo"), 1, "2001;2002"), (("丁洁", "Ding"), 1, ""))
    return [dict(zip(("analyst", "capacity", "excluded"), row, strict=True)) for row in table]


def _level(value: float) -> float:
    return round(min(5.0, max(1.0, value)), 1)


def main() -> None:
    from hengcai.cli.prepare import started

    started()
    write("marks", marks())
    calibrated = calibration(random.Random(SEED))  # noqa: S311 - the same tables each time
    write("calibration", calibrated)
    write("totals", totals(calibrated, random.Random(SEED)))  # noqa: S311 - the same tables each time
    invented = (automated, hiring, answers, course, volunteers, months, tenure, contacts, people, analysts, panel)
    for number, table in enumerate(invented, start=1):
        write(table.__name__, table(random.Random(SEED + number)))  # noqa: S311 - the same tables each time


if __name__ == "__main__":
    os.environ.setdefault("HENGCAI_HOME", "var")
    main()
