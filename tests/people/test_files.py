"""People files as people bring them: every format and encoding, in once, whole or not at all."""

from datetime import date
from pathlib import Path

import pytest

from hengcai.base.errors import NotAllowed
from hengcai.base.sheets import Sheet, write_sheet
from hengcai.base.tables.reading import Columns, open_table
from hengcai.framework.models import Post
from hengcai.people.actions import PeopleRow, apply_people_rows, end_employment
from hengcai.people.models import Employment, Person, Placement, Site, Team
from hengcai.people.queries import people_rows
from hengcai.people.rules.rows import OPTIONAL, REQUIRED
from tests import cast

HEADER = "id,name,team,post,hired_on,since,site,lead,email,left_on,left_reason,language"
ROSTER = (
    "A01,赵敏,呼入一班,班组长,2024-05-06,,成都,,zhao@example.com,,,zh",
    "A02,李雷,呼入一班,inbound,2025-03-03,,成都,A01,,,,",
    "A02,李雷,呼入二班,inbound,2025-03-03,2026-01-05,成都,A03,,,,",
    "A03,Fay Wong,呼入二班,班组长,2024-05-06,,成都,,,,,en",
    "A04,王芳,呼入一班,呼入客服,2025-03-03,,成都,A01,,2025-12-31,回老家,",
    "A04,王芳,呼入二班,呼入客服,2026-02-02,,成都,A03,,,,",
)
MADE = {"sites": ["成都"], "teams": ["呼入一班", "呼入二班"], "posts": ["班组长"]}


def read(path: Path) -> list[PeopleRow]:
    with open_table(path, Columns(required=REQUIRED, optional=OPTIONAL, flat=True)) as table:
        return [PeopleRow(row.number, row.values) for row in table]


def csv_rows(folder: Path, *lines: str, encoding: str = "utf-8") -> list[PeopleRow]:
    path = folder / "people.csv"
    path.write_bytes("\n".join([HEADER, *lines, ""]).encode(encoding))
    return read(path)


def apply(rows, *, by="wu", is_update=False):
    return apply_people_rows(cast.centre(), by=cast.user(by), rows=rows, is_update=is_update)


