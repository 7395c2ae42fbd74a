"""What learners leave behind: a lesson with a recording, wrong answers that come back, talk about a course, notes afterwards."""

import math
import random
import wave
from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import yaml

from hengcai.accounts.models import Centre, User
from hengcai.base import clock
from hengcai.demo.timeline import at
from hengcai.demo.trainings import right_answer
from hengcai.people.models import Person
from hengcai.review.actions import Said, answer_card
from hengcai.review.cards import LESSON, add_card
from hengcai.review.models import Card
from hengcai.review.tasks import bring_up
from hengcai.training import actions
from hengcai.training.models import Course
from hengcai.training.receiving import receive_lesson_file

TONES, HERTZ, RATE = Path(__file__).parent / "line_tones.yaml", 450, 8000
PATTERN = ((1.0, 4.0, 2), (0.35, 0.35, 10), (0.7, 0.7, 6))  # seconds on, off, how often: ringing, busy, congestion
COURSE, ASKED, REVIEWERS, LEARNED_DAYS, KNOWN = "complaint_handling", 3, 14, 80, 0.8
A_DAY = timedelta(days=1)


class Sound:
    """A file as a form hands it over."""

    def __init__(self, content: bytes) -> None:
        self.content, self.size = content, len(content)

    def chunks(self) -> Iterator[bytes]:
        yield self.content


def tones() -> bytes:
    """The three tones of a line one after the other; nobody's voice."""
    shape = b"".join(
        (bytes(_swing(n) for n in range(int(on * RATE))) + bytes([128]) * int(off * RATE)) * times
        for on, off, times in PATTERN
    )
    kept = BytesIO()
    with wave.open(kept, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(1)
        out.setframerate(RATE)
        out.writeframes(shape)
    return kept.getvalue()


def _swing(n: int) -> int:
    return 128 + round(60 * math.sin(2 * math.pi * HERTZ * n / RATE))


def leave_learning(centre: Centre, users: dict[str, User], *, today: date, keeps_media: bool) -> None:
    if keeps_media:
        _lesson_heard(centre, users, today)
    _reviews(users, today)
    _talk(users)
    _notes(users, today)
    bring_up(today)


def _lesson_heard(centre: Centre, users: dict[str, User], today: date) -> None:
    made = actions.add_course(centre, by=users["zhou"], definition=yaml.safe_load(TONES.read_text("utf-8")))
    receive_lesson_file(made, Sound(tones()), name="tones.wav", by=users["zhou"])
    actions.publish_course(made, by=users["zhou"], today=today)
    order = actions.Order(today + 5 * A_DAY, "下周起轮到外呼组帮忙，先听一遍线路音")
    people = [Person.objects.get(user=users[name]) for name in ("li", "wang")]
    actions.assign_course(people, by=users["zhou"], course=made, order=order, today=today)


def _reviews(users: dict[str, User], today: date) -> None:
    """Some agents answered three questions wrong eleven weeks ago and were asked since; Li and Wang have theirs of today."""
    dice, quiz = random.Random("reviews"), Course.objects.get(code=COURSE, state="published").quiz
    asked = [one for one in quiz if one["kind"] in ("single", "multiple", "true_false")]
    agents = Person.objects.filter(user__role_grants__role="agent", employments__left_on=None).select_related("user")
    others = agents.exclude(user__username__in=("li", "wang")).distinct().order_by("pk")
    for person in others[:REVIEWERS]:
        for place, one in enumerate(asked[:ASKED]):
            _asked_since(_card(person, one, today - (LEARNED_DAYS + place) * A_DAY), today, dice)
    for name in ("li", "wang"):
        for one in asked[:5]:
            _card(Person.objects.get(user=users[name]), one, today - A_DAY)


def _card(person: Person, question: dict, learned_on: date) -> Card:
    reference = f"{COURSE}/{question['id']}"
    return add_card(person, kind=LESSON, reference=reference, question=question, learned_on=learned_on)


def _asked_since(card: Card, today: date, dice: random.Random) -> None:
    """On the day each time, as far as yesterday."""
    while card.due_on < today and card.person.user:
        on = card.due_on
        response = right_answer(card.question) if dice.random() < KNOWN else ""
        with clock.set_to(at(on, 12)):
            answer_card(card, by=card.person.user, said=Said(response), today=on)


def _talk(users: dict[str, User]) -> None:
    course = Course.objects.get(code=COURSE, state="published")
    li, zhou = users["li"], users["zhou"]
    pinned = actions.open_course_thread(
        course, by=zhou, title="学完请在这里说一句：哪一步最难", words="不用写长。写清楚是哪一步、客户说了什么、您当时怎么接的。",
    )  # fmt: skip
    actions.pin_thread(pinned, by=zhou, is_pinned=True)
    asked = actions.open_course_thread(
        course, by=li, title="客户一上来就要投诉到 12315，还要不要先安抚？",
        words="我先说了“理解您的心情”，客户说别来这套。后来直接问要什么结果，反而静下来了。大家怎么接？",
    )  # fmt: skip
    actions.answer_thread(
        asked, by=zhou, words="先确认他要什么结果、什么时候要，再说能做什么。安抚放在办事里，不单独说一句。"
    )


def _notes(users: dict[str, User], today: date) -> None:
    thoughts = actions.Thoughts(
        "宽带两次上门没修好的投诉", "第二次上门师傅还是没带光猫。我只看了第一张工单，没看上次的备注，又答应了“明天”。",
        "先翻上一张单的备注，再答应时间；答应之前问装维排得上排不上。", "跟师傅听两通报障的好电话", today + 4 * A_DAY,
    )  # fmt: skip
    made = actions.add_reflection(Person.objects.get(user=users["li"]), by=users["li"], thoughts=thoughts)
    actions.reply_to_reflection(
        made, by=users["zhao"], words="写得清楚。周三我陪您听两通，听完把问装维的那句话写下来，下次照着问。"
    )
