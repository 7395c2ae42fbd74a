"""Pages of people: who may open them, what they say, how many queries they take."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from hengcai.audit.models import Entry
from hengcai.people import actions
from hengcai.people.actions import NewPerson, PeopleRow, apply_people_rows
from hengcai.people.models import Absence, Person, Placement, Shift, Team
from tests import cast

MANAGING = ("place-person", "end-employment", "rehire-person", "link-user", "change-person")


@pytest.fixture
def enter(client):
    def sign_in(name, language="en"):
        client.cookies["hengcai_language"] = language
        client.force_login(cast.user(name))
        return client

    return sign_in


def everybody():
    for name in cast.ROLES:
        cast.person(name)


def page(client, name, *args, **query):
    answer = client.get(reverse(name, args=args), query)
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize(
    ("reader", "seen", "hidden"),
    [("li", ["Li"], ["Wang", "Zhao</a>", "He</a>"]), ("zhao", ["Li", "Wang", "Zhao"], ["He</a>", "Lin</a>"])],
)
def test_the_list_shows_each_reader_their_people(db, enter, reader, seen, hidden):
    everybody()
    status, text = page(enter(reader), "list-people")
    assert status == 200
    assert all(f"{name}</a>" in text for name in seen)
    assert not any(name in text for name in hidden)


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_the_list_of_hr_offers_what_hr_may_do(db, enter, language):
    everybody()
    _status, text = page(enter("wu", language), "list-people")
    for name in ("add-person", "see-organisation", "export-people"):
        assert reverse(name) in text
    assert ("添加人员" in text) == (language != "en")


def test_the_list_is_filtered_and_pays_no_heed_to_nonsense(db, enter):
    everybody()
    client = enter("wu")
    _status, text = page(client, "list-people", q="zha")
    assert "Zhao</a>" in text
    assert "Wang</a>" not in text
    _status, text = page(client, "list-people", q="nobody at all")
    assert "No one matches these filters." in text
    status, text = page(client, "list-people", day="yesterday", team="x", staying="?", page="-3", post="99999")
    assert status == 200
    assert "Zhao</a>" in text


def test_the_list_takes_as_many_queries_for_three_as_for_one(db, enter, django_assert_max_num_queries):
    client = enter("wu")
    page(client, "list-people")
    counts = []
    for names in (("li",), ("wang", "he", "zhou")):
        for name in names:
            cast.person(name)
        with django_assert_max_num_queries(30) as taken:
            page(client, "list-people")
        counts.append(len(taken))
    assert counts[0] == counts[1]


def test_those_who_left_are_listed_with_where_they_stood_last(db, enter):
    actions.end_employment(cast.li(), by=cast.user("wu"), left_on=date(2026, 1, 31))
    _status, text = page(enter("wu"), "list-people", staying="left", day="2026-03-16")
    assert "3 Mar 2025 – 31 Jan 2026" in text
    assert "Team one" in text


def test_a_page_of_fifty_is_light(db, enter):
    row = {"team": "Team one", "site": "Chengdu", "post": "inbound", "hired_on": "2025-03-03", "lead": "zhao"}
    cast.zhao()
    rows = [PeopleRow(n, {"id": f"{n}", "name": f"Person {n}", **row}) for n in range(2, 62)]
    apply_people_rows(cast.centre(), by=cast.user("wu"), rows=rows)
    answer = enter("wu").get(reverse("list-people"))
    assert len(answer.content) < 60_000
    assert "Page 1 of 2" in answer.content.decode()


@pytest.mark.parametrize(
    ("reader", "person", "status"),
    [
        ("li", "li", 200),
        ("li", "wang", 404),
        ("li", "zhao", 404),
        ("zhao", "li", 200),
        ("zhao", "he", 404),
        ("chen", "he", 200),
    ],
)
def test_a_person_is_seen_by_those_who_may(db, enter, reader, person, status):
    everybody()
    assert page(enter(reader), "see-person", cast.person(person).pk)[0] == status


def test_a_person_page_tells_the_history_and_the_line(db, enter):
    li = cast.li()
    actions.place_person(li, by=cast.user("wu"), since=date(2026, 1, 5), team=cast.team("two"), lead=cast.lin())
    _status, text = page(enter("wu"), "see-person", li.pk)
    for said in ("5 Jan 2026 – to date", "3 Mar 2025 – 4 Jan 2026", "Team two", "reports to Lin", "Reporting line"):
        assert said in text
    assert reverse("place-person", args=[li.pk]) in text


def test_an_agent_sees_the_lead_named_but_not_linked_and_no_reason_of_leaving(db, enter):
    li = cast.li()
    actions.end_employment(li, by=cast.user("wu"), left_on=date(2026, 1, 5), reason="a private matter")
    actions.withdraw_leaving(li, by=cast.user("wu"))
    actions.end_employment(li, by=cast.user("wu"), left_on=localdate(), reason="a private matter")
    _status, text = page(enter("li"), "see-person", li.pk)
    assert "Zhao" in text
    assert reverse("see-person", args=[cast.zhao().pk]) not in text
    assert "a private matter" not in text
    assert "a private matter" in page(enter("wu"), "see-person", li.pk)[1]


def test_a_persons_page_takes_as_many_queries_for_three_led_as_for_one(db, enter, django_assert_max_num_queries):
    zhao, client = cast.zhao(), enter("wu")
    counts = []
    for names in (("li",), ("wang", "cao")):
        for name in names:
            cast.person(name)
            actions.place_person(cast.person(name), by=cast.user("wu"), since=cast.HIRED, lead=zhao)
        page(client, "see-person", zhao.pk)
        with django_assert_max_num_queries(30) as taken:
            page(client, "see-person", zhao.pk)
        counts.append(len(taken))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("name", MANAGING)
@pytest.mark.parametrize(("reader", "status"), [("zhao", 403), ("li", 403), ("chen", 403), ("wu", 200), ("sun", 200)])
def test_forms_about_people_open_for_hr_and_the_administrator_only(db, enter, name, reader, status):
    assert page(enter(reader), name, cast.li().pk)[0] == status


@pytest.mark.parametrize("name", ["add-person", "add-team", "add-site"])
@pytest.mark.parametrize(("reader", "status"), [("zhao", 403), ("feng", 403), ("wu", 200)])
def test_making_and_taking_out_are_for_hr_and_the_administrator_only(db, enter, name, reader, status):
    cast.li()
    assert page(enter(reader), name)[0] == status


@pytest.mark.parametrize("reader", ["li", "zhao", "chen", "feng", "zhou", "zheng", "qian"])
def test_taking_everybody_out_as_a_file_is_for_hr_and_the_administrator_only(db, enter, reader):
    cast.li()
    assert page(enter(reader), "export-people")[0] == 403
    assert not Entry.objects.filter(action="export_people").exists()


def test_a_person_is_added_with_place_and_lead(db, enter):
    cast.zhao()
    said = {"number": "A9", "name": "Ma Li", "hired_on": "2026-03-02", "team": cast.team("one").pk}
    said |= {"post": cast.post().pk, "lead": "Zhao", "email": "", "language": ""}
    answer = enter("wu").post(reverse("add-person"), said)
    made = Person.objects.get(number="A9")
    assert answer.url == reverse("see-person", args=[made.pk])
    assert made.placements.get().lead == cast.zhao()


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("number", "li", "is already taken"),
        ("lead", "nobody", "No one has this number"),
        ("hired_on", "2.3.2026", "such as 2026-03-31"),
        ("name", "", "This field is required"),
    ],
)
def test_what_is_wrong_with_a_new_person_stands_beside_the_field(db, enter, field, value, said):
    cast.li()
    data = {"number": "A9", "name": "Ma Li", "hired_on": "2026-03-02"} | {field: value}
    answer = enter("wu").post(reverse("add-person"), data)
    assert answer.status_code == 422
    assert answer.context["form"].errors[field]
    assert said in answer.content.decode()
    assert not Person.objects.filter(number="A9").exists()


def test_a_move_is_noted_and_a_wrong_one_refused_beside_its_field(db, enter):
    li, client = cast.li(), enter("wu")
    url = reverse("place-person", args=[li.pk])
    early = client.post(url, {"since": "2025-03-01", "team": cast.team("two").pk, "lead": "lin"})
    assert early.status_code == 422
    cast.lin()
    early = client.post(url, {"since": "2025-03-01", "team": cast.team("two").pk, "lead": "lin"})
    assert "before the hire date" in early.context["form"].errors["since"][0]
    circle = client.post(reverse("place-person", args=[cast.zhao().pk]), {"since": "2026-01-05", "lead": "li"})
    assert "circle" in circle.context["form"].errors["lead"][0]
    done = client.post(url, {"since": "2026-01-05", "team": cast.team("two").pk, "post": cast.post().pk, "lead": "lin"})
    assert done.status_code == 302
    assert Placement.objects.filter(person=li).count() == 2


def test_leaving_is_noted_taken_back_and_followed_by_a_return(db, enter):
    li, client = cast.li(), enter("wu")
    client.post(reverse("end-employment", args=[li.pk]), {"left_on": "2026-01-31", "reason": "moved"})
    assert "Undo leaving" in page(client, "see-person", li.pk)[1]
    again = client.post(reverse("end-employment", args=[li.pk]), {"left_on": "2026-02-28"})
    assert again.status_code == 422
    assert client.get(reverse("withdraw-leaving", args=[li.pk])).status_code == 405
    client.post(reverse("withdraw-leaving", args=[li.pk]))
    assert li.employments.get().left_on is None
    client.post(reverse("end-employment", args=[li.pk]), {"left_on": "2026-01-31", "reason": "moved"})
    early = client.post(reverse("rehire-person", args=[li.pk]), {"hired_on": "2026-01-31"})
    assert early.context["form"].errors["hired_on"]
    back = client.post(reverse("rehire-person", args=[li.pk]), {"hired_on": "2026-03-02"})
    assert back.url == reverse("place-person", args=[li.pk])
    assert li.employments.count() == 2


def test_particulars_and_account_are_changed(db, enter):
    li, client = cast.li(), enter("wu")
    client.post(reverse("change-person", args=[li.pk]), {"name": "Li Lei", "email": "li@example.com", "language": "en"})
    cast.user("wang")
    unknown = client.post(reverse("link-user", args=[li.pk]), {"username": "system"})
    assert unknown.status_code == 422
    client.post(reverse("link-user", args=[li.pk]), {"username": "wang"})
    li.refresh_from_db()
    assert (li.name, li.email, li.user.username) == ("Li Lei", "li@example.com", "wang")
    client.post(reverse("link-user", args=[li.pk]), {"username": ""})
    assert Person.objects.get(pk=li.pk).user is None


def test_an_account_of_somebody_else_is_refused_beside_the_field(db, enter):
    cast.wang()
    answer = enter("wu").post(reverse("link-user", args=[cast.li().pk]), {"username": "wang"})
    assert "Wang" in answer.context["form"].errors["username"][0]


def test_accounts_named_by_the_number_are_linked_by_one_button(db, enter):
    actions.add_person(cast.centre(), by=cast.user("wu"), new=NewPerson("chen", "Chen"))
    cast.user("chen")
    client = enter("wu")
    text = client.post(reverse("link-users"), follow=True).content.decode()
    assert "1 person linked to an account." in text
    assert client.get(reverse("link-users")).status_code == 405


def test_the_organisation_counts_heads_and_names_leads(db, enter):
    everybody()
    _status, text = page(enter("wu"), "see-organisation")
    assert "Chengdu" in text
    assert f"?team={cast.team('one').pk}" in text
    lead_text = page(enter("zhao"), "see-organisation")[1]
    assert "Team one" in lead_text
    assert "Team two" not in lead_text
    assert page(enter("li"), "see-organisation")[0] == 403


def test_the_organisation_takes_as_many_queries_for_three_teams_as_for_one(db, enter, django_assert_max_num_queries):
    client, counts = enter("wu"), []
    for names in (("li",), ("he", "lin", "wang")):
        for name in names:
            cast.person(name)
        page(client, "see-organisation")
        with django_assert_max_num_queries(30) as taken:
            page(client, "see-organisation")
        counts.append(len(taken))
    assert counts[0] == counts[1]


def test_an_empty_organisation_says_what_to_do(db, enter):
    assert "Add one, or import a people file" in page(enter("wu"), "see-organisation")[1]
    cast.site()
    assert "No team here yet." in page(enter("wu"), "see-organisation")[1]


def test_a_team_and_a_site_are_added_once(db, enter):
    client = enter("wu")
    client.post(reverse("add-site"), {"name": "Dalian", "time_zone": ""})
    again = client.post(reverse("add-site"), {"name": "Dalian"})
    assert again.context["form"].errors["name"]
    site = {"site": Team._meta.get_field("site").related_model.objects.get().pk}
    client.post(reverse("add-team"), {"name": "Team nine", **site})
    assert client.post(reverse("add-team"), {"name": "Team nine", **site}).status_code == 422
    assert Team.objects.get().name == "Team nine"


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_an_export_comes_in_again_and_leaves_a_trace(db, enter, tmp_path, kind):
    from hengcai.base.tables.reading import Columns, open_table
    from hengcai.people.rules.rows import OPTIONAL, REQUIRED

    everybody()
    answer = enter("wu").get(reverse("export-people"), {"to": kind, "day": "2026-03-16"})
    path = tmp_path / f"people.{kind}"
    path.write_bytes(answer.content)
    assert f"people-2026-03-16.{kind}" in answer["Content-Disposition"]
    with open_table(path, Columns(required=REQUIRED, optional=OPTIONAL, flat=True)) as table:
        rows = [PeopleRow(row.number, row.values) for row in table]
    assert len(rows) == len(cast.ROLES)
    outcome = apply_people_rows(cast.centre(), by=cast.user("wu"), rows=rows)
    assert outcome.passed_over == len(rows)
    entry = Entry.objects.filter(action="export_people").get()
    assert entry.kept.values["day"] == "2026-03-16"


def test_a_name_that_looks_like_a_formula_is_text_in_an_export(db, enter):
    actions.add_person(cast.centre(), by=cast.user("wu"), new=NewPerson("A9", "=1+1", hired_on=date(2026, 3, 2)))
    text = enter("wu").get(reverse("export-people"), {"to": "csv"}).content.decode("utf-8-sig")
    assert "'=1+1" in text


def test_nothing_a_person_is_called_becomes_markup(db, enter):
    made = actions.add_person(
        cast.centre(), by=cast.user("wu"), new=NewPerson("A9", "<script>x</script>", hired_on=date(2026, 3, 2))
    )
    client = enter("wu")
    assert "<script>x" not in page(client, "list-people")[1] + page(client, "see-person", made.pk)[1]


def test_the_chosen_team_stays_chosen_and_its_name_is_text(db, enter):
    everybody()
    team = actions.add_team(cast.site(), by=cast.user("wu"), name="<b>Ten</b>")
    _status, text = page(enter("wu"), "list-people", team=team.pk)
    assert f'<option value="{team.pk}" selected>Chengdu · &lt;b&gt;Ten&lt;/b&gt;</option>' in text
    assert '<select name="team" class="form-select" id="filter_team">' in text


def test_the_first_placing_starts_from_an_empty_form(db, enter):
    made = actions.add_person(cast.centre(), by=cast.user("wu"), new=NewPerson("A9", "Ma", hired_on=date(2026, 3, 2)))
    answer = enter("wu").get(reverse("place-person", args=[made.pk]))
    assert answer.context["form"].initial == {"since": localdate()}


def shifts_of_li(monday):
    at = datetime.combine(monday, time(9), ZoneInfo("Asia/Shanghai"))
    Shift.objects.create(agent=cast.li(), starts_at=at, ends_at=at + timedelta(hours=8), skill_group="Billing")
    Shift.objects.create(
        agent=cast.li(), starts_at=at + timedelta(hours=2), ends_at=at + timedelta(hours=3), kind="training"
    )
    for day, kind in ((1, "sick"), (2, "jury service")):
        on = monday + timedelta(days=day)
        Absence.objects.create(agent=cast.li(), first_on=on, last_on=on, kind=kind)


def test_the_roster_shows_times_kinds_and_hours_of_the_week(db, enter):
    everybody()
    shifts_of_li(cast.MONDAY)
    _status, text = page(enter("zhao"), "see-roster", day="2026-03-18")
    for said in (
        ">09:00–17:00</span> Billing",
        ">11:00–12:00</span> training",
        "sick leave",
        "jury service",
        ">8</td>",
        "16 Mar 2026",
    ):
        assert said in text
    assert "?day=2026-03-09" in text
    assert "?day=2026-03-23" in text
    assert "09:00–17:00" not in page(enter("zhao"), "see-roster", day="2026-03-25")[1]
    _status, text = page(enter("zhao", "zh-hans"), "see-roster", day="2026-03-18", team=cast.team("one").pk)
    assert ">11:00–12:00</span> 培训" in text
    assert "病假" in text


def test_an_agent_s_roster_is_their_own_and_has_nothing_to_filter_people_by(db, enter):
    everybody()
    shifts_of_li(cast.MONDAY)
    _status, text = page(enter("li"), "see-roster", day="2026-03-18")
    assert "09:00–17:00" in text
    assert "Wang" not in text
    assert 'name="team"' not in text


def test_the_roster_goes_out_as_a_file(db, enter):
    everybody()
    shifts_of_li(cast.MONDAY)
    answer = enter("wu").get(reverse("see-roster"), {"day": "2026-03-18", "to": "csv", "q": "li"})
    line = next(row for row in answer.getvalue().decode("utf-8-sig").splitlines() if row.startswith("Li,"))
    assert "09:00–17:00 Billing; 11:00–12:00 training,sick leave,jury service" in line
    assert line.endswith(",8.0")
