from django.urls import path

from hengcai.web.training.views import building, catalogue, interviews, learning, projects, reports, sessions

ONE, COURSE = "needs-surveys/<int:pk>/", "courses/<int:pk>/"

urlpatterns = [
    path("needs-surveys/", projects.projects, name="list-needs-surveys"),
    path("needs-surveys/add/", projects.add, name="open-needs-survey"),
    path(ONE, projects.project, name="see-needs-survey"),
    path(f"{ONE}edit/", projects.edit, name="change-needs-survey"),
    path(f"{ONE}report/", reports.edit, name="edit-status-report"),
    path("needs-surveys/tasks/<int:pk>/", projects.task, name="see-needs-task"),
    path("courses/", catalogue.courses, name="list-courses"),
    path("courses/add/", building.add, name="add-course"),
    path(f"{COURSE}edit/", building.edit, name="edit-course"),
    path(f"{COURSE}edit/standard/", building.standard, name="edit-course-standard"),
    path(f"{COURSE}edit/text/", building.text, name="edit-course-text"),
    path(f"{COURSE}edit/lessons/", building.arrange, name="arrange-lessons"),
    path(f"{COURSE}edit/lessons/<str:code>/", building.lesson, name="edit-course-lesson"),
    path(f"{COURSE}assign/", catalogue.assign, name="assign-course"),
    path(COURSE, catalogue.course, name="see-course"),
    path(f"{COURSE}lessons/<str:code>/", catalogue.lesson, name="see-course-lesson"),
    path("courses/<int:course>/sessions/add/", sessions.add, name="add-session"),
    path("sessions/", sessions.sessions, name="list-sessions"),
    path("sessions/rooms/", sessions.room_list, name="list-rooms"),
    path("sessions/trainers/", sessions.trainers, name="list-trainers"),
    path("sessions/<int:pk>/", sessions.session, name="see-session"),
    path("sessions/<int:pk>/edit/", sessions.edit, name="change-session"),
    path("sessions/<int:pk>/people/", sessions.seat, name="seat-people"),
    path("sessions/<int:pk>/session.ics", sessions.calendar_file, name="download-session"),
    path("learning/", learning.my_learning, name="see-my-learning"),
    path("learning/everybody/", learning.enrolments, name="list-enrolments"),
    path("learning/<int:pk>/", learning.enrolment, name="see-enrolment"),
    path("learning/<int:pk>/lessons/<str:code>/", learning.lesson, name="learn-lesson"),
    path("interviews/<int:pk>/", interviews.interview, name="see-interview"),
]
