"""What a competency library must be like, without a database: definitions are the plain values of the seed files."""

from hengcai.framework.rules.anchors import check_anchors
from hengcai.framework.rules.definition import (
    check_competency_texts,
    check_definition,
    check_indicator_texts,
    normalised,
    problems,
)
from hengcai.framework.rules.difference import Change, difference
from hengcai.framework.rules.level_map import (
    STANDARD_MOVED,
    LevelMap,
    backwards,
    carried,
    check_level_map,
    level_map,
    points_said,
)
from hengcai.framework.rules.posts import ASSESSED_BY, NEEDS, check_posts, check_requirement, number
from hengcai.framework.rules.texts import ANCHORED, LEVELS, check_said

__all__ = [
    "ANCHORED",
    "ASSESSED_BY",
    "LEVELS",
    "NEEDS",
    "STANDARD_MOVED",
    "Change",
    "LevelMap",
    "backwards",
    "carried",
    "check_anchors",
    "check_competency_texts",
    "check_definition",
    "check_indicator_texts",
    "check_level_map",
    "check_posts",
    "check_requirement",
    "check_said",
    "difference",
    "level_map",
    "normalised",
    "number",
    "points_said",
    "problems",
]
