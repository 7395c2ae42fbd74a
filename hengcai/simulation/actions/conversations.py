"""A conversation with a simulated customer. What the agent said is kept before anything is asked of a model."""

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow
from hengcai.people.models import Person
from hengcai.simulation import endpoint, permissions, states
from hengcai.simulation.definitions import story_of
from hengcai.simulation.models import Run, Scenario, Turn
from hengcai.simulation.rules.conversation import AGENT, CUSTOMER, Reply, check_said
from hengcai.simulation.rules.scenario import CARD
from hengcai.simulation.spending import check_budget

LANGUAGES = ("zh", "en")


@action(permissions.START)
def start_talk(scenario: Scenario, *, by: User, language: str) -> Run:
    """The one that is going on already, or a new one that the customer opens."""
    person = Person.objects.filter(user=by.pk).first()
    if person is None:
        raise NotNow("simulation.nobody")
    if scenario.kind != CARD:
        raise NotNow("simulation.no_card")
    if not endpoint.is_configured():
        raise NotNow("simulation.model_off")
    rows = Run.objects.filter(scenario=scenario, person=person, way=Run.Way.MODEL, state=Run.State.PLAYING)
    return rows.first() or _begun(scenario, person, language if language in LANGUAGES else LANGUAGES[0])


def _begun(scenario: Scenario, person: Person, language: str) -> Run:
    run = Run.objects.create(
        scenario=scenario,
        person=person,
        way=Run.Way.MODEL,
        seed=0,
        started_at=clock.now(),
        place={"language": language},
    )
    customer = story_of(scenario).customer
    opening = getattr(customer.opening, language) if customer else ""
    run.turns.create(number=0, who=CUSTOMER, text=opening, at=clock.now())
    return run


@action(permissions.PLAY, once_a_day=True, unsaid={"text", "at_turn"})
def say(run: Run, *, by: User, text: str, at_turn: int) -> Turn:
    """`at_turn`: how many turns the page showed. An older page says nothing twice."""
    _check_open(run)
    turns = list(run.turns.order_by("number"))
    if at_turn != len(turns):
        raise NotNow("simulation.talked_on")
    if turns[-1].who == AGENT:
        raise NotNow("simulation.customers_turn")
    if sum(one.who == AGENT for one in turns) >= story_of(run.scenario).turns:
        raise NotNow("simulation.turns_over")
    return run.turns.create(number=len(turns), who=AGENT, text=check_said(text), at=clock.now())


@action(permissions.PLAY, once_a_day=True, unsaid={"reply"})
def hear(run: Run, *, by: User, reply: Reply) -> Run:
    """What the customer answered. Where they left, or the turns are used up, it is over."""
    _check_open(run)
    turns = list(run.turns.order_by("number"))
    if turns[-1].who != AGENT:
        raise NotNow("simulation.talked_on")  # answered meanwhile, in another tab
    run.turns.create(number=len(turns), who=CUSTOMER, text=reply.text, tokens=reply.tokens, at=clock.now())
    n_said = sum(one.who == AGENT for one in turns)
    run.n_choices = n_said
    run.save(update_fields=["n_choices"])
    is_over = reply.is_over or n_said >= story_of(run.scenario).turns
    return end_talk(run, by=by) if is_over else run


@action(states.END_TALK)
def end_talk(run: Run, *, by: User) -> Run:
    """Over; it waits for somebody to mark it."""
    if run.way != Run.Way.MODEL:
        raise NotNow("simulation.observed")
    if not run.turns.filter(who=AGENT).exists():
        raise NotNow("simulation.nothing_said_yet")
    run.ended_at = clock.now()
    run.save(update_fields=["ended_at"])
    return run


def _check_open(run: Run) -> None:
    if run.way != Run.Way.MODEL:
        raise NotNow("simulation.no_card")
    if run.state != Run.State.PLAYING:
        raise NotNow("simulation.run_over")
    check_budget(run.person_id)
