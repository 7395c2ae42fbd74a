from django.urls import path

from hengcai.web.coaching.views import briefings, library, sessions

LIBRARY = "library/"

urlpatterns = [
    path("coaching/", sessions.coachings, name="list-coachings"),
    path("coaching/add/", sessions.add, name="add-coaching"),
    path("coaching/<int:pk>/", sessions.coaching, name="see-coaching"),
    path("coaching/<int:pk>/edit/", sessions.edit, name="edit-coaching"),
    path(LIBRARY, library.cases, name="list-library-cases"),
    path(f"{LIBRARY}add/", library.add, name="add-library-case"),
    path(f"{LIBRARY}<int:pk>/", library.case, name="see-library-case"),
    path(f"{LIBRARY}<int:pk>/edit/", library.edit, name="edit-library-case"),
    path(f"{LIBRARY}<int:pk>/sound/", library.sound, name="hear-library-case"),
    path("briefings/", briefings.briefings, name="list-briefings"),
    path("briefing/", briefings.briefing, name="see-briefing"),
    path("briefing/<int:pk>/", briefings.sheet, name="see-briefing-sheet"),
]
