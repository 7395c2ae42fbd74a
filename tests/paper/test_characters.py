"""Rare characters on paper: a second font where the machine has one, and who prints is told what none has."""

import shutil
import struct

import pytest
from django.conf import settings

from hengcai.cli import main
from hengcai.paper.blocks import Chart, Heading, Paper, Paragraph, Table
from hengcai.paper.characters import covered, second_fonts
from hengcai.paper.font import code_points
from hengcai.paper.pdf import as_pdf, missing_characters
from hengcai.people.models import Person
from tests import cast
from tests.insight import stage
from tests.insight.test_printing import text_of

RARE = "\U00020bb7"  # 𠮷: in Noto Sans CJK, not in the house's own font
RARER = "\U0002a6d6"  # in neither of them; in Hanazono
NEVER = "\u0378"  # not assigned
MACHINE = settings.SYSTEM_FONTS
pytestmark = pytest.mark.skipif(
    not (settings.FONTS / "regular.ttf").exists() or not shutil.which("pdftotext"),
    reason="make assets, and poppler's pdftotext",
)
needs_noto = pytest.mark.skipif(not list(MACHINE.rglob("NotoSansCJK-Regular.ttc")), reason="apt-get: fonts-noto-cjk")
needs_hanazono = pytest.mark.skipif(not list(MACHINE.rglob("HanaMinB.ttf")), reason="apt-get: fonts-hanazono")


def paper(name: str) -> Paper:
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><text y="15">{name}</text></svg>'
    blocks = [Heading(name), Paragraph(f"{name}野家"), Table([name], [(name,)]), Chart(drawing)]
    return Paper(name, "", "zh", blocks, facts=[("姓名", name)])


def font_of(characters: str, *, collection: bool = False) -> bytes:
    """As little of a font as says which characters it has: a directory with one table, cmap, in format 12."""
    groups = b"".join(struct.pack(">III", ord(one), ord(one), 1) for one in characters)
    table = struct.pack(">HHI", 12, 0, 16 + len(groups)) + struct.pack(">II", 0, len(characters)) + groups
    head = struct.pack(">4sIII", b"ttcf", 0x20000, 1, 16) if collection else b""
    at = len(head) + 12 + 16
    directory = struct.pack(">IHHHH", 0x10000, 1, 0, 0, 0) + struct.pack(">4sIII", b"cmap", 0, at, 12 + len(table))
    return head + directory + struct.pack(">HHHHI", 0, 1, 3, 10, 12) + table


@pytest.mark.parametrize("collection", [False, True])
def test_the_characters_of_a_font_and_of_a_collection_are_read(collection):
    assert list(code_points(font_of(RARE + RARER, collection=collection))) == [ord(RARE), ord(RARER)]


def test_the_first_font_that_has_a_character_gives_it(settings, tmp_path):
    settings.SYSTEM_FONTS = tmp_path
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "HanaMinA.ttf").write_bytes(font_of(RARE))
    (tmp_path / "HanaMinB.ttf").write_bytes(font_of(RARE + RARER))
    found = covered([f"{RARE}野家\n", RARER, NEVER])
    assert found.families == ("HanaMinA", "HanaMinB")
    assert found.folders == (str(tmp_path / "deep"), str(tmp_path))
    assert found.missing == {NEVER}
    assert covered([RARE]).families == ("HanaMinA",)


def test_a_paper_of_usual_characters_looks_for_no_other_font(monkeypatch):
    monkeypatch.setattr("hengcai.paper.characters.second_fonts", None)
    assert covered(["衡才 ABC ▲▼\n\t"]) == covered([])


@pytest.mark.parametrize("folder", ["empty", "not there"])
def test_what_no_font_has_is_named_and_printed_as_its_code(settings, tmp_path, folder):
    (tmp_path / "empty").mkdir()
    settings.SYSTEM_FONTS = tmp_path / folder
    assert missing_characters(paper(RARE + NEVER)) == ["U+0378", "𠮷 U+20BB7"]
    assert "〔U+20BB7〕野家" in text_of(as_pdf(paper(RARE)))


@needs_noto
def test_what_only_the_second_font_has_is_printed_in_it():
    assert "Noto Sans CJK SC" in dict(second_fonts())
    assert covered([RARE]).families == ("Noto Sans CJK SC",)
    assert missing_characters(paper(RARE)) == []
    text = text_of(as_pdf(paper(RARE)))
    assert f"{RARE}野家" in text
    assert "U+" not in text


@needs_noto
@needs_hanazono
def test_what_only_hanazono_has_is_printed_in_it():
    assert covered([RARER]).families == ("HanaMinB",)
    assert f"{RARER}野家" in text_of(as_pdf(paper(RARER)))


@needs_noto
def test_what_no_font_has_stands_as_its_code_beside_what_the_second_has():
    assert missing_characters(paper(RARE + NEVER)) == ["U+0378"]
    assert f"{RARE}〔U+0378〕野家" in text_of(as_pdf(paper(RARE + NEVER)))


@pytest.fixture
def li_with_a_rare_name(db, standards, settings, tmp_path):
    settings.SYSTEM_FONTS = tmp_path / "none"
    result = stage.rated(stage.quarter())
    Person.objects.filter(number="li").update(name=f"李{RARE}")
    return result


def test_the_command_line_names_them_before_it_writes(li_with_a_rare_name, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")
    target = tmp_path / "li.pdf"
    assert main(["report", "person", "li", "--cycle", "2026-Q1", "--to", str(target)]) == 0
    assert (
        "No font on this machine has these characters, so they are printed as codes: 𠮷 U+20BB7."
        in capsys.readouterr().err
    )
    assert "李〔U+20BB7〕" in text_of(target.read_bytes())
    assert main(["report", "person", "li", "--cycle", "2026-Q1", "--to", str(tmp_path / "li.xlsx")]) == 0
    assert capsys.readouterr().err == ""


def test_the_page_names_them_before_it_prints(li_with_a_rare_name, client):
    client.force_login(cast.user("li"))
    client.cookies["hengcai_language"] = "en"
    path = f"/results/{li_with_a_rare_name.pk}/pdf"
    told = client.get(path)
    page = told.content.decode()
    assert told["Content-Type"].startswith("text/html")
    assert "One character in this document has no font on the server" in page
    assert "<li>𠮷 U+20BB7</li>" in page
    assert 'href="?with_codes=1"' in page
    printed = client.get(path, {"with_codes": "1"})
    assert printed["Content-Type"] == "application/pdf"
    assert "李〔U+20BB7〕" in text_of(printed.content)


def test_a_usual_name_is_printed_at_once(db, standards, client):
    result = stage.rated(stage.quarter())
    client.force_login(cast.user("li"))
    assert client.get(f"/results/{result.pk}/pdf")["Content-Type"] == "application/pdf"
