"""What every list does: sorts by its headings, remembers how it was narrowed, exports what it shows."""

import io
from datetime import date
from urllib.parse import unquote

import openpyxl
import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from hengcai.accounts.models import ListChoice, User
from hengcai.audit.models import Entry, Values
from hengcai.base.spelling import name_key
from hengcai.people.models import Employment, Person, Placement, Site, Team
from tests import cast
from tests.quality import scene

PEOPLE, EVALUATIONS = "list-people", "list-evaluations"
HIRED = date(2024, 1, 8)


@pytest.fixture
def enter(client):
    def sign_in(name, language="en"):
        client.cookies["hengcai_language"] = language
        client.force_login(cast.user(name))
        return client

    return sign_in


def hired(number, name, team=None):
    person = Person.objects.create(number=number, name=name)
    Employment.objects.create(person=person, hired_on=HIRED)
    Placement.objects.create(person=person, since=HIRED, team=team)
    return person


@pytest.fixture
def staff(db):
    site = Site.objects.create(name="成都")
    one, two = (Team.objects.create(name=name, site=site) for name in ("班组A", "班组B"))
    return [hired("003", "张敏", two), hired("001", "安宁", one), hired("002", "=李四", one)]


def names(client, query=None, name=PEOPLE):
    return [one.name for one in client.get(reverse(name), query or {}).context["list"].rows]


def kept(who="wu"):
    return dict(ListChoice.objects.filter(user__username=who).values_list("listing", "query"))


def test_names_stand_in_the_order_of_their_reading():
    told = ["Amy", "安宁", "陈晨", "闫丽", "张敏"]
    assert sorted(["张敏", "闫丽", "Amy", "陈晨", "安宁"], key=name_key) == told
    assert sorted(["邹明", "单田", "仇英", "曾国"], key=name_key) == ["仇英", "单田", "曾国", "邹明"]


def test_a_name_that_is_changed_moves_in_the_list(staff, enter):
    client = enter("wu")
    assert names(client) == ["=李四", "安宁", "张敏"]
    client.post(reverse("change-person", args=[staff[0].pk]), {"name": "阿敏", "email": "", "language": ""})
    assert names(client) == ["=李四", "阿敏", "安宁"]


def test_a_heading_sorts_and_a_second_click_turns_it(staff, enter):
    client = enter("wu")
    assert names(client, {"sort": "number"}) == ["安宁", "=李四", "张敏"]
    assert names(client, {"sort": "-number"}) == ["张敏", "=李四", "安宁"]
    text = client.get(reverse(PEOPLE), {"sort": "number"}).content.decode()
    assert 'aria-sort="ascending"><a href="?sort=-number&amp;keep=1">' in text
    assert text.count("aria-sort") == 1
    assert 'aria-sort="descending"' in client.get(reverse(PEOPLE), {"sort": "-number"}).content.decode()


def test_equals_stand_by_name_and_the_empty_come_last_whichever_way(staff, enter):
    hired("000", "无组")
    client = enter("wu")
    assert names(client, {"sort": "team"}) == ["=李四", "安宁", "张敏", "无组"]
    assert names(client, {"sort": "-team"}) == ["张敏", "安宁", "=李四", "无组"]


def test_an_order_nobody_knows_is_passed_over(staff, enter):
    client = enter("wu")
    assert names(client, {"sort": "password"}) == names(client)


def test_what_a_list_is_narrowed_by_is_remembered_until_it_is_reset(staff, enter):
    client, team = enter("wu"), Team.objects.get(name="班组A")
    sent = {"keep": "form", "q": "", "team": team.pk, "staying": "staff", "day": localdate().isoformat()}
    assert client.get(reverse(PEOPLE), sent).url == f"{reverse(PEOPLE)}?team={team.pk}"
    assert kept() == {"people": f"team={team.pk}"}
    assert names(client) == ["=李四", "安宁"]
    assert names(client, {"sort": "-name"}) == ["张敏", "安宁", "=李四"], "the address wins"
    assert names(client) == ["=李四", "安宁"], "an address that was only opened is not remembered"
    assert client.get(reverse(PEOPLE), {"forget": "1"}).url == reverse(PEOPLE)
    assert (len(names(client)), kept()) == (3, {})


