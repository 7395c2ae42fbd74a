"""A small centre with something in it that could leak to everybody; made once a module, never changed by a test.

Li and Wang are in Zhao's team, He is in Lin's. Chen scores Li's and Wang's contacts, Cao He's. Peng rates Li and He
as a peer. Every name and number is rare enough to be looked for in a page.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import transaction

from hengcai.accounts.models import RoleGrant, User
from hengcai.appraisal.actions import (
    Dates,
    add_cycle,
    add_policy,
    ask_about_rater,
    compute_cycle,
    load_shipped_policies,
    open_cycle,
)
from hengcai.appraisal.forms import form_items
from hengcai.appraisal.models import Cycle, Finding, Participant, Policy, RaterFinding, RatingTask, Result
from hengcai.base.bilingual import Bilingual
from hengcai.framework.actions import load_shipped, revise_framework, revise_profile
from hengcai.framework.models import Framework, Post, Profile
from hengcai.interactions.models import Contact, ImportDraft, ImportRun, Reject, Transcript
from hengcai.interactions.recording_models import Recording
from hengcai.jobs.models import Job
from hengcai.people.models import Employment, OwnDay, Person, Placement
from hengcai.quality.actions import (
    assign_contacts,
    dispute_evaluation,
    draw_plan,
    give_picks,
    judge_case,
    load_seed_scorecards,
    make_plan,
    new_version,
    publish_evaluations,
    report_red_line,
    save_draft,
    start_plan,
    submit_evaluation,
)
from hengcai.quality.calibration_models import BlindSheet, Calibration, CalibrationContact, Seat
from hengcai.quality.cards import card_of
from hengcai.quality.drawn_models import Pick
from hengcai.quality.models import Assignment, Case, Dispute, Evaluation, RedLine, Scorecard
from hengcai.quality.recheck_models import Recheck, RecheckDraw
from hengcai.quality.rules.card import Mark
from hengcai.quality.rules.disputes import Wish
from tests import cast
from tests.appraisal import stage

ROLES = {
    **{name: tuple(roles) for name, roles in cast.ROLES.items()},
    "peng": ("agent",), "hua": ("liaison",), "gu": (),
}  # fmt: skip
NAMES = {
    "li": "李晴川", "wang": "王若溪", "he": "何知远", "peng": "彭不言", "zhao": "赵恒山", "lin": "林致和", "chen": "陈若水",
    "cao": "曹子谦", "feng": "冯守正", "zhou": "周惟学", "wu": "吴知人", "zheng": "郑公允", "qian": "钱总揽", "sun": "孙管事",
}  # fmt: skip
NUMBERS = {name: f"70{810 + place}" for place, name in enumerate(NAMES)}
PLACES = {  # post, team, lead; whoever leads stands before those led
    "zhao": ("lead", "one", None), "lin": ("lead", "two", None), "li": ("inbound", "one", "zhao"),
    "wang": ("inbound", "one", "zhao"), "he": ("inbound", "two", "lin"), "peng": ("online", "three", None),
    "chen": ("analyst", None, None), "cao": ("analyst", None, None), "feng": ("analyst", None, None),
    "zhou": ("trainer", None, None), "wu": ("trainer", None, None), "zheng": ("analyst", None, None),
    "qian": ("lead", None, None), "sun": (None, None, None),
}  # fmt: skip
AGENTS = {"li": "chen", "wang": "chen", "he": "cao"}  # and who scores them
LED = {"zhao": {"zhao", "li", "wang"}, "lin": {"lin", "he"}}
SCORED = {"chen": {"li", "wang"}, "cao": {"he"}}
DECIDERS = {"li": "cao", "wang": "cao", "he": "chen"}  # of disputes
WISHED = "我当时听完了"  # what an agent says against a mark
DRAFTED, LEVELLED = "草稿里的评语", "评价人的原话"  # words of unsent marks, and of peers
JUDGED = "上级和考官的评语"  # which the person rated may read
CYCLES = {"published": "2026-Q1", "preliminary": "2026-Q2", "collecting": "2026-Q3", "draft": "2026-Q4"}
MONTHS = {"month": "2026-03", "open month": "2026-08"}
PERIODS = {
    "2026-Q1": (date(2026, 1, 1), date(2026, 3, 31)), "2026-Q2": (date(2026, 4, 1), date(2026, 6, 30)),
    "2026-Q3": (date(2026, 7, 1), date(2026, 9, 30)), "2026-Q4": (date(2026, 10, 1), date(2026, 12, 31)),
    "2026-03": (date(2026, 3, 1), date(2026, 3, 31)), "2026-08": (date(2026, 8, 1), date(2026, 8, 31)),
}  # fmt: skip
DUE = date(2026, 4, 9)


@dataclass(frozen=True)
class Thing:
    """Rows of one kind by the name of the one they belong to; `shared`: whose rows a user answers for besides."""

    keys: Mapping[str, Any]
    shared: Mapping[str, set[str]] = field(default_factory=dict)

    def owned(self, user: str) -> list[Any]:
        mine = self.shared.get(user, set()) | {user}
        return [key for name, key in self.keys.items() if name in mine]

    def others(self, user: str) -> list[Any]:
        owned = self.owned(user)
        return [key for key in self.keys.values() if key not in owned]


@dataclass
class World:
    users: dict[str, User] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    things: dict[str, Thing] = field(default_factory=dict)
    texts: dict[str, dict[str, str]] = field(default_factory=dict)  # what in a list gives each owner's row away

    def add(self, name: str, keys: Mapping[str, Any], *, shared: Mapping[str, set[str]] | None = None) -> None:
        self.things[name] = Thing(dict(keys), shared or {})

    def sees(self, user: str) -> set[str]:
        """Whose rows a list of one's own may show."""
        return {user, *LED.get(user, ()), *SCORED.get(user, ())}


