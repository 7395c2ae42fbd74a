"""What the small centre holds of reviews: two cards of each agent, one of them answered."""

from datetime import timedelta

from hengcai.base import clock
from hengcai.review.actions import Said, answer_card
from hengcai.review.cards import LESSON, add_card
from tests.training.courses.made import question
from tests.web.world_rows import AGENTS, World


def review_cards(world: World) -> None:
    cards, answers = {}, {}
    learned, today = clock.today() - timedelta(days=2), clock.today()
    for agent in AGENTS:
        made = [
            add_card(world.people[agent], kind=LESSON, reference=f"c/{one}", question=question(one), learned_on=learned)
            for one in ("q1", "q2")
        ]
        cards[agent] = made[0].pk
        answers[agent] = answer_card(made[1], by=world.users[agent], said=Said("a"), today=today).pk
    world.add("review card", cards)
    world.add("review answer", answers)
