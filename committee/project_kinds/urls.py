from django.urls import path

from committee.project_kinds import views

urlpatterns = [
    path("project-kinds/", views.kind_list, name="project_kind_list"),
    path("project-kinds/new/", views.kind_new, name="project_kind_new"),
    path("project-kinds/<int:kind_id>/", views.kind_page, name="project_kind"),
    path("project-kinds/<int:kind_id>/edit/", views.kind_edit, name="project_kind_edit"),
    path("project-kinds/<int:kind_id>/delete/", views.kind_delete, name="project_kind_delete"),
    path("project-kinds/<int:kind_id>/figures/new/", views.kind_figure_new, name="kind_figure_new"),
    path("project-kinds/figures/<int:figure_id>/edit/", views.kind_figure_edit, name="kind_figure_edit"),
    path(
        "project-kinds/figures/<int:figure_id>/delete/", views.kind_figure_delete, name="kind_figure_delete"
    ),
    path("project-kinds/<int:kind_id>/indicators/new/", views.kind_indicator_new, name="kind_indicator_new"),
    path(
        "project-kinds/indicators/<int:indicator_id>/edit/",
        views.kind_indicator_edit,
        name="kind_indicator_edit",
    ),
    path(
        "project-kinds/indicators/<int:indicator_id>/delete/",
        views.kind_indicator_delete,
        name="kind_indicator_delete",
    ),
]
