from django.urls import path

from hengcai.web.growth.views import ladders, people, plans

LADDER, PERSON, PLAN = "growth/ladders/<int:pk>/", "growth/people/<int:pk>/", "growth/plans/<int:pk>/"

urlpatterns = [
    path("growth/", people.outlooks, name="list-growth"),
    path("growth/mine/", people.mine, name="see-my-growth"),
    path(PERSON, people.person, name="see-growth"),
    path("growth/skill-groups/", people.groups, name="list-skill-groups"),
    path("growth/reserve/", people.reserve, name="list-reserve"),
    path("growth/ladders/", ladders.ladders, name="list-ladders"),
    path("growth/ladders/add/", ladders.add, name="add-ladder"),
    path(LADDER, ladders.ladder, name="see-ladder"),
    path(f"{LADDER}edit/", ladders.edit, name="edit-ladder"),
    path(f"{LADDER}re-ratings/", people.re_ratings, name="list-re-ratings"),
    path("growth/plans/", plans.plans, name="list-growth-plans"),
    path(PLAN, plans.plan, name="see-growth-plan"),
    path(f"{PLAN}edit/", plans.edit, name="edit-growth-plan"),
]
