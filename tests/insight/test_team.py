"""Findings about a team, who may read them, and what they cost."""

import io
import zipfile
from datetime import timedelta
from fractions import Fraction

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hengcai.insight.letters.team import team_letter
from hengcai.insight.letters.teams import team_rows
from hengcai.insight.papers.team import team_paper
from hengcai.insight.queries.team import OBSERVED, skill_cycles, team_gaps, team_lines, teams_seen_by
from hengcai.paper.workbook import as_xlsx
from hengcai.people.models import Employment, Person
from tests import cast
from tests.insight import stage

pytestmark = pytest.mark.usefixtures("standards")
LOW = {"emotion_management": 1, "communication": 5, "collaboration": 5}
NAMES = ("ai", "bo", "cui", "du")


def team():
    return cast.team("one")


def gaps(cycle, *, reader: str = "zhao", **given):
    return team_gaps(team(), cycle, cast.user(reader), **given)


def letter(cycle, *, reader: str = "zhao", language: str = "zh-hans", focus: str = "", **given):
    return team_letter(gaps(cycle, reader=reader, **given), language, focus=focus)


def texts(found) -> list[str]:
    return [one.text.replace("\u2009", " ") for one in found.findings]


def low_team(cycle, names=NAMES, **given):
    known = {person.number: person for person in stage.mates(*[n for n in names if not _there(n)])}
    for name in names:
        stage.rated(cycle, name, superior={**LOW, **given}, own=2, peers=(), customers=(), practical=2)
    return known


def _there(name: str) -> bool:
    return Person.objects.filter(number=name).exists()


def test_a_shared_weakness_is_the_headline_with_its_count_and_an_unknown_bracket(db):
    cycle = stage.quarter()
    low_team(cycle)
    found = letter(cycle)
    assert found.title == "情绪管理是全组的短板"
    assert texts(found)[0] == "4 人中 4 人的情绪管理低于 3 级，可信范围未知；岗位要求是 4 级。"
    assert found.findings[0].code == "emotion_management"


def test_observed_levels_give_brackets(db):
    cycle = stage.quarter()
    low_team(cycle)
    for place, (name, levels) in enumerate(
        {"ai": "2 2 2 2 3", "bo": "1 2 2 2 3", "cui": "4 5 5 5 4", "du": "2 3 4 5 3"}.items()
    ):
        stage.observe(Person.objects.get(number=name), "communication", levels.split(), first_id=100 * (place + 1))
    found = letter(cycle, kind=OBSERVED)
    assert texts(found)[0] == "4 人中 2 人的沟通与表达低于 3 级，[2, 3]；岗位要求是 4.5 级。"
    marks = {row.name: row.cells[0].mark for row in found.maps[0].rows}
    assert marks == {"Ai": "sure", "Bo": "sure", "Cui": "ok", "Du": "maybe"}
    assert found.maps[0].columns[0].foot == "2"
    assert found.maps[0].rows[0].cells[1].said == "未观察到"


def test_fewer_than_three_contacts_make_no_cell(db):
    cycle = stage.quarter()
    low_team(cycle, ("ai",))
    stage.observe(Person.objects.get(number="ai"), "communication", ["1", "1"])
    found = letter(cycle, kind=OBSERVED)
    assert found.maps[0].rows[0].cells[0].said.replace("\u2009", " ") == "只有 2 条"
    assert found.title == "本期还没有能力级别"
    assert found.findings == []


def test_newcomers_are_named_as_the_few_they_are(db):
    cycle = stage.quarter()
    low_team(cycle)
    new = Employment.objects.filter(person__number__in=("cui", "du"))
    new.update(hired_on=cycle.period_end - timedelta(days=30))
    found = letter(cycle)
    said = next(one for one in found.findings if "新人" in one.text)
    assert "2 位新人" in said.text.replace("\u2009", " ")
    assert "Cui、Du入职不足半年" in said.note
    assert [row.note for row in found.maps[0].rows] == ["", "", "入职不足半年", "入职不足半年"]


def test_what_everybody_meets_is_said_and_needs_nothing(db):
    cycle = stage.quarter()
    names = ("ai", "bo", "cui", "du", "fu", "gu")
    stage.mates(*names)
    for name in names:
        stage.rated(cycle, name, superior=5, own=5, practical=5, peers=(5, 5, 5), customers=())
    found = letter(cycle)
    assert found.title == "已评级的人各项都达到岗位要求"
    assert any("已评级的人全部达到要求，无需安排" in text for text in texts(found))
    assert found.next.steps[0].startswith("没有需要补的短板")


