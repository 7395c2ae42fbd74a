"""One exchange: what the agent says is stored, then the customer is asked, then what they say is stored."""

from collections.abc import Callable

from hengcai.accounts.models import User
from hengcai.base.errors import NotNow
from hengcai.simulation import endpoint
from hengcai.simulation.actions.conversations import hear, say
from hengcai.simulation.definitions import story_of
from hengcai.simulation.models import Run
from hengcai.simulation.rules.conversation import AGENT, Reply, Spoken, messages

Asking = Callable[..., Reply]


def said(run: Run, *, by: User, text: str, at_turn: int) -> Run:
    """A refusal of the model comes after the agent's words are kept; `asked_again` goes on from there."""
    say(run, by=by, text=text, at_turn=at_turn)
    return asked_again(run, by=by)


def asked_again(run: Run, *, by: User) -> Run:
    """The customer's answer to what was said last. No row is locked while the model thinks."""
    turns = [Spoken(one.who, one.text) for one in run.turns.order_by("number")]
    if not turns or turns[-1].who != AGENT:
        return run
    customer = story_of(run.scenario).customer
    if customer is None:
        raise NotNow("simulation.no_card")
    names = [run.person.name, run.person.number, *([by.username] if by.username else [])]
    told = messages(customer, turns, language=run.place.get("language", "zh"), unnamed=names)
    return hear(run, by=by, reply=endpoint.answer(told))
