"""Whatever a recorder writes comes out as seconds of sound, and is as long as what is in it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengcai.base.errors import NotValid
from hengcai.interactions.sound.browsers import media_type, plays
from hengcai.interactions.sound.decoding import blocks, source_of
from hengcai.interactions.sound.opening import demuxer_of
from hengcai.interactions.sound.peaks import shape_of
from hengcai.interactions.sound.writing import beeped, opus_rate, within, write_opus
from tests.interactions.sound.making import tone, wav, written

FORMATS = [
    ("a.wav", "pcm_s16le", 8000, 2), ("a.wav", "pcm_alaw", 8000, 2), ("a.wav", "pcm_mulaw", 8000, 1),
    ("a.wav", "pcm_u8", 11025, 1), ("a.wav", "pcm_s24le", 48000, 2), ("a.mp3", "", 44100, 2), ("a.flac", "", 22050, 1),
    ("a.ogg", "", 48000, 2), ("a.ogg", "libopus", 16000, 1),
]  # fmt: skip


def shape(path, most=60.0):
    source = source_of(path)
    return source, shape_of(blocks(source, most_seconds=most), channels=source.channels, rate=source.rate)


@pytest.mark.parametrize(("name", "codec", "rate", "channels"), FORMATS)
def test_formats_of_recorders_are_read(tmp_path, name, codec, rate, channels):
    source, found = shape(written(tmp_path / name, tone(2.5, rate, channels), rate, codec))
    assert source.channels == channels
    assert found.seconds == pytest.approx(2.5, abs=0.12)
    assert len(found.rows) == pytest.approx(50 * channels, abs=3 * channels)
    assert found.rows[20] == pytest.approx(128, abs=20)


GSM = bytes.fromhex("d24908") + bytes(62)  # one frame of 65 bytes holds 320 samples


def test_gsm_in_wav_is_read(tmp_path):
    shape_told = bytes.fromhex("31000100401f0000590600004100000002004001")
    data = GSM * 50
    body = b"WAVEfmt " + (20).to_bytes(4, "little") + shape_told + b"data" + len(data).to_bytes(4, "little") + data
    path = tmp_path / "a.wav"
    path.write_bytes(b"RIFF" + len(body).to_bytes(4, "little") + body)
    source, found = shape(path)
    assert (source.codec, source.rate, found.seconds, plays(source)) == ("gsm_ms", 8000, 2.0, False)


@pytest.mark.parametrize("told", [0, 0xFFFFFFFF, 10 * 3600 * 16000])
def test_a_header_that_lies_changes_nothing_of_the_length(tmp_path, told):
    path = wav(tmp_path / "a.wav", tone(1.5, 8000), 8000, told=told)
    source, found = shape(path)
    assert found.seconds == 1.5
    assert not plays(source)


def test_peaks_stand_where_the_sound_is_and_by_channel(tmp_path):
    samples = np.zeros((2, 16000), np.float32)
    samples[0, 8000:8400] = 1.0
    samples[1, :400] = 0.5
    _source, found = shape(wav(tmp_path / "a.wav", samples, 8000))
    left, right = found.rows[:40], found.rows[40:]
    assert [place for place, value in enumerate(left) if value] == [20]
    assert [(place, value) for place, value in enumerate(right) if value] == [(0, 127)]


@given(st.integers(4000, 48000), st.integers(1, 100_000))
def test_there_are_twenty_peaks_a_second_at_any_rate(rate, count):
    one = np.ones((1, count), np.float32)
    seconds = (one[:, start : start + rate] for start in range(0, count, rate))
    if count < 0.2 * rate:
        with pytest.raises(NotValid):
            shape_of(seconds, channels=1, rate=rate)
        return
    found = shape_of(seconds, channels=1, rate=rate)
    assert found.seconds == count / rate
    assert abs(len(found.rows) - 20 * count / rate) < 1
    assert set(found.rows) == {255}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "recording.empty"), (b"hello, this is no sound at all", "recording.not_a_recording"),
        (b"#EXTM3U\nfile:///etc/passwd\n", "recording.not_a_recording"), (b"RIFF\0\0\0\0WAVE", "recording."),
        (b"OggS" + bytes(200), "recording.not_a_recording"), (b"\x1aE\xdf\xa3" + bytes(99), "recording.not_a_recording"),
        (b"ffconcat version 1.0\nfile /etc/passwd", "recording.not_a_recording"), (b"fLaC" + b"x" * 500, "recording."),
    ],
)  # fmt: skip
def test_what_is_no_recording_is_one_clear_refusal(tmp_path, content, code):
    path = tmp_path / "a.wav"
    path.write_bytes(content)
    with pytest.raises(NotValid) as refused:
        shape(path)
    assert refused.value.code.startswith(code)


def test_a_name_that_lies_is_not_believed(tmp_path):
    path = written(tmp_path / "a.mp3", tone(1, 44100), 44100)
    path = path.rename(tmp_path / "a.wav")
    source, found = shape(path)
    assert (source.demuxer, media_type(source), plays(source)) == ("mp3", "audio/mpeg", True)
    assert found.seconds == pytest.approx(1, abs=0.1)


def test_hours_of_silence_in_a_small_file_end_at_the_limit(tmp_path):
    path = written(tmp_path / "a.flac", np.zeros((1, 8000 * 300), np.float32), 8000)
    assert path.stat().st_size < 100_000
    with pytest.raises(NotValid) as refused:
        shape(path, most=120.0)
    assert (refused.value.code, refused.value.facts) == ("recording.too_long", {"minutes": 2})


def test_a_scratch_loses_no_more_than_itself(tmp_path):
    path = written(tmp_path / "a.mp3", tone(4, 44100), 44100)
    spoilt = bytearray(path.read_bytes())
    spoilt[9000:11000] = b"\xaa" * 2000
    path.write_bytes(spoilt)
    _source, found = shape(path)
    assert found.seconds > 3


@given(st.binary(max_size=64))
def test_only_readers_of_one_file_are_ever_named(head):
    assert demuxer_of(head) in (None, "wav", "flac", "ogg", "matroska", "mp3", "mov")


@given(st.integers(4000, 200_000))
def test_opus_takes_the_lowest_rate_that_loses_nothing(rate):
    found = opus_rate(rate)
    assert found in (8000, 12000, 16000, 24000, 48000)
    assert found >= min(rate, 48000)


def test_a_tone_covers_the_moment_and_nothing_else(tmp_path):
    samples = tone(3, 11025, 2, pitch=300)
    source = source_of(written(tmp_path / "a.wav", samples, 11025))
    rate, made = opus_rate(source.rate), tmp_path / "a.webm"
    write_opus(beeped(blocks(source, rate=rate, most_seconds=9), [(1, 2)], rate=rate), made, channels=2, rate=rate)
    copy = source_of(made)
    heard = np.concatenate(list(blocks(copy, rate=8000, most_seconds=9)), axis=1)[1]
    pitches = [np.abs(np.fft.rfft(heard[start : start + 4000])).argmax() * 2 for start in (2000, 10000, 18000)]
    assert pitches == pytest.approx([600, 1000, 600], abs=8)
    assert plays(copy)
    assert media_type(copy) == "audio/webm"
    assert not (tmp_path / ".a.webm.tmp").exists()


@pytest.mark.parametrize("span", [(0.5, 2.25), (0.0, 1.0), (1.0, 9.0)])
def test_what_lies_between_two_moments_is_that_and_nothing_else(span):
    rate, whole = 8, np.arange(24, dtype=np.float32)[np.newaxis]
    seconds = [whole[:, start : start + rate] for start in range(0, 24, rate)]
    cut = np.concatenate(list(within(seconds, span, rate=rate)), axis=1)
    assert cut[0].tolist() == whole[0][int(span[0] * rate) : int(span[1] * rate)].tolist()
