"""Where in a question something is wrong, in the words of the sheet instead of the way through its object."""

import re

from django.utils.translation import gettext as _

from hengcai.base.errors import NotValid
from hengcai.web.shell.says import sentence

PART = re.compile(r"([a-z_]+)(?:\[(\d+)\])?")


def told_with_part(refusal):
    if "part" not in refusal.facts:
        return sentence(refusal)
    names = {
        "options": _("Options"), "answers": _("Accepted answers"), "pairs": _("Pairs"), "distractors": _("Distractors"),
        "gaps": _("Gaps to fill in"), "id": _("Code"), "text": _("Wording"), "share": _("Counts as"), "value": _("its answer"),
        "tolerance": _("Tolerance"), "points": _("Points"),
        "left": _("the left side"), "right": _("the right side"), "feedback": _("its feedback"),
        "guidance": _("Guidance for marking"), "tags": _("Tags"), "level": _("Cognitive level"), "language": _("Language"),
        "competency": _("Competency"),
    }  # fmt: skip
    found = PART.findall(str(refusal.facts["part"]))
    said = " · ".join(f"{names.get(name, name)} {number}".strip() for name, number in found)
    facts = {**refusal.facts, "part": said or refusal.facts["part"]}
    return sentence(NotValid(refusal.code, **facts))
