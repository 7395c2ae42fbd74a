"""Recordings of contacts: named by an import, prepared by the worker, refused in one line each, heard by right."""

import pytest

from hengcai.accounts.models import system_user
from hengcai.audit.models import Entry
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.base.say import sentence
from hengcai.interactions import hearing, recordings
from hengcai.interactions.actions.recordings import open_recording, play_recording
from hengcai.interactions.addresses import is_unmasked, ticket
from hengcai.interactions.models import Contact, ImportRun
from hengcai.interactions.recording_models import Recording
from hengcai.interactions.tasks import prepare_step, prepare_whole, undo_whole
from hengcai.jobs.models import Job
from hengcai.jobs.worker import work_once
from tests import cast
from tests.interactions.bringing import HEADER, bring, csv_file, jsonl_file, row
from tests.interactions.sound.making import tone, wav, written

TURNS = [{"speaker": "customer", "text": "13812345678", "start": 0.5, "end": 1.0}]


@pytest.fixture
def media(settings, tmp_path):
    folder = tmp_path / "media"
    (folder / "2026").mkdir(parents=True)
    settings.MEDIA_ROOT = folder
    wav(folder / "2026" / "a.wav", tone(2, 8000, 2), 8000)
    return folder


@pytest.fixture
def brought(db, media, tmp_path):
    """One recording of one contact of Li, as an import names it."""

    def bring_one(place="2026/a.wav", number=1, **more):
        cast.li()
        file = jsonl_file(tmp_path / f"{number}.jsonl", [row(number, recording=place, **more)])
        bring(file)
        return Recording.objects.get(contact__key=f"c{number}")

    return bring_one


def prepared(recording):
    found = prepare_whole(recording, by=system_user())
    return Recording.objects.get(pk=found.pk)


def told(recording):
    return sentence(recording.refusal["code"], "zh-hans", recording.refusal["facts"])


def test_an_import_names_recordings_by_either_road(db, media, tmp_path):
    cast.li()
    plain = [row(1, recording="2026/a.wav"), row(2, recording=""), row(3, recording="2026\\b.wav")]
    bring(csv_file(tmp_path / "a.csv", plain, [*HEADER, "recording"]))
    bring(jsonl_file(tmp_path / "b.jsonl", [row(4, recording="c.wav"), row(5)]))
    found = dict(Recording.objects.values_list("contact__key", "place"))
    assert found == {"c1": "2026/a.wav", "c3": "2026\\b.wav", "c4": "c.wav"}
    assert set(Recording.objects.values_list("state", flat=True)) == {"waiting"}


def test_another_path_in_a_later_import_begins_anew_and_the_same_changes_nothing(brought, tmp_path):
    first = prepared(brought())
    bring(jsonl_file(tmp_path / "2.jsonl", [row(1, recording="2026/a.wav", csat="5")]), update=True)
    assert Recording.objects.get().state == "ready"
    bring(jsonl_file(tmp_path / "3.jsonl", [row(1, recording="2026/b.wav", csat="3")]), update=True)
    again = Recording.objects.get()
    assert (again.pk, again.place, again.state, again.peaks) == (first.pk, "2026/b.wav", "waiting", "")


def test_an_undone_import_takes_its_recordings_along_and_their_files(brought):
    found = prepared(brought())
    folder = recordings.folder_of(found)
    assert (folder / "peaks").is_file()
    run = ImportRun.objects.get()
    from hengcai.interactions.actions.undoing import start_undo

    undo_whole(start_undo(run, by=system_user()), by=system_user())
    recordings.sweep()
    assert not Recording.objects.exists()
    assert not folder.exists()


def test_the_worker_prepares_it_step_by_step(brought, media):
    found = brought()
    Job.objects.create(kind="prepare_recording", target=found.pk, asked_by=system_user().pk)
    while work_once():
        pass
    found.refresh_from_db()
    assert (found.state, found.codec, found.channels, found.rate, found.seconds) == ("ready", "pcm_s16le", 2, 8000, 2.0)
    assert (found.playable, found.covered, found.media_type, found.is_settled) == ("", "", "audio/wav", True)
    assert len((recordings.folder_of(found) / found.peaks).read_bytes()) == 80
    assert recordings.played(found, unmasked=False).path == media / "2026" / "a.wav"
    assert Job.objects.get().state == "done"


def test_what_browsers_do_not_play_is_turned_into_opus_once(brought, media):
    written(media / "alaw.wav", tone(2, 8000), 8000, "pcm_alaw")
    found = prepared(brought("alaw.wav"))
    file = recordings.played(found, unmasked=False)
    assert (file.media_type, file.path) == ("audio/webm", recordings.folder_of(found) / "playable.webm")
    assert file.path.stat().st_size > 500


def test_a_copy_with_tones_is_what_is_played_where_customers_data_are_said(brought):
    found = prepared(brought(turns=TURNS, text=""))
    assert found.covered == "covered.webm"
    assert recordings.played(found, unmasked=False).path.name == "covered.webm"
    assert recordings.played(found, unmasked=True).path.name == "a.wav"
    assert recordings.played(found, unmasked=False).tag != recordings.played(found, unmasked=True).tag


