"""Lists and dashboards whose cost is watched: (url name, who opens it)."""

from django.urls import reverse

from hengcai.appraisal.models import Result

PAGES = (
    ("home", "li"), ("home", "zhao"), ("home", "chen"), ("home", "zheng"), ("home", "qian"), ("home", "sun"),
    ("see-my-results", "li"), ("see-result", "zhao"), ("list-assignments", "chen"), ("list-evaluations", "feng"),
    ("list-evaluations", "zhao"), ("list-teams", "qian"), ("see-team-gaps", "zhao"), ("list-cycles", "zheng"),
    ("see-cycle", "zheng"), ("list-participants", "zheng"), ("list-ratings", "zhao"), ("list-contacts", "feng"),
    ("list-people", "wu"), ("see-organisation", "wu"), ("list-scorecards", "feng"), ("see-framework", "zheng"),
    ("list-forms", "zheng"), ("list-cases", "feng"), ("assign-contacts", "zheng"), ("list-given", "feng"),
    ("list-imports", "sun"), ("list-users", "sun"), ("list-audit", "sun"),
)  # fmt: skip


def address(name, centre):
    arguments = {
        "see-team-gaps": lambda: [centre.teams[0].pk],
        "see-cycle": lambda: [centre.collecting.pk],
        "list-participants": lambda: [centre.collecting.pk],
        "see-result": lambda: [Result.objects.filter(participant__person=centre.people[0]).get().pk],
    }
    return reverse(name, args=arguments[name]() if name in arguments else None)
