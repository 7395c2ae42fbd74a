"""The verbs of this package."""

from hengcai.courseware.actions.packages import add_package, remove_package
from hengcai.courseware.actions.runs import Report, keep_run, open_run, restart_run

__all__ = ["Report", "add_package", "keep_run", "open_run", "remove_package", "restart_run"]
