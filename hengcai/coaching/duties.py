"""What coaching asks of whom, by when: both sign, the coach looks again, an agent says whether a case may be shown."""

from hengcai.base import clock
from hengcai.base.roles import GROUP, HEAD, QUALITY_SUPERVISOR
from hengcai.coaching.deadlines import last_day_to_sign
from hengcai.coaching.library_models import Briefing, LibraryCase
from hengcai.coaching.models import Coaching, Handover
from hengcai.inbox.duties import Owed, hand_over_duties, open_duties, put_off_duties, settle_duties
from hengcai.inbox.kinds import Kind, register

SESSION, CASE, BRIEFING = "coaching.session", "coaching.case", "coaching.briefing"
READ = "briefing.read"
SIGN, LOOK, CONSENT, HANDED = "coaching.sign", "coaching.look", "coaching.consent", "coaching.handed"
SUPERVISORS = (QUALITY_SUPERVISOR, GROUP, HEAD)
register(
    Kind(SIGN, SESSION, "see-coaching", "list-coachings", "list-coachings"),
    Kind(LOOK, SESSION, "see-coaching", "list-coachings", "list-coachings", up=SUPERVISORS),
    Kind(HANDED, SESSION, "see-coaching", "list-coachings", lapses=True),
    Kind(READ, BRIEFING, "see-briefing-sheet", "list-library-cases", lapses=True),
    Kind(CONSENT, CASE, "see-library-case", "list-library-cases"),
)


def held(coaching: Coaching) -> None:
    """Both are asked to sign, the agent as far as they have an account."""
    due = last_day_to_sign(coaching.held_on or clock.today())
    users = [user for user in (coaching.agent.user_id, coaching.coach_id) if user]
    open_duties(SIGN, [Owed(user, coaching.pk, due, _what(coaching)) for user in users])
    _to_look(coaching)


def signed(coaching: Coaching, user: int) -> None:
    settle_duties(SIGN, [coaching.pk], users=[user])


def refused(coaching: Coaching) -> None:
    settle_duties(SIGN, [coaching.pk])


def anew(coaching: Coaching) -> None:
    settle_duties((SIGN, LOOK), [coaching.pk])


def put_off(coaching: Coaching) -> None:
    put_off_duties(LOOK, [coaching.pk], due_on=coaching.look_on)


def looked(coaching: Coaching) -> None:
    settle_duties((SIGN, LOOK), [coaching.pk])


def handed_over(coaching: Coaching, handover: Handover) -> None:
    """What lay with the former coach lies with the new one, by the same days; both of them learn of it, the agent too."""
    hand_over_duties(LOOK, coaching.pk, to=[handover.coach_id])
    settle_duties((SIGN, HANDED), [coaching.pk], users=[handover.former_id])
    if coaching.state == Coaching.State.HELD and coaching.coach_signed_at is None:
        due = last_day_to_sign(coaching.held_on or clock.today())
        open_duties(SIGN, [Owed(handover.coach_id, coaching.pk, due, _what(coaching))])
    users = [user for user in (coaching.agent.user_id, handover.coach_id) if user and user != handover.by_id]
    told_by = last_day_to_sign(clock.today())
    open_duties(HANDED, [Owed(user, coaching.pk, told_by, _what(coaching)) for user in users])


def handover_read(coaching: Coaching, user: int) -> None:
    settle_duties(HANDED, [coaching.pk], users=[user])


def briefed(briefing: Briefing) -> None:
    """All of the team who sign in, whether they were there or not."""
    due = last_day_to_sign(clock.today())
    users = briefing.attendees.filter(person__user__isnull=False).values_list("person__user", flat=True)
    open_duties(READ, [Owed(user, briefing.pk, due, f"{briefing.on:%Y-%m-%d}") for user in users])


def briefing_read(briefing: Briefing, user: int) -> None:
    settle_duties(READ, [briefing.pk], users=[user])


def asked(case: LibraryCase) -> None:
    if case.agent.user_id:
        open_duties(CONSENT, [Owed(case.agent.user_id, case.pk, None)])


def answered(case: LibraryCase) -> None:
    settle_duties(CONSENT, [case.pk])


def _to_look(coaching: Coaching) -> None:
    open_duties(LOOK, [Owed(coaching.coach_id, coaching.pk, coaching.look_on, _what(coaching))])


def _what(coaching: Coaching) -> str:
    """The number of the first contact that is heard together: it tells the two which session it is, and others nothing."""
    clip = coaching.clips.select_related("evaluation__assignment__contact").order_by("pk").first()
    return clip.evaluation.assignment.contact.key if clip else ""
