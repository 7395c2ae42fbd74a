"""Live role play and marking: an observer ticks a check-list; what they hand in is the result of the run."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.people.models import Person
from hengcai.simulation import permissions, states
from hengcai.simulation.definitions import story_of
from hengcai.simulation.models import Run, Scenario, Sheet, Take
from hengcai.simulation.rules import checklist, play

Marks = Mapping[str, str]
SIX, MOST_TAKES = 10**6, 5


@action(permissions.ROLE_PLAY)
def start_role_play(scenario: Scenario, *, by: User, person: Person, partner: Person | None = None) -> Run:
    """Now, with these two. One the observer began with this agent and has not handed in is gone on with."""
    if not story_of(scenario).checklist:
        raise NotNow("simulation.no_checklist")
    permissions.OBSERVE_PERSON.enter(person, by)
    if person.user_id == by.pk or (partner and partner.pk == person.pk):
        raise NotValid("simulation.of_oneself")
    going = Run.objects.filter(scenario=scenario, person=person, way=Run.Way.LIVE, state=Run.State.PLAYING).first()
    if going is not None and going.sheet.observer_id != by.pk:
        raise NotNow("simulation.watched_already")
    return going or _begun(scenario, person, partner, by)


def _begun(scenario: Scenario, person: Person, partner: Person | None, by: User) -> Run:
    run = Run.objects.create(scenario=scenario, person=person, way=Run.Way.LIVE, seed=0, started_at=clock.now())
    Sheet.objects.create(run=run, observer=by, partner=partner)
    return run


@action(permissions.OBSERVE)
def take_sheet(run: Run, *, by: User) -> Sheet:
    """Of a conversation that waits to be marked: whoever fills it in first marks it, beginning from what rules propose."""
    if run.state != Run.State.WAITING:
        raise NotNow("simulation.not_waiting")
    said = run.turns.filter(who="agent").values_list("text", flat=True)
    marks = checklist.proposed(story_of(run.scenario).checklist, said)
    sheet, _is_new = Sheet.objects.get_or_create(run=run, defaults={"observer": by, "marks": marks})
    if sheet.saved_at is None and sheet.observer_id != by.pk:  # taken, and nothing came of it
        sheet.observer = by
        sheet.save(update_fields=["observer"])
    _check_own(sheet, by)
    return sheet


@action(permissions.OBSERVE, once_a_day=True, unsaid={"marks", "notes", "comment"})
def save_sheet(run: Run, *, by: User, marks: Marks, notes: Any, comment: str, edit_count: int) -> Sheet:
    """As it stands. An older page overwrites nothing; the same content twice is saved once."""
    sheet = _open_sheet(run, by)
    checklist.check_marks(story_of(run.scenario).checklist, marks)
    _check_comment(comment)
    found = {"marks": dict(marks), "notes": checklist.read_notes(notes), "comment": comment.strip()}
    if all(getattr(sheet, name) == value for name, value in found.items()):
        return sheet
    if edit_count != sheet.edit_count:
        raise NotNow("simulation.sheet_stale")
    for name, value in found.items():
        setattr(sheet, name, value)
    sheet.edit_count += 1
    sheet.saved_at = clock.now()
    sheet.save(update_fields=[*found, "edit_count", "saved_at"])
    return sheet


@action(states.MARK, unsaid={"marks", "notes", "comment"})
def hand_in_sheet(run: Run, *, by: User, marks: Marks, notes: Any, comment: str, edit_count: int) -> Run:
    """The result: shares by competency. Missing what must not be missed is worth nothing in all."""
    if run.way == Run.Way.MODEL and run.state != Run.State.WAITING:
        raise NotNow("simulation.not_waiting")
    items = story_of(run.scenario).checklist
    checklist.check_complete(items, marks)
    sheet = save_sheet(run, by=by, marks=marks, notes=notes, comment=comment, edit_count=edit_count)
    sheet.handed_in_at = clock.now()
    sheet.save(update_fields=["handed_in_at"])
    found, is_critical = checklist.scores(items, marks), checklist.has_critical(items, marks)
    whole = Fraction(0) if is_critical else play.total(found) or Fraction(0)
    run.scores = {code: str(share) for code, share in found.items()}
    run.exact, run.share = str(whole), Decimal(round(whole * SIX)) / SIX
    run.end, run.ended_at = checklist.outcome(whole, is_critical=is_critical), run.ended_at or clock.now()
    run.save(update_fields=["scores", "exact", "share", "end", "ended_at"])
    return run


@action(states.CALL_OFF)
def call_off_role_play(run: Run, *, by: User) -> Run:
    """It counts nowhere; what was ticked is kept."""
    _open_sheet(run, by)
    run.ended_at = clock.now()
    run.save(update_fields=["ended_at"])
    return run


@action(permissions.OBSERVE)
def agree_to_recording(run: Run, *, by: User, agent_agrees: bool, partner_agrees: bool) -> Sheet:
    """Both, before anything is recorded."""
    sheet = _open_sheet(run, by)
    if not (agent_agrees and partner_agrees):
        raise NotValid("simulation.both_agree")
    if sheet.agreed_at is None:
        sheet.agreed_at = clock.now()
        sheet.save(update_fields=["agreed_at"])
    return sheet


@action(permissions.OBSERVE)
def add_take(run: Run, *, by: User, place: str, media_type: str, size: int) -> Take:
    sheet = _open_sheet(run, by)
    if sheet.agreed_at is None:
        raise NotNow("simulation.both_agree")
    if run.takes.count() >= MOST_TAKES:
        raise NotNow("simulation.takes_many", most=MOST_TAKES)
    return run.takes.create(place=place, media_type=media_type, byte_count=size, added_at=clock.now())


@action(permissions.OBSERVE)
def remove_takes(run: Run, *, by: User) -> int:
    """Where one of the two no longer agrees: the rows; whoever calls removes the files."""
    _check_own(run.sheet, by)
    found, _by_model = run.takes.all().delete()
    return found


def _open_sheet(run: Run, by: User) -> Sheet:
    sheet = Sheet.objects.select_for_update().filter(run=run).first()
    if sheet is None:
        raise NotNow("simulation.not_waiting")
    _check_own(sheet, by)
    if sheet.handed_in_at is not None or run.state in (Run.State.FINISHED, Run.State.LEFT):
        raise NotNow("simulation.handed_in")
    return sheet


def _check_own(sheet: Sheet, by: User) -> None:
    if sheet.observer_id != by.pk:
        raise NotNow("simulation.watched_already")


def _check_comment(comment: str) -> None:
    check_lengths(comment)
    if len(comment) > checklist.LONGEST_COMMENT:
        raise NotValid("simulation.comment_long", most=checklist.LONGEST_COMMENT)
