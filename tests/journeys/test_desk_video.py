"""A video contact on the desk: the browser's own player shows the picture, the desk's keys and lines go with it."""

import av
import numpy as np
import pytest

from hengcai.accounts.models import system_user
from hengcai.interactions.actions.recordings import note_recordings
from hengcai.interactions.recording_models import Recording
from hengcai.interactions.tasks import prepare_whole
from tests.interactions.sound.making import tone
from tests.quality import scene

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
RATE, PICTURES, SOUND = 48_000, 10, 960  # samples a second, pictures a second, samples a packet


def video(path, seconds):
    """Grey that grows lighter, under a tone: VP8 and Opus, as every browser with video plays them."""
    with av.open(str(path), "w", format="webm") as made:
        picture, sound = made.add_stream("libvpx", rate=PICTURES), made.add_stream("libopus", rate=RATE)
        picture.width, picture.height, picture.pix_fmt, sound.layout = 160, 120, "yuv420p", "mono"
        for number in range(seconds * PICTURES):
            grey = np.full((120, 160, 3), number % 255, np.uint8)
            made.mux(picture.encode(av.VideoFrame.from_ndarray(grey, format="rgb24")))
        samples = (tone(seconds, RATE).reshape(1, -1) * 20_000).astype(np.int16)
        for start in range(0, samples.shape[1] - SOUND, SOUND):
            part = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples[:, start : start + SOUND]), "s16", "mono")
            part.sample_rate, part.pts = RATE, start
            made.mux(sound.encode(part))
        for stream in (picture, sound):
            made.mux(stream.encode(None))
    return path


def test_a_video_is_seen_on_the_desk_and_its_moments_are_cited(visit, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    card = scene.scorecard(definition=scene.definition(code="video", channel="video"))
    given = scene.assignment(scene.contact(channel="video"), card=card)
    video(tmp_path / "a.webm", 40)
    note_recordings({given.contact.key: "a.webm"}, by=system_user())
    assert prepare_whole(Recording.objects.get(), by=system_user()).kind == "video"
    page = visit("chen").go(f"/quality/assignments/{given.pk}/")
    page.wait_for_function("() => document.querySelector('video.player-media').readyState > 0")
    page.keyboard.press("]")
    page.keyboard.press("]")
    page.keyboard.press("h")  # hear the second line
    page.wait_for_function("() => document.querySelector('video.player-media').currentTime > 9.3")
    seen = page.evaluate(
        "() => { const one = document.querySelector('video'); return [one.videoWidth, one.clientHeight > 60]; }"
    )
    assert seen == [160, True]
    page.keyboard.press("p")
    assert page.input_value("#line-listening") == "0:09"
