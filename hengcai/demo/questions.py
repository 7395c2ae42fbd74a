"""The demo's question bank: what ships is in force, and beside it what a bank at work looks like: one question to review, one
sent back, one that asks what another does, one to listen to."""

from io import BytesIO
from pathlib import Path

import yaml
from django.core.files.uploadedfile import SimpleUploadedFile

from hengcai.accounts.models import Centre, User
from hengcai.assessment import actions
from hengcai.assessment.bank_rows import Beside
from hengcai.assessment.receiving import keep_sound
from hengcai.demo import home
from hengcai.demo.voices import AGENT, CUSTOMER, RATE, spoken

TURNS = (
    (AGENT, 0.3, 3.0),
    (CUSTOMER, 3.4, 8.2),
    (AGENT, 6.6, 9.0),
    (CUSTOMER, 9.4, 13.0),
    (AGENT, 11.8, 14.6),
)  # two overlap
PLAYS = 2
WRITTEN = Path(__file__).parent / "questions.yaml"
WHY = "优惠规则 3 月起改了，先对一下最新业务通知再出题；另外说清是哪一类老客户。"


def leave_questions(centre: Centre, users: dict[str, User]) -> None:
    """Written by the trainer, reviewed by the quality supervisor."""
    author, reviewer = users["zhou"], users["feng"]
    texts = yaml.safe_load(WRITTEN.read_text("utf-8"))
    actions.load_shipped_bank(centre, by=author)
    for content in (texts["to_review"], texts["twin"]):
        actions.submit_bank_question(actions.add_bank_question(centre, by=author, content=content), by=author)
    actions.add_bank_question(centre, by=author, content=texts["other_twin"])
    back = actions.submit_bank_question(
        actions.add_bank_question(centre, by=author, content=texts["sent_back"]), by=author
    )
    actions.send_back_bank_question(back, by=reviewer, reason=WHY)
    if home.keeps_media():
        beside = Beside(sound=keep_sound(SimpleUploadedFile("call.wav", _call())), most_plays=PLAYS)
        heard = actions.add_bank_question(centre, by=author, content=texts["heard"], beside=beside)
        actions.publish_bank_question(actions.submit_bank_question(heard, by=author), by=reviewer)


def _call() -> bytes:
    """Both voices on one line."""
    import wave

    import numpy as np

    samples = np.zeros(int((TURNS[-1][2] + 0.6) * RATE), dtype=np.float32)
    for place, (voice, first, last) in enumerate(TURNS):
        piece = spoken(voice, last - first, at=place)
        samples[int(first * RATE) : int(first * RATE) + len(piece)] += piece
    out = BytesIO()
    with wave.open(out, "wb") as file:
        file.setparams((1, 2, RATE, len(samples), "NONE", ""))
        file.writeframes(
            (np.clip(samples / max(1.0, float(np.abs(samples).max())), -1, 1) * 30_000).astype("<i2").tobytes()
        )
    return out.getvalue()
