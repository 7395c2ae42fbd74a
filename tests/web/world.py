"""A small centre with something in it that could leak to everybody; made once a module, never changed by a test.

Li and Wang are in Zhao's team, He is in Lin's. Chen scores Li's and Wang's contacts, Cao He's. Peng rates Li and He
as a peer. Every name and number is rare enough to be looked for in a page.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
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
from hengcai.appraisal.models import (
    Correction,
    Cycle,
    Finding,
    Participant,
    Pattern,
    Policy,
    RaterFinding,
    RatingTask,
    Result,
)
from hengcai.base.bilingual import Bilingual
from hengcai.framework.actions import load_shipped, revise_framework, revise_profile
from hengcai.framework.models import Framework, Post, Profile
from hengcai.interactions.models import ImportDraft, ImportRun, Reject
from hengcai.jobs.models import Job
from hengcai.people.models import Employment, OwnDay, Person, Placement
from hengcai.quality.actions import (
    load_seed_scorecards,
    new_version,
)
from hengcai.quality.models import Scorecard
from tests import cast
from tests.appraisal import stage
from tests.web.world_appeals import appeals
from tests.web.world_assessment import assessment
from tests.web.world_bulletins import bulletins
from tests.web.world_coaching import coaching
from tests.web.world_consequences import consequences
from tests.web.world_council import council
from tests.web.world_courses import courses, sessions
from tests.web.world_courseware import courseware
from tests.web.world_exams import exams
from tests.web.world_growth import growth
from tests.web.world_improvement import improvement
from tests.web.world_mentoring import mentoring
from tests.web.world_policies import policies
from tests.web.world_practicals import practicals
from tests.web.world_programme import programme
from tests.web.world_quality import (
    calibrations,
    cases,
    causes,
    complaints,
    disputes,
    exclusions,
    observed,
    rechecks,
    sampling,
    scoring,
)
from tests.web.world_questions import questions
from tests.web.world_records import records
from tests.web.world_review_cards import review_cards
from tests.web.world_rows import (
    AGENTS,
    CYCLES,
    DRAFTED,
    DUE,
    JUDGED,
    LED,
    LEVELLED,
    MONTHS,
    NAMES,
    NUMBERS,
    PERIODS,
    PLACES,
    ROLES,
    World,
)
from tests.web.world_simulation import simulation
from tests.web.world_talk import talk
from tests.web.world_training import training


def build() -> World:
    world = World()
    for part in (
        _standards,
        _staff,
        scoring,
        cases,
        sampling,
        disputes,
        exclusions,
        rechecks,
        observed,
        complaints,
        calibrations,
        causes,
        coaching,
        assessment,
        improvement,
        training,
        courses,
        sessions,
        simulation,
        exams,
        courseware,
        questions,
        practicals,
        _appraisals,
        records,
        appeals,
        consequences,
        council,
        _files,
        _drafts,
        policies,
        growth,
        programme,
        mentoring,
        review_cards,
        bulletins,
        talk,
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
    found = _by_name(Result.objects.filter(participant__cycle=cycles["month"]), "participant__person")
    corrections = {name: Correction.objects.create(old_id=key, due_on=DUE).pk for name, key in found.items()}
    world.add("open correction", corrections)
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
    figures = {"value": "0.1", "expected": "0.6", "chance": "0.0001", "adjusted": "0.001", "looks": 9, "n": 4}
    halo = Pattern.objects.create(
        cycle=cycle, kind="halo", source="superior", rater=world.people["zhao"], key="p", **figures
    )
    halo.concerns.set([world.people["zhao"], world.people["li"]])
    world.add("pattern", {"zheng": halo.pk})
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
