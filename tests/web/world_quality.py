"""What the small centre holds of quality work, in every state."""

from datetime import UTC, date, datetime

from hengcai.base.bilingual import Bilingual
from hengcai.inbox.models import Duty
from hengcai.interactions.complaint_models import Complaint
from hengcai.interactions.models import Contact, Transcript
from hengcai.interactions.recording_models import Recording
from hengcai.quality.actions import (
    Brief,
    assign_contacts,
    dispute_evaluation,
    draw_plan,
    enter_exclusion,
    give_picks,
    judge_case,
    make_plan,
    plan_round,
    record_visit,
    report_red_line,
    save_draft,
    start_plan,
    submit_evaluation,
    submit_observation,
    tell_observation,
)
from hengcai.quality.calibration_models import BlindSheet, Calibration, CalibrationContact, Seat
from hengcai.quality.cards import card_of
from hengcai.quality.drawn_models import Pick
from hengcai.quality.measure_models import CauseReport
from hengcai.quality.models import Assignment, Case, Dispute, Evaluation, RedLine, Scorecard
from hengcai.quality.observation_duties import SOURCE
from hengcai.quality.observation_models import Observation
from hengcai.quality.recheck_models import Recheck, RecheckDraw
from hengcai.quality.rules.card import Mark
from hengcai.quality.rules.disputes import Wish
from hengcai.quality.rules.observations import Span
from tests import cast
from tests.quality import scene
from tests.web.world_rows import AGENTS, DECIDERS, DRAFTED, DUE, LED, NUMBERS, SCORED, WISHED, World

SHOPPED, SHOPPED_AT = Span(date(2026, 3, 2), date(2026, 3, 6), 9, 18), datetime(2026, 3, 5, 4, 0, tzinfo=UTC)


def _contact(world: World, agent: str, number: int) -> Contact:
    at = datetime(2026, 3, 2 + number, 4, 0, tzinfo=UTC)
    facts = {"channel": "call", "turn_count": 2, "digest": "-", "csat": 4}
    made = Contact.objects.create(key=f"{NUMBERS[agent]}-{number}", agent=world.people[agent], started_at=at, **facts)
    turns = [{"speaker": "agent", "text": "您好，请讲。"}, {"speaker": "customer", "text": "宽带又断了。"}]
    Transcript.objects.create(contact=made, turns=turns)
    return made


def _assigned(world: World, agent: str, number: int) -> Assignment:
    """One contact of this agent, given to the analyst who scores the agent."""
    facts = {"scorecard": Scorecard.objects.get(code="call", state="published"), "due_on": DUE}
    given = assign_contacts(
        [_contact(world, agent, number)], by=world.users["feng"], analyst=world.users[AGENTS[agent]], **facts
    )
    return given[0]


def _marks(card: Scorecard) -> dict[str, Mark]:
    values = {"anchored": "4", "yes_no": "yes", "bonus": "clear", "deduction": "clear"}
    items = (item for item in card_of(card).items() if item.must_be_marked)
    return {item.code: Mark(values.get(item.kind) or next(iter(item.options))) for item in items}


def _submitted(world: World, agent: str, number: int) -> Evaluation:
    given = _assigned(world, agent, number)
    facts = {"marks": _marks(given.scorecard), "comment": "", "edit_count": 0, "reason": ""}
    return submit_evaluation(given, by=given.analyst, **facts)


def _drafted(world: World, agent: str, number: int) -> Evaluation:
    given = _assigned(world, agent, number)
    return save_draft(given, by=given.analyst, marks={}, comment=DRAFTED, edit_count=0)


def scoring(world: World) -> None:
    for state, number, made in (("published", 0, _submitted), ("submitted", 1, _submitted), ("draft", 2, _drafted)):
        found = {agent: made(world, agent, number) for agent in AGENTS}
        if state == "published":
            scene.publish(list(found.values()))
        world.add(f"{state} evaluation", {agent: one.pk for agent, one in found.items()}, shared={**LED, **SCORED})
        if state == "published":
            _recorded(world, {agent: one.assignment.contact for agent, one in found.items()})
    given = {AGENTS[agent]: _assigned(world, agent, 3).pk for agent in ("li", "he")}
    world.add("assignment", given)
    contacts = Contact.objects.order_by("agent", "-key").select_related("agent")
    by_number = {contact.agent.number: contact.pk for contact in contacts}
    world.add("contact", {agent: by_number[NUMBERS[agent]] for agent in AGENTS}, shared=LED)
    world.texts["contact"] = {agent: f"{NUMBERS[agent]}-2" for agent in AGENTS}


