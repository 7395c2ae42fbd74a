"""Where somebody speaks, tried on speech planted at known moments."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengcai.demo import voices
from hengcai.interactions.sound.decoding import blocks, source_of
from hengcai.interactions.sound.speech import MARGIN, SHORTEST_PAUSE, rate_for, spans, speech_in

TURNS = [
    {"speaker": "agent", "text": "您好，请问有什么可以帮您？", "start": 1, "end": 4},
    {"speaker": "customer", "text": "我的宽带断了，已经三天了。", "start": 5, "end": 9.5},
    {"speaker": "agent", "text": "我来查一下，请您稍等。", "start": 12, "end": 15},
]
PLANTED = ([(1, 4), (12, 15)], [(5, 9.5)])


def share_heard(found, planted, length):
    """Of what was planted, and of what was not, in hundredths of a second."""

    def row(stretches):
        marks = np.zeros(int(length * 100), bool)
        for first, last in stretches:
            marks[int(first * 100) : int(last * 100)] = True
        return marks

    heard, there = row(found), row(planted)
    return heard[there].mean(), heard[~there].mean()


@pytest.mark.parametrize("rate", [8000, 16000])
@pytest.mark.parametrize("words", ["", "cmn"])
def test_planted_speech_is_heard_on_its_own_side_and_silence_is_not(tmp_path, rate, words):
    if words and not voices.can_read():
        pytest.skip("espeak-ng is not installed")
    rows = voices.talk(TURNS, words=words)
    voices.write(rows, tmp_path / "a.wav")
    found = speech_in(blocks(source_of(tmp_path / "a.wav"), rate=rate, most_seconds=60), channels=2, rate=rate)
    for side, planted in zip(found, PLANTED, strict=True):
        there, elsewhere = share_heard(side, planted, rows.shape[1] / voices.RATE)
        assert there > 0.8
        assert elsewhere < 0.06


def test_noise_and_tones_are_no_speech():
    noise = np.random.default_rng(1).standard_normal((1, 16000 * 4)).astype(np.float32) * 0.1
    tone = np.sin(np.arange(16000 * 4) / 16000 * 2 * np.pi * 440).astype(np.float32)[None] * 0.3
    for samples in (noise, tone, np.zeros((1, 16000), np.float32)):
        assert speech_in([samples], channels=1, rate=16000) == [[]]


@given(st.lists(st.floats(0, 1), max_size=300))
def test_stretches_are_in_order_apart_and_within(likelihoods):
    found = spans(likelihoods, step=0.032)
    for (_first, last), (first, _last) in pairwise(found):
        assert first - last >= SHORTEST_PAUSE - 2 * MARGIN - 0.021
    assert all(0 <= first < last <= len(likelihoods) * 0.032 + 0.01 for first, last in found)


@pytest.mark.parametrize(("rate", "wanted"), [(8000, 8000), (11025, 8000), (16000, 16000), (48000, 16000)])
def test_the_detector_is_given_a_rate_it_takes(rate, wanted):
    assert rate_for(rate) == wanted
