import pytest

from hengcai.audit.models import Entry
from tests import cast
from tests.api.asking import done, items, problem, refused, sent, told
from tests.quality import scene


def keys(rows):
    return [row["key"] for row in rows]


@pytest.mark.parametrize(
    ("reader", "seen"), [("li", ["li"]), ("zhao", ["li", "wang"]), ("lin", ["he"]), ("feng", ["he", "li", "wang"])]
)
def test_everybody_sees_the_contacts_of_their_people(enter, reader, seen):
    for agent in (cast.li(), cast.wang(), cast.he()):
        scene.contact(agent)
    assert sorted(row["agent"] for row in items(enter(reader), "/contacts")) == seen


def test_a_contact_comes_with_its_words_covered_and_leaves_an_entry(enter):
    made = scene.contact()
    found = told(enter("zhao"), f"/contacts/{made.pk}")
    assert (found["key"], found["agent"], found["turn_count"]) == (made.key, "li", 3)
    assert found["turns"][1] == {
        "speaker": "customer",
        "text": "我的号码是138****5678，宽带又断了。",
        "start": 9,
        "end": None,
    }
    entry = Entry.objects.get(action="open_contact")
    assert (entry.thing, entry.doer) == (f"interactions.contact:{made.pk}", str(cast.user("zhao").pk))


def test_a_contact_is_read_uncovered_by_right_for_a_reason_on_record(enter):
    address = f"/contacts/{scene.contact().pk}/uncovered"
    assert sent(enter("zhao"), address, {"reason": "asked"}).status_code == 403
    problem(sent(enter("feng"), address, {"reason": " "}), 422, "contact.reason_missing")
    assert not Entry.objects.filter(action="uncover_contact").exists()
    found = done(enter("feng"), address, {"reason": "the customer asked for a copy"})
    assert found["turns"][1]["text"] == "我的号码是13812345678，宽带又断了。"
    assert Entry.objects.get(action="uncover_contact").doer == str(cast.user("feng").pk)


def test_a_contact_of_another_team_is_not_there_and_leaves_no_entry(enter):
    made = scene.contact(cast.he())
    refused(enter("zhao"), f"/contacts/{made.pk}", 404, "missing")
    refused(enter("li"), f"/contacts/{made.pk}", 404, "missing")
    assert not Entry.objects.filter(action="open_contact").exists()


def test_the_list_is_narrowed(enter):
    early, late = scene.contact(), scene.contact(at=scene.LATE_EVENING)
    chat = scene.contact(cast.wang(), channel="chat")
    client = enter("feng")
    assert keys(items(client, "/contacts", channel="chat")) == [chat.key]
    assert keys(items(client, "/contacts", first_day="2026-04-01", last_day="2026-04-01")) == [late.key]
    assert keys(items(client, "/contacts", agent="li", last_day="2026-03-31")) == [early.key]
    assert items(client, "/contacts", satisfaction="low") == []


def test_words_missing_from_the_lake_are_a_problem_and_not_a_crash(enter):
    from hengcai.interactions.models import Contact, LakePart

    made = scene.contact(turns=[])
    part = LakePart.objects.create(path="gone.parquet", day=cast.MONDAY, row_count=1)
    Contact.objects.filter(pk=made.pk).update(part=part)
    assert refused(enter("feng"), f"/contacts/{made.pk}", 409, "lake.part_missing")["path"] == "gone.parquet"


def test_three_contacts_cost_as_many_queries_as_one(enter, queries):
    client, counts = enter("feng"), []
    for agent in (cast.li(), cast.he()):
        scene.contact(agent)
        counts.append(queries(client, "/api/contacts"))
        scene.contact(agent)
    assert counts[0] == counts[1] <= 12


def test_flags_are_added_and_removed_apart_so_that_two_at_once_keep_both(enter):
    made = scene.contact()
    address = f"/contacts/{made.pk}/flags"
    assert done(enter("feng"), address, {"add": "vip； second call"})["flags"] == ["second call", "vip"]
    assert done(enter("zhao"), address, {"add": "billing", "remove": "vip"})["flags"] == ["billing", "second call"]
    assert told(enter("zhao"), f"/contacts/{made.pk}")["flags"] == ["billing", "second call"]
    assert Entry.objects.filter(action="change_flags").count() == 2


def test_flags_that_are_too_long_or_too_many_are_refused_whole(enter):
    made = scene.contact()
    address = f"/contacts/{made.pk}/flags"
    problem(sent(enter("feng"), address, {"add": "x" * 61}), 422, "text.too_long")
    problem(sent(enter("feng"), address, {"add": ";".join(map(str, range(21)))}), 422, "contact.too_many_flags")
    assert not made.flags.exists()


def test_who_reads_a_contact_does_not_thereby_flag_it(enter):
    made = scene.contact()
    assert sent(enter("li"), f"/contacts/{made.pk}/flags", {"add": "vip"}).status_code == 403
    assert sent(enter("lin"), f"/contacts/{made.pk}/flags", {"add": "vip"}).status_code == 404
