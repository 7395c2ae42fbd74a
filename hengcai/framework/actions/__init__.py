"""The only place that writes versions of the library and of profiles."""

from hengcai.framework.actions.drafts import edit_competency, edit_indicator
from hengcai.framework.actions.frameworks import (
    discard_framework,
    load_definition,
    publish_framework,
    revise_framework,
)
from hengcai.framework.actions.profiles import (
    discard_profile,
    edit_profile,
    edit_requirement,
    load_posts,
    publish_profile,
    revise_profile,
)
from hengcai.framework.actions.shipped import load_shipped, take_shipped

__all__ = [
    "discard_framework",
    "discard_profile",
    "edit_competency",
    "edit_indicator",
    "edit_profile",
    "edit_requirement",
    "load_definition",
    "load_posts",
    "load_shipped",
    "publish_framework",
    "publish_profile",
    "revise_framework",
    "revise_profile",
    "take_shipped",
]
