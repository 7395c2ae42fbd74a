"""Pages whose cost is watched: (url name, who opens it)."""

from django.urls import reverse

from hengcai.appraisal.models import Participant, RatingTask, Result
from hengcai.framework.models import Competency, CompetencyModel, Post
from hengcai.quality.models import Assignment, Evaluation, Scorecard

MOST_QUERIES, MOST_BYTES = 30, 100_000
MOST_CPU_MS = 40  # on a quiet machine with 2,000 agents: for `make bench` to say, never for a test to fail on
PAGES = (
    ("home", "li"), ("home", "zhao"), ("home", "chen"), ("home", "zheng"), ("home", "qian"), ("home", "sun"),
    ("home", "feng"), ("home", "zhou"), ("home", "wu"), ("see-trends", "qian"),
    ("see-my-results", "li"), ("see-result", "zhao"), ("list-assignments", "chen"), ("list-evaluations", "feng"),
    ("list-evaluations", "zhao"), ("list-teams", "qian"), ("see-team-gaps", "zhao"), ("list-cycles", "zheng"),
    ("see-cycle", "zheng"), ("list-participants", "zheng"), ("list-ratings", "zhao"), ("list-contacts", "feng"),
    ("list-people", "wu"), ("see-organisation", "wu"), ("list-scorecards", "feng"), ("see-framework", "zheng"),
    ("list-forms", "zheng"), ("list-cases", "feng"), ("assign-contacts", "zheng"), ("list-given", "feng"),
    ("list-imports", "sun"), ("list-users", "sun"), ("list-audit", "sun"),
    ("score-contact", "chen"), ("see-evaluation", "feng"), ("fill-rating", "zhao"),
    ("see-participant", "zheng"), ("see-person", "wu"), ("place-person", "wu"), ("add-person", "wu"), ("add-team", "wu"),
    ("add-cycle", "zheng"), ("see-policy", "zheng"), ("see-model", "zheng"), ("see-competency", "zheng"),
    ("see-profile", "zheng"), ("see-scorecard", "feng"), ("see-rights", "sun"), ("see-keys", "chen"), ("search", "zheng"), ("search", "zhao"), ("edit-user", "sun"),
)  # fmt: skip


def address(name, centre):
    return reverse(name, args=ARGUMENTS[name](centre) if name in ARGUMENTS else None) + ASKED.get(name, "")


ASKED = {"search": "?q=0000"}  # part of everybody's number


def _first(rows):
    return [rows.order_by("pk").values_list("pk", flat=True)[0]]


ARGUMENTS = {
    "see-team-gaps": lambda centre: [centre.teams[0].pk],
    "see-cycle": lambda centre: [centre.collecting.pk],
    "list-participants": lambda centre: [centre.collecting.pk],
    "see-result": lambda centre: _first(Result.objects.filter(participant__person=centre.people[0])),
    "score-contact": lambda centre: _first(Assignment.objects.filter(state=Assignment.State.OPEN)),
    "see-evaluation": lambda _centre: _first(Evaluation.objects.all()),
    "fill-rating": lambda centre: _first(
        RatingTask.objects.filter(
            participant__cycle=centre.collecting, participant__person=centre.people[0], source="superior"
        )
    ),
    "see-participant": lambda centre: _first(
        Participant.objects.filter(cycle=centre.collecting, person=centre.people[0])
    ),
    "see-person": lambda centre: [centre.people[0].pk],
    "place-person": lambda centre: [centre.people[0].pk],
    "see-policy": lambda centre: [centre.collecting.policy_id],
    "see-model": lambda _centre: [CompetencyModel.objects.order_by("pk")[0].code],
    "see-competency": lambda _centre: [Competency.objects.order_by("pk")[0].code],
    "see-profile": lambda _centre: [Post.objects.get(code="inbound").code],
    "see-scorecard": lambda _centre: _first(Scorecard.objects.filter(code="call")),
    "edit-user": lambda centre: [centre.users["li"].pk],
}
