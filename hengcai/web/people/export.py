"""A people file as CSV or as a workbook."""

from django.http import HttpResponse

from hengcai.base.sheets import Sheet, workbook
from hengcai.base.tables.csv_out import csv_bytes
from hengcai.people.rules.rows import COLUMNS

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def as_csv(rows, day):
    content = csv_bytes(COLUMNS, ([row[name] for name in COLUMNS] for row in rows))
    return _file(content, "text/csv; charset=utf-8", f"people-{day}.csv")


def as_workbook(rows, day):
    content = workbook([Sheet("people", COLUMNS, [[row[name] for name in COLUMNS] for row in rows])])
    return _file(content, WORKBOOK, f"people-{day}.xlsx")


def _file(content, kind, name):
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
