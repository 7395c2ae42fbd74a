from django.urls import path

from hengcai.web.council.views import group, projects, suggestions

urlpatterns = [
    path("panel/", group.panel, name="see-panel"),
    path("panel/meetings/", group.meetings, name="list-meetings"),
    path("panel/meetings/add/", group.add_meeting, name="add-meeting"),
    path("panel/meetings/<int:pk>/", group.meeting, name="see-meeting"),
    path("panel/meetings/<int:pk>/edit/", group.edit_meeting, name="edit-meeting"),
    path("panel/tasks/", projects.tasks, name="list-council-tasks"),
    path("panel/tasks/<int:pk>/", projects.task, name="see-council-task"),
    path("panel/projects/", projects.projects, name="list-projects"),
    path("panel/projects/<int:pk>/", projects.project, name="see-project"),
    path("suggestions/", suggestions.suggestions, name="list-suggestions"),
    path("suggestions/add/", suggestions.add, name="add-suggestion"),
    path("suggestions/adopted/", suggestions.adopted, name="list-adopted"),
    path("suggestions/follow/", suggestions.follow, name="follow-suggestion"),
    path("suggestions/<int:pk>/", suggestions.suggestion, name="see-suggestion"),
]
