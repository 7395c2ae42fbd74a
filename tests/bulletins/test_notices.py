"""Notices from draft to end: who they are put to, by when, and that they were read."""

from datetime import date, timedelta

import pytest

from hengcai.base import clock
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.bulletins import actions
from hengcai.bulletins.models import Bulletin, Reader
from hengcai.bulletins.queries.figures import team_figures
from hengcai.bulletins.queries.notices import bulletins_seen_by, changes_of, to_sign
from hengcai.bulletins.queries.readers import unread_seen_by, waiting
from hengcai.bulletins.tasks import follow_all
from hengcai.inbox.models import Duty
from hengcai.people.models import Absence, Employment, Shift, SkillTerm
from tests import cast
from tests.bulletins.scene import HOUR, NINE, TODAY, draft, hours_later, people, published, read, reader, text

pytestmark = pytest.mark.django_db


def owed(name):
    return list(Duty.objects.filter(kind="bulletin.read", user=cast.user(name), done_at=None))


def test_a_notice_is_put_to_those_it_is_for_and_signed_once_it_was_open():
    found = published(teams=[cast.team("one").pk])
    assert {one.person.name for one in found.readers.all()} == {"Li", "Wang", "Zhao"}
    assert reader(found, "li").due_at == NINE + 24 * HOUR
    assert [one.due_on for one in owed("li")] == [TODAY + timedelta(days=1)]
    with pytest.raises(NotValid, match="not_opened"):
        actions.sign_read(reader(found, "li"), by=cast.user("li"))
    with pytest.raises(NotValid, match="too_quick"):
        read(found, "li", seconds=1)
    signed = read(found, "li")
    assert (signed.seconds, signed.first_read_at) == (90, signed.read_at)
    assert owed("li") == []
    assert len(owed("wang")) == 1


def test_what_a_page_counts_is_never_more_than_the_servers_clock():
    found = published()
    with clock.set_to(NINE):
        actions.open_page(reader(found, "li"), by=cast.user("li"))
    with clock.set_to(NINE + timedelta(seconds=1)), pytest.raises(NotValid, match="too_quick"):
        actions.sign_read(reader(found, "li"), by=cast.user("li"), seconds=1000)


def test_nobody_signs_for_somebody_else():
    found = published()
    with pytest.raises(NotAllowed):
        actions.sign_read(reader(found, "li"), by=cast.user("wang"))


def test_skill_groups_and_posts_narrow_the_readers():
    people()
    SkillTerm.objects.create(agent=cast.li(), skill_group="vip", since=cast.HIRED)
    found = published(skills=["vip"], posts=[cast.post().pk])
    assert [one.person.name for one in found.readers.all()] == ["Li"]


def test_before_the_next_shift_and_not_while_on_leave():
    people()
    for name, hours in (("li", 5), ("wang", 5), ("wang", 53)):
        start = NINE + hours * HOUR
        Shift.objects.create(agent=cast.person(name), starts_at=start, ends_at=start + 8 * HOUR)
    Absence.objects.create(agent=cast.wang(), first_on=TODAY, last_on=TODAY + timedelta(days=1), kind="sick")
    found = published(due_kind="shift")
    assert reader(found, "li").due_at == NINE + 5 * HOUR
    assert reader(found, "wang").due_at == NINE + 53 * HOUR


def test_leave_taken_since_puts_the_moment_off_with_its_duty():
    found = published()
    Absence.objects.create(
        agent=cast.li(), first_on=TODAY + timedelta(days=1), last_on=TODAY + timedelta(days=2), kind="sick"
    )
    with hours_later(2):
        follow_all()
    assert reader(found, "li").due_at == NINE + 72 * HOUR
    assert [one.due_on for one in owed("li")] == [TODAY + timedelta(days=3)]
    assert reader(found, "wang").due_at == NINE + 24 * HOUR


def test_who_comes_later_is_asked_and_who_leaves_is_not():
    found = published(teams=[cast.team("one").pk])
    Employment.objects.filter(person=cast.wang()).update(left_on=TODAY)
    cast.he().placements.update(team=cast.team("one"))
    with hours_later(30):
        follow_all()
    assert reader(found, "wang").gone_at is not None
    assert owed("wang") == []
    assert reader(found, "he").due_at == NINE + 54 * HOUR
    assert {one.person.name for one in unread_seen_by(cast.user("zhou"))} == {"Li", "He", "Zhao"}


def test_after_its_last_day_nobody_is_asked():
    found = published(effective_until=TODAY)
    with hours_later(30):
        follow_all()
    assert not found.readers.filter(gone_at=None).exists()
    assert owed("li") == []


