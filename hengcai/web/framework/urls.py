from django.urls import path

from hengcai.web.framework.views import drafts, files, frameworks, profiles

VERSION = "framework/versions/<int:number>/"
PROFILE = "framework/profiles/<slug:code>/"

urlpatterns = [
    path("framework/", frameworks.overview, name="see-framework"),
    path("framework/compare/", frameworks.compare, name="compare-frameworks"),
    path("framework/import/", files.bring, name="import-framework"),
    path("framework/shipped/", frameworks.shipped, name="load-shipped-framework"),
    path("framework/shipped/take/", frameworks.take_shipped, name="take-shipped-framework"),
    path("framework/models/<slug:code>/", frameworks.model, name="see-model"),
    path("framework/competencies/<slug:code>/", frameworks.competency, name="see-competency"),
    path("framework/indicators/", frameworks.indicators, name="see-service-indicators"),
    path("framework/profiles/", profiles.listed, name="list-profiles"),
    path("framework/profiles.<str:kind>", files.take_profiles, name="export-profiles"),
    path(PROFILE, profiles.profile, name="see-profile"),
    path(f"{PROFILE}<int:number>/", profiles.profile, name="see-profile"),
    path(f"{PROFILE}<int:number>/edit/", profiles.edit, name="edit-profile"),
    path(f"{PROFILE}<int:number>/publish/", profiles.publish, name="publish-profile"),
    path(f"{PROFILE}<int:number>/revise/", profiles.revise, name="revise-profile"),
    path(f"{PROFILE}<int:number>/discard/", profiles.discard, name="discard-profile"),
    path(VERSION, frameworks.overview, name="see-framework"),
    path(f"{VERSION}export.<str:kind>", files.take, name="export-framework"),
    path(f"{VERSION}revise/", drafts.revise, name="revise-framework"),
    path(f"{VERSION}publish/", drafts.publish, name="publish-framework"),
    path(f"{VERSION}discard/", drafts.discard, name="discard-framework"),
    path(f"{VERSION}models/<slug:code>/", frameworks.model, name="see-model"),
    path(f"{VERSION}indicators/", frameworks.indicators, name="see-service-indicators"),
    path(f"{VERSION}competencies/<slug:code>/", frameworks.competency, name="see-competency"),
    path(f"{VERSION}competencies/<slug:code>/edit/", drafts.edit_competency, name="edit-competency"),
    path(f"{VERSION}competencies/<slug:code>/<slug:indicator>/edit/", drafts.edit_indicator, name="edit-indicator"),
]
