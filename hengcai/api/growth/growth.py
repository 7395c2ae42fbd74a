"""Next steps by person, what somebody decided, ladders, development plans."""

from datetime import date, datetime

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Query, Router, Schema

from hengcai.accounts.queries import the_centre
from hengcai.api.fields import Code, Comment, Day, Key, Text
from hengcai.api.paging import PLACE, Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.growth import actions, permissions
from hengcai.growth.actions.plans import MOST_GOALS, GoalPlan
from hengcai.growth.models import Ladder, Plan, Step
from hengcai.growth.queries import people as queries
from hengcai.growth.queries import plans as plan_queries
from hengcai.people.models import Person

router = Router()


class OutlooksWanted(Sorted):
    """`ladder`: its code; `verdict`: ready, one_step, further or top."""

    ladder: Text = ""
    verdict: Text = ""
    person: Text = ""


class StepLineOut(Schema):
    """`kind`: level, time or proof; `state`: met, missing or unknown."""

    kind: str
    code: str
    state: str
    wanted: str
    held: str
    on: date | None


class StepOutlookOut(Schema):
    person: str
    ladder: str
    step: int | None
    verdict: str
    lines: list[StepLineOut]
    counted_on: date


class StepGivenIn(Schema):
    """`step_id`: a step of a ladder in force."""

    person: Key
    step_id: Key
    because: Comment


class ProofSeenIn(Schema):
    """`proof`: which item of supporting evidence of the step, counted from 0."""

    person: Key
    step_id: Key
    proof: int
    seen_on: Day
    words: Comment = ""


class StandingOut(Schema):
    """`outcome`: first, raised, kept or lowered."""

    id: int
    outcome: str
    since: date
    re_rate_on: date


class ProofOut(Schema):
    id: int
    proof: int
    seen_on: date


class LadderIn(Schema):
    """`text`: YAML."""

    code: Code
    text: Text


class LadderOut(Schema):
    id: int
    code: str
    number: int
    track: str
    state: str
    posts: list[str]
    steps: list[int]
    text: str


class GrowthPlanIn(Schema):
    person: Key
    year: int


class AimIn(Schema):
    what: Comment
    due_on: Day
    competency: Key | None = None
    how: Comment = ""
    support: Comment = ""


class GrowthPlanEdit(Schema):
    wish: Comment = ""
    strengths: Comment = ""
    aims: list[AimIn]
    edit_count: int


class PlanPasswordIn(Schema):
    """The caller's own password, entered again; it is neither stored nor logged. `edit_count` as the plan was read."""

    password: Text
    edit_count: int


class PlanEndingIn(Schema):
    ending: Comment


class AimOut(Schema):
    id: int
    what: str
    how: str
    support: str
    due_on: date
    done_on: date | None
    outcome: str


class GrowthPlanOut(Schema):
    id: int
    person: str
    year: int
    state: str
    superior: str
    wish: str
    strengths: str
    goals: list[AimOut]
    person_signed_at: datetime | None
    superior_signed_at: datetime | None
    edit_count: int


@router.get("/outlooks", response=Page[StepOutlookOut])
def outlooks(request, wanted: Query[OutlooksWanted]):
    """Progress to the next step: the caller's own, that of their people, or everyone's, depending on the role."""
    let_in(permissions.SEE, request.user)
    filters = queries.OutlookFilter(**wanted.dict(exclude=PLACE))
    rows = queries.outlooks_listed(request.user).filter(filters.condition())
    return sorted_page(rows, _outlook, wanted, queries.OUTLOOK_ORDERS)


def _outlook(one) -> dict:
    step = one.step.order if one.step else None
    return {
        "person": one.person.number, "ladder": one.ladder.code, "step": step, "verdict": one.verdict,
        "lines": one.lines, "counted_on": one.counted_on,
    }  # fmt: skip


@router.post("/standings", response=StandingOut)
def rate(request, given: StepGivenIn):
    """Decides on a person's step, with a reason."""
    let_in(permissions.RATE, request.user)
    person, step = _reached(permissions.RATE, request, given.person), _step(given.step_id)
    made = actions.rate_standing(person, by=request.user, step=step, because=given.because, today=localdate())
    return {"id": made.pk, "outcome": made.outcome, "since": made.since, "re_rate_on": made.re_rate_on}


@router.post("/proofs", response=ProofOut)
def note_proof(request, given: ProofSeenIn):
    """Records supporting evidence."""
    let_in(permissions.NOTE_PROOF, request.user)
    person, step = _reached(permissions.NOTE_PROOF, request, given.person), _step(given.step_id)
    made = actions.note_proof(
        person, by=request.user, step=step, place=given.proof, seen_on=given.seen_on, words=given.words
    )
    return {"id": made.pk, "proof": made.place, "seen_on": made.seen_on}


