from django.urls import path

from committee.events import views, views_of_projects

urlpatterns = [
    path("events/", views.event_list, name="event_list"),
    path("events/figures/", views.figure_list, name="figure_list"),
    path("events/<int:event_id>/", views.event_page, name="event"),
    path("events/<int:event_id>/edit/", views.event_edit, name="event_edit"),
    path("events/<int:event_id>/delete/", views.event_delete, name="event_delete"),
    path("events/<int:event_id>/figures/", views.event_figures, name="event_figures"),
    path("events/<int:event_id>/documents/new/", views.event_document_new, name="event_document_new"),
    path("projects/<int:project_id>/events/", views_of_projects.project_events, name="project_events"),
    path("projects/<int:project_id>/events/new/", views_of_projects.event_new, name="event_new"),
    path(
        "projects/<int:project_id>/indicators/proposed/",
        views_of_projects.indicators_take,
        name="indicators_take",
    ),
]
