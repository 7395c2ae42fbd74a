from hengcai.mentoring.models.pairs import Goal, Limit, Listening, Pair
from hengcai.mentoring.models.permits import Demand, Part, Permit

__all__ = ["Demand", "Goal", "Limit", "Listening", "Pair", "Part", "Permit"]
