"""What coaching asks of whom, by when: both sign, the coach looks again, an agent says whether a case may be shown."""

from hengcai.base import clock
from hengcai.base.roles import GROUP, HEAD, QUALITY_SUPERVISOR
from hengcai.coaching.deadlines import last_day_to_sign
from hengcai.coaching.library_models import LibraryCase
from hengcai.coaching.models import Coaching
from hengcai.inbox.duties import Owed, open_duties, put_off_duties, settle_duties
from hengcai.inbox.kinds import Kind, register

SESSION, CASE = "coaching.session", "coaching.case"
SIGN, LOOK, CONSENT = "coaching.sign", "coaching.look", "coaching.consent"
SUPERVISORS = (QUALITY_SUPERVISOR, GROUP, HEAD)
register(
    Kind(SIGN, SESSION, "see-coaching", "list-coachings", "list-coachings"),
    Kind(LOOK, SESSION, "see-coaching", "list-coachings", "list-coachings", up=SUPERVISORS),
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
