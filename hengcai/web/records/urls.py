from django.urls import path

from hengcai.web.records.views import interviews, records

RECORD = "records/<int:pk>/"

urlpatterns = [
    path("records/", records.records, name="list-records"),
    path(RECORD, records.record, name="see-record"),
    path(f"{RECORD}interview/", interviews.interview, name="fill-interview"),
]
