#!/usr/bin/env bash
# Days in the formats Chinese Excel offers first come out of openpyxl as bare numbers.
#
# Version:   openpyxl 3.1.5 (beside it python-calamine 0.9.1; the workbook is written by XlsxWriter 3.2.9)
# Source:    openpyxl/styles/numbers.py, BUILTIN_FORMATS and is_date_format; ECMA-376 part 1, 18.8.30, formats by language
# Behaviour: number formats 27-36 and 50-58 are built in, so a file names them by number only. In Chinese, Japanese and
#            Korean Excel they are days ("2025年12月9日" is 31). openpyxl does not know them, takes them for 'General' and
#            gives the serial number, with no warning; calamine gives the day.
# Seen:      openpyxl [46000, 46000] ['General', 'General']; calamine 2025-12-09 twice
# Here:      hengcai/base/tables/xlsx_book.py marks these formats as days before the rows are read
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet openpyxl==3.1.5 python-calamine==0.9.1 XlsxWriter==3.2.9
cd "$folder" && venv/bin/python - <<'PY'
from datetime import date

import openpyxl
import xlsxwriter
from python_calamine import CalamineWorkbook

with xlsxwriter.Workbook("t.xlsx") as book:
    sheet = book.add_worksheet()
    for column, number in enumerate((31, 57)):  # 2025年12月9日, 2025年12月
        sheet.write_number(0, column, 46000, book.add_format({"num_format": number}))

cells = openpyxl.load_workbook("t.xlsx").active[1]
others = CalamineWorkbook.from_path("t.xlsx").get_sheet_by_index(0).to_python()[0]
print("openpyxl", [cell.value for cell in cells], [cell.number_format for cell in cells], "calamine", others)
assert [cell.value for cell in cells] == [46000, 46000], "openpyxl reads these days now"
assert not any(cell.is_date for cell in cells)
assert others == [date(2025, 12, 9)] * 2, "calamine reads these days otherwise now"
PY
