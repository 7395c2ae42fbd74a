"""A recording from the page's side: sent in, opened, played by pieces, refused in one line."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from hengcai.accounts.models import system_user
from hengcai.interactions.recording_models import Recording
from hengcai.interactions.tasks import prepare_whole
from tests import cast
from tests.interactions.sound.making import tone, wav
from tests.quality import scene


@pytest.fixture
def sent(db, settings, tmp_path):
    """Li's contact with a recording that Feng sent in."""
    settings.MEDIA_ROOT = tmp_path / "media"
    contact = scene.contact()
    content = wav(tmp_path / "a.wav", tone(2, 8000), 8000).read_bytes()
    answer = enter("feng").post(f"/contacts/{contact.pk}/recording/", {"file": SimpleUploadedFile("x.exe", content)})
    assert answer.status_code == 302
    found = Recording.objects.get(contact=contact)
    prepare_whole(found, by=system_user())
    return Recording.objects.get(), content


def enter(name):
    client = Client()
    client.cookies["hengcai_language"] = "en"
    client.force_login(cast.user(name))
    return client


def opened(client, recording, **asked):
    answer = client.post(f"/recordings/{recording.pk}/open/", asked)
    assert answer.status_code == 200, answer.content
    return answer.json()["address"]


def test_pieces_put_together_are_the_file(sent):
    recording, content = sent
    client = enter("zhao")
    address = opened(client, recording)
    whole = client.get(address)
    assert (whole.status_code, b"".join(whole.streaming_content), whole["Accept-Ranges"]) == (200, content, "bytes")
    pieces = [client.get(address, headers={"Range": f"bytes={at}-{at + 9999}"}) for at in range(0, len(content), 10000)]
    assert b"".join(one.content for one in pieces) == content
    assert {one.status_code for one in pieces} == {206}
    assert pieces[0]["Content-Range"] == f"bytes 0-9999/{len(content)}"
    behind = client.get(address, headers={"Range": f"bytes={len(content)}-"})
    assert (behind.status_code, behind["Content-Range"]) == (416, f"bytes */{len(content)}")


def test_another_version_is_sent_whole_and_nobody_keeps_it(sent):
    recording, content = sent
    client = enter("zhao")
    address = opened(client, recording)
    tag = client.get(address, headers={"Range": "bytes=0-1"})["ETag"]
    same = client.get(address, headers={"Range": "bytes=0-1", "If-Range": tag})
    other = client.get(address, headers={"Range": "bytes=0-1", "If-Range": '"other"'})
    assert (same.status_code, other.status_code, other.getvalue()) == (206, 200, content)
    assert same["Cache-Control"] == "private, no-store"


def test_an_address_is_worth_nothing_to_others_nor_later(sent, monkeypatch):
    recording, _content = sent
    address = opened(enter("zhao"), recording)
    assert enter("feng").get(address).status_code == 403
    assert Client().get(address).status_code == 302
    monkeypatch.setattr("hengcai.interactions.addresses.LIFE_SECONDS", -1)
    assert enter("zhao").get(address).status_code == 403


def test_a_right_that_needs_a_reason_asks_for_it_in_words(sent):
    recording, _content = sent
    feng = enter("feng")
    refused = feng.post(f"/recordings/{recording.pk}/open/")
    assert (refused.status_code, refused.json()["code"]) == (422, "recording.reason_missing")
    assert opened(feng, recording, reason="complaint")
    for name, status in (("li", 404), ("chen", 404), ("lin", 404), ("sun", 403)):
        assert enter(name).post(f"/recordings/{recording.pk}/open/").status_code == status


def test_the_agent_hears_what_was_published_and_the_analyst_what_was_given(sent):
    recording, _content = sent
    marked = scene.evaluation()
    Recording.objects.update(contact=marked.assignment.contact)
    assert opened(enter("chen"), recording)
    assert enter("cao").post(f"/recordings/{recording.pk}/open/").status_code == 404
    assert enter("li").post(f"/recordings/{recording.pk}/open/").status_code == 404
    scene.publish([marked])
    for name in ("li", "feng", "zhou"):
        assert opened(enter(name), recording)


def test_what_was_played_is_noted_and_nonsense_is_not(sent):
    recording, _content = sent
    zhao, address = enter("zhao"), f"/recordings/{recording.pk}/played/"
    assert zhao.post(address, {"first": "0", "last": "1.26"}).status_code == 204
    for first, last in (("x", "1"), ("1", "0"), ("0", "99"), ("nan", "1"), ("", "")):
        assert zhao.post(address, {"first": first, "last": last}).status_code == 422


def test_the_page_learns_how_it_stands_its_shape_and_where_somebody_speaks(sent):
    recording, _content = sent
    zhao = enter("zhao")
    assert zhao.get(f"/recordings/{recording.pk}/").json() == {"state": "ready", "is_settled": True, "told": ""}
    assert len(b"".join(zhao.get(f"/recordings/{recording.pk}/peaks/").streaming_content)) == 40
    assert zhao.get(f"/recordings/{recording.pk}/speech/").getvalue() == b"[[]]"


def test_two_gigabytes_are_refused_before_they_are_read(db):
    contact = scene.contact()
    for address in (f"/contacts/{contact.pk}/recording/", f"/api/contacts/{contact.pk}/recording"):
        answer = enter("feng").post(
            address, b"", content_type="multipart/form-data; boundary=x", CONTENT_LENGTH=str(2 * 10**9)
        )
        assert answer.status_code == 413
        assert "over the limit of 1000 MB" in answer.content.decode()


@pytest.mark.parametrize(("content", "said"), [(b"", "empty"), (b"no sound", "is not a recording")])
def test_what_is_no_recording_is_refused_at_once_and_nothing_is_kept(db, settings, tmp_path, content, said):
    settings.MEDIA_ROOT = tmp_path / "media"
    contact = scene.contact()
    answer = enter("feng").post(f"/contacts/{contact.pk}/recording/", {"file": SimpleUploadedFile("a.wav", content)})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not Recording.objects.exists()
    assert not list(tmp_path.rglob("*.wav"))


def test_a_second_one_takes_the_place_of_the_first(sent, tmp_path):
    recording, _content = sent
    other = wav(tmp_path / "b.wav", tone(1, 8000), 8000).read_bytes()
    enter("feng").post(f"/contacts/{recording.contact_id}/recording/", {"file": SimpleUploadedFile("b.wav", other)})
    again = Recording.objects.get()
    assert (again.state, again.peaks) == ("waiting", "")
    assert len(list((tmp_path / "media" / "uploads").iterdir())) == 1
