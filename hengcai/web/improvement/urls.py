from django.urls import path

from hengcai.web.improvement.views import months, remedies, standing

MEASURES, REPORTS, MONTHS = "improvement/", "reports/", "quality/analyses/"

urlpatterns = [
    path(MEASURES, remedies.remedies, name="list-remedies"),
    path(f"{MEASURES}add/", remedies.add, name="raise-remedy"),
    path(f"{MEASURES}from-cause/<int:pk>/", remedies.from_cause, name="raise-from-cause"),
    path(f"{MEASURES}<int:pk>/", remedies.remedy, name="see-remedy"),
    path(f"{MEASURES}<int:pk>/files/<int:file>/", remedies.proof_file, name="download-proof"),
    path(REPORTS, standing.reports, name="list-standing-reports"),
    path(f"{REPORTS}<int:pk>/", standing.report, name="see-standing-report"),
    path(f"{REPORTS}<int:pk>/print.pdf", standing.pdf, name="download-standing-report"),
    path(f"{REPORTS}<int:pk>/sheet.xlsx", standing.xlsx, name="sheet-standing-report"),
    path(MONTHS, months.months, name="list-month-reports"),
    path(f"{MONTHS}<int:pk>/", months.month, name="see-month-report"),
    path(f"{MONTHS}<int:pk>/edit/", months.edit, name="edit-month-report"),
    path(f"{MONTHS}<int:pk>/print.pdf", months.pdf, name="download-month-report"),
    path(f"{MONTHS}<int:pk>/sheet.xlsx", months.xlsx, name="sheet-month-report"),
]
