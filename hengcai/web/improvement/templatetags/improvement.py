"""What leads from a cause of errors to a corrective action, for the page of the cause."""

from django import template

from hengcai.improvement.permissions import RAISE_ON_CAUSE, SEE
from hengcai.improvement.queries.remedies import of_source

register = template.Library()


@register.inclusion_tag("improvement/cause_links.html", takes_context=True)
def cause_measures(context, report):
    user = context["request"].user
    found = of_source(user, "cause", report.pk) if SEE.is_held_by(user) else []
    is_under_way = any(one.state != "closed" for one in found)
    may = RAISE_ON_CAUSE.is_held_by(user) and report.answered_at and not is_under_way
    return {"report": report, "remedies": found, "may_raise": may, "csrf_token": context.get("csrf_token")}
