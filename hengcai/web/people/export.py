"""A people file as CSV or as a workbook."""

import csv
import io

from django.http import HttpResponse

from hengcai.base.sheets import Sheet, workbook
from hengcai.base.tables.rejects import quoted
from hengcai.people.rules.rows import COLUMNS

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def as_csv(rows, day):
    """With the mark spreadsheets need to read Chinese; text that looks like a formula gets an apostrophe."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows([quoted(row[name]) for name in COLUMNS] for row in rows)
    return _file("\ufeff" + out.getvalue(), "text/csv; charset=utf-8", f"people-{day}.csv")


def as_workbook(rows, day):
    content = workbook([Sheet("people", COLUMNS, [[row[name] for name in COLUMNS] for row in rows])])
    return _file(content, WORKBOOK, f"people-{day}.xlsx")


def _file(content, kind, name):
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
