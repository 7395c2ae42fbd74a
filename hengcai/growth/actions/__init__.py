"""Every verb of the package."""

from hengcai.growth.actions.ladders import load_preset, publish_ladder, rewrite_ladder, write_ladder
from hengcai.growth.actions.outlooks import count_outlooks
from hengcai.growth.actions.plans import (
    agree_growth_plan,
    close_growth_plan,
    edit_growth_plan,
    note_goal,
    open_growth_plan,
    seal_growth_plan,
    sign_growth_plan,
    take_growth_plan_back,
)
from hengcai.growth.actions.standings import end_reserve, keep_in_reserve, note_proof, rate_standing

__all__ = [
    "agree_growth_plan",
    "close_growth_plan",
    "count_outlooks",
    "edit_growth_plan",
    "end_reserve",
    "keep_in_reserve",
    "load_preset",
    "note_goal",
    "note_proof",
    "open_growth_plan",
    "publish_ladder",
    "rate_standing",
    "rewrite_ladder",
    "seal_growth_plan",
    "sign_growth_plan",
    "take_growth_plan_back",
    "write_ladder",
]
