"""Small recordings and documents for lessons, as somebody would upload them."""

import zipfile
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import av
import numpy as np
from django.core.files.uploadedfile import SimpleUploadedFile

from hengcai.training import actions
from hengcai.training.receiving import receive_lesson_file
from tests import cast
from tests.interactions.sound.making import tone, wav
from tests.training.courses.made import definition, pair

VTT = "WEBVTT\n\n00:00.000 --> 00:04.000\n您好，先听客户说完。\n"


def sound(seconds=60, rate=8000):
    with TemporaryDirectory() as folder:
        return wav(Path(folder) / "a.wav", tone(seconds, rate), rate).read_bytes()


def picture(seconds=2, codec="libx264", container="mp4"):
    """A silent recording of a screen."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"a.{container}"
        with av.open(str(path), "w") as out:
            stream = out.add_stream(codec, rate=5)
            stream.width, stream.height, stream.pix_fmt = 64, 64, "yuv420p"
            for n in range(seconds * 5):
                frame = av.VideoFrame.from_ndarray(np.full((64, 64, 3), n, np.uint8), format="rgb24")
                out.mux(stream.encode(frame))
            out.mux(stream.encode(None))
        return path.read_bytes()


def office(part="word/document.xml"):
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w") as out:
        out.writestr("[Content_Types].xml", "<x/>")
        out.writestr(part, "<x/>")
    return kept.getvalue()


def upload(content, name="a.wav"):
    return SimpleUploadedFile(name, content)


def received(course, content, name):
    return receive_lesson_file(course, upload(content, name), name=name, by=cast.user("zhou"))


def listening(**lesson):
    """A draft with one lesson that plays a minute of sound, and one that hands out a PDF; not published."""
    lessons = [
        {
            "code": "hear",
            "kind": "audio",
            "media": "call.wav",
            "title": pair("听一通", "Listen"),
            "minutes": 2,
            **lesson,
        },
        {"code": "read", "kind": "file", "media": "page.pdf", "title": pair("读一页", "Read"), "minutes": 2},
    ]
    made = actions.add_course(cast.centre(), by=cast.user("zhou"), definition=definition(lessons=lessons, quiz=[]))
    received(made, sound(), "call.wav")
    received(made, b"%PDF-1.4 a page", "page.pdf")
    return made