def test_another_user_and_another_list_remember_their_own(staff, enter):
    client = enter("wu")
    client.get(reverse(PEOPLE), {"keep": "1", "sort": "-number"})
    assert names(enter("sun"))[0] == "=李四"
    assert names(enter("wu"))[0] == "张敏"


def test_a_chip_takes_one_filter_away_and_leaves_the_others(staff, enter):
    client, team = enter("wu"), Team.objects.get(name="班组A")
    page = client.get(reverse(PEOPLE), {"team": team.pk, "q": "安"})
    ((word, without_word), (where, _rest)) = page.context["list"].chips
    assert (word.text, where.text) == ("安", "成都 · 班组A")
    client.get(reverse(PEOPLE) + without_word)
    assert kept() == {"people": f"team={team.pk}"}


def test_a_day_is_asked_for_once_and_not_remembered(staff, enter):
    client = enter("wu")
    answer = client.get(reverse(PEOPLE), {"keep": "1", "day": "2025-03-01", "sort": "-name"})
    assert "day=2025-03-01" in answer.url
    assert kept() == {"people": "sort=-name"}


def test_remembering_leaves_one_entry_a_day_and_not_whom_one_looked_for(staff, enter):
    client = enter("wu")
    for word in ("安", "张", "李"):
        client.get(reverse(PEOPLE), {"keep": "1", "q": word})
    (entry,) = Entry.objects.filter(action="remember_list")
    assert told(entry)["listing"] == "people"
    assert "query" not in told(entry)


def test_what_was_asked_for_past_all_length_is_shown_and_not_kept(staff, enter):
    client = enter("wu")
    answer = client.get(reverse(PEOPLE), {"keep": "1", "q": "安" * 400})
    assert answer.status_code == 302
    assert kept() == {}


def told(entry):
    return Values.objects.get(entry=entry).values


def lines(answer):
    return b"".join(answer.streaming_content).decode().splitlines()


def test_a_csv_holds_what_the_list_shows_safe_for_a_spreadsheet(staff, enter):
    client, team = enter("wu", "zh-hans"), Team.objects.get(name="班组A")
    answer = client.get(reverse(PEOPLE), {"team": team.pk, "sort": "-name", "to": "csv"})
    head, *rows = lines(answer)
    assert head == "\ufeff姓名,工号,班组,职场,岗位,直接上级,起始日期,截止"
    assert rows == ["安宁,001,班组A,成都,,,2024-01-08,", "'=李四,002,班组A,成都,,,2024-01-08,"]
    entry = Entry.objects.get(action="export_list")
    assert told(entry)["asked"] == {"team": str(team.pk), "sort": "-name"}
    assert (told(entry)["list"], told(entry)["rows"]) == ("people", 2)


def test_a_workbook_holds_numbers_as_numbers_days_as_days_and_ids_as_text(db, enter):
    made = scene.evaluation(cast.li())
    answer = enter("feng").get(reverse(EVALUATIONS), {"to": "xlsx"})
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    row = dict(zip(*([cell.value for cell in line] for line in sheet.iter_rows()), strict=True))
    assert (row["Agent"], row["Number"]) == (made.agent.name, made.agent.number)
    assert isinstance(row["Result"], float | int)
    assert row["Contact"].date() == made.contact_on
    assert isinstance(row["Number"], str)


def test_a_file_name_tells_what_it_holds_of_when_and_of_whom(db, enter):
    made = scene.evaluation(cast.li())
    team = made.placement.team
    month = {"first_day": "2026-10-01", "last_day": "2026-10-31", "team": team.pk, "to": "xlsx"}
    assert _named(enter("feng"), month) == f"evaluations_2026-10_{team.name.replace(' ', '-')}.xlsx"
    assert _named(enter("feng", "zh-hans"), month) == f"质检结果_2026年10月_{team.name.replace(' ', '-')}.xlsx"
    assert _named(enter("feng"), {"to": "csv"}) == f"evaluations_{localdate()}.csv"


