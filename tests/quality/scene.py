"""A small library, one card of each kind, contacts with words in them."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from itertools import count

from hengcai.accounts.models import User
from hengcai.base.bilingual import Bilingual
from hengcai.framework.models import Competency, Dimension, Framework, ServiceGroup, ServiceIndicator
from hengcai.interactions.models import Contact, Transcript
from hengcai.people.models import Person
from hengcai.quality.actions import (
    add_scorecard,
    assign_contacts,
    publish_evaluations,
    publish_scorecard,
    submit_evaluation,
)
from hengcai.quality.models import Assignment, Evaluation, RedLine, Scorecard
from hengcai.quality.recheck_models import RecheckDraw
from hengcai.quality.rules.card import Mark
from tests import cast

NUMBERS = count(1)
PUBLISHED_ON = date(2026, 1, 5)
DUE = date(2026, 3, 31)
NOON = datetime(2026, 3, 12, 4, 0, tzinfo=UTC)  # noon in Shanghai
LATE_EVENING = datetime(2026, 3, 31, 16, 30, tzinfo=UTC)  # half past midnight of 1 April in Shanghai
TURNS = [
    {"speaker": "agent", "text": "您好，请讲。", "start": 4},
    {"speaker": "customer", "text": "我的号码是13812345678，宽带又断了。", "start": 9},
    {"speaker": "agent", "text": "我来查一下。", "start": 31},
]
GOOD = {
    "listening": Mark("4"), "wording": Mark("5"), "identity": Mark("yes"), "record": Mark("4"), "extra": Mark("clear"),
}  # fmt: skip


def text(zh: str, en: str) -> dict[str, str]:
    return {"zh": zh, "en": en}


def library() -> Framework:
    found = Framework.objects.filter(state="published").first()
    if found:
        return found
    framework = Framework.objects.create(number=1, state="published", published_on=PUBLISHED_ON)
    dimension = Dimension.objects.create(
        framework=framework, code="communication", name=Bilingual("沟通", "Talk"), order=1
    )

    def ability(code: str, broad: Competency | None = None) -> Competency:
        facts = {"framework": framework, "dimension": dimension, "definition": Bilingual("甲", "A"), "order": 1}
        return Competency.objects.create(code=code, name=Bilingual(code, code), broad=broad, **facts)

    talk = ability("communication")
    for code in ("listening", "expression"):
        ability(code, talk)
    ability("integrity")
    group = ServiceGroup.objects.create(
        framework=framework, code="communication", name=Bilingual("沟通", "Talk"), order=1
    )
    for code in ("listening", "wording", "records"):
        ServiceIndicator.objects.create(
            group=group, code=code, name=Bilingual(code, code), kind="rated", definition=Bilingual("甲", "A"), order=1
        )
    return framework


def item(code: str, kind: str, weight: str = "10", **more) -> dict:
    rated = kind in ("anchored", "yes_no", "choice")
    return {
        "id": code,
        "kind": kind,
        "name": text(f"{code}项", code.title()),
        "weight": weight if rated else "0",
        **more,
    }


def definition(code: str = "call", channel: str = "call", **more) -> dict:
    talk = [
        item("listening", "anchored", "6", competency="listening", indicator="listening", comment_below=3),
        item("wording", "anchored", "2", competency="expression", indicator="wording"),
    ]
    critical = {"scope": "whole", "class": "compliance"}
    rules = [
        item(
            "identity", "yes_no", "5", competency="integrity", indicator="wording", critical=critical, comment_if="no"
        ),
        item("record", "anchored", "5", indicator="records"),
        item("apology", "anchored", "5", condition={"item": "record", "is": ["1", "2"]}),
        item("extra", "bonus", points="3", may_be_na=False),
        item("remark", "note"),
    ]
    sections = [
        {"id": "talk", "name": text("沟通", "Talk"), "weight": "40", "items": talk},
        {"id": "rules", "name": text("合规", "Rules"), "weight": "60", "items": rules},
    ]
    return {
        "id": code,
        "name": text("语音评分表", "Voice card"),
        "channel": channel,
        "kind": "weighted",
        "sections": sections,
        **more,
    }


def deduction_definition() -> dict:
    faults = [
        item("late", "deduction", points="8", indicator="records", competency="listening"),
        item("unclear", "deduction", points="10", indicator="records"),
    ]
    sections = [{"id": "ticket", "name": text("工单", "Ticket"), "weight": "0", "items": faults}]
    head = {"id": "ticket", "name": text("工单检查表", "Ticket card"), "channel": "ticket", "kind": "deduction"}
    return {**head, "sections": sections}


def scorecard(**more) -> Scorecard:
    """The one in force; made on first use."""
    given = more.pop("definition", None) or definition(**more)
    library()
    found = Scorecard.objects.filter(code=given["id"], state="published").first()
    if found:
        return found
    made = add_scorecard(cast.centre(), by=cast.user("zheng"), definition=given)
    return publish_scorecard(made, by=cast.user("zheng"), on=PUBLISHED_ON)


def red_line(code: str = "abuse") -> RedLine:
    facts = {"name": Bilingual("辱骂客户", "Abuse"), "definition": Bilingual("骂人", "Swearing")}
    return RedLine.objects.get_or_create(code=code, defaults=facts)[0]


def contact(
    agent: Person | None = None, at: datetime = NOON, *, channel: str = "call", turns: list | None = None
) -> Contact:
    words = TURNS if turns is None else turns
    made = Contact.objects.create(
        key=f"c{next(NUMBERS)}",
        agent=agent or cast.li(),
        started_at=at,
        channel=channel,
        turn_count=len(words),
        digest="d",
    )
    if words:
        Transcript.objects.create(contact=made, turns=words)
    return made


def assignment(of: Contact | None = None, *, analyst: User | None = None, card: Scorecard | None = None) -> Assignment:
    given = assign_contacts(
        [of or contact()],
        by=cast.user("feng"),
        analyst=analyst or cast.user("chen"),
        scorecard=card or scorecard(),
        due_on=DUE,
    )
    return given[0]


def submit(
    given: Assignment, marks: dict | None = None, *, edit_count: int = 0, reason: str = "", comment: str = ""
) -> Evaluation:
    facts = {"marks": GOOD if marks is None else marks, "comment": comment, "edit_count": edit_count, "reason": reason}
    return submit_evaluation(given, by=given.analyst, **facts)


def evaluation(agent: Person | None = None, marks: dict | None = None, at: datetime = NOON) -> Evaluation:
    return submit(assignment(contact(agent, at)), marks)


def drawn_from(made: Sequence[Evaluation]) -> None:
    """They went through a draw that left no recheck open."""
    draw = RecheckDraw.objects.create(seed=1, share="0", n=len(made), by=cast.user("feng"))
    Evaluation.objects.filter(pk__in=[one.pk for one in made], recheck_draw=None).update(recheck_draw=draw)


def publish(made: Sequence[Evaluation], *, by: str = "feng") -> list[Evaluation]:
    drawn_from(made)
    return publish_evaluations(made, by=cast.user(by))
