"""Pages of contacts and imports: who sees what, what they say, how many queries they take."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from hengcai.audit.models import Entry
from hengcai.interactions import importing, tasks
from hengcai.interactions.models import Contact, ImportRun
from hengcai.jobs.models import Job
from hengcai.jobs.worker import work_once
from hengcai.people.models import Placement
from tests import cast
from tests.interactions.bringing import bring, csv_file, row
from tests.quality import scene

TEXT = "客服：您好。\n客户：我的电话是 13812345678，快一点。"


@pytest.fixture
def enter(client):
    def sign_in(name, language="en"):
        client.cookies["hengcai_language"] = language
        client.force_login(cast.user(name))
        return client

    return sign_in


@pytest.fixture
def contacts(db, tmp_path):
    for name in ("li", "wang", "he", "zhao", "lin"):
        cast.person(name)
    rows = [
        row(1, agent="li", text=TEXT, csat="1"),
        row(2, agent="wang", channel="chat", csat="5", started_at="2026-03-10T09:00:00"),
        row(3, agent="he", csat="", text=""),
    ]
    bring(csv_file(tmp_path / "a.csv", rows))


def page(client, name, *args, **query):
    answer = client.get(reverse(name, args=args), query)
    return answer.status_code, answer.content.decode()


def keys_on(text):
    return {key for key in ("c1", "c2", "c3") if f">{key}</small>" in text}


@pytest.mark.parametrize(
    ("reader", "keys"),
    [("li", {"c1"}), ("wang", {"c2"}), ("zhao", {"c1", "c2"}), ("lin", {"c3"}), ("feng", {"c1", "c2", "c3"}),
     ("zheng", {"c1", "c2", "c3"}), ("qian", {"c1", "c2", "c3"})],
)  # fmt: skip
def test_each_reader_sees_their_contacts_in_list_and_alone(contacts, enter, reader, keys):
    client = enter(reader)
    status, text = page(client, "list-contacts")
    assert status == 200
    assert keys_on(text) == keys
    for contact in Contact.objects.all():
        assert page(client, "see-contact", contact.pk)[0] == (200 if contact.key in keys else 404)


@pytest.mark.parametrize("reader", ["chen", "sun", "wu", "zhou"])
def test_who_has_no_business_with_contacts_gets_403(contacts, enter, reader):
    client = enter(reader)
    assert page(client, "list-contacts")[0] == 403
    assert page(client, "see-contact", Contact.objects.get(key="c1").pk)[0] == 403


def test_a_lead_keeps_contacts_of_the_own_term_and_gets_none_from_before(contacts, enter, tmp_path):
    li, moved = cast.li(), date(2026, 3, 13)
    Placement.objects.filter(person=li).update(until=moved - timedelta(days=1))
    Placement.objects.create(person=li, since=moved, team=cast.team("two"), post=cast.post(), lead=cast.lin())
    bring(csv_file(tmp_path / "b.csv", [row(4, started_at="2026-03-12T23:59:00")]))
    _status, text = page(enter("zhao"), "list-contacts")
    assert keys_on(text) == {"c2"}
    assert ">c4</small>" in text
    _status, text = page(enter("lin"), "list-contacts")
    assert keys_on(text) == {"c1", "c3"}
    assert ">c4</small>" in text


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ({"agent": "wang"}, {"c2"}),
        ({"agent": "nobody"}, set()),
        ({"channel": "chat"}, {"c2"}),
        ({"first_day": "2026-03-16"}, {"c1", "c3"}),
        ({"last_day": "2026-03-15"}, {"c2"}),
        ({"satisfaction": "low"}, {"c1"}),
        ({"satisfaction": "none"}, {"c3"}),
        ({"channel": "nonsense", "first_day": "never", "team": "x", "page": "x"}, {"c1", "c2", "c3"}),
    ],
)
def test_the_list_is_narrowed_and_pays_no_heed_to_nonsense(contacts, enter, query, keys):
    status, text = page(enter("feng"), "list-contacts", **query)
    assert status == 200
    assert keys_on(text) == keys


def test_the_list_is_narrowed_to_a_team_of_the_day(contacts, enter):
    _status, text = page(enter("feng"), "list-contacts", team=cast.team("two").pk)
    assert keys_on(text) == {"c3"}


def test_a_transcript_is_shown_with_personal_data_covered(contacts, enter):
    _status, text = page(enter("li"), "see-contact", Contact.objects.get(key="c1").pk)
    assert "快一点" in text
    assert "13812345678" not in text
    assert "hc-mask" in text


def test_a_contact_without_words_says_so_in_both_languages(contacts, enter):
    pk = Contact.objects.get(key="c3").pk
    assert "cannot be selected" in page(enter("feng"), "see-contact", pk)[1]
    assert "没有对话文本" in page(enter("feng", "zh-hans"), "see-contact", pk)[1]


def test_the_list_takes_as_many_queries_with_many_rows_as_with_one(contacts, enter, tmp_path):
    client = enter("feng")
    page(client, "list-contacts")
    with CaptureQueriesContext(
        connection,
    ) as few:
        page(client, "list-contacts", agent="li")
    bring(csv_file(tmp_path / "b.csv", [row(n, agent="li", text="") for n in range(10, 80)]))
    with CaptureQueriesContext(connection) as many:
        _status, text = page(client, "list-contacts", agent="li")
    assert text.count("<tr>") == 51
    assert len(many) == len(few) <= 30
    assert len(text) < 100_000


def test_more_than_a_thousand_are_not_counted_out(contacts, enter, monkeypatch):
    from hengcai.interactions import queries
    from hengcai.web.interactions import shown

    monkeypatch.setattr(queries, "MOST_COUNTED", 2)
    monkeypatch.setattr(shown, "MOST_COUNTED", 2)
    _status, text = page(enter("feng"), "list-contacts")
    assert len(keys_on(text)) == 2
    assert "Narrow the filters" in text


def send(client, content, name="a.csv", **fields):
    data = {"kind": "contacts", "file": SimpleUploadedFile(name, content), **fields}
    return client.post(reverse("start-import"), data)


HEADER = b"id,agent,started_at,channel,csat\n"


def work():
    while work_once():
        pass


def test_a_file_sent_in_is_worked_off_behind_and_its_rejects_can_be_fetched(db, enter):
    cast.li()
    client = enter("feng")
    answer = send(client, HEADER + b"c1,li,2026-03-16T09:00,call,4\nc2,li,2026-03-16T09:00,call,9\n")
    run = ImportRun.objects.get()
    assert answer.url == reverse("see-import", args=[run.pk])
    before = client.get(answer.url).content.decode()
    assert f'data-job="{reverse("see-job", args=[Job.objects.get().pk])}"' in before
    work()
    after = client.get(answer.url).content.decode()
    assert "data-job" not in after
    assert "“9” is out of range" in after
    fetched = client.get(reverse("download-rejects", args=[run.pk]))
    body = b"".join(fetched.streaming_content).decode("utf-8-sig")
    assert body.splitlines()[0] == "id,agent,started_at,channel,csat,row,column,reason"
    assert body.splitlines()[1].startswith("c2,li,2026-03-16T09:00,call,9,3,csat,")
    assert Entry.objects.filter(action="download_rejects").exists()
    assert not list(importing.uploads().iterdir())


def test_the_same_file_sent_twice_is_one_run_and_one_job(db, enter):
    cast.li()
    client = enter("feng")
    content = HEADER + b"c1,li,2026-03-16T09:00,call,4\n"
    first, second = send(client, content).url, send(client, content).url
    assert first == second
    assert Job.objects.count() == 1
    assert len(list(importing.uploads().iterdir())) == 1
    work()
    assert Contact.objects.count() == 1
    assert send(client, content).url != first


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        (b"id,agent\n1,2\n", "a.csv", "missing columns"),
        (b"%PDF-1.4", "a.csv", "PDF"),
        (b"abc", "a.docx", "this type of file is not supported"),
    ],
)
def test_a_wrong_file_is_refused_beside_the_field_and_not_kept(db, enter, content, name, says):
    answer = send(enter("feng"), content, name)
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not ImportRun.objects.exists()
    assert not list(importing.uploads().iterdir())


def test_a_wrong_mapping_is_refused_beside_its_field(db, enter):
    mapping = SimpleUploadedFile("m.yaml", b"colour: x\n")
    answer = send(enter("feng"), HEADER + b"c1,li,2026-03-16T09:00,call,4\n", mapping=mapping)
    assert answer.status_code == 422
    assert "colour" in answer.content.decode()


def test_a_mapping_and_the_options_are_taken(db, enter):
    mapping = SimpleUploadedFile("m.yaml", "id: 编号\n".encode())
    content = "编号,agent,started_at,channel\nc1,904,2026-03-16T09:00,call\n".encode()
    answer = send(enter("feng"), content, mapping=mapping, people="on")
    work()
    assert "People created: 1" in enter("feng").get(answer.url).content.decode()


def test_a_run_that_stops_says_why(db, enter):
    cast.li()
    client = enter("feng")
    answer = send(client, HEADER + b'c1,li,2026-03-16T09:00,call,4\nc2,"li,2026-03-16T09:00,call,4\n')
    work()
    text = client.get(answer.url).content.decode()
    assert "a double quote is unclosed" in text
    assert ImportRun.objects.get().state == "failed"


def test_a_worker_that_broke_off_is_told_apart_from_one_at_work(db, enter, monkeypatch):
    cast.li()
    client = enter("feng")
    answer = send(client, HEADER + b"c1,li,2026-03-16T09:00,call,4\n")
    Job.objects.update(state="failed")
    assert "upload the same file again" in client.get(answer.url).content.decode()
    Job.objects.all().delete()
    assert "from the command line" in client.get(answer.url).content.decode()


@pytest.mark.parametrize(
    ("reader", "kinds", "hidden"),
    [
        ("feng", ["Contacts", "Measures"], ["People"]),
        ("wu", ["People"], ["Measures"]),
        ("sun", ["Contacts", "People"], []),
    ],
)
def test_each_role_is_offered_its_kinds_of_file(db, enter, reader, kinds, hidden):
    status, text = page(enter(reader), "start-import")
    assert status == 200
    assert all(f">{kind}</option>" in text for kind in kinds)
    assert not any(f">{kind}</option>" in text for kind in hidden)


@pytest.mark.parametrize("reader", ["li", "zhao", "chen", "zhou", "qian"])
def test_others_may_not_import(db, enter, reader):
    client = enter(reader)
    assert page(client, "start-import")[0] == 403
    assert page(client, "list-imports")[0] == 403


def test_runs_of_a_kind_one_may_not_import_are_not_there(contacts, enter):
    run = ImportRun.objects.get()
    status, text = page(enter("wu"), "list-imports")
    assert status == 200
    assert "a.csv" not in text
    assert page(enter("wu"), "see-import", run.pk)[0] == 404
    assert page(enter("wu"), "download-rejects", run.pk)[0] == 404
    assert page(enter("feng"), "download-rejects", run.pk)[0] == 404
    assert "a.csv" in page(enter("feng"), "list-imports")[1]


def test_runs_listed_take_as_many_queries_with_three_as_with_one(contacts, enter, tmp_path):
    client = enter("feng")
    page(client, "list-imports")
    with CaptureQueriesContext(connection) as one:
        page(client, "list-imports")
    bring(csv_file(tmp_path / "b.csv", [row(8)]))
    bring(csv_file(tmp_path / "c.csv", [row(9)]))
    with CaptureQueriesContext(connection) as three:
        page(client, "list-imports")
    assert len(one) == len(three)


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("name", ["list-contacts", "list-imports", "start-import"])
def test_pages_read_in_both_languages(contacts, enter, language, name):
    status, text = page(enter("feng", language), name)
    assert status == 200
    assert ("导入文件" in text) == (language != "en")


def test_empty_lists_say_what_to_do_next(db, enter):
    assert "Import a file from your call" in page(enter("feng"), "list-contacts")[1]
    assert "None of your contacts" in page(enter("li"), "list-contacts")[1]
    assert "Import people first" in page(enter("feng"), "list-imports")[1]


def test_the_workers_steps_bring_in_chunk_after_chunk_and_then_tidy(db, tmp_path, monkeypatch):
    from dataclasses import replace

    from hengcai.accounts.models import system_user
    from hengcai.accounts.queries import the_centre
    from hengcai.interactions import files
    from hengcai.interactions.actions.importing import start_import
    from hengcai.interactions.kinds import contacts as kind
    from hengcai.interactions.kinds import registry
    from hengcai.interactions.models import LakePart

    cast.li()
    monkeypatch.setitem(registry.KINDS, "contacts", replace(kind.HANDLER, chunk_rows=2))
    path: Path = csv_file(tmp_path / "a.csv", [row(n) for n in range(5)])
    run = start_import(the_centre(), by=system_user(), file=files.look_at(path, kind="contacts"))
    steps = [tasks.import_step(run.pk)]
    while not steps[-1].is_finished:
        steps.append(tasks.import_step(run.pk))
    assert [step.done_count for step in steps] == [2, 4, 5, 5]
    assert [
        sum(LakePart.objects.values_list("row_count", flat=True)),
        len(set(LakePart.objects.values_list("path"))),
    ] == [5, 1]


def test_what_was_said_is_read_uncovered_once_and_for_a_reason(db, enter):
    address = reverse("uncover-contact", args=[scene.contact().pk])
    refused = enter("feng").post(address, {"reason": ""})
    assert (refused.status_code, "13812345678" in refused.content.decode()) == (422, False)
    shown = enter("feng").post(address, {"reason": "the customer asked for a copy"}).content.decode()
    assert "13812345678" in shown
    assert "Mask it again" in shown


def test_flags_are_one_line_that_can_be_edited(db, enter):
    made = scene.contact()
    address, client = reverse("flag-contact", args=[made.pk]), enter("feng")
    client.post(address, {"flags_before": "", "flags": "vip; billing"})
    enter("zhao").post(address, {"flags_before": "", "flags": "second call"})
    client.post(address, {"flags_before": "billing; vip", "flags": "billing"})
    assert 'value="billing; second call"' in client.get(reverse("see-contact", args=[made.pk])).content.decode()


def test_a_flag_that_is_refused_is_still_there_to_mend(db, enter):
    made, typed = scene.contact(), "y" * 61
    refused = enter("feng").post(reverse("flag-contact", args=[made.pk]), {"flags_before": "", "flags": typed})
    assert (refused.status_code, typed in refused.content.decode()) == (422, True)