def build() -> World:
    world = World()
    for part in (
        _standards,
        _staff,
        _scoring,
        _cases,
        _sampling,
        _disputes,
        _rechecks,
        _calibrations,
        _appraisals,
        _files,
        _drafts,
    ):
        part(world)
    return world


def _user(name: str) -> User:
    user = User(username=name, name=NAMES.get(name, name.title()))
    user.password = "md5$none$none"  # nobody can sign in with it, but it counts as one
    user.save()
    RoleGrant.objects.bulk_create([RoleGrant(user=user, role=role) for role in ROLES[name]])
    return user


def _standards(world: World) -> None:
    world.users = {name: _user(name) for name in ROLES}
    zheng, centre = world.users["zheng"], cast.centre()
    load_shipped(centre, by=zheng, today=cast.HIRED)
    load_seed_scorecards(centre, by=zheng, on=cast.HIRED)
    load_shipped_policies(centre, by=zheng, today=cast.HIRED)


def _staff(world: World) -> None:
    posts = {post.code: post for post in Post.objects.all()}
    for name, (post, team, lead) in PLACES.items():
        made = Person.objects.create(number=NUMBERS[name], name=NAMES[name], user=world.users[name])
        Employment.objects.create(person=made, hired_on=cast.HIRED)
        where = {"team": team and cast.team(team), "lead": lead and world.people[lead], "post": posts.get(post or "")}
        Placement.objects.create(person=made, since=cast.HIRED, **{key: value or None for key, value in where.items()})
        world.people[name] = made
    named = sorted(world.people.items(), key=lambda one: one[0] not in AGENTS)
    world.add("person", {name: one.pk for name, one in named}, shared=LED)
    world.add("team", {"zhao": cast.team("one").pk, "lin": cast.team("two").pk})
    world.add("user", {name: one.pk for name, one in world.users.items()})
    world.add("number", NUMBERS, shared=LED)
    world.texts["name"] = {name: NAMES[name] for name in AGENTS}
    world.texts["number"] = {name: NUMBERS[name] for name in AGENTS}
    world.texts["team"] = {"zhao": "Team one", "lin": "Team two"}


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


