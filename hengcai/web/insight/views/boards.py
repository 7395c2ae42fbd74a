"""The board of one role: of several one holds, the first unless another is asked for."""

from django.shortcuts import render
from django.utils.timezone import localdate

from hengcai.insight import permissions
from hengcai.insight.letters.boards import board_letter
from hengcai.insight.letters.state import late_letter
from hengcai.insight.queries.boards import board_of, roles_with_a_board
from hengcai.web.insight.doors import found_url, late_lines


def board(request):
    permissions.SEE_BOARD.enter([], request.user)
    roles = roles_with_a_board(request.user)
    wanted = request.GET.get("as", "")
    role = wanted if wanted in roles else roles[0]
    found = board_of(request.user, role, today=localdate())
    letter = board_letter(found, request.LANGUAGE_CODE)
    counts = [(line, _url(line)) for line in letter.counts]
    facts = {"letter": letter, "counts": counts, "roles": roles, "role": role}
    if found.late is not None:
        late = late_letter(found.late, request.LANGUAGE_CODE)
        facts |= {"late": late, "late_lines": late_lines(late)}
    return render(request, "insight/board.html", facts)


def _url(line):
    url = found_url(line.page) if line.page else ""
    return f"{url}?{line.query}" if url and line.query else url
