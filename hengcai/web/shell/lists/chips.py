"""What a list is narrowed by, in words: as chips that can be taken away, and in the name of its file."""

import calendar
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from hengcai.web.shell.templatetags.hc import day, is_english

FIRST_DAY, LAST_DAY = "first_day", "last_day"


@dataclass(frozen=True)
class Chip:
    """`is_flag`: a box that was ticked; its label says all."""

    name: str
    label: str
    text: str
    is_flag: bool
    is_day: bool


def chips_of(form: Any, starts: Mapping[str, str]) -> list[Chip]:
    """One for each filter that is not as it comes."""
    return list(_chips(form, starts)) if form is not None else []


def _chips(form: Any, starts: Mapping[str, str]) -> Iterator[Chip]:
    form.is_valid()
    for name, field in form.fields.items():
        value = form.cleaned_data.get(name)
        said = form.data.get(name, "")
        if str(said or "") == starts.get(name, "") or (value in (None, "", False) and name not in starts):
            continue
        is_flag = isinstance(field, forms.BooleanField)
        yield Chip(name, str(field.label), _text(field, value), is_flag and bool(value), isinstance(value, date))


def _text(field: Any, value: Any) -> str:
    if isinstance(value, bool):
        return "" if value else _("no")
    if isinstance(value, date):
        return str(day(value))
    if isinstance(field, forms.ModelChoiceField):
        return field.label_from_instance(value) if value else _("All")
    if isinstance(field, forms.ChoiceField):
        return _of(field.choices, value)
    return str(value)


def _of(choices: Any, value: Any) -> str:
    said = {str(one): label for one, label in choices}
    return str(said.get("" if value is None else str(value), value))


def period_of(form: Any) -> str:
    """A whole month by its name; other spans by their days; nothing where none is set."""
    said = form.cleaned_data if form is not None and form.is_bound and form.is_valid() else {}
    first, last = said.get(FIRST_DAY), said.get(LAST_DAY)
    if first and last and _is_month(first, last):
        return f"{first:%Y-%m}" if is_english() else f"{first.year}年{first.month}月"
    if first and last:
        return f"{_day(first)}_{_day(last)}" if is_english() else f"{_day(first)}至{_day(last)}"
    if first or last:
        return (_("from %(day)s") if first else _("until %(day)s")) % {"day": _day(first or last)}
    return ""


def _is_month(first: date, last: date) -> bool:
    length = calendar.monthrange(first.year, first.month)[1]
    return first.day == 1 and last == first.replace(day=length)


def _day(value: Any) -> str:
    return value.isoformat() if is_english() else str(day(value))
