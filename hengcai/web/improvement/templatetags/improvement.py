"""What leads from a finding to a corrective action, for the page of the finding."""

from urllib.parse import urlencode

from django import template

from hengcai.improvement.permissions import RAISE_ON_CAUSE, SEE
from hengcai.improvement.queries.remedies import may_raise_about, of_source

register = template.Library()


@register.inclusion_tag("improvement/cause_links.html", takes_context=True)
def cause_measures(context, report):
    user = context["request"].user
    found = of_source(user, "cause", report.pk) if SEE.is_held_by(user) else []
    is_under_way = any(one.state != "closed" for one in found)
    may = RAISE_ON_CAUSE.is_held_by(user) and report.answered_at and not is_under_way
    return {"report": report, "remedies": found, "may_raise": may, "csrf_token": context.get("csrf_token")}


@register.inclusion_tag("improvement/measures_of.html", takes_context=True)
def measures_of(context, source="", key=0, *, about="process", person=None, finding=""):
    """Measures that came of a row, as far as the reader sees them, and the way to one more: filled in, for whoever may."""
    user = context["request"].user
    found = of_source(user, source, key) if source and SEE.is_held_by(user) else []
    asked = {"about": about, "finding": finding} | ({"source": source, "source_id": key} if source else {})
    asked |= {"person": person.number} if person is not None else {}
    return {"remedies": found, "query": urlencode(asked) if may_raise_about(user, person) else ""}
