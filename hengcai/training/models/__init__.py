"""Tables of the needs survey."""

from hengcai.training.models.interviews import Interview, Interviewee
from hengcai.training.models.projects import Benchmark, MatterCode, Project, ProjectTask
from hengcai.training.models.reports import Report

__all__ = ["Benchmark", "Interview", "Interviewee", "MatterCode", "Project", "ProjectTask", "Report"]
