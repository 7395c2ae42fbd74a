from django.urls import path

from hengcai.web.courseware.views import files, packages, playing

ONE = "packages/<int:pk>/"

urlpatterns = [
    path("packages/", packages.packages, name="list-packages"),
    path("packages/add/", packages.add, name="add-package"),
    path(ONE, packages.package, name="see-package"),
    path(f"{ONE}try/", packages.look, name="try-package"),
    path(f"{ONE}people/", packages.people, name="list-package-people"),
    path("packages/frame/<str:token>/<path:place>", files.file, name="open-package-file"),
    path("learning/<int:pk>/lessons/<str:code>/package/", playing.play, name="play-package"),
]
