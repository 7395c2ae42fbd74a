"""What leads from a result to an appeal against it, for the pages of results and of records."""

from django import template
from django.utils.timezone import localdate

from hengcai.appeals.queries.appeals import appealable, standing_of

register = template.Library()


@register.inclusion_tag("appeals/links.html", takes_context=True)
def appeal_links(context, result):
    """Nothing where it is not the reader's own, or is not out."""
    own = appealable(context["request"].user).filter(pk=result.pk).first()
    return {"standing": standing_of(own, today=localdate()) if own else None}
