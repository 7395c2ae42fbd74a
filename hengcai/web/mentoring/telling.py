"""What a part of an examination came to and what was asked of it, as a page says it."""

from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hengcai.web.shell.templatetags.hc import percent, points


def told(shown, permit):
    asks = permit.asks
    said = {"written": _written, "simulation": _run, "calls": _calls}[shown.kind]
    wanted = {"written": _written_asked, "simulation": _run_asked, "calls": _calls_asked}[shown.kind]
    part = shown.part
    return {
        "kind": shown.kind, "part": part, "is_passed": shown.is_passed, "wanted": wanted(asks),
        "said": said(part) if part else "",
    }  # fmt: skip


def _written(part):
    return _("%(n)s of 100 marks") % {"n": points(Fraction(part.value))}


def _written_asked(asks):
    return _named(_("%(n)s of 100 marks") % {"n": asks["written_pass"]}, asks.get("paper", ""))


def _run(part):
    return percent(Fraction(part.value))


def _run_asked(asks):
    return _named(percent(Fraction(asks["run_percent"], 100)), asks["scenario"])


def _calls(part):
    return _heard(int(Fraction(part.value)), part.sheets)


def _calls_asked(asks):
    return _heard(asks["calls"], asks["sheets"])


def _heard(calls, sheets):
    told_calls = ngettext("%(n)s contact", "%(n)s contacts", calls) % {"n": calls}
    told_sheets = ngettext("%(n)s signed sheet", "%(n)s signed sheets", sheets) % {"n": sheets}
    return f"{told_calls} · {told_sheets}"


def _named(text, name):
    return f"{text} · {name}" if name else text
