"""Fields of the house's forms."""

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join


class LightSelect(forms.Select):
    """Writes its options by itself: a centre has hundreds of teams, and a template for each is slow."""

    def render(self, name, value, attrs=None, renderer=None):
        widget = self.get_context(name, value, attrs)["widget"]
        groups = [option for _group, options, _index in widget["optgroups"] for option in options]
        options = format_html_join("", '<option value="{}"{}>{}</option>', map(_option, groups))
        return format_html('<select name="{}"{}>{}</select>', name, flatatt(widget["attrs"]), options)


def _option(option):
    return option["value"], " selected" if option["selected"] else "", option["label"]
