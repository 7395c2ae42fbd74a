"""What the person fills in first, every quarter."""

from hengcai.appraisal.models import RatingTask
from hengcai.appraisal.papers.asking import OWN_NUMBER, QUARTERS, cycle_of
from hengcai.appraisal.papers.rating import COLUMNS, rated
from hengcai.framework.papers.asking import POST
from hengcai.paper.forms.form import Form
from hengcai.paper.forms.making import Body, Making


def self_assessment(making: Making) -> Body:
    return rated(making, RatingTask.Source.SELF)


FORM = Form(
    "self-assessment", 20, self_assessment, (POST, cycle_of(QUARTERS), OWN_NUMBER), COLUMNS, ("person", "day")
)  # fmt: skip