def _scoring(world: World) -> None:
    for state, number, made in (("published", 0, _submitted), ("submitted", 1, _submitted), ("draft", 2, _drafted)):
        found = {agent: made(world, agent, number) for agent in AGENTS}
        if state == "published":
            publish_evaluations(list(found.values()), by=world.users["feng"])
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


def _cases(world: World) -> None:
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


def _sampling(world: World) -> None:
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


def _rechecks(world: World) -> None:
    """One of each agent that lies with somebody who did not score it."""
    facts = {"seed": 1, "share": "1/10", "n": len(AGENTS), "by": world.users["feng"]}
    batch, found = RecheckDraw.objects.create(**facts), {}
    for agent in AGENTS:
        made = _submitted(world, agent, 6)
        who = world.users[DECIDERS[agent]]
        again = {"is_random": True, "state": "given", "rechecker": who, "due_on": DUE}
        found[agent] = Recheck.objects.create(draw=batch, evaluation=made, **again).pk
    world.add("given recheck", found, shared={**LED, **SCORED})


def _disputes(world: World) -> None:
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


def _calibrations(world: World) -> None:
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


def _cycle(world: World, code: str) -> Cycle:
    is_month = code in MONTHS.values()
    dates = Dates() if is_month else Dates(DUE, DUE, DUE, DUE)
    facts = {"kind": "month" if is_month else "quarter", "name": Bilingual(f"周期{code}", f"Cycle {code}")}
    return add_cycle(cast.centre(), by=world.users["zheng"], code=code, period=PERIODS[code], dates=dates, **facts)


def _opened(world: World, code: str) -> Cycle:
    """Peers as drawn go: Peng alone rates Li and He, so that nobody Li knows of could be the peer."""
    cycle = open_cycle(_cycle(world, code), by=world.users["zheng"], today=DUE)
    RatingTask.objects.filter(participant__cycle=cycle, source="peer").delete()
    for one in Participant.objects.filter(cycle=cycle, person__in=[world.people["li"], world.people["he"]]):
        if cycle.kind != Cycle.Kind.MONTH:
            RatingTask.objects.create(participant=one, source="peer", rater=world.people["peng"], due_on=DUE)
    return cycle


def _rate(cycle: Cycle) -> None:
    """Every form, as a file would bring it."""
    for form in RatingTask.objects.filter(participant__cycle=cycle).select_related("participant__post"):
        said = {"self": "", "peer": LEVELLED}.get(form.source, JUDGED)
        rows = [{"task": form, "competency": item, "level": 4, "comment": said} for item in form_items(form)]
        form.ratings.model.objects.bulk_create(form.ratings.model(**row) for row in rows)
        RatingTask.objects.filter(pk=form.pk).update(state="sent", is_imported=True)


def _appraisals(world: World) -> None:
    cycles = {state: _opened(world, code) for state, code in CYCLES.items() if state != "draft"}
    cycles |= {state: _opened(world, code) for state, code in MONTHS.items()}
    cycles["draft"] = _cycle(world, CYCLES["draft"])
    for state in ("published", "preliminary", "month"):
        _rate(cycles[state])
        compute_cycle(cycles[state], by=world.users["zheng"])
    for state in ("published", "month"):
        stage.publish(cycles[state])
    _findings(world, cycles["preliminary"])
    for state, cycle in cycles.items():
        world.add(f"{state} cycle", {"zheng": cycle.pk})
        results = _by_name(Result.objects.filter(participant__cycle=cycle), "participant__person")
        world.add(f"{state} result", results, shared=LED)
        world.add(f"{state} participant", _by_name(Participant.objects.filter(cycle=cycle), "person"), shared=LED)
        _forms(world, state, cycle)


def _findings(world: World, cycle: Cycle) -> None:
    """One on a person, one on a rater, one question to Zhao."""
    result = Result.objects.filter(participant__cycle=cycle, participant__person=world.people["li"]).get()
    far = Finding.objects.create(result=result, kind="far_off", key="far", n=3)
    facts = {"difference": 2, "low": 1, "high": 3, "n": 9, "key": "rater", "user": world.users["chen"]}
    harsh = RaterFinding.objects.create(cycle=cycle, basis="evaluations", **facts)
    world.add("finding", {"zheng": far.pk})
    world.add("rater finding", {"zheng": harsh.pk})
    asked = ask_about_rater(harsh, by=world.users["zheng"], text="why?", today=DUE)
    world.add("question", {"chen": asked.pk})