def _recorded(world: World, contacts: dict[str, Contact]) -> None:
    """Ready to be played, as far as its row says."""
    for thing, key in (("recording", "pk"), ("recorded contact", "contact_id")):
        rows = {agent: _recording(contact) for agent, contact in contacts.items()}
        world.add(thing, {agent: getattr(row, key) for agent, row in rows.items()}, shared={**LED, **SCORED})


def _recording(contact: Contact) -> Recording:
    facts = {"place": "a.wav", "state": "ready", "seconds": 9, "digest": "x", "is_settled": True}
    return Recording.objects.get_or_create(contact=contact, defaults=facts)[0]


def cases(world: World) -> None:
    """Confirmed ones on published evaluations, open ones on submitted ones."""
    line = RedLine.objects.order_by("pk").first() or RedLine.objects.create(
        code="abuse", name=Bilingual("辱骂客户", "Abuse"), definition=Bilingual("骂人", "Swearing")
    )
    for state, kind in (("confirmed", "published"), ("open", "submitted")):
        found: dict[str, int] = {}
        for agent, pk in world.things[f"{kind} evaluation"].keys.items():
            facts = {"by": world.users[AGENTS[agent]], "red_line": line, "reason": "骂人", "turn": None}
            found[agent] = report_red_line(Evaluation.objects.get(pk=pk), **facts).pk
        if state == "confirmed":
            for pk in found.values():
                judge_case(Case.objects.get(pk=pk), by=world.users["feng"], confirm=True, judgement="属实")
        world.add(f"{state} case", found, shared={**LED, **SCORED})


def sampling(world: World) -> None:
    """A plan that draws everything, each analyst what they score anyway; one that is a draft."""
    barred = {"chen": NUMBERS["he"], "cao": f"{NUMBERS['li']};{NUMBERS['wang']}"}
    rows = [{"analyst": name, "capacity": "1", "excluded": excluded} for name, excluded in barred.items()]
    text = 'name: 抽检计划甲\nperiod: [2026-03-01, 2026-03-31]\nper_agent: 50\ndouble_share: "0"\n'
    feng, facts = world.users["feng"], {"text": text, "analysts": rows, "seed": 7}
    made = start_plan(draw_plan(make_plan(cast.centre(), by=feng, **facts), by=feng, today=DUE), by=feng)
    give_picks(made, by=feng, today=DUE)
    world.add("running plan", {"zheng": made.pk})
    world.add("draft plan", {"zheng": make_plan(cast.centre(), by=feng, **facts).pk})
    rows_given = Pick.objects.filter(draw__plan=made, assignments__state="open").select_related("contact__agent")
    given = {one.contact.agent.number: one.pk for one in rows_given}
    world.add("pick", {name: given[NUMBERS[name]] for name in ("li", "he")}, shared=SCORED)


def exclusions(world: World) -> None:
    """Of somebody no contact of these tests is about."""
    facts = {"analyst": world.users["chen"], "person": world.people["zhao"], "reason": "relative"}
    made = enter_exclusion(cast.centre(), by=world.users["feng"], **facts)
    world.add("exclusion", {"zheng": made.pk})


def rechecks(world: World) -> None:
    """One of each agent that lies with somebody who did not score it."""
    facts = {"seed": 1, "share": "1/10", "n": len(AGENTS), "by": world.users["feng"]}
    batch, found = RecheckDraw.objects.create(**facts), {}
    for agent in AGENTS:
        made = _submitted(world, agent, 6)
        who = world.users[DECIDERS[agent]]
        again = {"is_random": True, "state": "given", "rechecker": who, "due_on": DUE}
        found[agent] = Recheck.objects.create(draw=batch, evaluation=made, **again).pk
    world.add("given recheck", found, shared={**LED, **SCORED})


