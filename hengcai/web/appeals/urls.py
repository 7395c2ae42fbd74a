from django.urls import path

from hengcai.web.appeals.views import appeals, statistics

APPEALS = "appeals/"

urlpatterns = [
    path(APPEALS, appeals.appeals, name="list-appeals"),
    path(f"{APPEALS}add/<int:pk>/", appeals.add, name="add-appeal"),
    path(f"{APPEALS}statistics/", statistics.statistics, name="see-appeal-statistics"),
    path(f"{APPEALS}<int:pk>/", appeals.appeal, name="see-appeal"),
    path(f"{APPEALS}<int:pk>/files/<int:file>/", appeals.evidence, name="open-evidence"),
    path(f"{APPEALS}asked/<int:pk>/", appeals.opinion, name="see-opinion"),
]