def _reached(permission, request, pk):
    return get_object_or_404(permission.rows(Person.objects.all(), request.user), pk=pk)


def _step(pk):
    return get_object_or_404(Step.objects.select_related("ladder"), pk=pk)


@router.get("/ladders", response=list[LadderOut])
def ladders(request):
    """Career ladders."""
    let_in(permissions.SEE_LADDERS, request.user)
    sees_text = permissions.SEE_ALLOWANCE.is_held_by(request.user)
    return [_ladder(one, sees_text=sees_text) for one in queries.ladders_seen_by(request.user)]


def _ladder(one: Ladder, *, sees_text: bool) -> dict:
    """The text names allowances, which are not everybody's to read."""
    return {
        "id": one.pk, "code": one.code, "number": one.number, "track": one.track, "state": one.state, "posts": one.posts,
        "steps": [step.pk for step in sorted(one.steps.all(), key=lambda step: step.order)],
        "text": one.text if sees_text else "",
    }  # fmt: skip


@router.post("/ladders", response=LadderOut)
def write_ladder(request, given: LadderIn):
    """Writes a ladder as a draft."""
    let_in(permissions.WRITE_LADDER, request.user)
    made = actions.write_ladder(the_centre(), by=request.user, code=given.code, text=given.text)
    return _ladder(made, sees_text=True)


@router.post("/ladders/{int:pk}/publish", response=LadderOut)
def publish_ladder(request, pk: int):
    """Publishes a ladder; not by the person who wrote it."""
    let_in(permissions.PUBLISH_LADDER, request.user)
    found = get_object_or_404(queries.ladders_seen_by(request.user), pk=pk)
    return _ladder(actions.publish_ladder(found, by=request.user, today=localdate()), sees_text=True)


@router.get("/plans", response=list[GrowthPlanOut])
def plans(request):
    """Development plans."""
    let_in(permissions.SEE_PLAN, request.user)
    rows = plan_queries.plans_listed(request.user).prefetch_related("goals")
    return [_plan(one) for one in rows[:200]]


@router.post("/plans", response=GrowthPlanOut)
def open_plan(request, given: GrowthPlanIn):
    """Creates a development plan."""
    let_in(permissions.OPEN_PLAN, request.user)
    person = _reached(permissions.OPEN_PLAN, request, given.person)
    return _plan(actions.open_growth_plan(person, by=request.user, year=given.year))


@router.get("/plans/{int:pk}", response=GrowthPlanOut)
def plan(request, pk: int):
    """One development plan."""
    return _plan(_seen(request, pk))


@router.put("/plans/{int:pk}", response=GrowthPlanOut)
def edit_plan(request, pk: int, given: GrowthPlanEdit):
    """Edits a plan in preparation."""
    goals = [GoalPlan(**one.dict()) for one in given.aims[: MOST_GOALS + 1]]
    actions.edit_growth_plan(
        _seen(request, pk), by=request.user, goals=goals, wish=given.wish, strengths=given.strengths,
        edit_count=given.edit_count,
    )  # fmt: skip
    return _plan(_seen(request, pk))


@router.post("/plans/{int:pk}/agree", response=GrowthPlanOut)
def agree(request, pk: int):
    """Finalises the plan and sends it for signature."""
    actions.agree_growth_plan(_seen(request, pk), by=request.user, today=localdate())
    return _plan(_seen(request, pk))


@router.post("/plans/{int:pk}/sign", response=GrowthPlanOut)
def sign(request, pk: int, given: PlanPasswordIn):
    """Signs the plan with the caller's own password."""
    plan, count = _seen(request, pk), given.edit_count
    actions.sign_growth_plan(plan, by=request.user, password=given.password, edit_count=count)
    return _plan(_seen(request, pk))


@router.post("/plans/{int:pk}/close", response=GrowthPlanOut)
def close(request, pk: int, given: PlanEndingIn):
    """Closes the plan with a year-end review."""
    actions.close_growth_plan(_seen(request, pk), by=request.user, ending=given.ending, today=localdate())
    return _plan(_seen(request, pk))


def _seen(request, pk: int) -> Plan:
    let_in(permissions.SEE_PLAN, request.user)
    found = plan_queries.plan_seen_by(request.user, pk)
    if found is None:
        raise Http404
    return found


def _plan(one: Plan) -> dict:
    names = ("year", "state", "wish", "strengths", "person_signed_at", "superior_signed_at", "edit_count")
    goals = [
        {
            "id": goal.pk,
            **{name: getattr(goal, name) for name in ("what", "how", "support", "due_on", "done_on", "outcome")},
        }
        for goal in one.goals.all()
    ]
    who = {"person": one.person.number, "superior": one.superior.username, "goals": goals}
    return {"id": one.pk, **{name: getattr(one, name) for name in names}, **who}
