from django.urls import path

from hengcai.web.training.views import interviews, projects, reports

ONE = "needs-surveys/<int:pk>/"

urlpatterns = [
    path("needs-surveys/", projects.projects, name="list-needs-surveys"),
    path("needs-surveys/add/", projects.add, name="open-needs-survey"),
    path(ONE, projects.project, name="see-needs-survey"),
    path(f"{ONE}edit/", projects.edit, name="change-needs-survey"),
    path(f"{ONE}report/", reports.edit, name="edit-status-report"),
    path("needs-surveys/tasks/<int:pk>/", projects.task, name="see-needs-task"),
    path("interviews/<int:pk>/", interviews.interview, name="see-interview"),
]
