"""An hour of two sides: how fast its shape is made, and in how much memory. Prints its figures."""

import subprocess
import sys

import numpy as np
import pytest

from tests.interactions.sound.making import wav

WORK = """
import re, sys, time
from pathlib import Path
from hengcai.interactions.sound.decoding import blocks, source_of
from hengcai.interactions.sound.peaks import shape_of
source = source_of(Path(sys.argv[1]))
begun = time.process_time()
shape = shape_of(blocks(source, most_seconds=1e6), channels=source.channels, rate=source.rate)
most = re.search("VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]
print(shape.seconds, time.process_time() - begun, most)
"""


def measured(path):
    done = subprocess.run([sys.executable, "-c", WORK, str(path)], capture_output=True, text=True, check=True)
    return [float(part) for part in done.stdout.split()]


@pytest.mark.slow
def test_the_shape_of_an_hour_takes_a_hundredth_of_it_and_no_more_memory_than_a_minute(tmp_path):
    minute = np.random.default_rng(1).standard_normal((2, 16000 * 60)).astype(np.float32) * 0.1
    _seconds, _cpu, small = measured(wav(tmp_path / "minute.wav", minute, 16000))
    hour = tmp_path / "hour.wav"
    with wav(hour, minute, 16000, told=16000 * 4 * 3600).open("ab") as out:
        for _minute in range(59):
            out.write((minute.T * 32767).astype("<i2").tobytes())
    seconds, cpu, large = measured(hour)
    print(f"an hour of stereo: {seconds / cpu:.0f} times as fast as it is heard, {large / 1024:.0f} MB")  # noqa: T201 - the figure
    assert seconds == 3600
    assert seconds / cpu >= 100
    assert large - small < 10_000