def test_the_change_since_last_quarter_is_told_with_its_doubt(db):
    earlier = stage.quarter(code="2025-Q4", period=stage.Q4)
    low_team(earlier, ("ai", "bo"))
    cycle = stage.quarter()
    low_team(cycle)
    found = letter(cycle)
    note = found.findings[0].note.replace("\u2009", " ")
    assert note == "上季度是 2 人；可信范围未知，无法判断是否真有变化。"
    means = next(row for row in found.maps[0].means if row.name == "情绪管理")
    assert means.before.replace("\u2009", " ").startswith("上季度 ")
    assert "（2 人）" in means.before.replace("\u2009", " ")


def test_without_an_earlier_cycle_there_is_nothing_to_compare(db):
    cycle = stage.quarter()
    low_team(cycle, ("ai",))
    found = letter(cycle)
    assert found.findings[0].note == "上季度没有可比的数据。"
    assert found.means_note == "上季度没有结果，无法对比。"


def test_people_stand_by_name_and_final_scores_by_band(db):
    cycle = stage.quarter()
    low_team(cycle, ("du", "ai"))
    found = letter(cycle)
    assert [row.name for row in found.maps[0].rows] == ["Ai", "Du"]
    assert found.finals_title.replace("\u2009", " ").startswith("2 人有总分：优秀 0 人、良好 ")


def test_people_without_a_score_are_counted_apart(db):
    cycle = stage.quarter()
    low_team(cycle, ("ai",))
    stage.mates("bo")
    stage.rated(cycle, "bo", superior=None, peers=(), customers=())
    found = letter(cycle)
    assert found.finals_note.replace("\u2009", " ") == "1 人证据不足，没有总分。"
    assert any("证据不足" in cell.said for cell in found.maps[0].rows[1].cells)


def test_the_focus_lights_a_column_and_lists_its_people(db):
    cycle = stage.quarter()
    low_team(cycle, service_awareness=1)
    found = letter(cycle, focus="service_awareness")
    assert [column.code for column in found.maps[0].columns if column.is_hot] == ["service_awareness"]
    assert [name for name, _result in found.next.who] == ["Ai", "Bo", "Cui", "Du"]
    assert letter(cycle, focus="no_such").lit == found.findings[0].code


def test_a_team_of_several_posts_is_held_against_each_profile(db):
    cycle = stage.quarter()
    low_team(cycle, ("ai",))
    stage.colleague("wo", post="online")
    stage.rated(cycle, "wo", superior=2, own=2, peers=(), customers=())
    found = letter(cycle)
    assert len(found.maps) == 2
    assert {text.split("：")[0] for text in texts(found)} == {"呼入客服", "在线客服"}
    assert "按岗位对照各自的画像" in found.line


def test_leads_read_their_own_teams_only(db):
    cast.li(), cast.he()
    seen = {name: {team.name for team in teams_seen_by(cast.user(name), day=cast.MONDAY)} for name in cast.ROLES}
    assert seen["zhao"] == {"Team one"}
    assert seen["lin"] == {"Team two"}
    whole = {"Team one", "Team two"}
    assert {name for name, teams in seen.items() if teams == whole} == {"feng", "zhou", "wu", "zheng", "qian"}
    assert {name for name, teams in seen.items() if not teams} == {"li", "wang", "he", "chen", "cao", "sun"}


def test_a_lead_of_another_team_sees_nobody_in_it(db):
    cycle = stage.quarter()
    low_team(cycle)
    assert gaps(cycle, reader="lin").parts == []


def test_quality_supervisors_see_what_contacts_show_and_no_rated_level(db):
    cycle = stage.quarter()
    low_team(cycle, ("ai",))
    found = gaps(cycle, reader="feng")
    assert found.kind == OBSERVED
    assert found.finals == []
    assert all(row.seat.result is None for part in found.parts for row in part.rows)
    assert [row.seat.person.number for row in found.parts[0].rows] == ["ai"]


def test_preliminary_cycles_are_for_those_who_run_them(db):
    stage.quarter(state="preliminary")
    assert not skill_cycles(cast.user("zhao")).exists()
    assert skill_cycles(cast.user("zheng")).exists()


