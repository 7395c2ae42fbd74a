#!/usr/bin/env bash
# A return within a cell and the seven letters _x000D_ are one and the same text for openpyxl.
#
# Version:   openpyxl 3.1.5 (beside it python-calamine 0.9.1; the workbook is written by XlsxWriter 3.2.9)
# Source:    openpyxl/reader/strings.py, read_string_table; ECMA-376 part 1, 22.9.2.19 (ST_Xstring)
# Behaviour: a workbook keeps a return as `_x000D_` and the letters `_x000D_` as `_x005F_x000D_`. openpyxl leaves the first
#            as it is and undoes the second, so that both come out as the letters: afterwards nobody can tell which was
#            meant. calamine gives the return back.
# Seen:      openpyxl ['a_x000D_b', 'a_x000D_b']; calamine ['a\rb', 'a_x000D_b']
# Here:      hengcai/base/tables/xlsx_book.py reads the shared texts itself and undoes the escapes once
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet openpyxl==3.1.5 python-calamine==0.9.1 XlsxWriter==3.2.9
cd "$folder" && venv/bin/python - <<'PY'
import openpyxl
import xlsxwriter
from python_calamine import CalamineWorkbook

with xlsxwriter.Workbook("t.xlsx") as book:
    book.add_worksheet().write_row(0, 0, ["a\rb", "a_x000D_b"])

read = [cell.value for cell in openpyxl.load_workbook("t.xlsx").active[1]]
others = CalamineWorkbook.from_path("t.xlsx").get_sheet_by_index(0).to_python()[0]
print("openpyxl", read, "calamine", others)
assert read == ["a_x000D_b", "a_x000D_b"], "openpyxl tells a return from its escape now"
assert others == ["a\rb", "a_x000D_b"]
PY
