from django.urls import path

from hengcai.web.accounts import views

urlpatterns = [
    path("me/", views.account, name="see-account"),
    path("rights/", views.rights, name="see-rights"),
    path("users/", views.users, name="list-users"),
    path("users/add/", views.add, name="add-user"),
    path("users/<int:pk>/", views.user, name="edit-user"),
    path("centre/", views.centre, name="settle-centre"),
]
