"""What leads from an evaluation to coaching and to the library, for the page of the evaluation."""

from django import template

from hengcai.coaching.queries.sessions import may_coach, sessions_of

register = template.Library()


@register.inclusion_tag("coaching/links.html", takes_context=True)
def coaching_links(context, evaluation):
    user = context["request"].user
    return {
        "evaluation": evaluation, "may_coach": may_coach(evaluation, user), "sessions": list(sessions_of(evaluation, user)[:5]),
    }  # fmt: skip