def test_means_are_of_those_with_a_level(db):
    cycle = stage.quarter()
    low_team(cycle, ("ai", "bo"))
    mean = next(one for one in gaps(cycle).parts[0].means if one.code == "emotion_management")
    assert (mean.n, mean.n_before, mean.before) == (2, 0, None)
    assert mean.now == Fraction(10, 7)


def test_lines_of_the_list_count_bands_of_the_newest_cycle(db):
    cycle = stage.quarter()
    low_team(cycle, ("ai", "bo"))
    reader = cast.user("zhao")
    lines = team_lines(list(teams_seen_by(reader, day=cast.MONDAY)), cycle, reader)
    rows = team_rows(lines, cycle, language="zh-hans")
    assert [(row.team.name, row.scored) for row in rows] == [("Team one", 2)]
    assert sum(count for _tone, _name, count in rows[0].bands) == 2


def test_everything_is_said_in_english_too(db):
    cycle = stage.quarter()
    low_team(cycle)
    found = letter(cycle, language="en")
    assert found.findings[0].text == "4 of 4 are below 3 on Emotion management, interval unknown; the role requires 4."


def test_ten_people_cost_as_many_queries_as_two(db):
    earlier = stage.quarter(code="2025-Q4", period=stage.Q4)
    low_team(earlier, ("ai", "bo"))
    cycle = stage.quarter()
    low_team(cycle, ("ai", "bo"))
    few = _queries(cycle)
    low_team(cycle, tuple(f"x{number}" for number in range(8)))
    assert _queries(cycle) == few <= 22


def _queries(cycle) -> int:
    reader = cast.user("zhao")
    with CaptureQueriesContext(connection) as seen:
        team_letter(team_gaps(team(), cycle, reader), "zh-hans")
    return len(seen)


def test_a_change_within_its_brackets_and_what_leans_below_are_told(db):
    earlier, cycle = stage.quarter(code="2025-Q4", period=stage.Q4), stage.quarter()
    low_team(earlier, NAMES[:3])
    for name in NAMES[:3]:
        stage.rated(cycle, name, superior=4, own=4, peers=(), customers=(), practical=4)
    people = {person.number: person for person in Person.objects.filter(number__in=NAMES)}
    now = {"ai": "3 3 4 3 3", "bo": "4 4 5 3 4", "cui": "5 5 4 5 5"}
    before = {"ai": "3 4 4 3 3", "bo": "3 3 4 3 3", "cui": "5 5 4 5 5"}
    for place, name in enumerate(now):
        stage.observe(people[name], "communication", now[name].split(), first_id=1000 * (place + 1))
        stage.observe(people[name], "communication", before[name].split(), first_id=1000 * (place + 5), on=stage.Q4[0])
    found = letter(cycle, kind=OBSERVED)
    assert texts(found)[0] == "3 人中 2 人的沟通与表达低于要求的 4.5，其中 1 人确定低于要求。"
    assert found.findings[0].note.replace("\u2009", " ") == (
        "可信范围内可能低于 4.5 的最多 3 人，多评几条记录才能确定。上季度也是 2 人。"
    )


def team_of_ten(cycle, rated):
    """So many of ten have levels."""
    known = low_team(cycle, tuple(f"m{number}" for number in range(rated)))
    stage.mates(*[f"n{number}" for number in range(10 - rated)])
    return known


def test_two_of_ten_cannot_speak_for_the_team_on_page_or_paper(db):
    cycle = stage.quarter()
    team_of_ten(cycle, 2)
    found = gaps(cycle)
    assert (found.covered, found.stood, found.speaks) == (2, 10, False)
    said = team_letter(found, "en")
    assert said.title == "Only 2 of 10 people have levels: not enough to represent the team"
    assert "about these 2 people" in said.cover
    blocks = team_paper(found, language="en", today=cycle.period_end).blocks
    assert {said.title, said.cover} <= {getattr(block, "text", "") for block in blocks}
    assert said.cover.encode()[:40] in sentences(as_xlsx(team_paper(found, language="en", today=cycle.period_end)))


def test_seven_of_ten_speak_for_the_team(db):
    cycle = stage.quarter()
    team_of_ten(cycle, 7)
    assert letter(cycle).cover == ""
    assert letter(cycle).title == "情绪管理是全组的短板"


def sentences(workbook):
    with zipfile.ZipFile(io.BytesIO(workbook)) as packed:
        return b"".join(packed.read(name) for name in packed.namelist())
