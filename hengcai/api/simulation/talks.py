"""Conversations with the simulated customer, turn by turn."""

from datetime import datetime

from django.shortcuts import get_object_or_404
from ninja import Field, Router, Schema

from hengcai.api.fields import Key, Text
from hengcai.api.rights import let_in
from hengcai.api.simulation.runs import SimulationRunOut, run_told
from hengcai.simulation import actions, conversing, permissions
from hengcai.simulation.models import Run
from hengcai.simulation.queries.role_plays import talk_of
from hengcai.simulation.queries.runs import runs_played_by
from hengcai.simulation.queries.scenarios import scenarios_seen_by

router = Router()


class ConversationIn(Schema):
    """`scenario` by id, a role card; the customer speaks `language`, zh or en."""

    scenario: Key
    language: Text = "zh"


class SayIn(Schema):
    """`at_turn`: how many turns there were when the conversation was read."""

    text: Text
    at_turn: int = Field(ge=0)


class ConversationTurnOut(Schema):
    who: str
    text: str
    at: datetime


class ConversationOut(Schema):
    """`is_waiting`: the customer has yet to answer; `left`: how many turns the agent has."""

    run: SimulationRunOut
    turns: list[ConversationTurnOut]
    is_waiting: bool
    left: int


@router.post("", response=ConversationOut)
def start(request, body: ConversationIn):
    """Starts a conversation, or returns the one going on; refused where no model endpoint is configured."""
    let_in(permissions.START, request.user)
    found = get_object_or_404(permissions.START.rows(scenarios_seen_by(request.user), request.user), pk=body.scenario)
    return _talk(actions.start_talk(found, by=request.user, language=body.language))


@router.get("/{int:pk}", response=ConversationOut)
def talk(request, pk: int):
    """One's own conversation as it stands."""
    return _talk(_own(request, pk))


@router.post("/{int:pk}/say", response=ConversationOut)
def say(request, pk: int, body: SayIn):
    """Says something and waits for the customer. If the model does not answer, what was said is kept."""
    return _talk(conversing.said(_own(request, pk), by=request.user, text=body.text, at_turn=body.at_turn))


@router.post("/{int:pk}/again", response=ConversationOut)
def again(request, pk: int):
    """Asks the customer once more for the answer that is due."""
    return _talk(conversing.asked_again(_own(request, pk), by=request.user))


@router.post("/{int:pk}/end", response=ConversationOut)
def end(request, pk: int):
    """Ends the conversation; it waits to be marked."""
    return _talk(actions.end_talk(_own(request, pk), by=request.user))


@router.post("/{int:pk}/leave", response=ConversationOut)
def leave(request, pk: int):
    """Gives the conversation up. It is kept and counts nowhere."""
    return _talk(actions.leave_run(_own(request, pk), by=request.user))


def _own(request, pk):
    let_in(permissions.PLAY, request.user)
    return get_object_or_404(runs_played_by(request.user).filter(way=Run.Way.MODEL), pk=pk)


def _talk(run):
    found = talk_of(run)
    turns = [{"who": one.who, "text": one.text, "at": one.at} for one in found.turns]
    return {"run": run_told(run), "turns": turns, "is_waiting": found.is_waiting, "left": found.left}
