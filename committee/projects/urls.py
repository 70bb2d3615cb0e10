from django.urls import path

from committee.projects import views, views_of_charts, views_of_parts

urlpatterns = [
    path("projects/", views.project_list, name="project_list"),
    path("projects/new/", views.project_new, name="project_new"),
    path("projects/timeline/", views_of_charts.project_timeline, name="project_timeline"),
    path("projects/timeline.svg", views_of_charts.project_timeline_picture, name="project_timeline_picture"),
    path(
        "projects/<int:project_id>/timeline.svg",
        views_of_charts.timeline_of_project,
        name="timeline_of_project",
    ),
    path(
        "projects/indicators/<int:indicator_id>/chart.svg",
        views_of_charts.indicator_picture,
        name="indicator_picture",
    ),
    path("projects/<int:project_id>/", views.project_page, name="project"),
    path("projects/<int:project_id>/edit/", views.project_edit, name="project_edit"),
    path("projects/<int:project_id>/release/", views.project_release, name="project_release"),
    path("projects/<int:project_id>/delete/", views.project_delete, name="project_delete"),
    path("projects/<int:project_id>/documents/new/", views.project_document_new, name="project_document_new"),
    path(
        "projects/<int:project_id>/lead-organisations/new/",
        views_of_parts.lead_organisation_new,
        name="lead_organisation_new",
    ),
    path(
        "projects/lead-organisations/<int:organisation_id>/edit/",
        views_of_parts.lead_organisation_edit,
        name="lead_organisation_edit",
    ),
    path(
        "projects/lead-organisations/<int:organisation_id>/delete/",
        views_of_parts.lead_organisation_delete,
        name="lead_organisation_delete",
    ),
    path("projects/<int:project_id>/milestones/new/", views_of_parts.milestone_new, name="milestone_new"),
    path(
        "projects/milestones/<int:milestone_id>/edit/", views_of_parts.milestone_edit, name="milestone_edit"
    ),
    path(
        "projects/milestones/<int:milestone_id>/delete/",
        views_of_parts.milestone_delete,
        name="milestone_delete",
    ),
    path("projects/<int:project_id>/indicators/new/", views_of_parts.indicator_new, name="indicator_new"),
    path(
        "projects/indicators/<int:indicator_id>/edit/", views_of_parts.indicator_edit, name="indicator_edit"
    ),
    path(
        "projects/indicators/<int:indicator_id>/delete/",
        views_of_parts.indicator_delete,
        name="indicator_delete",
    ),
    path(
        "projects/indicators/<int:indicator_id>/values/new/",
        views_of_parts.indicator_value_new,
        name="indicator_value_new",
    ),
    path(
        "projects/values/<int:value_id>/edit/",
        views_of_parts.indicator_value_edit,
        name="indicator_value_edit",
    ),
    path(
        "projects/values/<int:value_id>/delete/",
        views_of_parts.indicator_value_delete,
        name="indicator_value_delete",
    ),
]
