"""A needs survey's frame: its group, days, questionnaire, tasks, what complaints speak of, what others reach."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hengcai.accounts.models import Centre, User
from hengcai.assessment.models import Survey
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.training import duties, permissions, states
from hengcai.training.able import able_members
from hengcai.training.facts.levels import competencies_ranked, newest_window
from hengcai.training.models import Benchmark, MatterCode, Project, ProjectTask

LONGEST_NAME = 120


@dataclass(frozen=True)
class Plan:
    """Days both included; the levels' days are those of the newest quarter unless others are named."""

    name: str
    members: Sequence[int]
    first_on: date
    last_on: date
    survey: int | None = None
    levels_from: date | None = None
    levels_to: date | None = None


@dataclass(frozen=True)
class Found:
    """A figure of others, the centre's own beside it, and who says so."""

    measure: str
    value: str
    source: str
    on: date
    own: str = ""


@action(permissions.OPEN)
def open_project(centre: Centre, *, by: User, plan: Plan, today: date) -> Project:
    """Whoever opens it is of its group."""
    project = Project(opened_by=by, opened_at=clock.now())
    return _write(project, plan, [by.pk, *plan.members], today)


@action(states.CHANGE)
def change_project(project: Project, *, by: User, plan: Plan, today: date) -> Project:
    """Its group never ends up empty."""
    if not plan.members:
        raise NotValid("training.nobody_left")
    if (
        project.seed
        and plan.levels_from
        and (plan.levels_from, plan.levels_to) != (project.levels_from, project.levels_to)
    ):
        raise NotNow("training.drawn_already")
    return _write(project, plan, plan.members, today)


@action(states.CHANGE)
def code_matters(project: Project, *, by: User, codes: Mapping[str, str]) -> Project:
    """Cause of complaints → competency; an empty one: of none."""
    known = set(competencies_ranked())
    if set(filter(None, codes.values())) - known:
        raise NotValid("training.competency_unknown")
    project.matters.all().delete()
    rows = [MatterCode(project=project, matter=matter[:120], competency=code) for matter, code in codes.items() if code]
    MatterCode.objects.bulk_create(rows)
    return project


@action(states.CHANGE)
def add_task(project: Project, *, by: User, what: str, owner: User, due_on: date) -> ProjectTask:
    """To somebody of the group; it stands in their inbox."""
    if not project.members.filter(pk=owner.pk).exists():
        raise NotValid("training.not_of_group")
    task = ProjectTask.objects.create(
        project=project, what=_words(what, "training.task_missing"), owner=owner, due_on=due_on
    )
    duties.given(task)
    return task


@action(permissions.RUN_TASK)
def finish_task(task: ProjectTask, *, by: User) -> ProjectTask:
    """By anybody of the group; twice is once."""
    if task.done_at is None:
        task.done_at = clock.now()
        task.save(update_fields=["done_at"])
        duties.done(task)
    return task


@action(states.CHANGE)
def add_benchmark(project: Project, *, by: User, found: Found) -> Benchmark:
    """What others reach, never without where and when that was said."""
    texts = {"measure": found.measure, "value": found.value, "own": found.own, "source": found.source}
    texts = {name: text.strip() for name, text in texts.items()}
    if not (texts["measure"] and texts["value"] and texts["source"]):
        raise NotValid("training.benchmark_missing")
    check_lengths(*texts.values())
    if (
        max(len(texts["measure"]), len(texts["source"])) > LONGEST_NAME
        or max(len(texts["value"]), len(texts["own"])) > 40
    ):
        raise NotValid("training.benchmark_long")
    return Benchmark.objects.create(project=project, on=found.on, **texts)


@action(permissions.RUN_TASK)
def remove_benchmark(benchmark: Benchmark, *, by: User) -> None:
    if benchmark.project.state != Project.State.RUNNING:
        raise NotNow("training.issued")
    Benchmark.objects.filter(pk=benchmark.pk).delete()


def _write(project: Project, plan: Plan, members: Sequence[int], today: date) -> Project:
    able = set(able_members().values_list("pk", flat=True))
    wanted = set(members)
    if wanted - able:
        raise NotValid("training.not_able")
    if plan.first_on > plan.last_on or (plan.last_on - plan.first_on).days > 400:
        raise NotValid("training.days_wrong")
    project.name = _words(plan.name, "training.name_missing")
    project.first_on, project.last_on = plan.first_on, plan.last_on
    project.survey = _survey(plan.survey)
    _set_levels(project, plan, today)
    project.save()
    project.members.set(wanted)
    return project


def _set_levels(project: Project, plan: Plan, today: date) -> None:
    if plan.levels_from and plan.levels_to:
        if plan.levels_from > plan.levels_to:
            raise NotValid("training.days_wrong")
        project.levels_from, project.levels_to = plan.levels_from, plan.levels_to
    elif project._state.adding:
        project.levels_from, project.levels_to = newest_window(today)


def _survey(key: int | None) -> Survey | None:
    if key is None:
        return None
    found = Survey.objects.filter(pk=key).first()
    if found is None:
        raise NotValid("training.survey_unknown")
    return found


def _words(text: str, code: str) -> str:
    check_lengths(text)
    if not text.strip() or len(text.strip()) > LONGEST_NAME:
        raise NotValid(code, most=LONGEST_NAME)
    return text.strip()
