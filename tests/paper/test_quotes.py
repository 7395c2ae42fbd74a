"""Curly quotes of English papers are as wide as Latin letters; the house font's own are as wide as a Chinese character."""

import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

from hengcai import paper
from hengcai.paper.typesetting import typeset

READY = shutil.which("pdftotext") and settings.FONTS.exists() and list(settings.FONTS.glob("*.ttf"))
SAID = "The person\\u{2019}s \\u{201c}own\\u{201d} words"


def words(tmp_path, *, features):
    source = f'#set text(font: "Noto Sans SC", lang: "en"{features})\n{SAID}'
    made = tmp_path / "made.pdf"
    made.write_bytes(typeset(source.encode(), {}, [str(settings.FONTS)]))
    told = subprocess.run(["pdftotext", "-bbox", made, "-"], capture_output=True, text=True, check=True).stdout
    spans = [line.split('"') for line in told.splitlines() if "<word" in line]
    return float(spans[-1][5]) - float(spans[0][1])


def test_the_template_asks_for_narrow_quotes_in_english_alone():
    template = Path(paper.__file__).parent / "paper.typ"
    assert 'features: if english { ("pwid",) } else { () }' in template.read_text("utf-8")


@pytest.mark.skipif(not READY, reason="no pdftotext or no fonts on this machine")
def test_the_house_font_has_narrow_quotes(tmp_path):
    wide, narrow = words(tmp_path, features=""), words(tmp_path, features=', features: ("pwid",)')
    assert wide - narrow > 15
