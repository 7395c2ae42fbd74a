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


class LineOut(Schema):
    """`kind`: level, time or proof; `state`: met, missing or unknown."""

    kind: str
    code: str
    state: str
    wanted: str
    held: str
    on: date | None


class OutlookOut(Schema):
    person: str
    ladder: str
    step: int | None
    verdict: str
    lines: list[LineOut]
    counted_on: date


class StepIn(Schema):
    """`step` by its id."""

    person: Key
    step: Key
    because: Comment


class ProofIn(Schema):
    """`place`: which of the step's proofs, from 0."""

    person: Key
    step: Key
    place: int
    seen_on: Day
    words: Comment = ""


class LadderIn(Schema):
    """`text`: YAML."""

    code: Code
    text: str


class LadderOut(Schema):
    id: int
    code: str
    number: int
    track: str
    state: str
    posts: list[str]
    steps: list[int]
    text: str


class PlanIn(Schema):
    person: Key
    year: int


class GoalIn(Schema):
    what: Comment
    due_on: Day
    competency: Key | None = None
    how: Comment = ""
    support: Comment = ""


class PlanEdit(Schema):
    wish: Comment = ""
    strengths: Comment = ""
    goals: list[GoalIn]
    edit_count: int


class PasswordIn(Schema):
    """The caller's own password, once more; it is neither kept nor logged."""

    password: Text


class EndingIn(Schema):
    ending: Comment


class GoalOut(Schema):
    id: int
    what: str
    how: str
    support: str
    due_on: date
    done_on: date | None
    outcome: str


class PlanOut(Schema):
    id: int
    person: str
    year: int
    state: str
    superior: str
    wish: str
    strengths: str
    goals: list[GoalOut]
    person_signed_at: datetime | None
    superior_signed_at: datetime | None
    edit_count: int


@router.get("/outlooks", response=Page[OutlookOut])
def outlooks(request, wanted: Query[OutlooksWanted]):
    """How far the next step is; one's own, one's people's, or everybody's."""
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


@router.post("/standings", response={201: None})
def rate(request, given: StepIn):
    """Decides on somebody's step."""
    let_in(permissions.RATE, request.user)
    person, step = _reached(permissions.RATE, request, given.person), _step(given.step)
    actions.rate_standing(person, by=request.user, step=step, because=given.because, today=localdate())
    return 201, None


@router.post("/proofs", response={201: None})
def note_proof(request, given: ProofIn):
    let_in(permissions.NOTE_PROOF, request.user)
    person, step = _reached(permissions.NOTE_PROOF, request, given.person), _step(given.step)
    actions.note_proof(person, by=request.user, step=step, place=given.place, seen_on=given.seen_on, words=given.words)
    return 201, None


def _reached(permission, request, pk):
    return get_object_or_404(permission.rows(Person.objects.all(), request.user), pk=pk)


def _step(pk):
    return get_object_or_404(Step.objects.select_related("ladder"), pk=pk)


@router.get("/ladders", response=list[LadderOut])
def ladders(request):
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


@router.post("/ladders", response={201: LadderOut})
def write_ladder(request, given: LadderIn):
    let_in(permissions.WRITE_LADDER, request.user)
    made = actions.write_ladder(the_centre(), by=request.user, code=given.code, text=given.text)
    return 201, _ladder(made, sees_text=True)


@router.post("/ladders/{int:pk}/publish", response=LadderOut)
def publish_ladder(request, pk: int):
    let_in(permissions.PUBLISH_LADDER, request.user)
    found = get_object_or_404(queries.ladders_seen_by(request.user), pk=pk)
    return _ladder(actions.publish_ladder(found, by=request.user, today=localdate()), sees_text=True)


@router.get("/plans", response=list[PlanOut])
def plans(request):
    let_in(permissions.SEE_PLAN, request.user)
    rows = plan_queries.plans_listed(request.user).prefetch_related("goals")
    return [_plan(one) for one in rows[:200]]


@router.post("/plans", response={201: PlanOut})
def open_plan(request, given: PlanIn):
    let_in(permissions.OPEN_PLAN, request.user)
    person = _reached(permissions.OPEN_PLAN, request, given.person)
    return 201, _plan(actions.open_growth_plan(person, by=request.user, year=given.year))


@router.get("/plans/{int:pk}", response=PlanOut)
def plan(request, pk: int):
    return _plan(_seen(request, pk))


@router.put("/plans/{int:pk}", response=PlanOut)
def edit_plan(request, pk: int, given: PlanEdit):
    goals = [GoalPlan(**one.dict()) for one in given.goals[: MOST_GOALS + 1]]
    actions.edit_growth_plan(
        _seen(request, pk), by=request.user, goals=goals, wish=given.wish, strengths=given.strengths,
        edit_count=given.edit_count,
    )  # fmt: skip
    return _plan(_seen(request, pk))


@router.post("/plans/{int:pk}/agree", response=PlanOut)
def agree(request, pk: int):
    actions.agree_growth_plan(_seen(request, pk), by=request.user, today=localdate())
    return _plan(_seen(request, pk))


@router.post("/plans/{int:pk}/sign", response=PlanOut)
def sign(request, pk: int, given: PasswordIn):
    actions.sign_growth_plan(_seen(request, pk), by=request.user, password=given.password)
    return _plan(_seen(request, pk))


@router.post("/plans/{int:pk}/close", response=PlanOut)
def close(request, pk: int, given: EndingIn):
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
