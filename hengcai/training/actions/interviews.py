"""Interviews: drawn across performance levels, written down, signed off."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hengcai.accounts.confirming import confirm_password
from hengcai.accounts.models import User
from hengcai.assessment.audience import Audience, agents_there
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.people.models import Person
from hengcai.training import permissions, states
from hengcai.training.facts.levels import competencies_ranked, mean_levels
from hengcai.training.models import Interview, Interviewee, Project
from hengcai.training.rules import sample as rules

KINDS = ("gap", "strength", "wish")
MOST_THEMES, LONGEST_SEED = 30, 60


@dataclass(frozen=True)
class Written:
    """What an interview came to; `themes`: [{competency, kind, words}]."""

    held_on: date
    notes: str
    themes: Sequence[Mapping[str, str]] = ()


@action(states.DRAW)
def draw_interviews(project: Project, *, by: User, size: int, seed: str, today: date) -> Project:
    """Once: whoever does not like the sample cannot draw another. Agents there today with a rated level; nobody of the group."""
    if project.seed:
        raise NotNow("training.drawn_already")
    if len(seed) > LONGEST_SEED:
        raise NotValid("training.seed_missing")
    strata = _strata(project, today)
    if len(strata) < rules.LEAST:
        raise NotNow("training.too_few_rated", n=len(strata), least=rules.LEAST)
    found = rules.drawn(strata, size=size, seed=seed.strip())
    project.seed, project.strata, project.frame = seed.strip(), dict(found.sizes), strata
    project.save(update_fields=["seed", "strata", "frame"])
    people = {one.number: one for one in Person.objects.filter(number__in=strata)}
    chosen = [(stratum, number) for stratum, some in found.chosen.items() for number in some]
    Interviewee.objects.bulk_create(
        [
            Interviewee(project=project, person=people[number], stratum=stratum, place=place)
            for place, (stratum, number) in enumerate(chosen, start=1)
        ]
    )
    return project


@action(permissions.INTERVIEW, unsaid={"reason"})
def substitute_interviewee(interviewee: Interviewee, *, by: User, reason: str, today: date) -> Interviewee:
    """The next of the same stratum in the order drawn, with the reason kept."""
    project = _running(interviewee)
    if interviewee.left_out_because or _is_signed(interviewee):
        raise NotNow("training.not_to_substitute")
    check_lengths(reason)
    if not reason.strip():
        raise NotValid("training.reason_missing")
    taken = list(project.interviewees.values_list("person__number", flat=True))
    there = set(agents_there(Audience(), today).values_list("person__number", flat=True))
    frame = {number: stratum for number, stratum in project.frame.items() if number in there}
    number = rules.next_of(frame, stratum=interviewee.stratum, seed=project.seed, taken=taken)
    if number is None:
        raise NotNow("training.nobody_left_to_draw")
    interviewee.left_out_because = reason.strip()
    interviewee.save(update_fields=["left_out_because"])
    return Interviewee.objects.create(
        project=project, person=Person.objects.get(number=number), stratum=interviewee.stratum, place=len(taken) + 1,
        stands_for=interviewee,
    )  # fmt: skip


@action(permissions.INTERVIEW, unsaid={"written"})
def write_interview(interviewee: Interviewee, *, by: User, written: Written, edit_count: int, today: date) -> Interview:
    """Until it is signed off. An older page overwrites nothing."""
    _running(interviewee)
    if interviewee.left_out_because:
        raise NotNow("training.not_to_substitute")
    found = Interview.objects.filter(interviewee=interviewee).first() or Interview(interviewee=interviewee)
    if found.signed_at is not None:
        raise NotNow("training.interview_signed")
    if found.edit_count != edit_count:
        raise NotNow("training.stale")
    _check(written, today)
    found.held_on, found.notes = written.held_on, written.notes.strip()
    found.themes = [{name: one[name].strip() for name in ("competency", "kind", "words")} for one in written.themes]
    found.written_by, found.written_at, found.edit_count = by, clock.now(), edit_count + 1
    found.save()
    return found


@action(permissions.INTERVIEW, unsaid={"password"})
def sign_interview(interviewee: Interviewee, *, by: User, password: str) -> Interview:
    """By whoever led the interview, with their password once more. It counts in the report from then on."""
    _running(interviewee)
    found = Interview.objects.filter(interviewee=interviewee).first()
    if found is None or found.signed_at is not None:
        raise NotNow("training.not_to_sign")
    if found.written_by_id != by.pk:
        raise NotNow("training.signed_by_its_writer")
    if not found.themes:
        raise NotValid("training.themes_missing")
    confirm_password(by, password)
    found.signed_at, found.signed_by = clock.now(), by
    found.save(update_fields=["signed_at", "signed_by"])
    return found


def _strata(project: Project, today: date) -> dict[str, str]:
    """As the levels of the project's days tell them; group members and people who have left are not among them."""
    there = agents_there(Audience(), today).exclude(person__user__in=project.members.all())
    numbers = set(there.values_list("person__number", flat=True))
    levels = mean_levels(project.levels_from, project.levels_to)
    found = {number: level for number, level in levels.items() if number in numbers}
    return rules.strata_of(found) if found else {}


def _check(written: Written, today: date) -> None:
    if written.held_on > today:
        raise NotValid("training.held_later")
    check_lengths(written.notes, *(one["words"] for one in written.themes))
    if not written.notes.strip():
        raise NotValid("training.notes_missing")
    known = set(competencies_ranked())
    if len(written.themes) > MOST_THEMES or any(
        one["kind"] not in KINDS or one["competency"] not in known for one in written.themes
    ):
        raise NotValid("training.theme_unknown")


def _running(interviewee: Interviewee) -> Project:
    if interviewee.project.state != Project.State.RUNNING:
        raise NotNow("training.issued")
    return interviewee.project


def _is_signed(interviewee: Interviewee) -> bool:
    return Interview.objects.filter(interviewee=interviewee, signed_at__isnull=False).exists()
