"""Tables of needs surveys, of the catalogue and of learning."""

from hengcai.training.models.certificates import Certificate
from hengcai.training.models.courses import Course, Lesson
from hengcai.training.models.discussions import Post, PostReport, Thread
from hengcai.training.models.files import LessonFile
from hengcai.training.models.interviews import Interview, Interviewee
from hengcai.training.models.learning import Enrolment, Progress
from hengcai.training.models.projects import Benchmark, MatterCode, Project, ProjectTask
from hengcai.training.models.reflections import Reflection
from hengcai.training.models.reports import Report
from hengcai.training.models.sessions import Opinion, Qualified, Room, Seat, Session, Trainer

__all__ = [
    "Benchmark",
    "Certificate",
    "Course",
    "Enrolment",
    "Interview",
    "Interviewee",
    "Lesson",
    "LessonFile",
    "MatterCode",
    "Opinion",
    "Post",
    "PostReport",
    "Progress",
    "Project",
    "ProjectTask",
    "Qualified",
    "Reflection",
    "Report",
    "Room",
    "Seat",
    "Session",
    "Thread",
    "Trainer",
]
