from django.urls import path

from hengcai.web.records.views import archive, bundles, interviews, records

RECORD = "records/<int:pk>/"

urlpatterns = [
    path("records/", records.records, name="list-records"),
    path("records/archive/", archive.archive, name="see-archive"),
    path("records/people/<int:pk>/", bundles.bundle, name="see-bundle"),
    path("records/people/<int:pk>/pdf/", bundles.pdf, name="print-bundle"),
    path("records/people/<int:pk>/json/", bundles.as_json, name="download-bundle"),
    path(RECORD, records.record, name="see-record"),
    path(f"{RECORD}sealed/", records.sealed, name="download-sealed"),
    path(f"{RECORD}papers/<int:paper>/", records.scan, name="open-paper"),
    path(f"{RECORD}interview/", interviews.interview, name="fill-interview"),
]