def test_the_leads_list_tells_hours_and_shifts_without_leave():
    people()
    for hours in (1, 25):
        start = NINE + hours * HOUR
        Shift.objects.create(agent=cast.li(), starts_at=start, ends_at=start + 8 * HOUR)
    published()
    Absence.objects.create(agent=cast.wang(), first_on=TODAY, last_on=TODAY + timedelta(days=5), kind="sick")
    with hours_later(27):
        rows = {one.reader.person.name: one for one in waiting(list(unread_seen_by(cast.user("zhao"))))}
    assert set(rows) == {"Li", "Wang"}
    assert (rows["Li"].hours, rows["Li"].shift_hours, rows["Li"].on_shift, rows["Li"].is_late) == (27, 10, True, True)
    assert (rows["Wang"].hours, rows["Wang"].is_away) == (0, True)


def test_a_second_version_is_read_again_when_its_author_says_so():
    found = published()
    read(found, "li")
    for rereads, open_again in ((False, []), (True, ["li"])):
        newer = actions.revise_bulletin(Bulletin.objects.get(state="published"), by=cast.user("zhou"))
        changed = text(body_zh="退货期限由 7 天改为 20 天。", rereads=rereads, what_changed="改为 20 天")
        actions.edit_bulletin(newer, by=cast.user("zhou"), text=changed, edit_count=0)
        with hours_later(4):
            actions.publish_bulletin(newer, by=cast.user("zhou"))
        assert [name for name in ("li",) if owed(name)] == open_again
        assert reader(newer, "li").is_carried is not rereads
        assert len(owed("wang")) == 1
    assert Bulletin.objects.get(pk=found.pk).state == "replaced"
    newer.refresh_from_db()
    assert [one.name for one in changes_of(newer)] == []
    assert [one.name for one in changes_of(Bulletin.objects.get(number=2))] == ["body.zh"]


def test_where_the_house_wants_a_second_the_author_does_not_publish():
    people()
    actions.settle_bulletin_terms(cast.centre(), by=cast.user("qian"), needs_second=True)
    made = draft()
    with pytest.raises(NotNow, match="needs_second"):
        actions.publish_bulletin(made, by=cast.user("zhou"))
    actions.submit_bulletin(made, by=cast.user("zhou"))
    with pytest.raises(NotAllowed):
        actions.send_back_bulletin(made, by=cast.user("zhou"), reason="x")
    assert Duty.objects.filter(kind="bulletin.review", user=cast.user("qian"), done_at=None).exists()
    actions.publish_bulletin(made, by=cast.user("qian"))
    assert not Duty.objects.filter(kind="bulletin.review", done_at=None).exists()


def test_what_is_withdrawn_or_replaced_asks_nothing_any_more():
    found = published()
    actions.withdraw_bulletin(found, by=cast.user("zhou"), reason="改期")
    assert owed("li") == []
    assert to_sign(cast.user("li")) == 0
    with pytest.raises(NotNow):
        actions.sign_read(reader(found, "li"), by=cast.user("li"))
    first, second = published(), published()
    actions.end_bulletin(first, by=cast.user("zhou"), replaced_by=second)
    assert {one.source_id for one in owed("li")} == {second.pk}


def test_an_older_page_overwrites_no_draft():
    made = draft()
    actions.edit_bulletin(made, by=cast.user("zhou"), text=text(), edit_count=0)
    with pytest.raises(NotNow, match="stale"):
        actions.edit_bulletin(made, by=cast.user("qian"), text=text(), edit_count=0)


@pytest.mark.parametrize(
    "given",
    [{"title_zh": ""}, {"body_zh": ""}, {"title_en": "only half"}, {"kind": "x"}, {"due_kind": ""}, {"due_hours": 0},
     {"effective_until": date(2020, 1, 1)}, {"title_zh": "长" * 201}, {"what_changed": "长" * 401}],
)  # fmt: skip
def test_what_says_too_little_or_too_much_is_refused(given):
    with pytest.raises(NotValid):
        draft(**given)


def test_agents_see_what_is_put_to_them_and_no_draft():
    people()
    draft()
    found = published(teams=[cast.team("one").pk])
    seen = {name: set(bulletins_seen_by(cast.user(name))) for name in ("li", "he", "zhao", "lin", "chen")}
    assert seen == {"li": {found}, "he": set(), "zhao": {found}, "lin": set(), "chen": {found}}
    assert bulletins_seen_by(cast.user("zhou")).count() == 2


def test_figures_by_team_say_nothing_of_fewer_than_five():
    found = published()
    read(found, "li")
    read(found, "wang", at=NINE + 30 * HOUR)
    with hours_later(48):
        teams = team_figures(cast.user("zhou"), first=TODAY, last=TODAY)
    assert [(str(one.team) if one.team else "", one.in_time.n) for one in teams] == [
        ("Team one", 3),
        ("Team two", 2),
        ("", 5),
    ]
    assert teams[0].in_time.share is None
    assert teams[0].hours.hours is None
    assert teams[-1].in_time.share == 0.2
    assert teams[-1].in_time.low < 0.2 < teams[-1].in_time.high
    assert teams[-1].hours.hours is None
    assert teams[-1].hours.low is not None
    assert Reader.objects.filter(first_read_at=None).count() == 3
