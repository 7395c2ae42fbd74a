"""质量分析月报 from the draft to the issued report; the meeting with what it decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.improvement import permissions, states
from hengcai.improvement.analysing import facts_of, is_over
from hengcai.improvement.models import Decision, Meeting, MonthReport
from hengcai.improvement.month_letter import sentences
from hengcai.improvement.rules import months as rules
from hengcai.paper.telling import Teller

DRAFT = MonthReport.State.DRAFT
MOST_DECISIONS = 20


@dataclass(frozen=True)
class Written:
    """What a person makes of a draft, in one language: sentences by key, those left out, the whole and what comes next."""

    language: str
    texts: Mapping[str, str] = field(default_factory=dict)
    left_out: Sequence[str] = ()
    summary: str = ""
    focus: str = ""


@dataclass(frozen=True)
class Minutes:
    words: str = ""
    decisions: Sequence[str] = ()


@action(permissions.DRAFT_MONTH)
def draft_month(centre: Centre, *, by: User, month: date, today: date) -> MonthReport:
    """From what was counted by now; a draft that is there takes the newest figures and keeps its words."""
    rules.check_month(month, is_over=is_over(month, today))
    facts = facts_of(month, today=today)
    has_data = bool(facts["service"]["now"] or facts["quality"]["now"])
    rules.check_data(month, has_data=has_data)
    held = MonthReport.objects.filter(month=month).order_by("-revision").first()
    if held and held.state != DRAFT:
        raise NotNow("improvement.month_issued", number=held.number)
    if held:
        MonthReport.objects.filter(pk=held.pk).update(facts=facts)
        held.refresh_from_db()
        return held
    return MonthReport.objects.create(month=month, facts=facts, drafted_by=by, drafted_at=clock.now())


@action(states.EDIT_MONTH, unsaid={"written"})
def edit_month(report: MonthReport, *, by: User, written: Written, edit_count: int) -> MonthReport:
    """An older page overwrites nothing."""
    if edit_count != report.edit_count:
        raise NotNow("improvement.month_stale")
    check_lengths(written.summary, written.focus, *written.texts.values())
    tell = Teller(written.language)
    drafted = {one.key: one.text for one in sentences(report.facts, tell)}
    report.texts = rules.changed(report.texts, written.texts, drafted, tell.tongue)
    report.left_out = [key for key in drafted if key in set(written.left_out)]
    report.summary = {**report.summary, tell.tongue: written.summary.strip()}
    report.focus = {**report.focus, tell.tongue: written.focus.strip()}
    report.edit_count += 1
    report.save(update_fields=["texts", "left_out", "summary", "focus", "edit_count"])
    return report


@action(states.ISSUE_MONTH)
def issue_month(report: MonthReport, *, by: User) -> MonthReport:
    """With a number; from then on it stays as it is."""
    rules.check_issue(report.summary)
    report.number = rules.number_of(report.month, report.revision)
    report.issued_by, report.issued_at, report.state = by, clock.now(), MonthReport.State.ISSUED
    report.save(update_fields=["number", "issued_by", "issued_at", "state"])
    return report


@action(permissions.DRAFT_MONTH, unsaid={"because"})
def revise_month(report: MonthReport, *, by: User, because: str, today: date) -> MonthReport:
    """A further revision of an issued one, with the newest figures and the reason; the earlier one stays."""
    check_lengths(because)
    if report.state == DRAFT or MonthReport.objects.filter(month=report.month, revision__gt=report.revision).exists():
        raise NotNow("improvement.month_not_newest")
    if not because.strip():
        raise NotValid("improvement.reason_missing")
    kept = {name: getattr(report, name) for name in ("month", "texts", "left_out", "summary", "focus")}
    return MonthReport.objects.create(
        **kept, revision=report.revision + 1, because=because.strip(), facts=facts_of(report.month, today=today),
        drafted_by=by, drafted_at=clock.now(),
    )  # fmt: skip


@action(permissions.ENTER_MEETING, unsaid={"told"})
def enter_meeting(
    report: MonthReport, *, by: User, held_on: date | None, attendees: Sequence[User], told: Minutes
) -> Meeting:
    """The meeting an issued report was talked over in."""
    if report.state == DRAFT:
        raise NotNow("improvement.month_draft")
    if held_on is None or held_on > clock.today() or held_on < report.month:
        raise NotValid("improvement.meeting_day")
    if not attendees:
        raise NotValid("improvement.meeting_empty")
    decided = [text.strip() for text in told.decisions if text.strip()]
    if len(decided) > MOST_DECISIONS:
        raise NotValid("improvement.meeting_decisions", most=MOST_DECISIONS)
    check_lengths(told.words, *decided)
    made = Meeting.objects.create(
        report=report, held_on=held_on, minutes=told.words.strip(), entered_by=by, entered_at=clock.now()
    )
    made.attendees.set(attendees)
    Decision.objects.bulk_create([Decision(meeting=made, text=text) for text in decided])
    return made
