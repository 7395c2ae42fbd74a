from django.urls import path

from hengcai.web.interactions import accounts, drafts, imports, templating, undoing, views

urlpatterns = [
    path("contacts/", views.contacts, name="list-contacts"),
    path("contacts/<int:pk>/", views.contact, name="see-contact"),
    path("imports/", imports.runs, name="list-imports"),
    path("imports/new/", imports.start, name="start-import"),
    path("imports/templates/<slug:kind>.<str:ending>", templating.template, name="download-template"),
    path("imports/drafts/<int:pk>/", drafts.draft, name="see-draft"),
    path("imports/drafts/<int:pk>/columns/", drafts.columns, name="choose-columns"),
    path("imports/drafts/<int:pk>/cells/", drafts.cells, name="correct-cells"),
    path("imports/drafts/<int:pk>/import/", drafts.take, name="take-draft"),
    path("imports/drafts/<int:pk>/discard/", drafts.discard, name="discard-draft"),
    path("imports/drafts/<int:pk>/faults/", drafts.faults, name="download-faults"),
    path("imports/<int:pk>/", imports.run, name="see-import"),
    path("imports/<int:pk>/undo/", undoing.undo, name="undo-import"),
    path("imports/<int:pk>/accounts/", accounts.accounts, name="give-accounts"),
    path("imports/<int:pk>/rejects/", imports.rejects, name="download-rejects"),
]
