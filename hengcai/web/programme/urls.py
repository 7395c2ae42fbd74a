from django.urls import path

from hengcai.web.programme.views import effects, needs, plans, revisions, surges, trainers

ONE = "training-plans/<int:pk>/"

urlpatterns = [
    path("training-needs/", needs.lacks, name="list-lacks"),
    path("training-plans/", plans.plans, name="list-training-plans"),
    path("training-plans/add/", plans.add, name="add-training-plan"),
    path(ONE, plans.plan, name="see-training-plan"),
    path(f"{ONE}edit/", plans.edit, name="edit-training-plan"),
    path(f"{ONE}needs/", plans.needs, name="list-training-needs"),
    path(f"{ONE}needs/<int:need>/", plans.need, name="settle-training-need"),
    path("training-effects/", effects.effects, name="list-effects"),
    path("training-effects/<int:pk>/", effects.effect, name="see-effect"),
    path("training-revisions/", revisions.revisions, name="list-revisions"),
    path("training-revisions/<int:pk>/", revisions.revision, name="see-revision"),
    path("training-surges/", surges.surges, name="list-surges"),
    path("training-surges/<int:pk>/", surges.surge, name="see-surge"),
    path("trainers/own/", trainers.own, name="see-own-trainer"),
    path("trainers/<int:pk>/", trainers.trainer, name="see-trainer"),
]