def _forms(world: World, state: str, cycle: Cycle) -> None:
    """By rater, one each; `about` by the person rated: what their superior says of them."""
    rows = RatingTask.objects.filter(participant__cycle=cycle)
    world.add(f"{state} form", _by_name(rows, "rater"))
    about, own = rows.filter(source="superior"), rows.filter(source="self")
    world.add(f"{state} form about", _by_name(about, "participant__person"), shared=LED)
    world.add(f"{state} self form", _by_name(own, "participant__person"))


def _by_name(rows: Any, path: str) -> dict[str, int]:
    """The agents first: of others' rows the first few are tried."""
    found = dict(rows.order_by("-pk").values_list(f"{path}__user__username", "pk"))
    return {name: found[name] for name in sorted(found, key=lambda one: (one not in AGENTS, one))}


def _files(world: World) -> None:
    world.add("own day", {"sun": OwnDay.objects.create(date=date(2026, 3, 7), kind="holiday").pk})
    for kind in ("contacts", "people", "shifts", "ratings"):
        run = ImportRun.objects.create(
            kind=kind, key=kind, file_name=f"{kind}.csv", path="gone.csv", state="done", columns=["id"],
            started_by=world.users["sun"].pk, rejected_count=1,
        )  # fmt: skip
        Reject.objects.create(run=run, row=2, column="id", code="import.no_rows", original={"id": ""})
        world.add(f"{kind} import", {"sun": run.pk})
    draft = ImportDraft.objects.create(
        kind="people", file_name="people.csv", path="gone.csv", state="ready", columns=["id"], made_by=0
    )
    world.add("people draft", {"sun": draft.pk})
    jobs = {name: Job.objects.create(kind="import", target=1, asked_by=one.pk).pk for name, one in world.users.items()}
    world.add("job", jobs)


def _drafts(world: World) -> None:
    """Drafts of what people are judged by."""
    zheng = world.users["zheng"]
    card = Scorecard.objects.get(
        code="chat", state="published"
    )  # the only one of its channel: it stands in for no other
    world.add("scorecard", {"zheng": card.pk})
    world.add("draft scorecard", {"zheng": new_version(card, by=zheng).pk})
    world.add("policy", {"zheng": Policy.objects.get(kind="quarterly").pk})
    world.add("draft policy", {"zheng": add_policy(cast.centre(), by=zheng, kind="quarterly", text="").pk})
    profile = revise_profile(Profile.objects.get(post__code="inbound", state="published"), by=zheng)
    world.add("profile number", {"zheng": profile.number - 1})
    world.add("draft profile number", {"zheng": profile.number})
    draft = revise_framework(Framework.objects.get(state="published"), by=zheng, reason="yearly")
    world.add("version", {"zheng": draft.number - 1})
    world.add("draft version", {"zheng": draft.number})


def secrets(user: str) -> Iterable[str]:
    """What no page may ever tell this agent or lead, by any way."""
    if user in AGENTS:
        others = [name for name in (*AGENTS, "peng", "chen", "cao") if name != user]
        return [text for name in others for text in (NAMES[name], NUMBERS[name])] + [DRAFTED, LEVELLED]
    if user in ("zhao", "lin"):
        theirs = [name for name in AGENTS if name not in LED[user]]
        return [text for name in (*theirs, "peng") for text in (NAMES[name], NUMBERS[name])] + [DRAFTED]
    return []


@contextmanager
def standing() -> Iterator[World]:
    """The world for a whole module, taken back at its end; papers are text: what is asked there is what comes before."""
    with transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        for package in ("hengcai.web.insight.files", "hengcai.api.files"):
            for made in ("as_pdf", "as_xlsx"):
                patch.setattr(f"{package}.{made}", lambda paper: repr(paper).encode())
        yield build()
        transaction.set_rollback(True)
