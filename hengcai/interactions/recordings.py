"""Where recordings and what is made of them lie, and how one is got ready to be played, step by step."""

import json
import shutil
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from django.conf import settings

from hengcai.base.errors import NotValid
from hengcai.interactions.recording_models import Recording
from hengcai.interactions.rules.covering import Moment
from hengcai.interactions.sound import browsers, finding
from hengcai.interactions.sound.decoding import Source, blocks, source_of
from hengcai.interactions.sound.peaks import shape_of
from hengcai.interactions.sound.speech import rate_for, speech_in
from hengcai.interactions.sound.writing import ENDING, beeped, opus_rate, within, write_opus
from hengcai.jobs.worker import hold

PREPARE = "prepare_recording"
PEAKS, PLAYABLE, COVERED, SPEECH = "peaks", f"playable{ENDING}", f"covered{ENDING}", "speech.json"
FETCHED, UPLOADS = "original", "uploads"
OPUS = "audio/webm"
HOLD_SECONDS = 5.0
One = TypeVar("One")


def home() -> Path:
    return Path(settings.HOME) / "recordings"


def folder_of(recording: Recording) -> Path:
    """What is made of it; the recording itself stays where it is."""
    return home() / str(recording.pk)


def original_of(recording: Recording) -> Path:
    """Refused where it is not, or may not be read."""
    if not finding.is_address(recording.place):
        return finding.under(Path(settings.MEDIA_ROOT), recording.place)
    path = folder_of(recording) / FETCHED
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        finding.fetch(recording.place, path, hosts=settings.MEDIA_HOSTS, most=settings.RECORDING_BYTES)
    return path


def forget_made(pk: int) -> None:
    shutil.rmtree(home() / str(pk), ignore_errors=True)


def sweep() -> None:
    """Folders of recordings that are no more."""
    if not home().is_dir():
        return
    there = {path.name for path in home().iterdir() if path.name.isdecimal()}
    for name in there - {str(pk) for pk in Recording.objects.values_list("pk", flat=True)}:
        forget_made(int(name))


@dataclass(frozen=True)
class Played:
    """A file to be sent to a player."""

    path: Path
    media_type: str
    tag: str


def played(recording: Recording, *, unmasked: bool) -> Played:
    """The covered copy where there is one, unless somebody may and says why."""
    name = recording.covered if recording.covered and not unmasked else recording.playable
    tag = f'"{recording.digest}-{name or "original"}"'
    if name:
        return Played(folder_of(recording) / name, OPUS, tag)
    return Played(original_of(recording), recording.media_type, tag)


def looked_at(recording: Recording) -> dict[str, Any]:
    """What it is and how it looks: all of it decoded once. What stands here is kept in its row."""
    path = original_of(recording)
    size = finding.check_size(path, settings.RECORDING_BYTES)
    digest = finding.digest_of_file(path)
    source = source_of(path)
    if source.picture and not browsers.plays(source):
        raise NotValid("recording.picture_not_playable", codec=source.picture)
    sound = _held(blocks(source, most_seconds=settings.RECORDING_SECONDS), recording)
    shape = shape_of(sound, channels=source.channels, rate=source.rate)
    _kept(recording, PEAKS, shape.rows)
    return {
        "kind": Recording.Kind.VIDEO if source.picture else Recording.Kind.AUDIO,
        "digest": digest, "byte_count": size, "media_type": browsers.media_type(source), "codec": source.codec,
        "channels": source.channels, "rate": source.rate, "seconds": shape.seconds, "peaks": PEAKS,
    }  # fmt: skip


def made_playable(recording: Recording, moments: list[Moment]) -> dict[str, str]:
    """What browsers do not play is turned into what they do; a second copy has tones over customers' data."""
    source = source_of(original_of(recording))
    made = {"playable": "", "covered": ""}
    if not source.picture and not browsers.plays(source):
        write_copy(recording, source, folder_of(recording) / PLAYABLE, [])
        made["playable"] = PLAYABLE
    if moments and not source.picture:
        write_copy(recording, source, folder_of(recording) / COVERED, moments)
        made["covered"] = COVERED
    return made


def write_copy(
    recording: Recording, source: Source, to: Path, moments: Iterable[Moment], span: Moment | None = None
) -> None:
    rate = opus_rate(source.rate)
    to.parent.mkdir(parents=True, exist_ok=True)
    sound = _held(blocks(source, rate=rate, most_seconds=settings.RECORDING_SECONDS), recording)
    covered = beeped(sound, moments, rate=rate)
    write_opus(within(covered, span, rate=rate) if span else covered, to, channels=source.channels, rate=rate)


def masked_copy(recording: Recording, moments: Iterable[Moment], to: Path, *, span: Moment | None = None) -> Path:
    """A copy as Opus in WebM with tones over these moments (seconds from, to), for whoever keeps a case; of the whole,
    or of a span of it alone."""
    source = source_of(original_of(recording))
    write_copy(recording, replace(source, picture=""), to, moments, span)
    return to


def found_speech(recording: Recording) -> str:
    source = source_of(original_of(recording))
    rate = rate_for(source.rate)
    sound = _held(blocks(source, rate=rate, most_seconds=settings.RECORDING_SECONDS), recording)
    spans = speech_in(sound, channels=source.channels, rate=rate)
    _kept(recording, SPEECH, json.dumps(spans, separators=(",", ":")).encode())
    return SPEECH


def _kept(recording: Recording, name: str, content: bytes) -> None:
    folder = folder_of(recording)
    folder.mkdir(parents=True, exist_ok=True)
    growing = folder / f".{name}.tmp"
    growing.write_bytes(content)
    growing.replace(folder / name)


def _held(sound: Iterable[One], recording: Recording) -> Iterator[One]:
    """The worker's lease is drawn out as long as there is something to hear."""
    due = time.monotonic() + HOLD_SECONDS
    for one in sound:
        if time.monotonic() >= due:
            hold(PREPARE, recording.pk)
            due = time.monotonic() + HOLD_SECONDS
        yield one
