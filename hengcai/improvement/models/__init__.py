from hengcai.improvement.models.months import Decision, Meeting, MonthReport
from hengcai.improvement.models.remedies import Delay, Remedy, RemedyFile
from hengcai.improvement.models.standing import Delivery, PlaceSum, Span, StandingReport, Subscription

__all__ = [
    "Decision",
    "Delay",
    "Delivery",
    "Meeting",
    "MonthReport",
    "PlaceSum",
    "Remedy",
    "RemedyFile",
    "Span",
    "StandingReport",
    "Subscription",
]
