"""A session goes on with another coach: with a reason, on record, its duties moved and the agent told."""

import pytest

from hengcai.accounts.models import User
from hengcai.audit.models import Entry, Values
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.coaching import actions
from hengcai.coaching.queries import sessions as queries
from hengcai.inbox.models import Duty
from tests import cast
from tests.coaching import coaching_scene as co

pytestmark = pytest.mark.django_db
WHY = "on leave for six weeks"


def hand(one, *, by="zhao", to="zhou", reason=WHY):
    return actions.hand_over_coaching(co.again(one), by=cast.user(by), to=cast.user(to), reason=reason)


def duties(name):
    return set(Duty.objects.filter(user=cast.user(name), done_at=None).values_list("kind", flat=True))


def refused(code, act, *args, **how):
    with pytest.raises((NotAllowed, NotNow, NotValid)) as refusal:
        act(*args, **how)
    assert refusal.value.code == code


def sight(one, name):
    return queries.sight_of(queries.sessions_seen_by(cast.user(name)).get(pk=one.pk), cast.user(name))


def test_what_lay_with_one_coach_lies_with_the_other_by_the_same_days():
    one = co.held()
    before = {row.kind: row.due_on for row in Duty.objects.filter(user=cast.user("zhao"), done_at=None)}
    hand(one)
    after = {row.kind: row.due_on for row in Duty.objects.filter(user=cast.user("zhou"), done_at=None)}
    assert {kind: after[kind] for kind in before} == before
    assert not duties("zhao") & {"coaching.sign", "coaching.look"}
    assert {"coaching.sign", "coaching.handed"} <= duties("li")


def test_the_new_coach_runs_it_and_the_former_one_no_more():
    one = hand(co.prepared())
    assert "hold_coaching" in sight(one, "zhou").moves
    refused("permission.reach", co.hold, co.again(one), by="zhao")
    assert co.hold(co.again(one), by="zhou").state == "held"


def test_the_agent_and_the_new_coach_take_note_each_for_themselves():
    one = hand(co.prepared())
    assert sight(one, "li").is_unread
    actions.read_handover(co.again(one), by=cast.user("li"))
    assert "coaching.handed" not in duties("li")
    assert not sight(one, "li").is_unread
    assert sight(one, "zhou").is_unread
    actions.read_handover(co.again(one), by=cast.user("zhou"))
    assert "coaching.handed" not in duties("zhou")
    assert (one.handovers.get().former, one.handovers.get().coach) == (cast.user("zhao"), cast.user("zhou"))


def test_a_signature_stays_that_of_who_gave_it():
    one = hand(co.signed())
    assert one.coach == cast.user("zhou")
    assert sight(one, "li").signed_as_coach == cast.user("zhao").name
    hand(one, by="zhou", to="feng")
    assert sight(one, "li").signed_as_coach == cast.user("zhao").name
    assert "coaching.look" in duties("feng")
    assert "coaching.look" not in duties("zhao") | duties("zhou")


def test_written_anew_it_is_signed_by_the_new_coach():
    one = co.held()
    co.sign(one, by="zhao")
    actions.refuse_coaching(co.again(one), by=cast.user("li"), words="no")
    hand(one)
    again = actions.prepare_anew(co.again(one), by=cast.user("zhou"))
    assert (again.coach_signed_at, again.coach_signed_by) == (None, None)


def test_who_is_away_is_relieved_by_the_supervisor():
    one = co.prepared()
    User.objects.filter(username="zhao").update(is_active=False)
    assert hand(one, by="feng").coach == cast.user("zhou")
    refused("coaching.same_coach", hand, one, by="feng", to="zhou")


@pytest.mark.parametrize(
    ("how", "code"),
    [
        ({"reason": " "}, "coaching.hand_over_reason_missing"),
        ({"to": "chen"}, "coaching.coach_unable"),
        ({"to": "lin"}, "coaching.coach_unable"),
        ({"to": "li"}, "coaching.coach_unable"),
        ({"to": "zhao"}, "coaching.same_coach"),
        ({"by": "lin"}, "permission.reach"),
        ({"by": "li"}, "permission.role"),
        ({"by": "zhou", "to": "feng"}, "permission.reach"),
    ],
)
def test_by_whom_and_to_whom(how, code):
    one = co.prepared()
    cast.lin()
    refused(code, hand, one, **how)


def test_a_closed_session_stays_where_it_is():
    one = actions.close_coaching(co.prepared(), by=cast.user("zhao"), words="no need")
    refused("coaching.handed_closed", hand, one)


def test_it_is_on_record_without_its_words():
    hand(co.prepared())
    entry = Entry.objects.get(action="hand_over_coaching")
    assert WHY not in str(Values.objects.get(entry=entry).values)
