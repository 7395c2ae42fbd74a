"""How numbers, days and marks are written, the same on every page."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from django import template
from django.utils import formats
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hengcai.accounts.models import SYSTEM
from hengcai.base.decimals import round_half_up
from hengcai.base.masking.text import mask
from hengcai.web.shell import markdown
from hengcai.web.shell.icons import ICONS, SHAPES
from hengcai.web.shell.says import word

register = template.Library()
THIN = "\u2009"


def is_english() -> bool:
    return (get_language() or "").startswith("en")


@register.simple_tag
def icon(name, small=False):  # noqa: FBT002 - template syntax has no keywords-only
    size = " icon-sm" if small else ""
    return mark_safe(f'<svg class="icon{size}" viewBox="0 0 20 20" aria-hidden="true"><path d="{ICONS[name]}"/></svg>')  # noqa: S308


@register.filter
def says(code, prefix=""):
    """The registered word of a state, role, band: {{ value|says:"role" }}."""
    return word(f"{prefix}.{code}" if prefix else str(code))


@register.filter
def covered(text):
    """What somebody wrote about a contact, customers' data in it covered as in what was said."""
    return mask(text or "")


@register.filter
def rendered(text):
    """Markdown in the reader's language."""
    return markdown.rendered(str(text)) if text else ""


@register.filter
def called(user):
    """Somebody's name; what the machine did by itself stands under a user nobody signs in as."""
    if not user:
        return ""
    return _("The system") if user.username == SYSTEM else user.name


@register.filter
def points(value, places=1):
    """An exact number shown once, half up; nothing where there is none."""
    if value is None or value == "":
        return ""
    return round_half_up(value if isinstance(value, Fraction) else Fraction(str(value)), int(places))


@register.filter
def percent(value, places=0):
    """A share 0–1 as per cent."""
    if value is None or value == "":
        return ""
    return round_half_up(Fraction(str(value)) * 100, int(places)) + "%"


@register.filter
def day(value):
    """2026年3月31日, or 31 Mar 2026."""
    if not value:
        return ""
    value = localtime(value).date() if isinstance(value, datetime) else value
    return formats.date_format(value, "j M Y") if is_english() else f"{value.year}年{value.month}月{value.day}日"


@register.filter
def short_day(value):
    """3月12日, or 12 Mar: where the year is clear."""
    if not value:
        return ""
    value = localtime(value).date() if isinstance(value, datetime) else value
    return formats.date_format(value, "j M") if is_english() else f"{value.month}月{value.day}日"


@register.filter
def moment(value):
    """Day and minute in the centre's zone."""
    if not value:
        return ""
    local = localtime(value)
    return f"{short_day(local.date())} {local:%H:%M}"


WEEKDAYS = "一二三四五六日"


@register.filter
def weekday(value: date):
    return formats.date_format(value, "D") if is_english() else f"周{WEEKDAYS[value.weekday()]}"


@register.filter
def week_day(value: date):
    """12月2日 周三, or Wed 2 Dec."""
    parts = (weekday(value), short_day(value)) if is_english() else (short_day(value), weekday(value))
    return " ".join(parts)


@register.filter
def clock(seconds):
    """Seconds into a contact as m:ss, from an hour on as h:mm:ss: a ticket may take a day."""
    if seconds is None:
        return ""
    minutes, rest = divmod(int(seconds), 60)
    hours, short = divmod(minutes, 60)
    return f"{hours}:{short:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


@register.simple_tag
def band(code, text=""):
    """A band's mark: shape beside colour, never colour alone."""
    css = {"to_improve": "improve", "fail": "improve"}.get(code, code)
    return format_html(
        '<span class="hc-band hc-{}"><svg viewBox="0 0 12 12" aria-hidden="true"><path d="{}"/></svg>{}</span>',
        css,
        SHAPES[css],
        text or word(f"band.{code}"),
    )


@register.simple_tag
def estimate(value, low=None, high=None, places=1):
    """Score with its interval: 4.2 [3.9–4.5]; the interval only where it is known."""
    if value is None:
        return ""
    shown = points(value, places)
    if low is None or high is None:
        return format_html('<span class="hc-num"><b>{}</b></span>', shown)
    return format_html(
        '<span class="hc-num"><b>{}</b> <i>[{}–{}]</i></span>', shown, points(low, places), points(high, places)
    )


@register.simple_tag
def meter(done, total):
    """A small bar of how much is done, with its numbers."""
    width = 72 * done / total if total else 0
    return format_html(
        '<span class="hc-meter"><svg width="72" height="6" aria-hidden="true"><rect class="bg" width="72" height="6" rx="3"/>'
        '<rect class="fg" width="{}" height="6" rx="3"/></svg><span>{} / {}</span></span>',
        f"{width:.1f}",
        done,
        total,
    )


@register.filter
def fraction(text):
    """ "5971/70" as a number templates can show."""
    return Fraction(text) if text else None


@register.filter
def table_rows(rows):
    """Rows of plain texts, the first of each its heading: a loop of tags over hundreds of cells costs a page's time."""
    return format_html_join("", "<tr>{}</tr>", ((_cells(row),) for row in rows))


def _cells(row):
    first, *others = map(escape, row)
    return mark_safe(f'<th scope="row">{first}</th>' + "".join(f"<td>{one}</td>" for one in others))  # noqa: S308


@register.filter
def get(mapping, key):
    return mapping.get(key) if mapping else None


@register.simple_tag(takes_context=True)
def page_query(context, **changes):
    """The present query string with some keys changed: links of pages and filters."""
    query = context["request"].GET.copy()
    for key, value in changes.items():
        if value in (None, ""):
            query.pop(key, None)
        else:
            query[key] = value
    return "?" + query.urlencode()


@register.filter
def decimal(value):
    """A stored weight without its trailing zeros."""
    if value in (None, ""):
        return ""
    return format(Decimal(str(value)).normalize(), "f")
