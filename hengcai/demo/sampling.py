"""The sampling plan of the quarter that ended last: drawn, with second hearings, and waiting to be started."""

from collections.abc import Iterable
from datetime import date

from hengcai.accounts.models import Centre, User
from hengcai.people.models import Person
from hengcai.quality.actions.exclusions import enter_exclusion
from hengcai.quality.actions.plans import draw_plan, make_plan
from hengcai.quality.drawn_models import SamplingPlan

SEED = 20260701
TEXT = """name: 季度抽检 Quarterly sample {first}
period: [{first}, {last}]
rules:
  - {{name: 投诉 complaint, where: {{complaint: [open, upheld]}}, share: "1"}}
  - {{name: 低满意 low satisfaction, where: {{csat: {{at_most: 2}}}}, per_agent: 1}}
per_agent: 4
new_hire: {{months: 3, per_agent: 8}}
double_share: "0.15"
load_within: 1
"""


def leave_a_plan(
    centre: Centre, analysts: Iterable[User], period: tuple[date, date], *, by: User, today: date
) -> SamplingPlan:
    """Nothing is given out, so that the months stay as they were scored: by hand, as their pages say. One analyst does
    not score a relative."""
    first, last = period
    analysts = list(analysts)
    kin = Person.objects.filter(contacts__started_at__date__range=period).order_by("number").first()
    if kin:
        enter_exclusion(centre, by=by, analyst=analysts[0], person=kin, reason="relative")
    rows = [{"analyst": one.username, "capacity": "1", "excluded": ""} for one in analysts]
    rows[-1]["capacity"] = "0.5"
    made = make_plan(centre, by=by, text=TEXT.format(first=first, last=last), analysts=rows, seed=SEED)
    return draw_plan(made, by=by, today=today)
