"""An import taken back: whole, once, and only while nothing hangs on it."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import now

from hengcai.accounts.models import User
from hengcai.audit.models import Entry
from hengcai.base.errors import NotAllowed, NotNow
from hengcai.framework.models import Post
from hengcai.interactions import lake, tasks, undoing
from hengcai.interactions.actions import undoing as actions
from hengcai.interactions.actions.accounts import give_accounts
from hengcai.interactions.actions.undoing import start_undo, undo_some
from hengcai.interactions.models import Brought, Contact, ImportRun, LakePart, Measure
from hengcai.people.actions import change_person
from hengcai.people.models import Person, Team
from tests import cast
from tests.interactions.bringing import bring, counts, csv_file, row

PEOPLE = ["id", "name", "team", "post", "hired_on", "lead"]
MEASURES = ["agent", "period_start", "period_end", "measure", "value"]


def one(number, lead="", **changes):
    plain = {"id": number, "name": f"N{number}", "team": "New team", "post": "New post", "hired_on": "2025-01-06"}
    return {**plain, "lead": lead, **changes}


def roster(path, *rows):
    return bring(csv_file(path / "people.csv", list(rows), PEOPLE), kind="people", by=cast.user("sun"))


def measure(path, value="0.8", **options):
    row_of = {"agent": "li", "period_start": "2026-03-01", "period_end": "2026-03-31", "measure": "satisfaction"}
    return bring(csv_file(path / f"m{value}.csv", [{**row_of, "value": value}], MEASURES), kind="measures", **options)


def undo(run, by="sun"):
    start_undo(run, by=cast.user(by))
    tasks.undo_whole(run, by=cast.user(by))
    run.refresh_from_db()
    return run


def codes(run):
    return [
        (found.code, found.count) if not found.thing else (found.thing, found.count) for found in undoing.hanging(run)
    ]


@pytest.fixture
def li(db):
    return cast.person("li")


def test_people_teams_and_posts_an_import_made_are_gone_again(li, tmp_path):
    run = roster(tmp_path, one("1", lead="2"), one("2"))
    assert codes(run) == []
    assert undo(run).state == "undone"
    assert not Person.objects.filter(number__in=["1", "2"]).exists()
    assert not Team.objects.filter(name="New team").exists()
    assert not Post.objects.filter(code="new_post").exists()
    assert not Brought.objects.exists()
    assert [entry.action for entry in Entry.objects.order_by("number")][-4:] == [
        "start_undo", "withdraw_people", "withdraw_places", "finish_undo",
    ]  # fmt: skip


def test_a_team_somebody_else_has_joined_since_stays(li, tmp_path):
    run = roster(tmp_path, one("1"))
    li.placements.update(team=Team.objects.get(name="New team"))
    undo(run)
    assert Team.objects.filter(name="New team").exists()
    assert not Post.objects.filter(code="new_post").exists()


def test_people_to_whom_something_refers_stay_and_it_is_said_what(li, tmp_path):
    run = roster(tmp_path, one("1"), one("2"))
    bring(csv_file(tmp_path / "c.csv", [row(1, agent="1"), row(2, agent="1")]))
    li.placements.update(lead=Person.objects.get(number="2"))
    assert codes(run) == [("people.placement", 1), ("interactions.contact", 2)]
    assert "有 2 条交互记录用到了" in undoing.hanging(run)[1].told("zh-hans")
    with pytest.raises(NotNow, match=r"undo\.blocked"):
        start_undo(run, by=cast.user("sun"))
    run.refresh_from_db()
    assert run.state == "done"


def test_people_changed_since_and_people_changed_by_it_stay(li, tmp_path):
    first = roster(tmp_path, one("1"))
    second = roster(tmp_path, one("1"), one("1", team="Other", hired_on="2025-01-06") | {"id": "9"})
    assert codes(second) == []
    change_person(Person.objects.get(number="9"), by=cast.user("sun"), name="Else", email="", language="")
    assert codes(second) == [("edited", 1)]
    header = [*PEOPLE, "since"]
    moved = csv_file(tmp_path / "moved.csv", [{**one("1", team="Third"), "since": "2026-01-05"}], header)
    third = bring(moved, kind="people", by=cast.user("sun"))
    assert codes(third) == [("changed", 1)]
    assert codes(first) == [("edited", 1)]


def test_contacts_with_their_words_and_agents_made_on_the_way_are_gone_again(li, tmp_path):
    run = bring(csv_file(tmp_path / "c.csv", [row(1), row(2, agent="new"), row(3, text="")]), people="create")
    other = bring(csv_file(tmp_path / "d.csv", [row(4)]))
    assert undo(run, by="feng").undone_count == 3
    assert list(Contact.objects.values_list("key", flat=True)) == ["c4"]
    assert not Person.objects.filter(number="new").exists()
    assert list(LakePart.objects.values_list("run", flat=True).distinct()) == [other.pk]


def test_an_agent_made_on_the_way_whom_another_file_knows_by_now_stays(li, tmp_path):
    run = bring(csv_file(tmp_path / "c.csv", [row(1, agent="new")]), people="create")
    bring(csv_file(tmp_path / "d.csv", [row(2, agent="new")]))
    undo(run)
    assert Person.objects.filter(number="new").exists()


def test_the_same_file_comes_in_anew_after_it_was_undone(li, tmp_path):
    path = csv_file(tmp_path / "c.csv", [row(1), row(2)])
    first = undo(bring(path))
    second = bring(path)
    assert second.pk != first.pk
    assert counts(second) == (2, 2, 0, 0, 0)


def test_contacts_a_later_file_replaced_belong_to_it(li, tmp_path):
    first = bring(csv_file(tmp_path / "c.csv", [row(1), row(2)]))
    second = bring(csv_file(tmp_path / "d.csv", [row(1, csat="5")]), update=True)
    assert codes(second) == [("updated", 1)]
    undo(first)
    assert Contact.objects.get().key == "c1"


def test_measures_are_gone_again_and_a_replaced_one_stays(li, tmp_path):
    run = measure(tmp_path)
    undo(run)
    assert not Measure.objects.exists()
    first, second = measure(tmp_path, "0.7"), measure(tmp_path, "0.6", update=True)
    undo(first)
    assert Measure.objects.get().brought_by == second.pk


def test_a_kind_that_only_changes_what_is_there_cannot_be_undone(li, tmp_path):
    bring(csv_file(tmp_path / "c.csv", [row(1)]))
    run = bring(
        csv_file(tmp_path / "x.csv", [{"id": "c1", "complaint": "upheld"}], ["id", "complaint"]), kind="complaints"
    )
    assert codes(run) == [("no_kind", 1)]


def test_a_run_of_an_earlier_version_says_that_nothing_is_known(li, tmp_path):
    run = bring(csv_file(tmp_path / "c.csv", [row(1)]))
    ImportRun.objects.update(names_its_rows=False)
    run.refresh_from_db()
    assert codes(run) == [("too_old", 1)]


def test_it_is_done_once_and_only_by_who_may_import_the_kind(li, tmp_path):
    run = roster(tmp_path, one("1"))
    with pytest.raises(NotAllowed):
        start_undo(run, by=cast.user("feng"))
    undo(run, by="wu")
    with pytest.raises(NotNow, match=r"undo\.not_done"):
        start_undo(run, by=cast.user("wu"))
    assert undo_some(run, by=cast.user("wu")) == 0
    assert Entry.objects.filter(action="finish_undo").count() == 1


def test_accounts_opened_for_them_go_along_until_one_was_signed_in_with(li, tmp_path):
    run = roster(tmp_path, one("1"), one("2"))
    give_accounts(run, by=cast.user("sun"), roles=["agent"])
    with pytest.raises(NotAllowed, match=r"undo\.accounts_opened"):
        start_undo(run, by=cast.user("wu"))
    User.objects.filter(username="1").update(last_login=now())
    assert codes(run) == [("accounts_used", 1)]
    User.objects.filter(username="1").update(last_login=None)
    undo(run)
    assert not User.objects.filter(username__in=["1", "2"]).exists()


def test_somebody_who_has_another_account_stays(li, tmp_path):
    run = roster(tmp_path, one("1"))
    Person.objects.filter(number="1").update(user=cast.user("wang"))
    assert codes(run) == [("accounts", 1)]


class PulledPlugError(Exception):
    pass


@pytest.mark.parametrize("name", ["_contacts_gone", "_people_gone", "_made_people_gone", "finish_undo"])
@pytest.mark.parametrize("is_after", [False, True])
@pytest.mark.django_db(transaction=True)
def test_a_plug_pulled_anywhere_leaves_it_to_be_gone_on_with(tmp_path, monkeypatch, name, is_after):
    cast.person("li")
    monkeypatch.setattr(actions, "AT_ONCE", 2)
    run = bring(csv_file(tmp_path / "c.csv", [row(n, agent="li" if n else "new") for n in range(5)]), people="create")
    done = getattr(actions, name)

    def pulled(*args, **kwargs):
        if is_after:
            done(*args, **kwargs)
        raise PulledPlugError

    with monkeypatch.context() as patch:
        patch.setattr(actions, name, pulled)
        with pytest.raises(PulledPlugError):
            undo(run)
    run.refresh_from_db()
    assert run.state == "undoing"
    undo(run)
    assert (run.state, run.undone_count, Contact.objects.count()) == ("undone", 5, 0)
    assert not Person.objects.filter(number="new").exists()
    assert not any(lake.root().rglob("*.parquet"))


def test_what_came_to_hang_on_it_meanwhile_stops_it_before_anything_is_lost(li, tmp_path, monkeypatch):
    from tests.quality import scene

    monkeypatch.setattr(actions, "AT_ONCE", 1)
    run = bring(csv_file(tmp_path / "c.csv", [row(1), row(2)]))
    start_undo(run, by=cast.user("sun"))
    undo_some(run, by=cast.user("sun"))
    given = scene.assignment()
    left = Contact.objects.get(brought_by=run.pk)
    type(given).objects.filter(pk=given.pk).update(contact=left)
    with pytest.raises(NotNow, match=r"undo\.blocked"):
        undo_some(run, by=cast.user("sun"))
    assert Contact.objects.filter(pk=left.pk).exists()
    assert [found.thing for found in undoing.hanging(ImportRun.objects.get(pk=run.pk))] == ["quality.assignment"]


def test_published_results_hold_the_figures_they_were_computed_from(li, tmp_path):
    from hengcai.appraisal.models import Cycle, Participant, Policy, Result
    from hengcai.base.bilingual import Bilingual
    from hengcai.framework.models import Framework

    run = measure(tmp_path)
    policy = Policy.objects.create(kind="monthly", number=1, name="m", text="", state="published")
    framework = Framework.objects.create(number=1, state="published")
    cycle = Cycle.objects.create(
        code="2026-03", kind="month", name=Bilingual(zh="三月", en="March"), period_start=date(2026, 3, 1),
        period_end=date(2026, 3, 31), policy=policy, framework=framework, state="preliminary",
    )  # fmt: skip
    part = Participant.objects.create(cycle=cycle, person=li, post=cast.post())
    Result.objects.create(participant=part, status="scored", detail={}, computed_at=now() - timedelta(days=1))
    assert codes(run) == []
    Cycle.objects.update(state="published")
    assert codes(run) == [("results", 1)]
