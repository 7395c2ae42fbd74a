"""The sound of a case made from a real telephone call: covered moments are a tone and nothing else, the rest is as it was."""

import numpy as np
import pytest

from hengcai.coaching import actions, keeping
from hengcai.interactions.models import Transcript
from hengcai.interactions.recording_models import Recording
from hengcai.interactions.rules.covering import covered_moments
from hengcai.interactions.sound.decoding import blocks, source_of
from hengcai.interactions.sound.writing import beeped
from tests import cast
from tests.coaching import coaching_scene as co

pytestmark = pytest.mark.django_db
CALL, RATE, TONE = "auto_insurance_call_mono_8k.wav", 8000, 1000
EDGE = 0.06  # seconds either side of a moment where the codec smears one into the other
TURNS = [
    {"speaker": "agent", "text": "请问您的手机号", "start": 20.0, "end": 24.0},
    {"speaker": "customer", "text": "好的我的手机号是13812345678", "start": 24.0, "end": 34.0},
    {"speaker": "agent", "text": "谢谢我记下了", "start": 34.0, "end": 42.0},
]


@pytest.fixture
def call(shared, settings):
    path = shared / "speech" / CALL
    if not path.is_file():
        pytest.skip(f"the recorded call is missing: {path}")
    settings.MEDIA_ROOT = path.parent
    return heard(path)


def heard(path):
    return np.concatenate(list(blocks(source_of(path), rate=RATE, most_seconds=3600)), axis=1)[0]


def case_of(first, last):
    found = co.published()
    contact = found.assignment.contact
    Transcript.objects.update_or_create(contact=contact, defaults={"turns": TURNS})
    facts = {"place": CALL, "state": "ready", "seconds": 280.0, "rate": RATE, "channels": 1}
    recording = Recording.objects.create(contact=contact, **facts)
    draft = co.draft(first=first, last=last, has_sound=True)
    one = actions.make_case(type(found).objects.get(pk=found.pk), by=cast.user("zhao"), draft=draft)
    keeping.write_sound(one, recording)
    return one


def moments(begin=0.0):
    return [(first - begin, last - begin) for first, last in covered_moments(TURNS, seconds=280.0)]


def piece(sound, span, edge=0.0):
    return sound[round((span[0] + edge) * RATE) : round((span[1] - edge) * RATE)]


def without_tone(sound):
    """What is left when the best fitting tone is taken out."""
    at = 2 * np.pi * TONE * np.arange(len(sound)) / RATE
    waves = np.stack([np.sin(at), np.cos(at)], axis=1)
    return sound - waves @ np.linalg.lstsq(waves, sound, rcond=None)[0]


def loud(sound):
    return float(np.sqrt(np.mean(np.square(sound))))


def test_a_covered_moment_is_a_tone_under_which_nothing_is_left(call):
    one = case_of(0, 2)
    copy, (span,) = heard(keeping.sound_of(one)), moments(begin=20.0)
    original = piece(call, (span[0] + 20.0, span[1] + 20.0), EDGE)
    covered = piece(copy, span, EDGE)
    assert loud(original) > 0.005
    assert loud(covered) == pytest.approx(0.2 / np.sqrt(2), rel=0.1)
    assert loud(without_tone(covered)) < 0.02 * loud(covered)
    assert abs(np.corrcoef(without_tone(covered), original[: len(covered)])[0, 1]) < 0.1


def test_what_is_not_covered_sounds_as_it_did(call):
    one = case_of(0, 2)
    copy, (span,) = heard(keeping.sound_of(one)), moments(begin=20.0)
    assert len(copy) / RATE == pytest.approx(22.0, abs=0.1)
    for part in ((0.0, span[0]), (span[1], 22.0)):
        before, after = piece(call, (part[0] + 20.0, part[1] + 20.0), EDGE), piece(copy, part, EDGE)
        assert loud(after) == pytest.approx(loud(before), rel=0.15)
        assert np.corrcoef(before, after)[0, 1] > 0.9


def test_before_it_is_encoded_not_one_sample_outside_is_touched(call):
    seconds = [call[np.newaxis, start : start + RATE] for start in range(0, len(call), RATE)]
    made = np.concatenate(list(beeped(seconds, moments(), rate=RATE)), axis=1)[0]
    changed = np.flatnonzero(made != call)
    ((first, last),) = moments()
    assert changed[0] >= np.floor(first * RATE)
    assert changed[-1] < np.ceil(last * RATE)
    assert len(changed) > 0.95 * (last - first) * RATE