def _named(client, query):
    return unquote(client.get(reverse(EVALUATIONS), query)["Content-Disposition"].partition("''")[2])


def test_nobody_exports_more_than_they_see(db, enter):
    scene.evaluation(cast.li()), scene.evaluation(cast.he())
    rows = lines(enter("zhao").get(reverse(EVALUATIONS), {"to": "csv"}))[1:]
    assert [row.partition(",")[0] for row in rows] == ["Li"]
    assert enter("sun").get(reverse(EVALUATIONS), {"to": "csv"}).status_code == 403
    assert not Entry.objects.filter(action="export_list", doer=str(cast.user("sun").pk)).exists()


def test_a_file_of_another_kind_is_refused_and_a_workbook_too_long_too(staff, enter, monkeypatch):
    client = enter("wu")
    assert client.get(reverse(PEOPLE), {"to": "exe"}).status_code == 422
    monkeypatch.setattr("hengcai.web.shell.lists.files.MOST_IN_A_WORKBOOK", 2)
    refused = client.get(reverse(PEOPLE), {"to": "xlsx"})
    assert refused.status_code == 422
    assert "CSV" in refused.content.decode()
    assert len(lines(client.get(reverse(PEOPLE), {"to": "csv"}))) == 4


def test_rows_are_low_once_somebody_wants_them_so(staff, enter):
    client = enter("wu")
    assert "hc-listing compact" not in client.get(reverse(PEOPLE)).content.decode()
    answer = client.post(reverse("choose-rows"), {"compact": "yes", "next": "/people/?sort=-name"})
    assert answer.url == "/people/?sort=-name"
    assert "hc-listing compact" in client.get(reverse(PEOPLE)).content.decode()
    assert "hc-listing compact" not in enter("sun").get(reverse(PEOPLE)).content.decode()
    client = enter("wu")
    assert client.post(reverse("choose-rows"), {"compact": "no", "next": "https://elsewhere.example/"}).url == "/"
    assert not User.objects.get(username="wu").has_compact_rows


def test_an_order_by_score_says_that_it_is_no_ranking(db, enter):
    scene.evaluation(cast.li())
    client = enter("feng")
    assert "not ranked" in client.get(reverse(EVALUATIONS), {"sort": "-result"}).content.decode()
    assert "not ranked" not in client.get(reverse(EVALUATIONS)).content.decode()


def test_who_is_scored_cannot_sort_by_who_scored(db, enter):
    scene.evaluation(cast.li())
    assert "sort=analyst" in enter("feng").get(reverse(EVALUATIONS)).content.decode()
    scene.evaluation(Person.objects.get(user=cast.user("zhao")))
    page = enter("zhao").get(reverse(EVALUATIONS))
    assert "sort=analyst" not in page.content.decode()
    assert "analyst" not in page.context["form"].fields


def test_a_box_that_starts_ticked_stays_off_once_it_was_taken_off(db, enter):
    given, fresh = scene.assignment().contact, scene.contact()
    client, place = enter("feng"), reverse("assign-contacts")
    shown = lambda query=None: set(client.get(place, query or {}).context["list"].rows)  # noqa: E731
    assert shown() == {fresh}
    assert client.get(place, {"keep": "1", "sort": "agent"}).url == f"{place}?sort=agent"
    assert shown() == {fresh}
    client.get(place, {"keep": "form", "team": "", "only_new": "on"})
    assert kept("feng") == {}
    client.get(place, {"keep": "form", "team": ""})
    assert shown() == {given, fresh}
    assert kept("feng") == {"to-assign": "only_new="}


def test_every_cell_is_named_for_a_phone_and_a_box_is_not(db, enter):
    scene.evaluation(cast.li())
    text = enter("feng").get(reverse(EVALUATIONS)).content.decode()
    assert 'data-label="Team"' in text
    assert '<td class="tick"><input' in text
