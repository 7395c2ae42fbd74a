"""Six analysts of different severity score a sample of every agent's contacts."""

import random
from collections import defaultdict
from collections.abc import Callable
from datetime import date, timedelta

from hengcai.accounts.models import User
from hengcai.demo.marking import marks_for
from hengcai.demo.talk import Dialogue
from hengcai.interactions.models import Contact
from hengcai.people.models import Person
from hengcai.quality.actions.assignments import assign_contacts
from hengcai.quality.actions.cases import judge_case, report_red_line
from hengcai.quality.actions.evaluations import publish_evaluations, save_draft, submit_evaluation
from hengcai.quality.cards import card_of
from hengcai.quality.models import Assignment, Evaluation, RedLine, Scorecard

SEVERITIES = (0.05, 0.35, -0.3, 0.15, -0.1, 0.5)
A_MONTH = 2  # contacts per agent; one in the first quarter, when the centre had fewer analysts
BATCH = 40
Tell = Callable[[str], None]


def sample(start: date, end: date, *, dice: random.Random, a_month: int = A_MONTH) -> list[Contact]:
    """The same number of contacts for each agent and month, drawn at random."""
    rows = Contact.objects.filter(started_at__date__range=(start, end), turn_count__gt=0).order_by("pk")
    by_agent: dict[tuple[int, int], list[Contact]] = defaultdict(list)
    for contact in rows.only("pk", "key", "agent_id", "started_at", "channel", "turn_count", "part_id", "part_row"):
        by_agent[contact.agent_id, contact.started_at.month].append(contact)
    return [one for found in by_agent.values() for one in dice.sample(found, min(a_month, len(found)))]


def analysts(users: dict[str, User]) -> list[User]:
    return [users["chen"], *[users[str(1800 + n)] for n in range(1, 6)]]


def hand_out(
    contacts: list[Contact], *, by: User, scorers: list[User], due_on: date, dice: random.Random
) -> list[Assignment]:
    """Every contact to a random analyst, in batches, on the card of its channel."""
    cards = {card.channel: card for card in Scorecard.objects.filter(state=Scorecard.State.PUBLISHED)}
    piles: dict[tuple[int, str], list[Contact]] = defaultdict(list)
    for contact in contacts:
        piles[dice.randrange(len(scorers)), contact.channel].append(contact)
    made: list[Assignment] = []
    for (who, channel), pile in sorted(piles.items()):
        for part in range(0, len(pile), BATCH):
            made += assign_contacts(
                pile[part : part + BATCH], by=by, analyst=scorers[who], scorecard=cards[channel], due_on=due_on
            )
    return made


def score_all(
    assignments: list[Assignment],
    dialogues: dict[str, Dialogue],
    *,
    scorers: list[User],
    dice: random.Random,
    tell: Tell,
) -> list[Evaluation]:
    severity = {scorer.pk: SEVERITIES[n] for n, scorer in enumerate(scorers)}
    by_pk = {scorer.pk: scorer for scorer in scorers}
    cards = {card.pk: card for card in Scorecard.objects.all()}
    made = []
    for number, assignment in enumerate(assignments, start=1):
        assignment.scorecard = cards[assignment.scorecard_id]
        dialogue = dialogues[assignment.contact.key]
        marks = marks_for(card_of(assignment.scorecard), dialogue, severity=severity[assignment.analyst_id], dice=dice)
        by = by_pk[assignment.analyst_id]
        made.append(submit_evaluation(assignment, by=by, marks=marks, comment="", edit_count=0))
        if number % 250 == 0:
            tell(f"  {number} / {len(assignments)}")
    return made


def publish(made: list[Evaluation], *, by: User) -> None:
    for part in range(0, len(made), 400):
        publish_evaluations(made[part : part + 400], by=by)


def leave_work(
    assignments: list[Assignment], dialogues: dict[str, Dialogue], *, scorers: list[User], dice: random.Random
) -> None:
    """Chen has one contact half done, as on any afternoon."""
    mine = [one for one in assignments if one.analyst_id == scorers[0].pk]
    if mine:
        marks = marks_for(card_of(mine[0].scorecard), dialogues[mine[0].contact.key], severity=0, dice=dice)
        save_draft(mine[0], by=scorers[0], marks=dict(list(marks.items())[:7]), comment="", edit_count=0)


def red_lines(made: list[Evaluation], *, users: dict[str, User], dice: random.Random) -> None:
    """Two were reported: one confirmed by the supervisor, one still waiting."""
    fatal = [one for one in made if one.has_fatal][:2]
    leak = RedLine.objects.get(code="leak")
    by_pk = {user.pk: user for user in users.values()}
    reasons = (
        "核身之前就把账户信息念给了对方，对方是家属不是机主。",
        "没有核对身份就查询并告知了账单明细，录音第二分钟。",
    )
    for number, evaluation in enumerate(fatal):
        case = report_red_line(
            evaluation, by=by_pk[evaluation.evaluator_id], red_line=leak, reason=reasons[number], turn=None
        )
        if number == 0:
            judge_case(
                case, by=users["feng"], confirm=True, judgement="复听属实：对方报不出机主证件后四位，仍告知了余额。"
            )


def days_due(today: date) -> date:
    return today + timedelta(days=4)


def names_of(people: list[int]) -> dict[int, str]:
    return dict(Person.objects.filter(pk__in=people).values_list("pk", "number"))
