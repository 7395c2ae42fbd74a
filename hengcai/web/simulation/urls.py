from django.urls import path

from hengcai.web.simulation.views import (
    bringing,
    cards,
    catalogue,
    ink,
    observing,
    playing,
    results,
    runs,
    story,
    talking,
    trying,
)

ONE, RUN = "simulations/<int:pk>/", "simulations/runs/<int:pk>/"

urlpatterns = [
    path("simulations/", catalogue.scenarios, name="list-scenarios"),
    path("simulations/runs/", runs.runs, name="list-simulation-runs"),
    path(RUN, playing.play, name="play-scenario"),
    path(f"{RUN}debrief/", playing.debrief, name="see-debrief"),
    path(f"{RUN}talk/", talking.talk, name="talk-to-customer"),
    path(f"{RUN}observe/", observing.observe, name="observe-run"),
    path(f"{RUN}takes/<int:take>/", observing.take, name="hear-take"),
    path("simulations/add/", story.add, name="add-scenario"),
    path("simulations/import/", bringing.bring, name="import-scenario"),
    path(ONE, catalogue.scenario, name="see-scenario"),
    path(f"{ONE}story/", story.story, name="see-story"),
    path(f"{ONE}edit/", story.edit, name="edit-scenario"),
    path(f"{ONE}nodes/add/", story.add_node, name="add-scenario-node"),
    path(f"{ONE}nodes/<str:code>/", story.edit_node, name="edit-scenario-node"),
    path(f"{ONE}ink/", ink.ink, name="edit-ink-story"),
    path(f"{ONE}card/", cards.card, name="edit-role-card"),
    path(f"{ONE}try/", trying.try_story, name="try-scenario"),
    path(f"{ONE}results/", results.results, name="see-scenario-results"),
    path(f"{ONE}export/", story.export, name="export-scenario"),
]
