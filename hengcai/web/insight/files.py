"""Papers as downloads."""

from urllib.parse import quote

from django.http import HttpResponse
from django.shortcuts import render

from hengcai.paper.pdf import as_pdf, missing_characters
from hengcai.paper.workbook import as_xlsx

PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def pdf_response(request, paper, name):
    """Before a paper with characters that no font has, a page that names them; whoever has read it prints all the same."""
    if "with_codes" not in request.GET and (missing := missing_characters(paper)):
        query = request.GET.copy()
        query["with_codes"] = "1"
        return render(
            request, "insight/characters.html", {"missing": missing, "name": name, "query": query.urlencode()}
        )
    return _file(as_pdf(paper), PDF, f"{name}.pdf", how="inline")


def xlsx_response(paper, name):
    return _file(as_xlsx(paper), XLSX, f"{name}.xlsx", how="attachment")


def _file(content, kind, name, *, how):
    """A PDF opens in the browser, a workbook is saved; nobody's cache keeps either."""
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f"{how}; filename*=UTF-8''{quote(name)}"
    answer["Cache-Control"] = "private, no-store"
    return answer
