from django.urls import path

from hengcai.web.improvement.views import remedies

MEASURES = "improvement/"

urlpatterns = [
    path(MEASURES, remedies.remedies, name="list-remedies"),
    path(f"{MEASURES}add/", remedies.add, name="raise-remedy"),
    path(f"{MEASURES}from-cause/<int:pk>/", remedies.from_cause, name="raise-from-cause"),
    path(f"{MEASURES}<int:pk>/", remedies.remedy, name="see-remedy"),
    path(f"{MEASURES}<int:pk>/files/<int:file>/", remedies.proof_file, name="download-proof"),
]
