from django.urls import path

from hengcai.web.interactions import accounts, complaints, drafts, imports, sounding, templating, undoing, views

urlpatterns = [
    path("contacts/", views.contacts, name="list-contacts"),
    path("contacts/<int:pk>/", views.contact, name="see-contact"),
    path("contacts/<int:pk>/uncovered/", views.uncovered, name="uncover-contact"),
    path("complaints/", complaints.complaints, name="list-complaints"),
    path("complaints/<int:pk>/", complaints.complaint, name="see-complaint"),
    path("praise/", complaints.praise, name="list-praise"),
    path("contacts/<int:pk>/flags/", views.flags, name="flag-contact"),
    path("contacts/<int:pk>/recording/", sounding.add, name="add-recording"),
    path("recordings/<int:pk>/", sounding.state, name="see-recording"),
    path("recordings/<int:pk>/peaks/", sounding.peaks, name="recording-peaks"),
    path("recordings/<int:pk>/speech/", sounding.speech, name="recording-speech"),
    path("recordings/<int:pk>/open/", sounding.begin, name="open-recording"),
    path("recordings/<int:pk>/played/", sounding.note_played, name="note-played"),
    path("recordings/<int:pk>/sound/<str:signed>/", sounding.sound, name="play-recording"),
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