BAD = [
    ("../../etc/passwd", "outside"), ("/etc/passwd", "outside"), ("link.wav", "outside"), ("none.wav", "missing"),
    ("2026", "missing"), ("empty.wav", "empty"), ("text.wav", "not_a_recording"), ("bomb.wav", "no_sound"),
    ("http://else.where/a.wav", "host_not_allowed"), ("https://u@pbx.local/a.wav", "host_not_allowed"),
    ("https://pbx.local@else.where/", "host_not_allowed"), ("http://[::1/a.wav", "host_not_allowed"),
    ("a\\..\\..\\x.wav", "outside"),
]  # fmt: skip


@pytest.mark.parametrize(("place", "code"), BAD)
def test_what_cannot_be_used_says_why_in_one_line_and_loses_nothing(brought, media, settings, place, code):
    settings.MEDIA_HOSTS = frozenset({"pbx.local"})
    (media / "empty.wav").touch()
    (media / "text.wav").write_text("no sound")
    (media / "link.wav").symlink_to("/etc/passwd")
    wav(media / "bomb.wav", tone(0.06, 8000), 8000, told=10 * 3600 * 16000)
    found = prepared(brought(place))
    assert (found.state, found.refusal["code"]) == ("unusable", f"recording.{code}")
    assert "\n" not in told(found)
    assert "?" not in told(found)
    assert Contact.objects.get().turn_count == 2


@pytest.mark.parametrize(("name", "value"), [("RECORDING_BYTES", 1000), ("RECORDING_SECONDS", 1)])
def test_limits_are_those_of_the_settings(brought, settings, name, value):
    setattr(settings, name, value)
    assert prepared(brought()).refusal["code"] in ("recording.too_large", "recording.too_long")


def test_a_recording_of_another_contact_is_not_taken_twice(brought, media):
    first = prepared(brought())
    (media / "copy.wav").write_bytes((media / "2026" / "a.wav").read_bytes())
    second = prepared(brought("copy.wav", number=2))
    assert (first.state, second.refusal["code"]) == ("ready", "recording.of_another")


def test_a_job_of_a_recording_that_is_gone_has_nothing_left_to_do(db):
    assert prepare_step(10**9).is_finished


def ways(recording):
    people = ("li", "wang", "zhao", "lin", "chen", "feng", "qian", "sun")
    return {name: hearing.way_of(recording.contact, cast.user(name)) for name in people}


def test_leads_hear_their_people_and_those_who_answer_for_the_centre_say_why(brought):
    found = ways(prepared(brought()))
    assert {name for name, way in found.items() if way} == {"zhao", "feng", "qian"}
    assert {name for name, way in found.items() if way and way.needs_reason} == {"feng", "qian"}
    assert {name for name, way in found.items() if way and way.may_unmask} == {"feng"}


def test_opening_and_playing_are_on_record_with_their_reason(brought):
    found, feng = prepared(brought()), cast.user("feng")
    for reason in ("", "  "):
        with pytest.raises(NotValid):
            open_recording(found, by=feng, reason=reason)
    open_recording(found, by=feng, reason="投诉核实")
    play_recording(found, by=feng, first=0.5, last=1.5, reason="投诉核实")
    entries = [(one.action, one.thing, one.kept.values) for one in Entry.objects.order_by("-number")[:2]]
    assert [one[:2] for one in entries] == [
        (f"{verb}_recording", f"interactions.recording:{found.pk}") for verb in ("play", "open")
    ]
    assert (entries[0][2]["first"], entries[0][2]["last"], entries[1][2]["reason"]) == ("0.5", "1.5", "投诉核实")


def test_unmasked_playing_wants_its_own_right_and_a_reason(brought):
    found = prepared(brought())
    zhao, feng = cast.user("zhao"), cast.user("feng")
    open_recording(found, by=zhao)
    with pytest.raises(NotAllowed):
        open_recording(found, by=zhao, reason="heard", unmasked=True)
    with pytest.raises(NotValid):
        open_recording(found, by=feng, unmasked=True)
    assert open_recording(found, by=feng, reason="heard", unmasked=True)


def test_what_is_not_ready_or_not_there_is_not_played(brought):
    waiting = brought()
    with pytest.raises(NotNow):
        open_recording(waiting, by=cast.user("zhao"))
    found = prepared(waiting)
    for first, last in ((-1, 1), (1, 1), (0, 9), (float("nan"), 1)):
        with pytest.raises(NotValid):
            play_recording(found, by=cast.user("zhao"), first=first, last=last)
    with pytest.raises(NotAllowed):
        play_recording(found, by=cast.user("lin"), first=0, last=1)


def test_an_address_is_one_persons_of_one_recording(brought, media):
    wav(media / "b.wav", tone(1, 8000, pitch=300), 8000)
    found, other = prepared(brought()), prepared(brought("b.wav", number=2))
    zhao, feng = cast.user("zhao"), cast.user("feng")
    signed = ticket(found, zhao, unmasked=False)
    assert is_unmasked(signed, found, zhao) is False
    assert is_unmasked(ticket(found, feng, unmasked=True), found, feng) is True
    for written_, recording, user in (
        (signed, other, zhao),
        (signed, found, feng),
        (signed + "x", found, zhao),
        ("", found, zhao),
    ):
        with pytest.raises(NotAllowed):
            is_unmasked(written_, recording, user)


def test_a_masked_copy_is_written_for_whoever_keeps_a_case(brought, tmp_path):
    found = prepared(brought())
    made = recordings.masked_copy(found, [(0.5, 1.0)], tmp_path / "case.webm")
    assert made.stat().st_size > 500
