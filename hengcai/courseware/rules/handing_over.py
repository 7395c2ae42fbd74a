"""What a part is told when it starts: who learns, where they stopped, in the words of its standard."""

from collections.abc import Mapping
from dataclasses import dataclass

from hengcai.courseware.rules.manifest import OLD, Part

NORMAL, REVIEW, BROWSE = "normal", "review", "browse"
RESUME, NEW = "resume", "ab-initio"
NOT_AGAIN = ("cmi.core.exit", "cmi.core.session_time", "cmi.exit", "cmi.session_time", "adl.nav.request")


@dataclass(frozen=True)
class Learner:
    id: str
    name: str


def first_values(
    standard: str, part: Part, *, learner: Learner, kept: Mapping[str, str], total: str, mode: str
) -> dict[str, str]:
    """`kept` as it was reported last, without what belongs to one sitting."""
    given = {name: value for name, value in kept.items() if name not in NOT_AGAIN}
    credit = "credit" if mode == NORMAL else "no-credit"
    entry = (RESUME if given else NEW) if mode == NORMAL else ""
    if standard == OLD:
        given |= {
            "cmi.core.student_id": learner.id, "cmi.core.student_name": learner.name, "cmi.core.entry": entry,
            "cmi.core.credit": credit, "cmi.core.lesson_mode": mode, "cmi.core.total_time": total,
            "cmi.launch_data": part.launch_data, "cmi.student_data.mastery_score": part.mastery,
            "cmi.student_data.max_time_allowed": part.max_time, "cmi.student_data.time_limit_action": part.time_limit,
        }  # fmt: skip
        given.setdefault("cmi.core.lesson_status", "not attempted")
    else:
        given |= {
            "cmi.learner_id": learner.id, "cmi.learner_name": learner.name, "cmi.entry": entry, "cmi.credit": credit,
            "cmi.mode": mode, "cmi.total_time": total, "cmi.launch_data": part.launch_data,
            "cmi.scaled_passing_score": part.passing, "cmi.completion_threshold": part.threshold,
            "cmi.max_time_allowed": part.max_time, "cmi.time_limit_action": part.time_limit,
        }  # fmt: skip
    return {name: value for name, value in given.items() if value != ""}