def stands(number):
    rows = Placement.objects.filter(person__number=number).select_related("team", "lead").order_by("since")
    return [(str(r.since), r.until and str(r.until), r.team.name, r.lead and r.lead.number) for r in rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_roster_comes_in_from_any_encoding_and_once(db, tmp_path, encoding):
    cast.post()
    outcome = apply(csv_rows(tmp_path, *ROSTER, encoding=encoding))
    assert (outcome.added, outcome.updated, outcome.passed_over, outcome.rejected) == (6, 0, 0, [])
    assert outcome.made == MADE
    assert stands("A02") == [
        ("2025-03-03", "2026-01-04", "呼入一班", "A01"),
        ("2026-01-05", None, "呼入二班", "A03"),
    ]
    again = apply(csv_rows(tmp_path, *ROSTER, encoding=encoding))
    assert (again.added, again.passed_over, again.made) == (0, 6, {})
    assert Placement.objects.count() == 6


def test_a_roster_comes_in_from_a_workbook_with_days_as_text_or_as_dates(db, tmp_path):
    import openpyxl

    cast.post()
    path = tmp_path / "people.xlsx"
    book = openpyxl.Workbook()
    book.active.append(HEADER.split(","))
    for line in ROSTER:
        cells = line.split(",")
        book.active.append([date.fromisoformat(cell) if cell[:2] == "20" else cell for cell in cells])
    book.save(path)
    assert apply(read(path)).added == 6
    write_sheet(path, Sheet("people", HEADER.split(","), [line.split(",") for line in ROSTER]))
    assert apply(read(path)).passed_over == 6


def test_hired_left_and_hired_again_are_two_employments(db, tmp_path):
    apply(csv_rows(tmp_path, *ROSTER))
    rows = Employment.objects.filter(person__number="A04").order_by("hired_on")
    assert [(str(r.hired_on), str(r.left_on), r.left_reason, str(r.probation_ends_on)) for r in rows] == [
        ("2025-03-03", "2025-12-31", "回老家", "2025-04-03"),
        ("2026-02-02", "None", "", "2026-03-02"),
    ]
    assert stands("A04") == [
        ("2025-03-03", "2025-12-31", "呼入一班", "A01"),
        ("2026-02-02", None, "呼入二班", "A03"),
    ]
    zhao = Person.objects.get(number="A01")
    assert (zhao.email, zhao.language) == ("zhao@example.com", "zh-hans")


def test_bad_rows_are_named_and_the_rest_comes_in(db, tmp_path):
    lines = [*ROSTER, "A05,孙丽,呼入三班,inbound,3/3/2025,,成都,,,,,", "A06,周杰,呼入三班,inbound,2025-03-03,,,A09,,,,"]
    outcome = apply(csv_rows(tmp_path, *lines))
    assert outcome.added == 6
    assert [(one.number, one.column, one.code) for one in outcome.rejected] == [
        (8, "hired_on", "people.day_malformed"),
        (9, "lead", "people.lead_unknown"),
    ]
    assert not Person.objects.filter(number__in=["A05", "A06"]).exists()
    assert not Team.objects.filter(name="呼入三班").exists()


def test_facts_of_a_rejection_can_be_stored_as_json(db, tmp_path):
    import json

    bad = [
        "A01,赵敏,一班,x,2025-03-03,2025-03-01,,,,,,",
        "A02,李雷,一班,x,2025-03-03,,,A03,,,,",
        "A03,王,一班,x,2025-03-03,,,A02,,,,",
    ]
    outcome = apply(csv_rows(tmp_path, *bad))
    assert len(outcome.rejected) == 3
    assert json.loads(json.dumps([one.facts for one in outcome.rejected])) == [one.facts for one in outcome.rejected]


def test_without_any_site_one_is_made_with_the_centres_name(db, tmp_path):
    outcome = apply(csv_rows(tmp_path, "A01,赵敏,呼入一班,inbound,2025-03-03,,,,,,,"))
    assert outcome.made["sites"] == [cast.centre().name.zh]
    assert Site.objects.get().teams.get().name == "呼入一班"


def test_a_new_post_is_made_for_the_two_part_model(db, tmp_path):
    apply(csv_rows(tmp_path, "A01,赵敏,一班,投诉专员,2025-03-03,,,,,,,", "A02,Li,一班,Night shift,2025-03-03,,,,,,,"))
    posts = {post.code: (post.name.zh, post.name.en, post.model_code) for post in Post.objects.all()}
    assert posts["night_shift"] == ("", "Night shift", "two_part")
    assert [texts for code, texts in posts.items() if code.startswith("post_")] == [("投诉专员", "", "two_part")]
    assert apply(csv_rows(tmp_path, "A03,Wu,一班,投诉专员,2025-03-03,,,,,,,")).made["posts"] == []


def test_an_update_changes_what_is_there(db, tmp_path):
    apply(csv_rows(tmp_path, *ROSTER))
    line = "A02,李雷雷,呼入一班,inbound,2025-02-28,2025-03-03,成都,A03,li@example.com,,,"
    assert apply(csv_rows(tmp_path, line)).rejected[0].code == "people.content_differs"
    outcome = apply(csv_rows(tmp_path, line), is_update=True)
    assert (outcome.updated, outcome.rejected) == (1, [])
    person = Person.objects.get(number="A02")
    assert (person.name, person.email, str(person.employments.get().hired_on)) == (
        "李雷雷",
        "li@example.com",
        "2025-02-28",
    )
    assert str(person.employments.get().probation_ends_on) == "2025-03-28"
    assert stands("A02")[0] == ("2025-03-03", "2026-01-04", "呼入一班", "A03")


def test_a_leaving_by_update_ends_the_placement(db, tmp_path):
    apply(csv_rows(tmp_path, *ROSTER))
    line = "A02,李雷,呼入二班,inbound,2025-03-03,2026-01-05,成都,A03,,2026-03-31,换工作,"
    assert apply(csv_rows(tmp_path, line), is_update=True).updated == 1
    assert stands("A02")[1][1] == "2026-03-31"
    assert Employment.objects.get(person__number="A02").left_reason == "换工作"


def test_people_already_there_are_recognised_by_their_number(db, tmp_path):
    li = cast.li()
    line = "li,Li,Team two,inbound,2025-03-03,2026-04-01,Chengdu,lin,,,,"
    cast.lin()
    assert apply(csv_rows(tmp_path, line)).added == 1
    assert stands("li")[1] == ("2026-04-01", None, "Team two", "lin")
    assert Person.objects.get(number="li").user == li.user


@pytest.mark.parametrize("name", ["li", "zhao", "chen", "feng", "zhou", "zheng", "qian"])
def test_only_hr_and_the_administrator_bring_people_in_or_take_them_out(db, tmp_path, name):
    with pytest.raises(NotAllowed):
        apply(csv_rows(tmp_path, *ROSTER), by=name)
    with pytest.raises(NotAllowed):
        list(people_rows(cast.user(name), cast.MONDAY))
    assert not Person.objects.exists()


def test_what_goes_out_comes_in_again_unchanged(db, tmp_path):
    apply(csv_rows(tmp_path, *ROSTER))
    end_employment(Person.objects.get(number="A03"), by=cast.user("wu"), left_on=date(2026, 3, 1), reason="x")
    out = list(people_rows(cast.user("wu"), date(2026, 3, 16)))
    assert [(row["id"], row["since"]) for row in out][:3] == [
        ("A01", "2024-05-06"),
        ("A02", "2025-03-03"),
        ("A02", "2026-01-05"),
    ]
    again = [PeopleRow(number, row) for number, row in enumerate(out, start=2)]
    assert apply(again).passed_over == len(out)
    Placement.objects.all().delete()
    Person.objects.all().delete()
    Team.objects.all().delete()
    assert apply(again).added == len(out)
    assert list(people_rows(cast.user("wu"), date(2026, 3, 16))) == out


def test_a_large_roster_takes_few_queries(db, django_assert_max_num_queries):
    lead = [PeopleRow(2, {"id": "L", "name": "Lead", "team": "T0", "post": "lead", "hired_on": "2024-01-01"})]
    rows = [
        PeopleRow(
            n,
            {
                "id": f"N{n}",
                "name": f"Name {n}",
                "team": f"T{n % 40}",
                "post": "inbound",
                "hired_on": "2025-01-06",
                "lead": "L",
            },
        )
        for n in range(3, 2003)
    ]
    with django_assert_max_num_queries(100):
        outcome = apply([*lead, *rows])
    assert outcome.added == 2001


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_example_of_the_documentation_comes_in(db, tmp_path, language):
    text = (Path(__file__).parents[2] / "docs" / language / "use" / "import-people.md").read_text("utf-8")
    path = tmp_path / "people.csv"
    path.write_text(text.split("```csv\n")[1].split("```")[0], "utf-8")
    outcome = apply(read(path))
    assert (outcome.added, outcome.rejected) == (5, [])
    assert [stand[1] for stand in stands("2001")] == ["2026-01-04", None]
    assert all(f"`{column}`" in text for column in (*REQUIRED, *OPTIONAL))


NOWHERE = "A09,钱立群,,,2024-06-11,2024-06-11,,,,,,"


def test_who_stands_in_no_team_goes_out_and_comes_in_as_such(db, tmp_path):
    rows = csv_rows(tmp_path, NOWHERE, ROSTER[0])
    assert apply_people_rows(cast.centre(), by=cast.user("wu"), rows=rows).added == 2
    assert Placement.objects.get(person__number="A09").team is None
    assert apply_people_rows(cast.centre(), by=cast.user("wu"), rows=rows).passed_over == 2
    own = next(row for row in people_rows(cast.user("wu"), date(2026, 4, 1)) if row["id"] == "A09")
    assert (own["team"], own["post"], own["since"]) == ("", "", "2024-06-11")


@pytest.mark.parametrize("line", ["A09,钱立群,,,2024-06-11,,,,,,,", "A09,钱立群,,inbound,2024-06-11,2024-06-11,,,,,,"])
def test_a_team_is_not_left_out_by_mistake(db, tmp_path, line):
    found = apply_people_rows(cast.centre(), by=cast.user("wu"), rows=csv_rows(tmp_path, line))
    assert [(one.column, one.code) for one in found.rejected] == [("team", "table.value_missing")]