def complaints(world: World) -> None:
    """One each that is judged."""
    at = datetime(2026, 3, 9, 4, 0, tzinfo=UTC)
    facts = {"received_at": at, "text": "没人回电", "judged": "upheld", "reason": "属实"}
    found = {name: Complaint.objects.create(agent=world.people[name], **facts).pk for name in AGENTS}
    world.add("complaint", found, shared=LED)


def causes(world: World) -> None:
    """One each of two owners."""
    facts = {"month": datetime(2026, 2, 1, tzinfo=UTC).date(), "errors": 3, "contacts": 2, "due_on": DUE}
    put = {"sun": "system", "wu": "policy"}
    found = {
        name: CauseReport.objects.create(cause=cause, owner=world.users[name], **facts) for name, cause in put.items()
    }
    world.add("cause report", {name: one.pk for name, one in found.items()})


def observed(world: World) -> None:
    """A round whose visits lie with whoever scores the agents: one to be scored, one told; one to be made."""
    feng, card = world.users["feng"], Scorecard.objects.get(code="call", state="published")
    words = {"name": "暗访甲", "scenario": "新用户", "asks": "何时能装", "looks_for": "核实地址"}
    made = plan_round(
        cast.centre(), by=feng, brief=Brief(channel="call", scorecard=card, span=SHOPPED, visits=7, **words),
        shoppers=[world.users["chen"], world.users["cao"]], seed=3,
    )  # fmt: skip
    for state in ("visited", "told"):
        found: dict[str, int] = {}
        for agent, scorer in AGENTS.items():
            one = Observation.objects.filter(round=made, state="planned").order_by("number").first()
            Observation.objects.filter(pk=one.pk).update(observer=world.users[scorer])
            Duty.objects.filter(source_kind=SOURCE, source_id=one.pk).update(user=world.users[scorer])
            one.refresh_from_db()
            one = record_visit(one, by=one.observer, agent=world.people[agent], at=SHOPPED_AT, notes="")
            if state == "told":
                facts = {"marks": _marks(card), "comment": "", "edit_count": 0}
                one = tell_observation(submit_observation(one, by=one.observer, **facts), by=feng)
            found[agent] = one.pk
        world.add(f"{state} observation", found, shared={**LED, **SCORED})
    world.add("round", {"feng": made.pk})


def disputes(world: World) -> None:
    """One of each agent that waits, one that somebody has taken."""
    for number, state in ((4, "open"), (5, "taken")):
        found: dict[str, int] = {}
        for agent in AGENTS:
            made = _submitted(world, agent, number)
            Evaluation.objects.filter(pk=made.pk).update(
                state="published", dispute_closes_on=DUE, published_at=made.submitted_at
            )
            made.refresh_from_db()
            item = next(one for one in made.answers.select_related("item") if one.value == "4").item
            wish = {item.code: Wish("5", WISHED)}
            one = dispute_evaluation(made, by=world.users[agent], wishes=wish, today=DUE)
            if state == "taken":
                Dispute.objects.filter(pk=one.pk).update(state=state, decider=world.users[DECIDERS[agent]])
            found[agent] = one.pk
        world.add(f"{state} dispute", found, shared={**LED, **SCORED})


def calibrations(world: World) -> None:
    """Each analyst in one of their own, over a contact nobody scores otherwise."""
    contact = _contact(world, "peng", 0)
    facts = {
        "scorecard": Scorecard.objects.get(code="call", state="published"),
        "chair": world.users["feng"],
        "due_on": DUE,
    }
    for state in ("planned", "scoring", "revealed"):
        found: dict[str, int] = {}
        for name in ("chen", "cao"):
            one = Calibration.objects.create(name="校准会", state=state, **facts)
            place = CalibrationContact.objects.create(calibration=one, contact=contact, number=1)
            Seat.objects.create(calibration=one, analyst=world.users[name])
            if state != "planned":
                BlindSheet.objects.create(of=place, analyst=world.users[name])
            found[name] = one.pk
        world.add(f"{state} calibration", found)
