#!/usr/bin/env bash
# A character that no font has is set as an empty box, and nobody is told.
#
# Version:   typst 0.15.2 (the Python package)
# Source:    typst's reference, text.fallback; compile_with_warnings of the package
# Behaviour: rare characters of names (𠮷 for 吉) are outside many Chinese fonts. typst sets them as the font's box; the
#            compilation succeeds and its list of warnings is empty, although there is one for a font family that is missing.
#            A printed appraisal would go to its person with a box for a name.
# Seen:      a PDF, 0 warnings, a NUL in the text of the page where 𠮷 should be; 1 warning for the unknown family
# Here:      hengcai/paper/characters.py asks the fonts first, takes a second one or says which characters are missing
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet typst==0.15.2 pypdf==7.1.1
cd "$folder" && venv/bin/python - <<'PY'
from io import BytesIO
from pathlib import Path

import typst
from pypdf import PdfReader


def compiled(source):
    Path("t.typ").write_text(source, "utf-8")
    return typst.compile_with_warnings("t.typ", ignore_system_fonts=True)


page, warnings = compiled('#set text(font: "Libertinus Serif")\nName: \U00020bb7 end')
text = PdfReader(BytesIO(page)).pages[0].extract_text()
_page, of_family = compiled('#set text(font: "No Such Family")\nName')
print("warnings", len(warnings), "text", repr(text), "warnings of the family", len(of_family))
assert page.startswith(b"%PDF") and not warnings, "typst warns of characters without a font now"
assert "\U00020bb7" not in text and text.startswith("Name:")
assert len(of_family) == 1
PY
