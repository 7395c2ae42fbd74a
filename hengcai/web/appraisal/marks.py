"""How a policy's bands look on a page: the highest and the lowest have their own shape, whatever they are called."""

from dataclasses import dataclass

from hengcai.appraisal.rules.bands import tone
from hengcai.appraisal.rules.policy import MonthPolicy
from hengcai.base.say import knows
from hengcai.web.shell.icons import SHAPES
from hengcai.web.shell.says import word


@dataclass(frozen=True)
class Mark:
    css: str
    name: str

    @property
    def shape(self):
        return SHAPES[self.css]


def band_marks(policy):
    """Band → its mark, from the highest down; a centre's own band is called by its code."""
    codes = [band.code for band in (policy.grades if isinstance(policy, MonthPolicy) else policy.bands)]
    return {code: Mark(tone(code, codes), word(f"band.{code}") if knows(f"band.{code}") else code) for code in codes}
