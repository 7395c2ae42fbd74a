"""The package's tables, by noun."""

from hengcai.council.models.group import Meeting, Project, ProjectMember, Seat, Task, Topic
from hengcai.council.models.suggestions import Article, Suggestion

__all__ = ["Article", "Meeting", "Project", "ProjectMember", "Seat", "Suggestion", "Task", "Topic"]
