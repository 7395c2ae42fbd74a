from hengcai.interactions.rules.headings.heading import Heading
from hengcai.quality.rules.sampling.headings import CONTACTS, mapping_of

HEADINGS = {
    "id": Heading("编号", "Number", (), ("", ""), ("", "")),
    "queue": Heading("队列", "Queue", ("组",), ("", ""), ("", "")),
    "team": Heading("班组", "Team", ("组",), ("", ""), ("", "")),
}


def test_our_own_names_are_taken_to_the_letter():
    assert mapping_of(["id", "agent", "满意度"], CONTACTS, required=["id", "agent"], file="a.csv") == {}


def test_a_file_without_a_header_is_taken_to_the_letter():
    assert mapping_of([], CONTACTS, required=["id"], file="a.jsonl") == {}


def test_flags_and_where_a_rating_comes_from_go_by_their_names_too():
    columns = ["流水号", "坐席工号", "开始时间", "渠道", "标记", "满意度来源"]
    found = mapping_of(columns, CONTACTS, required=["id", "agent", "started_at", "channel"], file="a.csv")
    assert (found["flags"], found["csat_source"]) == ("标记", "满意度来源")


def test_what_is_unclear_and_not_needed_is_left_aside():
    assert mapping_of(["编号", "组"], HEADINGS, required=["id"], file="a.csv") == {"id": "编号"}
